import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { sentences } from './amounts.js';
import { smallNumeral } from './clock.js';
import { hanNumber, hanValue } from './han-numbers.js';

/** How many of something a text says were lost or damaged. Offsets of the number. */
export interface LossCount extends Span {
  readonly kind: 'lost' | 'damaged';
  readonly value: number;
  /** What was: a stem, or the Chinese word that counts it. */
  readonly of: string;
}

const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ones = 'one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const number = `\\d[\\d,]*|(?:${tens.join('|')})(?:-(?:${ones.join('|')}))?|${[...teens, ...ones.slice(1)].join('|')}`;
const han = `\\d[\\d,]*|${hanNumber}|[一二两三四五六七八九十]{1,3}`;

function numberOf(words: string): number {
  const plain = words.toLowerCase().replaceAll(',', '');
  if (/^\d/.test(plain)) return Number(plain);
  if (/[\u3400-\u9fff]/u.test(plain)) return /[百千万]/u.test(plain) ? hanValue(plain) : smallNumeral(plain);
  const [first = '', second = ''] = plain.split('-');
  const ten = tens.indexOf(first);
  if (ten >= 0) return 10 * (ten + 2) + ones.indexOf(second) + 1;
  return teens.includes(plain) ? teens.indexOf(plain) + 10 : ones.indexOf(plain) + 1;
}

const verbs = {
  lost: {
    en: "(?:(?:could|can) ?(?:not|n't) be|cannot be|can't be|were never|were not|are not|will never be) (?:restored|recovered|retrieved|brought back|found|saved|rescued)|(?:are|were|have been|is|was) (?:now |permanently |irretrievably )?(?:lost|gone|unrecoverable|irrecoverable)|vanished|disappeared|got lost|went missing|are (?:still )?missing",
    zh: '(?:没能|未能|没有?|无法|不能)(?:再)?(?:找回|恢复|补回|还原|救回)|找不回|丢失|遗失|丢了|不见了?|彻底没了',
  },
  damaged: {
    en: '(?:were|was|are|got) (?:\\w+ )?(?:damaged|corrupted)',
    zh: '受损|损坏',
  },
} as const;
const before = { lost: 'lost|missing|unrecoverable|irrecoverable', damaged: 'damaged|corrupted' } as const;
const units = '[张条份笔个件篇单幅页封]';

type Kind = keyof typeof verbs;
const patterns = (Object.keys(verbs) as Kind[]).map((kind) => ({
  kind,
  pattern: new RegExp(
    [
      `(?<![\\w.,$€£:/-])(?<count>${number}) (?:of (?:the|your|our) )?(?:[a-z]+ ){0,2}?(?<noun>[a-z]{3,})(?:,? (?:[\\w'’-]+ ){0,7}?| )(?:${verbs[kind].en})\\b`,
      `\\bnumber of (?:${before[kind]} )?(?<noun2>[a-z]{3,})(?: [\\w'-]+){0,5}? (?:is|was|are|comes to|came to|stands at|amounts to|totals|totalled)(?: exactly)? (?<count2>${number})(?!\\w|[.,:/-]\\d)`,
      kind === 'lost'
        ? `\\b(?:could not|couldn't|cannot|unable to|not able to|failed to) (?:recover|restore|retrieve|bring back|rescue|find|save) (?:a total of |all of |exactly )?(?<count3>${number}) (?:of (?:the|your|our) )?(?:[a-z]+ )?(?<noun3>[a-z]{3,})\\b`
        : `\\b(?<count3>${number}) (?:damaged|corrupted) (?<noun3>[a-z]{3,})\\b`,
      `(?<![\\d.月第])(?<zhCount>${han})\\s?(?<zhUnit>${units})(?:[\\u3400-\\u9fff]{0,8}?)(?:没有任何备份[^，。；]{0,4}[，,])?(?:${verbs[kind].zh})`,
      `(?:${verbs[kind].zh})(?:了|的)?(?:是|数据|[\\u3400-\\u9fff]{1,6}?)?(?:[，,]|总数|数量)*(?:一共|合计|总计|总共|共计|共|有|是|为|达|:|：)+\\s?(?<zhCount2>${han})\\s?(?<zhUnit2>${units})`,
    ].join('|'),
    'gi',
  ),
}));
const hint =
  /\b(?:lost|los[et]|gone|vanish|disappear|missing|recover|restor|retriev|brought|found|damaged|corrupt|bring|rescue|save)|找|恢|补|丢|失|不见|损|没了|还原|還原|恢復|補/i;
/** Of a part, of another count, or of a figure that was corrected. */
const aside =
  /[?？]\s*$|\b(?:of (?:them|these|those|which|whom)|another|further|more|additional|remaining|estimate\w*|at first|first (?:said|told|wrote|spoke)|initially|up to|about|around|roughly|some|if|would|might|may|could have|already|since|by now|later|restored the|test)\b|其中|另|约|大约|估|最初|起初|曾|可能|如果|若|此外|之后又|后来|分属/i;

const lossWord = /\b(?:lost|missing|gone|unrecoverable|irrecoverable|damaged|corrupted|not be|never)\b/i;

const stem = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(?:ies|y)$/, 'i')
    .replace(/(?:e?s|e)$/, '');

/** A block longer than this is data rather than prose. Characters. */
const longest = 8000;

/** Finds "41 baskets could not be restored", "没能找回的草稿有三十八张". */
export function lossCounts(prose: string): readonly LossCount[] {
  if (prose.length > longest || !hint.test(prose)) return [];
  const text = fold(prose);
  return sentences(text).flatMap(({ start, end }): LossCount[] => {
    const sentence = text.slice(start, end);
    if (aside.test(sentence)) return [];
    return patterns.flatMap(({ kind, pattern }) =>
      matchesIn(sentence, pattern).flatMap((match): LossCount[] => {
        const groups = match.groups ?? {};
        const count = groups.count ?? groups.count2 ?? groups.count3 ?? groups.zhCount ?? groups.zhCount2 ?? '';
        const noun = groups.noun ?? groups.noun2 ?? groups.noun3;
        const value = numberOf(count);
        // "The number of baskets is 63" says nothing of a loss.
        if (!(value > 0) || (groups.count2 !== undefined && !lossWord.test(match[0]))) return [];
        const at = start + match.index + match[0].indexOf(count);
        const of = noun === undefined ? (groups.zhUnit ?? groups.zhUnit2 ?? '') : stem(noun);
        return [{ kind, value, of, start: at, end: at + count.length }];
      }),
    );
  });
}
