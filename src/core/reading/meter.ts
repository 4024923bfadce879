import type { Block } from '../document/chunk.js';
import type { PlacedBlock } from '../document/postmortem.js';

/** How long a text takes and how hard it is. */
export interface ReadingFigures {
  /** Latin words; each Han character counts as one more. */
  readonly words: number;
  /** Whole minutes of silent reading, at least 1 for any text. */
  readonly minutes: number;
  /**
   * `flesch`: Flesch's reading ease of the English paragraphs, 0 (hard) to 100 (easy).
   * `sentence`: Han characters in a sentence on average, where most of the text is Chinese: no formula is as settled there.
   * `undefined` when there is too little text to say.
   */
  readonly ease: { readonly kind: 'flesch' | 'sentence'; readonly value: number } | undefined;
}

/** Silent reading of non-fiction: M. Brysbaert, How many words do we read per minute?, Journal of Memory and Language 109 (2019). */
const wordsPerMinute = 238;
/** The same review gives 260 words a minute for Chinese, of 1.5 characters each. */
const charactersPerMinute = 390;
/** With fewer words than this a figure for ease would jump with each of them. */
const enoughWords = 30;

interface Counts {
  readonly latin: number;
  readonly han: number;
  readonly sentences: number;
  readonly syllables: number;
  readonly isProse: boolean;
}

const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}’']*|\d[\d.,:]*/gu;
const hanCharacter = /\p{Script=Han}/gu;
const sentenceEnd = /[.!?…]+(?=\s|$|["”’)])|[。！？；]+/gu;

/** Syllables of an English word by its groups of vowels; silent endings do not count. */
function syllablesIn(word: string): number {
  if (!/[a-z]/i.test(word)) return 1;
  const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, '');
  return Math.max(1, spoken.match(/[aeiouyà-öø-ÿ]{1,2}/g)?.length ?? 1);
}

function countsOf(block: Block): Counts {
  const { text } = block.prose;
  const words = text.match(latinWord) ?? [];
  return {
    latin: words.length,
    han: text.match(hanCharacter)?.length ?? 0,
    sentences: Math.max(1, text.match(sentenceEnd)?.length ?? 0),
    syllables: words.reduce((sum, word) => sum + syllablesIn(word), 0),
    isProse: block.kind === 'paragraph',
  };
}

/** Measures text, and remembers blocks that it has seen: one for each document that is measured again and again. */
export class ReadingMeter {
  readonly #known = new WeakMap<Block, Counts>();

  /** @param blocks What is read, in any order; words in internal asides are not counted. */
  measure(blocks: readonly PlacedBlock[]): ReadingFigures {
    const all = { latin: 0, han: 0 };
    const prose = { latin: 0, han: 0, sentences: 0, syllables: 0 };
    for (const { block } of blocks) {
      const counts = this.#known.get(block) ?? countsOf(block);
      this.#known.set(block, counts);
      all.latin += counts.latin;
      all.han += counts.han;
      if (!counts.isProse || counts.latin + counts.han === 0) continue;
      prose.latin += counts.latin;
      prose.han += counts.han;
      prose.sentences += counts.sentences;
      prose.syllables += counts.syllables;
    }
    const words = all.latin + all.han;
    const minutes = all.latin / wordsPerMinute + all.han / charactersPerMinute;
    return { words, minutes: words > 0 ? Math.max(1, Math.round(minutes)) : 0, ease: easeOf(prose) };
  }
}

function easeOf(prose: Pick<Counts, 'latin' | 'han' | 'sentences' | 'syllables'>): ReadingFigures['ease'] {
  if (prose.latin + prose.han < enoughWords) return undefined;
  if (prose.han > prose.latin) return { kind: 'sentence', value: Math.round(prose.han / prose.sentences) };
  // R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948).
  const score = 206.835 - 1.015 * (prose.latin / prose.sentences) - 84.6 * (prose.syllables / prose.latin);
  return { kind: 'flesch', value: Math.round(Math.min(100, Math.max(0, score))) };
}
