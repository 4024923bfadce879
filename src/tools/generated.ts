import { Converter } from 'opencc-js';
import { categories, configName, otherNames, ruleDoc, rules, severities } from '../core/index.js';
import frontMatter from '../data/front-matter.json' with { type: 'json' };

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

/** What the converter takes for another sense, and the quotation marks of Taiwan. */
const inTaiwan: readonly (readonly [RegExp, string])[] = [
  [/“/g, '「'],
  [/”/g, '」'],
  [/釋出/g, '發布'],
  [/滾動/g, '捲動'],
  [/郵箱地址/g, '電子郵件地址'],
];

/** A file of translations for Taiwan, from the simplified one: characters and the words of its computer users. */
function traditional(text: string): string {
  const convert = Converter({ from: 'cn', to: 'twp' });
  const adapt = (words: string): string => inTaiwan.reduce((all, [mark, other]) => all.replace(mark, other), words);
  const texts = Object.entries(JSON.parse(text) as Record<string, string>);
  return JSON.stringify(Object.fromEntries(texts.map(([key, value]) => [key, adapt(convert(value))])));
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
    { file: 'package.nls.zh-tw.json', text: traditional(await read('package.nls.zh-cn.json')) },
    {
      file: 'media/l10n/bundle.l10n.zh-tw.json',
      text: traditional(await read('media/l10n/bundle.l10n.zh-cn.json')),
    },
    { file: 'README.md', text: readme(await read('README.md')) },
  ];
}
