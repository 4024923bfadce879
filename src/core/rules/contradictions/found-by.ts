import { type FoundBy, foundBy, rowFinder } from '../../document/found-by.js';
import { rowHead } from '../../document/timeline.js';
import { rowText } from '../../document/timeline-words.js';
import { fold } from '../../language/fold.js';
import { placeIn, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { type Worded, wordedParts } from './common.js';

const isOwn = (by: FoundBy['by']): boolean => by === 'own';

/** "A customer told us, no alarm had gone off", against the row of the alarm, or against another place that tells of it. */
export function* finders(context: DocumentContext): Generator<Problem> {
  const claims = wordedParts<FoundBy>(context, 'found-by', foundBy, true).filter(
    ({ block }) => !block.section?.isTimeline,
  );
  if (claims.length === 0) return;
  const rows = timeFacts(context, 'row-finders', ({ block, text, moments }) => {
    const head = rowHead(text, moments);
    if (!head?.time || !block.section?.isTimeline) return undefined;
    const by = rowFinder(fold(rowText(block, text)));
    return by && { by, words: head.words };
  });
  const [first] = rows;
  for (const claim of claims) {
    if (
      first &&
      isOwn(claim.part.by) !== isOwn(first.value.by) &&
      says(
        claim,
        rows.map(({ value }) => value.by),
      )
    ) {
      yield problem(
        claim,
        { en: `at “${first.value.words}” in the timeline`, zh: `时间线“${first.value.words}”` },
        first.value.by,
      );
      continue;
    }
    if (claim.block.audience !== 'customer') continue;
    const other = claims.find(
      ({ block, part }) => block !== claim.block && isOwn(part.by) !== isOwn(claim.part.by) && part.by !== 'silence',
    );
    const isLater = other && claims.indexOf(other) < claims.indexOf(claim);
    if (other && isLater)
      yield problem(claim, { en: `“${other.words}” elsewhere`, zh: `别处“${other.words}”` }, other.part.by);
  }
}

/** Whether the rows leave no doubt: an alarm and no customer before it, or customers and no alarm at all. */
const says = ({ part }: Worded<FoundBy>, rows: readonly ('own' | 'customers')[]): boolean =>
  isOwn(part.by) ? !rows.includes('own') : part.by === 'customers' || !rows.includes('customers');

function problem(
  { block, part, words }: Worded<FoundBy>,
  there: { en: string; zh: string },
  by: FoundBy['by'],
): Problem {
  const who = isOwn(by) ? { en: 'our own alarm', zh: '我们自己的告警' } : { en: 'customers', zh: '客户' };
  return {
    at: placeIn(block, part),
    say: {
      en: `“${words}”, but by ${there.en} it was ${who.en} that came first. Find out who noticed it and correct the other; customers who rang you remember.`,
      zh: `“${words}”，但据${there.zh}，最先发现的是${who.zh}。请核实是谁发现的并改正，来过电话的客户记得。`,
    },
  };
}
