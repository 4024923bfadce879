import { fold } from '../language/fold.js';
import type { CalendarDay } from './clock.js';
import type { PlacedBlock, Postmortem } from './postmortem.js';

/** What a row of an action table says. */
export interface Action {
  /** The cell that holds the action itself. */
  readonly action: PlacedBlock;
  /** The cell that holds the due date, else the action's. */
  readonly block: PlacedBlock;
  /** What the readers of `block` see. */
  readonly text: string;
  readonly due: CalendarDay | undefined;
  /** Whether the table has such a column and the row leaves it empty. */
  readonly lacksOwner: boolean;
  readonly lacksDate: boolean;
  readonly isOpen: boolean;
}

const headings = {
  action:
    /^(?:actions?(?: items?)?|what|tasks?|steps?|measures?|descriptions?|follow-?ups?|items?|to ?do|事项|行动(?:项)?|措施|改进(?:事项|项|措施)?|任务|内容|待办(?:事项)?|工作(?:项)?|动作|做什么)$/i,
  owner:
    /^(?:owners?|owned by|who|assignees?|assigned(?: to)?|responsible(?: team| person)?|in charge|person|team|lead|departments?|units?|squads?|groups?|by whom|dri|负责(?:人|团队|组|方|部门|单位)?|谁|责任(?:人|方|部门|单位)|主责(?:部门)?|部门|单位|科室|班组|小组|团队|执行人|跟进人|处理人)$/i,
  due: /^(?:due(?: (?:date|by|on))?|deadline|by(?: when)?|when|target(?: date)?|(?:done|ready|complete|finished|in place|planned) (?:by|for|on)|planned(?: date)?|until|eta|date|day|(?:计划|预计|拟)?(?:完成|上线|交付|落实)(?:日期?|时间|期限|时限)?|(?:截止|截至|到期|最迟|最后)(?:日期?|时间|期限)?|期限|时限|(?:计划|预计)(?:日期|时间)|何时|什么时候|日期|时间)$/i,
  state: /^(?:status|state|done\??|progress|状态|进度|进展|完成情况)$/i,
} as const;
type Column = keyof typeof headings;

const finished =
  /^\W*(?:done|closed|completed?|finished|resolved|fixed|merged|shipped|released|cancell?ed|won['’]?t (?:do|fix)|dropped|x|✓|✔|✅|已?(?:完成|关闭|解决|上线|修复|取消)|是)\W*$/i;
/** The same with the day on which it was: "done 23 Jan, all lines", "2026-06-10（已完成）"; not "done by 4 May". */
const finishedOn =
  /^\W*(?:done|closed|completed?|finished|shipped|merged|released)(?: on)? (?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}|\p{L}{3,9}\.? \d{1,2}|\d{4}-\d\d-\d\d)(?![\p{L}\d])|^[^\p{L}\p{N}]*(?:\d{4}-\d\d-\d\d|(?:\d{1,2} ?月 ?)?\d{1,2} ?[日号]?)[，,、 （(]*(?:已?(?:完成|上线|关闭)|(?:done|closed|completed|finished)\b)|^\W*已?(?:于)?(?:\d{1,2}月)?\d{1,2}[日号](?:完成|上线|关闭)|^\W*已?(?:完成|上线|关闭)[（(，, ]*(?:\d{1,2}月)?\d{1,2}[日号]/iu;
const empty = /^[\s\-–—?？/.…]*$|^(?:tbd|tba|n\/?a|none|open|unassigned|nobody|todo|待定|未定|待分配|无|暂无|待确认)$/i;

/** The cells of each table of a document, row by row. */
export function* tables({ parts }: Postmortem): Generator<PlacedBlock[][]> {
  // No part without a table is placed for this.
  const blocks = parts.filter(({ chunk }) => chunk.chunk.hasTable).flatMap((part) => part.blocks);
  let rows: PlacedBlock[][] = [];
  let last: PlacedBlock | undefined;
  for (const block of blocks) {
    if (block.block.kind !== 'cell') {
      if (rows.length > 1) yield rows;
      rows = [];
      last = undefined;
      continue;
    }
    const isSame = last && last.chunk === block.chunk && last.block.top === block.block.top;
    if (!isSame) {
      if (rows.length > 1) yield rows;
      rows = [[block]];
    } else {
      const isRow = last && !/[\r\n]/.test(block.chunk.chunk.text.slice(last.block.end, block.block.start));
      if (isRow) rows.at(-1)?.push(block);
      else rows.push([block]);
    }
    last = block;
  }
  if (rows.length > 1) yield rows;
}

const isFinished = (text: string): boolean => finished.test(text) || finishedOn.test(text);

/** What a cell of a table says. */
export interface Cell {
  readonly text: string;
  /** Whether it holds code, a link or an image. */
  readonly hasAsides: boolean;
}

/**
 * The rows of the action tables of a document: tables with a column for the action and one for its owner, its date or its
 * state, outside timelines.
 * @param cells What its cells say.
 * @param days The first day that each cell names.
 */
export function* actionsOf(
  postmortem: Postmortem,
  cells: ReadonlyMap<PlacedBlock, Cell>,
  days: ReadonlyMap<PlacedBlock, CalendarDay>,
): Generator<Action> {
  if (cells.size === 0) return;
  const textOf = (block: PlacedBlock): string => fold(cells.get(block)?.text.trim() ?? '');
  for (const [head = [], ...rows] of tables(postmortem)) {
    const columns = new Map<Column, number>();
    head.forEach((cell, index) => {
      const title = textOf(cell)
        .replace(/[*_:：]/g, '')
        .trim();
      for (const column of Object.keys(headings) as Column[])
        if (!columns.has(column) && headings[column].test(title)) columns.set(column, index);
    });
    const at = columns.get('action');
    if (at === undefined || !(columns.has('owner') || columns.has('due'))) continue;
    if (head[0]?.section?.kind === 'timeline') continue;
    for (const row of rows) {
      const cell = (column: Column): PlacedBlock | undefined => row[columns.get(column) ?? -1];
      const action = row[at];
      if (!action || empty.test(textOf(action))) continue;
      const due = cell('due');
      const state = cell('state');
      const lacks = (column: Column): boolean => {
        const block = cell(column);
        return block !== undefined && !cells.get(block)?.hasAsides && empty.test(textOf(block));
      };
      yield {
        action,
        block: due ?? action,
        text: cells.get(due ?? action)?.text ?? '',
        due: due && days.get(due),
        lacksOwner: lacks('owner') || (!columns.has('owner') && action.audience === 'internal'),
        lacksDate: lacks('due') || !columns.has('due'),
        isOpen: ![state, due].some((each) => each && isFinished(textOf(each))),
      };
    }
  }
}
