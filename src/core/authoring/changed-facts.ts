/** What a rewritten passage says that the passage does not, and the other way round. */
export interface ChangedFacts {
  /** Figures and addresses that are new, as written. */
  readonly added: readonly string[];
  /** Figures and addresses that are gone, as written. */
  readonly lost: readonly string[];
}

const address =
  /https?:\/\/[^\s<>"'()（）]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w.])/gi;
const figure = /\d+(?:[.,:：]\d+)*\s?[%％]?/gu;
const english = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const englishWord = new RegExp(`\\b(?:${english.join('|')})\\b`, 'gi');
const chinese = '零一二三四五六七八九十';
/** A numeral before what it counts; elsewhere (一些, 统一) it is part of a word. */
const chineseWord = /[一二两三四五六七八九十](?=[个位次天周年月日点分秒家笔张台倍项条名份]|小时|分钟)/gu;

/** A figure in one form: `1,240` and `1240`, `09:05` and `9:05`, `50 %` and `50%`. */
const plainFigure = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/,(?=\d{3}(?!\d))/g, '')
    .replace(/^0+(?=\d)/, '');

/** The facts of a text that can be compared: each in one form, with how it is written. */
function factsOf(text: string): Map<string, string> {
  const facts = new Map<string, string>();
  const rest = text.replace(address, (found) => {
    facts.set(found.toLowerCase().replace(/[.,;:!?]+$/u, ''), found);
    return ' ';
  });
  for (const [found] of rest.matchAll(figure)) facts.set(plainFigure(found), found.trim());
  for (const [found] of rest.matchAll(englishWord)) facts.set(String(english.indexOf(found.toLowerCase())), found);
  for (const [found] of rest.matchAll(chineseWord))
    facts.set(String(found === '两' ? 2 : chinese.indexOf(found)), found);
  return facts;
}

/** Words such as "one of our customers" and 一次 count nothing: they neither come nor go. */
const idle = new Set(['1', '0']);

/**
 * Compares the facts of a passage with those of its rewriting: figures, times, dates, addresses. Names and claims are
 * left to the reader.
 */
export function changedFacts(passage: string, rewritten: string): ChangedFacts {
  const before = factsOf(passage);
  const after = factsOf(rewritten);
  const only = (from: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
    [...from].flatMap(([fact, written]) =>
      other.has(fact) || (idle.has(fact) && !/\d/.test(written)) ? [] : [written],
    );
  return { added: only(after, before), lost: only(before, after) };
}
