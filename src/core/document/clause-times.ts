import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { rememberByText } from '../remember.js';
import type { CalendarDay, ClockTime, Moment } from './clock.js';
import { supposedly } from './happenings.js';

/** The words that say what was at a time of day. */
export interface ToldTime {
  readonly time: ClockTime;
  /** The clause without its time, folded. */
  readonly words: string;
  /** A day that its sentence names. */
  readonly day: CalendarDay | undefined;
}

/** What ends a sentence: "9:50 a.m. EDT" goes on. */
const sentenceEnds = /[。！？!?；;\n]|(?<![ap]\.m|\b[ap])\.(?=\s+[^\p{Ll}\s]|\s*$)/gu;

const asks = (words: string): boolean => /[?？]\s*$/u.test(words);

/** The sentences of a folded text, without questions and what is said to ask them: "We noticed it at nine. Is that the same?" */
export const sentencesOf = rememberByText(
  (text: string): readonly { readonly start: number; readonly words: string }[] => {
    const found: { start: number; words: string }[] = [];
    let start = 0;
    for (const match of matchesIn(text, sentenceEnds)) {
      const end = match.index + match[0].length;
      if (end > start) found.push({ start, words: text.slice(start, end) });
      start = end;
    }
    if (start < text.length) found.push({ start, words: text.slice(start) });
    return found.filter(({ words }, at) => !asks(words) && !asks(found[at + 1]?.words ?? ''));
  },
);

/** Where a sentence goes over from one thing to another: a mark, "and", "after". */
const joints =
  /[,，:：、—–()（）]|\b(?:and|but|while|whereas|which|so|because|although|though|after|before|once|when|until|as soon as)\b|[而但]|之后|以后|之前|以前/g;

/** What says nothing by itself: "it was … when", "not until". */
const empty =
  /^(?:\s|[,，.:：]|\b(?:it|was|is|only|not|at|by|on|in|until|about|around|already|exactly|precisely|sharp|just|then|the|of|as|early|late|from|since|time|local|morning|afternoon|evening|night|that|day|utc|gmt|[ap]m|(?:ce|e|b|i|j|p|c|m|nz|ae|ak|wi)[sd]?t|h?kt|sgt)\b|\w+day\b|[在于是到才就已已经直约大概左右前后的当天日晚早上下午中凌晨北京台湾时间])*$/i;

/** A piece of a sentence: its place in it. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

function piecesOf(words: string, times: readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const { index, 0: mark } of matchesIn(words, joints)) {
    const end = index + mark.length;
    // "Until 10:02" and "10:30 and 11:00" belong to their times.
    if (
      times.some(
        (time) =>
          (time.start >= end && time.start - end < 14 && !/[,，、]/.test(mark)) ||
          (time.start <= index && time.end > index),
      )
    )
      continue;
    pieces.push({ start, end: index });
    start = /^[,，:：、—–()（）]/.test(mark) ? end : index;
  }
  return [...pieces, { start, end: words.length }];
}

/** The one clause that a time of a sentence belongs to, without the time. */
function clauseOf(words: string, time: Piece, pieces: readonly Piece[]): string {
  const at = pieces.findIndex(({ start, end }) => time.start >= start && time.start < end);
  const piece = pieces[at];
  if (!piece) return '';
  const own = `${words.slice(piece.start, time.start)} ${words.slice(time.end, piece.end)}`;
  if (!empty.test(own)) return own.trim();
  const next = pieces[at + 1];
  return next
    ? words
        .slice(next.start, next.end)
        .replace(/^(?:when|that|and)\b/i, '')
        .trim()
    : '';
}

/** What a text says of its times, one a clause; nothing of a sentence that tells a plan, or asks. */
export function toldTimesIn(prose: string, moments: readonly Moment[]): readonly ToldTime[] {
  const all = moments.filter((moment): moment is ClockTime => moment.kind === 'time').slice(0, 30);
  if (all.length === 0) return [];
  return sentencesOf(fold(prose)).flatMap(({ start, words }): ToldTime[] => {
    const end = start + words.length;
    const own = all.filter((time) => time.start >= start && time.start < end);
    if (own.length === 0 || supposedly.test(words)) return [];
    const places = own.map((time) => ({ start: time.start - start, end: time.end - start }));
    const pieces = piecesOf(words, places);
    const day = moments.find(
      (moment): moment is CalendarDay => moment.kind === 'date' && moment.start >= start && moment.start < end,
    );
    return own.flatMap((time, index): ToldTime[] => {
      const place = places[index] as Piece;
      const isAlone = pieces.some(
        (piece) =>
          place.start >= piece.start &&
          place.start < piece.end &&
          places.filter((each) => each.start >= piece.start && each.start < piece.end).length === 1,
      );
      const clause = isAlone ? clauseOf(words, place, pieces) : '';
      return clause.length > 2 ? [{ time, words: clause, day }] : [];
    });
  });
}

/** Whether a clause is of a beginning or an attempt alone: "we began to restore", "着手恢复". */
export const onlyTries =
  /\b(?:tr(?:y|ied|ies|ying)|attempt\w*|began|begun|beg[iu]n\w*|start(?:ed|ing)? (?:to|on|the|our|re|work)|prepar\w+|partly|partially|half|some of|most of|first (?:try|attempt)|in vain|without success|failed to|not yet|still|almost|nearly)\b|尝试|试图|着手|开始|准备|部分|陆续|逐步|仍|还没|未能|没能|尚未|一度/i;
