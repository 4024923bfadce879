import data from '../../data/leak.json' with { type: 'json' };
import type { Postmortem } from '../document/postmortem.js';
import type { Localized, Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { placeIn } from './document-facts.js';
import { quote } from './phrase-rule.js';
import { type BlockText, type DocumentContext, defineRule, type Problem } from './rule.js';

const pattern = (en: readonly string[], zh: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z])(?:${en.join('|')})(?![a-z])|${zh.join('|')}`, 'gi');
const attackers = pattern(data.attackers.en, data.attackers.zh);
const anySign = pattern([...data.attackers.en, ...data.breaches.en], [...data.attackers.zh, ...data.breaches.zh]);
const deniedBefore =
  /(?:\b(?:no|not|never|without|nor|neither)\b[^.;!?]{0,40}|(?:没有|没|未|并无|不是|无|并非|防止|避免)[^。；，]{0,10})$/i;

/** Whether a text says that there was an attack, and does not deny it. */
function states(text: string, signs: RegExp): boolean {
  const folded = fold(text);
  for (const match of matchesIn(folded, signs)) {
    if (!deniedBefore.test(folded.slice(Math.max(0, match.index - 48), match.index))) return true;
  }
  return false;
}

/** Whether the postmortem itself establishes an attack: in its title, in the team's part, or as the cause it gives. */
function establishes(postmortem: Postmortem, context: DocumentContext): boolean {
  if (states(postmortem.frontMatter.values.title ?? '', anySign)) return true;
  const attacks = context.facts('attack', ({ audience, section, text }) =>
    audience === 'internal'
      ? states(text, anySign) || undefined
      : (section?.kind === 'cause' && states(text, attackers)) || undefined,
  );
  return attacks.length > 0;
}

interface Loaded extends Span {
  readonly text: string;
  readonly note: Localized | undefined;
}

/** What a customer reads in the words of others is not ours to judge. */
function loaded(block: BlockText): readonly Loaded[] | undefined {
  if (block.audience !== 'customer' || block.block.quoted) return undefined;
  const found = block.phrases('loaded-word');
  return found.length > 0
    ? found.map(({ start, end, entry }) => ({ start, end, text: block.text.slice(start, end), note: entry.note }))
    : undefined;
}

export const loadedWord = defineRule({
  id: 'loaded-word',
  category: 'leak',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'No legal verdict that is not established', zh: '未经证实，不下法律定性' },
  why: {
    en: 'Words such as “breach”, “unauthorised access” or “negligence” carry duties and claims. Where the postmortem does not establish them, they say more than anybody knows, and frighten.',
    zh: '“泄露”“入侵”“过失”等词会带来法律义务和索赔。复盘没有证实时，这些词说过了头，也会引起恐慌。',
  },
  examples: {
    bad: ['The [[data breach]] affected 3,200 accounts.', '[[数据泄露]]涉及3200个账户。'],
    good: [
      'No data was leaked.',
      'A memory leak used up the memory.',
      '---\ntitle: Attackers read customer records\n---\n\nThe data breach affected 3,200 accounts.',
      '没有数据泄露。',
    ],
  },
  *document(postmortem, context): Generator<Problem> {
    const found = context.facts('loaded', loaded);
    if (found.length === 0 || establishes(postmortem, context)) return;
    for (const { block: placed, value } of found) {
      for (const { start, end, text: words, note } of value) {
        const text = quote(words);
        yield {
          at: placeIn(placed, { start, end }),
          say: {
            en: (note?.en ?? '').replaceAll('{text}', text),
            zh: (note?.zh ?? '').replaceAll('{text}', text),
          },
        };
      }
    }
  },
});
