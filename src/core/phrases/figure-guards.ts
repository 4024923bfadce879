import type { GuardPlace } from './guard-place.js';

/** A figure in the same sentence, up to ten tokens before or behind. */
export function figureNear(place: GuardPlace): boolean {
  const from = Math.max(place.sentence.from, place.from - 10);
  const to = Math.min(place.sentence.to, place.to + 10);
  return place.tokens.slice(from, to).some((token) => token.kind === 'figure');
}

/** A figure right behind, in brackets or not: "a small number of customers (412)", "some requests, 3 % of all". */
export function figureFollows(place: GuardPlace): boolean {
  const behind = place.tokens.slice(place.to, Math.min(place.to + 10, place.sentence.to));
  // “… our controls, after 41 bags went astray”: that figure measures what happened.
  const clause = behind.findIndex((token) => /^(?:after|because|following|when)$/.test(token.key));
  return behind.slice(0, clause < 0 ? behind.length : clause).some((token) => token.kind === 'figure');
}

const numberWords = new Set(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions dozen half third quarter'.split(
    ' ',
  ),
);
const timeUnits =
  /^(?:am|pm|a\.m|p\.m|utc|gmt|cet|cest|est|edt|pst|pdt|bst|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|st|nd|rd|th|o'clock|degrees?|times)$/;

/** Whether the token at `at` counts things: no clock time, date, duration, year, version, name or "three times". */
function isCount(place: GuardPlace, at: number): boolean {
  const token = place.tokens[at];
  if (token?.kind === 'word' && !numberWords.has(token.key)) return false;
  if (token?.kind !== 'figure' && token?.kind !== 'word') return false;
  if (token.key.includes(':') || /^(?:19|20)\d\d$/.test(token.key) || /^\d+\.\d+\.\d+/.test(token.key)) return false;
  if (/(?:ms|s|h|m|min|mins|am|pm)$/.test(token.key) && /^\d/.test(token.key)) return false;
  const next = place.tokens.slice(at + 1, at + 8).map(({ key }) => key);
  // "Between 9 and 10 in the morning".
  if (
    /^(?:between|from|and|to|until)$/.test(place.tokens[at - 1]?.key ?? '') &&
    /^(?:(?:and|to|until) \S+ )?(?:in the (?:morning|afternoon|evening)|at night|o'clock)/.test(next.join(' '))
  )
    return false;
  const after = next[0] ?? '';
  const before = place.tokens[at - 1]?.key ?? '';
  // "a.m." is three tokens.
  if (/^[ap]$/.test(after) && place.tokens[at + 3]?.key === 'm') return false;
  // "The 1.9 patch".
  if (token.key.includes('.') && /^(?:patch|update|release|version|build|firmware|upgrade)$/.test(after)) return false;
  if (timeUnits.test(after) || (timeUnits.test(before) && token.kind === 'figure')) return false;
  // "From 1 to 3 October": both are days.
  if (/^(?:to|and|or|until|till|–|-)$/.test(after) && timeUnits.test(place.tokens[at + 3]?.key ?? '')) return false;
  return !/^(?:at|version|v|step|section|phase|level|severity|sev|page|chapter|day|patch|release|build|route|line|gate|platform|room|terminal|windows|ios|android|zone|hall|ward|floor|bus|tram|train|flight|paragraph|clause|block|building|house|unit|bay|dock|track|exit|junction|district|tower|reactor|boiler|pump|lift|well|till|counter|pier|court)$/.test(
    before,
  );
}

const saysHowMany =
  /^\s*(?:about |exactly |in all,? |altogether,? )?\d{1,3}(?:,\d{3})+ (?!(?:minutes|hours|seconds|days))[A-Za-z]|^\s*(?:it|this|that|these|they|those|the (?:fault|outage|error|problem|failure)|affected|in all|altogether|all told|exactly)\b[^.!?]{0,40}?\b(?:concerned|affected|happened to|hit|reached|involved|touched|came to|were|was|is|are)\b[^.!?\d]{0,24}\d[\d,.]*(?![\d,.:]|\s?(?:[ap]\.?m\b|%? ?(?:seconds?|minutes?|hours?|days?|weeks?|months?|january|february|march|april|may|june|july|august|september|october|november|december)\b))/i;

/** The sentence behind says how many: "Some tracking pages stood still. It concerned 41 carriers." */
const countBehind = ({ text, tokens, sentence }: GuardPlace): boolean =>
  saysHowMany.test(text.slice(tokens[sentence.to - 1]?.end ?? text.length, (tokens[sentence.to - 1]?.end ?? 0) + 140));

/**
 * A figure that counts, in the same sentence, up to fourteen tokens away: not a time, a date or a length of time. Or one
 * right behind it, where the next sentence says how many.
 */
export function countNear(place: GuardPlace): boolean {
  if (countBehind(place)) return true;
  const to = Math.min(place.sentence.to, place.to + 14);
  for (let at = Math.max(place.sentence.from, place.from - 14); at < to; at++) {
    if ((at < place.from || at >= place.to) && isCount(place, at)) return true;
  }
  return false;
}

/** A length of time or a clock time in the sentence: "40 minutes", "from 09:00"; a date alone is none. */
export function durationNear(place: GuardPlace): boolean {
  // The stop of "9 a.m." may have ended the sentence before this one.
  const before = place.tokens.slice(Math.max(0, place.sentence.from - 4), place.sentence.from);
  if (/^[ap] ?\. ?m ?\.$/.test(before.map((token) => token.key).join(''))) return true;
  return place.tokens.slice(place.sentence.from, place.sentence.to).some((token, at) => {
    const isFigure = token.kind === 'figure';
    if (!isFigure && !numberWords.has(token.key)) return false;
    if (isFigure && /:|\d(?:h|m|s|min|mins|am|pm)$/.test(token.key)) return true;
    const next = place.tokens[place.sentence.from + at + 1]?.key ?? '';
    const isHour = isFigure && /^[ap]$/.test(next) && place.tokens[place.sentence.from + at + 3]?.key === 'm';
    return (
      isHour || /^(?:am|pm|utc|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|o'clock)$/.test(next)
    );
  });
}
