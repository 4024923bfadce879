import * as vscode from 'vscode';
import type { Finding } from '../core/index.js';
import { toRange } from './positions.js';
import type { Result, Sessions } from './sessions.js';

/** Findings at the caret wait this long after the last key, in milliseconds, unless the caret moves on. */
const pause = 1500;

const severityOf = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const;

export const source = 'Candor';

/** The address that shows a rule's page in this editor. */
export function ruleAddress(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: 'candor.candor', path: `/rules/${rule}` });
}

function toDiagnostic(finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(finding), finding.message, severityOf[finding.severity]);
  diagnostic.source = source;
  diagnostic.code = { value: finding.rule, target: ruleAddress(finding.rule) };
  return diagnostic;
}

/** Two findings of different versions that a reader takes for the same one. */
const identity = (finding: Finding): string => `${finding.rule}\u0000${finding.text}`;

/**
 * Shows findings inline and in Problems. A new finding under the caret is held back until the caret has moved on or
 * typing has paused: nobody wants to be corrected in the middle of a word.
 */
export function showDiagnostics(sessions: Sessions): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('candor');
  const shown = new Map<string, Set<string>>();
  const held = new Map<string, { readonly result: Result; readonly timer: ReturnType<typeof setTimeout> }>();

  const release = (key: string): Result | undefined => {
    const waiting = held.get(key);
    clearTimeout(waiting?.timer);
    held.delete(key);
    return waiting?.result;
  };
  const publish = (result: Result, findings: readonly Finding[]): void => {
    collection.set(result.document.uri, findings.map(toDiagnostic));
    shown.set(result.document.uri.toString(), new Set(findings.map(identity)));
  };
  const isHeld = (result: Result): ((finding: Finding) => boolean) => {
    const editor = vscode.window.activeTextEditor;
    const known = shown.get(result.document.uri.toString());
    // The first reading of a document shows all: nobody is typing yet.
    if (!known || editor?.document !== result.document) return () => false;
    const carets = editor.selections.map((selection) => selection.active);
    return (finding) => !known.has(identity(finding)) && carets.some((caret) => toRange(finding).contains(caret));
  };
  const show = (result: Result): void => {
    const key = result.document.uri.toString();
    release(key);
    const holds = isHeld(result);
    const now = result.findings.filter((finding) => !holds(finding));
    publish(result, now);
    if (now.length === result.findings.length) return;
    const timer = setTimeout(() => {
      const waiting = release(key);
      if (waiting && waiting.version === waiting.document.version) publish(waiting, waiting.findings);
    }, pause);
    held.set(key, { result, timer });
  };

  return vscode.Disposable.from(
    collection,
    sessions.onDidFindFirst(({ document, findings }) => collection.set(document.uri, findings.map(toDiagnostic))),
    sessions.onDidAnalyze(show),
    sessions.onDidEnd((document) => {
      const key = document.uri.toString();
      release(key);
      shown.delete(key);
      collection.delete(document.uri);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      const waiting = held.get(textEditor.document.uri.toString());
      if (waiting && waiting.result.version === textEditor.document.version) show(waiting.result);
    }),
    { dispose: () => [...held.keys()].forEach(release) },
  );
}
