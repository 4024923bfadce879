import * as vscode from 'vscode';
import { createLinter, customerView, exportCustomer, Lines } from '../../core/index.js';
import type { Services } from '../services.js';
import { linterSettings, readSettings, said } from '../settings.js';

/** Larger files are no postmortems, in bytes. */
const largest = 2 * 1024 * 1024;

/** The path that the assistant names, if it names one. */
function pathIn(input: unknown): string | undefined {
  const path = typeof input === 'object' && input !== null && 'path' in input ? input.path : undefined;
  return typeof path === 'string' && path.trim() !== '' ? path.trim().replaceAll('\\', '/') : undefined;
}

/** A file of the workspace by its path there; nothing outside of it can be named. */
async function named(path: string): Promise<vscode.Uri> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  for (const folder of folders) {
    const root = folder.uri.path.replace(/\/?$/, '/');
    const inside = path.startsWith(root) ? path.slice(root.length) : path.replace(new RegExp(`^${folder.name}/`), '');
    const uri = vscode.Uri.joinPath(folder.uri, inside);
    if (!uri.path.startsWith(root)) continue;
    const stat = await vscode.workspace.fs.stat(uri).then(
      (found) => found,
      () => undefined,
    );
    if (stat && stat.size <= largest) return uri;
  }
  throw new Error(`There is no file “${path}” in this workspace. Name it by its path in the folder that is open.`);
}

/** The document that a tool is asked about: the one named, else the one in the active editor. */
async function documentOf(input: unknown): Promise<vscode.TextDocument> {
  const path = pathIn(input);
  const active = vscode.window.activeTextEditor?.document;
  const document = path === undefined ? active : await vscode.workspace.openTextDocument(await named(path));
  if (document?.languageId !== 'markdown')
    throw new Error('Name a Markdown file by its path in the workspace, or open one first.');
  return document;
}

/** Reads a document as the linter of the editor does; also one that is not recognised as a postmortem. */
function analyze({ sessions, team }: Services, document: vscode.TextDocument) {
  return (
    sessions.resultOf(document) ??
    createLinter(linterSettings(readSettings(document.uri), team.for(document.uri))).analyze(document.getText())
  );
}

/** *Check this postmortem*: its findings, as the command line gives them. */
export async function check(services: Services, input: unknown): Promise<string> {
  const document = await documentOf(input);
  const { findings, postmortem } = analyze(services, document);
  const path = vscode.workspace.asRelativePath(document.uri);
  return JSON.stringify({ version: 1, hasCustomerPart: postmortem.hasCustomerPart, files: [{ path, findings }] });
}

/** *Show the customer version*: as Markdown, or why there is none. */
export async function showCustomerVersion(services: Services, input: unknown): Promise<string> {
  const document = await documentOf(input);
  const { postmortem } = analyze(services, document);
  const result = await exportCustomer(postmortem, 'md', { now: Date.now() });
  if (result.ok) return typeof result.content === 'string' ? result.content : '';
  const lines = new Lines(postmortem.text);
  const reasons = (result.refusals.length > 0 ? result.refusals : customerView(postmortem).refusals).map(
    ({ at, say }) => `line ${lines.position(at.start).line}: ${said(say)}`,
  );
  return ['There is no customer version of this document yet:', ...reasons].join('\n');
}
