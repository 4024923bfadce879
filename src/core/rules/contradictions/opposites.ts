import en from '../../../data/en/opposites.json' with { type: 'json' };
import type { PlacedBlock } from '../../document/postmortem.js';
import type { Span } from '../../finding.js';
import { oppositeName, type Side } from '../../phrases/lists.js';
import { placeIn } from '../document-facts.js';
import type { BlockText, DocumentContext, Problem } from '../rule.js';
import { aside } from './common.js';

/** One side of a pair of opposites, as a block says it. */
interface Claim extends Span {
  readonly id: string;
  readonly side: Side;
  readonly words: string;
}

/** Each matter with the lists of its two sides, and whether a list of actions says how far it is; nothing else aside does. */
const matters = Object.entries(en.opposites).map(([id, pair]) => ({
  id,
  one: oppositeName(id, 'one'),
  other: oppositeName(id, 'other'),
  isInActions: 'actions' in pair && pair.actions,
}));
const inActions = matters.filter(({ isInActions }) => isInActions);

/** What a block says of one side only: who says both has seen that they differ. */
function claimsIn({ block, section, text, phrases }: BlockText): readonly Claim[] | undefined {
  const kind = section?.kind ?? '';
  if (block.kind === 'heading' || (aside.has(kind) && kind !== 'actions')) return undefined;
  let found: Claim[] | undefined;
  for (const { id, one, other } of kind === 'actions' ? inActions : matters) {
    const first = phrases(one)[0];
    const second = phrases(other)[0];
    const match = first ?? second;
    if (!match || (first && second)) continue;
    const { start, end } = match;
    found ??= [];
    found.push({ id, side: first ? 'one' : 'other', start, end, words: text.slice(start, end) });
  }
  return found;
}

/**
 * "Our monitoring noticed it at once" beside "in the timeline no alarm had fired": said in words, without a figure or a
 * time that could be compared. One of the two is for customers; the other may be the team's own.
 */
export function* opposites(context: DocumentContext): Generator<Problem> {
  const claims = context
    .facts('opposites', claimsIn, 'without places')
    .flatMap(({ block, value }) => value.map((claim) => ({ block, claim })));
  for (const id of new Set(claims.map(({ claim }) => claim.id))) {
    const pair = pairOf(claims.filter(({ claim }) => claim.id === id));
    if (!pair) continue;
    const [said, { block, claim }] = pair;
    const isInside = block.audience !== 'customer';
    yield {
      at: placeIn(said.block, said.claim),
      say: {
        en: `“${said.claim.words}”, but ${isInside ? 'colleagues read' : 'elsewhere it says'} “${claim.words}”. Both cannot be true. Find out which is, and correct the other: customers who find out later believe nothing else.`,
        zh: `这里说“${said.claim.words}”，但${isInside ? '内部部分' : '别处'}写的是“${claim.words}”。两者不能同时成立，请核实并改正：客户事后知道了，就不会再相信其余内容。`,
      },
    };
  }
}

interface Placed {
  readonly block: PlacedBlock;
  readonly claim: Claim;
}

/** The place for customers that another denies, and that other: one of colleagues before one for customers. */
function pairOf(claims: readonly Placed[]): readonly [Placed, Placed] | undefined {
  const outside = claims.filter(({ block }) => block.audience === 'customer');
  const inside = claims.filter(({ block }) => block.audience !== 'customer');
  for (const others of [inside, outside]) {
    for (const said of outside.toReversed()) {
      const denied = others.find(({ claim }) => claim.side !== said.claim.side);
      if (denied) return [said, denied];
    }
  }
  return undefined;
}
