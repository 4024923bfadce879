import type { PlacedBlock } from '../../document/postmortem.js';
import { areOpposed, type Matter, matters, type Stand, standsIn } from '../../document/stands.js';
import { placeIn } from '../document-facts.js';
import type { BlockText, DocumentContext, Problem } from '../rule.js';
import { aside } from './common.js';

interface Placed {
  readonly block: PlacedBlock;
  readonly stand: Stand;
}

/** What a block says on one side only of each matter: who says both has seen that they differ. */
function standsOf(
  { audience, block, section, text }: BlockText,
  asked: readonly Matter[],
): readonly Stand[] | undefined {
  const kind = section?.kind ?? '';
  if (block.kind !== 'paragraph' || kind === 'timeline' || (audience !== 'customer' && aside.has(kind)))
    return undefined;
  const found = standsIn(text, asked);
  const own = found.filter((stand) => !found.some((other) => areOpposed(stand, other)));
  return own.length > 0 ? own : undefined;
}

/** More sentences than this on one matter are read by nobody twice. */
const most = 60;

const lostMatters = matters.filter(({ id }) => id === 'lost');
const otherMatters = matters.filter(({ id }) => id !== 'lost');

/** What became of data: asked where a list of what was lost said nothing yet. */
export const lostOrNot = (context: DocumentContext): Generator<Problem> => opposed(context, 'lost or not', lostMatters);

/** "We had to fall back on a backup" beside "we did not need them". */
export const stands = (context: DocumentContext): Generator<Problem> => opposed(context, 'stands', otherMatters);

/** Under a key of its own: a file of many incidents is asked for some matters alone. */
function* opposed(context: DocumentContext, key: string, asked: readonly Matter[]): Generator<Problem> {
  const all = context
    .facts(key, (block) => standsOf(block, asked), 'without places')
    .flatMap(({ block, value }): Placed[] => value.map((stand) => ({ block, stand })));
  const byMatter = new Map<string, Placed[]>();
  for (const each of all) byMatter.set(each.stand.matter, [...(byMatter.get(each.stand.matter) ?? []), each]);
  for (const placed of byMatter.values()) {
    const pair = pairOf(placed.slice(0, most));
    if (!pair) continue;
    const [said, other] = pair;
    const quoted = other.stand.words.slice(0, 120);
    yield {
      at: placeIn(said.block, said.stand),
      say: {
        en: `“${said.stand.words}”, but elsewhere: “${quoted}”. Both cannot be true. Find out which is, and correct the other: customers who find out later believe nothing else.`,
        zh: `这里说“${said.stand.words}”，但别处写着“${quoted}”。两者不能同时成立，请核实并改正：客户事后知道了，就不会再相信其余内容。`,
      },
    };
  }
}

/** The last place for customers that another one denies, and that other: one of colleagues before one for customers. */
function pairOf(all: readonly Placed[]): readonly [Placed, Placed] | undefined {
  const outside = all.filter(({ block }) => block.audience === 'customer');
  const inside = all.filter(({ block }) => block.audience !== 'customer');
  for (const others of [inside, outside])
    for (const said of outside.toReversed()) {
      const denied = others.find(({ block, stand }) => block !== said.block && areOpposed(said.stand, stand));
      if (denied) return [said, denied];
    }
  return undefined;
}
