import * as vscode from 'vscode';

/** What a tool answers with, and how it is run: the part of VS Code 1.95's interface that Candor uses. */
interface Tool {
  invoke(options: { readonly input: unknown }, token: vscode.CancellationToken): Promise<unknown>;
}
interface ToolHost {
  readonly lm?: { readonly registerTool?: (name: string, tool: Tool) => vscode.Disposable };
  readonly LanguageModelToolResult?: new (content: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (value: string) => unknown;
}

/**
 * Registers a tool that assistants in the editor may call.
 * @param answer Gives the tool's text; a rejection is told to the assistant with its message.
 * @returns Nothing to undo in an editor that is too old for tools.
 */
export function registerTool(name: string, answer: (input: unknown) => Promise<string>): vscode.Disposable {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Text } = vscode as ToolHost;
  if (!lm?.registerTool || !Result || !Text) return new vscode.Disposable(() => undefined);
  return lm.registerTool(name, { invoke: async ({ input }) => new Result([new Text(await answer(input))]) });
}
