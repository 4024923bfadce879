import type { Analysis } from '../lint.js';
import { readMoment } from './moment.js';
import { readinessOf } from './readiness.js';

/** Something that customers were told would happen by a day. */
export interface CustomerPromise {
  readonly text: string;
  /** `2026-03-20`; days compare as texts. */
  readonly due: string;
  /** Where it stands, offset in UTF-16 units. */
  readonly offset: number;
}

/** What a list of postmortems shows of one; small, so that thousands can be kept. */
export interface PostmortemSummary {
  readonly title: string;
  readonly id: string;
  /** The day on which it began, `2026-03-03`; empty where front matter does not say. */
  readonly day: string;
  readonly severity: string;
  readonly status: string;
  readonly state: 'no-customer-part' | 'open' | 'ready';
  /** What stands between it and its customers: missing sections, errors and warnings. */
  readonly open: number;
  readonly promises: readonly CustomerPromise[];
}

const day = /^\d{4}-\d{2}-\d{2}/;

/** Makes the summary of a document that has been read. */
export function summarize({ postmortem, findings }: Analysis): PostmortemSummary {
  const { values, places } = postmortem.frontMatter;
  const { state, open } = readinessOf(postmortem, findings);
  const next = values['next-update'];
  const due =
    next && (readMoment(next, { now: 0, zone: 'UTC' }) !== undefined || day.test(next))
      ? day.exec(next)?.[0]
      : undefined;
  const promises: CustomerPromise[] = due ? [{ text: '', due, offset: places.get('next-update')?.start ?? 0 }] : [];
  const heading = postmortem.sections.find(({ depth }) => depth === 1)?.title;
  const summary: PostmortemSummary = {
    title: values.title ?? heading ?? '',
    id: values.id ?? '',
    day: day.exec(values.began ?? '')?.[0] ?? '',
    severity: values.severity ?? '',
    status: values.status ?? '',
    state,
    open,
    promises,
  };
  // A slice of a string keeps the whole string alive: a list of thousands must not hold every file's text.
  return JSON.parse(JSON.stringify(summary)) as PostmortemSummary;
}

/** Whether a promise is late: its day is over, in the reader's zone. */
export function isOverdue(promise: CustomerPromise, today: string, status: string): boolean {
  return promise.due < today && status !== 'published';
}
