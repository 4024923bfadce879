import data from '../../data/step-words.json' with { type: 'json' };
import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { type CalendarDay, type Moment, readMoments } from './clock.js';

/** Whether a measure is done or still to come. */
export type StepState = 'done' | 'planned';

/** A sentence or a part of one that may be a measure. Offsets in the text. */
export interface StepPart {
  /** What the lead-in before it in the same block says: "Done: a; b. Still to do: c". */
  readonly state: StepState | undefined;
  readonly start: number;
  readonly end: number;
  /** The first day that it names. */
  readonly day: CalendarDay | undefined;
  /** Whether it has a time of some sort, or holds already. */
  readonly isTimed: boolean;
  /** Whether it says "we will" and what: a measure by itself. */
  readonly isPromise: boolean;
  /** Whether its day is one that is to come. */
  readonly isAhead: boolean;
}

/** What a block says about measures. */
export interface StepText {
  /** What the block as a whole leads in: "Still to do:", "**Done**". */
  readonly leads: StepState | undefined;
  /** What a lead-in on the same line says of the rest: "Done: a; b; c". */
  readonly own: StepState | undefined;
  /** What its last sentence says of what follows: "… put them back. Still ahead of us:". */
  readonly trails: StepState | undefined;
  /** Whether it ends with a colon, so that something follows. */
  readonly isOpen: boolean;
  readonly parts: readonly StepPart[];
}

const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`, 'i');
const leads: Readonly<Record<StepState, RegExp>> = {
  planned: whole(`(?:${data.leads.planned.en})|(?:${data.leads.planned.zh})`),
  done: whole(`(?:${data.leads.done.en})|(?:${data.leads.done.zh})`),
};
const later = new RegExp(`${data.later.en}|${data.later.zh}`, 'i');
const settled = new RegExp(`${data.settled.en}|${data.settled.zh}`, 'i');
const promise = new RegExp(`${data.verbs.en}|${data.verbs.zh}`, 'i');
/** What is surely to come, and what may be said of what has been too. */
const will =
  /\b(?:will|shall|going to|plans? to|due|scheduled|planned)\b|['’]ll\b|将|计划|打算|还要|拟|会在|预计|预定/i;
const bounds = /\b(?:by|before|until|from|starting|beginning|no later than|as of)\s+(?:\w+day,?\s+)?(?:the\s+)?$/i;
const boundsBehind = /^(?:之)?前|^起|^以前|^之后|^(?:\s|,)*(?:on(?:wards)?)\b/i;
const past =
  /\b(?:was|were|had|did|has been|have been|we (?:\w+ed|put|took|brought|gave|ran|found|made|began))\b|已|了(?:[，。；]|$)|过(?:[，。；]|$)|(?<!前)(?:完毕|完成)(?:[，。；]|$)/i;
/** A block longer than this is no list of measures. Characters. */
const longest = 4000;

/** The state that the words of a heading or of a lead-in say; what is still to come wins in "done and still to do". */
export function stateOf(words: string): StepState | undefined {
  const plain = words
    .trim()
    .replace(/[’‘]/g, "'")
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '');
  if (plain.length === 0 || plain.length > 60) return undefined;
  return leads.done.test(plain) ? 'done' : leads.planned.test(plain) ? 'planned' : undefined;
}

const isDay = (moment: Moment): moment is CalendarDay => moment.kind === 'date';

/** Whether a sentence puts something on a day that is to come: "will … on 4 May", "by 4 May", "5月4日前". */
function isToCome(text: string, start: number, end: number, day: CalendarDay): boolean {
  const from = Math.max(start, text.slice(0, day.start).search(/[,，][^,，]*$/u) + 1);
  const comma = text.slice(day.end, end).search(/[,，](?!\s?\d{4})/u);
  const clause = text.slice(from, comma < 0 ? end : day.end + comma);
  const words = text.slice(start, end);
  if (will.test(/\p{Script=Han}/u.test(clause) ? clause : words)) return true;
  const isBound = bounds.test(text.slice(start, day.start)) || boundsBehind.test(text.slice(day.end, end));
  return isBound && !past.test(/\p{Script=Han}/u.test(clause) ? clause : words);
}

function piecesIn(text: string, from: number): Span[] {
  const found: Span[] = [];
  let start = from;
  for (const match of matchesIn(text.slice(from), /[。！？!?；;]|[.](?=\s+[^\p{Ll}\s]|\s*$)/gu)) {
    const end = from + match.index + 1;
    if (/\S/.test(text.slice(start, end - 1))) found.push({ start, end: end - 1 });
    start = end;
  }
  if (/\S/.test(text.slice(start))) found.push({ start, end: text.length });
  return found;
}

/** What stands behind the last end of a sentence. */
const tailOf = (text: string): string =>
  text.slice(Math.max(...[...'。！？!?；;.'].map((end) => text.lastIndexOf(end))) + 1);

/** Reads what a text says about measures; `undefined` where it says nothing of them. */
export function readSteps(prose: string): StepText | undefined {
  if (prose.length > longest) return undefined;
  const text = fold(prose);
  // "**Still to do.** By 4 May …" leads in too.
  const colon =
    /[:：](?=\s|$|[\u3400-\u9fff\d“"])/u.exec(text.slice(0, 80))?.index ??
    /[.。](?=\s|[\u3400-\u9fff])/u.exec(text.slice(0, 50))?.index;
  const lead = colon === undefined ? undefined : stateOf(text.slice(0, colon));
  const alone = colon === undefined || !/\S/.test(text.slice(colon + 1));
  const leading = alone ? (lead ?? stateOf(text)) : undefined;
  const from = lead && !alone && colon !== undefined ? colon + 1 : 0;
  const moments = readMoments(text);
  let state = alone ? undefined : lead;
  const parts = piecesIn(text, from).map((piece): StepPart => {
    const inner =
      piece.start === from ? undefined : /^[^:：]{2,60}[:：]/u.exec(text.slice(piece.start, piece.end))?.[0];
    const turn = inner && stateOf(inner.slice(0, -1));
    state = turn || state;
    const start = piece.start + (inner && turn ? inner.length : 0);
    const { end } = piece;
    const words = text.slice(start, end);
    const day = moments.find(
      (moment): moment is CalendarDay => isDay(moment) && moment.start >= start && moment.end <= end,
    );
    return {
      state,
      start,
      end,
      day,
      isTimed: day !== undefined || later.test(words) || settled.test(words),
      isPromise: promise.test(words),
      isAhead: day !== undefined && isToCome(text, start, end, day),
    };
  });
  const isOpen = /[:：]\s*$/.test(text);
  return {
    leads: leading,
    trails: isOpen ? stateOf(tailOf(text).replace(/^.*[,，]\s*(?=\S{2})/u, '')) : undefined,
    own: alone ? undefined : lead,
    isOpen,
    parts,
  };
}
