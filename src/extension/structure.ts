import * as vscode from 'vscode';
import { type InternalPlaces, internalPlaces } from '../core/index.js';
import { spanToRange } from './positions.js';
import type { Result, Sessions } from './sessions.js';
import { readSettings } from './settings.js';

const colour = (name: string): vscode.ThemeColor => new vscode.ThemeColor(`candor.${name}`);

/** Shows quietly what only colleagues read: a tint and a bar beside it. */
export function showInternal(sessions: Sessions): vscode.Disposable {
  const block = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: colour('internalBackground'),
    borderColor: colour('internalBorder'),
    borderStyle: 'solid',
    borderWidth: '0 0 0 2px',
    overviewRulerColor: colour('internalBorder'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const words = vscode.window.createTextEditorDecorationType({
    backgroundColor: colour('internalBackground'),
    borderColor: colour('internalBorder'),
    borderStyle: 'solid',
    borderWidth: '0 0 1px 0',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const show = ({ document, postmortem }: Result): void => {
    const nothing: InternalPlaces = { blocks: [], words: [] };
    const places = readSettings(document.uri).showInternal ? internalPlaces(postmortem) : nothing;
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      editor.setDecorations(
        block,
        places.blocks.map((span) => spanToRange(document, span)),
      );
      editor.setDecorations(
        words,
        places.words.map((span) => spanToRange(document, span)),
      );
    }
  };
  const showAll = (): void => {
    for (const { document } of vscode.window.visibleTextEditors) {
      const result = sessions.resultToShow(document);
      if (result) show(result);
    }
  };
  showAll();
  return vscode.Disposable.from(
    block,
    words,
    sessions.onDidAnalyze(show),
    sessions.onDidEnd((document) => {
      for (const editor of vscode.window.visibleTextEditors) {
        if (editor.document !== document) continue;
        editor.setDecorations(block, []);
        editor.setDecorations(words, []);
      }
    }),
    vscode.window.onDidChangeVisibleTextEditors(showAll),
  );
}

/** Lets internal blocks be folded away. */
export function foldInternal(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(
    { language: 'markdown' },
    {
      async provideFoldingRanges(document) {
        const result = await sessions.resultInTime(document);
        if (!result) return [];
        return internalPlaces(result.postmortem).blocks.map((span) => {
          const { start, end } = spanToRange(document, span);
          return new vscode.FoldingRange(start.line, end.line, vscode.FoldingRangeKind.Region);
        });
      },
    },
  );
}

/** The first words of an internal place, without its marks. */
function firstWords(text: string): string {
  const inside = text.replace(/^:internal\[|\]$/g, '').replace(/^[ \t>]*:{3,}.*$/gm, '');
  const words = /\S.*/.exec(inside)?.[0].replace(/^(?:#{1,6}|[-*+]|\d+[.)])[ \t]+/, '') ?? '';
  return words.length > 48 ? `${words.slice(0, 45)}…` : words;
}

/**
 * Lists what only colleagues read in the outline, and in the path above the text while the caret is in it. Headings are the
 * editor's own to list; a document without anything internal has its outline as before.
 */
export function outlineInternal(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    { language: 'markdown' },
    {
      async provideDocumentSymbols(document) {
        const result = await sessions.resultInTime(document);
        if (!result) return [];
        const { blocks, words } = internalPlaces(result.postmortem);
        return [...blocks, ...words]
          .sort((a, b) => a.start - b.start)
          .map((span) => {
            const range = spanToRange(document, span);
            const name = firstWords(document.getText(range)) || vscode.l10n.t('internal');
            return new vscode.DocumentSymbol(name, vscode.l10n.t('internal'), vscode.SymbolKind.Key, range, range);
          });
      },
    },
    { label: vscode.l10n.t('Left out for customers') },
  );
}
