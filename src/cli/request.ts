import { type Finding, type Language, severities } from '../core/recognise.js';

/** What is asked of one check run; plain data, so that it can be handed to a worker. */
export interface CheckRequest {
  readonly audience: 'auto' | 'customer';
  readonly language: 'auto' | Language;
  readonly locale: Language;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Whether a finding is at or above the severity that makes a run fail. */
export function fails(finding: Finding, threshold: (typeof severities)[number]): boolean {
  return severities.indexOf(finding.severity) <= severities.indexOf(threshold);
}
