import type { Root } from 'nlcst';
import retextRepeatedWords from 'retext-repeated-words';
import { VFile } from 'vfile';
import { englishTree } from '../language/english.js';
import { quote } from './phrase-rule.js';
import { defineRule, type Problem } from './rule.js';

type Plugin = (tree: Root, file: VFile) => undefined;
const plugin = retextRepeatedWords() as unknown as Plugin;

/** These end one phrase and begin the next: "signed in in Berlin", "what it is is slow", "gave her her money". */
const meet = new Set([
  'in',
  'on',
  'up',
  'out',
  'off',
  'over',
  'by',
  'to',
  'is',
  'do',
  'her',
  'so',
  'no',
  'bye',
  'very',
]);

export const repeatedWord = defineRule({
  id: 'repeated-word',
  category: 'plain',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'The same word twice', zh: '重复的词' },
  why: {
    en: 'A slip of the keyboard tells customers that nobody read the message before it went out.',
    zh: '多打的词会让客户觉得，这份说明发出之前没有人读过。',
  },
  examples: {
    bad: [
      'At 14:05 [[the the]] booking page stopped.',
      'You can book [[again again]] since noon.',
      'We will write to [[you\nyou]] on 6 March 2026.',
    ],
    good: [
      'At 14:05 the booking page stopped.',
      'Customers who had had this problem could sign in in the evening.',
      'We know that that page was slow, and gave her her money back.',
      'The town of Baden Baden was not affected.',
      'It went from bad to worse, worse than on Monday.',
    ],
  },
  *block({ block, language, text, tokens }): Generator<Problem> {
    if (language === 'zh' || block.quoted) return;
    for (let at = 1; at < tokens.length; at++) {
      const first = tokens[at - 1];
      const second = tokens[at];
      if (!first || !second || first.key !== second.key || first.kind !== 'word' || second.kind !== 'word') continue;
      if (meet.has(second.key) || !/^\s+$/.test(text.slice(first.end, second.start))) continue;
      const words = text.slice(first.start, second.end);
      const file = new VFile(words);
      plugin(englishTree(words), file);
      if (file.messages.length === 0) continue;
      const word = text.slice(first.start, first.end);
      yield {
        at: { start: first.start, end: second.end },
        say: {
          en: `“${quote(word)}” stands here twice. Take one out.`,
          zh: `“${quote(word)}”在这里写了两遍，请删去一个。`,
        },
        instead: [word],
      };
    }
  },
});
