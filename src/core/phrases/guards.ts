import type { Language } from '../finding.js';
import type { Token } from '../language/tokens.js';

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
const chineseNegation =
  /(?:不(?:是|会|能|再|应|可|敢|属于|等于|意味|仅|只|该|得|算|想|愿|认为)?|没有?|未(?:能|曾|必)?|无法|并非|绝非|并不|并没有|而非|从未|别|勿|难以)$/;

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

/** The Chinese (and mixed) text of the clause before the match, without spaces. */
const clauseBefore = (place: GuardPlace): string =>
  place.tokens
    .slice(clauseStart(place, true), place.from)
    .map((token) => token.key)
    .join('');

/** A negation shortly before the match, in its clause: "not a minor problem", "这不是小问题". */
function negated(place: GuardPlace): boolean {
  if (place.language === 'zh') {
    const before = clauseBefore(place);
    return chineseNegation.test(
      before.slice(-8).replace(/(?:一个|一次|一起|任何|什么|完全|简单的?|所谓的?|仅仅|把这|将其|称为|视为)+$/, ''),
    );
  }
  return keys(place, Math.max(place.from - 5, clauseStart(place, true)), place.from).some((key) => negations.has(key));
}

/** Said not to be so, before or behind: "human error is never a root cause", "we do not call this …". */
function denied(place: GuardPlace): boolean {
  if (negated(place)) return true;
  if (place.language === 'zh') {
    const after = place.tokens
      .slice(place.to, Math.min(place.to + 8, place.sentence.to))
      .map((token) => token.key)
      .join('');
    const before = place.tokens
      .slice(place.sentence.from, place.from)
      .map((token) => token.key)
      .join('');
    return (
      /^(?:并|从来|也|绝)?(?:不是|并非|不应|不能|不该|不足以|不构成|不等于)/.test(after) ||
      /(?:不能|不会|不应|不把|没有把|不愿|无意|而不是|不是因为|并非因为)[^，。；]{0,8}$/.test(before)
    );
  }
  const after = keys(place, place.to, place.to + 4);
  if (after.some((key) => key === 'not' || key === 'never')) return true;
  return keys(place, Math.max(place.from - 9, clauseStart(place, false)), place.from).some(
    (key) => negations.has(key) && key !== 'no',
  );
}

/** A figure in the same sentence, up to ten tokens before or behind. */
function figureNear(place: GuardPlace): boolean {
  const from = Math.max(place.sentence.from, place.from - 10);
  const to = Math.min(place.sentence.to, place.to + 10);
  return (
    place.tokens.slice(from, to).some((token) => token.kind === 'figure') ||
    (place.language === 'zh' &&
      /[一二三四五六七八九十百千万亿两\d]+(?:个|名|位|家|台|笔|条|次|分钟|小时|天|秒|%|％|成|单)/.test(
        place.tokens
          .slice(from, to)
          .filter((_, index) => index + from < place.from || index + from >= place.to)
          .map((token) => token.key)
          .join(''),
      ))
  );
}

/** A figure right behind, in brackets or not: "a small number of customers (412)", "some requests, 3 % of all". */
function figureFollows(place: GuardPlace): boolean {
  return place.tokens
    .slice(place.to, Math.min(place.to + 10, place.sentence.to))
    .some((token) => token.kind === 'figure');
}

/** Stands in quotation marks: somebody else's words, or words spoken about. */
function inQuotes(place: GuardPlace): boolean {
  const open = place.tokens.slice(place.sentence.from, place.from);
  const close = place.tokens.slice(place.to, place.tokens.length);
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

/** A first-person subject before the match in its sentence: we, our, us, I; 我们, 我司, 本公司. */
function ownSubject(place: GuardPlace): boolean {
  if (place.language === 'zh')
    return /我们|我司|本公司|我方|我院|我校|我行/.test(
      place.tokens
        .slice(place.sentence.from, place.from)
        .map((token) => token.key)
        .join(''),
    );
  return keys(place, place.sentence.from, place.from).some((key) =>
    ['we', 'our', 'us', 'i', 'my', 'ours', 'ourselves'].includes(key),
  );
}

/** What entries may name in `unless` and `when`. Each is a small question about the match's surroundings. */
export const guards = {
  negated,
  denied,
  'figure-near': figureNear,
  'figure-follows': figureFollows,
  'in-quotes': inQuotes,
  'in-question': inQuestion,
  'own-subject': ownSubject,
  'in-heading': (place: GuardPlace) => place.isHeading,
  'block-quote': (place: GuardPlace) => place.isQuoted,
} as const satisfies Record<string, (place: GuardPlace) => boolean>;

export type GuardName = keyof typeof guards;

export function isGuard(name: string): name is GuardName {
  return Object.hasOwn(guards, name);
}
