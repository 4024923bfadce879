import { onlyTries } from '../../document/clause-times.js';
import { type Happening, happeningsIn, laterMessage, noticesIncident } from '../../document/happenings.js';
import type { IncidentMoment } from '../../document/incident.js';
import { type ToldOrder, toldOrdersIn } from '../../document/told-orders.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { told, type Worded, wordedParts } from './common.js';
import { type Happened, happened, ofKind, tokensOf, toldAgain } from './happened.js';
import type { KnownFacts } from './known.js';

/** One of the two things of an order. */
interface Side {
  readonly kinds: ReadonlySet<Happening>;
  readonly tokens: ReadonlySet<string>;
  readonly isTry: boolean;
}

interface Order extends ToldOrder {
  readonly one: Side;
  readonly other: Side;
}

function sideOf(words: string): Side {
  const kinds = new Set(happeningsIn(words));
  if (laterMessage.test(words)) kinds.delete('notified');
  if (!noticesIncident(words)) kinds.delete('detected');
  return { kinds, tokens: tokensOf(words), isTry: onlyTries.test(words) };
}

const ordersIn = (prose: string): readonly Order[] =>
  toldOrdersIn(prose).map((order) => ({ ...order, one: sideOf(order.first), other: sideOf(order.second) }));

const byInstant = (one: Happened, other: Happened): number => one.moment.instant - other.moment.instant;

/** When one of the two was, as far as it is known. */
function momentOf(side: Side, all: readonly Happened[], isFirst: boolean, isOnly: boolean): IncidentMoment | undefined {
  const row = side.isTry ? undefined : toldAgain(all, side.tokens, 2);
  if (row) return row.moment;
  for (const kind of ['notified', 'detected'] as const) {
    if (!side.kinds.has(kind)) continue;
    // "After it was over we wrote to you": a further letter, unless it says that there was none before.
    return isFirst || isOnly || kind === 'detected' ? [...ofKind(all, kind)].sort(byInstant)[0]?.moment : undefined;
  }
  if (side.isTry || !side.kinds.has('ended')) return undefined;
  const ends = [...ofKind(all, 'ended')].sort(byInstant);
  return (isFirst ? ends[0] : ends.at(-1))?.moment;
}

/** "We told you before we put the old list back", against the rows of the timeline and the moments of front matter. */
export function* sequences(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const claims = wordedParts<Order>(context, 'sequences', ordersIn, true).filter(
    ({ block }) => !block.section?.isTimeline,
  );
  if (claims.length === 0) return;
  yield* crossed(claims);
  const all = happened(facts, context);
  for (const { block, part, words } of claims.slice(0, 60)) {
    const first = momentOf(part.one, all, true, part.isOnly);
    const then = momentOf(part.other, all, false, part.isOnly);
    if (!first || !then || first.instant < then.instant + 90_000) continue;
    const [one, other] = [told(first), told(then)];
    yield {
      at: placeIn(block, part),
      say: {
        en: `“${words}”, but what came first here is at ${one.en}, and the other before it, at ${other.en}. Find out which came first and correct the other; customers know what they saw and when they heard from you.`,
        zh: `“${words}”，但这里说在前的事在${one.zh}，另一件更早，在${other.zh}。请核实先后并改正，客户知道自己看到了什么、何时收到通知。`,
      },
    };
  }
}

const isSame = (one: Side, other: Side): boolean => {
  for (const kind of ['notified', 'detected'] as const)
    if (one.kinds.has(kind) || other.kinds.has(kind)) return one.kinds.has(kind) && other.kinds.has(kind);
  const shared = [...one.tokens].filter((token) => other.tokens.has(token));
  const undone = ['!back', '!off'];
  return (
    shared.some((token) => token.startsWith('!')) &&
    shared.some((token) => /^[^!@#]/.test(token)) &&
    undone.every((token) => one.tokens.has(token) === other.tokens.has(token))
  );
};

/** What tells an order for its own sake; "after it was noticed we rolled back" does not. */
const insists = /\b(?:first|only)\b|[先才]/i;

/** "First the standby, then the list" in one place, and the other way round in another. */
function* crossed(claims: readonly Worded<Order>[]): Generator<Problem> {
  const few = claims.slice(0, 40);
  for (const [index, later] of few.entries()) {
    const before = few
      .slice(0, index)
      .find(
        ({ block, part, words }) =>
          block !== later.block &&
          (insists.test(words) || insists.test(later.words)) &&
          isSame(part.one, later.part.other) &&
          isSame(part.other, later.part.one),
      );
    if (!before || later.block.audience !== 'customer') continue;
    yield {
      at: placeIn(later.block, later.part),
      say: {
        en: `“${later.words}”, but elsewhere “${before.words}”. Find out in what order it was and correct the other; customers who saw it remember.`,
        zh: `此处说“${later.words}”，别处说“${before.words}”，先后相反。请核实并改正，经历过的客户记得顺序。`,
      },
    };
    return;
  }
}
