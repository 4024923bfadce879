const ending = /[。！？!?…；;\r\n]/;

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
