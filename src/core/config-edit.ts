import { isSeq, parseDocument } from 'yaml';

/**
 * Adds a word to `accept` in the text of a `.candor.yml`; comments and order stay.
 * @returns The new text; the same text where the word is accepted already.
 * @throws Error when the text is not valid YAML: then nothing can be added without losing something.
 */
export function acceptWord(text: string, word: string): string {
  const document = parseDocument(text, { customTags: [] });
  if (document.errors[0]) throw new Error(document.errors[0].message);
  const list = document.get('accept');
  if (isSeq(list)) {
    const known = list
      .toJSON()
      .some((each: unknown) => typeof each === 'string' && each.toLowerCase() === word.toLowerCase());
    if (known) return text;
    list.add(word);
  } else document.set('accept', [word]);
  return document.toString({ lineWidth: 0 });
}
