import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { sentencesOf } from './clause-times.js';
import { supposedly } from './happenings.js';

/** That one thing was before another, as a sentence tells it. */
export interface ToldOrder extends Span {
  /** The words of what came first, folded. */
  readonly first: string;
  readonly second: string;
  /** Whether it says that the second was not before, neither it nor one like it: "only then", "nothing until", "才". */
  readonly isOnly: boolean;
}

interface Halves {
  readonly first: string;
  readonly second: string;
  readonly isOnly?: boolean;
}

type Groups = Readonly<Record<string, string | undefined>>;
const halvesOf = (groups: Groups | undefined, isOnly?: boolean): Halves | undefined =>
  groups?.first && groups.second
    ? { first: groups.first, second: groups.second, ...(isOnly === undefined ? {} : { isOnly }) }
    : undefined;

const negative = /\b(?:not|no|nothing|nobody|no one|never|none|neither|without|hardly|n't)\b|n't\b/i;
const negativeHan = /没有?(?!多久)|未(?!能)|不曾|一[条个封]?[^，。；]{0,4}也没/;
const only = /\bonly\b|\bfirst\b|\bnot until\b|\bearliest\b|首|第一|头一|才/i;

const first =
  /\b(?:first(?:ly)?|to begin with|we began by|initially|our first (?:act|step|move) was to|at first)\b,?\s*(?<first>[^.;]{3,110}?)[,;]?\s*(?:\band\b)?,?\s*\b(?:only )?(?:then|after that|after this|afterwards|later(?: on)?|next|thereafter|subsequently|(?:only )?(?:when|once|after) (?:that|this|it|they|these) (?:was|were|had) [a-z ]{3,20}?)(?=\s|,)(?: did)?,? ?(?<second>.{3,140})/i;
const firstBehind =
  /^(?<first>.{3,110}?)\bfirst\b,?(?: and|;)? (?:only )?(?:then|afterwards|after that|later)(?: did)? (?<second>.{3,140})/i;
const onlyThen =
  /^(?<first>.{3,120}?)[,;]? (?:and |but )?only (?:then|after that|afterwards|thereafter)(?: did)? (?<second>.{3,140})/i;
const until = /^(?<second>.{3,110}?),? (?:until|till)(?: after| well after| long after)? (?<first>[^,;]{3,110})/i;
const notUntil =
  /\b(?:not|only) (?:until|when|once|after) (?<first>[^,;]{3,90}?),? (?:did|were|was|could|had|would) (?<second>.{3,110})/i;
const byThen =
  /(?:^\W*|[,;] (?:and |but )?)(?:by the time|when|as) (?<second>[^,;]{3,90}), (?<first>(?=[^;]*\b(?:already|had|long)\b)[^;]{3,110})/i;
const whenAlready =
  /^(?<second>[^;]{3,110}?),? (?:only )?(?:when|at a time when|by which time|at which point) (?<first>(?=[^;,]*\b(?:already|had (?:\w+ )?been|long)\b)[^;,]{3,110})/i;
const wasOnly = /^(?<second>[^;]{3,110}?),? (?:only )?(?:after|once|as soon as) (?<first>[^;,]{3,110})/i;
const afterFirst = /^\W*(?:only )?(?:after|once|as soon as) (?<first>[^,;]{3,90}), (?<second>[^;]{3,110})/i;
const before =
  /^(?<first>[^;]{3,110}?),? (?:even |well |long |shortly |just |right |some time |minutes |hours |immediately )*before (?<second>[^;,]{3,110})/i;
const beforeFirst =
  /^\W*(?:even |well |long |shortly |just |right )*before (?<second>[^,;]{3,90}), (?<first>[^;]{3,110})/i;

function english(words: string): Halves | undefined {
  const late = firstBehind.exec(words) ?? first.exec(words) ?? onlyThen.exec(words);
  if (late) return halvesOf(late.groups, /\bonly\b/.test(late[0]));
  const inverted = notUntil.exec(words);
  if (inverted) return halvesOf(inverted.groups, true);
  const not = until.exec(words);
  if (not) return negative.test(not.groups?.second ?? '') ? halvesOf(not.groups, true) : undefined;
  const then = byThen.exec(words) ?? whenAlready.exec(words);
  if (then) return negative.test(then[0]) ? undefined : halvesOf(then.groups, only.test(then[0]));
  if (negative.test(words)) return undefined;
  const earlier = beforeFirst.exec(words) ?? before.exec(words);
  if (earlier) return halvesOf(earlier.groups, true);
  const later = afterFirst.exec(words) ?? wasOnly.exec(words);
  return later ? halvesOf(later.groups, only.test(later[0])) : undefined;
}

const zhFirst =
  /(?:首先|先是?|第一步就?)(?<first>[^。；]{2,40}?)[，,](?<second>[^。；]{0,24}?(?:才|然后|随后|之后|接着|后来|再|过后|最后)[^，。；,]{2,30})/;
const zhNoneBefore = /(?:在|直到)?(?<first>[^，。；,]{2,20}?)(?:之前|以前|前)[，,]?(?<second>[^。；]{2,40})/;
const zhBefore =
  /(?:在|早在|赶在)?(?<second>[^，。；,]{2,20}?)(?:之前|以前|前)[，,]?(?<first>[^。；]{0,12}(?:已经?|便|先|就)[^，。；]{2,30})/;
const zhOnlyAfter =
  /(?:直到|直至|等到?|要到|到|是)?(?<first>[^，。；,]{2,24}?)(?:之后|以后|后)[，,]?(?<second>[^，。；,]{0,16}才[^，。；]{2,30})/;
const zhUntil = /(?:直到|直至|等到?|要到)(?<first>[^，。；,]{2,24}?)[，,]?(?<second>[^，。；,]{0,12}才[^，。；]{2,30})/;
const zhWas =
  /(?<second>[^，。；,]{2,18}?)(?:也)?(?:都)?(?:是|在|到|直到)(?<first>[^，。；,]{2,16}?)(?:之后|以后|后)才(?<more>[^，。；]{1,14})/;
const zhWhen =
  /(?:等)?(?<second>[^，。；,]{2,20}?)(?:的?时候?|时)[，,](?<first>[^。；]{0,14}(?:早已|已经?|早就)[^，。；]{2,30})/;

function chinese(words: string): Halves | undefined {
  const one = zhFirst.exec(words);
  if (one) return halvesOf(one.groups, /才/.test(one[0]));
  const was = zhWas.exec(words);
  if (was?.groups) return halvesOf({ first: was.groups.first, second: `${was.groups.second}${was.groups.more}` }, true);
  const after = zhOnlyAfter.exec(words) ?? zhUntil.exec(words);
  if (after) return halvesOf(after.groups, true);
  const none = zhNoneBefore.exec(words);
  if (none && negativeHan.test(none.groups?.second ?? '')) return halvesOf(none.groups, true);
  if (negativeHan.test(words)) return undefined;
  const when = zhWhen.exec(words);
  if (when) return halvesOf(when.groups, only.test(when[0]));
  return halvesOf(zhBefore.exec(words)?.groups, true);
}

/** A cheap question first. */
const hint = /\b(?:before|after|afterwards|once|until|till|then|when|by the time|as soon as)\b|[先才前时時]/i;

/** What a text says was before something else; nothing of sentences that tell a plan, or ask. */
export function toldOrdersIn(prose: string): readonly ToldOrder[] {
  const text = fold(prose);
  if (!hint.test(text)) return [];
  return sentencesOf(text).flatMap(({ start, words }): ToldOrder[] => {
    if (words.length > 320 || !hint.test(words) || supposedly.test(words)) return [];
    const halves = /[\u3400-\u9fff]/.test(words) ? chinese(words) : english(words);
    if (!halves) return [];
    const lead = words.length - words.trimStart().length;
    return [
      {
        isOnly: false,
        ...halves,
        start: start + lead,
        end: start + words.trimEnd().replace(/[.。！!;；]$/u, '').length,
      },
    ];
  });
}
