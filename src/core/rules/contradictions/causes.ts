import { type CauseClaim, type CauseKind, causeClaims, mentionsCause } from '../../document/causes.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { placeIn } from '../document-facts.js';
import type { BlockText, DocumentContext, Problem } from '../rule.js';
import { type Worded, wordedParts } from './common.js';

/** More than these are not compared. */
const most = 200;

const allOthers = (one: Worded<CauseClaim>, all: readonly Worded<CauseClaim>[]) =>
  all.filter(({ block }) => block !== one.block);

/** "It was no attack" beside "attackers flooded us"; a power cut where the rest of the text knows of none. */
export function* causes(context: DocumentContext): Generator<Problem> {
  const all = wordedParts<CauseClaim>(context, 'causes', causeClaims, true)
    .filter(({ block }) => block.block.kind !== 'heading')
    .slice(0, most);
  const isOutside = ({ block }: Worded<CauseClaim>): boolean => block.audience === 'customer';
  if (!all.some(isOutside)) return;
  const reported = new Set<Worded<CauseClaim>>();
  const blocks = new Set<PlacedBlock>();
  for (const said of all.filter(isOutside)) {
    const other = allOthers(said, all).find(
      ({ part }) =>
        part.isExcluded !== said.part.isExcluded && part.kinds.some((kind) => said.part.kinds.includes(kind)),
    );
    if (!other || reported.has(other) || blocks.has(said.block)) continue;
    reported.add(said);
    blocks.add(said.block);
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${said.words}”, but elsewhere it says “${other.words}”. Only one can be the cause. Find out which is and correct the other: customers who find out later believe nothing else.`,
        zh: `这里说“${said.words}”，但别处写的是“${other.words}”。原因只能有一个，请核实并改正：客户事后知道了，就不会再相信其余内容。`,
      },
    };
  }
  yield* strangers(
    context,
    all.filter((claim) => isOutside(claim) && !blocks.has(claim.block)),
    all,
  );
}

/** Kinds that are always called by their names: who does not name them does not mean them. */
const unmistakable: ReadonlySet<CauseKind> = new Set([
  'power',
  'hardware',
  'attack',
  'certificate',
  'supplier',
  'line',
  'nature',
]);

/** Of these it is told as the cause where it is told at all. */
const outward: ReadonlySet<CauseKind> = new Set(['power', 'attack', 'certificate', 'line', 'nature']);

/** Something came of it: "attackers" alone may be whoever. */
const acted =
  /\b(?:had|flooded|broke|struck|hit|got|gained|overran|brought|shut|cut|tripped|knocked|stopped|destroyed|expired|ran out|failed|took)\b|[了过]/i;

/** Whether a paragraph tells the cause apart from another: causes of one section are links of a chain. */
const tellsIt = (block: PlacedBlock, said: PlacedBlock): boolean => block.section !== said.section;

/** The beginning of a paragraph that tells the cause. */
function firstOf({ block, section, text }: BlockText): string | undefined {
  if (section?.kind !== 'cause' || block.kind === 'heading' || text.length < 30) return undefined;
  return text.length > 70 ? `${text.slice(0, 70).trimEnd()}…` : text;
}

/** Whether another block speaks of a kind of causes. A key for each kind: most documents ask for one or two. */
const isKnown = (context: DocumentContext, kind: CauseKind, own: PlacedBlock): boolean =>
  context
    .facts(`mentions ${kind}`, ({ text }) => mentionsCause(text, kind) || undefined)
    .some(({ block }) => block !== own);

/** A cause of which nothing else in the document knows, where it tells another. */
function* strangers(
  context: DocumentContext,
  own: readonly Worded<CauseClaim>[],
  all: readonly Worded<CauseClaim>[],
): Generator<Problem> {
  const mains = own.filter(
    ({ block, part, words }) =>
      !part.isExcluded &&
      (part.isMain ||
        block.section?.kind === 'cause' ||
        (acted.test(words) && part.kinds.some((kind) => outward.has(kind)))),
  );
  if (mains.length === 0) return;
  const told = context.facts('cause-told', firstOf);
  const found: { said: Worded<CauseClaim>; other: string }[] = [];
  for (const said of mains) {
    const other =
      allOthers(said, all).find(
        ({ block, part }) =>
          block.section !== said.block.section && !part.isExcluded && (part.isMain || block.section?.kind === 'cause'),
      )?.words ??
      (said.part.kinds.some((kind) => unmistakable.has(kind))
        ? told.find(({ block }) => tellsIt(block, said.block))?.value
        : undefined);
    if (!other || said.part.kinds.some((kind) => isKnown(context, kind, said.block))) continue;
    if (!found.some((each) => each.said.block === said.block)) found.push({ said, other });
  }
  // Several that nothing else knows of came together, or are there to choose from.
  if (found.length > 1) return;
  for (const { said, other } of found)
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${said.words}” is told as the cause here and nowhere else; elsewhere it was “${other}”. Find out which is right and correct the other: customers who find out later believe nothing else.`,
        zh: `只有这里把“${said.words}”说成原因，别处说的是“${other}”。请核实并改正：客户事后知道了，就不会再相信其余内容。`,
      },
    };
}
