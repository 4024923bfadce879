import { fold } from '../language/fold.js';
import { amountsIn } from './amounts.js';

/** A column of plain numbers: what each row counts, with the head that says what. */
export interface Column<Cell> {
  readonly head: string;
  readonly cells: readonly { readonly cell: Cell; readonly value: number }[];
  /** What the first column lists: "Region", "机房". */
  readonly listed: string;
  readonly sum: number;
  /** The row that says what they make, where there is one. */
  readonly total: { readonly cell: Cell; readonly value: number; readonly length: number } | undefined;
}

/** A cell that holds one number and at most its unit. */
function numberIn(text: string): number | undefined {
  const plain = text.trim();
  if (!/^\d[\d,.\u00a0\u202f]*\s?[万千]?\s?(?:[\u3400-\u9fff]{1,3}|[a-z]{2,12})?$/iu.test(fold(plain)))
    return undefined;
  const [amount, second] = amountsIn(plain);
  return amount && !second && amount.sort === '' ? amount.value : undefined;
}

export const totalRow =
  /^\W*(?:totals?|all|sum|together|overall|in all|in total|合计|总计|共计|总数|总共|全部|小计)\W*$/iu;
/** Heads of numbers that nobody adds up: shares, ranks, times, prices of one. */
const unlike =
  /%|share|rate|average|median|p\d\d|version|build|port|rank|no\.?$|^#|year|day|hour|minute|second|^(?:[\w-]+ )?time\b|each|per\b|priority|due|率|比例|占比|平均|版本|编号|序号|时间|时长|分钟|小时|单价|每|日期|年/iu;

/**
 * The columns of numbers of a table whose first column names what the rows are.
 * @param rows What its cells are and say, the head first.
 */
export function columnsOf<Cell>(
  rows: readonly (readonly { readonly cell: Cell; readonly text: string }[])[],
): Column<Cell>[] {
  const [head, ...body] = rows;
  if (!head || body.length < 2 || body.length > 60) return [];
  const last = body.at(-1);
  const hasTotal = totalRow.test(last?.[0]?.text ?? '');
  const parts = hasTotal ? body.slice(0, -1) : body;
  if (parts.length < 2) return [];
  return head.slice(1).flatMap(({ text }, index): Column<Cell>[] => {
    const at = index + 1;
    if (unlike.test(text)) return [];
    const cells = parts.flatMap((row) => {
      const found = row[at];
      const value = found && numberIn(found.text);
      return found && value !== undefined ? [{ cell: found.cell, value }] : [];
    });
    if (cells.length !== parts.length) return [];
    const own = hasTotal ? last?.[at] : undefined;
    const value = own && numberIn(own.text);
    return [
      {
        head: text.trim(),
        listed: head[0]?.text.trim() ?? '',
        cells,
        sum: cells.reduce((all, cell) => all + cell.value, 0),
        total: own && value !== undefined ? { cell: own.cell, value, length: own.text.length } : undefined,
      },
    ];
  });
}
