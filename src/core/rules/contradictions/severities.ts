import type { Postmortem } from '../../document/postmortem.js';
import type { Span } from '../../finding.js';
import { fold } from '../../language/fold.js';
import { matchesIn } from '../../matches.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { type Placed, parts, sentenceAround, wordsOf } from './common.js';

/** A level of severity that a text names. */
interface Level extends Span {
  /** The letters of its scale, and the number. */
  readonly scale: string;
  readonly number: number;
  /** Whether its sentence says that it was this one all along. */
  readonly isWhole: boolean;
}

const level =
  /(?<![\p{Script=Latin}\d])(?:(?<sev>sev(?:erity)?(?: level)?)[ -]?(?<number>[0-5])|(?<letter>[PS])[ -]?(?<digit>[0-5])(?= (?:incident|outage|emergency|event|major|critical|from|throughout)|级|事件|故障|事故)|(?<han>[一二三四])级(?:故障|事件|事故)|(?<end>(?:the|our|your) (?:very )?(?:highest|lowest) severity(?: level| grade| class)?|最[高低](?:的)?(?:严重)?(?:级别|等级)))(?![\p{L}\d.])/giu;
const han = '一二三四';
/** It was another before, or the scale itself is explained. */
const changed =
  /\b(?:rais\w+|upgrad\w+|downgrad\w+|lower\w*|escalat\w+|de-escalat\w+|first|initially|originally|later|then|until|opened|set|class(?:ed|ified)|provisional\w*|called|again|previous(?:ly)?|last|next|other|if|should|would|every|each|all|any|only for|defin\w+|means|instead)\b|升级|升为|降级|降为|上调|下调|调整|起初|最初|后来|随后|之后|上次|此前|初定|初判|暂定|定级|如果|以上|以下|每次|凡是/iu;
const throughout =
  /\b(?:throughout|from (?:beginning|start) to end|all along|at all times|from \d{1,2}:\d\d on|until (?:it was |its )?(?:closed|closure|the end)|to the end|(?:stayed|kept|held|left) (?:at|on) (?:that|this) level)\b|始终|全程|自始至终|一直/iu;

/** The highest level is the first; where the scale ends only those know who made it. */
const endOf = (words: string): number => (/lowest|低/iu.test(words) ? 4 : 1);
/** Whether two levels are of one scale, and not the same; the ends of a scale lie two levels apart from others. */
const differ = (a: Level, b: Level): boolean =>
  a.scale === 'any' || b.scale === 'any'
    ? Math.abs(a.number - b.number) > 1
    : a.scale === b.scale && a.number !== b.number;

function levelsIn(prose: string): readonly Level[] {
  const text = fold(prose);
  return matchesIn(text, level).flatMap((match): Level[] => {
    const { sev, number, letter, digit, han: numeral, end } = match.groups ?? {};
    const { words } = sentenceAround(prose, match.index);
    if (changed.test(words) && !throughout.test(words)) return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        scale: sev ? 'sev' : end ? 'any' : (letter?.toLowerCase() ?? '级'),
        number: end ? endOf(end) : numeral ? han.indexOf(numeral) + 1 : Number(number ?? digit),
        isWhole: throughout.test(words),
      },
    ];
  });
}

/** Which level the incident had, against front matter and against the first place that says it. */
export function* severities(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
  const { severity } = postmortem.frontMatter.values;
  const [known] = levelsIn(severity ?? '');
  const all = parts<Level>(context, 'severities', levelsIn, true).filter(
    ({ block, part, text }) =>
      block.block.kind !== 'cell' &&
      (part.isWhole || !(block.section?.isTimeline || /^\s*\d{1,2}[:：]\d\d/.test(text))),
  );
  const told = (text: string): string => text.trim();
  const first = all[0];
  for (const each of all) {
    const { part, block } = each;
    const before: Placed<Level> | undefined = all.find(
      (other) => other.part.isWhole && other !== each && other.part.number !== part.number,
    );
    const truth = known
      ? {
          level: known,
          en: `front matter says “${told(severity ?? '')}”`,
          zh: `文件开头写的是“${told(severity ?? '')}”`,
        }
      : before && part.isWhole && before !== each && first !== each
        ? { level: before.part, en: `elsewhere it is “${wordsOf(before)}”`, zh: `别处是“${wordsOf(before)}”` }
        : undefined;
    if (!truth || !differ(truth.level, part)) continue;
    yield {
      at: placeIn(block, part),
      say: {
        en: `“${wordsOf(each)}”, but ${truth.en}. Find out which is right and correct the other, or say when it changed.`,
        zh: `这里写的是“${wordsOf(each)}”，但${truth.zh}。请核实并改正；如果级别变过，请写明何时改变。`,
      },
    };
    return;
  }
}
