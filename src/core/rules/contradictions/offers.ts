import { type Offer, offersIn } from '../../document/offers.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { type Placed, parts } from './common.js';

const isOutside = ({ block }: Placed<Offer>): boolean => block.audience === 'customer';

/** Two items of one list are for two groups. */
const areItems = ({ block: one }: Placed<Offer>, { block: other }: Placed<Offer>): boolean =>
  one.block.listed && other.block.listed && one.chunk === other.chunk && one.block.top === other.block.top;

/** What customers are given for each of something, in two places. */
export function* offers(context: DocumentContext): Generator<Problem> {
  const firsts = new Map<string, Placed<Offer>>();
  const all = parts<Offer>(context, 'offers', offersIn, 'with actions');
  // What colleagues say of it first: it is the text for customers that is corrected.
  for (const later of [...all].sort((a, b) => Number(isOutside(a)) - Number(isOutside(b)))) {
    const { amount, key } = later.part;
    const first = firsts.get(key);
    if (!first) firsts.set(key, later);
    if (!isOutside(later) || !first || areItems(first, later) || first.part.amount.value === amount.value) continue;
    const [words, other] = [later, first].map(({ text, part }) => text.slice(part.amount.start, part.amount.end));
    yield {
      at: placeIn(later.block, amount),
      say: {
        en: `“${words}” here, “${other}” elsewhere for each of the same. Find out which is right and correct the other; customers claim the larger one.`,
        zh: `此处是“${words}”，别处同样的补偿是“${other}”。请核实并改正，客户会要求较高的一个。`,
      },
    };
  }
}
