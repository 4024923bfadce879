import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { closest } from './closest.js';
import { configName } from './config-name.js';
import { type Localized, type Severity, type Span, severities } from './finding.js';

/** The team's settings, from the `.candor.yml` of a repository: the same for the editor and the command line. */
export interface Config {
  /** Severity by rule id. */
  readonly rules: Readonly<Record<string, Severity>>;
  /** Words that need no explanation for the team's customers. */
  readonly accept: readonly string[];
  /** Further words that do, each with its plain words. */
  readonly replace: Readonly<Record<string, string>>;
  /** Globs of files that are postmortems though their front matter does not say so. */
  readonly postmortems: readonly string[];
  /** A folder with the team's own templates, from the repository's root. */
  readonly templates: string | undefined;
  /** Minutes after the beginning within which customers should have had the first notice. */
  readonly firstNotice: number | undefined;
}

export interface ConfigProblem {
  readonly at: Span;
  readonly say: Localized;
}

export const noConfig: Config = {
  rules: {},
  accept: [],
  replace: {},
  postmortems: [],
  templates: undefined,
  firstNotice: undefined,
};

const keys = ['rules', 'accept', 'replace', 'postmortems', 'templates', 'first-notice'] as const;

type Range = readonly [number, number, number?] | null | undefined;

/** Collects what a config says and what is wrong with it. */
class ConfigReader {
  readonly problems: ConfigProblem[] = [];
  readonly rules: Record<string, Severity> = {};
  readonly replace: Record<string, string> = {};
  accept: string[] = [];
  postmortems: string[] = [];
  templates: string | undefined;
  firstNotice: number | undefined;

  constructor(readonly ruleIds: readonly string[]) {}

  wrong(range: Range, en: string, zh: string): void {
    const start = range?.[0] ?? 0;
    this.problems.push({ at: { start, end: Math.max(range?.[1] ?? start + 1, start + 1) }, say: { en, zh } });
  }

  unknown(range: Range, what: Localized, word: string, known: readonly string[]): void {
    const near = closest(word, known);
    const hint: Localized = near
      ? { en: ` Did you mean “${near}”?`, zh: `是否想写“${near}”？` }
      : { en: ` There are: ${known.join(', ')}.`, zh: `可用的有：${known.join('、')}。` };
    this.wrong(range, `${what.en} “${word}” does not exist.${hint.en}`, `${what.zh}“${word}”不存在。${hint.zh}`);
  }

  strings(key: string, node: unknown): string[] {
    if (isSeq(node)) {
      return node.items.flatMap((item) => {
        if (isScalar(item) && typeof item.value === 'string' && item.value.trim() !== '') return [item.value.trim()];
        this.wrong(
          isScalar(item) ? item.range : node.range,
          `Each entry of “${key}” is a text.`,
          `“${key}”的每一项都应当是文本。`,
        );
        return [];
      });
    }
    if (!(isScalar(node) && node.value === null) && node !== null)
      this.wrong(rangeOf(node), `“${key}” is a list of texts.`, `“${key}”应当是文本列表。`);
    return [];
  }

  pairs(key: string, node: unknown, take: (name: string, value: string, at: Range, valueAt: Range) => void): void {
    if (isMap(node)) {
      for (const pair of node.items) {
        if (isScalar(pair.key) && isScalar(pair.value))
          take(String(pair.key.value), String(pair.value.value), pair.key.range, pair.value.range);
        else this.wrong(rangeOf(pair.key), `In “${key}” each name has one value.`, `“${key}”中每个名称只有一个值。`);
      }
    } else if (!(isScalar(node) && node.value === null) && node !== null) {
      this.wrong(rangeOf(node), `“${key}” holds names with values.`, `“${key}”应当由名称和值组成。`);
    }
  }

  read(key: (typeof keys)[number], node: unknown): void {
    switch (key) {
      case 'rules':
        this.pairs(key, node, (name, value, at, valueAt) => {
          const severity = severities.find((each) => each === value || (each === 'off' && value === 'false'));
          if (!this.ruleIds.includes(name)) this.unknown(at, { en: 'The rule', zh: '规则' }, name, this.ruleIds);
          else if (!severity) this.unknown(valueAt, { en: 'The severity', zh: '级别' }, value, severities);
          else this.rules[name] = severity;
        });
        break;
      case 'replace':
        this.pairs(key, node, (name, value) => {
          this.replace[name] = value;
        });
        break;
      case 'accept':
        this.accept = this.strings(key, node);
        break;
      case 'postmortems':
        this.postmortems = this.strings(key, node);
        break;
      case 'templates':
        if (isScalar(node) && typeof node.value === 'string') this.templates = node.value;
        else this.wrong(rangeOf(node), '“templates” is the path of a folder.', '“templates”应当是文件夹路径。');
        break;
      case 'first-notice':
        if (isScalar(node) && typeof node.value === 'number' && node.value > 0) this.firstNotice = node.value;
        else
          this.wrong(
            rangeOf(node),
            '“first-notice” is a number of minutes, such as 30.',
            '“first-notice”应当是分钟数，例如 30。',
          );
        break;
    }
  }
}

function rangeOf(node: unknown): Range {
  return node !== null && typeof node === 'object' && 'range' in node ? (node.range as Range) : undefined;
}

/**
 * Reads a `.candor.yml`. Never throws: unknown keys, rules and values are problems at their place, and the rest counts.
 * @param ruleIds The rules that there are.
 */
export function readConfig(
  text: string,
  ruleIds: readonly string[],
): { config: Config; problems: readonly ConfigProblem[] } {
  const reader = new ConfigReader(ruleIds);
  const document = parseDocument(text, { schema: 'core', customTags: [], prettyErrors: false });
  for (const error of document.errors)
    reader.wrong(error.pos, `This is not valid YAML: ${error.message}`, `不是有效的 YAML：${error.message}`);
  if (document.errors.length === 0 && document.contents !== null) {
    if (!isMap(document.contents))
      reader.wrong(
        [0, text.length],
        `${configName} holds keys: ${keys.join(', ')}.`,
        `${configName} 由以下键组成：${keys.join('、')}。`,
      );
    else {
      for (const pair of document.contents.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        const key = keys.find((each) => each === name);
        if (key) reader.read(key, pair.value);
        else reader.unknown(rangeOf(pair.key), { en: 'The key', zh: '键' }, name, keys);
      }
    }
  }
  const { rules, accept, replace, postmortems, templates, firstNotice } = reader;
  return { config: { rules, accept, replace, postmortems, templates, firstNotice }, problems: reader.problems };
}
