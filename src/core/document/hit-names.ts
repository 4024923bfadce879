import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { sentences } from './amounts.js';

/** A region, a product or a model of which a clause says that it was hit, or that it was not. Offsets in the text. */
export interface HitName extends Span {
  /** Comparable: "Asian" and "Asia" are one. */
  readonly name: string;
  readonly isHit: boolean;
  /** Whether it says that nobody else was. */
  readonly isOnly: boolean;
  /** Whether it is told how many of each there were. */
  readonly isCounted: boolean;
  /** The clause, by where it begins: names of one clause were hit together. */
  readonly clause: number;
  /** Whether it stands where every word has a capital: two such are no name yet. */
  readonly opens: boolean;
}

const spared =
  /\b(?:was|were|is|are|been)(?:n't| not| never)(?: \w+){0,2} (?:affected|touched|hit|involved|impacted|concerned|interrupted)\b|\b(?:unaffected|spared|untouched)\b|\bfully (?:usable|available|functional|working)\b|\b(?:worked|ran|running|continued|carried on|remained|stayed|accepted|could)\b[^.;]{0,50}?\b(?:as usual|as always|as normal|normally|without (?:restriction|interruption|limitation|any problems?|trouble)|throughout|all (?:day|night) long)\b|\bnoticed nothing\b|\b(?:no (?:impact|effect|influence) on)\b|(?:不|未|没有|并未|毫未)(?:受|被)到?(?:任何|丝毫)?(?:影响|波及)|不受影响|(?:一切|均|都|全程|始终|保持|完全)正常|(?:无|没有)(?:任何)?影响|没有中断/i;
const hit =
  /\b(?:was|were|is|are|been)(?: (?!not\b|never\b)\w+){0,2}? (?:affected|hit|down|unavailable|unreachable|concerned|disrupted|impacted|offline|unusable)\b|\b(?:stopped|failed|dropped|crashed|broke|froze|drops?|errors|unable|could not)\b|\bproducts? (?:concerned|affected) (?:was|were)\b|^\s*(?:affected|hit|concerned) (?:was|were)\b|\b(?:confined|limited|restricted) to\b|只影响|仅影响|只发生在|受(?:到)?(?:了)?(?:严重|明显|最大|较大)?(?:影响|波及)|影响(?:最大|最重|最严重)|中断|宕机|瘫痪|掉线|黑屏|打不开/i;
/** Of another time, another incident, or of what might have been. */
const otherwise =
  /[?？]|\b(?:again|until|afterwards|later|since (?:\d|then|yesterday|\p{Lu})|by then|second|third|previous(?:ly)?|last (?:week|month|year)|if|would|could have|might|may|no longer|any ?more|still|next|will|test|planned|backup|should|can|move|ensure|so that|so they)\b|再次|此后|之后|随后|直到|后来|第二|上次|此前|如果|可能|将|会(?![员议计])|恢复|演练|备份/iu;

const only =
  /\b(?:only|solely|exclusively|alone|just)\b|只有|只影响|仅影响|仅限|只发生在|仅发生在|只出现|仅出现|只涉及/i;
/** "44,700 in Leinster and 16,500 in Munster": how many of each were hit. */
const counted = /\d[\d,]* (?:\p{Ll}+ ){0,3}?(?:in|on|at|from|were) (?:the )?\p{Lu}/u;

/** "Clinics outside the United Kingdom got everything on time": nobody but those there was hit. */
const outside =
  /\b(?:outside(?: of)?|except(?: for)?|other than|anywhere but|everywhere but) (?:in )?(?:the |our )?(?=\p{Lu})(?=[^.;,]{0,80}?\b(?:on time|throughout|as usual|as planned|normally|without (?:any )?(?:delay|interruption|problem|trouble)|unaffected|spared|nothing|not (?:affected|hit|touched)))/u;

/** Words with a capital that name neither a place nor a thing. */
const plain = new Set(
  'the this that these those they there their our your you we it its all any both each every some many most more no not none nobody only also and but or if in on at as by for from of to with when while where who what which how why customers users clients people members patients students everyone everybody anyone nothing other others between during after before because since until utc gmt cet cest bst est edt pst pdt cst am pm i sev api sms app january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);
const capital =
  /(?<![\p{L}\d.@/-])(?:\p{Lu}[\p{L}\d]*|i(?:Phone|Pad|OS)s?|\p{Lu}\d[\p{L}\d]*|\p{Ll}{3,}-(?:and-)?\p{Ll}{4,})(?![\p{L}\d@/-])/gu;
const inHan =
  /(?<list>(?:[\u3400-\u9fff]{2,4}(?:、|和|与|及|以及))*[\u3400-\u9fff]{2,4}?)(?:[一二两三四五六七八九十]个|等)?(?:机房|地区|区域|片区|数据中心|节点|园区|分拣中心|专区)/gu;

const stem = (word: string): string => {
  const lower = word.toLowerCase().replace(/(?:'s|s)$/, '');
  return lower.length > 3 ? lower.replace(/(?:e?an|e|a)$/, '') : lower;
};

/** Clauses of a sentence that may say different things of different names. */
const turns =
  /[;；，:：]|, (?:but|while|whereas|though|although|and not)\b| (?:but|while|whereas) |,(?= \p{Lu}\w+ (?:was|were|is|are|did)\b)/gu;

function clausesOf(text: string): { start: number; words: string }[] {
  return sentences(text).flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    const cuts = [0, ...matchesIn(words, turns).map(({ index }) => index), words.length];
    return cuts.slice(1).map((to, at) => ({ start: start + (cuts[at] ?? 0), words: words.slice(cuts[at], to) }));
  });
}

function namesIn(words: string): { at: number; length: number; name: string; opens: boolean }[] {
  const first = words.search(/[\p{L}\d]/u);
  const latin = matchesIn(words, capital).flatMap(({ 0: word, index }) =>
    plain.has(word.toLowerCase()) || word.length < 2
      ? []
      : [{ at: index, length: word.length, name: stem(word), opens: index === first && !/\d/.test(word) }],
  );
  const han = matchesIn(words, inHan).flatMap(({ groups, index }) => {
    const list = groups?.list ?? '';
    return matchesIn(list, /[^、和与及以]{2,}/gu).map((item) => ({
      at: index + item.index + item[0].length - 2,
      length: 2,
      name: item[0].slice(-2),
      opens: false,
    }));
  });
  return [...latin, ...han];
}

/** A block longer than this is data rather than prose. Characters. */
const longest = 6000;

/** Finds "Asian gateways were not touched", "customers in Europe and in Asia were affected", "广州机房的客户受影响最大". */
export function hitNames(prose: string): readonly HitName[] {
  if (prose.length > longest) return [];
  const text = fold(prose);
  if (!spared.test(text) && !hit.test(text) && !counted.test(text) && !outside.test(text)) return [];
  const found: HitName[] = [];
  let before: { start: number; words: string } | undefined;
  for (const clause of clausesOf(text)) {
    // "K7 走独立的新平台，不受影响": a clause without a name speaks of those before it.
    const isBare = /^[，,]/u.test(clause.words) && namesIn(clause.words).length === 0;
    const { start, words } = isBare && before ? { start: before.start, words: before.words + clause.words } : clause;
    before = isBare ? before : clause;
    const isOutside = outside.test(words);
    const isSpared = !isOutside && spared.test(words);
    const isHit = isOutside || hit.test(words) || counted.test(words);
    if ((!isSpared && !isHit) || otherwise.test(words)) continue;
    if (!isSpared && /n't\b|\b(?:not|never|nothing|nobody|none|no)\b|未|没有|不(?!能|可)/i.test(words)) continue;
    const isOnly = isOutside || (!isSpared && only.test(words));
    const isCounted = counted.test(words);
    for (const { at, length, name, opens } of namesIn(words)) {
      const from = start + at;
      found.push({ start: from, end: from + length, name, isHit: !isSpared, isOnly, isCounted, clause: start, opens });
    }
  }
  return found;
}
