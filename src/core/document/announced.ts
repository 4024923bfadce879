import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import type { Block, Chunk } from './chunk.js';
import { smallNumeral } from './clock.js';

/** How many things a text says that it lists. Offsets in the text. */
export interface Announced {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly value: number;
  /** How many the same text lists behind it; `undefined` where it lists none. */
  readonly here: number | undefined;
  /** Whether what follows the text is the list. */
  readonly isOpen: boolean;
}

const small = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** What a list of a report lists: nothing else is counted, so that "two servers" above a list of steps says nothing of it. */
const nouns =
  'things?|changes|measures|steps|actions|action items|improvements|fixes|corrections|commitments|promises|lessons|reasons|causes|factors|mistakes|errors|failures|faults|gaps|points|tasks|safeguards|precautions|remedies|decisions|ways|options|groups|cases|categories|phases|stages';
const qualities =
  '(?:further|more|new|main|concrete|lasting|immediate|technical|important|big|separate|different|additional|following|specific|key|small|major|corrective|preventive|permanent|(?:short|long)-term|other|simple|practical|root|contributing|avoidable|distinct)';
const zhNouns =
  '措施|事情?|改进|改动|改变|变化|调整|步骤|行动|办法|做法|安排|承诺|原因|教训|问题|错误|失误|疏漏|工作|任务|整改|决定|建议|情形|情况|方面|类';
const counts = new RegExp(
  [
    `(?<![\\w.,-])(?<value>${small.slice(1).join('|')}|\\d{1,2}) (?:${qualities} ){0,2}(?<noun>${nouns})\\b`,
    `(?<![第\\d.:一二三四五六七八九十百])(?<zhValue>[两二三四五六七八九十]|十[一二]|\\d{1,2})\\s?(?:个|项|件|条|点|步|处|大|方面)(?:[\\u3400-\\u9fff]{0,4}?(?:${zhNouns}))?`,
  ].join('|'),
  'gi',
);
/** A number that is not that of all that is listed. */
const notAll =
  /(?:\b(?:of|first|last|next|other|at least|up to|more than|over|about|within|after|every|each|phase|stage|step|part|option|tier|level|version|another|top|than|all|both|previous|earlier)(?: (?:our|the|these|those|your))?|第|前|后|至少|最多|超过|其中|每|另外?|其他|其余|上述|以上|不止)\s*$/iu;
const notAllBehind =
  /^(?=[^.!?]*,? and (?:a |an |the )?(?:third|fourth|fifth|sixth|further|last|final|another)\b)|^\s*(?:of (?:which|these|them|those)|or (?:more|so)|以上|多|余|之一|中的)/iu;
const follows = /\b(?:follow(?:s|ing)?|below|these are|here (?:are|is))\b|如下|以下|下面|下列/iu;
/** What goes on behind a list: its last part stands in a sentence of its own. */
const goesOn =
  /^[^\p{L}\p{N}]*(?:(?:and |the )*(?:third|fourth|fifth|sixth|seventh|last|final)(?:ly)?\b|finally|also\b|in addition|besides|moreover|further|and\b|plus\b|then\b|one more|another|later\b|第[二三四五六七]|其[二三四五]|最后|此外|另外|同时|还|再|并且?|以及|而且)/iu;

/** How many marks count, and where the first stands. */
interface Marked {
  readonly count: number;
  readonly at: number;
}

/** The marks by which a text counts what it lists, each a row of what may stand for the first, the second and so on. */
const marks: readonly (readonly RegExp[])[] = [
  ['first(?:ly)?', 'second(?:ly)?', 'third(?:ly)?', 'fourth(?:ly)?', 'fifth(?:ly)?', 'sixth(?:ly)?'].map(
    (word) => new RegExp(`(?:^|[.:;,，–—-]\\s*(?:and )?)(?:the )?${word}\\b[,:]?`, 'i'),
  ),
  [...'123456789'].map((digit) => new RegExp(`(?:^|[\\s.:;,，。；：])[(（]?${digit}[)）]`, 'u')),
  [...'①②③④⑤⑥⑦⑧⑨'].map((mark) => new RegExp(mark, 'u')),
  [...'一二三四五六七八九'].map(
    (digit) =>
      new RegExp(
        `第${digit}(?=[，,：:、是，]|[\\u3400-\\u9fff])(?!次|天|周|年|个月|批|版|时间|名|位|轮|代|季|家|台|组|稿|线|手)`,
        'u',
      ),
  ),
  [...'一二三四五六七八九'].map(
    (digit) => new RegExp(`(?<![\\u3400-\\u9fff])(?:其${digit}|${digit}是|${digit}、)`, 'u'),
  ),
];
const last = /(?:^|[.:;]\s*(?:and )?)(?:finally|lastly|the last)\b|最后[，,]/iu;

/** How many the marks in a text count; `undefined` where there are not two. */
function marked(text: string): Marked | undefined {
  for (const row of marks) {
    let from = 0;
    let found = 0;
    let at = 0;
    for (const mark of row) {
      const match = mark.exec(text.slice(from));
      if (!match) break;
      if (found === 0) at = match.index;
      from += match.index + match[0].length;
      found++;
    }
    if (found > 1) return { count: found + (last.test(text.slice(from)) ? 1 : 0), at };
  }
  return undefined;
}

/** "Three changes: a; b; c": what semicolons part, where that is all of it. */
function parted(text: string): Marked | undefined {
  const [, row] = /^[^.:：。；;]{0,40}[:：]\s*(?<row>\S.*)$/su.exec(text) ?? [];
  const end = row?.search(/[。！？!?]|[.](?=\s|$)/u) ?? -1;
  const own = row?.slice(0, end < 0 ? undefined : end) ?? '';
  const pieces = own.split(/[;；]/u).filter((piece) => piece.trim() !== '');
  return pieces.length > 1 && !goesOn.test(row?.slice(own.length + 1) ?? '')
    ? { count: pieces.length, at: 0 }
    : undefined;
}

/** Where the last sentence of a text begins. */
function lastSentence(text: string): number {
  let at = text.trimEnd().length - 1;
  while (at > 0 && !/[.。！？!?]/u.test(text.charAt(at - 1))) at--;
  return Math.max(at, 0);
}

/** A block longer than this announces nothing. Characters. */
const longest = 3000;

/** Without a number from two on nothing is announced; this is told sooner than with all that may stand around one. */
const mayCount = new RegExp(
  `(?:${small.slice(1).join('|')}|\\d) |[两二三四五六七八九十\\d]\\s?[个個项項件条條点點步处處大方]`,
  'i',
);

/** Finds what a text announces and lists itself, or leaves to the list behind it: "Four things change:", "三项措施：". */
export function announcedIn(prose: string, isHeading: boolean): readonly Announced[] {
  if (prose.length > longest || !mayCount.test(prose)) return [];
  const text = fold(prose);
  const all = matchesIn(text, counts);
  if (all.length === 0) return [];
  const end = lastSentence(text);
  return all.flatMap((match, index): Announced[] => {
    const { value = '', zhValue } = match.groups ?? {};
    const [start, stop] = [match.index, match.index + match[0].length];
    const behind = text.slice(stop);
    if (notAll.test(text.slice(0, start)) || notAllBehind.test(behind)) return [];
    // "往后有三条" needs no noun where its sentence ends.
    if (zhValue !== undefined && !new RegExp(`(?:${zhNouns})$`, 'u').test(match[0]) && !/^\s*[:：。，,]/u.test(behind))
      return [];
    const number =
      zhValue === undefined ? small.indexOf(value.toLowerCase()) + 1 || Number(value) : smallNumeral(zhValue);
    if (!(number >= 2 && number <= 12)) return [];
    const tail = text.slice(end);
    const isLast = start >= end && !/[;；]/u.test(behind);
    const isOpen = isHeading || (isLast && (/[:：]\s*$/u.test(tail) || follows.test(tail)));
    const row = isOpen ? undefined : (marked(behind) ?? parted(behind));
    // What is counted in between is what the row lists.
    const next = all[index + 1]?.index ?? Number.POSITIVE_INFINITY;
    const here = row && next > stop + row.at ? row.count : undefined;
    return isOpen || here !== undefined
      ? [{ start, end: stop, words: prose.slice(start, stop), value: number, here, isOpen }]
      : [];
  });
}

/** Whether a paragraph behind a list adds to it. */
export const addsToList = (prose: string): boolean => goesOn.test(fold(prose));

/** A list or table of a chunk: how many it has, and how many there may be where items hold further ones. */
export interface Listed {
  readonly items: number;
  readonly most: number;
  readonly isNested: boolean;
}

/** The list or table that begins with a block; `undefined` where none does. */
export function listFrom(block: Block, chunk: Chunk): Listed | undefined {
  const node = chunk.nodes[block.top];
  if ((node?.type !== 'list' && node?.type !== 'table') || chunk.blocks.find(({ top }) => top === block.top) !== block)
    return undefined;
  if (node.type === 'table')
    return { items: node.children.length - 1, most: node.children.length - 1, isNested: false };
  const nested = node.children.flatMap(({ children }) =>
    children.flatMap((child) => (child.type === 'list' ? child.children : [])),
  );
  const words = chunk.text.slice(node.position?.start.offset, node.position?.end.offset);
  const items = node.children.length;
  return {
    items,
    most: items + nested.length + matchesIn(words, /[;；](?=[ \t]*\S)/gu).length,
    isNested: nested.length > 0,
  };
}
