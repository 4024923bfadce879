import * as vscode from 'vscode';
import type { Position, Span } from '../core/index.js';

/**
 * The only place where core's places meet the editor's. Core counts lines and columns from 1, the editor from 0; both
 * count columns and offsets in UTF-16 units. The editor normalises line endings on opening, and its offsets are those
 * of the text that core was given, so offsets need no change.
 */
export function toPosition({ line, column }: Position): vscode.Position {
  return new vscode.Position(line - 1, column - 1);
}

export function toRange({ start, end }: { readonly start: Position; readonly end: Position }): vscode.Range {
  return new vscode.Range(toPosition(start), toPosition(end));
}

/** The range of offsets in a document. */
export function spanToRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
