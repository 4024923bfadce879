import type { Amount } from '../../document/amounts.js';
import { type PlaceCount, placeCounts } from '../../document/places.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { type Column, columnsOf } from '../../document/table-columns.js';
import { fold } from '../../language/fold.js';
import { matchesIn } from '../../matches.js';
import { type DocumentFacts, placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { counted, digits, elsewhere, type Placed, parts, saysAll, wordsOf } from './common.js';

const grouped = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 });

/** Tables that show a choice of rows, or count some twice: what they make is no whole. */
const choice =
  /\b(?:largest|biggest|main|most affected|worst|top|some of|examples?|including|twice|both|overlap\w*|more than one|other|others|rest)\b|主要|最大|部分|前[三五十]|示例|重复|其他|其余|等/iu;

const wholeHead = /^(?:together|totals?|sum|overall|all|in all|combined)$|^(?:合计|总计|共计|总数|总和|小计)$/iu;

const columnsIn = ({ tables }: DocumentFacts): Column<PlacedBlock>[] =>
  tables.flatMap((rows) => {
    const kind = rows[0]?.[0]?.cell.section?.kind;
    const isAside = kind === 'timeline' || kind === 'actions';
    if (isAside || choice.test(fold(rows.flatMap((row) => row[0]?.text ?? []).join(' ')))) return [];
    const columns = columnsOf(rows);
    // Rows that are summed up to the right are of different things: employers, and their staff.
    const isSummed = wholeHead.test(fold(rows[0]?.at(-1)?.text ?? '').trim());
    return isSummed ? columns.filter(({ total }) => total) : columns;
  });

/** Whether what a head counts is what stands beside a number. */
function isCounted(head: string, { block, text, part }: Placed<Amount>): boolean {
  const behind = fold(text.slice(part.end, part.end + 40));
  const before = fold(text.slice(Math.max(0, part.start - 24), part.start));
  const words = matchesIn(head.toLowerCase(), /[a-z]{4,}/g).map(([word]) => word.replace(/s$/, ''));
  if (words.some((word) => behind.toLowerCase().split(/[.;,]/u)[0]?.includes(word))) return true;
  // "人数" counts 人; "断网主机" counts 主机.
  const han = fold(head)
    .replace(/[^\u3400-\u9fff]/gu, '')
    .replace(/(?:数量?|总数|受影响的?|受影响)/gu, '');
  const near = behind.split(/[，。；,;]/u)[0] ?? '';
  const isHan = han !== '' && (han.length === 1 ? near.trimStart().startsWith(han) : near.includes(han.slice(-2)));
  return isHan && !elsewhere.has(block.section?.kind ?? '') && !/其中|另/u.test(before);
}

/** A total that the rows of a table do not make: "1,340 servers" beside 610, 480 and 270. */
export function* columns(facts: DocumentFacts, context: DocumentContext): Generator<Problem> {
  const all = columnsIn(facts);
  if (all.length === 0) return;
  const amounts = counted(context);
  for (const { head, cells, sum, total } of all) {
    const named = cells.map(({ value }) => grouped(value)).join(' + ');
    if (total) {
      if (total.value === sum) continue;
      yield sumProblem(total.cell, { start: 0, end: total.length }, grouped(total.value), sum, named);
      continue;
    }
    if (amounts.some(({ part }) => part.value === sum)) continue;
    const own = new Set(cells.map(({ cell }) => cell));
    const found = amounts.filter(
      (amount) =>
        !own.has(amount.block) &&
        amount.block.block.kind !== 'cell' &&
        ((isNearSum(amount.part.value, sum) && isCounted(head, amount)) ||
          (saysAll(amount) &&
            amount.block.section === cells[0]?.cell.section &&
            sum > 0.8 * amount.part.value &&
            sum < 1.25 * amount.part.value)),
    );
    const values = new Set(found.map(({ part }) => part.value));
    const claim = found.find(({ block }) => block.audience === 'customer') ?? found[0];
    // Two numbers that come near it: one of them is of something else.
    if (claim && values.size === 1) yield sumProblem(claim.block, claim.part, wordsOf(claim), sum, named);
  }
}

/** What is missing may be a rest that no row names; what is too much may not. */
const isNearSum = (value: number, sum: number): boolean =>
  value > 9 &&
  ((sum > value && sum < 1.15 * value) || (sum < value && sum > 0.97 * value) || digits(value) === digits(sum));

function sumProblem(
  block: PlacedBlock,
  at: { readonly start: number; readonly end: number },
  said: string,
  sum: number,
  named: string,
): Problem {
  return {
    at: placeIn(block, at),
    say: {
      en: `“${said}”, but the rows of the table make ${grouped(sum)}: ${named}. Check the figures; customers add them up.`,
      zh: `“${said}”，但表中各行相加是 ${grouped(sum)}（${named}）。请核对数字，客户会自己加一遍。`,
    },
  };
}

/** "All 29 branches" in one place, "all 27 branches" in another. */
function* allOfThem(all: readonly Placed<PlaceCount>[]): Generator<Problem> {
  const whole = all.filter(({ part }) => part.isAll);
  for (const [index, later] of whole.entries()) {
    const own = whole.slice(0, index).filter(({ part }) => part.noun === later.part.noun);
    const first = own.find(({ part }) => part.value !== later.part.value);
    if (!first || own.some(({ part }) => part.value === later.part.value)) continue;
    yield placeProblem(later, first);
  }
}

const placeProblem = (later: Placed<PlaceCount>, first: Placed<PlaceCount>): Problem => ({
  at: placeIn(later.block, later.part),
  say: {
    en: `“${wordsOf(later)}” here, “${wordsOf(first)}” elsewhere. Find out which is right and correct the other; customers want to know whether theirs was among them.`,
    zh: `此处是“${wordsOf(later)}”，别处是“${wordsOf(first)}”。请核实并改正，客户想知道自己所在的是否在内。`,
  },
});

/** How many places it hit, against the rows of a table that lists them and against other sentences. */
export function* places(facts: DocumentFacts, context: DocumentContext): Generator<Problem> {
  const all = parts<PlaceCount>(context, 'places', placeCounts, true).filter(
    ({ block }) => block.block.kind !== 'cell' && !elsewhere.has(block.section?.kind ?? ''),
  );
  if (all.length === 0) return;
  for (const { listed, cells, sum } of columnsIn(facts)) {
    const isListed = ({ noun }: PlaceCount): boolean =>
      /[\u3400-\u9fff]/u.test(noun) ? listed.includes(noun) : listed.toLowerCase().includes(noun.replace(/y$/, ''));
    for (const claim of all) {
      // Said with the very number that the rows make: it counts those rows.
      if (!isListed(claim.part) || claim.part.value === cells.length || !claim.part.numbers.includes(sum)) continue;
      yield {
        at: placeIn(claim.block, claim.part),
        say: {
          en: `“${wordsOf(claim)}”, but the table lists ${cells.length}. Find out which is right and correct the other; customers look for their own.`,
          zh: `“${wordsOf(claim)}”，但表中列出了 ${cells.length} 个。请核实并改正，客户会在其中找自己所在的一个。`,
        },
      };
    }
  }
  yield* allOfThem(all);
  const firsts: Placed<PlaceCount>[] = [];
  for (const later of all.filter(({ part }) => part.isWhole)) {
    const first = firsts.find(({ part }) => part.noun === later.part.noun);
    if (!first) firsts.push(later);
    if (!first || first.part.value === later.part.value) continue;
    const shared = [...later.part.words].filter((word) => first.part.words.has(word)).length;
    if (shared < (/[\u3400-\u9fff]/u.test(later.part.noun) ? 4 : 3)) continue;
    if (
      all.some(
        ({ part, text }) => part.noun === later.part.noun && text === later.text && part.value === first.part.value,
      )
    )
      continue;
    yield placeProblem(later, first);
  }
}
