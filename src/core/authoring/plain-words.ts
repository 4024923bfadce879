import { tokenize } from '../language/tokens.js';
import { bookOf } from '../phrases/books.js';
import { fitIn, inScriptOf } from '../phrases/replace.js';

/** A technical term with what can stand in its place. */
export interface PlainWords {
  readonly term: string;
  /** Words that can stand there instead, best first. */
  readonly plain: readonly string[];
  /** A short explanation that can follow the term in brackets; empty where there is none. */
  readonly explain: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The technical term at a place of a text, with its plain words.
 * @param offset In `text`, UTF-16 units.
 */
export function plainWordsAt(text: string, offset: number): PlainWords | undefined {
  const tokens = tokenize(text);
  const place = { text, tokens, isHeading: false, isQuoted: false };
  for (const language of ['en', 'zh'] as const) {
    for (const { rule, entry, start, end } of bookOf(language).find(place)) {
      if (rule !== 'unexplained-term' || offset < start || offset > end) continue;
      const { plain = [], explain = '', match } = entry;
      const fitted = fitIn(text, start, end, tokens, match, plain);
      // With an article in front it is a replacement, and no longer the words alone.
      const words = fitted.start === start ? fitted.texts : plain.map((each) => each.replace(/~/g, ''));
      const [said = ''] = inScriptOf(text, start, end, [explain]);
      return { term: text.slice(start, end), plain: words, explain: said, start, end };
    }
  }
  return undefined;
}
