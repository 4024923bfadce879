import type { PlacedBlock } from './document/postmortem.js';
import { withChineseSigns } from './language/punctuation.js';
import { tokenize } from './language/tokens.js';
import type { PhraseMatch } from './phrases/book.js';
import { bookOf } from './phrases/books.js';
import type { BlockText } from './rules/rule.js';

const hasHan = /[\u3400-\u9fff]/;
const hasLatin = /[A-Za-z]/;

/** A block's words, and the phrases in them. */
export type Words = Pick<BlockText, 'text' | 'tokens' | 'phrases'>;

/**
 * Both lists read mixed text; words that the lists of the block's language name are theirs to mark or to let pass: UPS
 * in a Chinese sentence is judged by the Chinese entry.
 */
function phrasesIn(block: PlacedBlock, { text, tokens }: Pick<Words, 'text' | 'tokens'>): PhraseMatch[] {
  const place = { text, tokens, isHeading: block.block.kind === 'heading', isQuoted: block.block.quoted };
  const en = hasLatin.test(text) ? bookOf('en').find(place) : [];
  const zh = hasHan.test(text) ? bookOf('zh').find(place) : [];
  const [own, other] = block.language === 'zh' ? [zh, en] : [en, zh];
  if (other.length === 0) return own;
  const book = bookOf(block.language);
  const foreign = other.filter(
    (match) =>
      !tokens.slice(match.from, match.to).every(({ key }) => book.names(key)) &&
      !own.some((each) => each.rule === match.rule && each.start < match.end && match.start < each.end),
  );
  return [...own, ...foreign];
}

const none: readonly PhraseMatch[] = [];

/** Reads a block: what its readers see, cut into tokens; phrases are looked for when a rule first asks. */
export function wordsOf(block: PlacedBlock): Words {
  const { text: written } = block.audience === 'customer' ? block.block.prose : block.block.full;
  const text = block.language === 'zh' ? withChineseSigns(written) : written;
  const tokens = tokenize(text);
  let byRule: Map<string, PhraseMatch[]> | undefined;
  return {
    text,
    tokens,
    phrases: (rule) => {
      if (!byRule) {
        byRule = new Map();
        for (const match of phrasesIn(block, { text, tokens })) {
          const known = byRule.get(match.rule);
          if (known) known.push(match);
          else byRule.set(match.rule, [match]);
        }
      }
      return byRule.get(rule) ?? none;
    },
  };
}
