import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Row, rowsOf } from '../../src/extension/views/groups.js';
import type { Indexed } from '../../src/extension/views/indexed.js';

const indexed = (number: number, day: string, due?: string): Indexed => ({
  uri: { path: `/${String(number).padStart(5, '0')}.md` } as Indexed['uri'],
  mtime: 0,
  size: 0,
  isNamed: false,
  summary: {
    title: '',
    id: '',
    day,
    severity: '',
    status: '',
    hasCustomerPart: true,
    promises: due ? [{ text: '', due, offset: 0 }] : [],
  },
});
const many = (count: number, day: (number: number) => string, due?: string): Indexed[] =>
  Array.from({ length: count }, (_, number) => indexed(number, day(number), due));
const labels = (rows: readonly Row[]): string[] =>
  rows.map((row) => ('rows' in row ? `${row.label} ${row.count}${row.isOpen ? ' open' : ''}` : row.summary.day));
const shown = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + 1 + ('rows' in row && row.isOpen ? shown(row.rows) : 0), 0);

describe('the list of postmortems', () => {
  it('is plain while it is short: overdue promises first, then the newest', () => {
    const all = [indexed(1, '2025-01-01'), indexed(2, '2024-01-01', '2025-12-31'), indexed(3, '2026-01-01')];
    assert.deepEqual(labels(rowsOf(all, '2026-01-01')), ['2024-01-01', '2026-01-01', '2025-01-01']);
    assert.deepEqual(labels(rowsOf(all, '2025-12-31')), ['2026-01-01', '2025-01-01', '2024-01-01']);
  });

  it('is grouped where it is long, and shows some hundred lines at most', () => {
    const day = (number: number): string =>
      number % 10 === 0 ? '' : `${2020 + (number % 6)}-${String(1 + (number % 12)).padStart(2, '0')}-01`;
    const all = [...many(3000, day), ...many(2000, day, '2025-01-01')];
    const rows = rowsOf(all, '2026-01-01');
    const [late, newest] = rows;
    assert.ok(late && 'rows' in late && newest && 'rows' in newest);
    assert.deepEqual(labels(rows), [
      ...['overdue 2000 open', '2025 500 open', '2024 400', '2023 500', '2022 400', '2021 500', '2020 400'],
      'undated 300',
    ]);
    assert.deepEqual(labels(newest.rows).slice(0, 2), ['2025-12 250 open', '2025-06 250']);
    assert.deepEqual(labels(late.rows).slice(0, 2), ['2025 333 open', '2024 266']);
    assert.ok(shown(rows) < 600, String(shown(rows)));
    const count = (each: readonly Row[]): number =>
      each.reduce((sum, row) => sum + ('rows' in row ? count(row.rows) : 1), 0);
    assert.equal(count(rows), all.length, 'each stands once');
    const ids = new Set<string>();
    const look = (each: readonly Row[]): void => {
      for (const row of each) {
        if (!('rows' in row)) continue;
        assert.ok(!ids.has(row.id), row.id);
        ids.add(row.id);
        look(row.rows);
      }
    };
    look(rows);
  });

  it('has a group of what is overdue only where something is', () => {
    assert.deepEqual(
      labels(
        rowsOf(
          many(201, () => '2026-01-01'),
          '2026-02-01',
        ),
      ),
      ['2026 201 open'],
    );
    const some = [...many(201, () => '2026-01-01'), indexed(999, '2020-01-01', '2020-02-01')];
    assert.deepEqual(labels(rowsOf(some, '2026-02-01')), ['overdue 1 open', '2026 201 open']);
  });
});
