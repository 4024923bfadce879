import type { Language } from '../finding.js';
import { PhraseBook } from './book.js';
import { phraseClasses, phraseLists } from './lists.js';
import { programOf } from './programs.js';

const books = new Map<Language, PhraseBook>();

/** The book of all phrase lists of a language: made when a text first needs it, once for all, since lists never change. */
export function bookOf(language: Language): PhraseBook {
  const known =
    books.get(language) ??
    new PhraseBook(language, phraseLists(language), phraseClasses(language), programOf(language));
  books.set(language, known);
  return known;
}
