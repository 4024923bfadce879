import * as vscode from 'vscode';
import type { Services } from '../services.js';
import { markdownOf } from './given-document.js';

export const id = 'candor.openPreview';

/** Opens the customer preview beside the source. */
export function run({ previews }: Services, given: unknown): void {
  const uri = markdownOf(given);
  if (uri) previews.open(uri, vscode.ViewColumn.Beside);
}
