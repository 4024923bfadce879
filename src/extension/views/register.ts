import * as vscode from 'vscode';
import { loadServices } from '#load';
import type { Services } from '../services.js';
import { lazyTree } from './lazy-tree.js';

/** Registers Candor's two views. What they show is loaded when they are first opened. */
export function registerViews(started: () => Promise<Services>): vscode.Disposable {
  return vscode.Disposable.from(
    lazyTree('candor.readiness', async () => {
      const [{ context, sessions }, { ReadinessTree }] = await Promise.all([started(), loadServices()]);
      const tree = new ReadinessTree(sessions);
      context.subscriptions.push(tree);
      return tree;
    }),
    lazyTree('candor.postmortems', async () => {
      const [{ context, index, judge }, { PostmortemTree }] = await Promise.all([started(), loadServices()]);
      const tree = new PostmortemTree(index, judge);
      context.subscriptions.push(tree);
      return tree;
    }),
  );
}
