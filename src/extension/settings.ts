import * as vscode from 'vscode';
import { messageInTaiwan, severities } from '../core/check.js';
import type { Config, Finding, Language, LinterSettings, Localized, Severity, Writing } from '../core/index.js';

/** What the user has set, read once for a document into a value. The only reader of `getConfiguration`. */
export interface EditorSettings {
  readonly rules: Readonly<Record<string, Severity>>;
  readonly accept: readonly string[];
  /** Milliseconds without typing after which findings are shown. */
  readonly delay: number;
  /** What ids of new postmortems look like: see `nextId`. */
  readonly idPattern: string;
  /** Whether internal blocks are tinted in the editor. */
  readonly showInternal: boolean;
  /** What ids of actions look like, and the address they lead to; empty texts for no links. */
  readonly actionLink: { readonly pattern: string; readonly url: string };
}

const textIn = (value: unknown, key: string): string => {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof found === 'string' ? found : '';
};

/** Reads the settings that hold for a document; a hand-edited value of the wrong kind counts as not set. */
export function readSettings(scope: vscode.Uri | undefined): EditorSettings {
  const settings = vscode.workspace.getConfiguration('candor', scope);
  const rules: Record<string, Severity> = {};
  for (const [id, value] of Object.entries(settings.get<Record<string, unknown>>('rules') ?? {})) {
    const severity = severities.find((each) => each === value);
    if (severity) rules[id] = severity;
  }
  const accept = settings.get<unknown>('accept');
  const delay = settings.get<unknown>('delay');
  const idPattern = settings.get<unknown>('idPattern');
  const link = settings.get<unknown>('actionLink');
  return {
    rules,
    accept: Array.isArray(accept) ? accept.filter((word): word is string => typeof word === 'string') : [],
    delay: typeof delay === 'number' && Number.isFinite(delay) ? Math.min(Math.max(delay, 0), 5000) : 150,
    idPattern: typeof idPattern === 'string' ? idPattern : '',
    showInternal: settings.get<unknown>('showInternal') !== false,
    actionLink: { pattern: textIn(link, 'pattern'), url: textIn(link, 'url') },
  };
}

/** The language of messages: the editor's, where Candor speaks it. */
export function locale(): Language {
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Whether the editor speaks the Chinese of Taiwan: its characters, and its words. */
const isTaiwan = (): boolean => /^zh-(?:tw|hk|mo|hant)/i.test(vscode.env.language);

/** What new text is written in where no document says it: the editor's language. */
export const ownWriting = (): Writing => (isTaiwan() ? 'zh-TW' : locale());

/** Core's words for the reader: Chinese of Taiwan where the editor speaks it; what they quote of `document` stays. */
export const inReadersWords = (text: string, document?: string): string =>
  isTaiwan() ? messageInTaiwan(text, document) : text;

/** What core says, in the language of messages. */
export const said = (text: Localized): string => inReadersWords(text[locale()]);

/** Findings as the reader's language puts them. */
export const inReadersLanguage = (findings: readonly Finding[]): readonly Finding[] =>
  isTaiwan()
    ? findings.map((finding) => ({ ...finding, message: messageInTaiwan(finding.message, finding.text) }))
    : findings;

/** What the linter is set up with: the team's file before the user's own settings. */
export function linterSettings(user: EditorSettings, team: Config): LinterSettings {
  return {
    locale: locale(),
    rules: { ...user.rules, ...team.rules },
    accept: [...user.accept, ...team.accept],
    replace: team.replace,
    firstNotice: team.firstNotice,
    now: Date.now(),
  };
}

/** How the preview and its editor scroll together. */
export interface PreviewSettings {
  readonly scrollPreviewWithEditor: boolean;
  readonly scrollEditorWithPreview: boolean;
}

/** Reads the settings of the preview that hold for a document. */
export function readPreviewSettings(scope: vscode.Uri): PreviewSettings {
  const settings = vscode.workspace.getConfiguration('candor.preview', scope);
  return {
    scrollPreviewWithEditor: settings.get<unknown>('scrollPreviewWithEditor') !== false,
    scrollEditorWithPreview: settings.get<unknown>('scrollEditorWithPreview') !== false,
  };
}

/** The browser that prints PDF, as set; never by a workspace that is not trusted. `undefined`: found by itself. */
export function readBrowser(): string | undefined {
  const browser = vscode.workspace.getConfiguration('candor').get<unknown>('browser');
  return typeof browser === 'string' && browser.trim() !== '' ? browser.trim() : undefined;
}
