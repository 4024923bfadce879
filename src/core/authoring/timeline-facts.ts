import words from '../../data/timeline-words.json' with { type: 'json' };
import { timeClaims } from '../document/claims.js';
import { instantOf } from '../document/incident.js';
import type { PlacedBlock, Postmortem, Section } from '../document/postmortem.js';
import { type Timeline, timelines } from '../document/timeline.js';
import { offsetAt, type Zone, zoneOf } from '../document/zone.js';
import type { Language } from '../finding.js';

/** What a timeline can say about the incident, by the names of `template-facts.json`. */
export type TimelineFact = 'began' | 'detected' | 'notified' | 'repaired' | 'ended';

export interface TimelineFacts {
  /** Milliseconds since 1970. */
  readonly facts: ReadonlyMap<TimelineFact, number>;
  /** The zone in which the timeline tells its times. */
  readonly zone: string;
}

interface Wording {
  readonly fact: TimelineFact;
  readonly take: 'first' | 'last';
  readonly says: Readonly<Record<Language, RegExp>>;
  readonly unless: Readonly<Record<Language, RegExp>>;
}

/** Whole words in English; anywhere in Chinese, which has no spaces. */
function compile(patterns: readonly string[], language: Language): RegExp {
  const any = patterns.map((pattern) => `(?:${pattern.trim().replaceAll('~', '\\w*')})`).join('|');
  return new RegExp(language === 'en' ? `(?<![\\w-])(?:${any})(?![\\w-])` : any, 'i');
}

const wordings: readonly Wording[] = words.facts.map(({ fact, take, en, zh, unless }) => ({
  fact: fact as TimelineFact,
  take: take === 'last' ? 'last' : 'first',
  says: { en: compile(en, 'en'), zh: compile(zh, 'zh') },
  unless: { en: compile(unless.en, 'en'), zh: compile(unless.zh, 'zh') },
}));

interface Source {
  readonly block: PlacedBlock;
  readonly text: string;
  readonly moments: ReturnType<typeof timeClaims>['moments'];
}
interface Row {
  readonly at: number;
  readonly text: string;
  readonly language: Language;
}

const dayMinutes = 24 * 60;
/** As far back as this within a timeline, a time without a day is of the next day. Minutes. */
const overnight = 360;

/** What a row says: the line that it stands on, and for a heading or an item what its block says. */
function rowText({ block, text }: Source): string {
  const { text: source } = block.chunk.chunk;
  const start = source.lastIndexOf('\n', block.block.start - 1) + 1;
  const end = source.indexOf('\n', block.block.end);
  const line = source.slice(block.block.start < start ? 0 : start, end < 0 ? undefined : end);
  return block.block.kind === 'cell' ? line : `${line} ${text}`;
}

/** The rows of a timeline with their times; none where no day is known. */
function placed(
  rows: Timeline<Source>,
  first: { readonly year: number; readonly month: number; readonly day: number } | undefined,
  zone: Zone,
): Row[] {
  let day = first && Date.UTC(first.year, first.month - 1, first.day);
  let last = Number.NEGATIVE_INFINITY;
  const found: Row[] = [];
  for (const { source, day: own, time } of rows) {
    const year = own?.year ?? (day === undefined ? first?.year : new Date(day).getUTCFullYear());
    if (own && year !== undefined) day = Date.UTC(year, own.month - 1, own.day);
    else if (day !== undefined && time.minutes < last - overnight) day += dayMinutes * 60_000;
    last = time.minutes;
    if (day === undefined) continue;
    const date = new Date(day);
    const calendar = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    const at = instantOf({ kind: 'date', start: 0, end: 0, ...calendar }, time, zone);
    const text = rowText(source);
    // The cell with the time has no script of its own.
    found.push({ at, text, language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en' });
  }
  return found;
}

const inTimeline = ({ block: { section } }: Source): boolean => {
  for (let each: Section | undefined = section; each; each = each.parent) if (each.kind === 'timeline') return true;
  return false;
};

/** The day that the clocks of a zone show. */
function dayIn(zone: Zone, at: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(at + (offsetAt(zone, at) ?? 0) * 60_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The first or last row that says each fact. */
function said(rows: readonly Row[]): Map<TimelineFact, number> {
  const facts = new Map<TimelineFact, number>();
  for (const { fact, take, says, unless } of wordings) {
    const saying = rows.filter(({ text, language }) => says[language].test(text) && !unless[language].test(text));
    const row = take === 'first' ? saying[0] : saying.at(-1);
    if (row) facts.set(fact, row.at);
  }
  return facts;
}

/**
 * Reads from the team's timeline when the incident began, was noticed, told to customers, repaired and over. Only what a
 * row says clearly, and only in an order that can be: what contradicts the beginning is left out.
 * @param zone The zone of times that name none: an IANA name, `UTC` or an offset.
 * @param began When it began, where front matter says so: it also gives the day of times without one.
 */
export function timelineFacts(postmortem: Postmortem, zone: string, began: number | undefined): TimelineFacts {
  const sources = postmortem.blocks.flatMap((block): Source[] => {
    const { text } = block.block.full;
    const { moments } = timeClaims(text);
    return moments.length > 0 ? [{ block, text, moments }] : [];
  });
  const own = sources.some(inTimeline) ? sources.filter(inTimeline) : sources;
  const where = own.flatMap(({ moments }) => moments).find((moment) => moment.kind === 'zone')?.zone ?? zoneOf(zone);
  const rows = [...timelines(own)].flatMap((each) =>
    placed(each, began === undefined ? undefined : dayIn(where, began), where),
  );
  const facts = said(rows.sort((a, b) => a.at - b.at));
  const start = began ?? facts.get('began');
  for (const [fact, at] of facts)
    if (start !== undefined && fact !== 'began' && (at < start || (fact === 'ended' && at === start)))
      facts.delete(fact);
  // What was replaced before anybody noticed is no repair.
  if ((facts.get('repaired') ?? 0) < (facts.get('detected') ?? 0)) facts.delete('repaired');
  return { facts, zone: where.name };
}
