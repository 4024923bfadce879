import type * as vscode from 'vscode';

/** What loading needs to know. */
export type Place = Pick<vscode.ExtensionContext, 'extensionUri' | 'globalStorageUri'>;

/** Loads what finds, once. */
export type LoadReading = (place: Place) => Promise<typeof import('../reading.js')>;

/** Loads all else that is heavy, once. */
export type LoadServices = (place: Place) => Promise<typeof import('../loaded.js')>;

/** The same, for who knows nothing of places. */
export type Load = () => ReturnType<LoadServices>;
