import type { Element, ElementContent } from 'hast';
import type { Language, Localized } from '../finding.js';
import { inWriting } from '../language/writing.js';
import {
  clockText,
  dateText,
  durationText,
  type IncidentTimes,
  type Moment,
  type MomentKind,
  zoneText,
} from './moments.js';

const labels: Readonly<Record<MomentKind, Localized>> = {
  began: { en: 'Began', zh: '开始' },
  detected: { en: 'Noticed by us', zh: '我们发现' },
  notified: { en: 'First notice to you', zh: '首次通知您' },
  mitigated: { en: 'Usable again', zh: '恢复使用' },
  resolved: { en: 'Fully repaired', zh: '完全修复' },
  'next-update': { en: 'Our next message', zh: '我们的下一次消息' },
};

/** One row of the picture. */
export interface TimeRow {
  readonly kind: MomentKind;
  readonly label: string;
  /** “09:42”, with the date where it changes. */
  readonly when: string;
  /** How long after the beginning; empty for the beginning and for the next message. */
  readonly after: string;
}

/** The times as words: what the picture shows, for those who do not see it and for formats without pictures. */
export interface TimesInWords {
  /** What holds for all rows: date and zone. */
  readonly caption: string;
  readonly rows: readonly TimeRow[];
}

function whenText(moment: Moment, before: Moment | undefined, times: IncidentTimes): string {
  const date = dateText(moment.time, times);
  if (moment.dateOnly) return date;
  const clock = clockText(moment.time, times.zone);
  const known = before !== undefined && dateText(before.time, times) === date;
  if (known) return clock;
  return times.language === 'zh' ? `${date} ${clock}` : `${date}, ${clock}`;
}

/**
 * Says the times of an incident in words.
 * @returns `undefined` when front matter does not give the beginning and a later time, or gives them in a wrong order:
 *   a picture of wrong times is worse than none.
 */
export function timesInWords(times: IncidentTimes): TimesInWords | undefined {
  const { moments, language, writing } = times;
  const began = moments.find(({ kind }) => kind === 'began');
  if (!began || moments.length < 2 || began.dateOnly) return undefined;
  if (moments.some((moment) => moment.time < began.time && !moment.dateOnly)) return undefined;
  const sorted = [...moments].sort((a, b) => a.time - b.time);
  const rows = sorted.map((moment, at): TimeRow => {
    const before = sorted[at - 1];
    const lasted = durationText(moment.time - began.time, language);
    const isLater = moment !== began && !moment.dateOnly && moment.kind !== 'next-update' && moment.time > began.time;
    const after = language === 'zh' ? `${lasted}后` : `after ${lasted}`;
    return {
      kind: moment.kind,
      label: inWriting(labels[moment.kind][language], writing),
      when: whenText(moment, before, times),
      after: isLater ? inWriting(after, writing) : '',
    };
  });
  const zone = zoneText(times);
  const caption =
    language === 'zh' ? `时间经过${zone ? `（${zone}）` : ''}` : `The incident in times${zone ? ` (${zone})` : ''}`;
  return { caption: inWriting(caption, writing), rows };
}

const element = (
  tagName: string,
  properties: Readonly<Record<string, string | number | string[]>>,
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children });
const text = (value: string): ElementContent => ({ type: 'text', value });

const rowHeight = 34;
/** Where the times start: right of the longest label. */
const timesAt = 190;

/** How wide a text of size 15 is, in user units: what the usual fonts need at most. */
const widthOf = (said: string): number =>
  [...said].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 15.5 : 7.7), 0);

const tone = (kind: MomentKind): string =>
  kind === 'began' || kind === 'detected' || kind === 'notified' ? 'bad' : kind === 'next-update' ? 'next' : 'good';

/** The sentence that stands for the picture where it is not seen. */
const spoken = ({ rows }: TimesInWords, language: Language): string =>
  rows
    .map(({ label, when, after }) =>
      language === 'zh'
        ? `${label}：${when}${after ? `（${after}）` : ''}`
        : `${label}: ${when}${after ? ` (${after})` : ''}`,
    )
    .join(language === 'zh' ? '；' : '; ');

/**
 * Draws the times of an incident: one row each on a line from top to bottom, coloured while customers were affected.
 * @returns A `figure` with an SVG that carries its own title and description; colours come from the page's style,
 *   classes `line`, `lasting`, `easing`, `bad`, `good`, `when`. `undefined` when there are too few times.
 */
export function timelinePicture(times: IncidentTimes): Element | undefined {
  const words = timesInWords(times);
  if (!words) return undefined;
  const { rows, caption } = words;
  const y = (at: number): number => 12 + at * rowHeight;
  const index = (kind: MomentKind): number => rows.findIndex((row) => row.kind === kind);
  const usable = Math.max(index('mitigated'), index('mitigated') < 0 ? index('resolved') : -1);
  const over = index('resolved');
  const line = (from: number, to: number, name: string): Element =>
    element('line', { x1: 10, y1: y(from), x2: 10, y2: y(to), className: [name] });
  const lines = [line(0, rows.length - 1, 'line')];
  if (usable > 0) lines.push(line(0, usable, 'lasting'));
  if (usable >= 0 && over > usable) lines.push(line(usable, over, 'easing'));
  const height = y(rows.length - 1) + 14;
  const timeOf = ({ when, after }: TimeRow): string => (after ? `${when} · ${after}` : when);
  const width = Math.ceil(timesAt + Math.max(...rows.map((row) => widthOf(timeOf(row)))));
  const marks = rows.flatMap((row, at) => [
    element('circle', { cx: 10, cy: y(at), r: 6, className: [tone(row.kind)] }),
    element('text', { x: 30, y: y(at) + 5, fontSize: 15 }, [text(row.label)]),
    element('text', { x: timesAt, y: y(at) + 5, fontSize: 15, className: ['when'] }, [text(timeOf(row))]),
  ]);
  const svg = element(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      ariaLabelledBy: ['times-title', 'times-description'],
    },
    [
      element('title', { id: 'times-title' }, [text(caption)]),
      element('desc', { id: 'times-description' }, [text(spoken(words, times.language))]),
      ...lines,
      ...marks,
    ],
  );
  return element('figure', { className: ['times'] }, [element('figcaption', {}, [text(caption)]), svg]);
}
