import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLeaks } from '../../../src/core/leak/scan.js';

const hostile = [
  'a',
  '1',
  '.',
  '-',
  '/',
  ':',
  '@',
  '#',
  '=',
  '_',
  '\\',
  ' ',
  '"',
  '(',
  'a.',
  '1.',
  'a-',
  'a/',
  '1:',
  '::',
  'a@',
  '@a',
  '#a-',
  'a=',
  '_-',
  'A',
  'A-1',
  'aB',
  '10.0.',
  'db-',
  'www.',
  'http://',
  'a://b@',
  'eyJ',
  'eyJa.',
  'eyJaaaaaaaa.eyJaaaa.',
  'AKIA',
  'xoxb-',
  '-----BEGIN ',
  'password',
  'password:',
  'Bearer ',
  'SELECT ',
  'SELECT a FROM ',
  'DELETE FROM a WHERE a = b AND ',
  "WHERE a = '",
  'UPDATE a SET ',
  'kubectl a ',
  'kubectl get -a ',
  'rm -a ',
  'ssh a',
  'at a.a',
  'a.a(',
  'at a(a:1',
  'File "',
  'Caused by: ',
  'goroutine 1 [',
  '[ERROR]',
  '2024-01-01 00:00:00',
  '数据库',
  '@张',
  '#故障',
  '密码：',
  'ip-10-0-',
  'e'.repeat(39),
  'commit ',
  'pod ',
  'é',
  '\uFF20',
  'kubectl-',
  'git push ',
  'origin/',
  '~/',
  '../',
  'C:\\',
  '\\\\a\\',
];

/** Milliseconds: of one run where that is quick, else the shortest of three. */
function cost(text: string, code: boolean): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3 && best > 150; run++) {
    const began = process.cpuUsage();
    findLeaks(text, { code });
    best = Math.min(best, process.cpuUsage(began).user / 1000);
  }
  return best;
}

test('hostile text costs time in proportion to its length', () => {
  const wrong: string[] = [];
  for (const unit of hostile) {
    for (const code of [false, true]) {
      const make = (size: number): string => unit.repeat(Math.ceil(size / unit.length));
      const long = cost(make(100_000), code);
      // Quadratic growth is sixteenfold here; a busy machine shakes short times, so only long ones are compared.
      if (long > 300 && long > 10 * cost(make(25_000), code))
        wrong.push(`${JSON.stringify(unit)}: ${long.toFixed(0)} ms`);
      if (long > 3000) wrong.push(`${JSON.stringify(unit)}: ${long.toFixed(0)} ms for 100 kB`);
    }
  }
  assert.deepEqual(wrong, []);
});
