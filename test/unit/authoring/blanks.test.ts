import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  afterFrontMatter,
  blanksOf,
  blanksToFill,
  choicesOf,
  snippetText,
  templates,
} from '../../../src/core/index.js';
import { languages, snippetsOf } from '../filled.js';

const fill = (text: string, caret = 0, choices: ReadonlyMap<string, readonly string[]> = new Map()) =>
  blanksToFill(text, blanksOf(text, 'candor', afterFrontMatter(text)), caret, choices);

describe('the blanks of a text', () => {
  it('are those that Candor leaves, and no other brackets', () => {
    const text = 'From [date] we [sic] saw [number] of [them](https://example.com/number).\n\n- [ ] [do what]\n';
    assert.deepEqual(
      blanksOf(text, 'candor').map((blank) => [blank.text, text.slice(blank.start, blank.end)]),
      [
        ['[date]', '[date]'],
        ['[number]', '[number]'],
        ['[do what]', '[do what]'],
      ],
    );
    assert.deepEqual(
      blanksOf('【日期】，【另注】', 'candor').map(({ text: words }) => words),
      ['【日期】'],
    );
  });

  it('are all brackets that make nothing else, in a template that others wrote', () => {
    const text = '[our service], see [the page](x), [it][one] and [^1]\n\n- [x] done\n- [ ] open\n\n[one]: y\n【谁】\n';
    assert.deepEqual(
      blanksOf(text, 'any').map((blank) => blank.text),
      // What a reference refers to looks like a blank; where it is defined, it is none.
      ['[our service]', '[one]', '【谁】'],
    );
  });
});

describe('blanks as tab stops', () => {
  it('are one stop where the same blank stands in several places', () => {
    const found = fill('You can [do what].\n\nFrom [date] you could not [do what].\n');
    assert.equal(found?.snippet, 'You can ${1:[do what]}.\n\nFrom ${2:[date]} you could not ${1}');
    assert.equal(found?.count, 2);
  });

  it('begin at the caret and go round', () => {
    const text = 'At [date], [number] of them: [do what].';
    assert.equal(fill(text, 9)?.snippet, 'At ${3:[date]}, ${1:[number]} of them: ${2:[do what]}');
    assert.equal(fill(text, text.length)?.snippet, 'At ${1:[date]}, ${2:[number]} of them: ${3:[do what]}');
  });

  it('offer ready texts, and keep what means something in a snippet', () => {
    const choices = new Map([['[kind of cause]', ['[kind of cause]', 'a fault, ours', 'a | b']]]);
    const text = 'Costs $5 {or} \\ more: [kind of cause]';
    const snippet = fill(text, 0, choices)?.snippet ?? '';
    assert.equal(snippet, 'Costs \\$5 {or\\} \\\\ more: ${1|[kind of cause],a fault\\, ours,a \\| b|}');
  });

  it('leave front matter and the lines around them alone', () => {
    const text = '---\ntitle: "[date]"\n---\n\nFirst.\n\n  - On [date].\n\nLast.\n';
    const found = fill(text);
    assert.equal(text.slice(found?.start, found?.end), '  - On [date]');
    assert.equal(fill('---\ntitle: "[date]"\n---\n\nNothing to fill in.\n'), undefined);
  });

  for (const language of languages) {
    it(`leave every template as it is until something is typed (${language})`, () => {
      const choices = choicesOf(snippetsOf(language).map(({ body }) => body.join('\n')));
      assert.ok(choices.size > 1);
      for (const { name, text } of templates) {
        const found = fill(text[language], 0, choices);
        assert.ok(found, name);
        assert.ok(snippetText(found.snippet) === text[language].slice(found.start, found.end), name);
        assert.ok(found.count <= 100, name);
      }
    });
  }
});
