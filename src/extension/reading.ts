import type * as vscode from 'vscode';
import { showDiagnostics } from './diagnostics.js';
import type { Postmortems } from './postmortems.js';
import { Sessions } from './sessions.js';
import { TeamConfig } from './team-config.js';

/** What findings take: made when the first postmortem is opened, before all else. */
export interface Reading {
  readonly sessions: Sessions;
  readonly team: TeamConfig;
}

/**
 * Reads the postmortems that are open, and those to come, and shows what it finds.
 * @param next Called once, in a turn of its own, when something is shown.
 */
export function read(context: vscode.ExtensionContext, postmortems: Postmortems, next: () => void): Reading {
  const team = new TeamConfig();
  const sessions = new Sessions(postmortems, team);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shown = (): void => {
    timer ??= setTimeout(next, 0);
  };
  context.subscriptions.push(
    team,
    sessions,
    showDiagnostics(sessions),
    sessions.onDidFindFirst(shown),
    sessions.onDidAnalyze(shown),
    { dispose: () => clearTimeout(timer) },
  );
  sessions.begin();
  return { sessions, team };
}
