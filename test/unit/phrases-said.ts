import type { Language } from '../../src/core/index.js';
import { tokenize } from '../../src/core/language/tokens.js';
import { PhraseBook } from '../../src/core/phrases/book.js';
import { phraseClasses, phraseLists } from '../../src/core/phrases/lists.js';

/** A reader of the lists whose names begin with `prefix`: gives the names of those that a text matches. */
export function phrasesSaid(language: Language, prefix: string): (text: string) => readonly string[] {
  const lists = phraseLists(language).filter(({ rule }) => rule.startsWith(prefix));
  const book = new PhraseBook(language, lists, phraseClasses(language));
  return (text) =>
    book.find({ text, tokens: tokenize(text), isHeading: false, isQuoted: false }).map(({ rule }) => rule);
}
