import { type Announced, addsToList, announcedIn, type Listed, listFrom } from '../../document/announced.js';
import type { PlacedBlock, Postmortem } from '../../document/postmortem.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';

/** What a block announces, lists or adds; the same for all that do none of it. */
interface Said {
  readonly announced: readonly Announced[];
  readonly list: Listed | undefined;
  readonly adds: boolean;
}

function problem(block: PlacedBlock, { start, end, words }: Announced, listed: number): Problem {
  return {
    at: placeIn(block, { start, end }),
    say: {
      en: `“${words}”, but ${listed} ${listed === 1 ? 'follows' : 'follow'}. Add what is missing or correct the number; customers count them.`,
      zh: `这里说“${words}”，后面列出的却是 ${listed} 项。请补上或改正数字，客户会逐项数。`,
    },
  };
}

/** "Four things change:" above a list of three. */
export function* announced({ blocks }: Postmortem, context: DocumentContext): Generator<Problem> {
  const said = new Map<PlacedBlock, Said>();
  for (const { block, value } of context.facts('announced', ({ block, chunk, text }): Said | undefined => {
    const found = block.kind === 'cell' || block.listed ? [] : announcedIn(text, block.kind === 'heading');
    const list = listFrom(block, chunk.chunk);
    const adds = !block.listed && block.kind === 'paragraph' && addsToList(text);
    return found.length > 0 || list || adds ? { announced: found, list, adds } : undefined;
  }))
    said.set(block, value);
  if (![...said.values()].some(({ announced }) => announced.length > 0)) return;
  for (const [index, block] of blocks.entries()) {
    for (const each of said.get(block)?.announced ?? []) {
      if (each.here !== undefined && each.here !== each.value) yield problem(block, each, each.here);
      if (!each.isOpen) continue;
      const list = blocks[index + 1];
      const { list: listed } = (list && said.get(list)) ?? {};
      if (!list || !listed || list.section !== block.section || list.audience !== block.audience) continue;
      const { items, most, isNested } = listed;
      // More than one off, it is the number of something else.
      if (items === each.value || (each.value > items && each.value <= most) || Math.abs(items - each.value) > 2)
        continue;
      if (items < each.value ? items < 2 && each.value > 2 : isNested) continue;
      if (!goesOn(blocks, index + 1, said)) yield problem(block, each, items);
    }
  }
}

/** Whether something behind a list in its section may belong to it: another list, or a paragraph that adds to it. */
function goesOn(blocks: readonly PlacedBlock[], from: number, said: ReadonlyMap<PlacedBlock, Said>): boolean {
  const first = blocks[from];
  let isNext = true;
  for (let at = from + 1; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || block.section !== first?.section) return false;
    const isSame = block.chunk === first?.chunk && block.block.top === first.block.top;
    if (isSame) continue;
    const { list, adds, announced = [] } = said.get(block) ?? {};
    if (list || (isNext && adds)) return true;
    if (announced.length > 0) return false;
    isNext = false;
  }
  return false;
}
