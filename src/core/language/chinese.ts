import type { Root, Sentence, SentenceContent } from 'nlcst';

const ending = /[。！？!?…；;\r\n]/;

/** Made once: it is costly to make and keeps no state. Absent in hosts without it; words are then single characters. */
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

const place = (start: number, end: number) => ({
  start: { line: 1, column: start + 1, offset: start },
  end: { line: 1, column: end + 1, offset: end },
});

function contentOf(text: string, from: number): SentenceContent[] {
  const pieces = segmenter
    ? Array.from(segmenter.segment(text), ({ segment, index, isWordLike }) => ({ segment, index, isWordLike }))
    : Array.from(text, (segment, index) => ({ segment, index, isWordLike: /[\p{L}\d]/u.test(segment) }));
  return pieces.map(({ segment, index, isWordLike }): SentenceContent => {
    const position = place(from + index, from + index + segment.length);
    if (isWordLike) return { type: 'WordNode', children: [{ type: 'TextNode', value: segment, position }], position };
    return /^\s+$/.test(segment)
      ? { type: 'WhiteSpaceNode', value: segment, position }
      : { type: 'PunctuationNode', value: segment, position };
  });
}

/** Where the sentences of Chinese prose begin and end, by punctuation alone. Offsets in `text`, `end` not included. */
export function chineseSentences(text: string): { readonly start: number; readonly end: number }[] {
  const out: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!ending.test(text.charAt(at))) continue;
    while (at + 1 < text.length && /[。！？!?…；;”」』）)]/.test(text.charAt(at + 1))) at++;
    out.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < text.length) out.push({ start, end: text.length });
  return out.filter((sentence) => text.slice(sentence.start, sentence.end).trim() !== '');
}

/**
 * Reads Chinese prose as nlcst, which retext-english cannot: it makes one word of a whole sentence. Sentences go by
 * punctuation. Words come from the host's segmenter, which differs between hosts: no finding may depend on them.
 */
export function chineseTree(text: string): Root {
  const children = chineseSentences(text).map(
    ({ start, end }): Sentence => ({
      type: 'SentenceNode',
      children: contentOf(text.slice(start, end), start),
      position: place(start, end),
    }),
  );
  return {
    type: 'RootNode',
    children: [{ type: 'ParagraphNode', children, position: place(0, text.length) }],
    position: place(0, text.length),
  };
}
