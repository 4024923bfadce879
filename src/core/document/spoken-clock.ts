import { letters } from '../language/letters.js';
import { lateRegExp } from '../late.js';
import { matchesIn } from '../matches.js';

/** What a time of day that is not written to the minute may stand for besides itself. */
export interface Loose {
  /** "Half past two", "四点半" without the half of the day: it may be twelve hours later too. */
  readonly isEither: boolean;
  /** Minutes by which it may be earlier or later: "shortly after nine", "around 9:30". */
  readonly early: number;
  readonly late: number;
}

/** A time of day in English words. Offsets in the text. */
export interface SpokenTime {
  readonly start: number;
  readonly end: number;
  /** Minutes after midnight. */
  readonly minutes: number;
  readonly isEither: boolean;
}

const hours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const from = '(?<=\\b(?:at|by|until|till|since|from|to|before|after|around|about|towards?) )';
const hour = `${hours.join('|')}|1[0-2]|[1-9]`;
const steps: Readonly<Record<string, number>> = { five: 5, ten: 10, quarter: 15, twenty: 20, half: 30 };
const behindHour: Readonly<Record<string, number>> = {
  fifteen: 15,
  thirty: 30,
  'forty-five': 45,
  twenty: 20,
  forty: 40,
  fifty: 50,
};
const noNumber = `(?<![${letters}\\d.,:$€£-]|\\b(?:the|these|those|all|about|over|under|than) )`;
/** What a time leads up to, rather than something that is counted: "at ten to five the pump", not "five to ten pumps". */
const goesOn =
  "(?=\\s*(?:$|[.,;:)!?–—]|-\\s|(?:o'clock|in the|at night|that|this|on|and|but|we|the|our|when|until|till|to|yesterday|or so|by|with|was|were|did|had|before|as|is|you|they|it|all|every|each|everything|nobody|no one|UTC|GMT|BST|CES?T|[a-z]+ time)\\b))";
const at =
  '(?<=\\b(?:at|by|until|till|since|shortly after|shortly before|just after|just before|soon after|around|towards?)\\s)';
const half =
  '(?:,? (?:in the|that|this|of the|the next|the following|next|on \\w+day|\\w+day) (?<half>morning|afternoon|evening|night)| at (?<night>night))?';

const spoken = lateRegExp(
  `(?<![A-Za-z\\d])(?=[aefhmnoqst\\d])(?:${[
    // half past two, a quarter past four, ten past nine, twenty-five minutes past one
    `${noNumber}(?:(?<past>half|(?:a )?quarter|five|ten|twenty(?:[ -]five)?|\\d{1,2})(?: minutes)? past (?<pastHour>${hour}|noon|midnight|midday)(?![\\w-]|:\\d| (?:years|months|weeks|days|hours|minutes))(?: o'clock)?)`,
    // a quarter to five, ten to five, a quarter after nine
    `${noNumber}(?:(?:(?:a )?(?<quarter>quarter)|${at}(?<to>five|ten|twenty(?:[ -]five)?|\\d{1,2})(?: minutes)?|(?<minutes>five|ten|twenty(?:[ -]five)?|\\d{1,2}) minutes) (?<side>to|before|of|after) (?<toHour>${hour}|noon|midnight|midday)${goesOn}(?: o'clock)?)`,
    // from ten to five until half past six: with an end behind it, it is no "from ten to five"
    `(?<=\\bfrom )(?<fromStep>five|ten|twenty(?:[ -]five)?) to (?<fromHour>${hours.join('|')})(?=(?: in the [a-z]+)? (?:until|till|to|through) (?!the\\b))`,
    // seven o'clock
    `${noNumber}(?<clock>${hour}) o'clock`,
    // nine in the morning, 10 at night
    `${from}(?<bare>${hour})(?: |-)?(?<bareMinutes>${Object.keys(behindHour).join('|').replace('-', '[ -]')})?(?=,? (?:in the|that|of the) (?:morning|afternoon|evening)\\b(?! (?:shift|rush|run|peak|traffic|post|trains?|services?|classes|sessions?|round|delivery))| at night\\b)`,
    // at seven thirty
    `${at}(?<shortHour>${hours.join('|')})[ -](?<shortMinutes>${Object.keys(behindHour).join('|').replace('-', '[ -]')})${goesOn}`,
    `(?<=\\b(?:at|by|until|till|from|since|before|to|after|around|about) )(?<special>noon|midday|midnight)(?![\\w-])`,
  ].join('|')})${half}`,
  'gi',
);
const hint =
  /o.clock\b|\bpast\b|\bnoon\b|\bmid(?:night|day)\b|\bquarter\b|\bmorning\b|\b(?:after|fore)noon\b|\bevening\b|\bnight\b| (?:five|ten|twenty) to |-five to | (?:thirty|fifteen|forty.five)\b/;

const numberOf = (word: string): number => hours.indexOf(word.toLowerCase()) + 1 || Number(word);
const stepOf = (word: string): number => {
  const name = word.toLowerCase().replace(/^a /, '');
  return steps[name] ?? (name.startsWith('twenty') ? 25 : Number(name));
};

/** Minutes of the day of an hour on the face of a clock, with what the words behind it say of the half of the day. */
function onDay(minutes: number, part: string | undefined): { minutes: number; isEither: boolean } {
  const face = ((minutes % 720) + 720) % 720;
  if (part === undefined) return { minutes: face, isEither: true };
  const isLate = part === 'afternoon' || part === 'evening' || (part === 'night' && face >= 300);
  return { minutes: isLate ? face + 720 : face, isEither: false };
}

/** Whether a text may hold such a time: asked of every block, before anything else. */
export const maySpeak = (text: string): boolean => hint.test(text);

/** Finds "half past two", "ten to five in the morning", "seven o'clock". Takes folded text. */
export function spokenTimes(text: string): readonly SpokenTime[] {
  return matchesIn(text, spoken()).flatMap((match): SpokenTime[] => {
    const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
    const { past, pastHour, quarter, to, minutes, side, toHour, clock, bare, bareMinutes, shortHour, shortMinutes } =
      groups;
    const { fromStep, fromHour } = groups;
    const step = past ?? quarter ?? to ?? minutes ?? fromStep;
    const name = pastHour ?? toHour ?? fromHour ?? clock ?? bare ?? shortHour ?? groups.special ?? '';
    const fixed = /^(?:noon|midday)$/i.test(name) ? 720 : /^midnight$/i.test(name) ? 1440 : undefined;
    const more = (bareMinutes ?? shortMinutes)?.toLowerCase().replace(' ', '-');
    const from = fixed ?? 60 * numberOf(name) + (more === undefined ? 0 : (behindHour[more] ?? 0));
    const sign = (side === undefined && fromStep === undefined) || side?.toLowerCase() === 'after' ? 1 : -1;
    const all = from + (step === undefined ? 0 : sign * stepOf(step));
    const [start, end] = [match.index, match.index + match[0].length];
    if (fixed !== undefined) return [{ start, end, minutes: all > 1440 ? all - 1440 : all, isEither: false }];
    const part = (groups.half ?? groups.night)?.toLowerCase();
    return [{ start, end, ...onDay(all, part) }];
  });
}

const looseBefore =
  /(?:\b(?<after>(?:shortly|just|soon|a little|a bit|some time|right|straight|a few minutes|well|not long|minutes) after|past)|\b(?<before>(?:shortly|just|a little|a bit|some time|right|a few minutes|well|not long|minutes) before)|\b(?<about>about|around|roughly|approximately|circa|ca\.|towards?|some time around|close to|nearly|almost)|(?<zhAbout>大约|大概|约|左右|接近|将近|临近|近|快|差不多)|~)\s?$/i;
const looseBehind =
  /^\s?(?:左右|前后|上下|许(?!多)|多(?![次个名位人])|(?<after>刚?过后?|之?后不久|过[一几]?)|(?<before>之?前不久|不到)|or (?:so|thereabouts)\b|-ish\b)/i;

/** How loosely a time at a place of a folded text is meant; `undefined` where it is meant to the minute. */
export function looseAt(text: string, start: number, end: number, isEither: boolean): Loose | undefined {
  const before = looseBefore.exec(text.slice(Math.max(0, start - 22), start));
  const behind = looseBehind.exec(text.slice(end, end + 12));
  // "晚上快十一点" has the word inside.
  if (/\p{Script=Han}(?:快|近|约|大概|差不多)/u.test(text.slice(start, end))) return { isEither, early: 20, late: 12 };
  if (!before && !behind) return isEither ? { isEither, early: 0, late: 0 } : undefined;
  if (before?.groups?.after || behind?.groups?.after) return { isEither, early: 1, late: 25 };
  if (before?.groups?.before || behind?.groups?.before) return { isEither, early: 25, late: 1 };
  return { isEither, early: 12, late: 12 };
}
