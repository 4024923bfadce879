import { type Amount, sentences } from '../../document/amounts.js';
import { isName } from '../../document/sums.js';
import { fold } from '../../language/fold.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { counted, countsIn, type Placed, parts, saysAll, wordsOf } from './common.js';

/** The Chinese classifier behind a count; counts with different ones are of different things. */
const unitOf = (text: string, { end }: Amount): string =>
  /^\s?([个位名家户人笔单条张件台份篇间辆班趟部所套处座批次])/u.exec(fold(text.slice(end, end + 3)))?.[1] ?? '';

/** What makes a row no whole: a choice, an estimate, a count twice over, a change from one to another. */
const open =
  /\b(?:about|around|nearly|more than|over|at least|up to|including|such as|among|from|instead|than|each|per|both|twice|overlap\w*|of (?:these|them|those|the|which))\b|约|近|超过|至少|其中|例如|比如|主要|等(?=[，。；]|$)|从|每|重复|先后|同时/iu;

/** Counts that stand in one sentence, three or more of one unit: "4,120 late, 1,530 cancelled, 620 mixed up". */
interface Row {
  readonly counts: readonly Amount[];
  readonly unit: string;
  /** What its label says is counted: "Affected bikes by district:". */
  readonly noun: string | undefined;
}

/** "Affected bikes by district: " in front of a row. */
const label =
  /(?<noun>[a-z]{4,})(?: (?:affected|concerned|hit|lost|by us))? (?:by|per|in each) (?:district|region|site|branch|country|county|city|town|shop|store|line|plan|day|hour|channel|depot|plant|ward|school|station|state|zone|area|route|type|class|size)\s*[:：—–-]\s*[^\d:：]*$/iu;
const zhLabel =
  /(?:按|分)(?:地区|区域|城市|门店|网点|线路|日期|渠道|类型|省份|片区|车间|科室|年级)[^，。；\d]{0,8}?(?<noun>[\u3400-\u9fff]{2})(?:数量?|情况)?[:：][^\d:：]*$/u;

function rowsIn(text: string): readonly Row[] {
  const counts = countsIn(text);
  if (counts.length < 3) return [];
  return sentences(fold(text)).flatMap(({ start, end }): Row[] => {
    const own = counts.filter((part) => part.start >= start && part.end <= end && !isName(text, part));
    const [one] = own;
    const last = own.at(-1);
    if (!one || !last || own.length < 3 || own.some((part) => saysAll({ text, part }))) return [];
    // The row and what its clause begins with; what the sentence says before is of other things.
    const lead = /[^，,：:；;]*$/u.exec(text.slice(start, one.start))?.[0] ?? '';
    if (open.test(lead + text.slice(one.start, last.end + 4))) return [];
    const unit = unitOf(text, one);
    const before = fold(text.slice(start, one.start));
    const noun = (label.exec(before) ?? zhLabel.exec(before))?.groups?.noun?.toLowerCase();
    return own.every((each) => unitOf(text, each) === unit) ? [{ counts: own, unit, noun }] : [];
  });
}

/** Whether the noun of a label stands right behind a number. */
const isOf = ({ text, part }: Placed<Amount>, noun: string): boolean =>
  fold(text.slice(part.end, part.end + noun.length + 4))
    .toLowerCase()
    .replace(/^[\s\u3400-\u9fff]{0,2}?(?=[a-z\u3400-\u9fff])/u, '')
    .startsWith(noun);

const wholesIn = (text: string): readonly Amount[] => countsIn(text).filter((part) => saysAll({ text, part }));

/** "6,480 orders in all" in one place, and three numbers that make 6,270 in another. */
export function* enumerations(context: DocumentContext): Generator<Problem> {
  const rows = parts<Row>(context, 'count-rows', rowsIn, true);
  if (rows.length === 0) return;
  const wholes = parts<Amount>(context, 'wholes', wholesIn, true);
  let values: ReadonlySet<number> | undefined;
  for (const { block, text, part: row } of rows) {
    if (block.block.kind === 'cell') continue;
    const sum = row.counts.reduce((made, { value }) => made + value, 0);
    const { noun } = row;
    const named = noun === undefined ? [] : counted(context).filter((amount) => isOf(amount, noun));
    const near = [...wholes, ...named].filter(
      (whole) =>
        whole.block !== block &&
        row.counts.every(({ value }) => value !== whole.part.value) &&
        unitOf(whole.text, whole.part) === row.unit &&
        sum > 0.9 * whole.part.value &&
        sum < 1.1 * whole.part.value,
    );
    const [whole] = near;
    if (!whole || new Set(near.map(({ part }) => part.value)).size > 1) continue;
    values ??= new Set(counted(context).map(({ part }) => part.value));
    if (values.has(sum)) continue;
    const sums = row.counts.map(({ start, end }) => text.slice(start, end)).join(' + ');
    yield {
      at: placeIn(whole.block, whole.part),
      say: {
        en: `“${wordsOf(whole)}” in all, but elsewhere its parts make ${sum.toLocaleString('en')}: ${sums}. Check the figures; customers add them up.`,
        zh: `这里一共是“${wordsOf(whole)}”，但别处各部分相加是 ${sum.toLocaleString('en')}（${sums}）。请核对数字，客户会自己加一遍。`,
      },
    };
  }
}
