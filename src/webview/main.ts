import {
  type About,
  type AboutChange,
  type HostMessage,
  type PageMessage,
  type PageState,
  readHostMessage,
  readPageState,
  type Setup,
  type Show,
  type Update,
} from '../protocol/preview.js';
import { copyRich } from './clipboard.js';
import { CopyQuestion } from './copy-question.js';
import { DocumentView } from './document-view.js';
import { element, setText } from './dom.js';
import { HeadBar } from './head-bar.js';
import { listenToKeys } from './keyboard.js';
import { Marks } from './marks.js';
import { NoticeView } from './notice-view.js';
import { Overlay } from './overlay.js';
import { listenToPointer } from './pointer.js';
import { ScrollSync } from './scroll-sync.js';

interface Host {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: PageState): void;
}
declare const acquireVsCodeApi: () => Host;

/** Puts in what a change leaves as it was. */
const changed = (before: About, { head, marks, ...rest }: AboutChange): About => ({
  ...rest,
  head: { ...head, reasons: head.reasons ?? before.head.reasons },
  marks: marks ?? before.marks,
});

/** Wires the page: what the host says is shown, what the reader does is told. */
function start(host: Host): void {
  let state: PageState = readPageState(host.getState()) ?? {
    source: '',
    locked: false,
    line: 0,
    page: false,
    findings: false,
  };
  let version = -1;
  let setup: Setup | undefined;
  let told: About | undefined;
  let isRestoring = state.line > 0;

  const article = element('article', { class: 'document', tabindex: '-1' });
  const frame = element('div', { class: 'frame' }, article);
  const notice = element('section', { class: 'notice', hidden: true });
  const keys = element('p', { id: 'keys', class: 'unseen' });
  const main = element('main', {}, notice, frame, keys);

  const save = (change: Partial<PageState>): void => {
    state = { ...state, ...change };
    host.setState(state);
  };
  const goTo = (line: number): void => host.postMessage({ type: 'reveal', source: state.source, line });
  const send = (type: 'copy' | 'export' | 'repair') => () => host.postMessage({ type, source: state.source });

  const head = new HeadBar({
    findings: (on) => {
      save({ findings: on });
      marks.shown = on;
      draw();
    },
    page: (on) => {
      save({ page: on });
      document.body.classList.toggle('page', on);
      draw();
    },
    copy: send('copy'),
    export: send('export'),
    goTo,
  });
  const question = new CopyQuestion(goTo);
  head.element.append(question.element);
  document.body.append(head.element, main);

  const view = new DocumentView(article);
  const marks = new Marks(goTo);
  const overlay = new Overlay(frame);
  const notices = new NoticeView(notice, { goTo, repair: send('repair') });
  const sync = new ScrollSync(
    () => view.blocks,
    () => head.height,
    (line) => host.postMessage({ type: 'scrolled', source: state.source, line }),
  );

  const draw = (): void => {
    if (!setup) return;
    marks.draw(view.blocks, setup.strings);
    overlay.draw(view.blocks, setup.strings);
    sync.changed();
  };
  const tell = (about: About): void => {
    told = about;
    if (!setup) return;
    article.lang = about.language;
    head.show(about.head, setup.strings);
    notices.show(about.notice, setup.strings);
    frame.hidden = about.notice !== null;
    marks.marks = about.marks;
  };
  const setUp = (message: Setup): void => {
    setup = message;
    head.name(message.strings);
    article.setAttribute('aria-label', message.strings.document);
    article.setAttribute('aria-describedby', keys.id);
    setText(keys, message.strings.keys);
    sync.enabled = { toEditor: message.scrollEditorWithPreview, fromEditor: message.scrollPreviewWithEditor };
    save({ source: message.source, locked: message.locked });
  };
  const copy = async (message: HostMessage & { type: 'clipboard' }): Promise<void> => {
    if (!setup) return;
    const { flavours } = message;
    const { strings } = setup;
    if (!flavours) return head.say(message.text);
    const take = async (): Promise<void> => head.say((await copyRich(flavours)) ? strings.copied : strings.copyFailed);
    if (message.question) question.ask(message.question, strings, () => void take());
    else await take();
  };
  const update = (message: Update): void => {
    if (message.version <= version) return;
    if (message.base !== version) {
      host.postMessage({ type: 'ready', source: state.source });
      return;
    }
    version = message.version;
    // What was asked about is no longer what would be copied.
    if (message.splice) question.close();
    if (message.splice) view.splice(message.splice.at, message.splice.remove, message.splice.blocks);
    if (message.lines) view.setLines(message.lines);
    if (message.about && told) tell(changed(told, message.about));
    draw();
  };
  const show = (message: Show): void => {
    if (message.version < version) return;
    version = message.version;
    document.querySelector('.waiting')?.remove();
    question.close();
    view.splice(0, view.blocks.length, message.blocks);
    tell(message.about);
    draw();
    if (isRestoring) sync.goTo(state.line, true);
    isRestoring = false;
  };
  const turnTo = (message: Setup): void => {
    if (message.source !== state.source) {
      view.clear();
      question.close();
      overlay.caret = undefined;
      version = -1;
      isRestoring = false;
    }
    setUp(message);
  };
  const take = (message: HostMessage): void => {
    if (message.type === 'setup') turnTo(message);
    else if (message.source !== state.source || !setup) return;
    else if (message.type === 'show') show(message);
    else if (message.type === 'update') update(message);
    else if (message.type === 'scroll') sync.goTo(message.line);
    else if (message.type === 'image') view.setImage(message);
    else if (message.type === 'clipboard') void copy(message);
    else {
      overlay.caret = message;
      overlay.draw(view.blocks, setup.strings);
    }
  };

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = readHostMessage(event.data);
    if (message) take(message);
  });
  listenToPointer(article, {
    link: (href) => host.postMessage({ type: 'link', source: state.source, href: href.slice(0, 2048) }),
    goTo: (clientY) => {
      const line = sync.lineAt(clientY);
      if (line !== undefined) goTo(Math.floor(line));
    },
  });
  listenToKeys({ blocks: () => view.blocks, goTo, topLine: () => sync.line() });
  new ResizeObserver(() => {
    if (setup) overlay.draw(view.blocks, setup.strings);
    sync.changed();
  }).observe(frame);
  let timer = 0;
  window.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => save({ line: sync.line() ?? 0 }), 150);
  });

  head.toggle('findings', state.findings);
  head.toggle('page', state.page);
  marks.shown = state.findings;
  document.body.classList.toggle('page', state.page);
  host.postMessage({ type: 'ready', source: state.source });
}

start(acquireVsCodeApi());
