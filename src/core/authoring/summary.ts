import { assemble } from '../document/assemble.js';
import { readDocument } from '../document/parse.js';
import { type CustomerPromise, promisesOf } from './promises.js';

/** What a list of postmortems shows of one without linting it; small, so that thousands can be kept. */
export interface PostmortemSummary {
  readonly title: string;
  readonly id: string;
  /** The day on which it began, `2026-03-03`; empty where front matter does not say. */
  readonly day: string;
  readonly severity: string;
  readonly status: string;
  readonly hasCustomerPart: boolean;
  /** By day. */
  readonly promises: readonly CustomerPromise[];
}

/** More of a promise than this is not kept. */
const longest = 200;

/** Reads a postmortem's text for its summary. */
export function summarize(text: string): PostmortemSummary {
  const { frontMatter, chunks } = readDocument(text);
  const postmortem = assemble(text, frontMatter, chunks, { audience: 'auto', language: 'auto' });
  const { values } = frontMatter;
  const heading = postmortem.sections.find(({ depth }) => depth === 1)?.title;
  const summary: PostmortemSummary = {
    title: values.title ?? heading ?? '',
    id: values.id ?? '',
    day: /^\d{4}-\d{2}-\d{2}/.exec(values.began ?? '')?.[0] ?? '',
    severity: values.severity ?? '',
    status: values.status ?? '',
    hasCustomerPart: postmortem.hasCustomerPart,
    promises: promisesOf(postmortem).map((promise) => ({ ...promise, text: promise.text.slice(0, longest) })),
  };
  // A slice of a string keeps the whole string alive: a list of thousands must not hold every file's text.
  return JSON.parse(JSON.stringify(summary)) as PostmortemSummary;
}

/** Whether the day of a promise is over: the customers are waiting, or were told and nobody wrote it down. */
export function isOverdue(promise: CustomerPromise, today: string): boolean {
  return promise.due < today;
}
