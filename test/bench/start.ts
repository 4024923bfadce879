import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { documentOf } from './documents.js';
import { hostWith } from './host.js';

/** What is opened when the extension starts. */
const rows = {
  plain: 'a plain Markdown file',
  en: 'a postmortem of 2,000 words, English',
  zh: 'a postmortem of 2,000 words, Chinese',
} as const;
type Case = keyof typeof rows;
const cases = Object.keys(rows) as Case[];

/** Time since the host asked for the extension, in milliseconds: by the clock, and of the processor's own. */
interface Time {
  readonly clock: number;
  readonly processor: number;
}

/** One start. */
interface Start {
  /** Until `activate` has returned; reading the entry bundle included. */
  readonly activated: Time;
  /** Of the whole, reading bundles: from disk, compiling, running what stands at their top. */
  readonly code: Time;
  /** Until some findings are shown, those that were read first; zero for what is no postmortem. */
  readonly first: Time;
  /** Until all are. */
  readonly all: Time;
  /** The longest stretch in which the editor's other extensions had to wait. */
  readonly block: Time;
}

/** The processor counts helper threads of the engine too: an upper bound of the extension's own time. */
function now(): Time {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1000 };
}

const plus = (a: Time, b: Time): Time => ({ clock: a.clock + b.clock, processor: a.processor + b.processor });
const since = (began: Time): Time => plus(now(), { clock: -began.clock, processor: -began.processor });
const none: Time = { clock: 0, processor: 0 };

type Load = (request: string, parent: unknown, isMain: boolean) => unknown;

/** Where the extension keeps what it keeps between starts. */
const storage = path.resolve('dist/test/bench/storage');

/** Starts the built extension in this process, as the desktop's extension host does. */
async function startOnce(what: Case): Promise<Start> {
  const text = what === 'plain' ? '# Notes\n\nNothing went down, and no one was hurt.\n' : documentOf(2_000, what);
  const file = path.resolve('test/fixtures/workspace', `${what}.md`);
  let [first, all, block] = [none, none, none];
  const host = hostWith(file, text, (problems) => {
    all = since(began);
    if (problems > 0 && first === none) first = all;
  });
  let code = none;
  let depth = 0;
  const loader = Module as unknown as { _load: Load };
  const load = loader._load;
  loader._load = (request, parent, isMain) => {
    if (request === 'vscode') return host;
    const asked = now();
    depth++;
    try {
      return load(request, parent, isMain);
    } finally {
      depth--;
      if (depth === 0) code = plus(code, since(asked));
    }
  };
  const require = Module.createRequire(path.resolve('package.json'));
  const began = now();
  const extension = require('./dist/extension.js') as { activate(context: object): void };
  extension.activate({
    subscriptions: [],
    extension: { packageJSON: { version: '0.0.0' } },
    extensionUri: { path: path.resolve('.') },
    globalStorageUri: { path: storage },
    workspaceState: {},
  });
  const activated = since(began);
  let before = now();
  const turn = (): void => {
    const waited = since(before);
    if (waited.clock > block.clock) block = waited;
    before = now();
  };
  const turns = setInterval(turn, 1);
  // Until nothing is left to do.
  for (let used = 1; used > 0.2 || (what !== 'plain' && first === none); ) {
    const from = performance.eventLoopUtilization();
    await new Promise((resolve) => setTimeout(resolve, 60));
    used = performance.eventLoopUtilization(from).utilization;
  }
  clearInterval(turns);
  return { activated, code, first, all, block };
}

const runs = 15;
const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** Many starts, each in a process of its own. */
function starts(what: Case): Start[] {
  return Array.from({ length: runs }, () => {
    const out = execFileSync(process.execPath, [process.argv[1] ?? '', what], { encoding: 'utf8' });
    return JSON.parse(out) as Start;
  });
}

function row(what: Case, how = ''): string {
  const all = starts(what);
  const cell = (of: (start: Start) => Time): string => {
    const [clock, processor] = [
      median(all.map((each) => of(each).clock)),
      median(all.map((each) => of(each).processor)),
    ];
    const figure = (ms: number): string => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0));
    return clock === 0 ? '' : `${figure(clock)} (${figure(processor)})`;
  };
  return `| ${rows[what]}${how} | ${cell(({ activated }) => activated)} | ${cell(({ code }) => code)} | ${cell(({ first }) => first)} | ${cell((each) => each.all)} | ${cell(({ block }) => block)} |`;
}

const one = cases.find((each) => each === process.argv[2]);
if (one) {
  console.log(JSON.stringify(await startOnce(one)));
  // What the extension keeps for its next start, it writes a while after it has started.
  if (process.argv[3] === 'keep') await new Promise((resolve) => setTimeout(resolve, 8000));
  // What the extension watches would keep the process alive.
  process.exit(0);
}
console.log(
  '| the editor starts with | activated, ms | reading code, ms | first findings, ms | all findings, ms | longest block, ms |',
);
console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
rmSync(storage, { recursive: true, force: true });
console.log(row('en', ', for the first time'));
for (const what of cases) {
  // What is kept is what the first start has run: whoever writes in Chinese has first opened a Chinese document.
  rmSync(storage, { recursive: true, force: true });
  execFileSync(process.execPath, [process.argv[1] ?? '', what === 'plain' ? 'en' : what, 'keep']);
  console.log(row(what));
}
