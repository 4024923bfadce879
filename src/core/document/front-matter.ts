import { isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import { closest } from '../closest.js';
import type { Localized, Span } from '../finding.js';
import { canonicalKey, KeyNames } from './front-matter-names.js';
import { isMomentKey, isSameMoment, plainMoment } from './written-moment.js';

/** What front matter says about the incident; each text as written. Only what is there and well formed. */
export interface FrontMatterValues {
  readonly type?: string;
  /** Which message to customers the file is; an explanation where absent. */
  readonly message?: 'explanation' | 'first-notice' | 'update' | 'all-clear';
  readonly title?: string;
  readonly id?: string;
  readonly language?: 'en' | 'zh';
  readonly audience?: 'customer' | 'internal';
  readonly severity?: string;
  readonly impact?: 'outage' | 'degradation' | 'none';
  readonly status?: string;
  readonly began?: string;
  readonly detected?: string;
  readonly notified?: string;
  readonly mitigated?: string;
  readonly resolved?: string;
  readonly 'next-update'?: string;
  readonly timezone?: string;
  readonly affected?: string;
  readonly contact?: string;
  readonly authors?: readonly string[];
  /** Terms of the customer part, each with its plain words. */
  readonly glossary?: ReadonlyMap<string, string>;
}

/** Something wrong in front matter, at its place. */
export interface FrontMatterProblem {
  readonly at: Span;
  readonly say: Localized;
  /** Whether it keeps Candor from knowing who may read what. */
  readonly decides: boolean;
  /** Whether it is wrong for sure, rather than perhaps a slip. */
  readonly isWrong?: boolean;
}

export interface FrontMatter {
  /** Where it stands, fences included; `undefined` when there is none. */
  readonly at: Span | undefined;
  /** Where the Markdown body starts. */
  readonly end: number;
  readonly values: FrontMatterValues;
  /** Where each key stands, the value's place for a known key. */
  readonly places: ReadonlyMap<string, Span>;
  /** How each known key and its value are written, by the key that Candor knows it as: “started” for `began`. */
  readonly written: ReadonlyMap<string, { readonly name: string; readonly text: string }>;
  readonly problems: readonly FrontMatterProblem[];
}

const textKeys = [
  'type',
  'title',
  'id',
  'severity',
  'status',
  'began',
  'detected',
  'notified',
  'mitigated',
  'resolved',
  'next-update',
  'timezone',
  'affected',
  'contact',
] as const;

/** Keys that in front matter speak of an incident: two of them tell it from the front matter of other tools. */
const incidentKeys: ReadonlySet<string> = new Set([
  'severity',
  'began',
  'detected',
  'notified',
  'mitigated',
  'resolved',
  'affected',
]);

/** Keys with a closed set of values. Everything else that is wrong about them would open or close the audience. */
const choices = {
  language: ['en', 'zh'],
  audience: ['customer', 'internal'],
  impact: ['outage', 'degradation', 'none'],
  message: ['explanation', 'first-notice', 'update', 'all-clear'],
} as const;

const maximumAliases = 20;
const maximumLength = 100_000;

/** The offsets of the front matter of `text` (fences included) and of its YAML; `undefined` when there is none. */
function locate(text: string): { start: number; yamlStart: number; yamlEnd: number; end: number } | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(start, start + 80));
  if (!open) return undefined;
  const yamlStart = start + open[0].length;
  const close = /(^|\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/g;
  close.lastIndex = yamlStart - 1;
  const match = close.exec(text);
  if (!match) return undefined;
  const yamlEnd = Math.max(yamlStart, match.index + (match[1] ?? '').length);
  return { start, yamlStart, yamlEnd, end: match.index + match[0].length };
}

const none = (end: number): FrontMatter => ({
  at: undefined,
  end,
  values: {},
  places: new Map(),
  written: new Map(),
  problems: [],
});

/** A line that looks like the fence of front matter and stands where only white space and comments are before it. */
export function fenceInFront(text: string): Span | undefined {
  const start = /^[\ufeff\s]*(?:<!--[\s\S]*?-->\s*)*/.exec(text)?.[0].length ?? 0;
  const fence = /^(?:[-\u2010-\u2015\u2212\uff0d]{3,}|\+{3,}|;{3,})[^\S\r\n]*(?:\r\n|\n|\r)/.exec(
    text.slice(start, start + 200),
  );
  return fence ? { start, end: start + fence[0].length } : undefined;
}

/**
 * Reads the YAML front matter of a document. Never throws: what is wrong is in `problems`, and a value that is wrong
 * is left out, so that nothing is opened to customers by a slip.
 */
export function readFrontMatter(text: string): FrontMatter {
  const found = locate(text);
  if (!found) return none(text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const problems: FrontMatterProblem[] = [];
  const places = new Map<string, Span>();
  const values: Record<string, unknown> = {};
  const whole = { start: found.start, end: found.end };
  const written = new Map<string, { name: string; text: string }>();
  const result: FrontMatter = { at: whole, end: found.end, values, places, written, problems };
  const yaml = text.slice(found.yamlStart, found.yamlEnd);
  if (yaml.length > maximumLength) {
    problems.push({
      at: { start: found.start, end: found.yamlStart },
      say: {
        en: 'The front matter is over 100,000 characters long and was not read.',
        zh: 'front matter 超过 100,000 个字符，未读取。',
      },
      decides: true,
    });
    return result;
  }
  const place = (range: readonly [number, number, number?] | null | undefined): Span =>
    range
      ? { start: found.yamlStart + range[0], end: found.yamlStart + Math.max(range[1], range[0]) }
      : { start: found.start, end: found.yamlStart };
  const document = parseDocument(yaml, { schema: 'core', customTags: [], uniqueKeys: true, prettyErrors: false });
  for (const error of document.errors) {
    const at = place(error.pos);
    problems.push({
      at: at.end > at.start ? at : { start: at.start, end: Math.min(at.start + 1, found.yamlEnd) },
      say: {
        en: `This front matter is not valid YAML: ${error.message}`,
        zh: `front matter 不是有效的 YAML：${error.message}`,
      },
      decides: true,
    });
  }
  // A repeated key is read at its first place: one slip must not take every other value with it.
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return result;
  if (yaml.trim() === '' || document.contents === null) return result;
  if (!isMap(document.contents)) {
    problems.push({
      at: whole,
      say: {
        en: 'Front matter must be a list of keys, such as “type: postmortem”.',
        zh: 'front matter 必须由键值组成，例如“type: postmortem”。',
      },
      decides: true,
    });
    return result;
  }
  if ((yaml.match(/[&*][\w-]+/g) ?? []).length > maximumAliases) {
    problems.push({
      at: whole,
      say: {
        en: 'Front matter with this many anchors and aliases is not read.',
        zh: 'front matter 中的锚点和别名过多，未读取。',
      },
      decides: true,
    });
    return result;
  }
  const pairs = document.contents.items as Pair[];
  const isOurs = pairs.some(
    ({ key, value }) => nameOf(key) === 'type' && isScalar(value) && value.value === 'postmortem',
  );
  const names = pairs.flatMap(({ key }) => nameOf(key) ?? []);
  // "start" and "from" are keys of other tools too; beside "severity" and "detected" they are of an incident.
  const isOfIncident = !names.includes('type') && names.filter((name) => incidentKeys.has(name)).length > 1;
  const keys = isOurs || isOfIncident ? new KeyNames(names) : undefined;
  const seen = new Set<string>();
  for (const pair of pairs) {
    const name = nameOf(pair.key);
    if (name !== undefined && seen.has(name)) continue;
    if (name !== undefined) seen.add(name);
    readPair(pair, { values, places, problems, written, place, keys });
  }
  if (isOurs) checkKeys(pairs, problems, place);
  // In the front matter of other tools "affected" may well be a list: only what decides about readers counts there.
  else return { ...result, problems: problems.filter(({ decides }) => decides) };
  return result;
}

const nameOf = (key: unknown): string | undefined => (isScalar(key) ? String(key.value) : undefined);

interface Sink {
  readonly values: Record<string, unknown>;
  readonly places: Map<string, Span>;
  readonly problems: FrontMatterProblem[];
  readonly written: Map<string, { name: string; text: string }>;
  /** What the keys of this file mean; `undefined` where only our own names count. */
  readonly keys: KeyNames | undefined;
  readonly place: (range: readonly [number, number, number?] | null | undefined) => Span;
}

/** Two names of one key with different values: nobody can tell which is meant. */
function saysTwice(at: Span, first: string, second: string): FrontMatterProblem {
  return {
    at,
    say: {
      en: `“${first}” and “${second}” say the same thing with different values. Find out which is right and take the other out.`,
      zh: `“${first}”和“${second}”含义相同，值却不同。请核实并删除其中一个。`,
    },
    decides: false,
    isWrong: true,
  };
}

function readPair(pair: Pair, { values, places, problems, written: all, place, keys }: Sink): void {
  if (!isScalar(pair.key)) return;
  const name = String(pair.key.value);
  const key = keys?.meaning(name) ?? name;
  const node = pair.value;
  const range = node && typeof node === 'object' && 'range' in node ? (node.range as [number, number, number]) : null;
  const at = range && range[1] > range[0] ? place(range) : place(pair.key.range);
  const scalar = isScalar(node) ? node : undefined;
  const written = scalar?.source ?? (scalar?.value === null || scalar?.value === undefined ? '' : String(scalar.value));
  const other = all.get(key);
  if (other && (written === '' || other.text !== '')) {
    if (written !== '' && !isSameMoment(written, other.text))
      problems.push(saysTwice(place(pair.key.range), other.name, name));
    return;
  }
  places.set(key, at);
  all.set(key, { name, text: written });
  if (Object.hasOwn(choices, key)) {
    const legal: readonly string[] = choices[key as keyof typeof choices];
    const value = key === 'language' ? written.toLowerCase().replace(/[-_].*$/, '') : written;
    if (legal.includes(value)) values[key] = value;
    else if (written !== '' || !scalar) {
      const list = legal.join(', ');
      problems.push({
        at,
        say: {
          en: `“${key}” is ${scalar ? `“${written.slice(0, 60)}”` : 'no single value'}, and Candor does not know it. Write one of these: ${list}.`,
          zh: `“${key}”的值${scalar ? `是“${written.slice(0, 60)}”` : '不是单个值'}，无法识别。可用的值：${list}。`,
        },
        decides: key === 'audience',
      });
    }
  } else if ((textKeys as readonly string[]).includes(key)) {
    if (scalar) {
      if (written) values[key] = isMomentKey(key) ? plainMoment(written) : written;
      if (key === 'type' && written !== 'postmortem' && almostPostmortem.test(written))
        problems.push({
          at,
          say: {
            en: `“type” is “${written}”. Write “postmortem”, or Candor leaves this file alone.`,
            zh: `“type”的值是“${written}”。请写“postmortem”，否则 Candor 不会检查这个文件。`,
          },
          decides: true,
        });
    } else if (node !== null)
      problems.push({
        at,
        say: {
          en: `“${key}” must be one value, not a list or a group of keys.`,
          zh: `“${key}”必须是单个值，不能是列表或键值组。`,
        },
        decides: key === 'type',
      });
  } else if (key === 'authors') {
    if (isSeq(node)) values[key] = node.items.filter(isScalar).map((item) => String(item.value));
    else if (written) values[key] = [written];
  } else if (key === 'glossary') {
    if (isMap(node)) {
      const glossary = new Map<string, string>();
      for (const item of node.items) {
        if (isScalar(item.key) && isScalar(item.value))
          glossary.set(String(item.key.value), String(item.value.value ?? ''));
      }
      values[key] = glossary;
    } else if (node !== null && written !== '')
      problems.push({
        at,
        say: {
          en: '“glossary” must hold terms, each with its plain words: “failover: automatic switch to a standby system”.',
          zh: '“glossary”应当逐条写出术语及其通俗说法，例如“failover: 自动切换到备用系统”。',
        },
        decides: false,
      });
  }
}

/** Values of `type` that somebody writes who means a postmortem. */
const almostPostmortem = /^(?:post[-_ ]?mortems?|incident|incident[-_ ](?:report|review|postmortem)|复盘|故障复盘)$/i;

/** Keys that other tools use and that only look like one of ours. */
const otherKeys = ['languages', 'audiences', 'messages'];

/** Reports a mistyped key of a postmortem: with it, what it says would be lost without a word. */
function checkKeys(items: readonly Pair[], problems: FrontMatterProblem[], place: Sink['place']): void {
  const known = [...textKeys, ...Object.keys(choices), 'authors', 'glossary'];
  for (const { key } of items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (known.includes(name) || otherKeys.includes(name) || canonicalKey(name).length > 0) continue;
    const near = name.length < 6 ? undefined : closest(name, known);
    if (!near || items.some((item) => isScalar(item.key) && item.key.value === near)) continue;
    problems.push({
      at: place(key.range),
      say: {
        en: `Candor does not know the key “${name}”, so what it says is not used. Did you mean “${near}”?`,
        zh: `Candor 不认识键“${name}”，其内容不会生效。是否想写“${near}”？`,
      },
      decides: near === 'audience',
    });
  }
}
