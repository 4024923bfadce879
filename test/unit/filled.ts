import { readFileSync } from 'node:fs';

/** The languages that snippets and templates come in. */
export const languages = ['en', 'zh'] as const;
export type Tongue = (typeof languages)[number];

/** One snippet as the editor reads it. */
export interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

interface Placeholders {
  readonly en: readonly { readonly text: string; readonly example: string }[];
  readonly zh: readonly { readonly text: string; readonly example: string }[];
}

/** Parses a JSON file of the project; `path` from its root. */
export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** The snippets of one language. */
export function snippetsOf(language: Tongue): Snippet[] {
  return Object.values(readJson<Record<string, Snippet>>(`snippets/candor.${language}.json`));
}

/** The blanks of a language: words in lower case -> an example of what may stand there. */
export function blanks(language: Tongue): ReadonlyMap<string, string> {
  const list = readJson<Placeholders>('src/data/placeholders.json')[language];
  return new Map(list.map(({ text, example }) => [text.toLowerCase(), example]));
}

const shape = { en: /\[([^[\]\n]+)\]/g, zh: /【([^【】\n]+)】/g } as const;

/** The words of every blank in a text, in lower case. */
export function blanksIn(text: string, language: Tongue): string[] {
  return [...text.matchAll(shape[language])].map((match) => (match[1] ?? '').toLowerCase());
}

/** What somebody of another trade may write into blanks; the others are filled by their examples. */
export function ordinary(language: Tongue): ReadonlyMap<string, string> {
  const own = readJson<Record<Tongue, Record<string, string>>>('test/unit/ordinary-values.json')[language];
  return new Map([...blanks(language), ...Object.entries(own)]);
}

/** The text with every blank filled, by its example if nothing else is given. */
export function filled(text: string, language: Tongue, examples = blanks(language)): string {
  return text.replace(shape[language], (whole, words: string) => {
    const example = examples.get(words.toLowerCase());
    if (example === undefined) throw new Error(`placeholders.json does not know ${whole}.`);
    return example;
  });
}

/**
 * The texts that a snippet can leave in the file: one for each option of its choices, mirrored tab stops repeated,
 * editor variables as on 3 March 2026.
 */
export function expanded(snippet: Snippet): string[] {
  const known = new Map([
    ['CURRENT_YEAR', '2026'],
    ['CURRENT_MONTH', '03'],
    ['CURRENT_DATE', '03'],
    ['CURRENT_HOUR', '14'],
    ['CURRENT_MINUTE', '05'],
    ['CURRENT_TIMEZONE_OFFSET', '+00:00'],
  ]);
  const source = snippet.body
    .join('\n')
    .replaceAll(/\$\{TM_SELECTED_TEXT:([^}]*)\}/g, '$1')
    .replaceAll(/\$\{([A-Z_]+)\}/g, (whole, name: string) => known.get(name) ?? whole);
  const choices = [...source.matchAll(/\$\{\d+\|((?:\\.|[^|\\])*)\|\}/g)].map((match) =>
    (match[1] ?? '').split(/(?<!\\),/).map((option) => option.replaceAll(/\\(.)/g, '$1')),
  );
  const most = Math.max(1, ...choices.map((options) => options.length));
  return Array.from({ length: most }, (_, round) => {
    let at = 0;
    const chosen = source.replaceAll(/\$\{\d+\|((?:\\.|[^|\\])*)\|\}/g, () => {
      const options = choices[at++] ?? [];
      return options[Math.min(round, options.length - 1)] ?? '';
    });
    const stops = new Map<string, string>();
    return chosen
      .replaceAll(/\$\{(\d+):([^}]*)\}/g, (_whole, stop: string, words: string) => {
        stops.set(stop, words);
        return words;
      })
      .replaceAll(/\$\{(\d+)\}/g, (whole, stop: string) => stops.get(stop) ?? whole);
  });
}

/** A file for customers around a snippet: what the snippet's words are checked as. */
export function asMessage(text: string, language: string): string {
  if (text.startsWith('glossary:')) return `---\ntype: postmortem\n${text}\n---\n\n:::internal\n-\n:::\n`;
  const row = text.startsWith('| ') && !text.includes('---');
  const head = row
    ? `| ${'- | '.repeat(text.split('|').length - 2)}\n| ${'--- | '.repeat(text.split('|').length - 2)}\n`
    : '';
  return `---\ntype: postmortem\naudience: customer\nlanguage: ${language}\n---\n\n${head}${text}\n`;
}
