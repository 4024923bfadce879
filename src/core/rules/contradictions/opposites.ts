import en from '../../../data/en/opposites.json' with { type: 'json' };
import type { PlacedBlock } from '../../document/postmortem.js';
import type { Span } from '../../finding.js';
import { oppositeName, type Side, sides } from '../../phrases/lists.js';
import { placeIn } from '../document-facts.js';
import type { BlockText, DocumentContext, Problem } from '../rule.js';
import { aside } from './common.js';

/** One side of a pair of opposites, as a block says it. */
interface Claim extends Span {
  readonly id: string;
  readonly side: Side;
  readonly words: string;
}

const ids = Object.keys(en.opposites);
/** Matters of which a list of actions says how far they are; other sections aside of the incident are not read. */
const inActions = new Set(
  Object.entries(en.opposites).flatMap(([id, pair]) => ('everywhere' in pair && pair.everywhere ? [id] : [])),
);

/** What a block says of one side only: who says both has seen that they differ. */
function claimsIn({ block, section, text, phrases }: BlockText): readonly Claim[] | undefined {
  if (block.kind === 'heading') return undefined;
  const isAside = aside.has(section?.kind ?? '');
  const found = ids.flatMap((id): Claim[] => {
    if (isAside && !(section?.kind === 'actions' && inActions.has(id))) return [];
    const [one, other] = sides.map((side) => phrases(oppositeName(id, side))[0]);
    const side = one ? 'one' : 'other';
    const match = one ?? other;
    if (!match || (one && other)) return [];
    const { start, end } = match;
    return [{ id, side, start, end, words: text.slice(start, end) }];
  });
  return found.length > 0 ? found : undefined;
}

/**
 * "Our monitoring noticed it at once" beside "in the timeline no alarm had fired": said in words, without a figure or a
 * time that could be compared. One of the two is for customers; the other may be the team's own.
 */
export function* opposites(context: DocumentContext): Generator<Problem> {
  const claims = context
    .facts('opposites', claimsIn)
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
