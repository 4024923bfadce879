import en from '../../snippets/candor.en.json' with { type: 'json' };
import zh from '../../snippets/candor.zh.json' with { type: 'json' };
import {
  atDepth,
  choicesOf,
  inWriting,
  languageOfWriting,
  type Postmortem,
  sectionDepth,
  type Writing,
  wholeSection,
} from '../core/index.js';

/** A snippet of Candor's own. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  /** In the editor's snippet syntax. */
  readonly body: string;
}

type SnippetFile = Readonly<Record<string, { prefix: string; description: string; body: readonly string[] }>>;

const read = (file: SnippetFile): readonly Snippet[] =>
  Object.values(file).map(({ prefix, description, body }) => ({ prefix, description, body: body.join('\n') }));

const byLanguage = { en: read(en), zh: read(zh) } as const;
const converted = new Map<Writing, readonly Snippet[]>();

/**
 * The snippets in a way of writing. They are not contributed to the editor as files: it would offer them in every Markdown
 * file, and Candor leaves those alone.
 */
export function snippetsOf(writing: Writing): readonly Snippet[] {
  let found = converted.get(writing);
  if (!found) {
    found = byLanguage[languageOfWriting(writing)].map(({ prefix, description, body }) => ({
      prefix,
      description: inWriting(description, writing),
      body: inWriting(body, writing),
    }));
    converted.set(writing, found);
  }
  return found;
}

/**
 * The snippet with a name; `undefined` where there is none.
 * @param name Its prefix; or what it is called in one of the languages, as findings say it.
 */
export function snippetNamed(name: string, writing: Writing): Snippet | undefined {
  const named = [...byLanguage.en, ...byLanguage.zh].find((each) => each.prefix === name || each.description === name);
  return named && snippetsOf(writing).find(({ prefix }) => prefix === named.prefix);
}

/** A snippet's text as it stands in a document: a whole section with headings as deep as those around it. */
export function bodyIn(snippet: Snippet, postmortem: Postmortem): string {
  return wholeSection(snippet.prefix) ? atDepth(snippet.body, sectionDepth(postmortem)) : snippet.body;
}

/** The ready texts that snippets offer for a blank, by the blank. */
export function choicesIn(writing: Writing): ReadonlyMap<string, readonly string[]> {
  return choicesOf(snippetsOf(writing).map(({ body }) => body));
}
