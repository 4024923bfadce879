/** Turns places in the bundled suite back into places in its source. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { root } from './places.mjs';

const FRAME = /^(\s*at .*?)\(?[^\s(]*editor-suite\.js[^:]*:(\d+):(\d+)\)?$/;

/**
 * @param {string} bundle the bundled suite, with its source map inside
 * @returns {(stack: string) => string} rewrites an error's stack: frames of tests name their file and line, frames of
 *   mocha and of VS Code are left out
 */
export function createStackReader(bundle) {
  let map;
  const load = () => {
    const text = readFileSync(bundle, 'utf8');
    const encoded = text.slice(text.lastIndexOf('base64,') + 'base64,'.length);
    return new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  };
  return (stack) =>
    stack
      .split('\n')
      .flatMap((line) => {
        if (!/^\s*at /.test(line)) return [line];
        const [, head, row, column] = FRAME.exec(line) ?? [];
        if (!head) return [];
        map ??= load();
        // The web worker's host makes a function of the module, whose head takes two lines.
        const shift = line.includes('#vscode-extension') ? 2 : 0;
        const entry = map.findEntry(Number(row) - 1 - shift, Number(column) - 1);
        const source = entry.originalSource;
        if (!source || /mocha|node_modules/.test(source)) return [];
        const file = path.relative(root, path.resolve(path.dirname(bundle), source));
        const name = file.startsWith('..') ? source.replace(/^.*?(test\/editor)/, '$1') : file;
        return [`${head.replace(/\s+$/, '')} (${name}:${entry.originalLine + 1}:${entry.originalColumn + 1})`];
      })
      .join('\n');
}
