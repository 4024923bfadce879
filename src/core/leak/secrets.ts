import data from '../../data/secrets.json' with { type: 'json' };
import type { Localized } from '../finding.js';
import { matchesIn } from '../matches.js';
import { carriesSecret } from './addresses.js';
import { findLinks } from './links.js';

/** A secret: where it stands (offsets in the text, UTF-16 units) and what it is. */
export interface Secret {
  readonly start: number;
  readonly end: number;
  readonly name: Localized;
}

interface Kind {
  readonly name: Localized;
  readonly test: (code: number) => boolean;
  readonly shortest: number;
  readonly longest: number;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isAlnum = (code: number): boolean => isDigit(code) || isUpper(code) || isLower(code);

const alphabets: Readonly<Record<string, (code: number) => boolean>> = {
  upper: (code) => isDigit(code) || isUpper(code),
  alnum: isAlnum,
  hex: (code) => isDigit(code) || (code >= 97 && code <= 102),
  word: (code) => isAlnum(code) || code === 95,
  dash: (code) => isAlnum(code) || code === 95 || code === 45,
  dot: (code) => isAlnum(code) || code === 95 || code === 45 || code === 46,
};

const kinds: ReadonlyMap<string, Kind> = new Map(
  data.kinds.flatMap(({ name, prefixes, alphabet, length }) =>
    prefixes.map((prefix) => {
      const [shortest = 20, longest = 255] = length;
      return [prefix, { name, test: alphabets[alphabet] ?? isAlnum, shortest, longest }] as const;
    }),
  ),
);

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = [...kinds.keys()].sort((a, b) => b.length - a.length);
const prefixPattern = new RegExp(`(?<![A-Za-z0-9])(?:${longestFirst.map(literal).join('|')})`, 'g');

const names = {
  key: { en: 'a private key', zh: '私钥' },
  jwt: { en: 'a signed token', zh: '签名令牌（JWT）' },
  bearer: { en: 'a login token', zh: '登录令牌' },
  password: { en: 'a password or key', zh: '密码或密钥' },
  link: { en: 'a link with a password or token', zh: '带密码或令牌的链接' },
} as const satisfies Record<string, Localized>;

const privateKey = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const jwt = /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{4,4000}\.[\w-]{8,1000}/g;
const bearer = /(?<!\w)(?:[Bb]earer|[Bb]asic) ([A-Za-z0-9+/_.=~-]{16,500})/g;
const assigned = new RegExp(
  `(?<![A-Za-z0-9])(?:\\w{0,30}[_-])?(?:${data.assigned.map(literal).join('|')})["']?\\s{0,2}(?:是|为|=|:|：|=>)\\s{0,2}["'\`“]?([!-~]{6,200})`,
  'gi',
);

/** "the password Winter2024!", "the password was still …": said in passing; what stands there must look like one by itself. */
const spoken =
  /(?<!\w)(?:[Pp]assword|[Pp]assphrase|[Pp]asscode|PIN|(?:Wi-?Fi|WLAN|[Nn]etwork|[Aa]dmin|[Rr]oot|[Mm]aster|[Rr]outer|[Ll]ogin|API|[Aa]ccess) key),?\s{1,2}(?:(?:is|was|were|had been|set to|still|simply|just|only|even)\s){0,3}["'`“]?((?=[!-~]{0,40}[A-Z])(?=[!-~]{0,40}[a-z])(?=[!-~]{0,40}\d)[!-~]{8,80})/g;

/** "The password we printed in the leaflet, Harbour!Pilot77": further off it must look like nothing else. */
const spokenOf =
  /(?<!\w)(?:[Pp]assword|[Pp]assphrase|[Pp]asscode)\s[^.;:!?\n]{1,60}?[\s"'“]((?=[!-~]{0,40}[A-Z])(?=[!-~]{0,40}[a-z])(?=[!-~]{0,40}\d)[A-Za-z0-9]{1,40}[!#$%&*+=?^_~-][!-~]{4,40})/g;

/** “管理密码Winter2024!”: the same in Chinese, where nothing parts the words. */
const spokenChinese =
  /(?:密码|密碼|口令|暗码)(?:仍|还|還|一直|就|只|都)?(?:是|为|為|叫|设为|設為)?\s?["'“「`]?((?=[!-~]{0,40}[A-Za-z])(?=[!-~]{0,40}\d)[!-~]{8,80})/g;

/** The code of a door: “the door code, 4471#, was on the flyer”. */
const doorCode =
  /(?<!\w)(?:door|gate|entry|alarm|safe|lock|key ?pad|access)\s(?:code|PIN)(?:,|\s(?:is|was|of)|:)?\s["'“]?(\d{4,8}[#*]?)(?![\w%]|[.,:]\d)/gi;

/** Whether a value behind "password:" is one, and no word, placeholder or variable. */
function looksSecret(value: string): boolean {
  const bare = value.replace(/["'`,;.”]+$/, '');
  if (bare.length < 6 || /^[<{$%*[(]|\.\.\.|^x+$|^https?:/i.test(bare)) return false;
  return /\d/.test(bare) && /[A-Za-z]/.test(bare) && !/^\d+[a-z]{1,7}$/i.test(bare);
}

const hasDigit = /\d/;
// Cheap tests before the searches.
const longRun = /(?<![\w.-])[\w.-]{14}/;
const assignment = /(?:pass|pwd|secret|token|key|密|口令|令牌)/i;

/**
 * Finds secrets: keys and tokens by their prefix, private keys, signed tokens, values behind "password:".
 * Linear in the length of the text.
 */
export function findSecrets(text: string): Secret[] {
  const found: Secret[] = [];
  for (const match of longRun.test(text) ? matchesIn(text, prefixPattern) : []) {
    const kind = kinds.get(match[0]);
    if (!kind) continue;
    const from = match.index + match[0].length;
    let to = from;
    while (to < text.length && to - from <= kind.longest && kind.test(text.charCodeAt(to))) to++;
    const length = to - from;
    if (length < kind.shortest || length > kind.longest || isAlnum(text.charCodeAt(to))) continue;
    // Shorter than it is made, it is written to stand for one, or cut: what has figures is no example in words.
    if ((length > 16 || kind.shortest < 10) && !hasDigit.test(text.slice(from, to))) continue;
    found.push({ start: match.index, end: to, name: kind.name });
  }
  const add = (pattern: RegExp, name: Localized, group: boolean): void => {
    for (const match of matchesIn(text, pattern)) {
      const value = group ? (match[1] ?? '') : match[0];
      if (group && !looksSecret(value)) continue;
      const end = match.index + match[0].length - (group ? (/["'`,;.”]+$/.exec(value)?.[0].length ?? 0) : 0);
      found.push({ start: group ? match.index + match[0].length - value.length : match.index, end, name });
    }
  };
  if (text.includes('-----BEGIN')) add(privateKey, names.key, false);
  if (text.includes('eyJ')) add(jwt, names.jwt, false);
  if (/[Bb](?:earer|asic) /.test(text)) add(bearer, names.bearer, true);
  if (assignment.test(text)) {
    add(assigned, names.password, true);
    add(spoken, names.password, true);
    add(spokenOf, names.password, true);
    add(spokenChinese, names.password, true);
  }
  for (const match of /\b(?:code|PIN)\b/.test(text) ? matchesIn(text, doorCode) : []) {
    const end = match.index + match[0].length;
    found.push({ start: end - (match[1] ?? '').length, end, name: names.password });
  }
  for (const { address, start, end } of findLinks(text))
    if (carriesSecret(address)) found.push({ start, end, name: names.link });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((secret, at) => !found.slice(Math.max(0, at - 8), at).some((other) => other.end > secret.start));
}
