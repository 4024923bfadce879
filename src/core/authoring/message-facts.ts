import words from '../../data/message-facts.json' with { type: 'json' };
import { stretchesIn } from '../document/claims.js';
import { affectedCounts } from '../document/counts.js';
import type { FrontMatterValues } from '../document/front-matter.js';
import type { PlacedBlock, Postmortem, Section } from '../document/postmortem.js';
import type { Language } from '../finding.js';
import { fold } from '../language/fold.js';
import { lateRegExp } from '../late.js';
import { matchesIn } from '../matches.js';
import { frontMatterTime, readMoment } from './moment.js';
import { lineEnding, type TextEdit } from './text-edit.js';
import { type PlacedTime, placedTimes } from './text-times.js';

const keys = ['began', 'detected', 'notified', 'mitigated', 'next-update', 'affected', 'contact'] as const;
type Key = (typeof keys)[number];

/** What a message says plainly and front matter does not. */
export interface MessageFact {
  readonly key: Key;
  /** As front matter has it. */
  readonly value: string;
}

const harm = {
  en: lateRegExp(words.harm.en, 'i'),
  zh: lateRegExp(words.harm.zh, 'i'),
} satisfies Record<Language, unknown>;
const facts = words.facts.map(({ key, en, zh }) => ({
  key: key as Key,
  says: { en: lateRegExp(en, 'i'), zh: lateRegExp(zh, 'i') },
}));
const approximate = lateRegExp(words.approximate, 'i');
const reached = lateRegExp(words.reached, 'i');
const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Values that were found for a key; one that stands alone is plain, two contradict each other. */
class Found {
  readonly #values = new Map<Key, Set<string | number>>();

  add(key: Key, value: string | number): void {
    const known = this.#values.get(key);
    if (known) known.add(value);
    else this.#values.set(key, new Set([value]));
  }

  one(key: Key): string | number | undefined {
    const all = this.#values.get(key);
    return all?.size === 1 ? [...all][0] : undefined;
  }
}

function isIn(section: Section | undefined, kind: string): boolean {
  for (let at = section; at; at = at.parent) if (at.kind === kind) return true;
  return false;
}

interface Part {
  readonly start: number;
  readonly text: string;
}

function* split(text: string, ends: RegExp): Generator<Part> {
  let start = 0;
  for (const match of matchesIn(text, ends)) {
    yield { start, text: text.slice(start, match.index) };
    start = match.index + match[0].length;
  }
  yield { start, text: text.slice(start) };
}

const sentenceEnds = /[。！？!?；;]|[.](?=\s|$)|\n{2,}/g;
const clauseEnds = /[，,]|\band\b/gi;
const within = ({ start, text }: Part, { moment }: PlacedTime): boolean =>
  moment.start >= start && moment.start < start + text.length;

/** What one block says of times. */
function readTimes(
  text: string,
  language: Language,
  times: readonly PlacedTime[],
  { isShort, overall }: { readonly isShort: boolean; readonly overall: boolean },
  found: Found,
): void {
  const stretches = stretchesIn(text, times[0]?.moments ?? []);
  for (const sentence of split(text, sentenceEnds)) {
    const own = times.filter((time) => within(sentence, time));
    if (own.length === 0) continue;
    const spans = stretches.filter(({ from }) => own.some(({ moment }) => moment.start === from.start));
    for (const { from, to } of overall && harm[language]().test(sentence.text) ? spans : []) {
      const first = own.find(({ moment }) => moment.start === from.start);
      const last = own.find(({ moment }) => moment.start === to.start);
      // "From 2 to 4 p.m.": the first may mean another time than it says.
      if (!first || !last || last.at <= first.at) continue;
      if (from.minutes !== first.moment.minutes || to.minutes !== last.moment.minutes) continue;
      found.add('began', first.at);
      found.add('mitigated', last.at);
    }
    if (spans.length > 0) continue;
    for (const { start, text: clause } of split(sentence.text, clauseEnds)) {
      const part = { start: sentence.start + start, text: clause };
      const [time, another] = own.filter((each) => within(part, each));
      // What the clause is about may stand in the next one: "Since 14:05, 1,240 customers cannot pay".
      const whole = own.length === 1 ? sentence.text : clause;
      const [said, other] = facts.filter(({ says }) => says[language]().test(whole));
      if (!time || another || !said || other) continue;
      // An explanation tells of many times; when it began and was over, only its stretch says plainly.
      if (isShort || !isEnd(said.key)) found.add(said.key, time.at);
    }
  }
}

function readAffected(text: string, found: Found): void {
  for (const { start, end, isShare } of affectedCounts(text)) {
    const figure = /\d[\d,.]*(?:\s?[万千])?/.exec(fold(text.slice(start, end)))?.[0];
    if (!isShare && figure && !approximate().test(fold(text.slice(0, start)))) found.add('affected', figure);
  }
}

function readContact(text: string, found: Found): void {
  for (const { index, 0: email } of matchesIn(text, address))
    if (reached().test(text.slice(0, index))) found.add('contact', email);
}

const isEnd = (key: Key): boolean => key === 'began' || key === 'mitigated';
const isEmpty = (values: FrontMatterValues, key: Key): boolean => (values[key] ?? '') === '';

/**
 * What the message to customers says plainly and front matter leaves open: times with their day, how many were affected,
 * the one address. What two places say differently, what is said about, and what cannot be in that order is left out.
 * @param zone Of times that name none, and of the times that are written.
 */
export function messageFacts(postmortem: Postmortem, zone: string): readonly MessageFact[] {
  const { values } = postmortem.frontMatter;
  const found = new Found();
  const times = new Map<PlacedBlock, PlacedTime[]>();
  for (const time of placedTimes(postmortem, zone)) {
    const known = times.get(time.block);
    if (known) known.push(time);
    else times.set(time.block, [time]);
  }
  const isShort = (values.message ?? 'explanation') !== 'explanation';
  for (const block of postmortem.blocks) {
    const { audience, section, block: inner, language } = block;
    if (audience !== 'customer' || inner.kind === 'heading' || inner.kind === 'cell' || isIn(section, 'faq')) continue;
    const text = fold(inner.prose.text);
    const overall = isShort || isIn(section, 'acknowledgement');
    readTimes(text, language, times.get(block) ?? [], { isShort, overall }, found);
    if (overall) readAffected(inner.prose.text, found);
    readContact(text, found);
  }
  const said = (key: Key): number | undefined => {
    const written = values[key];
    const known =
      typeof written === 'string' ? readMoment(written, { now: 0, zone: values.timezone ?? zone }) : undefined;
    const value = known ?? found.one(key);
    return typeof value === 'number' ? value : undefined;
  };
  const began = said('began');
  return keys.flatMap((key): MessageFact[] => {
    const value = found.one(key);
    if (value === undefined || !isEmpty(values, key)) return [];
    if (typeof value === 'string') return [{ key, value }];
    if (key !== 'began' && (began === undefined || value < began)) return [];
    return [{ key, value: frontMatterTime(value, zone) }];
  });
}

/**
 * Writes facts into front matter: behind keys that stand there without a value, in lines of their own at its end where the
 * key is absent. Comments and order stay.
 */
export function frontMatterEdits({ text, frontMatter }: Postmortem, given: readonly MessageFact[]): TextEdit[] {
  if (!frontMatter.at) return [];
  const head = text.slice(0, frontMatter.end);
  const close = /(?:^|[\r\n])(---[ \t]*[\r\n]*)$/.exec(head);
  if (!close) return [];
  const end = frontMatter.end - (close[1]?.length ?? 0);
  const absent: string[] = [];
  const edits = given.flatMap(({ key, value }): TextEdit[] => {
    const name = frontMatter.written.get(key)?.name;
    const line =
      name && new RegExp(`^${name.replace(/[^\w ]/g, '\\$&')}[ \\t]*:(?=[ \\t]*(?:#.*)?\\r?$)`, 'm').exec(head);
    if (!name) absent.push(`${key}: ${value}${lineEnding(text)}`);
    if (!line) return [];
    const at = line.index + line[0].length;
    return [{ start: at, end: at, text: ` ${value}` }];
  });
  return absent.length > 0 ? [...edits, { start: end, end, text: absent.join('') }] : edits;
}
