import * as vscode from 'vscode';
import { type Kind, kindOf } from './kinds.js';

/**
 * What was chosen before the command ran. A `target` is a `Uri` made by code of this editor, so no key binding and no
 * link, which hold JSON, writes a file that nobody was asked about.
 */
export interface ExportRequest {
  readonly kind?: Kind | undefined;
  readonly target?: vscode.Uri | undefined;
}

/** Reads the second argument of `candor.export`: `{ format?, target? }`; what is not of that shape counts as absent. */
export function readRequest(value: unknown): ExportRequest {
  if (typeof value !== 'object' || value === null) return {};
  const { format, target } = value as Record<string, unknown>;
  const kind = kindOf(format);
  return { kind, target: kind && target instanceof vscode.Uri ? target : undefined };
}
