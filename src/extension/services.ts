import type * as vscode from 'vscode';
import { showDiagnostics } from './diagnostics.js';
import { explainOnHover } from './hover.js';
import type { Postmortems } from './postmortems.js';
import { PreviewManager } from './preview/manager.js';
import { previewServices } from './preview/services.js';
import { offerQuickFixes } from './quick-fixes.js';
import { provideRulePages } from './rule-pages.js';
import { Sessions } from './sessions.js';
import { TeamConfig } from './team-config.js';

/** What works on postmortems, made when the first one is opened. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly postmortems: Postmortems;
  readonly sessions: Sessions;
  readonly team: TeamConfig;
  readonly previews: PreviewManager;
}

/** Makes the services and registers what listens. */
export async function start(context: vscode.ExtensionContext, postmortems: Postmortems): Promise<Services> {
  const team = await TeamConfig.open();
  const sessions = new Sessions(postmortems, team);
  const previews = new PreviewManager(previewServices(context.extensionUri, sessions));
  context.subscriptions.push(
    team,
    sessions,
    showDiagnostics(sessions),
    offerQuickFixes(sessions),
    explainOnHover(sessions),
    provideRulePages(),
    previews,
  );
  sessions.begin();
  return { context, postmortems, sessions, team, previews };
}
