import { readFileSync } from 'node:fs';

const source = 'test/fixtures/workspace/checkout-outage.md';

/** The words of a text, as they are counted here: runs without white space. */
export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/**
 * A postmortem of about that many words: the example's customer part over and over, with figures that differ from one
 * time to the next so that no two sections are the same text.
 */
export function documentOf(words: number): string {
  const text = readFileSync(source, 'utf8');
  const at = text.indexOf('\n## Customer');
  const [head, part] = [text.slice(0, at), text.slice(at)];
  let out = head;
  for (let round = 1; countWords(out) < words; round++) {
    out += part
      .replace(/\d+/g, (figure) => String(Number(figure) + round))
      .replace(/\b(customers|orders|shop)\b/g, `$1 ${round}`);
  }
  return out;
}
