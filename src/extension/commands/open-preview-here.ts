import * as vscode from 'vscode';
import type { Services } from '../services.js';
import { markdownOf } from './given-document.js';

export const id = 'candor.openPreviewHere';

/** Opens the customer preview in the active editor group. */
export function run(services: Services, given: unknown): void {
  const uri = markdownOf(services, given);
  if (uri) services.previews.open(uri, vscode.ViewColumn.Active);
}
