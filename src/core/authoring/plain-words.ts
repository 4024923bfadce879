import en from '../../data/en/unexplained-term.json' with { type: 'json' };
import zh from '../../data/zh/unexplained-term.json' with { type: 'json' };
import type { Language } from '../finding.js';
import { tokenize } from '../language/tokens.js';
import { PhraseBook } from '../phrases/book.js';
import type { PhraseEntry, PhraseList } from '../phrases/list.js';
import { phraseClasses } from '../phrases/lists.js';

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

const books = new Map<Language, PhraseBook>();

/** The terms of one language, compiled when somebody first asks. */
function bookOf(language: Language): PhraseBook {
  const list = (language === 'zh' ? zh : en) as unknown as PhraseList;
  const known = books.get(language) ?? new PhraseBook(language, [list], phraseClasses[language]);
  books.set(language, known);
  return known;
}

/** What an entry says beside its patterns. */
type TermEntry = PhraseEntry & { readonly plain?: readonly string[]; readonly explain?: string };

/**
 * The technical term at a place of a text, with its plain words.
 * @param offset In `text`, UTF-16 units.
 */
export function plainWordsAt(text: string, offset: number): PlainWords | undefined {
  const tokens = tokenize(text);
  const place = { text, tokens, isHeading: false, isQuoted: false };
  for (const language of ['en', 'zh'] as const) {
    for (const { entry, start, end } of bookOf(language).find(place)) {
      if (offset < start || offset > end) continue;
      const { plain = [], explain = '' } = entry as TermEntry;
      const bare = plain.map((words) => words.replace(/~/g, ''));
      return { term: text.slice(start, end), plain: bare, explain, start, end };
    }
  }
  return undefined;
}
