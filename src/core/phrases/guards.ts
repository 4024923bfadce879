import type { Language } from '../finding.js';
import type { Token } from '../language/tokens.js';
import { chineseGuards } from './chinese-guards.js';
import { conceded, denied, disclaimed, negated, negatedDirectly, takenBack } from './denial-guards.js';
import { countNear, durationNear, figureFollows, figureNear } from './figure-guards.js';
import { clauseStart, type GuardPlace, keys } from './guard-place.js';
import { ownsUp } from './owns-up.js';

/** Which quotation marks a text has at all, by its tokens: guards are asked at each of its phrases. */
const quotesOf = new WeakMap<readonly Token[], { readonly double: boolean; readonly single: boolean }>();
function quotesIn({ text, tokens }: GuardPlace): { readonly double: boolean; readonly single: boolean } {
  const known = quotesOf.get(tokens) ?? { double: /[“”「」『』"]/.test(text), single: /['‘’]/.test(text) };
  quotesOf.set(tokens, known);
  return known;
}

/** Single quotes are looked for this far around a match. Characters. */
const quoteReach = 240;

/** In 'single quotes': the sign that opens stands before a word and behind none, the one that closes the other way about. */
function inSingleQuotes({ text, tokens, from, to, sentence }: GuardPlace): boolean {
  const [first, begin, end] = [tokens[sentence.from], tokens[from], tokens[to - 1]];
  if (!first || !begin || !end) return false;
  const before = text.slice(Math.max(first.start, begin.start - quoteReach), begin.start);
  return (
    /(?<![\p{L}\p{N}])['‘](?=\p{L})(?:(?!['’](?![\p{L}\p{N}])).)*$/su.test(before) &&
    /['’](?![\p{L}\p{N}])/u.test(text.slice(end.end, end.end + quoteReach))
  );
}

/** Stands in quotation marks: somebody else's words, or words spoken about. */
function inQuotes(place: GuardPlace): boolean {
  const quotes = quotesIn(place);
  if (quotes.single && inSingleQuotes(place)) return true;
  if (!quotes.double) return false;
  const open = place.tokens.slice(place.sentence.from, place.from);
  const close = place.tokens.slice(place.to, place.sentence.to + 2);
  const opens =
    open.filter((token) => /^[“「『"]$/.test(token.key)).length -
    open.filter((token) => /^[”」』]$/.test(token.key)).length;
  return opens % 2 !== 0 && close.some((token) => /^[”」』"]$/.test(token.key));
}

/** The sentence asks. */
function inQuestion(place: GuardPlace): boolean {
  const last = place.tokens[place.sentence.to - 1]?.key;
  return last === '?' || last === '？';
}

/** A first-person subject before the match in its sentence: we, our, us, I. */
function ownSubject(place: GuardPlace): boolean {
  return keys(place, place.sentence.from, place.from).some((key) =>
    ['we', 'our', 'us', 'i', 'my', 'ours', 'ourselves'].includes(key),
  );
}

/** Somebody is named who did it: "by us", "by our script", "by an expired key"; not "by mistake" or "by hand". */
function byAgent(place: GuardPlace): boolean {
  const to = Math.min(place.sentence.to, place.to + 8);
  for (let at = place.from; at < to; at++) {
    const token = place.tokens[at];
    const kind = at >= place.to ? token?.kind : undefined;
    if (kind === 'stop' || kind === 'break' || kind === 'comma') return false;
    if (token?.key !== 'by') continue;
    const next = place.tokens[at + 1];
    if (
      next?.kind === 'word' &&
      !/^(?:mistake|accident|error|hand|default|then|chance|design|now|itself|themselves)$|ing$/.test(next.key) &&
      !/^(?:wayside|way|time|end|book|minute|hour)$/.test(place.tokens[at + 2]?.key ?? '')
    )
      return true;
    if (next?.kind === 'mask') return true;
  }
  return false;
}

/** Said of what might be, not of what was: "if a backup was not tested", "so that nothing can be overlooked". */
function hypothetical(place: GuardPlace): boolean {
  const before = keys(place, Math.max(clauseStart(place, false), place.from - 14), place.from);
  return before.some((key) => /^(?:if|unless|whether|whenever|imagine|suppose|otherwise)$/.test(key));
}

const prevention =
  /^(?:prevent|reduc|guard|protect|avoid|eliminat|catch|minimi|toleran|regardless|resilien|less|risk|chance|possib|potential|impossib|hard|harder|room|prone|detect|block|stop|reject|likel)/;

const causal = /^(?:because|due|owing|following|after|since|thanks|caused)$/;

/**
 * Spoken of as something to guard against: "to prevent human error", "the risk of a typo"; not what something came
 * from: "blocked due to a technical problem".
 */
function guardedAgainst(place: GuardPlace): boolean {
  const before = keys(place, Math.max(clauseStart(place, false), place.from - 7), place.from + 1);
  const cause = before.findLastIndex((key) => causal.test(key));
  return before.slice(cause + 1, -1).some((key) => prevention.test(key));
}

/** What follows says what is meant: a colon with a list, "namely", "including", "such as". */
function listFollows(place: GuardPlace): boolean {
  for (let at = place.to; at < Math.min(place.sentence.to, place.to + 14); at++) {
    const key = place.tokens[at]?.key ?? '';
    if (/^(?:[:：]|namely|including|specifically)$/.test(key)) return true;
    if (key === 'as' && place.tokens[at - 1]?.key === 'such') return true;
  }
  return false;
}

/** Said of what is to come: "will", "going to", "plan to" in the sentence. */
function aboutFuture(place: GuardPlace): boolean {
  return keys(place, place.sentence.from, place.sentence.to).some((key) =>
    /^(?:will|shall|going|plan|plans|planned|planning|aim|intend|expect|expects|hope|want|promise|must|can|may|should|soon|next|please)$/.test(
      key,
    ),
  );
}

const harm =
  /^(?:affect|unavail|fail|los(?:t|e|es|ing)$|loss|down$|unable|delay|slow|error|missing|wrong|impact|degrad|disrupt|interrupt|outage|not$|no$|inaccess|unreach|stuck|broke|block|reject|duplicat|twice|charged|expos|leak|delet|timeout|timed|crash|corrupt|incorrect|stale|unrespon|suffer|experienc|problem|issue|troubl|difficult|dropped|stopped|damage|hit$|offline|late$|vanish|disappear|miss|unusable|double|empty|never|without|cancel|refus|denied|disturb|dark$|stood|cut$|cleared$|notic|blank|froze|astray|jam(?:s|med)$|shut$|stray|garbl|invisible|broken|fault|refus|none$|nobody|nothing|cold$|closed$|yesterday|declin|turned$|overcharg|lock|silent|dead$|froz|hung$|stall|lagg|spoil|bounc|wait|strand|mix|touched$|struck$|suspend|expir|rejoin|rebook|postpon|halt|struggl|short$|overdue|moved$|restricted$|misread|misprint|mislaid|mispla|swapped|fewer|lower|reduced|low$|blip|glitch|hiccup|snag|flood(?:ed|ing)|hold$|diver[st]|rerout|withdrawn$|called$|stopped|astray$|wrongly)/;
const harmBefore =
  /^(?:affect|impact|lost$|losing$|loss|delet|disrupt|delay|fail|error|unavail|outage|missing|expos|interrupt|slow|problem|trouble|difficult|unable|inaccess|degrad|broke|hit$|down$|fault|reached$|nor$)/;

/** Harm is done to what the phrase names: "some orders were lost", "errors in several regions"; not "some tests that …". */
function harmNear(place: GuardPlace): boolean {
  const { tokens, from, to, sentence } = place;
  for (let at = from; at < Math.min(sentence.to, to + 10); at++) {
    const token = tokens[at];
    if (at >= to && (token?.kind === 'comma' || token?.kind === 'break')) break;
    if (token && (harm.test(token.key) || (token.key === 'out' && tokens[at + 1]?.key === 'of'))) return true;
  }
  return tokens.slice(Math.max(sentence.from, from - 5), from).some((token) => harmBefore.test(token.key));
}

/** Harm is spoken of anywhere in the sentence: for phrases that hardly stand in other sentences than those of harm. */
const harmInSentence = (place: GuardPlace): boolean =>
  place.tokens.slice(place.sentence.from, place.sentence.to).some((token) => harm.test(token.key));

/** A word inside the match, where a gap crosses it, that turns what it says: "our monitoring will alert the engineers". */
const turnedWithin = ({ tokens, from, to }: GuardPlace): boolean =>
  tokens.slice(from, to).some(({ key }) => /^(?:not|never|no|will|would|shall|should)$/.test(key));

/** What entries may name in `unless` and `when`. Each is a small question about the match's surroundings. */
const guards = {
  negated,
  denied,
  'figure-near': figureNear,
  'figure-follows': figureFollows,
  'in-quotes': inQuotes,
  'in-question': inQuestion,
  'own-subject': ownSubject,
  'negated-directly': negatedDirectly,
  'turned-within': turnedWithin,
  disclaimed,
  'taken-back': takenBack,
  conceded,
  'count-near': countNear,
  'by-agent': byAgent,
  hypothetical,
  'guarded-against': guardedAgainst,
  'list-follows': listFollows,
  'owns-up': ownsUp,
  'about-future': aboutFuture,
  'harm-near': harmNear,
  'harm-in-sentence': harmInSentence,
  'duration-near': durationNear,
  'in-heading': (place: GuardPlace) => place.isHeading,
  'block-quote': (place: GuardPlace) => place.isQuoted,
} as const satisfies Record<string, (place: GuardPlace) => boolean>;

type Guard = (place: GuardPlace) => boolean;

/**
 * The guard of that name for texts in `language`.
 * @returns `undefined` where there is none of that name.
 */
export function guardOf(name: string, language: Language): Guard | undefined {
  if (language === 'zh' && Object.hasOwn(chineseGuards, name)) return chineseGuards[name as keyof typeof chineseGuards];
  return Object.hasOwn(guards, name) ? guards[name as keyof typeof guards] : undefined;
}
