import * as vscode from 'vscode';
import type { Load } from '../load/port.js';
import type { Services } from '../services.js';
import { lazyTree } from './lazy-tree.js';

/** Registers Candor's two views. What they show is loaded when they are first opened. */
export function registerViews(load: Load, started: () => Promise<Services>): vscode.Disposable {
  return vscode.Disposable.from(
    lazyTree('candor.readiness', async () => {
      const [{ context, sessions }, { ReadinessTree }] = await Promise.all([started(), load()]);
      const tree = new ReadinessTree(sessions);
      context.subscriptions.push(tree);
      return tree;
    }),
    lazyTree('candor.postmortems', async () => {
      const [{ context, index, judge }, { PostmortemTree }] = await Promise.all([started(), load()]);
      const tree = new PostmortemTree(index, judge);
      context.subscriptions.push(tree);
      return tree;
    }),
  );
}
