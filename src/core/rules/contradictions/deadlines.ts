import { type Deadline, deadlinesIn } from '../../document/deadlines.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';

interface ToldDeadline {
  readonly deadline: Deadline;
  /** The day as written. */
  readonly written: string;
}

function deadlinesOf({ block, text, moments }: TimedBlock): readonly ToldDeadline[] | undefined {
  const found = block.audience === 'customer' ? deadlinesIn(text, moments) : [];
  return found.length > 0
    ? found.map((deadline) => ({ deadline, written: text.slice(deadline.day.start, deadline.day.end) }))
    : undefined;
}

/** Until when the same can be claimed, in two places. */
export function* deadlines(context: DocumentContext): Generator<Problem> {
  const all = timeFacts(context, 'deadlines', deadlinesOf).flatMap(
    ({ block, value }): (ToldDeadline & { readonly block: PlacedBlock })[] => value.map((each) => ({ block, ...each })),
  );
  for (const [index, { block, deadline, written }] of all.entries()) {
    const least = /[\u3400-\u9fff]/u.test([...deadline.words].join('')) ? 4 : 3;
    const like = (other: Deadline): number => [...other.words].filter((word) => deadline.words.has(word)).length;
    const isOne = (other: Deadline): boolean => like(other) >= least || (other.isGeneral && deadline.isGeneral);
    const earlier = all.slice(0, index).filter((other) => other.block !== block && isOne(other.deadline));
    const isSame = ({ day }: Deadline): boolean => day.month === deadline.day.month && day.day === deadline.day.day;
    const [first] = earlier;
    if (!first || earlier.some((other) => isSame(other.deadline))) continue;
    yield {
      at: placeIn(block, deadline.day),
      say: {
        en: `Until “${written}” here, until “${first.written}” elsewhere for what seems to be the same claim. Find out which is right and correct the other; customers hold you to the later one.`,
        zh: `此处的期限是“${written}”，别处同样的申请是“${first.written}”。请核实并改正，客户会以较晚的日期为准。`,
      },
    };
  }
}
