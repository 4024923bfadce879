import { type Counted, countedIn, overlap, withoutWhole } from '../../document/divisions.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { elsewhere, type Worded, wordedParts } from './common.js';

/** What a number says of its things, beside what they are. */
const told = ({ label, noun }: Counted): readonly string[] => withoutWhole(label).filter((stem) => stem !== noun);

const areApart = (a: Counted, b: Counted): boolean => a.least > b.most || b.least > a.most;

/** Whether two numbers of the same things say the same of them, one of them hardly more. */
function saySame(a: Counted, b: Counted): boolean {
  if (a.noun === undefined || a.noun !== b.noun || a.isNegative !== b.isNegative || a.isOfThem || b.isOfThem)
    return false;
  const [one, other] = [told(a), told(b)];
  const shared = overlap(one, other);
  const [few, many] = [new Set(one).size, new Set(other).size].sort((x, y) => x - y);
  // Two pairs of Han characters are one word.
  const least = one.some((stem) => /[\u3400-\u9fff]/u.test(stem)) ? 3 : 2;
  return shared >= least && few !== undefined && many !== undefined && few - shared <= 1 && many - shared <= 2;
}

/** Whether its sentence counts others of its kind beside it: then each of them is a part. */
const isListed = (one: Worded<Counted>, among: readonly Worded<Counted>[]): boolean =>
  among.some(
    (other) =>
      other !== one &&
      other.block === one.block &&
      other.part.sentence === one.part.sentence &&
      other.part.noun === one.part.noun,
  );

/** How many had one thing happen to them, told in two ways: "twenty-two customers were charged twice", "54 customers". */
export function* tallies(context: DocumentContext): Generator<Problem> {
  const all = wordedParts<Counted>(context, 'counted', countedIn, true)
    .filter(({ block }) => !elsewhere.has(block.section?.kind ?? '') && block.block.kind !== 'cell')
    .slice(0, 120)
    .filter((one, _, among) => !isListed(one, among));
  for (const [index, later] of all.entries()) {
    const same = all.slice(0, index).filter((each) => each.block !== later.block && saySame(each.part, later.part));
    const [earlier] = same;
    if (!earlier || same.some(({ part }) => !areApart(part, later.part))) continue;
    if (isPartOf(all, earlier, later)) continue;
    yield {
      at: placeIn(later.block, later.part),
      say: {
        en: `“${later.words}” here, “${earlier.words}” elsewhere for what seems to be the same. Find out which is right and correct the other; customers who compare them believe neither.`,
        zh: `此处是“${later.words}”，别处说到同样的内容时是“${earlier.words}”。请核实并改正，否则客户两个都不会相信。`,
      },
    };
  }
}

/** Whether what is left of the larger number stands somewhere: then the other is a part of it. */
function isPartOf(all: readonly Worded<Counted>[], a: Worded<Counted>, b: Worded<Counted>): boolean {
  const rest = Math.abs(a.part.value - b.part.value);
  return all.some(({ part }) => part.value === rest);
}
