import type { Analysis } from '../lint.js';
import { type CustomerPromise, promisesOf } from './promises.js';
import { readinessOf } from './readiness.js';

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
  /** By day. */
  readonly promises: readonly CustomerPromise[];
}

/** More of a promise than this is not kept. */
const longest = 200;

/** Makes the summary of a document that has been read. */
export function summarize({ postmortem, findings }: Analysis): PostmortemSummary {
  const { values } = postmortem.frontMatter;
  const { state, open } = readinessOf(postmortem, findings);
  const heading = postmortem.sections.find(({ depth }) => depth === 1)?.title;
  const summary: PostmortemSummary = {
    title: values.title ?? heading ?? '',
    id: values.id ?? '',
    day: /^\d{4}-\d{2}-\d{2}/.exec(values.began ?? '')?.[0] ?? '',
    severity: values.severity ?? '',
    status: values.status ?? '',
    state,
    open,
    promises: promisesOf(postmortem).map((promise) => ({ ...promise, text: promise.text.slice(0, longest) })),
  };
  // A slice of a string keeps the whole string alive: a list of thousands must not hold every file's text.
  return JSON.parse(JSON.stringify(summary)) as PostmortemSummary;
}

/** Whether the day of a promise is over: the customers are waiting, or were told and nobody wrote it down. */
export function isOverdue(promise: CustomerPromise, today: string): boolean {
  return promise.due < today;
}
