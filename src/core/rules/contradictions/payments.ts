import { type PaymentDay, paymentDays } from '../../document/payments.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { aside } from './common.js';

interface Told {
  readonly payment: PaymentDay;
  readonly words: string;
}

function paymentsIn({ block, text, moments }: TimedBlock): readonly Told[] | undefined {
  const kind = block.section?.kind ?? '';
  if (block.audience !== 'customer' && aside.has(kind) && kind !== 'actions') return undefined;
  const found = paymentDays(text, moments).map((payment) => ({
    payment,
    words: text.slice(payment.start, payment.end),
  }));
  return found.length > 0 ? found : undefined;
}

const order = ({ month, day }: PaymentDay['day']): number => 31 * month + day;

/** Whether two days may be of one year, so that their order is known. */
const isOneYear = ({ day: a }: PaymentDay, { day: b }: PaymentDay): boolean =>
  (a.year ?? b.year) === (b.year ?? a.year);

/** By when customers have their money back, in two places. */
export function* payments(context: DocumentContext): Generator<Problem> {
  const all = timeFacts(context, 'payment-days', paymentsIn).flatMap(
    ({ block, value }): (Told & { block: PlacedBlock })[] => value.map((told) => ({ block, ...told })),
  );
  for (const said of [...all].reverse()) {
    if (said.block.audience !== 'customer') continue;
    const other = all.find(({ block, payment }) => {
      if (block === said.block) return false;
      const [here, there] = [said.payment, payment];
      if (here.kind === 'done' || there.kind === 'done') {
        const [paid, due] = here.kind === 'done' ? [here, there] : [there, here];
        return due.kind !== 'done' && order(due.day) > order(paid.day) && isOneYear(due, paid);
      }
      if (here.kind === there.kind) return order(here.day) !== order(there.day);
      const [from, by] = here.kind === 'from' ? [here, there] : [there, here];
      return order(from.day) > order(by.day);
    });
    // A day that stands in both places is told apart there.
    if (
      !other ||
      all.some(({ block, payment }) => block !== said.block && order(payment.day) === order(said.payment.day))
    )
      continue;
    yield {
      at: placeIn(said.block, said.payment),
      say: {
        en: `The money is promised for “${said.words}” here, for “${other.words}” elsewhere. Find out which is right and correct the other; customers hold you to the earlier one.`,
        zh: `此处说款项在“${said.words}”，别处说在“${other.words}”。请核实并改正，客户会以较早的日期为准。`,
      },
    };
    return;
  }
}
