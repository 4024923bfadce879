import type { Heading, Nodes, Paragraph, TableCell } from 'mdast';
import type { Localized } from '../finding.js';
import { headsInternal, isInternalLabel } from './labels.js';
import { asSeen } from './lookalike.js';
import { textOf } from './rebuild.js';
import { saysInternal } from './section-names.js';

const say = (en: string, zh: string): Localized => ({ en, zh });

const noHeading = say(
  'This looks like a heading but is not one, so it ends no section and what follows would be published. A heading is one to six “#” at the start of a line, an ordinary space, and its words.',
  '这里像是标题，但没有被识别，因此不会结束上一节，后面的内容会被公开。标题的写法：行首一到六个“#”，一个普通空格，然后是标题文字。',
);

/**
 * Whether a line was to be a heading. Not “#1”, and not “#war-room”: one sign right before a word is a heading only where
 * the word begins as titles do.
 */
function isAlmostHeading(line: string): boolean {
  const seen = asSeen(line);
  if (/^\s*#(?:#{1,8}\s*|\s+)(?!\d)[\p{L}\p{N}*_`“"'([]/u.test(seen)) return true;
  return (
    /^\s*#[^\s#\d]/.test(seen) && /^[^\p{L}\p{N}]*[#\uff03\ufe5f](?:\p{Lu}|\p{Script=Han}[^#\uff03]*$)/u.test(line)
  );
}

/** A line that was to be a heading and is none: `##Root cause`, a no-break space after the signs, seven of them. */
export function paragraphProblem({ children }: Paragraph): Localized | undefined {
  const text = children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'break' ? '\n' : '\ufffc'))
    .join('');
  if (!/[#\uff03\ufe5f]/.test(text)) return undefined;
  return text.split('\n').some(isAlmostHeading) ? noHeading : undefined;
}

/** The lines of a second front matter, which Markdown takes for a heading underlined with “---”. */
const keyLines = /^(?:[ \t]*[\w-]+[ \t]*:(?:[ \t][^\n]*)?(?:\n|$))+$/;

/**
 * A heading that says internal, or that is none.
 * @param title What customers read of it.
 * @param written Its source.
 */
export function headingProblem({ depth }: Heading, title: string, written: string): Localized | undefined {
  const lines = written.replace(/\r\n?/g, '\n').replace(/\n[ \t]*-+\s*$/, '');
  if (depth === 2 && /-\s*$/.test(written) && keyLines.test(lines))
    return say(
      'This looks like front matter but stands inside the document, so it would be published as a heading. Move it to the first line of the file.',
      '这里像是 front matter，但位于正文中，会被当作标题公开。请移到文件开头。',
    );
  if (!saysInternal(title)) return undefined;
  return say(
    `“${title.trim()}” stands in the customer part, so what follows would be published. Move it out of the customer part, or put it between “:::internal” and “:::”.`,
    `“${title.trim()}”位于客户部分之内，其下的内容会被公开。请移出客户部分，或放在“:::internal”和“:::”之间。`,
  );
}

/** What spreadsheets take for a formula that calls something: `=HYPERLINK(…)`, `@SUM(…)`, `=cmd|'…'!A0`. */
const formula = /^\s*[=+@-][+-]?[a-z][\w.]*\s*[(|!]/i;

/**
 * Cells that do harm where the table is pasted, and those that say internal: a column or a row that is headed
 * “Internal notes” is published like any other.
 * @param rows As customers would see them.
 */
export function* tableProblems(rows: readonly Nodes[]): Generator<[TableCell, Localized]> {
  for (const [at, row] of rows.entries())
    for (const [column, cell] of (row.type === 'tableRow' ? row.children : []).entries()) {
      const words = textOf(cell.children);
      const seen = asSeen(words);
      if (formula.test(words))
        yield [
          cell,
          say(
            'A spreadsheet into which this table is copied would run this cell as a formula. Write it in another way.',
            '表格复制到电子表格后，这个单元格会被当作公式执行，请换一种写法。',
          ),
        ];
      else if (/^\s*##/.test(seen) && isAlmostHeading(words)) yield [cell, noHeading];
      else if (at === 0 ? headsInternal(seen) : column === 0 && isInternalLabel(seen))
        yield [
          cell,
          say(
            `“${words.trim()}” stands in a table for customers, and what it heads would be published. Take it out, or put the table between “:::internal” and “:::”.`,
            `“${words.trim()}”位于给客户看的表格里，它所标的内容会被公开。请删去，或把表格放在“:::internal”和“:::”之间。`,
          ),
        ];
    }
}
