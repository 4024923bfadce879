import type { Moment } from '../document/clock.js';
import { readMoments } from '../document/clock.js';
import { readDurations } from '../document/duration.js';
import { statementName } from '../phrases/lists.js';
import type { BlockText } from './rule.js';

/** What one block says of what must be said. */
export interface Said {
  readonly statements: ReadonlySet<string>;
  /** A blank stands for what goes there: it is reported as a blank. */
  readonly hasBlank: boolean;
  readonly isQuestion: boolean;
  /** An address, a link or a telephone number. */
  readonly hasAddress: boolean;
  /** A number of something: not a time, a day or a length of time. */
  readonly hasCount: boolean;
  /** Sentences that tell something, as a cause is told without "because". */
  readonly told: number;
  /** It says that the next message comes, and names its time beside it. */
  readonly namesNext: boolean;
  /** It speaks of what is still to come, and only of that. */
  readonly isAhead: boolean;
}

/** Numbers that somebody can dial, read in text without its days and times. */
const telephone = /(?:\+\d{1,3}[ -]?)?(?:\(\d{1,5}\)[ -]?)?\d{2,5}(?:[ -]?\d{2,4}){2,4}(?!\d)/;
const count =
  /(?<![\d.,:/])\d[\d,.]*\s?(?:[%万千百]|per cent|percent)?\s?(?=\p{L})|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|half|one in) |[两三四五六七八九十百千万]{1,4}(?:[个位名家户人]|所有)|\b(?:all|every|everyone|everybody|nobody|no one)\b|全部|所有|全体|每/iu;
const unknown =
  /\b(?:still|continue to|are) (?:being )?(?:investigat|look|examin)|\b(?:not|don['’]t|do not) (?:yet )?(?:know|known|clear|understand)|(?:仍在|正在|还在)[^，。]{0,6}(?:调查|排查|了解|核实)|(?:尚|还)?(?:不清楚|不明|未查明)/iu;
const ahead =
  /\b(?:will|shall|going to|plan to|by (?:the|\d)|from \d[^.]{0,24} on)\b|将|(?:日|月|周|年)?(?:之)?前[，,]|还要|计划|打算/iu;
const soon =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:tomorrow|tonight|today|every (?:\w+ )?(?:hour|day|week)|hourly|daily|weekly)\b|\b(?:every|within|in) (?:\d+|\w+) (?:minutes?|hours?|days?|weeks?)\b|星期[一二三四五六日天]|周[一二三四五六日]|明天|今晚|今天|每(?:隔)?[\d一二两三四五六]*(?:个)?(?:分钟|小时|天|周)/iu;

/** The sentence of `text` around a place, and the one behind it. */
function sentenceAt(text: string, at: number): { own: string; next: string } {
  const ends = [...text.matchAll(/[。！？!?；]|[.](?=\s+\P{Ll}|\s*$)/gu)].map(({ index }) => index + 1);
  const start = ends.findLast((end) => end <= at) ?? 0;
  const end = ends.find((each) => each > at) ?? text.length;
  const after = ends.find((each) => each > end) ?? text.length;
  return { own: text.slice(start, end), next: text.slice(end, after) };
}

const without = (text: string, parts: readonly { readonly start: number; readonly end: number }[]): string =>
  parts.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} · ${rest.slice(end)}`, text);

const isDay = ({ kind }: Moment): boolean => kind === 'date';

/**
 * Reads what a block says; `undefined` for one that customers do not read.
 * @param names The statements to look for.
 */
export function saidIn(block: BlockText, names: readonly string[]): Said | undefined {
  if (block.audience !== 'customer') return undefined;
  const { text } = block;
  const slips = block.phrases('non-apology');
  const found = names.map((name) => ({
    name,
    matches: block
      .phrases(statementName(name))
      .filter(
        ({ start, end }) => name !== 'apology' || !slips.some((slip) => slip.start < end + 40 && start < slip.end + 40),
      ),
  }));
  const moments = readMoments(text);
  const timeless = without(text, moments);
  const bare = without(
    text,
    [...moments, ...readDurations(text)].sort((a, b) => a.start - b.start),
  );
  const next = found.find(({ name }) => name === 'next-message')?.matches ?? [];
  return {
    statements: new Set(found.filter(({ matches }) => matches.length > 0).map(({ name }) => name)),
    hasBlank: /[[【]/.test(text),
    isQuestion: /[?？]["”’)]?\s*$|^.{4,160}?[?？]\s|^(?:Q|问)\s?\d*\s?[:：.]/u.test(text),
    hasAddress:
      block.tokens.some(({ kind, key }) => kind === 'address' && (key.includes('@') || key.includes('://'))) ||
      block.block.prose.asides.some(({ kind, text: hidden }) => kind === 'url' && /^mailto:|^tel:/.test(hidden)) ||
      telephone.test(timeless),
    hasCount: block.block.kind !== 'heading' && count.test(bare),
    told:
      block.block.kind === 'heading' || unknown.test(text) ? 0 : (text.match(/[。！？]|[.!?](?=\s|$)/gu)?.length ?? 0),
    namesNext: next.slice(0, 20).some(({ start }) => {
      const { own, next: behind } = sentenceAt(text, start);
      return readMoments(own).length > 0 || soon.test(own) || readMoments(behind).some(isDay);
    }),
    isAhead: ahead.test(text),
  };
}
