/**
 * Runs the editor suite with mocha inside VS Code's extension host.
 *
 * Mocha's browser build is used in both hosts, so that the suite is the same in Node and in a web worker, where
 * `process` does not exist. The report leaves the host as lines of JSON on the console; the runner outside prints them.
 */
import 'mocha';
import { options } from './options';

/** One line of the report. Times are in milliseconds. */
export type ReportLine =
  | { readonly type: 'suite'; readonly title: string; readonly depth: number }
  | { readonly type: 'pass'; readonly title: string; readonly depth: number; readonly ms: number }
  | { readonly type: 'skip'; readonly title: string; readonly depth: number }
  | { readonly type: 'fail'; readonly title: string; readonly depth: number; readonly error: string }
  | { readonly type: 'end'; readonly passed: number; readonly failed: number; readonly skipped: number };

const TEST_LIMIT_MS = 30_000;

// The browser build puts itself on the global object; its own `run` asks for an address bar, so the class's is called.
declare const Mocha: { prototype: { run(this: unknown, done: (failures: number) => void): MochaRunner } };
declare const mocha: { setup(options: object): void; grep(pattern: RegExp): void };
type MochaRunner = { on(event: string, listener: (item: MochaItem, error?: unknown) => void): void };
type MochaItem = {
  readonly title: string;
  readonly duration?: number;
  readonly root?: boolean;
  fullTitle(): string;
  titlePath(): string[];
};

/**
 * @param loads each loads one file of tests
 * @returns settles when all tests passed
 * @throws Error with the number of failed tests, which makes the editor's exit code 1
 */
export async function runSuite(loads: readonly (() => unknown)[]): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: TEST_LIMIT_MS, slow: 5000, reporter: SilentReporter });
  for (const load of loads) load();
  if (options.grep) mocha.grep(new RegExp(options.grep, 'i'));
  const failed = await new Promise<number>((resolve) => {
    const runner = Mocha.prototype.run.call(mocha, resolve);
    reportOn(runner);
  });
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

class SilentReporter {}

function reportOn(runner: MochaRunner): void {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const depth = (item: MochaItem) => item.titlePath().length;
  runner.on('suite', (item) => {
    if (!item.root) write({ type: 'suite', title: item.title, depth: depth(item) });
  });
  runner.on('pass', (item) => {
    counts.passed++;
    write({ type: 'pass', title: item.title, depth: depth(item), ms: item.duration ?? 0 });
  });
  runner.on('pending', (item) => {
    counts.skipped++;
    write({ type: 'skip', title: item.title, depth: depth(item) });
  });
  runner.on('fail', (item, error) => {
    counts.failed++;
    write({ type: 'fail', title: item.fullTitle(), depth: depth(item), error: describeError(error) });
  });
  runner.on('end', () => write({ type: 'end', ...counts }));
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
}

function write(line: ReportLine): void {
  console.log(`${options.mark} ${JSON.stringify(line)}`);
}
