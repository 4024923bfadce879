import type { RootContent } from 'mdast';
import { type TimeRow, timesInWords } from '../customer/timeline-picture.js';
import type { CustomerView } from '../customer/view.js';
import type { Language } from '../finding.js';

/** One time on one line: “Noticed by us: 09:51 (after 9 minutes)”. */
export const timeLine = ({ label, when, after }: TimeRow, language: Language): string =>
  language === 'zh'
    ? `${label}：${when}${after ? `（${after}）` : ''}`
    : `${label}: ${when}${after ? ` (${after})` : ''}`;

/** The times of the incident as a line and a list, for what shows no picture; nothing where they are not known. */
export function timesList({ times, language }: CustomerView): RootContent[] {
  const words = timesInWords(times);
  if (!words) return [];
  const text = (value: string) => ({ type: 'text' as const, value });
  return [
    { type: 'paragraph', children: [{ type: 'strong', children: [text(words.caption)] }] },
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: words.rows.map((row) => ({
        type: 'listItem' as const,
        spread: false,
        children: [{ type: 'paragraph' as const, children: [text(timeLine(row, language))] }],
      })),
    },
  ];
}
