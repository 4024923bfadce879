import { inTaiwan, isTraditional } from '../language/taiwan.js';
import type { Token } from '../language/tokens.js';
import { matchesIn } from '../matches.js';
import { formsOf, inflect } from './inflect.js';

const vowelSound = /^(?:[aeio]|u(?!ni|se|ti|s\b|k\b)|hour|honest|[fhlmnrsx]\b)/i;

/** Whether a word takes "an". Acronyms by how their first letter is said: an SMS, a URL. */
function takesAn(word: string): boolean {
  if (/^[A-Z]{2,}/.test(word)) return /^[AEFHILMNORSX]/.test(word);
  return vowelSound.test(word) && !/^(?:one|once|eu|uni(?:[^nm]|$)|use|usu|uti)/i.test(word);
}

/** The form that `matched` has of its lemma, for a replacement written `use~`. */
function formOf(matched: string): 'base' | 's' | 'past' | 'participle' | 'ing' {
  const word = matched.toLowerCase();
  if (word.endsWith('ing')) return 'ing';
  if (word.endsWith('ed')) return 'past';
  if (/(?:[^s]s|es)$/.test(word)) return 's';
  return 'base';
}

/** Puts the words of a replacement that end in `~` in the form of the matched words. */
function inForm(replacement: string, matched: readonly Token[], patterns: readonly string[]): string {
  if (!replacement.includes('~')) return replacement;
  const lemmas = patterns.flatMap((pattern) => matchesIn(pattern, /([\p{L}'-]+)~/gu).map((found) => found[1] ?? ''));
  let form: ReturnType<typeof formOf> = 'base';
  for (const token of matched) {
    const lemma = lemmas.find((each) => inflect((each.split('-').at(-1) ?? each).toLowerCase()).includes(token.key));
    if (!lemma) continue;
    const forms = formsOf((lemma.split('-').at(-1) ?? lemma).toLowerCase());
    if (token.key === forms.ing) form = 'ing';
    else if (token.key === forms.base) form = 'base';
    else if (token.key === forms.past || token.key === forms.participle) form = 'past';
    else form = formOf(token.key);
    break;
  }
  return replacement.replace(/([\p{L}'-]+)~/gu, (_, lemma: string) => formsOf(lemma)[form]);
}

/** The tokens between two offsets. Logarithmic in the number of tokens, for blocks of any length. */
function tokensWithin(tokens: readonly Token[], start: number, end: number): Token[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const out: Token[] = [];
  for (let token = tokens[low]; token && token.end <= end; token = tokens[++low]) out.push(token);
  return out;
}

/** What a quick fix replaces, and with what. Offsets in the text. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly texts: readonly string[];
}

/** Chinese texts in the characters of what they are put into. */
export const inScriptOf = (text: string, start: number, end: number, texts: readonly string[]): readonly string[] =>
  texts.some((each) => /[\u3400-\u9fff]/.test(each)) && isTraditional(text, start, end) ? texts.map(inTaiwan) : texts;

/**
 * Fits replacements into their sentence: inflected as the matched words are, with the capital of what they replace,
 * with the right "a" or "an" in front, and without a doubled space where a phrase is taken out. Where the article or
 * a space must change too, the replaced stretch grows to hold it.
 * @param start Of the matched phrase in `text`, UTF-16 units.
 * @param patterns The patterns of the entry, for the lemmas they name.
 */
export function fitIn(
  text: string,
  start: number,
  end: number,
  tokens: readonly Token[],
  patterns: readonly string[],
  instead: readonly string[],
): Replacement {
  const matched = tokensWithin(tokens, start, end);
  const original = text.slice(start, end);
  // A capital in mid-sentence belongs to a name ("Kubernetes"), not to the place.
  const opens = /(?:^|[.!?:]\s+|\n)["“(]?$/.test(text.slice(Math.max(0, start - 4), start)) || start === 0;
  const capital = opens && /^\p{Lu}/u.test(original);
  let texts = inScriptOf(text, start, end, instead).map((each) => inForm(each, matched, patterns));
  if (capital) texts = texts.map((each) => each.charAt(0).toUpperCase() + each.slice(1));
  let from = start;
  let to = end;
  if (texts.some((each) => each === '')) {
    // Take one of the two spaces along, and the comma behind a phrase that opened the sentence.
    const rest = text.slice(end);
    const gap = /^,?\s+/.exec(rest)?.[0] ?? '';
    const before = text.charAt(start - 1);
    if (start === 0 || /[\s(“"]/.test(before)) {
      to = end + gap.length;
      const following = text.slice(to, to + 1);
      const tail = capital ? following.toUpperCase() : following;
      if (gap.length > 0 && following) {
        to += 1;
        texts = texts.map((each) => (each === '' ? tail : `${each}${gap}${following}`));
      } else if (start > 0 && before === ' ') {
        from = start - 1;
        texts = texts.map((each) => (each === '' ? '' : ` ${each}`));
      }
    }
    return { start: from, end: to, texts };
  }
  const article = /(?:^|[^\p{L}'])(an?)\s+$/iu.exec(text.slice(Math.max(0, start - 6), start));
  const written = article?.[1];
  if (written && texts.some((each) => takesAn(each) !== (written.toLowerCase() === 'an'))) {
    from = start - (text.slice(0, start).length - text.slice(0, start).lastIndexOf(written));
    const between = text.slice(from + written.length, start);
    texts = texts.map((each) => {
      const right = takesAn(each) ? 'an' : 'a';
      return `${/^[A-Z]/.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right}${between}${each}`;
    });
  }
  return { start: from, end: to, texts };
}
