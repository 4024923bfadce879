import { fold } from '../../language/fold.js';
import { matchesIn } from '../../matches.js';
import { rememberByText } from '../../remember.js';

const idle = new Set(
  'the and for with that this from were was are have has had been will shall would could should our your their its all each every other others more than about into over after before when which who not also then first done date due by until starting from comes come ready live place use now january february march april may june july august september october november december what does next once they them there these those only one two any some same way well here just still yet being made make makes goes live check step change measure work effect force running rolled follows'.split(
    ' ',
  ),
);
/** What a measure is called and what becomes of it. */
const idlePairs = /项改|改造|改进|措施|完成|处理|上线|生效|执行|启用|落实|实施|开始|进行|能够|可以/u;
const idleHan = /[的了在是我们您和与也都把被有个将会前后年月日起号到至及或并让使给对这那]/u;

const numerals = ' . two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Words without their endings, or pairs of Han characters: what two ways to put one measure have in common. */
export const stemsOf = rememberByText((prose: string): ReadonlySet<string> => {
  const words = fold(prose);
  const stems = new Set<string>();
  for (const [word] of matchesIn(words.toLowerCase(), /[a-z][a-z'-]{2,}/g)) {
    if (idle.has(word)) continue;
    const stem = word
      .replace(/'s$/u, '')
      .replace(/(?:ying|ied|ies|y)$/u, 'i')
      .replace(/(?:ing|ed|es|s|e)$/u, '');
    stems.add(stem.length < 3 ? word.slice(0, 3) : stem.replace(/([^aeiou])\1$/, '$1'));
  }
  for (const [figure] of matchesIn(words.toLowerCase(), /(?<![\d.,:])\d{1,3}(?![\d.,:])|[a-z]+/g)) {
    const count = /^\d/.test(figure) ? figure : numerals.indexOf(figure);
    if (count !== -1) stems.add(`#${count}`);
  }
  for (const [han] of matchesIn(words, /[\u3400-\u9fff]{2,}/g))
    for (let at = 0; at + 1 < han.length; at++) {
      const pair = han.slice(at, at + 2);
      if (!idleHan.test(pair) && !idlePairs.test(pair)) stems.add(pair);
    }
  return stems;
});
