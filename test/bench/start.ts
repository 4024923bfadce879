import { execFileSync } from 'node:child_process';
import Module from 'node:module';
import path from 'node:path';
import { documentOf } from './documents.js';
import { hostWith } from './host.js';

/** What is opened when the extension starts. */
const cases = ['plain', 'en', 'zh'] as const;
type Case = (typeof cases)[number];

/** Of one start, in milliseconds from the moment at which the host asks for the extension. */
interface Start {
  /** Until `activate` has returned; reading the entry bundle included. */
  readonly activated: number;
  /** Of it and of what follows, reading bundles: from disk, compiling, running what stands at their top. */
  readonly code: number;
  /** Until findings are shown; nothing for what is no postmortem. */
  readonly findings: number | undefined;
}

type Load = (request: string, parent: unknown, isMain: boolean) => unknown;

/** Starts the built extension in this process, as the desktop's extension host does. */
async function startOnce(what: Case): Promise<Start> {
  const text = what === 'plain' ? '# Notes\n\nNothing went down, and no one was hurt.\n' : documentOf(2_000, what);
  const file = path.resolve('test/fixtures/workspace', what === 'plain' ? 'notes.md' : `${what}.md`);
  let showed: (at: number) => void = () => undefined;
  const found = new Promise<number>((resolve) => {
    showed = resolve;
  });
  const host = hostWith(file, text, ({ problems, at }) => {
    if (problems > 0) showed(at);
  });
  let code = 0;
  let depth = 0;
  const loader = Module as unknown as { _load: Load };
  const load = loader._load;
  loader._load = (request, parent, isMain) => {
    if (request === 'vscode') return host;
    const began = performance.now();
    depth++;
    try {
      return load(request, parent, isMain);
    } finally {
      depth--;
      if (depth === 0) code += performance.now() - began;
    }
  };
  const subscriptions: unknown[] = [];
  const began = performance.now();
  const extension = Module.createRequire(path.resolve('package.json'))('./dist/extension.js') as { activate(context: object): void };
  extension.activate({ subscriptions, extensionUri: { path: path.resolve('.') }, workspaceState: {}, globalState: {} });
  const activated = performance.now() - began;
  const findings = what === 'plain' ? undefined : (await found) - began;
  return { activated, code, findings };
}

const runs = 15;

/** The medians of many starts, each in a process of its own. */
function medians(what: Case): Start {
  const starts = Array.from({ length: runs }, () => {
    const out = execFileSync(process.execPath, [process.argv[1] ?? '', what], { encoding: 'utf8' });
    return JSON.parse(out) as Start;
  });
  const median = (of: (start: Start) => number): number =>
    starts.map(of).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return {
    activated: median(({ activated }) => activated),
    code: median(({ code }) => code),
    findings: what === 'plain' ? undefined : median(({ findings }) => findings ?? 0),
  };
}

const rows: Readonly<Record<Case, string>> = {
  plain: 'a plain Markdown file',
  en: 'a postmortem of 2,000 words, English',
  zh: 'a postmortem of 2,000 words, Chinese',
};

const one = cases.find((each) => each === process.argv[2]);
if (one) {
  console.log(JSON.stringify(await startOnce(one)));
  // What the extension watches would keep the process alive.
  process.exit(0);
}
const figure = (ms: number | undefined): string => (ms === undefined ? '' : ms < 10 ? ms.toFixed(1) : ms.toFixed(0));
console.log('| the editor opens | activated, ms | first findings, ms | of it, reading code |');
console.log('| --- | ---: | ---: | ---: |');
for (const what of cases) {
  const { activated, code, findings } = medians(what);
  console.log(`| ${rows[what]} | ${figure(activated)} | ${figure(findings)} | ${figure(code)} |`);
}
