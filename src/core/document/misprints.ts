import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { type Amount, amountsIn, isMoney } from './amounts.js';
import { isSwapped } from './figures.js';

/** A number that is so exact that another one like it is a slip of it. Offsets in the text. */
export interface ExactNumber extends Span {
  readonly value: number;
  /** Its currency, "count", or the size of data. */
  readonly sort: string;
  /** As written: with 万, million or the like. */
  readonly unit: string;
  /** Its digits without what only says how large it is. */
  readonly digits: string;
}

const bytes = /^[kKMGTP]i?B$/;
const unitIn = /[万千亿]/;

const digitsOf = (value: number): string =>
  String(value)
    .replace('.', '')
    .replace(/^0+|0+$/g, '');

/** Finds sums of money, counts and sizes of data with enough digits to be recognised. */
export function exactNumbers(prose: string): readonly ExactNumber[] {
  const text = fold(prose);
  const found = amountsIn(prose).flatMap((amount: Amount): ExactNumber[] => {
    const { start, end, value, sort } = amount;
    const isSize = bytes.test(sort);
    if (!isSize && !isMoney(amount) && sort !== '') return [];
    const digits = digitsOf(value);
    if (digits.length < (isSize ? 2 : 3)) return [];
    // Counts are compared by what they count, elsewhere; here only where one is written with 万.
    const unit = isSize ? sort : (unitIn.exec(text.slice(start, end))?.[0] ?? '');
    return [{ start, end, value, sort: isSize ? 'size' : sort || 'count', unit, digits }];
  });
  // What the sums of a text make together is as exact as they are.
  const sums = found.filter(({ sort }) => sort !== 'count' && sort !== 'size');
  const [first] = sums;
  const last = sums.at(-1);
  if (!first || !last || sums.length < 2 || sums.length > 12 || sums.some(({ sort }) => sort !== first.sort))
    return found;
  const value = sums.reduce((sum, each) => sum + each.value, 0);
  return [...found, { ...first, end: last.end, value, digits: digitsOf(value) }];
}

const sameDigits = (a: number, b: number): boolean => sorted(a) === sorted(b) && String(a)[0] === String(b)[0];
const sorted = (value: number): string => [...String(value)].sort().join('');

/**
 * Whether one number is the other with a slip: two neighbouring digits exchanged in a large sum of money, the same size of data
 * in another unit, or the same digits ten times as large where one of them is written with 万.
 */
export function isMisprint(a: ExactNumber, b: ExactNumber): boolean {
  if (a.sort !== b.sort || (a.value === b.value && a.unit === b.unit)) return false;
  if (a.sort === 'size') return a.value === b.value && a.unit !== b.unit;
  if (a.unit !== b.unit && a.digits === b.digits) {
    const times = Math.max(a.value, b.value) / Math.min(a.value, b.value);
    return times > 9 && Math.abs(Math.log10(times) - Math.round(Math.log10(times))) < 1e-9;
  }
  if (a.sort === 'count' || Math.min(a.value, b.value) < 10_000 || a.value === b.value) return false;
  return isSwapped(a.value, b.value) || (a.digits.length > 3 && sameDigits(a.value, b.value));
}
