import { daysOf, type MeasureClaim, measureClaims, measureStems, type Period } from '../../document/measure-claims.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { fold } from '../../language/fold.js';
import { rememberFor } from '../../remember.js';
import { type DocumentFacts, placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { type SaidPart, stepsOf } from '../steps-said.js';
import { type Worded, wordedParts } from './common.js';

/** A measure as a list, a sentence with its day or a row of the actions puts it. */
interface Measure {
  readonly block: PlacedBlock;
  readonly state: 'done' | 'open';
  readonly when: Period | undefined;
  readonly stems: ReadonlySet<string>;
  readonly words: string;
  readonly mayBeDone?: boolean;
}

/** Sections that tell how things were, or are by design. */
const elsewhere: ReadonlySet<string> = new Set(['acknowledgement', 'cause', 'timeline']);

/** Sections whose sentences with a day are measures. */
const ofMeasures: ReadonlySet<string> = new Set(['response', 'actions', 'recovery', 'faq']);

/** "By Friday we write to you how far the recycle bin is": a promise of words. */
const message =
  /\b(?:write to you|tell you|let you know|update you|report (?:back|here)|messages?|letters?|e-?mails? you)\b|告诉|说明|通报|公布|公告|告知|报一次|发一封/i;

/** More measures than this are no plan that anybody reads twice. */
const most = 80;
const past =
  /\b(?:we (?:\w+ed|put|took|brought|went|gave|ran|found|built|set|began|wrote)|was|were|has been|have been|finished|completed|done)\b|[了过](?![^，。；]{0,3}[吗呢])|已|完成/i;
const stemsOfPart = rememberFor((part: SaidPart) => measureStems(part.words));

/** The days that are past where the document was written: what it tells is done. */
function toldDays(context: DocumentContext): readonly number[] {
  return stepsOf(context).flatMap(({ block, state, steps }) =>
    block.block.kind === 'cell'
      ? []
      : steps.parts.flatMap(({ day, isAhead, state: own }) =>
          day && !isAhead && (own ?? state) !== 'planned' ? [daysOf(day)] : [],
        ),
  );
}

/** Whether a day is not after another; without its year where either has none. */
function isNotAfter(day: number, other: number): boolean {
  const isYear = day > 11_500 && other > 11_500;
  return isYear ? day <= other : (((other - day) % 365.25) + 365.25) % 365.25 < 180;
}

function measuresOf(facts: DocumentFacts, context: DocumentContext): readonly Measure[] {
  const found: Measure[] = [];
  for (const { block, state, steps } of stepsOf(context)) {
    if (block.block.kind === 'cell' || !ofMeasures.has(block.section?.kind ?? '')) continue;
    for (const part of steps.parts) {
      if (part.words === '' || message.test(fold(part.words))) continue;
      const own = part.state ?? state;
      const isDone =
        own === 'done' || (own === undefined && !part.isAhead && part.day !== undefined && past.test(fold(part.words)));
      if (!isDone && own !== 'planned' && !part.isAhead) continue;
      const day = part.day && daysOf(part.day);
      found.push({
        block,
        state: isDone ? 'done' : 'open',
        when: day === undefined ? undefined : { from: day, to: day },
        stems: stemsOfPart(part),
        words: part.words.trim(),
      });
    }
  }
  const told = toldDays(context);
  for (const { action, due, isOpen } of facts.actions) {
    const { prose, full } = action.block;
    const words = (action.audience === 'customer' ? prose : full).text;
    const day = due && daysOf(due);
    found.push({
      block: action,
      state: isOpen ? 'open' : 'done',
      // It was due before the report was written, and no column may say how far it is.
      mayBeDone: isOpen && day !== undefined && told.some((each) => isNotAfter(day, each)),
      when: day === undefined ? undefined : { from: day, to: day },
      stems: measureStems(words),
      words: words.trim(),
    });
  }
  return found.slice(0, most);
}

/** How much a sentence and a measure have in common: words that few measures share weigh more. */
function likeness(claim: MeasureClaim, measure: Measure, common: ReadonlyMap<string, number>): number {
  const shared = [...measure.stems].filter((stem) => claim.stems.has(stem));
  const isHan = /[\u3400-\u9fff]/u.test([...measure.stems].join(''));
  if (shared.length < 2) return 0;
  const weight = (stems: Iterable<string>): number =>
    [...stems].reduce((sum, stem) => sum + 1 / (common.get(stem) ?? 1), 0);
  const share = weight(shared) / Math.min(weight(measure.stems), weight(claim.stems));
  return share * (isHan ? Math.min(1, shared.length / 4) : shared.length > 2 ? 1 : 0.8);
}

/** Whether two periods fall apart; a year that only one names says nothing. */
function areApart(a: Period, b: Period): boolean {
  const [one, other] = [a, b].map(({ from, to }) => ({
    from: from % 365.25,
    to: to % 365.25,
    isYear: from > 11_500,
  }));
  if (!one || !other) return false;
  return one.isYear && other.isYear
    ? a.from > b.to || a.to < b.from
    : one.from > other.to + 1 || one.to < other.from - 1;
}

/** How far a measure is, in a sentence that says so outright and in the list of measures. */
export function* measures(facts: DocumentFacts, context: DocumentContext): Generator<Problem> {
  const claims = wordedParts<MeasureClaim>(context, 'measure-claims', measureClaims).slice(0, most);
  if (claims.length === 0) return;
  const all = measuresOf(facts, context);
  const common = new Map<string, number>();
  for (const { stems } of all) for (const stem of stems) common.set(stem, (common.get(stem) ?? 0) + 1);
  for (const said of claims) {
    if (said.block.block.kind === 'heading' || elsewhere.has(said.block.section?.kind ?? '')) continue;
    const ranked = all
      .filter(({ block }) => block !== said.block)
      .map((measure) => ({ measure, like: likeness(said.part, measure, common) }))
      .filter(({ like }) => like >= 0.3)
      .sort((a, b) => b.like - a.like);
    const [best] = ranked;
    if (!best) continue;
    const near = ranked.filter(({ like }) => like >= 0.6 * best.like);
    if (near.some(({ measure }) => fits(said, measure)) || !near.every(({ measure }) => !fits(said, measure))) continue;
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${said.words.trim()}” does not agree with “${best.measure.words.slice(0, 120)}” elsewhere. Find out how far that measure is and correct the other place; customers hold you to what they were told.`,
        zh: `“${said.words.trim()}”与别处的“${best.measure.words.slice(0, 120)}”不一致。请核实这项措施的进度并改正另一处，客户会以所写的为准。`,
      },
    };
  }
}

function fits({ part }: Worded<MeasureClaim>, { state, when, mayBeDone }: Measure): boolean {
  if (part.state !== state) return part.state === 'done' && mayBeDone === true;
  return part.state === 'done' || !part.when || !when || !areApart(part.when, when);
}
