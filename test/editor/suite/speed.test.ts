import * as vscode from 'vscode';
import { ok } from './expect';

/** About 2,000 words: the example's text, its customer part over and over. */
async function longPostmortem(words: number): Promise<string> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(folder, 'no folder is open');
  const file = vscode.Uri.joinPath(folder, 'checkout-outage.md');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const part = text.slice(text.indexOf('\n## Customer'));
  let out = text;
  while (out.split(/\s+/).length < words) out += part;
  return out;
}

/** Milliseconds from showing a text to its first findings. */
async function firstFindings(content: string): Promise<number> {
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  const began = performance.now();
  const found = new Promise<number>((resolve) => {
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const mine = uris.some((uri) => uri.toString() === document.uri.toString());
      if (!mine || vscode.languages.getDiagnostics(document.uri).length === 0) return;
      listening.dispose();
      resolve(performance.now() - began);
    });
  });
  await vscode.languages.setTextDocumentLanguage(document, 'markdown');
  return found;
}

describe('speed', () => {
  // The figures stand in the titles, so that each run shows them. The limits leave room for a machine that is busy
  // with other work: what is aimed for is 150 ms to the first findings, and half of it once everything is loaded.
  it('gives first findings on a postmortem of 2,000 words', async function () {
    this.timeout(60_000);
    const text = await longPostmortem(2_000);
    const [first, again] = [await firstFindings(text), await firstFindings(`${text}\n`)];
    if (this.test) this.test.title += `: ${Math.round(first)} ms, then ${Math.round(again)} ms`;
    ok(first < 25_000 && again < 15_000, `${first} ms, then ${again} ms`);
  });
});
