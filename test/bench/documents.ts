import { readFileSync } from 'node:fs';

/** The example of each language, and the heading at which its customer part begins. */
const examples = {
  en: { source: 'test/fixtures/workspace/checkout-outage.md', customer: '\n## Customer' },
  zh: { source: 'test/fixtures/workspace/数据库故障.md', customer: '\n## 客户说明' },
} as const;

/** The words of a text, as they are counted here: runs without white space, and of Chinese two characters a word. */
export const countWords = (text: string): number => {
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  return (
    text
      .replace(/[\u3400-\u9fff，。；：！？、（）]+/g, ' ')
      .split(/\s+/)
      .filter(Boolean).length + Math.round(han / 2)
  );
};

/**
 * A postmortem of about that many words: the example's customer part over and over, with figures that differ from one
 * time to the next so that no two sections are the same text.
 */
export function documentOf(words: number, language: keyof typeof examples = 'en'): string {
  const { source, customer } = examples[language];
  const text = readFileSync(source, 'utf8');
  const at = text.indexOf(customer);
  const [head, part] = [text.slice(0, at), text.slice(at)];
  let out = head;
  for (let round = 1; countWords(out) < words; round++) {
    out += part
      .replace(/\d+/g, (figure) => String(Number(figure) + round))
      .replace(/\b(customers|orders|shop)\b/g, `$1 ${round}`);
  }
  return out;
}
