import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readDocument } from '../../src/core/document/parse.js';
import { mask, sourceSpan } from '../../src/core/document/prose.js';

/** Every letter of prose that stands for one letter of source must be that letter. */
function wrongLetters(text: string): string[] {
  const wrong: string[] = [];
  for (const { chunk, offset } of readDocument(text).chunks) {
    for (const block of chunk.blocks) {
      for (const prose of new Set([block.prose, block.full])) {
        for (let at = 0; at < prose.text.length; at++) {
          const { start, end } = sourceSpan(prose, at, at + 1);
          const letter = prose.text.charAt(at);
          const source = text.slice(offset + start, offset + end);
          const right =
            source === letter ||
            letter === mask ||
            source === `\\${letter}` ||
            (letter === ' ' && /^[ \t]*(?:\\?(?:\r\n|\n|\r))?[\s>]*$/.test(source)) ||
            (letter === '\uFFFD' && source === '\0') ||
            /^&[#\w]+;$/.test(source);
          if (!right) wrong.push(`${JSON.stringify(letter)} for ${JSON.stringify(source)} at ${offset + start}`);
        }
      }
    }
  }
  return wrong;
}

/** The words of all blocks, to see that nothing is lost. */
const words = (text: string): string =>
  readDocument(text)
    .chunks.flatMap(({ chunk }) => chunk.blocks.map((block) => block.prose.text))
    .join(' | ');

const hostile: Record<string, string> = {
  entities: 'AT&amp;T was down &#x1F642; due to human&nbsp;error &lt;here&gt; &notanentity; &.',
  escapes: 'a\\_b \\* not emphasis \\* human error, C:\\temp and \\\\server',
  'wrapped list': '- one human\n  error in a\n  list\n\n  second paragraph\n1. two human\n   error',
  'wrapped quote': '> human\n> error\nlazy line\n> > nested human\n> > error',
  'quote in list': '- > human\n  > error\n  > wrapped',
  'indented wrap': 'human   \n   error and   \n\ttabbed',
  'hard breaks': 'human  \nerror\\\nagain',
  table: '| a | b |\n| --- | --- |\n| human error | x\\|y *em* |\n| `code` | 🙂 error |',
  emphasis: 'in *order* to **human** ***error*** ~~gone~~ end',
  links:
    '[human error](https://x.example "title") and ![alt human](a.png) <https://y.example> [ref][r]\n\n[r]: https://z.example',
  footnote: 'text[^1] human error\n\n[^1]: note human\n    error wrapped',
  cjk: '由于**人为**失误，数据库\n宕机。　全角　空格',
  emoji: '👩‍👩‍👧 é (e\u0301) 𝒳 human error',
  directives: ':::internal\nhuman error\n:::\n\nan :internal[host *db*] aside, 10:30 and a:b and :x: end',
  task: '- [ ] todo human error\n- [x] done',
  headings: '# Human error #\n\nHuman\nerror\n=====\n\n  ## Indented ##',
  html: 'a <b>human</b> error <!-- c --> end\n\n<div>\nhuman error\n</div>\n\nafter',
  nul: 'a\0b human error',
  'front matter': '---\ntitle: x\n---\n\nhuman error',
};

for (const [name, text] of Object.entries(hostile)) {
  for (const [ending, variant] of [
    ['LF', text],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
    ['BOM', `\uFEFF${text}`],
  ] as const) {
    test(`prose stands where it says: ${name}, ${ending}`, () => {
      assert.deepEqual(wrongLetters(variant), []);
    });
  }
}

test('prose loses no words at escapes, entities and wraps', () => {
  assert.equal(words(hostile['wrapped quote'] ?? ''), 'human error lazy line | nested human error');
  assert.equal(
    words(hostile.entities ?? '').replace('\u00a0', ' '),
    'AT&T was down 🙂 due to human error <here> &notanentity; &.',
  );
  assert.equal(words(hostile.table ?? ''), `a | b | human error | x|y em | ${mask} | 🙂 error`);
  assert.equal(words(hostile.directives ?? ''), `human error | an ${mask} aside, 10:30 and a:b and :x: end`);
});

const corpus = path.resolve('../shared/corpus');
test('prose stands where it says on real reports', {
  skip: existsSync(corpus) ? false : 'the corpus is not beside the project',
}, () => {
  for (const name of readdirSync(corpus, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.md')) continue;
    const text = readFileSync(path.join(corpus, name), 'utf8');
    assert.deepEqual(wrongLetters(text).slice(0, 3), [], name);
  }
});
