import * as vscode from 'vscode';

const contextKey = 'candor.hasModel';

/** Knows whether the editor has a language model that extensions may ask; where it has none, nothing offers one. */
export function watchModels(): vscode.Disposable {
  const { lm } = vscode;
  if (!lm?.selectChatModels) return new vscode.Disposable(() => undefined);
  const look = async (): Promise<void> => {
    const models = await lm.selectChatModels().then(
      (found) => found,
      () => [],
    );
    await vscode.commands.executeCommand('setContext', contextKey, models.length > 0);
  };
  void look();
  return lm.onDidChangeChatModels?.(() => void look()) ?? new vscode.Disposable(() => undefined);
}
