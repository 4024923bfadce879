import { readdirSync } from 'node:fs';
import { categories, configName, otherNames, ruleDoc, rules, severities } from '../core/index.js';
import frontMatter from '../data/front-matter.json' with { type: 'json' };
import { taiwanWords } from './taiwan.js';
import { taiwanese } from './taiwan-words.js';

/** A file that is derived from the rules, with the text it must have. */
export interface Generated {
  readonly file: string;
  readonly text: string;
}

/** The text as it is written: JSON as the formatter has it. */
export function format(file: string, text: string): string {
  return file.endsWith('.json') ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text;
}

const severityEnum = {
  type: 'string',
  enum: [...severities],
  enumDescriptions: [
    'An error: exports and checks should stop.',
    'A warning.',
    'An information.',
    'A hint.',
    'Not checked.',
  ],
};

/** Severity by rule, with what each rule asks for, as JSON Schema. */
function ruleProperties(): Record<string, unknown> {
  return Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      { ...severityEnum, default: rule.severity, description: `${rule.title.en}. ${rule.why.en}` },
    ]),
  );
}

function rulesPage(): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](#${rule.id}) | ${rule.category} | ${rule.severity} | ${rule.title.en} |`,
  );
  return [
    '# Rules\n\n<!-- This page is generated from the rules; edit those. -->\n',
    'Each rule reads the customer part, or the whole postmortem where its page says so.\n',
    '| rule | category | severity | asks for |\n| --- | --- | --- | --- |',
    `${rows.join('\n')}\n`,
    ...rules.map((rule) => `${ruleDoc(rule, 'en', 2)}\n`),
  ].join('\n');
}

function configSchema(): string {
  const strings = (description: string): unknown => ({
    type: 'array',
    items: { type: 'string', minLength: 1 },
    description,
  });
  return JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Candor's settings for a team (${configName})`,
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      rules: {
        type: ['object', 'null'],
        description: 'Severity by rule.',
        additionalProperties: false,
        properties: ruleProperties(),
      },
      accept: strings('Words that need no explanation for your customers.'),
      replace: {
        type: ['object', 'null'],
        description: 'Further words that do, each with its plain words.',
        additionalProperties: { type: 'string' },
      },
      postmortems: strings('Globs of files that are postmortems though their front matter does not say so.'),
      templates: { type: 'string', description: 'A folder with your own templates, from this file.' },
      'first-notice': {
        type: 'number',
        exclusiveMinimum: 0,
        description: 'Minutes after the beginning within which customers should have had the first notice.',
      },
    },
  });
}

/** The schema of front matter for other tools: without the texts that only Candor shows, with the other names of keys. */
function frontMatterSchema(): string {
  const others = [...otherNames].flatMap(([key, names]) =>
    names.map((name): [string, unknown] => [name.replaceAll(' ', '-'), { $ref: `#/properties/${key}` }]),
  );
  const own = frontMatter.properties;
  const properties = { ...own, ...Object.fromEntries(others.filter(([name]) => !Object.hasOwn(own, name))) };
  return JSON.stringify({ ...frontMatter, properties }, (key, value: unknown) =>
    key.startsWith('x-') ? undefined : value,
  );
}

/** The manifest with the settings that depend on the rules. */
function manifest(text: string): string {
  const value = JSON.parse(text);
  const properties = value.contributes?.configuration?.properties;
  if (properties) {
    properties['candor.rules'] = {
      ...properties['candor.rules'],
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: ruleProperties(),
    };
  }
  return JSON.stringify(value);
}

/** A file of translations for Taiwan, from the simplified one. */
function traditional(text: string): string {
  const convert = taiwanese();
  const texts = Object.entries(JSON.parse(text) as Record<string, string>);
  return JSON.stringify(Object.fromEntries(texts.map(([key, value]) => [key, convert(value)])));
}

/** The grammar that colours blanks, with those of snippets and templates in each way of writing. */
function grammar(text: string, placeholders: string): string {
  const value = JSON.parse(text);
  const { en, zh }: Record<'en' | 'zh', { readonly text: string }[]> = JSON.parse(placeholders);
  const convert = taiwanese();
  const any = (blanks: readonly string[]): string =>
    [...new Set(blanks)].map((blank) => blank.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  const chinese = zh.map((each) => each.text);
  value.repository['blank-en'].match = `(?i)\\[(?:${any(en.map((each) => each.text))})\\](?![(\\[:])`;
  value.repository['blank-zh'].match = `【(?:${any([...chinese, ...chinese.map(convert)])})】`;
  return JSON.stringify(value);
}

const taiwanFile = 'src/data/taiwan.json';

/** Where texts stand in the code that users see: rules, refusals, exports, help. */
const speaking = ['src/core/rules', 'src/core/customer', 'src/core/export', 'src/core/authoring'];

/** The Chinese texts that users see in messages, and those that are put into documents. */
async function chineseTexts(read: (file: string) => Promise<string>): Promise<string[]> {
  const sources = [
    'src/core/rule-docs.ts',
    ...speaking.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)),
  ].filter((file) => file.endsWith('.ts'));
  const texts: string[] = [];
  for (const file of sources.sort())
    texts.push(...((await read(file)).match(/'[^'\n]*[\u4e00-\u9fff][^'\n]*'|`[^`]*[\u4e00-\u9fff][^`]*`/g) ?? []));
  const lists = ['src/data', 'src/data/zh'].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  for (const file of lists.filter((name) => name.endsWith('.json') && name !== taiwanFile).sort()) {
    JSON.parse(await read(file), (key, value: unknown) => {
      if (/^(?:zh|explain|instead|plain|x-.+-zh)$/.test(key))
        texts.push(...[value].flat().filter((each) => typeof each === 'string'));
      return value;
    });
  }
  const written = readdirSync('src/data/templates').filter((name) => name.endsWith('.zh.md'));
  for (const name of written.sort()) texts.push(await read(`src/data/templates/${name}`));
  const { zh: blanks } = JSON.parse(await read('src/data/placeholders.json'));
  texts.push(...blanks.map(({ text }: { readonly text: string }) => text));
  texts.push(...snippetTexts(await read('snippets/candor.zh.json')));
  return texts;
}

/** What snippets put into a document, and what lists say about them. */
function snippetTexts(text: string): string[] {
  const snippets: Record<string, { description: string; body: string[] }> = JSON.parse(text);
  return Object.values(snippets).flatMap(({ description, body }) => [description, ...body]);
}

const start = '<!-- rules -->';
const end = '<!-- /rules -->';

/** The README with its table of what is checked, between its two marks. */
function readme(text: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < 0) return text;
  const rows = categories.map((category) => {
    const of = rules.filter((rule) => rule.category === category);
    return `| ${category} | ${of.map((rule) => `[${rule.id}](src/core/rules/README.md#${rule.id})`).join(', ')} |`;
  });
  return `${text.slice(0, from + start.length)}\n| what | rules |\n| --- | --- |\n${rows.join('\n')}\n${text.slice(to)}`;
}

/**
 * Everything that is derived.
 * @param read Gives the text of a file as it is now.
 */
export async function generated(read: (file: string) => Promise<string>): Promise<readonly Generated[]> {
  return [
    { file: 'src/core/rules/README.md', text: rulesPage() },
    { file: 'media/schemas/candor.schema.json', text: configSchema() },
    { file: 'media/schemas/front-matter.schema.json', text: frontMatterSchema() },
    { file: 'package.json', text: manifest(await read('package.json')) },
    {
      file: 'syntaxes/candor.injection.json',
      text: grammar(await read('syntaxes/candor.injection.json'), await read('src/data/placeholders.json')),
    },
    { file: 'package.nls.zh-tw.json', text: traditional(await read('package.nls.zh-cn.json')) },
    {
      file: 'media/l10n/bundle.l10n.zh-tw.json',
      text: traditional(await read('media/l10n/bundle.l10n.zh-cn.json')),
    },
    {
      file: taiwanFile,
      text: JSON.stringify(taiwanWords(await chineseTexts(read), taiwanese())),
    },
    { file: 'README.md', text: readme(await read('README.md')) },
  ];
}
