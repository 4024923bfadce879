import type { Language } from '../finding.js';
import type { Token } from '../language/tokens.js';
import { chineseGuards } from './chinese-guards.js';
import { ownsUp } from './owns-up.js';

/** Where a guard looks: a match among the tokens of its block. */
export interface GuardPlace {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The match, `to` not included. */
  readonly from: number;
  readonly to: number;
  /** The sentence of the match, `to` not included. */
  readonly sentence: { readonly from: number; readonly to: number };
  readonly language: Language;
  readonly isHeading: boolean;
  readonly isQuoted: boolean;
}

const negations = new Set([
  'not',
  'never',
  'no',
  'nor',
  'neither',
  'without',
  'nothing',
  'none',
  'nobody',
  'hardly',
  'rather',
  'instead',
]);

const keys = (place: GuardPlace, from: number, to: number): string[] =>
  place.tokens.slice(Math.max(from, place.sentence.from), Math.min(to, place.sentence.to)).map((token) => token.key);

/** The index where the clause of the match begins: after the last break or comma before it. */
function clauseStart(place: GuardPlace, commas: boolean): number {
  let at = place.from;
  while (at > place.sentence.from) {
    const kind = place.tokens[at - 1]?.kind;
    if (kind === 'break' || kind === 'stop' || (commas && kind === 'comma')) break;
    at--;
  }
  return at;
}

/** A negation shortly before the match, in its clause: "not a minor problem". */
function negated(place: GuardPlace): boolean {
  return keys(place, Math.max(place.from - 5, clauseStart(place, true)), place.from).some((key) => negations.has(key));
}

/** Said not to be so, before or behind: "human error is never a root cause", "we do not call this …". */
function denied(place: GuardPlace): boolean {
  if (negated(place)) return true;
  const after = keys(place, place.to, place.to + 4);
  if (after.some((key) => /^(?:not|never|no|will|would|shall|should)$/.test(key))) return true;
  return keys(place, Math.max(place.from - 9, clauseStart(place, false)), place.from).some(
    (key, at, all) => negations.has(key) && (key !== 'no' || all[at + 1] === 'one'),
  );
}

/** A figure in the same sentence, up to ten tokens before or behind. */
function figureNear(place: GuardPlace): boolean {
  const from = Math.max(place.sentence.from, place.from - 10);
  const to = Math.min(place.sentence.to, place.to + 10);
  return place.tokens.slice(from, to).some((token) => token.kind === 'figure');
}

/** A figure right behind, in brackets or not: "a small number of customers (412)", "some requests, 3 % of all". */
function figureFollows(place: GuardPlace): boolean {
  const behind = place.tokens.slice(place.to, Math.min(place.to + 10, place.sentence.to));
  // “… our controls, after 41 bags went astray”: that figure measures what happened.
  const clause = behind.findIndex((token) => /^(?:after|because|following|when)$/.test(token.key));
  return behind.slice(0, clause < 0 ? behind.length : clause).some((token) => token.kind === 'figure');
}

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

/** Words that may stand between a negation and what it negates. */
const lightWords = new Set(
  'a an the just only merely simply any such really exactly be been being is was are were at all as call called consider considered treat treated describe described it this that them us mere so by means what some one single sole individual of to or think thought want wish mean meant'.split(
    ' ',
  ),
);

/** Negated with nothing but light words between: "not a minor problem", "no small outage"; not "could not read a few". */
function negatedDirectly(place: GuardPlace): boolean {
  for (let at = place.from - 1; at >= Math.max(place.sentence.from, place.from - 7); at--) {
    const key = place.tokens[at]?.key ?? '';
    if (/^(?:not|never|no|hardly|neither|nor|without|beyond|cannot)$/.test(key)) return true;
    const before = place.tokens[at - 1]?.key;
    if ((key === 'from' && before === 'far') || (key === 'but' && before === 'anything')) return true;
    if (key === 'than' && (before === 'more' || before === 'rather')) return true;
    if (!lightWords.has(key)) return false;
  }
  return false;
}

const promising =
  /^(?:promis|word$|guarantee|assur|ensur|pledg|vow|claim|say|said|tell$|told$|believ|pretend|rule|exclude|swear|expect|suggest)/;
const disclaiming = new Set('not never no nobody none neither nor unable cannot refuse without'.split(' '));
/** These disclaim as what is said of the promise, "it would be wrong to promise", not of a thing: "the wrong label". */
const disclaimingVerdict = /^(?:impossible|dishonest|wrong|foolish|false|unrealistic|difficult|hard|lie)$/;
const beforeVerdict = /^(?:be|is|was|are|'s|been|seems?|sounds?|a|it|too|very|quite|and|or|finds?|as)$/;

/** A technical promise: "delivered at least once". */
const limit = /\b(?:at least|at most|exactly|only|more than) (?:once|twice)\b/;

/** The promise itself is refused or limited: "we cannot guarantee that …", "it would be dishonest to promise …". */
function disclaimed(place: GuardPlace): boolean {
  if (/\bbut not\b/.test(keys(place, place.to, place.sentence.to).join(' '))) return true;
  if (limit.test(keys(place, place.sentence.from, place.sentence.to).join(' '))) return true;
  const before = keys(place, place.sentence.from, place.from + 1);
  const disclaims = (key: string, at: number): boolean =>
    disclaiming.has(key) || (disclaimingVerdict.test(key) && beforeVerdict.test(before[at - 1] ?? ''));
  return before.some(
    (key, at) =>
      (promising.test(key) || at === before.length - 1) &&
      before.some((earlier, place) => place >= at - 5 && place < at && disclaims(earlier, place)),
  );
}

const noExcuse =
  /\b(?:no|not an?|not any|little|small|cold|scant|hardly an?|hardly any|never an?) (?:great |real |much |good )?(?:excuse|comfort|consolation|solace|justification|defence|defense)\b/;
const ownWords =
  /\b(?:we|i|our [a-z]+|(?:first|last|earlier|previous|'s|that|the|this) (?:letter|notice|message|statement|email|brochure|announcement))(?: \w+){0,2} (?:did (?:say|promise|call|tell)|said|spoke|spoken|called|wrote|told|described|dismissed|announced|promised|reported|assured|thought|used to (?:say|call|claim|promise|think|believe|boast))\b/;
const verdict =
  /\b(?:(?:was|were|is|are) (?:wrong|not true|untrue|false|misleading|a mistake|no such thing|anything but)|(?:it|they|that|this) (?:was|were|did) not|we were (?:wrong|mistaken)|(?:(?:no one|nobody) can|we can ?not) (?:say|promise|claim|guarantee)|should (?:not|never) have (?:said|called|written|promised)|broke (?:that|our|this)|(?:and|but|yet)(?: \S+){0,5} it (?:did|has)|knows? better|in (?:fact|truth)|(?:which|that) was (?:untrue|not true|false)|we withdraw|it (?:took|lasted) (?:\w+ ){1,3}(?:hours?|days?|nights?|weeks?|months?)|no longer (?:do|does|say|call|claim|believe|think|true|holds?)|did (?:no|not do) justice|were the wrong words|while)\b/;
/** A verdict on such words: “it would be wrong to call this small”, “an insult to say so”. */
const wrongToSay =
  /\b(?:wrong|dishonest|unfair|misleading|false|lie|untrue|cheap|insult|insulting|easy) (?:of us |to you )?(?:to|if we) (?:say|claim|write|argue|call|tell|speak|describe|present|promise|pretend|dismiss|name)\b|\bwould be (?:an? )?(?:wrong|dishonest|unfair|misleading|false|lie|untrue|insult)\b/;

/** What somebody else said, asked or called it, told by us in the same breath: "your letter says that …", "when the auditor asked whether …". */
const reported =
  /\b(?:you|(?:your|a|one|her|his|their) (?:letter|complaint|message|mail|email|e mail|report|question|review|word|words)|(?:a|one|the|some|many|our) (?:customers?|passengers?|readers?|patients?|parents?|tenants?|auditors?|ombudsman|press|newspapers?)) (?:\w+ ){0,2}(?:say|says|said|write|writes|wrote|ask|asks|asked|(?:call|calls|called) (?:it|this|that)|claim|claims|claimed|put it)\b[^,;:]*$|\basked (?:\w+ ){0,2}(?:whether|if|why|how)\b[^,;:]*$|\b(?:writing|saying|telling you) that\b[^,;:]*$/;
/** One of these stands where a phrase is taken back: most sentences hold none, and the expressions above take long to read. */
const telling = new Set(
  'writing saying telling excuse comfort consolation solace justification defence defense wrong dishonest unfair misleading false lie untrue cheap insult insulting easy say says said spoke spoken call called calls tell told write wrote writes described dismissed announced promise promised reported assured thought used ask asks asked claim claims claimed put'.split(
    ' ',
  ),
);

/** The sentence, or the next one, takes the phrase back: "… , but that is no excuse", "we called it small; that was wrong". */
function takenBack(place: GuardPlace): boolean {
  const { from, to } = place.sentence;
  if (!place.tokens.slice(from, to).some(({ key }) => telling.has(key))) return false;
  const said = keys(place, from, to).join(' ');
  if (noExcuse.test(said) || wrongToSay.test(said)) return true;
  const before = keys(place, from, place.from).join(' ');
  if (reported.test(before)) return true;
  if (!ownWords.test(keys(place, from, place.from + 1).join(' '))) return false;
  const behind = place.tokens.slice(place.to, to + 12).map((token) => token.key);
  return verdict.test(behind.join(' '));
}

/** Named, and overruled by what we give: "Although our terms allow for it, we pay". */
const conceded = (place: GuardPlace): boolean =>
  /^(?:although|though|even though)\b/.test(keys(place, place.sentence.from, place.sentence.from + 2).join(' ')) &&
  /\b(?:pay|paying|refund|refunding|credit|crediting|repay|give|giving|return|owe|compensate|compensating|replace|replacing|free of charge|waive|waiving)\b/.test(
    keys(place, place.to, place.sentence.to).join(' '),
  );

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
function countNear(place: GuardPlace): boolean {
  if (countBehind(place)) return true;
  const to = Math.min(place.sentence.to, place.to + 14);
  for (let at = Math.max(place.sentence.from, place.from - 14); at < to; at++) {
    if ((at < place.from || at >= place.to) && isCount(place, at)) return true;
  }
  return false;
}

/** Somebody is named who did it: "by us", "by our script", "by an expired key"; not "by mistake" or "by hand". */
function byAgent(place: GuardPlace): boolean {
  const to = Math.min(place.sentence.to, place.to + 8);
  for (let at = place.from; at < to; at++) {
    const token = place.tokens[at];
    if (at >= place.to && token && /^(?:stop|break|comma)$/.test(token.kind)) return false;
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

/** A length of time or a clock time in the sentence: "40 minutes", "from 09:00"; a date alone is none. */
function durationNear(place: GuardPlace): boolean {
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
