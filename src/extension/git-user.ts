import * as vscode from 'vscode';

/** The part of the Git extension's interface that is used here. */
interface Repository {
  readonly rootUri: vscode.Uri;
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}

const limitMs = 1500;

async function ask(folder: vscode.Uri | undefined): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  const git = extension.isActive ? extension.exports : await extension.activate();
  if (!git?.enabled) return undefined;
  const { repositories } = git.getAPI(1);
  const own = repositories.find(({ rootUri }) => folder?.path.startsWith(rootUri.path)) ?? repositories[0];
  const name = await own?.getConfig('user.name');
  return name || (await own?.getGlobalConfig('user.name')) || undefined;
}

/** Who Git says is writing in a folder; nobody where there is no Git, or it does not answer soon. */
export async function gitUser(folder: vscode.Uri | undefined): Promise<string | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), limitMs));
  return Promise.race([ask(folder).catch(() => undefined), late]);
}
