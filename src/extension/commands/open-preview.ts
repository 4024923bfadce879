import * as vscode from 'vscode';
import type { Services } from '../services.js';
import { markdownOf } from './given-document.js';

export const id = 'candor.openPreview';

/** Opens the customer preview beside the source. */
export function run(services: Services, given: unknown): void {
  const uri = markdownOf(services, given);
  if (uri) services.previews.open(uri, vscode.ViewColumn.Beside);
}
