/**
 * What the extension host and the page of the preview say to each other, and nothing else. Each message has a literal
 * `type` and names the document that it is about in `source` (a URI as text); both sides drop what fails the guard or is
 * about another document. Lines count from 0, in the source.
 */
import { amount, count, either, fields, flag, listOf, oneOf, orNull, type Shaped, textUpTo } from './shape.js';

/** The type of the preview's panels, as VS Code stores it to restore them. */
export const previewViewType = 'candor.preview';

const uri = textUpTo(4096);
const label = textUpTo(4000);
const html = textUpTo(20_000_000);
const severity = oneOf('error', 'warning', 'info');

/** A top-level block of what the customer reads. `data-line` inside `html` counts from the block's own first line. */
const block = fields({ line: count, end: count, html });
export type Block = Shaped<typeof block>;

/** A line of text with a place in the source to go to; `null` where there is none. */
const place = fields({ text: label, line: orNull(count), severity });
export type Place = Shaped<typeof place>;

/** What stands at the top of the pane. Finished texts, in the language of the editor. */
const headline = {
  state: oneOf('ready', 'attention', 'refused', 'none'),
  /** Ready or not, in a few words. */
  label,
  /** Words, reading time, ease. */
  figures: listOf(fields({ text: label, explanation: label }), 8),
};
/** Why it is not ready, one line each. */
const reasons = listOf(place, 500);
const head = fields({ ...headline, reasons });
export type Head = Shaped<typeof head>;

/** Stands in place of the document when there is nothing to show, or when it must not be shown. */
const notice = fields({
  kind: oneOf('refused', 'empty', 'no-customer-part', 'not-a-postmortem', 'closed'),
  title: label,
  text: label,
  items: listOf(place, 500),
  /** What the button says that puts it right; `null` for no button. */
  action: orNull(label),
});
export type Notice = Shaped<typeof notice>;

/** A finding to show in place: the `nth` (from 0) `text` in the block with this index. */
const mark = fields({ block: count, text: label, nth: count, severity, message: label, line: count });
export type Mark = Shaped<typeof mark>;

const marks = listOf(mark, 5000);
const rest = {
  /** Language of the document, BCP 47. */
  language: textUpTo(35),
  notice: orNull(notice),
};
const about = fields({ ...rest, head, marks });
/** What is said about a document beside its blocks. */
export type About = Shaped<typeof about>;

/** What is said now; the long lists are null where they stay as they were, which they mostly do while somebody types. */
const aboutChange = fields({
  ...rest,
  head: fields({ ...headline, reasons: orNull(reasons) }),
  marks: orNull(marks),
});
export type AboutChange = Shaped<typeof aboutChange>;

const blocks = listOf(block, 100_000);
const version = count;

/** Everything the page says in words of its own, and how it behaves. */
const setup = fields({
  type: oneOf('setup'),
  source: uri,
  strings: fields({
    page: label,
    pageHint: label,
    findings: label,
    findingsHint: label,
    copy: label,
    copyHint: label,
    copied: label,
    copyFailed: label,
    export: label,
    exportHint: label,
    tools: label,
    reasons: label,
    goToLine: label,
    document: label,
    keys: label,
    hiddenLine: label,
    hiddenLines: label,
    hiddenWords: label,
    error: label,
    warning: label,
    info: label,
    imageMissing: label,
  }),
  locked: flag,
  scrollEditorWithPreview: flag,
  scrollPreviewWithEditor: flag,
});
export type Setup = Shaped<typeof setup>;
export type Strings = Setup['strings'];

/** The whole document. The only message that makes the page turn to another document. */
const show = fields({ type: oneOf('show'), source: uri, version, blocks, about });
export type Show = Shaped<typeof show>;

/** What changed since version `base`; a page that shows another version asks anew with `ready`. */
const update = fields({
  type: oneOf('update'),
  source: uri,
  version,
  base: version,
  /** `remove` blocks from index `at` on give way to `blocks`. */
  splice: orNull(fields({ at: count, remove: count, blocks })),
  /** First and last line of every block in turn, where any of them moved. */
  lines: orNull(listOf(count, 200_000)),
  /** Null where nothing of it changed. */
  about: orNull(aboutChange),
});
export type Update = Shaped<typeof update>;

/** Where the caret is; `hidden` when it stands in something internal, `before` the block with that index. */
const caret = fields({
  type: oneOf('caret'),
  source: uri,
  line: orNull(count),
  hidden: orNull(fields({ before: count, first: count, last: count, inside: flag })),
});
export type Caret = Shaped<typeof caret>;

const scroll = fields({ type: oneOf('scroll'), source: uri, line: amount });

/** An image of the workspace, checked and read; `data` is null when it is left out, `text` then says why. */
const image = fields({
  type: oneOf('image'),
  source: uri,
  key: label,
  data: orNull(html),
  /** In pixels, so that its place is known before it is drawn; 0 for an image that is left out. */
  width: count,
  height: count,
  text: label,
});
export type Image = Shaped<typeof image>;

/** What is asked before something doubtful is copied. */
const question = fields({ title: label, items: listOf(place, 20), show: label, copy: label, cancel: label });
export type Question = Shaped<typeof question>;

/** The customer version for the clipboard, in answer to `copy`; null when it is refused. */
const clipboard = fields({
  type: oneOf('clipboard'),
  source: uri,
  flavours: orNull(fields({ html, text: html })),
  /** Asked first; null where nothing is doubtful. */
  question: orNull(question),
  text: label,
});
export type Clipboard = Shaped<typeof clipboard>;

const fromHost = either(setup, show, update, caret, scroll, image, clipboard);
/** Any message to the page. */
export type HostMessage = Shaped<typeof fromHost>;

/** The page has loaded, or has lost track: it wants `setup` and `show`. `source` is empty when it knows no document. */
const ready = fields({ type: oneOf('ready'), source: uri });
/** A place was double-clicked or chosen: show it in the editor. */
const reveal = fields({ type: oneOf('reveal'), source: uri, line: count });
/** The reader scrolled; `line` is at the top, with the fraction of the way to the next. */
const scrolled = fields({ type: oneOf('scrolled'), source: uri, line: amount });
const link = fields({ type: oneOf('link'), source: uri, href: textUpTo(2048) });
const plain = fields({ type: oneOf('copy', 'export', 'repair'), source: uri });

const fromPage = either(ready, reveal, scrolled, link, plain);
/** Any message from the page. */
export type PageMessage = Shaped<typeof fromPage>;

/** What the page leaves with VS Code for the time it is hidden or the window is reloaded. */
const state = fields({ source: uri, locked: flag, line: amount, page: flag, findings: flag });
export type PageState = Shaped<typeof state>;

/** @returns The message, or `undefined` when it is none. */
export const readHostMessage = (value: unknown): HostMessage | undefined => (fromHost(value) ? value : undefined);

/** @returns The message, or `undefined` when it is none: what comes from the page is not trusted. */
export const readPageMessage = (value: unknown): PageMessage | undefined => (fromPage(value) ? value : undefined);

/** @returns The state, or `undefined` when it is none: anything may stand in a stored state. */
export const readPageState = (value: unknown): PageState | undefined => (state(value) ? value : undefined);
