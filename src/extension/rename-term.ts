import * as vscode from 'vscode';
import { termAt, termPlaces } from '../core/index.js';
import { spanToRange } from './positions.js';
import type { Sessions } from './sessions.js';

/** Renames a term of the glossary: its entry, and every place in the text where it stands. */
export function renameTerms(sessions: Sessions): vscode.Disposable {
  const found = (document: vscode.TextDocument, position: vscode.Position) => {
    const postmortem = sessions.resultOf(document)?.postmortem;
    const term = postmortem && termAt(postmortem, document.offsetAt(position));
    // What is thrown here sends the editor to the next provider, Markdown's own.
    if (!term) throw new Error(vscode.l10n.t('Only terms of the glossary can be renamed here.'));
    return { postmortem, ...term };
  };
  return vscode.languages.registerRenameProvider(
    { language: 'markdown' },
    {
      prepareRename(document, position) {
        const { at, term } = found(document, position);
        return { range: spanToRange(document, at), placeholder: term };
      },
      provideRenameEdits(document, position, newName) {
        const name = newName.replace(/\s+/g, ' ').trim();
        if (name === '' || /[:#[\]{}&*!|>'"%@`]/.test(name))
          throw new Error(vscode.l10n.t('A term is made of words: “{0}” has marks in it.', newName));
        const { postmortem, term } = found(document, position);
        const edit = new vscode.WorkspaceEdit();
        for (const span of termPlaces(postmortem, term)) {
          const written = document.getText(spanToRange(document, span));
          const isCapital = /^\p{Lu}/u.test(written) && !/^\p{Lu}/u.test(term);
          const text = isCapital ? name.charAt(0).toUpperCase() + name.slice(1) : name;
          edit.replace(document.uri, spanToRange(document, span), text);
        }
        return edit;
      },
    },
  );
}
