import facts from '../../data/template-facts.json' with { type: 'json' };
import type { FrontMatterValues } from '../document/front-matter.js';
import type { Postmortem } from '../document/postmortem.js';
import { sectionKind } from '../document/sections.js';
import { inWriting, languageOfWriting, type Writing, writingOf } from '../language/writing.js';
import { readMoment, writtenDayTime, writtenDuration, writtenTime } from './moment.js';
import { templateIn, templates } from './templates.js';
import { lineEnding, type TextEdit } from './text-edit.js';
import { timelineFacts } from './timeline-facts.js';

/** When things happened, milliseconds since 1970, by the names of `template-facts.json`. */
type Times = ReadonlyMap<string, number>;

/** The times that front matter has; a day without a time is none. */
function timesOf(values: FrontMatterValues, zone: string): Times {
  const time = (text: string | undefined): number | undefined =>
    text === undefined || !/\d:\d/.test(text) ? undefined : readMoment(text, { now: 0, zone });
  const times = {
    began: time(values.began),
    ended: time(values.mitigated) ?? time(values.resolved),
    repaired: time(values.resolved),
    detected: time(values.detected),
    notified: time(values.notified),
    'next-update': time(values['next-update']),
  };
  return new Map(Object.entries(times).flatMap(([fact, at]) => (at === undefined ? [] : [[fact, at] as const])));
}

/** What is known, in the words of the text, by the names of `template-facts.json`. */
function knownFacts(values: FrontMatterValues, times: Times, zone: string, writing: Writing): Map<string, string> {
  const known = new Map<string, string>();
  for (const [fact, at] of times)
    known.set(fact, (fact === 'next-update' ? writtenDayTime : writtenTime)(at, zone, writing));
  const began = times.get('began');
  const ended = times.get('ended');
  if (began !== undefined && ended !== undefined && ended > began)
    known.set('duration', writtenDuration(ended - began, writing));
  // A share stands in an English sentence as it is; "1,840 of 12,300 shops" stands in none.
  const figure = writing === 'en' ? /^\d[\d,.]*\s?%?$/ : /^\d[\d,.]*$/;
  if (values.affected && figure.test(values.affected)) known.set('affected', values.affected);
  if (values.contact) known.set('contact', values.contact);
  return known;
}

/** Fills the blanks of a text whose facts are known; all others stay. */
function fill(text: string, known: ReadonlyMap<string, string>, writing: Writing): string {
  const language = languageOfWriting(writing);
  const words = new Map(
    facts.facts.flatMap((fact) => {
      const value = known.get(fact.fact);
      return value === undefined ? [] : fact[language].map((blank) => [inWriting(blank, writing), value] as const);
    }),
  );
  const blank = language === 'zh' ? /【([^【】\n]+)】/g : /\[([^[\]\n]+)\]/g;
  return text.replace(blank, (whole, name: string) => words.get(name) ?? whole);
}

/** The customer part of the full template, from its heading on. */
function templatePart(writing: Writing): string {
  const full = templates.find(({ name }) => name === 'full');
  const text = full ? templateIn(full, writing) : '';
  for (const heading of text.matchAll(/^## (.*)$/gm)) {
    if (sectionKind(heading[1] ?? '', false) === 'customer-part') return text.slice(heading.index);
  }
  return '';
}

/**
 * The customer part for a postmortem that has none, with what its front matter knows filled in, and the times that its
 * timeline tells where front matter does not. The timeline's words stay where they are: they are for colleagues.
 * @param zone The zone of times that name none, where front matter names none either.
 * @returns An edit at the end of the document; `undefined` where there is a customer part already.
 */
export function addCustomerPart(postmortem: Postmortem, zone: string): TextEdit | undefined {
  if (postmortem.hasCustomerPart) return undefined;
  const { text } = postmortem;
  const writing = writingOf(postmortem);
  const { values } = postmortem.frontMatter;
  const own = values.timezone ?? zone;
  const said = timesOf(values, own);
  const told = timelineFacts(postmortem, own, said.get('began'));
  const times = new Map<string, number>([...told.facts, ...said]);
  const known = knownFacts(values, times, values.timezone ?? told.zone, writing);
  const began = writing === 'en' ? '[start time, with zone]' : inWriting('【开始时间（含时区）】', writing);
  const part = fill(templatePart(writing).replaceAll('{{began}}', began), known, writing);
  const ending = lineEnding(text);
  const kept = text.trimEnd().length;
  const lead = kept === 0 ? '' : ending + ending;
  return { start: kept, end: text.length, text: lead + part.trimEnd().replaceAll('\n', ending) + ending };
}
