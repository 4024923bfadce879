/**
 * A language model without a model: registered with the editor by the extension under test, it answers by what stands
 * in the passage. Then the extension itself is loaded.
 */
const vscode = require('vscode');

const answers = [
  [/failover/, 'At 14:05 UTC the spare machine did not take over, so you could not open invoices for 2 hours.'],
  [/ninety/, 'You waited for 95 minutes, and 4,000 orders were late.'],
  [/quietly/, 'The Kestrel cluster in rack B7 was full.'],
  [/blame/, 'Human error stopped the page.'],
];

const model = {
  id: 'stand-in',
  name: 'Stand-in',
  family: 'stand-in',
  version: '1',
  maxInputTokens: 8000,
  maxOutputTokens: 8000,
  capabilities: {},
};

const provider = {
  provideLanguageModelChatInformation: async () => [model],
  provideTokenCount: async (_, text) => String(text).length,
  async provideLanguageModelChatResponse(_model, messages, _options, progress, token) {
    const passage = messages
      .at(-1)
      .content.map((part) => part.value ?? '')
      .join('');
    if (/refuse/.test(passage)) throw new Error('The stand-in does not want to.');
    if (/slowly/.test(passage)) {
      progress.report(new vscode.LanguageModelTextPart('Half an ans'));
      await new Promise((resolve) => token.onCancellationRequested(resolve));
      return;
    }
    const [, answer = passage] = answers.find(([asked]) => asked.test(passage)) ?? [];
    // In pieces, as models do.
    for (const piece of answer.match(/.{1,20}/gs) ?? []) progress.report(new vscode.LanguageModelTextPart(piece));
  },
};

const candor = require('./dist/extension.js');

module.exports = {
  ...candor,
  activate(context) {
    context.subscriptions.push(vscode.lm.registerLanguageModelChatProvider('stand-in', provider));
    return candor.activate(context);
  },
};
