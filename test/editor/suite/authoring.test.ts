import * as vscode from 'vscode';
import { equal, ok, waitFor } from './expect';

async function open(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  return vscode.window.showTextDocument(document);
}

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** Completions where `¦` stands in the text, Candor's and the editor's; waits until `wanted` is among them. */
async function completions(marked: string, wanted?: string): Promise<vscode.CompletionItem[]> {
  const { document } = await open(marked.replace('¦', ''));
  const at = document.positionAt(marked.indexOf('¦'));
  const ask = async (): Promise<vscode.CompletionItem[]> =>
    (
      await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      )
    ).items;
  if (wanted === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return ask();
  }
  return waitFor(async () => {
    const items = await ask();
    return items.some((item) => labelOf(item) === wanted) ? items : undefined;
  }, `the completion ${wanted}`);
}

const front = '---\ntype: postmortem\nlanguage: en\n---\n\n';
const part = `${front}## Customer explanation\n\n### Why it happened\n\n`;

describe('completion', () => {
  it('offers snippets where they fit, with their text', async () => {
    const items = await completions(`${part}¦\n`, 'pm-cause-network');
    const labels = items.map(labelOf);
    ok(!labels.includes('pm-faq-data'), 'a part of another section is offered');
    ok(labels.includes('pm-faq'), 'a missing section is not offered');
    const item = items.find((each) => labelOf(each) === 'pm-cause-network');
    const shown = item?.documentation;
    ok(typeof shown === 'object' && /\[number\\\] lines between/.test(shown.value), 'no preview');
  });

  it('keeps a snippet apart from the lines around it, and a row of a table close', async () => {
    const between = await completions(`${part}A disk was full.\npm¦\nIt was ours.\n`, 'pm-cause-network');
    const text = between.find((each) => labelOf(each) === 'pm-cause-network')?.insertText;
    ok(text instanceof vscode.SnippetString && /^\nWhat [\s\S]*\$0\n$/.test(text.value), 'not apart');
    const table = `${front}## Timeline\n\n| Time | What |\n| --- | --- |\n| 14:05 | it began |\npm¦\n`;
    const row = (await completions(table, 'pm-timeline')).find((each) => labelOf(each) === 'pm-timeline')?.insertText;
    ok(row instanceof vscode.SnippetString && row.value.startsWith('|'), 'a row apart');
  });

  it('offers headings that are missing, and a row of the timeline', async () => {
    const headings = (await completions(`${part}A disk was full.\n\n##¦\n`, 'How we stay in touch')).map(labelOf);
    ok(!headings.includes('Why it happened'), 'a heading that is there');
    const rows = await completions(`${front}## Timeline\n\n| Time | What |\n| --- | --- |\n| 14:05 | it began |\n¦\n`);
    ok(
      rows.some((item) => /^\d\d:\d\d$/.test(labelOf(item))),
      `no row: ${rows.map(labelOf).slice(0, 5)}`,
    );
  });

  it('offers keys, values and times in front matter', async () => {
    await completions('---\ntype: postmortem\n¦\n---\n', 'impact');
    const values = (await completions('---\ntype: postmortem\nimpact: ¦\n---\n', 'outage')).map(labelOf);
    equal(values.slice(0, 3), ['outage', 'degradation', 'none']);
    const now = await completions('---\ntype: postmortem\nbegan: ¦\n---\n', 'now');
    ok(
      now.some(({ insertText }) => /^\d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d$/.test(String(insertText))),
      'no time',
    );
  });

  it('leaves a plain Markdown file alone', async () => {
    const labels = (await completions('# Notes\n\npm¦\n')).map(labelOf);
    equal(
      labels.filter((label) => label.startsWith('pm-')),
      [],
    );
  });
});

describe('writing', () => {
  it('starts a postmortem from answers, ready to be filled in', async () => {
    await vscode.commands.executeCommand('candor.newPostmortem', {
      template: 'full',
      title: 'Invoices could not be opened',
      began: '2026-03-03 14:05 +00:00',
      language: 'en',
    });
    const editor = await waitFor(
      () =>
        vscode.window.activeTextEditor?.document.getText().includes('Invoices could not')
          ? vscode.window.activeTextEditor
          : undefined,
      'the new postmortem',
    );
    const text = editor.document.getText();
    ok(/\nbegan: 2026-03-03 \d\d:\d\d [+-]\d\d:\d\d\n/.test(text), 'no beginning');
    ok(/\nid: "2026-001"\n/.test(text), `no id: ${text.slice(0, 200)}`);
    equal(editor.document.languageId, 'markdown');
    equal(editor.document.getText(editor.selection), '[date]');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('starts one in the Chinese of Taiwan, in its characters', async () => {
    await vscode.commands.executeCommand('candor.newPostmortem', {
      template: 'first-notice',
      title: '發票無法開啟',
      began: '2026-03-03 14:05 +08:00',
      language: 'zh-TW',
    });
    const editor = await waitFor(
      () =>
        vscode.window.activeTextEditor?.document.getText().includes('發票無法開啟')
          ? vscode.window.activeTextEditor
          : undefined,
      'the new postmortem',
    );
    const text = editor.document.getText();
    ok(/\nlanguage: zh-TW\n/.test(text), 'no language');
    ok(/我們的【數量】位客戶無法【做什麼】/.test(text), text);
    equal(editor.document.getText(editor.selection), '【數量】');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('fills front matter from the message, as one step to undo', async () => {
    const text =
      '---\ntype: postmortem\naudience: customer\nmessage: all-clear\nbegan: # when\n---\n\nOn 3 March 2026 from 14:05 UTC to 16:40 UTC you could not sign in.\n';
    const { document } = await open(text);
    const actions = await waitFor(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(4, 0, 4, 0),
      );
      return found.some(({ title }) => title.includes('began, mitigated')) ? found : undefined;
    }, 'the code action');
    ok(actions.length > 0, 'no action');
    await vscode.commands.executeCommand('candor.fillFrontMatter');
    ok(
      /\nbegan: 2026-03-03 \d\d:\d\d [+-]\d\d:\d\d # when\nmitigated: 2026-03-03 /.test(document.getText()),
      'not filled',
    );
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text);
  });

  it('adds the customer part to a postmortem without one, once', async () => {
    const { document } = await open('---\ntype: postmortem\nbegan: 2026-03-03 14:05\ntimezone: UTC\n---\n\n# A\n');
    await vscode.commands.executeCommand('candor.addCustomerPart');
    ok(document.getText().includes('\n## Customer explanation\n'), document.getText());
    ok(document.getText().includes('From 14:05 UTC on 3 March 2026 to ['), 'the beginning was not taken over');
    const text = document.getText();
    await vscode.commands.executeCommand('candor.addCustomerPart');
    equal(document.getText(), text);
  });

  it('marks what is selected as internal', async () => {
    const editor = await open(`${part}A disk in rack B7 was full.\n`);
    const at = editor.document.getText().indexOf('rack B7');
    editor.selection = new vscode.Selection(editor.document.positionAt(at), editor.document.positionAt(at + 7));
    await vscode.commands.executeCommand('candor.markInternal');
    ok(editor.document.getText().includes('A disk in :internal[rack B7] was full.'), editor.document.getText());
  });

  it('inserts a missing section where it belongs', async () => {
    const { document } = await open(`${part}A disk was full.\n\n### How we stay in touch\n\nSoon.\n`);
    await vscode.commands.executeCommand('candor.insertSection', document.uri, 'response');
    const headings = [...document.getText().matchAll(/^### (.*)$/gm)].map((match) => match[1]);
    equal(headings, ['Why it happened', 'What we have done and what we will do', 'How we stay in touch']);
  });

  /** The quick fixes at the first place where some words stand. */
  async function fixesAt(document: vscode.TextDocument, words: string): Promise<vscode.CodeAction[]> {
    const at = document.positionAt(document.getText().indexOf(words));
    return waitFor(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
      );
      return actions.some(({ command }) => command?.command.startsWith('candor.')) ? actions : undefined;
    }, `quick fixes at ${words}`);
  }

  async function choose(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
    const command = actions.find((each) => each.title === title)?.command;
    ok(command !== undefined, `${title} is not among ${actions.map((each) => each.title).join(', ')}`);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  }

  it('inserts a missing part from its quick fix, which says what it inserts, and offers to ignore it once', async () => {
    const { document } = await open(`${front}## Customer explanation\n\n### What happened\n\nWe are sorry.\n`);
    const actions = await fixesAt(document, 'What happened');
    const titles = actions.map(({ title }) => title).filter((title) => /missing/.test(title));
    equal(titles.length, new Set(titles).size);
    await choose(actions, 'Insert what is missing: who was affected, from when to when');
    ok(/What happened\n\nFrom \[start time, with zone\] to /.test(document.getText()), document.getText());
  });

  it('inserts a missing section from its quick fix where it belongs', async () => {
    const { document } = await open(`${front}## Customer explanation\n\n### What happened\n\nWe are sorry.\n`);
    await choose(await fixesAt(document, 'Customer explanation'), 'Insert what is missing: Why it happened');
    ok(/We are sorry\.\n\n### Why it happened\n/.test(document.getText()), document.getText());
  });

  it('adds the customer part from the quick fix of a postmortem without one', async () => {
    const { document } = await open(
      '---\ntype: postmortem\nlanguage: zh\n---\n\n# 发票无法打开\n\n## 摘要\n\n磁盘满了。\n',
    );
    await choose(await fixesAt(document, '发票无法打开'), 'Insert what is missing: Customer part');
    ok(/磁盘满了。\n\n## 客户说明\n/.test(document.getText()), document.getText());
  });
});
