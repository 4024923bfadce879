import en from '../../snippets/candor.en.json' with { type: 'json' };
import zh from '../../snippets/candor.zh.json' with { type: 'json' };
import { atDepth, choicesOf, type Language, type Postmortem, sectionDepth, wholeSection } from '../core/index.js';

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

const byLanguage: Readonly<Record<Language, readonly Snippet[]>> = { en: read(en), zh: read(zh) };

/**
 * The snippets of a language. They are not contributed to the editor as files: it would offer them in every Markdown
 * file, and Candor leaves those alone.
 */
export function snippetsOf(language: Language): readonly Snippet[] {
  return byLanguage[language];
}

/** The snippet with a prefix; `undefined` where there is none. */
export function snippetNamed(prefix: string, language: Language): Snippet | undefined {
  return byLanguage[language].find((snippet) => snippet.prefix === prefix);
}

/** A snippet's text as it stands in a document: a whole section with headings as deep as those around it. */
export function bodyIn(snippet: Snippet, postmortem: Postmortem): string {
  return wholeSection(snippet.prefix) ? atDepth(snippet.body, sectionDepth(postmortem)) : snippet.body;
}

/** The ready texts that the snippets of a language offer for a blank, by the blank. */
export function choicesIn(language: Language): ReadonlyMap<string, readonly string[]> {
  return choicesOf(byLanguage[language].map(({ body }) => body));
}
