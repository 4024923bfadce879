import type { Nodes, Root, RootContent } from 'mdast';

/** Makes a tree anew, each node replaced by what `change` gives for it; children first. */
export function mapTree(root: Root, change: (node: Nodes, parent: Nodes) => Nodes | Nodes[]): Root {
  const walk = (node: Nodes): Nodes => {
    if (!('children' in node)) return node;
    const children = node.children.flatMap((child) => change(walk(child), node));
    return { ...node, children } as Nodes;
  };
  return walk(root) as Root;
}

/** `nodes` with a ballot box in front of the first words of every task; task items become plain items. */
export function withBallots(root: Root): Root {
  return mapTree(root, (node) => {
    if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return node;
    const box = { type: 'text' as const, value: node.checked ? '☑ ' : '☐ ' };
    const [first, ...rest] = node.children;
    const children: RootContent[] =
      first?.type === 'paragraph'
        ? [{ ...first, children: [box, ...first.children] }, ...rest]
        : [{ type: 'paragraph', children: [box] }, ...node.children];
    return { ...node, checked: null, children } as Nodes;
  });
}

/** Calls `see` for each node below `node`, in document order. */
export function eachNode(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) eachNode(child, see);
}
