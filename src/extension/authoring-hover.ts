import * as vscode from 'vscode';
import { frontMatterHelp, plainWordsAt, termAt } from '../core/index.js';
import { asWritten } from './as-written.js';
import { spanToRange } from './positions.js';
import type { Result, Sessions } from './sessions.js';
import { inReadersWords, locale } from './settings.js';

function plainWords(result: Result, offset: number): vscode.Hover | undefined {
  const { document, postmortem } = result;
  const own = termAt(postmortem, offset);
  if (own) {
    const text = new vscode.MarkdownString();
    text.appendMarkdown(`**${vscode.l10n.t('In the glossary')}** · `).appendMarkdown(asWritten(own.plain));
    return new vscode.Hover(text, spanToRange(document, own.at));
  }
  const block = postmortem.blocks.find(
    ({ block: each, chunk }) => offset >= chunk.offset + each.start && offset <= chunk.offset + each.end,
  );
  if (!block) return undefined;
  // Markup inside a term is rare; the source of the line is what the caret stands in.
  const { line } = document.positionAt(offset);
  const { text: words, range } = document.lineAt(line);
  const found = plainWordsAt(words, offset - document.offsetAt(range.start));
  if (!found) return undefined;
  const text = new vscode.MarkdownString();
  text.appendMarkdown(`**${vscode.l10n.t('In plain words')}** · `);
  text.appendMarkdown(asWritten([...found.plain, found.explain].filter((each) => each !== '').join(' · ')));
  const at = new vscode.Range(line, found.start, line, found.end);
  return new vscode.Hover(text, at);
}

/** Says what a key of front matter means, and what a technical term is in plain words. */
export function helpOnHover(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      provideHover(document, position) {
        const result = sessions.resultOf(document);
        if (!result) return undefined;
        const offset = document.offsetAt(position);
        if (offset >= result.postmortem.frontMatter.end) return plainWords(result, offset);
        const help = frontMatterHelp(document.getText(), offset, locale());
        if (!help) return undefined;
        const text = new vscode.MarkdownString();
        text.appendMarkdown(inReadersWords(`**${help.title}** · ${help.description}`));
        return new vscode.Hover(text, spanToRange(document, help.at));
      },
    },
  );
}
