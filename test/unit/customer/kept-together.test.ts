import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepingColumns, keptTogether } from '../../../src/core/export/kept-together.js';
import { columnWidths } from '../../../src/core/export/table-text.js';
import { wrap } from '../../../src/core/export/wrap.js';
import { createLinter, exportCustomer, type FormatId } from '../../../src/core/index.js';

const kept = (text: string): string[] => keptTogether(text).map(({ start, end }) => text.slice(start, end));

test('dates and times are kept together in the ways people write them', () => {
  assert.deepEqual(kept('24 October 2025'), ['24 October 2025']);
  assert.deepEqual(kept('Done by October 24, 2025, at the latest'), ['October 24, 2025,']);
  assert.deepEqual(kept('2025-10-24'), ['2025-10-24']);
  assert.deepEqual(kept('09:42'), ['09:42']);
  assert.deepEqual(kept('09:42–11:05 (Berlin)'), ['09:42–11:05']);
  assert.deepEqual(kept('2025 年 10 月 24 日 下午 2:05'), ['2025 年 10 月 24 日', '下午 2:05']);
  assert.deepEqual(kept('（2025年10月24日）完成'), ['（2025年10月24日）']);
  assert.deepEqual(kept('An alarm for each of 24 gateways'), []);
  assert.deepEqual(kept('UTC'), []);
});

const words = (language: 'en' | 'zh', body: string): string =>
  `---\ntype: postmortem\ntitle: T\nlanguage: ${language}\naudience: customer\n---\n\n${body}\n`;
const table = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => `| ${row.join(' | ')} |`)
    .toSpliced(1, 0, `|${' - |'.repeat(rows[0]?.length ?? 0)}`)
    .join('\n');
async function made(body: string, id: FormatId, language: 'en' | 'zh' = 'en'): Promise<string> {
  const result = await exportCustomer(createLinter().analyze(words(language, body)).postmortem, id, { now: 0 });
  assert.ok(result.ok, result.ok ? '' : result.refusals[0]?.say.en);
  return String(result.content);
}
const long = 'Each new certificate is tried out against the card processor before it is used by any of the gateways';

test('a date in a cell does not break where the table has room: page, mail and text', async () => {
  const body = table([
    ['Step', 'Done by', 'For'],
    [long, 'by 24 October 2025, 09:42', long],
  ]);
  const html = await made(body, 'html');
  assert.match(html, /<td>by <span class="kept-words">24 October 2025,<\/span> <span class="kept">09:42<\/span><\/td>/);
  assert.match(html, /\.kept, \.kept-words \{ white-space: nowrap; \}/);
  const email = await made(body, 'email');
  assert.match(email, /by <span style="white-space:nowrap">24 October 2025,<\/span>/);
  for (const id of ['txt', 'slack'] as const) assert.match(await made(body, id), /\b24 October 2025,/);
  const chinese = await made(
    table([
      ['步骤', '日期'],
      ['检查', '2025 年 10 月 24 日前'],
    ]),
    'html',
    'zh',
  );
  assert.match(chinese, /<span class="kept-words">2025 年 10 月 24 日<\/span>前/);
});

test('outside of tables, and in tables of many columns, text breaks as before', async () => {
  assert.ok(!/class="kept/.test(await made('On 24 October 2025 at 09:42 it began.', 'html')));
  const many = Array.from({ length: 8 }, () => '24 October 2025');
  assert.ok(!keepingColumns([many], 82).includes(true));
  assert.ok(!/class="kept/.test(await made(table([many.map(() => 'Day'), many]), 'html')));
  // Hundreds of rows of times still have room: rows do not make a table wider.
  const rows = Array.from({ length: 400 }, (_, at) => [`${String(at % 24).padStart(2, '0')}:15`, 'A message goes out']);
  assert.deepEqual(keepingColumns(rows, 82), [true, false]);
});

test('where not all have room, the shorter ones are kept', () => {
  const row = ['Payments', '2025-10-20', '24 October 2025', '24 October 2025, 09:42–11:05', '15 November 2025', long];
  assert.deepEqual(keepingColumns([row], 82), [false, true, true, false, false, false]);
  assert.deepEqual(keepingColumns([row], 70), [false, true, false, false, false, false]);
});

test('a column is not narrower than its dates where that fits, and is where it does not', () => {
  const row = [long, '24 October 2025', long];
  const [, date = 0] = columnWidths([row], 60) ?? [];
  assert.ok(date >= 15, `${date} columns`);
  const [, wider = 0] = columnWidths([row], 60, 1.25) ?? [];
  assert.ok(wider >= 19, `${wider} columns`);
  const narrow = columnWidths([[long, '24 October 2025', '25 October 2025']], 40);
  assert.deepEqual(
    narrow?.reduce((sum, one) => sum + one, 0),
    36,
  );
  assert.equal(columnWidths([[long, long, long]], 20), undefined);
});

test('what is kept is not cut, unless it is longer than a line', () => {
  assert.deepEqual(wrap('due 24 October 2025', 15, keptTogether), ['due', '24 October 2025']);
  assert.deepEqual(wrap('due 24 October 2025', 10, keptTogether), ['due 24', 'October', '2025']);
  assert.deepEqual(wrap('截止 2025 年 10 月 24 日', 18, keptTogether), ['截止 2025 年 10 月', '24 日']);
  assert.deepEqual(wrap('截止 2025 年 10 月 24 日', 19, keptTogether), ['截止', '2025 年 10 月 24 日']);
});
