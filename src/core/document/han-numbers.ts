const digits = '零一二三四五六七八九';
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A number from a hundred on in Chinese numerals, as the source of a regular expression: "三千两百", "一万两千六百". */
export const hanNumber =
  '[一二两三四五六七八九十][一二两三四五六七八九十百千万零]{0,10}[百千万](?:零?[一二两三四五六七八九](?:十[一二三四五六七八九]?)?)?';

/** The value of such a numeral; NaN where it is none. */
export function hanValue(words: string): number {
  let all = 0;
  let part = 0;
  let digit = 0;
  let last = 1;
  for (const sign of words.replaceAll('两', '二')) {
    const value = digits.indexOf(sign);
    if (value >= 0) {
      digit = value;
      if (value === 0) last = 10;
    } else if (sign === '万') {
      all = (all + part + digit) * 10_000;
      [part, digit, last] = [0, 0, 10_000];
    } else {
      const place = places[sign];
      if (place === undefined) return Number.NaN;
      part += (digit || 1) * place;
      [digit, last] = [0, place];
    }
  }
  // "一万二", "三千五": the last digit is of the place below.
  return all + part + digit * (last > 10 ? last / 10 : 1);
}
