import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { rememberByText } from '../remember.js';
import { sentences } from './amounts.js';
import { backupMatters } from './backup-matters.js';
import { harmMatters } from './harm-matters.js';
import { redressMatters } from './redress-matters.js';

/** A matter of which only one of two can be true, in whatever words a sentence takes a side. */
export interface Matter {
  readonly id: string;
  /** What each sentence on it holds. */
  readonly about: RegExp;
  /** What each sentence on either side holds, where that is asked faster than the sides themselves. */
  readonly words?: RegExp;
  /** The same of the side of the denial. */
  readonly denial?: RegExp;
  readonly yes: RegExp;
  readonly no: RegExp;
  /** What a sentence holds that takes no side, or the side of somebody else. */
  readonly unless?: RegExp;
  /** The same for one side alone. */
  readonly unlessYes?: RegExp;
  readonly unlessNo?: RegExp;
  /**
   * What the two sentences must be about: `words` where they must share a word, `named` where they must do so unless the
   * denial is of anything at all.
   */
  readonly shares?: 'words' | 'named';
  /** Whether a denial that names nothing is of anything at all, rather than of what its sentence names. */
  readonly isWholesale?: true;
  /** Whether what holds in a case counts: "If the fare sold out, no proof is needed". */
  readonly isConditional?: true;
  /** Groups of words, of which both must hold one of the same where both hold any. */
  readonly kinds?: readonly RegExp[];
}

/** The side that a sentence takes. Offsets in the text. */
export interface Stand {
  readonly matter: string;
  readonly side: 'yes' | 'no';
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** What it is about; empty where that may be anything. */
  readonly nouns: ReadonlySet<string>;
  readonly kinds: readonly number[];
}

export const matters: readonly Matter[] = [...backupMatters, ...harmMatters, ...redressMatters];

/** Nothing that is so, or was: asked, supposed, planned, or told of another time. */
const unreal =
  /[?？]\s*$|\b(?:if|unless|whether|would|could have|might|may have|should|lest|in case|had we|were we|for example|last (?:year|month|summer|winter|spring|autumn)|previous(?:ly)?|in future|in the future|from now on|going forward|suppose|imagine|rumou?rs?|feared|worried|(?:another|earlier|different|previous) (?:incident|outage|failure|fault|event)|in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?20\d\d)\b|另一[次起]|20\d\d ?年(?! ?\d{1,2} ?月 ?\d)|如果|假如|如(?![此今下期何数同实上一前图])|若(?!干)|万一|倘若|一旦|是否|会不会|今后|以后|日后|将来|去年|前年|上次|上个?月|例如|比如|打个比方|举个例子|担心|可能会|原本以为|[中里](?:的)?(?:另外|其余|其他)的?\s?\d/i;

const idle = new Set(
  'the and for with from that this were was are has have had been our your their its all any not nor one some other others also just who whom which what when where there here his her they them you time times day days week month year night morning evening afternoon several during into onto about over out off than then still even only very more most less least once twice each every made make kept keep being did does done can could our we get got own few good'.split(
    ' ',
  ),
);
const idleHan =
  /[的了在是我们您和与也都把被有个这那其当中里些及或并再还就才不没无未任何已经全部所有一二三四五六七八九十张笔条份位家名间天次年月日时分点]/u;

/** The same for what holds in a case. */
const unrealCase = /[?？]\s*$|\b(?:could have|might|for example|last (?:year|month))\b|是否|去年|例如|比如/i;

/** What goes by two names in one report. */
const same: Readonly<Record<string, string>> = {
  reports: 'results',
  report: 'result',
  clients: 'customers',
  client: 'customer',
  pictures: 'photos',
  picture: 'photo',
  emails: 'messages',
  email: 'message',
};
/** "All other baskets": whatever it is, it is not those. */
const others =
  /\b(?:other|remaining)(?: [a-z]+)?|(?:其他|其余|其它|余下|剩下|另外)的?(?:\d+[家位名户个])?[\u3400-\u9fff]{2}/gi;

/** What a sentence may be about: words without their endings, pairs of Han characters. */
export function nounsIn(words: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of matchesIn(words.toLowerCase(), /[a-z][a-z'-]{2,}/g))
    if (!idle.has(word))
      found.add(
        (same[word] ?? word)
          .replace(/'s$/u, '')
          .replace(/(?:ies|y)$/u, 'i')
          .replace(/(?<!s)s$/u, '')
          .replace(/(?:ing|ed|e)$/u, ''),
      );
  for (const [run] of matchesIn(words, /[\u3400-\u9fff]{2,}/gu))
    for (let at = 0; at + 1 < run.length; at++) {
      const pair = run.slice(at, at + 2);
      if (!idleHan.test(pair)) found.add(pair);
    }
  return found;
}

/** A block longer than this is data rather than prose. Characters. */
const longest = 8000;

/** "We did not have to use them": what they are stands in the sentence before. */
const pronoun = /\b(?:them|they|it|these|those|either|neither|any|none)\b|这次|它们|两者|这些|都|均/i;

interface Piece extends Span {
  readonly sentence: string;
  /** With the sentence before it, where a pronoun points there. */
  readonly whole: string;
}

/** What semicolons part in the sentences of a text, each with its sentence. */
const piecesIn: (text: string) => readonly Piece[] = rememberByText((text) => {
  const found: Piece[] = [];
  let before = '';
  for (const { start, end } of sentences(text)) {
    const own = text.slice(start, end);
    const whole = pronoun.test(own) ? before + own : own;
    before = own;
    let from = 0;
    for (const { index } of [...matchesIn(before, /[;；]/gu), { index: before.length }]) {
      if (/\S/.test(before.slice(from, index)))
        found.push({ start: start + from, end: start + index, sentence: before.slice(from, index), whole });
      from = index + 1;
    }
  }
  return found;
});

/** Finds the sides that the sentences of a text take in some matters. */
export function standsIn(prose: string, asked: readonly Matter[]): readonly Stand[] {
  if (prose.length > longest) return [];
  const text = fold(prose);
  const own = asked.filter(({ about }) => about.test(text));
  if (own.length === 0) return [];
  const found: Stand[] = [];
  // "Our drivers lost a shift. How long did it really go on?" is what somebody asked.
  const question = /^[^?？]{0,240}[?？]/u.exec(text)?.[0].length ?? 0;
  for (const { start, end, sentence, whole } of piecesIn(text)) {
    if (end < question) continue;
    for (const matter of own) {
      if (matter.words?.test(sentence) === false || !matter.about.test(whole)) continue;
      const denied = matter.denial?.test(sentence) === false ? null : matter.no.exec(sentence);
      if (!denied && !matter.yes.test(sentence)) continue;
      if ((matter.isConditional ? unrealCase : unreal).test(sentence) || matter.unless?.test(sentence)) continue;
      const no = denied && matter.unlessNo?.test(sentence) ? null : denied;
      const match = no ?? sideOf(matter.yes, matter.unlessYes, sentence);
      if (!match) continue;
      const groups = Object.entries(match.groups ?? {}).filter(([, words]) => words !== undefined);
      const told = groups.map(([, words]) => words).join(' ');
      const named = told.replace(others, ' ');
      const isAny =
        groups.length === 0 || (anything.test(told.trim()) && (told.trim() !== '' || matter.isWholesale === true));
      const nouns =
        no && matter.shares === 'named'
          ? isAny
            ? new Set<string>()
            : nounsIn(told.trim() === '' ? sentence : named)
          : nounsIn(matter.shares === 'words' ? whole : sentence);
      if (no && matter.shares === 'named' && !isAny && nouns.size === 0) continue;
      const lead = sentence.length - sentence.trimStart().length;
      found.push({
        matter: matter.id,
        side: no ? 'no' : 'yes',
        start: start + lead,
        end,
        words: prose.slice(start + lead, end).trimEnd(),
        nouns,
        kinds: (matter.kinds ?? []).flatMap((kind, index) => (kind.test(sentence) ? [index] : [])),
      });
    }
  }
  return found;
}

/** The words that take a side, where nothing in their clause takes it back. */
function sideOf(side: RegExp, unless: RegExp | undefined, sentence: string): RegExpExecArray | null {
  const match = side.exec(sentence);
  return match && unless?.test(clauseAround(sentence, match.index, match.index + match[0].length)) ? null : match;
}

/** The words between semicolons, and between the commas that begin another clause. */
function clauseAround(sentence: string, start: number, end: number): string {
  const from = sentence.slice(0, start).search(/(?:[^;；，,]|,(?=\d))*$/u);
  const behind = sentence
    .slice(end)
    .search(/[;；，]|,(?= (?:and|but|so|as|which|while|because|since) )|,(?=[\u3400-\u9fff])/u);
  return sentence.slice(from, behind < 0 ? undefined : end + behind);
}

/** Nouns that stand for whatever customers keep with us. */
const anything =
  /^(?:(?:of|the|your|our|any|customers?'?|at all|\s)*(?:data|information|content|thing|nothing|anything|everything|one|none|it|they|harm|further|of)?|数据|资料|信息|内容|任何|东西|什么|业务|用户|客户|客户的|您的|一?个?人|谁|也|并|都)*$/i;

/** Whether two sentences take different sides of one matter. */
export function areOpposed(a: Stand, b: Stand): boolean {
  if (a.matter !== b.matter || a.side === b.side) return false;
  const matter = matters.find(({ id }) => id === a.matter);
  if (a.kinds.length > 0 && b.kinds.length > 0 && !a.kinds.some((kind) => b.kinds.includes(kind))) return false;
  if (matter?.shares === undefined) return true;
  const [no, yes] = a.side === 'no' ? [a, b] : [b, a];
  // "已归档的照片没有丢失": others may be.
  const only = /已经?[\u3400-\u9fff]{2,4}的/u.exec(fold(no.words));
  if (only && !fold(yes.words).includes(only[0])) return false;
  if (matter.shares === 'named' && no.nouns.size === 0) return true;
  // One word may be the place where both are handed in.
  const least = matter.shares === 'words' ? 2 : 1;
  return [...no.nouns].filter((noun) => yes.nouns.has(noun)).length >= least;
}
