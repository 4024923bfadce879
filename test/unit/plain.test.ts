import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RootContent } from 'mdast';
import type {} from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { markdownSyntax } from '../../src/core/document/markdown.js';
import { readPlain } from '../../src/core/document/plain.js';

const seed = Number(process.env.CANDOR_SEED ?? Date.now() % 1_000_000);
const runs = 5 * Number(process.env.CANDOR_RUNS ?? 400);

/** A node as plain data: what micromark leaves undefined is not there. */
const plain = (nodes: readonly RootContent[]): unknown => JSON.parse(JSON.stringify(nodes));

/** Holds what is read plainly against what micromark reads of the same text. @returns how many blocks were read */
function agree(text: string): number {
  const { nodes, end, line } = readPlain(text, 0, 1);
  const { children } = fromMarkdown(text, markdownSyntax);
  assert.deepEqual(plain(nodes), plain(children.slice(0, nodes.length)));
  // The rest is what micromark makes of it alone: nothing was open where reading stopped.
  const rest = fromMarkdown(text.slice(end), markdownSyntax).children;
  assert.equal(nodes.length + rest.length, children.length);
  const next = children[nodes.length];
  const first = rest[0];
  if (next && first) {
    assert.equal(first.type, next.type);
    assert.equal((first.position?.start.offset ?? 0) + end, next.position?.start.offset);
    assert.equal((first.position?.start.line ?? 0) + line - 1, next.position?.start.line);
  }
  return nodes.length;
}

/** Pieces of lines: plain ones, those that are read, and those at which reading must stop. */
const piece = fc.constantFrom(
  ...[
    'word',
    'words and',
    'é',
    '误',
    '操作。',
    '：',
    '，',
    '“quoted”',
    '😀',
    '7',
    '12.',
    '1)',
    '09:42',
    '10:04:59',
    ':',
  ],
  ...[
    'a:b',
    'x: y',
    '::',
    ':x-',
    ':x_y',
    ':日本',
    ':😀',
    ':.',
    ':internal[words]',
    ':internal[',
    ':x[误]',
    'a:b[c d]{.x}',
    '`code`',
    '`a b`',
    '` pad `',
    '``',
    '`',
    '*',
    '**',
    '_',
  ],
  ...[
    '*em*',
    '**strong**',
    '**both*',
    '***',
    '_em_',
    'snake_case',
    '__init__',
    '~',
    '~~gone~~',
    '\\',
    '\\*',
    '&',
    '&amp;',
  ],
  ...[
    '<',
    '<b>',
    '[',
    ']',
    '[x]',
    '(',
    ')',
    '!',
    '![',
    '|',
    '{',
    '}',
    '{.x}',
    '#',
    '##',
    '-',
    '--',
    '+',
    '=',
    '>',
    '/',
    '@',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\u3000',
    '\ufeff',
    '\0',
    '\u2028',
    '\ud800',
    '.',
    ',',
    '"',
    "'",
    '$',
    '%',
  ],
);
const lineStart = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '',
    '',
    '',
    '# ',
    '## ',
    '#',
    '- ',
    '- ',
    '- ',
    '* ',
    '+ ',
    '-',
    '1. ',
    '2. ',
    '10) ',
    '1) ',
    '  ',
    '  ',
  ],
  ...[
    '   ',
    '    ',
    '\t',
    '> ',
    '---',
    '===',
    '```',
    '~~~',
    ':::',
    '::leaf',
    '| ',
    '<!-- ',
    '[x]: ',
    '[^1]: ',
    '- [ ] ',
    '-  ',
  ],
);
const line = fc.tuple(lineStart, fc.array(piece, { maxLength: 6 })).map(([start, pieces]) => start + pieces.join(''));
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n \n', '\n\t\n', '');
const text = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 12 })
  .map((lines) => lines.map(([words, end]) => words + end).join(''));
/** The same of gentle pieces, so that much is read before reading stops. */
const gentlePiece = fc.constantFrom(
  ...[
    'word',
    'two words',
    'word',
    '误操作。',
    '操作',
    ' ',
    ' ',
    ' ',
    '09:42',
    ': ',
    'a:b',
    '10:04:59',
    '`code`',
    ' *em* ',
    'x',
  ],
  ...[
    '**strong**',
    '(',
    ')',
    '.',
    ',',
    '“',
    'x_y',
    '😀',
    '-',
    '>',
    '|',
    '!',
    ':',
    '2025',
    '1.',
    '#',
    '**“a”**',
    ' **a b** ',
  ],
);
const odd = fc.constantFrom(' ', '*', '**', '`', '  ', '_', '');
const gentleLine = fc
  .tuple(
    fc.constantFrom('', '', '', '', '- ', '- ', '- ', '  ', '1. ', '2. ', '* ', '# ', '### '),
    fc.constantFrom('a', 'word ', '误', '**b** ', '`c` ', '(d) ', '7 '),
    fc.array(fc.oneof({ weight: 30, arbitrary: gentlePiece }, { weight: 1, arbitrary: odd }), { maxLength: 4 }),
    fc.constantFrom('', 'e', '.', '*f*'),
  )
  .map(([start, first, pieces, last]) => start + first + pieces.join('') + last);
const gentle = fc
  .array(fc.tuple(gentleLine, fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\n \n', '')), {
    maxLength: 8,
  })
  .map((lines) => lines.map(([words, end]) => words + end).join(''));

const fence = fc.constantFrom(...Array(9).fill(':::'), '::::', ':::::', ':: :', ' :::', '::: ');
const opener = fc.constantFrom(
  ...Array(9).fill(':::internal'),
  '::::internal',
  ':::note',
  ':::internal ',
  ':::int_1',
  ':::',
);
const between = fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', '\r', '\n \n', '');
const simple = fc
  .array(fc.constantFrom('Two words.\n', '- a\n- b\n', '## Head\n', '\n', '误操作。\r\n', 'At 09:42 **it** broke\n'), {
    maxLength: 5,
  })
  .map((lines) => lines.join(''));
const inside = fc.oneof({ weight: 3, arbitrary: simple }, gentle);
const container = (content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(opener, between, content, fence, between).map((parts) => parts.join(''));
/** Containers with gentle text, whole ones and others, one in another too. */
const containers = fc
  .array(fc.oneof(inside, container(inside), container(container(inside))), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));

test(`what is read plainly is what micromark reads, in containers (seed ${seed})`, () => {
  let read = 0;
  fc.assert(
    fc.property(containers, (source) => {
      agree(source);
      read += readPlain(source, 0, 1).nodes.filter(({ type }) => type === 'containerDirective').length;
    }),
    { seed, numRuns: runs },
  );
  assert.ok(read > runs / 40, `${read} containers were read in ${runs} texts`);
});

test(`what is read plainly is what micromark reads, on hostile texts (seed ${seed})`, () => {
  fc.assert(
    fc.property(text, (source) => {
      agree(source);
    }),
    { seed, numRuns: runs },
  );
});

test(`what is read plainly is what micromark reads, on gentle texts (seed ${seed})`, () => {
  let read = 0;
  fc.assert(
    fc.property(gentle, (source) => {
      read += agree(source);
    }),
    { seed, numRuns: runs },
  );
  // Else the test would say nothing.
  assert.ok(read > runs / 4, `${read} blocks were read in ${runs} texts`);
});

const corpus = path.resolve('../shared/corpus');
const missing = existsSync(corpus) ? false : 'the corpus is not beside the project';
test('what is read plainly is what micromark reads, from every line of real reports on', { skip: missing }, () => {
  const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  for (const name of names) {
    const lines = readFileSync(path.join(corpus, name), 'utf8').split(/(?<=\n)/);
    // Each line begins a text once; a text is long enough for what its blocks lead to.
    for (let from = 0; from < lines.length; from += 8) agree(lines.slice(from, from + 24).join(''));
  }
});
