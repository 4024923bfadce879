import { matchesIn } from '../matches.js';
import { isInternalLabel, labelsInternal, mayLabel } from './labels.js';
import { asSeen, mayHoldInternal, meansInternal } from './lookalike.js';

/** What makes a line worth reading closely by itself: signs like a colon, another notation's marks, words that label. */
const suspicious =
  /[\u0589\u05c3\u02d0\u02f8\u0703\u0704\u205a\u2236\u2237\ua789\ufe13\ufe30\ufe55]|[:：]{2}|^[ \t>]*：|[{%@#]|<|`{3}|~{3}|--+>|\binternal|内部|內部|confidential|\bstaff\b|\bteam\b|do not |not (?:for|to) |off the record|private note/im;
/** The same where a colon, or a sign that begins a box, stands in the line too. */
const withSign =
  /[&\\]|\b(?:for|to) (?:the|our|all)\b|\bnotes? (?:for|to)\b|\bemployees?\b|\bcompany\b|\bbefore\b|\b(?:note|fyi|memo|private|intern|int)\b/i;

/** What plain English and Chinese are written in; another sign may be one that only looks like one of these. */
const ordinary = /^[\t\n\r -~\u4e00-\u9fff“”‘’—…·、。《》，；：！？（）０-９]*$/;

/** Whether a text of one or more lines may hold what `isLookalike` finds: cheap, and true too often. */
export function mayLookAlike(text: string): boolean {
  if (suspicious.test(text)) return true;
  const isAscii = /^[\t\n\r -~]*$/.test(text);
  if (!isAscii && (!ordinary.test(text) || mayLabel(text.toLowerCase()))) return true;
  return /[:!?：！？（]/.test(text) && (withSign.test(text) || mayHoldInternal(text));
}

const markerName = String.raw`[\p{L}][\p{L}\p{N}_-]*`;
/** What stands before the words of a line: quote, list, row of a table, footnote. */
export const linePrefix = /^(?:\s|>|[-+*]\s|\d{1,9}[.)]\s|\||\[\^[^\]]*\]:|\[[ x]\]\s)*/;
const inline = new RegExp(`(^|[^\\p{L}\\p{N}_:])(:+)( *)(${markerName})( *)(\\[(?![^\\]]*\\][(\\[])|[{【]|)`, 'gu');
const afterHan = new RegExp(`[\\u3400-\\u9fff](:+)(${markerName})( *)([\\[{【])`, 'gu');
const bare = new RegExp(`(?:^|[^\\p{L}\\p{N}_:])(${markerName})\\[(?![^\\]]*\\][(\\[])`, 'gu');
const classed = new RegExp(`(?:\\]|:::|^)\\s*\\{\\s*[.#]\\s*(${markerName})`, 'gu');
const otherNotation = new RegExp(
  `^(?:[:!?@%={+|/\\\\<$-]{2,}|[@%{]|\`{3,}|~{3,}|\\[!)\\s*[.{("']*\\s*(${markerName})`,
  'u',
);
/** A name in a fence of signs, alone on its line: “;;;internal”, “*** internal ***”. */
const fenced = new RegExp(`^[^\\p{L}\\p{N}\\s]+\\s*(${markerName})\\s*[^\\p{L}\\p{N}]*$`, 'u');
const tagged = new RegExp(`<\\s*[/!?]?\\s*(${markerName})`, 'gu');
/** `x::internal[` and Chinese words that run into the bracket. */
const glued = /::internal\[|(?:内部|內部)\[(?![^\]]*\][([])/;

/** Whether a line is nothing but a label over what follows: “**For the team**”, “> Internal”, “仅供内部使用”. */
const isLabelLine = (line: string, text: string): boolean =>
  isInternalLabel(text) &&
  (/^[*_].*[*_]$|[^*_] [^*_]|^(?:仅|只|僅|不|勿|请)/u.test(text) || !/^[\s>]*(?:[-+*]|\d+[.)]|\|)/.test(line));

/** Whether a line of customer text looks like a marker. `line` is as seen; `atStart` without what stands before it. */
export function isLookalike(line: string): boolean {
  const text = line.replace(linePrefix, '');
  if (/^:{3,}./u.test(text)) return true;
  const mayNote = line.includes(':');
  for (const match of mayNote ? matchesIn(line, inline) : []) {
    const [, , marks = '', gap = '', name = '', space = '', bracket = ''] = match;
    if (marks.length >= 2 && meansInternal(name, true)) return true;
    if (marks.length === 1 && bracket !== '' && (gap === '' || space === '') && meansInternal(name, bracket !== '['))
      return true;
    if (marks.length === 1 && gap === '' && meansInternal(name, true)) return true;
  }
  for (const match of mayNote ? matchesIn(line, afterHan) : []) if (meansInternal(match[2] ?? '', true)) return true;
  for (const match of line.includes('[') ? matchesIn(line, bare) : [])
    if (meansInternal(match[1] ?? '', true)) return true;
  for (const match of line.includes('{') ? matchesIn(line, classed) : [])
    if (meansInternal(match[1] ?? '', true)) return true;
  const other = otherNotation.exec(text)?.[1];
  if (other && meansInternal(other, true)) return true;
  if (/^%%|%%$/.test(text.trim()) && text.length > 2) return true;
  const name = fenced.exec(/^\s*\|{2}/.test(line) ? line.trim() : text)?.[1];
  if (name && meansInternal(name, true)) return true;
  if (line.includes('<'))
    for (const match of matchesIn(line, tagged))
      if (meansInternal(match[1] ?? '', true) || /^[^<>]*[\s/]hidden\b[^<>]*>/.test(line.slice(match.index + 1)))
        return true;
  if (line.includes('[') && glued.test(line)) return true;
  return isLabelLine(line, text.trim()) || labelsInternal(text);
}

/** Whether a line of text that knows no markers (a title, an explanation) looks as if it held one. */
export function looksLikeMarker(line: string): boolean {
  const seen = asSeen(line);
  return /:+internal\b|\[\s*(?:internal\b|内部|內部)|<\s*!\s*[-\u2010-\u2015]/.test(seen) || isLookalike(seen);
}
