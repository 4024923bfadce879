/** Shows nothing and may carry or hide something: taken out of what customers get. Line ends become spaces. */
const dropped =
  /(?![\t\n])\p{Cc}|\u034f|[\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2064\u3164\ufeff\ufff9-\ufffb\ufffc]/gu;

/** Changes the order in which text is shown, so that it reads otherwise than it is written (U+202A–E, U+2066–9). */
const reordering = /[\u061c\u202a-\u202e\u2066-\u2069\u206a-\u206f]/;

const tag = /[\u{e0000}-\u{e007f}]/u;
const flagWithTags = /\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}/gu;

/** Joiners between letters that need them (Arabic, Indic scripts) or within an emoji stay. */
const idleJoiner =
  /(?<!\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier}|[\u0600-\u06ff\u0900-\u0dff])(?:\u200c|\u200d)|(?:\u200c|\u200d)(?=[\sA-Za-z\u3400-\u9fff]|$)/gu;

/** Whether `text` holds characters that turn its order round, or tag characters that can carry a hidden text. */
export function hidesText(text: string): boolean {
  if (/^[\t\n\r -~]*$/.test(text)) return false;
  return reordering.test(text) || (tag.test(text) && tag.test(text.replace(flagWithTags, '')));
}

/** `text` without characters that show nothing; line ends of any kind are LF. */
export function cleanText(text: string): string {
  if (/^[\t\n -~]*$/.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(dropped, '')
    .replace(idleJoiner, '');
}

/** `text` on one line, without characters that show nothing. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}
