import type * as vscode from 'vscode';
import { linkActions } from './action-links.js';
import { watchModels } from './assistant/models.js';
import { offerAuthoringActions } from './authoring-actions.js';
import { helpOnHover } from './authoring-hover.js';
import { provideCompletion } from './completion/completion.js';
import { Exporter } from './export/exporter.js';
import { explainOnHover } from './hover.js';
import type { PrintPdf } from './pdf/port.js';
import type { Postmortems } from './postmortems.js';
import { PreviewManager } from './preview/manager.js';
import { previewServices } from './preview/services.js';
import { offerQuickFixes } from './quick-fixes.js';
import type { Reading } from './reading.js';
import { renameTerms } from './rename-term.js';
import { provideRulePages } from './rule-pages.js';
import type { Sessions } from './sessions.js';
import { foldInternal, outlineInternal, showInternal } from './structure.js';
import type { TeamConfig } from './team-config.js';
import { IndexMemory } from './views/index-memory.js';
import { Judge } from './views/judge.js';
import { showStatus } from './views/status-bar.js';
import { WorkspaceIndex } from './views/workspace-index.js';

/** What works on postmortems, made when the first findings are shown or a command asks for it. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly postmortems: Postmortems;
  readonly sessions: Sessions;
  readonly team: TeamConfig;
  readonly previews: PreviewManager;
  readonly exporter: Exporter;
  /** Every postmortem of the workspace; empty until somebody starts it. */
  readonly index: WorkspaceIndex;
  readonly judge: Judge;
}

/**
 * Makes the services and registers what listens.
 * @param printPdf Absent where no program can be started.
 */
export function start(
  context: vscode.ExtensionContext,
  postmortems: Postmortems,
  { sessions, team }: Reading,
  printPdf: PrintPdf | undefined,
): Services {
  const previews = new PreviewManager(previewServices(context.extensionUri, sessions));
  const exporter = new Exporter(sessions, context.workspaceState, printPdf);
  const judge = new Judge(team);
  const index = new WorkspaceIndex(team, judge, new IndexMemory(context));
  context.subscriptions.push(
    judge,
    index,
    exporter,
    offerQuickFixes(sessions),
    explainOnHover(sessions),
    provideCompletion(postmortems, sessions),
    offerAuthoringActions(sessions),
    helpOnHover(sessions),
    renameTerms(sessions),
    showInternal(sessions),
    foldInternal(sessions),
    outlineInternal(sessions),
    linkActions(sessions),
    watchModels(),
    provideRulePages(),
    previews,
    showStatus(sessions),
  );
  return { context, postmortems, sessions, team, previews, exporter, index, judge };
}
