import { readdirSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { categories, configName, otherNames, ruleDoc, rules, severities } from '../core/index.js';
import frontMatter from '../data/front-matter.json' with { type: 'json' };
import { taiwanWords } from './taiwan.js';

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

/** What the converter takes for another sense, the quotation marks of Taiwan, and words that are others there; in order. */
const inTaiwan: readonly (readonly [RegExp, string])[] = [
  [/“/g, '「'],
  [/”/g, '」'],
  [/釋出/g, '發布'],
  [/滾動/g, '捲動'],
  [/郵箱地址/g, '電子郵件地址'],
  [/沒有采用/g, '沒有採用'],
  [/新建復盤/g, '新增事後檢討'],
  [/復盤列表/g, '事後檢討清單'],
  [/新復盤/g, '新的事後檢討'],
  [/復盤/g, '事後檢討'],
  [/正在查詢/g, '正在尋找'],
  [/自動查詢/g, '自動尋找'],
  [/文本/g, '文字'],
  [/倉庫/g, '儲存庫'],
  [/按規則設定級別/g, '依規則設定嚴重性'],
  [/正規表示式/g, '規則運算式'],
  [/表示式中的分組/g, '運算式中的群組'],
  [/網頁地址和郵件地址/g, '網址和電子郵件地址'],
  [/一個地址，地址中/g, '一個網址，網址中'],
  [/地址，例如/g, '網址，例如'],
  [/當前編輯器組中/g, '目前的編輯器群組中'],
  [/當前/g, '目前'],
  [/選中/g, '選取'],
  [/下劃線/g, '底線'],
  [/已完成的專案/g, '已完成的項目'],
  [/(?<!電子)郵件/g, '電子郵件'],
  [/模板/g, '範本'],
  [/無法識別/g, '無法辨識'],
  [/任意瀏覽器/g, '任何瀏覽器'],
  [/正文/g, '內文'],
  [/英文單詞/g, '英文單字'],
  [/^(\{0\}|1) 詞$/, '$1 個單字'],
  [/個漢字/g, '個中文字'],
  [/打開/g, '開啟'],
  [/不是可執行程式/g, '不是可執行檔'],
  [/轉到/g, '前往'],
  [/逐個填空/g, '逐一填空'],
  [/^發出去$/, '傳送給客戶'],
  [/許可權/g, '權限'],
  [/瞭解/g, '了解'],
  [/引數/g, '參數'],
  [/顯示錶/g, '顯示表'],
  [/髮網/g, '發網'],
  [/併為/g, '並為'],
  [/證即時/g, '證實時'],
  [/合同/g, '合約'],
  [/到賬/g, '到帳'],
  [/(下次|沒有)訊息/g, '$1消息'],
];

/** Makes simplified Chinese Taiwan's: characters and the words of its computer users. */
function taiwanese(): (text: string) => string {
  const convert = Converter({ from: 'cn', to: 'twp' });
  return (text) => inTaiwan.reduce((all, [mark, other]) => all.replace(mark, other), convert(text));
}

/** A file of translations for Taiwan, from the simplified one. */
function traditional(text: string): string {
  const convert = taiwanese();
  const texts = Object.entries(JSON.parse(text) as Record<string, string>);
  return JSON.stringify(Object.fromEntries(texts.map(([key, value]) => [key, convert(value)])));
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
      if (/^(?:zh|explain|instead|plain)$/.test(key))
        texts.push(...[value].flat().filter((each) => typeof each === 'string'));
      return value;
    });
  }
  return texts;
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
    {
      file: taiwanFile,
      text: JSON.stringify(taiwanWords(await chineseTexts(read), taiwanese())),
    },
    { file: 'README.md', text: readme(await read('README.md')) },
  ];
}
