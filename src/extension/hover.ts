import * as vscode from 'vscode';
import { rules } from '../core/index.js';
import { toRange } from './positions.js';
import type { Sessions } from './sessions.js';
import { said } from './settings.js';

const ruleById = new Map(rules.map((rule) => [rule.id, rule]));

/** Says why a finding matters; the finding's own message is shown by the editor. */
export function explainOnHover(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      provideHover(document, position) {
        const result = sessions.resultOf(document);
        const here = result?.findings.filter((finding) => toRange(finding).contains(position)) ?? [];
        if (here.length === 0) return undefined;
        const ids = [...new Set(here.map((finding) => finding.rule))];
        const texts = ids.flatMap((id) => {
          const rule = ruleById.get(id);
          if (!rule) return [];
          const text = new vscode.MarkdownString();
          text.appendMarkdown(`**${said(rule.title)}** · ${said(rule.why)}`);
          return [text];
        });
        return new vscode.Hover(texts);
      },
    },
  );
}
