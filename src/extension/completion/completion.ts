import * as vscode from 'vscode';
import { frontMatterChoices, missingHeadings, placeAt, textTimes, timelineRow, writingOf } from '../../core/index.js';
import type { Postmortems } from '../postmortems.js';
import type { Result, Sessions } from '../sessions.js';
import { locale } from '../settings.js';
import { bodyIn, snippetsOf } from '../snippets.js';
import { zoneOf } from '../zones.js';
import { frontMatterItems } from './front-matter-items.js';
import { glossaryItems, termItems } from './glossary-items.js';
import { type Neighbours, snippetItems } from './snippet-items.js';

/** How far up a timeline's shape is looked for, in lines. */
const linesAbove = 80;

/** What asks for completions by being typed, and what must stand before the caret then. */
const triggers: Readonly<Record<string, RegExp>> = {
  '#': /^#{1,6}$/,
  '|': /^\s*\|$/,
  '-': /(?:^|\s)pm-[\w-]*$/,
  ':': /^(?:[\w-]+:|:{1,3})$/,
};

/** The lines around a position; `undefined` where its own line goes on behind it. */
function neighbours(document: vscode.TextDocument, { line, character }: vscode.Position): Neighbours | undefined {
  const textAt = (at: number): string => (at < 0 || at >= document.lineCount ? '' : document.lineAt(at).text);
  if (textAt(line).slice(character).trim() !== '') return undefined;
  return { above: textAt(line - 1), below: textAt(line + 1) };
}

class Completion implements vscode.CompletionItemProvider {
  constructor(
    readonly postmortems: Postmortems,
    readonly sessions: Sessions,
  ) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerCharacter }: vscode.CompletionContext,
  ): vscode.CompletionItem[] {
    if (!this.postmortems.has(document)) return [];
    const typed = document.lineAt(position.line).text.slice(0, position.character);
    if (triggerCharacter && !triggers[triggerCharacter]?.test(typed)) return [];
    const result = this.sessions.resultOf(document);
    if (!result || token.isCancellationRequested) return [];
    const offset = document.offsetAt(position);
    const zone = zoneOf(result.postmortem);
    const choices = frontMatterChoices(document.getText(), offset, {
      now: Date.now(),
      zone,
      locale: locale(),
      said: offset < result.postmortem.frontMatter.end ? textTimes(result.postmortem, zone) : [],
    });
    const place = placeAt(result.postmortem, offset, result.explained);
    const snippets = snippetsOf(writingOf(result.postmortem)).map((snippet) => ({
      ...snippet,
      body: bodyIn(snippet, result.postmortem),
    }));
    if (choices)
      return [
        ...frontMatterItems(document, choices),
        ...glossaryItems(result, position),
        ...(/^[\w-]*$/.test(typed) ? snippetItems(snippets, { ...place, inFrontMatter: true }, typed, position) : []),
      ];
    const isCode = result.postmortem.code.some(
      ({ code, chunk }) => offset > chunk.offset + code.start && offset < chunk.offset + code.end,
    );
    if (isCode) return [];
    return [
      ...this.#timeline(document, position, typed, place.kinds.includes('timeline') ? zone : undefined),
      // Behind number signs stands a heading's own text, and no sentence.
      ...(/^#{1,6}[ \t]*$/.test(typed)
        ? []
        : snippetItems(snippets, place, typed, position, neighbours(document, position))),
      ...this.#headings(result, offset, typed, position),
      ...(triggerCharacter ? [] : termItems(result)),
    ];
  }

  #timeline(
    document: vscode.TextDocument,
    position: vscode.Position,
    typed: string,
    zone: string | undefined,
  ): vscode.CompletionItem[] {
    if (zone === undefined) return [];
    const first = Math.max(0, position.line - linesAbove);
    const above = Array.from({ length: position.line - first }, (_, at) => document.lineAt(first + at).text);
    const row = timelineRow(above, typed, { now: Date.now(), zone });
    if (!row) return [];
    const item = new vscode.CompletionItem(
      { label: row.label, description: vscode.l10n.t('Row of the timeline, with the time now') },
      vscode.CompletionItemKind.Event,
    );
    item.insertText = new vscode.SnippetString(row.snippet);
    item.range = new vscode.Range(position.with({ character: 0 }), position);
    item.filterText = `${typed}${row.label}`;
    item.sortText = '0';
    item.preselect = true;
    return [item];
  }

  #headings(result: Result, offset: number, typed: string, position: vscode.Position): vscode.CompletionItem[] {
    if (!/^(?:#{1,6}(?:[ \t].*)?)?$/.test(typed)) return [];
    const range = new vscode.Range(position.with({ character: 0 }), position);
    // Number signs alone are a heading already, and would end the section that they are typed in.
    const before = typed === '' ? offset : Math.max(0, offset - typed.length - 1);
    return missingHeadings(result.postmortem, before, result.explained).map(({ text }, index) => {
      const item = new vscode.CompletionItem(
        { label: text.replace(/^#+ /, ''), description: vscode.l10n.t('Section that is still missing') },
        vscode.CompletionItemKind.Struct,
      );
      item.insertText = `${text}\n\n`;
      item.filterText = typed.replace(/[ \t].*/, '') + text.replace(/^#+/, '');
      item.range = range;
      item.sortText = `2${String(index).padStart(2, '0')}`;
      return item;
    });
  }
}

/** Offers, in postmortems, what fits at the caret: snippets, headings, timeline rows, terms, front matter. */
export function provideCompletion(postmortems: Postmortems, sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { language: 'markdown' },
    new Completion(postmortems, sessions),
    ...Object.keys(triggers),
  );
}
