import type * as vscode from 'vscode';
import type { PostmortemSummary, Readiness } from '../../core/index.js';

/** How ready a postmortem is, and for which day and settings that holds. */
export interface Judged {
  readonly state: Readiness['state'];
  /** What stands between it and its customers: missing sections, errors and warnings. */
  readonly open: number;
  readonly day: string;
  readonly settings: string;
}

/** One postmortem of the workspace. Its text is not kept. */
export interface Indexed {
  readonly uri: vscode.Uri;
  /** When the file was written, and its length: what did not change is not read again. */
  readonly mtime: number;
  readonly size: number;
  /** Whether it is one only because the team's configuration says so. */
  readonly isNamed: boolean;
  readonly summary: PostmortemSummary;
  /** Known once somebody has looked at it in the list. */
  judged?: Judged | undefined;
}
