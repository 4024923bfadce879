import facts from '../../data/template-facts.json' with { type: 'json' };
import type { FrontMatterValues } from '../document/front-matter.js';
import type { Postmortem } from '../document/postmortem.js';
import { sectionKind } from '../document/sections.js';
import type { Language } from '../finding.js';
import { readMoment, writtenDayTime, writtenDuration, writtenTime } from './moment.js';
import { templates } from './templates.js';
import { lineEnding, type TextEdit } from './text-edit.js';

/** What front matter knows, in the words of the text, by the names of `template-facts.json`. */
function knownFacts(values: FrontMatterValues, zone: string, language: Language): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const time = (text: string | undefined): number | undefined =>
    text === undefined || !/\d:\d/.test(text) ? undefined : readMoment(text, { now: 0, zone });
  const began = time(values.began);
  const ended = time(values.mitigated) ?? time(values.resolved);
  const times = { began, ended, detected: time(values.detected), notified: time(values.notified) };
  for (const [fact, at] of Object.entries(times)) {
    if (at !== undefined) known.set(fact, writtenTime(at, zone, language));
  }
  const next = time(values['next-update']);
  if (next !== undefined) known.set('next-update', writtenDayTime(next, zone, language));
  if (began !== undefined && ended !== undefined && ended > began)
    known.set('duration', writtenDuration(ended - began, language));
  // A share stands in an English sentence as it is; "1,840 of 12,300 shops" stands in none.
  const figure = language === 'zh' ? /^\d[\d,.]*$/ : /^\d[\d,.]*\s?%?$/;
  if (values.affected && figure.test(values.affected)) known.set('affected', values.affected);
  if (values.contact) known.set('contact', values.contact);
  return known;
}

/** Fills the blanks of a text that front matter knows; all others stay. */
export function fillFromFrontMatter(text: string, values: FrontMatterValues, zone: string, language: Language): string {
  const known = knownFacts(values, zone, language);
  const words = new Map(
    facts.facts.flatMap((fact) => {
      const value = known.get(fact.fact);
      return value === undefined ? [] : fact[language].map((blank) => [blank, value] as const);
    }),
  );
  const blank = language === 'zh' ? /【([^【】\n]+)】/g : /\[([^[\]\n]+)\]/g;
  return text.replace(blank, (whole, name: string) => words.get(name) ?? whole);
}

/** The customer part of the full template, from its heading on. */
function templatePart(language: Language): string {
  const text = templates.find(({ name }) => name === 'full')?.text[language] ?? '';
  for (const heading of text.matchAll(/^## (.*)$/gm)) {
    if (sectionKind(heading[1] ?? '', false) === 'customer-part') return text.slice(heading.index);
  }
  return '';
}

/**
 * The customer part for a postmortem that has none, with what its front matter knows filled in.
 * @param zone The zone of times that name none, where front matter names none either.
 * @returns An edit at the end of the document; `undefined` where there is a customer part already.
 */
export function addCustomerPart(postmortem: Postmortem, zone: string): TextEdit | undefined {
  if (postmortem.hasCustomerPart) return undefined;
  const { text, language } = postmortem;
  const { values } = postmortem.frontMatter;
  const own = values.timezone ?? zone;
  const began = language === 'zh' ? '【开始时间（含时区）】' : '[start time, with zone]';
  const part = fillFromFrontMatter(templatePart(language).replaceAll('{{began}}', began), values, own, language);
  const ending = lineEnding(text);
  const kept = text.trimEnd().length;
  const lead = kept === 0 ? '' : ending + ending;
  return { start: kept, end: text.length, text: lead + part.trimEnd().replaceAll('\n', ending) + ending };
}
