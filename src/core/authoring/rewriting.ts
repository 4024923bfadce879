import { findLeaks } from '../customer/leak-gate.js';
import { customerView } from '../customer/view.js';
import type { Postmortem } from '../document/postmortem.js';
import { plain } from '../export/plain.js';
import type { Finding, Span } from '../finding.js';
import { createLinter } from '../lint.js';
import type { LinterSettings } from '../settings.js';
import { changedFacts } from './changed-facts.js';
import { internalPlaces } from './internal.js';

/** What is to be said about a rewritten passage before somebody uses it. */
export type Verdict =
  | {
      readonly kind: 'refused';
      /** What customers would come to read, or the marker that would no longer hold. */
      readonly words: string;
    }
  | {
      readonly kind: 'offered';
      /** The whole document with the new words in it. */
      readonly proposed: string;
      /** What the linter finds in the new words. */
      readonly open: readonly Finding[];
      /** Figures and addresses that the passage did not have. */
      readonly added: readonly string[];
      /** Figures and addresses that only the passage had. */
      readonly lost: readonly string[];
    };

/** What the words of a passage hide from customers, and the new words do not, as it stands in the document. */
function uncovered(before: Postmortem, at: Span, after: Postmortem): string | undefined {
  const all = (postmortem: Postmortem): Span[] => Object.values(internalPlaces(postmortem)).flat();
  const kept = all(after).map(({ start, end }) => after.text.slice(start, end));
  for (const { start, end } of all(before)) {
    const isOutside = end <= at.start || start >= at.end || (start < at.start && end > at.end);
    const piece = before.text.slice(start, end);
    if (!isOutside && (start < at.start || end > at.end || !kept.includes(piece))) return piece;
  }
  return undefined;
}

/**
 * Reads a rewritten passage in its place. It is refused where customers would then read what stands only in internal
 * places now, or where a marker would no longer hold; what it adds or leaves out is named.
 * @param at The passage that the new words would stand for.
 */
export async function judgeRewriting(
  postmortem: Postmortem,
  at: Span,
  words: string,
  settings: LinterSettings,
): Promise<Verdict> {
  const { text } = postmortem;
  const proposed = text.slice(0, at.start) + words + text.slice(at.end);
  const analysis = createLinter(settings).analyze(proposed);
  const bare = uncovered(postmortem, at, analysis.postmortem);
  if (bare !== undefined) return { kind: 'refused', words: bare };
  const view = customerView(analysis.postmortem);
  const read = await plain.render(view, { now: 0 });
  const [leak] = findLeaks(postmortem, { text: typeof read === 'string' ? read : '', raw: '' });
  if (leak) return { kind: 'refused', words: text.slice(leak.at.start, leak.at.end) };
  const known = customerView(postmortem).refusals.length;
  const broken = view.refusals.length > known ? view.refusals.find(({ at: { end } }) => end > at.start) : undefined;
  if (broken) return { kind: 'refused', words: proposed.slice(broken.at.start, broken.at.end) };
  const end = at.start + words.length;
  // What the document lacks was lacking before.
  const open = analysis.findings.filter(
    ({ start, end: until, rule }) =>
      start.offset < end && until.offset > at.start && !/^(?:missing|no-customer)/.test(rule),
  );
  return { kind: 'offered', proposed, open, ...changedFacts(text.slice(at.start, at.end), words) };
}
