import type { Localized } from '../finding.js';
import { fitIn } from '../phrases/replace.js';
import { type BlockText, defineRule, type Problem, type Rule } from './rule.js';

/** What a rule made of phrase lists says when an entry has no note of its own; `{text}` is the marked text. */
export interface PhraseRule extends Omit<Rule, 'block' | 'document'> {
  readonly say: Localized;
  /** Headings that are left alone: they name what the text below says. */
  readonly announces?: RegExp;
}

/** Shortens what is quoted in a message. */
export const quote = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/**
 * Makes a rule from the phrase lists of its name (`src/data/<language>/<id>.json`).
 * Quotations (`>`) are left alone: they are somebody else's words.
 */
export function phraseRule({ say, announces, ...rule }: PhraseRule): Rule {
  return defineRule({
    ...rule,
    block(block: BlockText): readonly Problem[] {
      if (block.block.quoted || (block.block.kind === 'heading' && announces?.test(block.text))) return [];
      return block.phrases(rule.id).map(({ entry, start, end }): Problem => {
        const instead = entry.instead?.length
          ? fitIn(block.text, start, end, block.tokens, entry.match, entry.instead)
          : undefined;
        const text = quote(block.text.slice(start, end));
        const note = entry.note ?? say;
        return {
          at: { start: instead?.start ?? start, end: instead?.end ?? end },
          say: { en: note.en.replaceAll('{text}', text), zh: note.zh.replaceAll('{text}', text) },
          ...(instead ? { instead: instead.texts } : {}),
        };
      });
    },
  });
}
