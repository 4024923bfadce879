import { type Amount, amountsIn } from '../../document/amounts.js';
import type { Incident, IncidentMoment } from '../../document/incident.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { offsetAt, type Zone } from '../../document/zone.js';
import type { Localized, Span } from '../../finding.js';
import { fold } from '../../language/fold.js';
import { matchesIn } from '../../matches.js';
import type { DocumentContext, FactReader } from '../rule.js';

/** Sections in which no length or count is meant as a statement about this incident. */
export const elsewhere: ReadonlySet<string> = new Set([
  'timeline',
  'actions',
  'lessons',
  'supporting',
  'people',
  'glossary',
]);

/** Minutes in the words of a reader. */
export function spoken(minutes: number): { en: string; zh: string } {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const en = [
    hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
    rest > 0 ? `${rest} ${rest === 1 ? 'minute' : 'minutes'}` : '',
  ];
  return {
    en: en.filter(Boolean).join(' ') || '0 minutes',
    zh: `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分钟` : ''}`,
  };
}

export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;

/** A moment in the words of a reader: its key in front matter, or its row of the timeline. */
export const told = ({ isRow, name, text }: IncidentMoment): Localized =>
  isRow
    ? { en: `“${text}” in the timeline`, zh: `时间线中的“${text}”` }
    : { en: `“${name}” in front matter, ${text}`, zh: `文件开头的 ${name}（${text}）` };

/** From one moment to another, in the words of a reader. */
export const toldSpan = (from: IncidentMoment, to: IncidentMoment): Localized =>
  from.isRow || to.isRow
    ? { en: `from ${told(from).en} to ${told(to).en}`, zh: `${told(from).zh}到${told(to).zh}` }
    : { en: `front matter from “${from.name}” to “${to.name}”`, zh: `文件开头的 ${from.name} 到 ${to.name}` };

/** When somebody answers, rather than when something happened: beside a number, an address or a row of weekdays. */
export const officeHours =
  /\b(?:reach us|office hours|opening hours|weekdays|working days|every day|days? a week)\b|[\w.]@\w|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?s?\s*(?:to|through|–|-)\s*(?:mon|tues|wednes|thurs|fri|satur|sun)|\d{3,4}[ -]\d{3,4}|致电|拨打|每[天日]|(?:周|星期)[一二三四五六日][至到–-]|工作日|服务时间|办公时间/i;

/** The sentence of a text around a place, folded. */
export function sentenceAround(prose: string, at: number): { start: number; words: string } {
  const text = fold(prose);
  let start = 0;
  for (const match of matchesIn(text, /[。！？!?；;]|[.](?=\s+[^\p{Ll}\s]|\s*$)/gu)) {
    // "9:50 a.m. EDT" and "p.m. Eastern" go on.
    if (/\b[ap]\.m$/i.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    if (match.index >= at) return { start, words: text.slice(start, match.index) };
    start = match.index + 1;
  }
  return { start, words: text.slice(start) };
}

export const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;

/** Minutes of the day that a moment of front matter shows in a zone; `undefined` where the zones cannot be compared. */
export function shownIn(moment: IncidentMoment, incident: Incident, zone: Zone | undefined): number | undefined {
  if (!moment.time) return undefined;
  const own = moment.time.zone ?? incident.zone;
  if (!zone || !own || zone.name === own.name) return moment.time.minutes;
  const there = offsetAt(zone, moment.instant);
  const here = offsetAt(own, moment.instant);
  if (there === undefined || here === undefined) {
    // "Berlin time" beside Europe/Berlin.
    return own.name.endsWith(`/${zone.name.replace(/ (?:local )?time$/, '').replaceAll(' ', '_')}`)
      ? moment.time.minutes
      : undefined;
  }
  return (((moment.time.minutes + there - here) % 1440) + 1440) % 1440;
}

export interface Placed<Part> {
  readonly block: PlacedBlock;
  readonly text: string;
  readonly part: Part;
}

/** Sections of colleagues that speak of other things than what became of this incident. */
export const aside: ReadonlySet<string> = new Set(['lessons', 'actions', 'supporting', 'people', 'glossary']);

/** What a block says of one matter. */
interface Saying<Part> {
  readonly text: string;
  readonly found: readonly Part[];
}

/** Whether what colleagues read counts as well, and their list of actions. */
type Readers = boolean | 'with actions';

const reader = <Part>(
  key: string,
  read: (text: string) => readonly Part[],
  everyone: Readers,
): FactReader<Saying<Part>> => ({
  key,
  read: ({ audience, section, text }) => {
    const kind = section?.kind ?? '';
    const isRead =
      audience === 'customer' ||
      (everyone !== false && !aside.has(kind)) ||
      (everyone === 'with actions' && kind === 'actions');
    const found = isRead ? read(text) : [];
    return found.length > 0 ? { text, found } : undefined;
  },
});

/** All parts that the blocks say, in their order; those of colleagues only where `everyone`. */
export function parts<Part>(
  context: DocumentContext,
  key: string,
  read: (text: string) => readonly Part[],
  everyone: Readers = false,
): readonly Placed<Part>[] {
  return context.once(`parts ${key}`, () => {
    const said = reader(key, read, everyone);
    return context
      .facts(said.key, said.read)
      .flatMap(({ block, value: { text, found } }) => found.map((part) => ({ block, text, part })));
  });
}

/** A part with its words alone. */
export interface Worded<Part> {
  readonly block: PlacedBlock;
  readonly words: string;
  readonly part: Part;
}

/** The same with the words of each part alone: who asks is not asked again when the block says something else besides. */
export function wordedParts<Part extends Span>(
  context: DocumentContext,
  key: string,
  read: (text: string) => readonly Part[],
  everyone = false,
): readonly Worded<Part>[] {
  return context.once(`worded ${key}`, () =>
    context
      .factsFrom(reader(key, read, everyone), `worded ${key}`, ({ text, found }) =>
        found.map((part) => ({ part, words: text.slice(part.start, part.end) })),
      )
      .flatMap(({ block, value }) => value.map(({ part, words }) => ({ block, part, words }))),
  );
}

/** What a text counts, without money, shares and measures. */
export const countsIn = (text: string): readonly Amount[] => amountsIn(text).filter(({ sort }) => sort === '');

/** All that the document counts. */
export const counted = (context: DocumentContext): readonly Placed<Amount>[] =>
  parts<Amount>(context, 'amounts', countsIn, true);

/** "In all, 2,450 people": a whole, whatever it counts. */
export const saysAll = ({ text, part }: { readonly text: string; readonly part: Amount }): boolean =>
  /(?:\b(?:in all|in total|altogether|all told|a total of)[,:]?|总共|一共|共计|合计|共有?)\s*$/i.test(
    fold(text.slice(Math.max(0, part.start - 16), part.start)),
  );

export const wordsOf = ({ text, part }: Placed<{ readonly start: number; readonly end: number }>): string =>
  text.slice(part.start, part.end);

export const digits = (value: number): string => [...String(value)].sort().join('');

type Valued = Pick<Placed<{ readonly value: number }>, 'block' | 'part'>;

/** Whether other numbers beside one of two reckon with both: "3,100 and then 7,400, 9,200 altogether", of which 1,300 twice. */
export function areReckoned(one: Valued, other: Valued, all: readonly Valued[]): boolean {
  const difference = Math.abs(one.part.value - other.part.value);
  // Small numbers differ by as much by chance.
  if (difference < 100) return false;
  const beside = all.filter(({ part }) => part.value === one.part.value || part.value === other.part.value);
  return beside.some(({ block }) => {
    const values = all.filter((each) => each.block === block).map(({ part }) => part.value);
    return values.some((value) => values.includes(value + difference));
  });
}
