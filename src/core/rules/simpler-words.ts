import type { Root } from 'nlcst';
import retextSimplify from 'retext-simplify';
import { VFile } from 'vfile';
import data from '../../data/en/simpler-words.json' with { type: 'json' };
import type { Span } from '../finding.js';
import { englishTree } from '../language/english.js';
import { endsSentence, type Token } from '../language/tokens.js';
import type { PhraseMatch } from '../phrases/book.js';
import { fitIn } from '../phrases/replace.js';
import { quote } from './phrase-rule.js';
import { type BlockText, defineRule, type Problem } from './rule.js';

type Simplify = (tree: Root, file: VFile) => undefined;

const kept = new Set(data.keep);
const dropped = data.drop.flatMap(({ phrases }) => phrases);

/** The plugin for one of its phrases; with all of them it would spend its time on preparing the others. */
const plugins = new Map<string, Simplify>();
function pluginFor(phrase: string): Simplify {
  const known = plugins.get(phrase);
  if (known) return known;
  const ignore = [...dropped, ...data.keep.filter((each) => each !== phrase)];
  const made = retextSimplify({ ignore }) as Simplify;
  plugins.set(phrase, made);
  return made;
}

/** No sentence is longer; what is longer is not handed to the plugin. UTF-16 units. */
const longestSentence = 1000;

/** The sentence around a place: up to two hundred tokens to either side. */
function sentenceOf(tokens: readonly Token[], start: number): Span | undefined {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let from = low;
  while (from > 0 && low - from < 200 && !endsSentence(tokens, from - 1)) from--;
  let to = low;
  while (to < tokens.length - 1 && to - low < 200 && !endsSentence(tokens, to)) to++;
  const first = tokens[from];
  const last = tokens[to];
  return first && last && last.end - first.start <= longestSentence ? { start: first.start, end: last.end } : undefined;
}

/** What retext-simplify would write in place of the phrase at `at`; nothing where it does not find it there. */
function expectedAt({ text, tokens }: BlockText, at: Span): readonly string[] {
  const phrase = text.slice(at.start, at.end).toLowerCase().replace(/\s+/g, ' ');
  const sentence = kept.has(phrase) ? sentenceOf(tokens, at.start) : undefined;
  if (!sentence) return [];
  const words = text.slice(sentence.start, sentence.end);
  const file = new VFile(words);
  pluginFor(phrase)(englishTree(words), file);
  return file.messages.flatMap(({ place, expected }) =>
    place && 'start' in place && place.start.offset === at.start - sentence.start
      ? ((expected as string[] | undefined) ?? [])
      : [],
  );
}

/** The words to write instead: the list's own, in the form of the matched ones, then what retext-simplify expects. */
function insteadOf(block: BlockText, { entry, start, end }: PhraseMatch) {
  const words = [...(entry.instead ?? [])];
  if (entry.source === 'retext-simplify') {
    for (const word of expectedAt(block, { start, end }))
      if (!words.some((each) => each.replaceAll('~', '') === word)) words.push(word);
  }
  return words.length > 0 ? fitIn(block.text, start, end, block.tokens, entry.match, words) : undefined;
}

export const simplerWords = defineRule({
  id: 'simpler-words',
  category: 'plain',
  severity: 'hint',
  reads: 'customer',
  title: { en: 'The simpler word', zh: '用更简单的词' },
  why: {
    en: 'Office words make a text longer and colder. The short word is understood at once, also by those who read it in a second language.',
    zh: '公文用语让文字又长又冷。简单的词一看就懂，对非母语读者也是如此。',
  },
  examples: {
    bad: [
      'We [[utilised]] a copy from Sunday evening.',
      '[[In order to]] restore your lists, we read the copy of 2 May.',
    ],
    good: ['We used a copy from Sunday evening.', 'The function of this team is to answer your calls.'],
  },
  *block(block): Generator<Problem> {
    if (block.block.quoted) return;
    for (const match of block.phrases('simpler-words')) {
      const { start, end, entry } = match;
      const instead = insteadOf(block, match);
      const text = quote(block.text.slice(start, end));
      // What can go takes a letter behind it along, to keep its capital: that is no word.
      const first = entry.instead?.[0] === '' ? undefined : instead?.texts[0];
      yield {
        at: { start: instead?.start ?? start, end: instead?.end ?? end },
        say: entry.note
          ? { en: entry.note.en.replaceAll('{text}', text), zh: entry.note.zh.replaceAll('{text}', text) }
          : {
              en: first
                ? `“${text}” has a simpler word. Customers read it faster: “${first.trim()}”.`
                : `“${text}” can go: the sentence says the same without it.`,
              zh: first
                ? `“${text}”可以换成更简单的“${first.trim()}”，客户读起来更快。`
                : `“${text}”可以删去，意思不变。`,
            },
        ...(instead ? { instead: instead.texts } : {}),
      };
    }
  },
});
