import type { Moment } from '../../document/clock.js';
import { type Deadline, deadlinesIn } from '../../document/deadlines.js';
import { rememberFor } from '../../remember.js';
import { placeIn, type TimedBlock } from '../document-facts.js';
import type { Problem } from '../rule.js';
import type { KnownFacts } from './known.js';

const deadlinesOf = rememberFor((moments: readonly Moment[], text: string) => deadlinesIn(text, moments));

/** Until when the same can be claimed, in two places. */
export function* deadlines({ timed }: KnownFacts): Generator<Problem> {
  const all = timed.flatMap((each): { each: TimedBlock; deadline: Deadline }[] =>
    each.block.audience === 'customer'
      ? deadlinesOf(each.moments, each.text).map((deadline) => ({ each, deadline }))
      : [],
  );
  for (const [index, { each, deadline }] of all.entries()) {
    const least = /[\u3400-\u9fff]/u.test([...deadline.words].join('')) ? 4 : 3;
    const like = (other: Deadline): number => [...other.words].filter((word) => deadline.words.has(word)).length;
    const earlier = all.slice(0, index).filter((other) => other.each !== each && like(other.deadline) >= least);
    const isSame = ({ day }: Deadline): boolean => day.month === deadline.day.month && day.day === deadline.day.day;
    const [first] = earlier;
    if (!first || earlier.some((other) => isSame(other.deadline))) continue;
    const { day } = deadline;
    const [words, other] = [
      each.text.slice(day.start, day.end),
      first.each.text.slice(first.deadline.day.start, first.deadline.day.end),
    ];
    yield {
      at: placeIn(each.block, day),
      say: {
        en: `Until “${words}” here, until “${other}” elsewhere for what seems to be the same claim. Find out which is right and correct the other; customers hold you to the later one.`,
        zh: `此处的期限是“${words}”，别处同样的申请是“${other}”。请核实并改正，客户会以较晚的日期为准。`,
      },
    };
  }
}
