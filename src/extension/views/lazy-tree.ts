import * as vscode from 'vscode';

/**
 * A view whose content is made when the editor first asks for it, so that a view that nobody opens costs nothing.
 * @param make Gives the real provider.
 */
export function lazyTree<Node>(id: string, make: () => Promise<vscode.TreeDataProvider<Node>>): vscode.Disposable {
  const changed = new vscode.EventEmitter<Node | Node[] | undefined>();
  let made: Promise<vscode.TreeDataProvider<Node>> | undefined;
  let listening: vscode.Disposable | undefined;
  const provider = (): Promise<vscode.TreeDataProvider<Node>> => {
    made ??= make().then((real) => {
      listening = real.onDidChangeTreeData?.((nodes) => changed.fire(nodes ?? undefined));
      return real;
    });
    return made;
  };
  return vscode.Disposable.from(
    vscode.window.registerTreeDataProvider<Node>(id, {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => (await provider()).getChildren(node),
      getTreeItem: async (node) => (await provider()).getTreeItem(node),
    }),
    changed,
    { dispose: () => listening?.dispose() },
  );
}
