import type { ListItem, Nodes, Root, RootContent } from 'mdast';

/** Makes a tree anew, each node replaced by what `change` gives for it; children first. */
export function mapTree(root: Root, change: (node: Nodes, parent: Nodes) => Nodes | Nodes[]): Root {
  const walk = (node: Nodes): Nodes => {
    if (!('children' in node)) return node;
    const children = node.children.flatMap((child) => change(walk(child), node));
    return { ...node, children } as Nodes;
  };
  return walk(root) as Root;
}

const taskClass = 'task';

/** Whether an item is a task that carries its ballot box in its words (`withBallots`) and so needs no bullet. */
export const isTask = ({ data }: ListItem): boolean =>
  data?.hProperties !== undefined && [data.hProperties.className].flat().includes(taskClass);

/** `nodes` with a ballot box in front of the first words of every task; see `isTask`. */
export function withBallots(root: Root): Root {
  return mapTree(root, (node) => {
    if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return node;
    const box = { type: 'text' as const, value: node.checked ? '☑ ' : '☐ ' };
    const [first, ...rest] = node.children;
    const children: RootContent[] =
      first?.type === 'paragraph'
        ? [{ ...first, children: [box, ...first.children] }, ...rest]
        : [{ type: 'paragraph', children: [box] }, ...node.children];
    return { ...node, checked: null, data: { hProperties: { className: [taskClass] } }, children } as Nodes;
  });
}

/** Calls `see` for each node below `node`, in document order. */
export function eachNode(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) eachNode(child, see);
}
