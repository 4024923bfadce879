/** Prints the suite's report, which comes out of the extension host line by line, as mocha would. */
import { MARK } from './suite.mjs';

/**
 * @param {(stack: string) => string} readStack makes an error's stack readable
 * @returns {{ take(text: string): void, counts: { passed: number, failed: number, skipped: number }, ended(): boolean }}
 *   `take` reads one line of the host's console (others than the suite's are left alone)
 */
export function createReport(readStack) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let ended = false;
  const take = (text) => {
    const at = text.indexOf(`${MARK} {`);
    if (at < 0) return;
    let line;
    try {
      line = JSON.parse(text.slice(at + MARK.length, text.lastIndexOf('}') + 1));
    } catch {
      return;
    }
    const indent = '  '.repeat(line.depth ?? 0);
    if (line.type === 'suite') console.log(`${indent}${line.title}`);
    if (line.type === 'pass') {
      counts.passed++;
      console.log(`${indent}✔ ${line.title}${line.ms > 100 ? ` (${line.ms} ms)` : ''}`);
    }
    if (line.type === 'skip') {
      counts.skipped++;
      console.log(`${indent}- ${line.title}`);
    }
    if (line.type === 'fail') {
      counts.failed++;
      console.log(`${indent}✖ ${line.title}\n${readStack(line.error).replace(/^/gm, `${indent}    `)}`);
    }
    if (line.type === 'end') ended = true;
  };
  return { take, counts, ended: () => ended };
}
