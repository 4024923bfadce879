import data from '../../data/leak.json' with { type: 'json' };
import { matchesIn } from '../matches.js';
import type { Leak, LeakKind, LeakOptions } from './found.js';
import { publicHandle } from './names.js';

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const any = (words: readonly string[]): string => words.map(literal).join('|');

// Every repetition has a bound and no two neighbours can match the same text in many ways: each is linear.
const table = '[\\w."`*]{1,80}';
const condition = `(?:\\s{1,4}(?:WHERE|AND|OR|ON|SET)\\s{1,4}[\\w.\`"()]{1,80}\\s{0,2}(?:=|<=?|>=?|!=|<>|IN|LIKE|IS)\\s{0,2}(?:'[^'\\n]{0,80}'|"[^"\\n]{0,80}"|\\([^()\\n]{0,200}\\)|[\\w.$:@-]{1,80})?)`;
const clauses = `${condition}{0,8}`;
const statements = [
  `SELECT\\s[^.;。；\\n]{1,160}?\\sFROM\\s{1,4}${table}${clauses}`,
  `DELETE\\s{1,4}FROM\\s{1,4}${table}${clauses}`,
  `INSERT\\s{1,4}INTO\\s{1,4}${table}`,
  `UPDATE\\s{1,4}${table}\\s{1,4}SET\\s{1,4}\\w{1,80}\\s{0,2}=\\s{0,2}[^\\s;。；]{1,80}${clauses}`,
  `(?:(?:DROP|ALTER|TRUNCATE|CREATE)\\s{1,4}(?:TABLE|INDEX)|(?:DROP|ALTER)\\s{1,4}(?:DATABASE|SCHEMA|VIEW))(?:\\s{1,4}IF\\s(?:NOT\\s)?EXISTS)?\\s{1,4}${table}`,
  `TRUNCATE\\s{1,4}${table}`,
].join('|');
const query = new RegExp(`(?<![A-Za-z])(?:${statements})`, 'g');
const queryInCode = new RegExp(`(?<![A-Za-z])(?:${statements})`, 'gi');
const queryLower = /(?<![A-Za-z])select \* from [\w."`]{1,80}/g;

const argument = '(?:\\s(?:--?[A-Za-z][\\w=./:-]{0,80}|[\\w.-]{0,60}[/=_-][\\w./=:@-]{0,80}))';
const plainCommand = `(?:${any(data.commands)})\\s(?:--?[A-Za-z][\\w=-]{0,40}|[a-z][a-z0-9_-]{1,40})(?:(?:\\s[a-z][a-z0-9-]{1,30}){0,2}${argument}){0,8}`;
const subcommands = Object.entries(data.subcommands)
  .map(([name, words]) => `${literal(name)}\\s(?:${any(words)})(?![\\w-])${argument}{0,8}`)
  .join('|');
const flagged = `(?:${any(data.flagged)})\\s-{1,2}[A-Za-z0-9][\\w=-]{0,40}(?:\\s(?:--?[A-Za-z][\\w=-]{0,40}|[\\w.-]{0,60}[/@][\\w./@-]{0,80})){0,8}`;
const reach = '(?:ssh|scp)\\s[\\w.-]{1,40}@[\\w.-]{1,80}';
const command = new RegExp(`(?<![\\w/.-])(?:${plainCommand}|${subcommands}|${flagged}|${reach})`, 'g');

const frame = /(?:(?<!\w)at )?[\w$<>]{1,60}(?:\.[\w$<>]{1,60}){0,12}\([\w$./\\-]{1,120}:\d{1,6}(?::\d{1,6})?\)/g;
const traces: readonly RegExp[] = [
  frame,
  /Traceback \(most recent call last\):?/g,
  /File "[^"\n]{1,200}", line \d{1,6}(?:, in \w{1,80})?/g,
  /goroutine \d{1,9} \[[a-z ]{1,40}\]/g,
  /panic: runtime error(?:: [^\n.]{1,80})?/g,
  /Caused by: [\w.$]{1,120}/g,
  /(?<!\w)\[(?:ERROR|FATAL|WARNING|WARN|DEBUG|INFO|CRITICAL)\]/g,
  /Segmentation fault(?: \(core dumped\))?/g,
];
const logLine =
  /(?<![\w-])\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)? \[?(?:ERROR|FATAL|WARNING|WARN|DEBUG|INFO)\]?/g;

const hanHandle = /(?<![\w.])@[\u4e00-\u9fff]{2,4}/g;
const hanChannel = /#[\u4e00-\u9fff]{2,12}(?:群|频道)/g;
/** A group of a chat for work with its name: 飞书群“支付应急”. Groups of customers are named otherwise (业主群, 家长微信群). */
const namedGroup =
  /(?:钉钉|飞书|企业?微信?|企微|Lark|Slack|Teams|内部|工作|应急|值班|抢修|战情|作战|指挥|故障)(?:的)?(?:工作|内部|应急)?(?:(?:群(?:聊|组)?|频道|讨论组|会议室)(?:里的?|名为|叫做?)?\s?|(?<=钉钉|飞书|企业微信|企微|Lark|Slack|Teams)(?:里|上|中)?的?\s?(?=[“「『"][^”」』"\n]{0,28}(?:群(?:聊|组)?|频道|讨论组)[”」』"]))([“「『"][^”」』"\n]{2,30}[”」』"])/g;

/** A group named for an emergency or for those on duty, whatever the app: “闸机应急小分队”群. */
const emergencyGroup =
  /[“「『"]([^”」』"\n]{0,16}(?:应急|值班|运维|故障|抢修|技术|工程|小分队|作战|处置|攻坚|战情)[^”」』"\n]{0,12})[”」』"](?:微信|钉钉|飞书|企业微信|企微)?(?:工作|内部)?群(?!众)/g;
/** A file on a drive, in folders with Chinese names too. */
const drivePath = /(?<![A-Za-z])[A-Z]:\\[^\s，。；、（）“”<>|]{3,120}/g;

const mayTrace = /:\d+\)|Traceback|File "|goroutine|panic|Caused by|\[[A-Z]{4,8}\]|Segmentation/;
/** Cheap: what every command begins with. */
const mayCommand = new RegExp(
  `(?<![\\w/.-])(?:${any([...data.commands, ...Object.keys(data.subcommands), ...data.flagged])})\\s`,
);

/** Finds what takes more than one word: queries, commands, traces and log lines. Linear in the length of the text. */
export function findPatterns(text: string, { code }: LeakOptions): Leak[] {
  const found: Leak[] = [];
  const add = (kind: LeakKind, pattern: RegExp): void => {
    for (const match of matchesIn(text, pattern)) {
      found.push({ kind, start: match.index, end: match.index + match[0].replace(/[\s.:,]+$/, '').length });
    }
  };
  if (code || /[A-Z]{4}/.test(text)) add('query', code ? queryInCode : query);
  if (text.includes('select *')) add('query', queryLower);
  if (mayCommand.test(text)) {
    for (const { 0: line, index } of matchesIn(text, command)) {
      // In code a command goes on to its end; in prose the sentence does.
      const rest = code
        ? (/^[^\n|;&]{0,200}/.exec(text.slice(index + line.length, index + line.length + 200))?.[0] ?? '')
        : '';
      found.push({ kind: 'command', start: index, end: index + (line + rest).replace(/[\s.:,]+$/, '').length });
    }
  }
  if (mayTrace.test(text)) for (const trace of traces) add('error', trace);
  if (/\d\d:\d\d:\d\d/.test(text)) add('error', logLine);
  if (text.includes('@')) {
    for (const { 0: handle, index } of matchesIn(text, hanHandle)) {
      if (!publicHandle.test(text.slice(Math.max(0, index - 48), index)))
        found.push({ kind: 'handle', start: index, end: index + handle.length });
    }
  }
  if (text.includes('#')) add('chat', hanChannel);
  if (text.includes(':\\')) add('path', drivePath);
  if (text.includes('群')) {
    for (const { 1: name = '', index } of matchesIn(text, emergencyGroup))
      found.push({ kind: 'chat', start: index + 1, end: index + 1 + name.length });
  }
  if (/[群频组室]/.test(text)) {
    for (const match of matchesIn(text, namedGroup)) {
      const end = match.index + match[0].length;
      found.push({ kind: 'chat', start: end - (match[1] ?? '').length + 1, end: end - 1 });
    }
  }
  return found;
}
