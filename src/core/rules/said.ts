import headings from '../../data/customer-headings.json' with { type: 'json' };
import data from '../../data/explanation.json' with { type: 'json' };
import { readMoments } from '../document/clock.js';
import { readDurations } from '../document/duration.js';
import { hanNumber } from '../document/han-numbers.js';
import { sectionKind } from '../document/sections.js';
import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { statementName } from '../phrases/lists.js';
import { type Comparable, isSame } from '../same.js';
import { askedIn, speaksOf } from './asked.js';
import { causeTold } from './cause-told.js';
import { namesNext, opensAhead } from './next-said.js';
import { acts, courtesy, guards, noticed, share, told, whole } from './part-words.js';
import type { BlockText } from './rule.js';
import { clausesIn, sentencesIn } from './sentences.js';

/** The clauses with times that are none of the incident, and the sentences whose lengths of time are none of it. */
export interface Asides {
  readonly times: readonly Span[];
  readonly lengths: readonly Span[];
}

/** What one block says of what must be said. */
export interface Said {
  readonly statements: ReadonlySet<string>;
  /** A blank stands for what goes there: it is reported as a blank. */
  readonly hasBlank: boolean;
  readonly isQuestion: boolean;
  /** An address, a link or a telephone number. */
  readonly hasAddress: boolean;
  /** A number of something: not a time, a day or a length of time. */
  readonly hasCount: boolean;
  /** A number of customers, whatever they are called. */
  readonly countsReaders: boolean;
  /** Sentences that tell something, as a cause is told without "because". */
  readonly told: number;
  /** A heading or bold words that speak of the next message: what follows says when it comes. */
  readonly isAboutNext: boolean;
  /** It says that the next message comes, and names its time beside it. */
  readonly namesNext: boolean;
  /** One of its sentences begins with a time to come. */
  readonly opensAhead: boolean;
  /** It speaks of what is still to come, and only of that. */
  readonly isAhead: boolean;
  /** It says of backups from when they are, or how often they are made. */
  readonly agesBackups: boolean;
  /** Where it tells when customers, or we, came to know: no times of the incident. */
  readonly asides: Asides | undefined;
  /** It tells of something done, where the section is about steps. */
  readonly acts: boolean;
  /** It describes what stands in the way of a repeat, where the section is about steps. */
  readonly guards: boolean;
  /**
   * The kind of section that bold words at its beginning name, in a letter without headings: "**Why.** …"; empty where
   * they name none.
   */
  readonly leadsIn: string | undefined;
  /** It says what keeps it from happening again. */
  readonly prevents: boolean;
  /** It says what help there is that makes losses good. */
  readonly makesGood: boolean;
  /** What its questions ask about; nothing where it is neither a question nor a heading. */
  readonly asked: ReadonlySet<string>;
}

/** A site without its scheme: "support.example.com", "kilbride.example/january". */
const site =
  /(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|app|dev|example|co|eu|de|uk|cn|hk|tw|jp|fr|nl|ch|at|info|help|cloud|gov|edu)(?:\/[\w/-]*)?(?![\w-])/i;
const prevention = new RegExp(`${data.prevention.en}|${data.prevention.zh}`, 'i');
const question = /[?？]["”’)]?\s*$|^.{4,160}?[?？]\s|^(?:Q|问)\s?\d*\s?[:：.]/u;
const nothing: ReadonlySet<string> = new Set();
/** Numbers that somebody can dial, read in text without its days and times. */
const telephone = /(?:\+\d{1,3}[ -]?)?(?:\(\d{1,5}\)[ -]?)?\d{2,5}(?:[ -]?\d{2,4}){2,4}(?!\d)/;
/** A number with what it counts. */
const count = /(?<!\d[.,:/]?|[.:/])\d[\d,.]*\s?(?:[%万千百]|per cent|percent)?\s?(?=\p{L})/u;
/** The same in Chinese numerals. */
const hanCount = new RegExp(`(?:${hanNumber})[多余]?(?:位|名|户|家|人|个(?!月)|单|笔|张|台)`, 'u');
const readers = [
  ...headings.en.audiences,
  ...headings.en.ours,
  ...['accounts?', 'people', 'employers?', 'employees', 'drivers?'],
  ...['shops?', 'stores?', 'compan(?:y|ies)', 'firms?', 'business(?:es)?'],
].join('|');
const readersCounted = new RegExp(
  `\\d[\\d,.]*\\s(?:of (?:you|our|your|the)\\b|(?:[a-z-]+\\s){0,2}(?:${readers})\\b)|(?:\\d[\\d,.]*\\s?[万千]?|${hanNumber})[多余]?(?:位|名|户|家|人)`,
  'i',
);
/** "Nineteen of you", "two thousand customers": a number in words, with those whom it counts. */
const readersInWords = new RegExp(
  `\\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w+)?|(?:\\w+ )?(?:hundred|thousand)|dozens|hundreds|thousands)\\s)(?:of (?:you|our|your)\\b|(?:[a-z-]+\\s)?(?:${readers})\\b)`,
  'i',
);
/** Words beside which a number is one of those whom it hit, whatever is counted: cards, hotels, meters. */
const affected = /\baffected\b|\b(?:were|was) hit\b|影响|涉及|波及/i;
const ahead =
  /\b(?:will|shall|going to|plan to|by (?:the|\d)|from \d[^.]{0,24} on)\b|将|(?:日|月|周|年)?(?:之)?前[，,]|还要|计划|打算/i;

/** How often something is made, or from when it is, without a figure. */
const often =
  /\b(?:hourly|nightly|daily|weekly|monthly|overnight|continuous(?:ly)?|every (?:few )?(?:\w+ ){0,2}(?:seconds?|minutes?|hours?|days?|nights?|evenings?|mornings?|weeks?)|(?:each|every|once an?|twice an?|last|the same|previous|that) (?:night|day|hour|week|morning|evening|afternoon|minute)|the (?:night|day|evening|hour) before|yesterday|this morning|midnight|noon|(?:minutes?|hours?|days?|weeks?) old)\b|每(?:隔)?[^，。]{0,6}(?:秒|分|小时|天|日|晚|夜|周|次)|实时|昨[天晚日夜]|前一[天晚日]|当[天日晚]|凌晨|午夜|零点|[天时]前/i;

/** The section that a paragraph's bold beginning names. */
function leadOf({ block, chunk }: BlockText): string | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const source = chunk.chunk.text.slice(block.start, block.start + 80);
  const bold = /^\s*(?:\*\*|__)([^*_\n]{2,60})(?:\*\*|__)/.exec(source)?.[1];
  return bold === undefined || /[?？]/.test(bold) ? undefined : (sectionKind(bold, true) ?? '');
}

const without = (text: string, parts: readonly { readonly start: number; readonly end: number }[]): string =>
  parts.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} · ${rest.slice(end)}`, text);

function agesBackups(text: string, places: readonly Span[]): boolean {
  if (places.length === 0) return false;
  const sentences = sentencesIn(text);
  return sentences.some((each, index) => {
    if (!places.some(({ start }) => start >= each.start && start < each.end)) return false;
    return [each, sentences[index + 1]].some(
      (one) => one && (readMoments(one.text).length + readDurations(one.text).length > 0 || often.test(one.text)),
    );
  });
}

/** Whether it says that all were affected, not only that everybody is thanked. */
const countsAll = (text: string): boolean =>
  whole().test(text) && sentencesIn(text).some((each) => whole().test(each.text) && !courtesy().test(each.text));

/** So many of them are looked at in one block. */
const most = 20;

const isAside = (words: string): boolean => told().test(words) || noticed().test(words);

function asidesIn(text: string): Asides | undefined {
  if (!isAside(text)) return undefined;
  const lengths = sentencesIn(text)
    .filter((each) => isAside(each.text))
    .slice(0, most);
  const times = lengths.flatMap((sentence) => {
    const [first, ...rest] = clausesIn(sentence.text);
    // "We told you at 14:31, and again at 15:00" is about the message to its end.
    if (first && isAside(first.text)) return [sentence];
    return rest
      .filter((each) => isAside(each.text))
      .map(({ start, end }) => ({ start: sentence.start + start, end: sentence.start + end }));
  });
  return { times, lengths };
}

/** Whether each sentence that tells of a step says that it is to come. */
const isOnlyAhead = (text: string): boolean =>
  sentencesIn(text).every((each) => !acts().test(each.text) || ahead.test(each.text));

/**
 * What a block says, each part worked out when a rule first asks for it: most blocks are asked for little, and where one of many
 * is enough, the rest for nothing.
 */
class SaidByBlock implements Said, Comparable {
  readonly statements: ReadonlySet<string>;
  readonly leadsIn: string | undefined;
  readonly #block: BlockText;
  readonly #text: string;
  #known: Map<string, unknown> | undefined;

  /** @param statements The phrase lists of the statements to look for, by their names. */
  constructor(block: BlockText, statements: ReadonlyMap<string, string>) {
    this.#block = block;
    this.#text = fold(block.text);
    let said: Set<string> | undefined;
    for (const [name, list] of statements) {
      if (block.phrases(list).length === 0) continue;
      said ??= new Set();
      said.add(name);
    }
    // “Everybody” in an apology counts nobody.
    if (said?.has('everyone') && !/\d/.test(this.#bare) && !share().test(this.#bare) && !this.#countsAll)
      said.delete('everyone');
    this.statements = said ?? nothing;
    this.leadsIn = leadOf(block);
  }

  /** Parts that nobody has asked for do not count. */
  isSameAs(other: this): boolean {
    return (
      this.leadsIn === other.leadsIn &&
      isSame(this.statements, other.statements) &&
      [...(this.#known ?? [])].every(([part, value]) => isSame(value, other[part as keyof Said]))
    );
  }

  get hasBlank(): boolean {
    return this.#once('hasBlank', () => /[[【]/.test(this.#text));
  }
  get isQuestion(): boolean {
    return this.#once('isQuestion', () => /[?？]|^(?:Q|问)/u.test(this.#text) && question.test(this.#text));
  }
  get hasAddress(): boolean {
    return this.#once('hasAddress', () => {
      const { tokens, block } = this.#block;
      return (
        tokens.some(
          ({ kind, key }) => kind === 'address' && (key.includes('@') || key.includes('://') || site.test(key)),
        ) ||
        (/\.[a-z]/i.test(this.#text) && site.test(this.#text)) ||
        block.prose.asides.some(({ kind, text: hidden }) => kind === 'url' && /^mailto:|^tel:/.test(hidden)) ||
        telephone.test(without(this.#text, readMoments(this.#text)))
      );
    });
  }
  get hasCount(): boolean {
    return this.#once(
      'hasCount',
      () =>
        !this.#isHeading &&
        (count.test(this.#bare) ||
          hanCount.test(this.#bare) ||
          readersInWords.test(this.#bare) ||
          share().test(this.#bare) ||
          this.#countsAll),
    );
  }
  get countsReaders(): boolean {
    return this.#once(
      'countsReaders',
      () =>
        !this.#isHeading &&
        (readersCounted.test(this.#bare) ||
          readersInWords.test(this.#bare) ||
          (affected.test(this.#bare) && count.test(this.#bare))),
    );
  }
  get told(): number {
    return this.#once('told', () => (this.#isHeading ? 0 : causeTold(this.#text)));
  }
  get isAboutNext(): boolean {
    return (this.#isHeading || this.leadsIn !== undefined) && this.statements.has('next-message');
  }
  get namesNext(): boolean {
    return this.#once('namesNext', () => namesNext(this.#text, this.#placesOf('next-message')));
  }
  get opensAhead(): boolean {
    return this.#once(
      'opensAhead',
      () => !this.#isHeading && opensAhead(this.#text, readMoments(this.#text).length > 0),
    );
  }
  get isAhead(): boolean {
    return this.#once('isAhead', () => ahead.test(this.#text));
  }
  get agesBackups(): boolean {
    return this.#once('agesBackups', () => agesBackups(this.#text, this.#placesOf('backups')));
  }
  get asides(): Asides | undefined {
    return this.#once('asides', () =>
      readMoments(this.#text).length > 0 && !this.#isHeading ? asidesIn(this.#text) : undefined,
    );
  }
  get acts(): boolean {
    return this.#once('acts', () => !this.#isHeading && acts().test(this.#text) && !isOnlyAhead(this.#text));
  }
  get guards(): boolean {
    return this.#once('guards', () => !this.#isHeading && guards().test(this.#text));
  }
  get prevents(): boolean {
    return this.#once('prevents', () => prevention.test(this.#text));
  }
  get makesGood(): boolean {
    return this.#once(
      'makesGood',
      () => !this.#isHeading && this.statements.has('help') && speaksOf('faq-compensation', this.#text),
    );
  }
  get asked(): ReadonlySet<string> {
    return this.#once('asked', () => (this.isQuestion || this.#isHeading ? askedIn(this.#text) : nothing));
  }

  get #isHeading(): boolean {
    return this.#block.block.kind === 'heading';
  }
  /** The text without its days, times and lengths of time. */
  get #bare(): string {
    const taken = [...readMoments(this.#text), ...readDurations(this.#text)];
    return taken.length === 0
      ? this.#text
      : without(
          this.#text,
          taken.sort((a, b) => a.start - b.start),
        );
  }
  get #countsAll(): boolean {
    return countsAll(this.#text);
  }
  #placesOf(name: string): readonly Span[] {
    return this.statements.has(name) ? this.#block.phrases(statementName(name)).slice(0, most) : [];
  }
  #once<Value>(part: keyof Said, read: () => Value): Value {
    this.#known ??= new Map();
    if (!this.#known.has(part)) this.#known.set(part, read());
    return this.#known.get(part) as Value;
  }
}

/** Reads what a block says; `undefined` for one that customers do not read. */
export const saidIn = (block: BlockText, statements: ReadonlyMap<string, string>): Said | undefined =>
  block.audience === 'customer' ? new SaidByBlock(block, statements) : undefined;
