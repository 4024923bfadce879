import { type LossLabel, lossLabel } from '../../document/loss-labels.js';
import { contradicts, type Loss, lossesIn, type WholeClaim, wholeClaims } from '../../document/losses.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { type DocumentFacts, placeIn } from '../document-facts.js';
import type { BlockText, DocumentContext, Problem } from '../rule.js';
import { wordedParts } from './common.js';
import { lostOrNot } from './stands.js';

/** What a block says was lost, and what it labels so. */
interface Lost {
  readonly losses: readonly Loss[];
  readonly label: LossLabel | undefined;
}

const aside: ReadonlySet<string> = new Set(['lessons', 'supporting', 'people', 'glossary']);

/** Of measures only those that count what was lost: "so that nothing can be lost" is a wish. */
function lostIn({ block, audience, section, text }: BlockText): Lost | undefined {
  const kind = section?.kind ?? '';
  if (audience !== 'customer' && aside.has(kind)) return undefined;
  const isMeasure = audience !== 'customer' && kind === 'actions';
  const losses = lossesIn(text).filter(({ words }) => !isMeasure || /\d/.test(words));
  const label = block.kind === 'heading' || isMeasure ? undefined : lossLabel(text);
  return losses.length > 0 || label ? { losses, label } : undefined;
}

/** How many a row says, by its other cells: `undefined` where they hold no number. */
function countIn(cells: ReadonlyMap<PlacedBlock, readonly string[]>, cell: PlacedBlock): number | undefined {
  const [number] = (cells.get(cell) ?? []).flatMap((text) => /\d[\d,]*/.exec(text)?.[0] ?? []);
  return number === undefined ? undefined : Number(number.replaceAll(',', ''));
}

/** "No data was lost" in a text that names what was lost, in a sentence or in a table. */
export function* wholeness(facts: DocumentFacts, context: DocumentContext): Generator<Problem> {
  let isFound = false;
  for (const problem of denied(facts, context)) {
    isFound = true;
    yield problem;
  }
  if (!isFound) yield* lostOrNot(context);
}

function* denied(facts: DocumentFacts, context: DocumentContext): Generator<Problem> {
  const claims = wordedParts<WholeClaim>(context, 'whole', wholeClaims);
  if (claims.length === 0) return;
  const said = context.facts('lost', lostIn);
  if (said.length === 0) return;
  const cells = new Map<PlacedBlock, readonly string[]>();
  if (said.some(({ block }) => block.block.kind === 'cell'))
    for (const rows of facts.tables)
      for (const row of rows)
        for (const { cell } of row)
          cells.set(
            cell,
            row.filter((each) => each.cell !== cell).map(({ text }) => text),
          );
  for (const claim of claims) {
    const other = said
      .map(({ block, value }) => lossAgainst(claim.part, value, block.block.kind === 'cell', countIn(cells, block)))
      .find((words) => words !== undefined);
    if (other === undefined) continue;
    const quoted = other.trim().slice(0, 90);
    yield {
      at: placeIn(claim.block, claim.part),
      say: {
        en: `“${claim.words}”, but elsewhere: “${quoted}”. Say what was lost and what was not; one of the two cannot be true.`,
        zh: `“${claim.words}”，但别处写着“${quoted}”。两者不能同时成立，请写清哪些丢失了，哪些没有。`,
      },
    };
  }
}

/** The words of a loss that denies a claim; a row of a table counts with its number, and not with none. */
function lossAgainst(
  claim: WholeClaim,
  { losses, label }: Lost,
  isCell: boolean,
  count: number | undefined,
): string | undefined {
  if (isCell && count === 0) return undefined;
  const row = isCell && count !== undefined ? ` ${count}` : '';
  const loss = losses.find((each) => contradicts(claim, { ...each, sentence: each.sentence + row }));
  if (loss) return loss.words + row;
  const value = label?.value ?? count;
  if (!label || !value || (claim.of === undefined && !label.isData)) return undefined;
  const own = { start: 0, end: 0, sentence: label.words, words: label.words };
  return claim.of === undefined || contradicts(claim, own) ? label.words + row : undefined;
}
