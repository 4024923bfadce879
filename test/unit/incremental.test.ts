import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { markdownSyntax } from '../../src/core/document/markdown.js';
import { readDocument } from '../../src/core/document/parse.js';
import { createLinter, type Linter } from '../../src/core/index.js';

const seed = Number(process.env.CANDOR_SEED ?? Date.now() % 1_000_000);
const runs = Number(process.env.CANDOR_RUNS ?? 400);

/** Pieces that open, close, nest and break things, in many combinations. */
const piece = fc.constantFrom(
  '# Heading',
  '## For customers',
  '## Timeline',
  'Setext\n===',
  'A plain paragraph caused by human error.',
  '由于人为失误，服务中断。',
  '- item',
  '- item\n  more',
  '1. one',
  '2. two',
  '  - nested',
  '* * *',
  '---',
  '> quote',
  '> - quoted item',
  '>',
  '```',
  '```js',
  '~~~~',
  '  ```',
  '   ~~~',
  '    indented',
  '\tx',
  '- ```',
  '  code',
  ':::internal',
  ':::',
  '::::note',
  '::::',
  '  :::internal',
  ':::Internal',
  '::leaf',
  ':::{.x}',
  ':::note words',
  ':::note[label]{.x}',
  ':::note[a [b] `c`]',
  ':::note-',
  '<!-- c',
  '-->',
  '<!-- candor-ignore all: x -->',
  '<div>',
  '</div>',
  '<script>',
  '</script>',
  '<?php',
  '?>',
  '| a | b |',
  '| --- | --- |',
  '| human error | x |',
  '[ref]',
  '[ref]: https://x.example',
  '[^1]',
  '[^1]: note',
  '    note goes on',
  'text with `code` and *em*',
  'a :internal[b *c*] d',
  '\\:::internal',
  '',
  '',
  '   ',
  '# ',
  '####### seven',
  '+++',
  'x'.repeat(700),
);
const documents = fc
  .tuple(
    fc.constantFrom('', '---\ntype: postmortem\n---\n', '---\naudience: customer\n---\n', '---\n'),
    fc.array(fc.tuple(piece, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r')), { maxLength: 40 }),
  )
  .map(([front, pieces]) => front + pieces.map(([text, end]) => text + end).join(''));
const edit = fc.tuple(
  fc.nat(),
  fc.nat(30),
  fc.oneof(
    piece,
    piece.map((text) => `\n${text}\n`),
    fc.constantFrom('', 'x', '\n', ':', '`'),
  ),
);

function apply(text: string, [at, remove, insert]: [number, number, string]): string {
  const from = text.length === 0 ? 0 : at % (text.length + 1);
  return text.slice(0, from) + insert + text.slice(from + remove);
}

/** What a check gives, without what never differs. */
const findings = (linter: Linter, text: string): unknown =>
  linter.check(text).map(({ rule, start, end, text: words, message }) => [rule, start, end, words, message]);

test(`a check after edits finds what a first check finds (seed ${seed})`, () => {
  fc.assert(
    fc.property(documents, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
      const linter = createLinter();
      let text = start;
      linter.check(text);
      for (const change of edits) {
        text = apply(text, change as [number, number, string]);
        assert.deepEqual(findings(linter, text), findings(createLinter(), text));
      }
    }),
    { seed, numRuns: runs },
  );
});

test(`what a check in steps tells early stays, and one that is given up leaves no trace (seed ${seed})`, () => {
  // What is ignored in the whole file may stand at its end.
  const endOf = fc.constantFrom('', '\n\n<!-- candor-ignore-file person-as-cause: x -->\n');
  fc.assert(
    fc.property(documents, endOf, documents, fc.nat(30), (start, end, other, most) => {
      const text = start + end;
      const linter = createLinter();
      const steps = linter.steps(text);
      const early = new Set<string>();
      let step = steps.next();
      for (let count = 0; !step.done && count < most; count++, step = steps.next())
        for (const finding of step.value) early.add(JSON.stringify(finding));
      const whole = createLinter().check(text);
      const all = new Set(whole.map((finding) => JSON.stringify(finding)));
      for (const finding of early) assert.ok(all.has(finding), finding);
      if (step.done) assert.deepEqual(step.value.findings, whole);
      assert.deepEqual(findings(linter, other), findings(createLinter(), other));
      assert.deepEqual(findings(linter, text), findings(createLinter(), text));
    }),
    { seed, numRuns: Math.min(runs, 200) },
  );
});

/** What is found, and where the sections of the explanation are. */
function judged(linter: Linter, text: string) {
  const { findings: found, explained } = linter.analyze(text);
  return { found, explained: explained && [...explained].map(([kind, section]) => [kind, section?.heading]) };
}

test('words of a timeline’s row beside its time count too', () => {
  const text = (row: string): string =>
    `---\ntype: postmortem\ntimezone: UTC\n---\n\n# Pumps stopped\n\n## Timeline\n\n| Time (UTC) | What |\n| --- | --- |\n| 2026-03-03 14:05 | Pumps stop. |\n| 14:45 | ${row} |\n| 15:20 | Pumps run again. |\n\n## For customers\n\n### What happened\n\nOn 3 March 2026 from 14:05 to 15:20 UTC all 1,240 of you had no water, and we are sorry. We told you 10 minutes after it began.\n`;
  const linter = createLinter();
  const told = text('First notice to customers by e-mail.');
  const other = text('Second pump checked by hand, at last.');
  assert.ok(linter.check(told).some(({ rule }) => rule === 'contradicting-facts'));
  for (const edited of [other, told, other]) assert.deepEqual(judged(linter, edited), judged(createLinter(), edited));
});

/** What an author writes that some rule about the whole document reads. */
const sentence = fc.constantFrom(
  'From 14:05 to 15:20 UTC on 3 March 2026, 3,400 customers could not pay.',
  'It took 75 minutes.',
  'Of 1,240 orders, 640 were sent and 500 were not.',
  'No data was lost.',
  'The last 12 orders were lost.',
  'By 4 May 2026 we will add a second power line.',
  'Done: we have added a second power line on 4 June 2026.',
  'Our next message comes on 6 March 2026 at 16:00 UTC.',
  'You can reach us at help@example.com.',
  'We are sorry. We told you too late.',
  'The failover of the load balancer (which spreads visitors) failed on db-prod-03.',
  'There was a brief outage; the service was slow.',
  'The data breach was an attack.',
  'See [the status page][status] and the note.[^1]',
  '[status]: https://status.example.com',
  '[^1]: A note.',
  '3月3日14:05至15:20（北京时间），3400位客户无法付款。没有数据丢失。',
  '我们将在5月4日之前增加备用线路。下一次消息将于3月6日发布。',
  '| Action | Owner | Due |\n| --- | --- | --- |\n| Add a second line | | 2026-05-04 |\n| Measure it | Grid team | 2026-03-01 |',
  '| Time | What |\n| --- | --- |\n| 14:05 | It stops. |\n| 15:20 | It works. |\n| 14:40 | Found. |',
  '## Impact',
  '### What happened\n\nWe are sorry.',
  '## Customer explanation',
  ':::internal\nOnly for us, on db-prod-03.\n:::',
  '::: internal',
  ':::',
  '```\nssh db-prod-03\n```',
  '```',
  '<!-- candor-ignore contradicting-facts -->',
  '<!-- candor-ignore-file vague -->',
  '> Somebody said: it took 5 hours.',
);
/** What is written in front matter. */
const line = fc.constantFrom(
  'began: 2026-03-03 14:05 UTC',
  'resolved: 2026-03-03 18:05 UTC',
  'notified: 2026-03-03 17:00 UTC',
  'affected: 3,400 customers',
  'impact: outage',
  'severity: 1',
  'audience: customer',
  'language: zh',
  'glossary:\n  failover: a switch',
  'x: 1',
);

type Write = (text: string, at: number) => string;
const place = (text: string, at: number): number => at % (text.length + 1);
const insert =
  (what: string): Write =>
  (text, at) => {
    const from = place(text, at);
    return text.slice(0, from) + what + text.slice(from);
  };
/** Replaces the first match behind a place, else the first of all. */
const change =
  (what: RegExp, by: string | ((found: string) => string)): Write =>
  (text, at) => {
    const from = text.slice(place(text, at)).search(what) < 0 ? 0 : place(text, at);
    const rest = text.slice(from).replace(what, (found) => (typeof by === 'string' ? by : by(found)));
    return text.slice(0, from) + rest;
  };

const write: fc.Arbitrary<Write> = fc.oneof(
  fc.constantFrom('x', ' ', '\n', '7', '。', '*', ':', '`').map(insert),
  sentence.map((words) => insert(` ${words}`)),
  sentence.map((words) => change(/\n\n/, `\n\n${words}\n\n`)),
  line.map((words) => change(/^---\n/, `---\n${words}\n`)),
  fc.constantFrom(
    change(/\d/, '8'),
    change(/\d+:\d\d/, '09:41'),
    change(/[a-z]{4,}/, (word) => `**${word}**`),
    change(/[a-z]{4,}/, (word) => word.toUpperCase()),
    change(/^(began|resolved|notified|timezone|impact|affected):.*\n/m, ''),
    change(/^## .*$/m, '## Timeline'),
    change(/^### .*$/m, '### Why it happened'),
    change(/^#+ .*\n/m, ''),
    change(/^:::.*$/m, ''),
    change(/\n\n[^\n]+\n/, '\n'),
    change(/\n\n[\s\S]{1,900}/, '\n'),
    change(/[^.。\n]+[.。]/, ''),
    (text) => text.replace(/\r?\n/g, '\r\n'),
    (text) => text.replace(/\r\n/g, '\n'),
  ),
);

const examples = readdirSync('test/fixtures/workspace').filter((name) => name.endsWith('.md'));
test(`so does one of a whole postmortem, edited in all its parts and put back (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.array(fc.tuple(write, fc.nat()), { minLength: 1, maxLength: 8 }),
      (name, edits) => {
        const settings = { now: Date.UTC(2026, 5, 1), replace: { widget: 'part' } };
        const linter = createLinter(settings);
        const first = readFileSync(path.join('test/fixtures/workspace', name), 'utf8');
        let text = first;
        linter.check(text);
        for (const [edited, at] of edits) {
          text = edited(text, at);
          assert.deepEqual(judged(linter, text), judged(createLinter(settings), text));
        }
        assert.deepEqual(judged(linter, first), judged(createLinter(settings), first));
      },
    ),
    { seed, numRuns: Math.ceil(runs / 4) },
  );
});

/**
 * Nodes with their places in the document. Places end at the last letter: what is open at the end of a text (a fence
 * in a list) may or may not have the last line endings in it, and in its value. For the same reason an item that ends in
 * an open directive may or may not count as loose; such a document is refused anyway.
 */
function shape(nodes: readonly unknown[], text: string, offset: number): unknown {
  return JSON.parse(
    JSON.stringify(nodes, (key, value) => {
      if (key === 'value') return String(value).trimEnd();
      if (value?.type === 'listItem' && value.children.at(-1)?.type === 'containerDirective') {
        return { ...value, spread: undefined };
      }
      if (key !== 'position') return value;
      const end = text.slice(0, value.end.offset + offset).trimEnd().length;
      return [value.start.offset + offset, Math.max(end, value.start.offset + offset)];
    }),
  );
}

test(`chunks read alone are what the whole document reads (seed ${seed})`, () => {
  fc.assert(
    fc.property(documents, (text) => {
      // micromark reads a definition inside a directive too late for references before it; chunks see it everywhere.
      fc.pre(!(text.includes(':::') && text.includes(']:')));
      const { chunks, frontMatter } = readDocument(text);
      const whole = fromMarkdown(text.slice(frontMatter.end), markdownSyntax);
      const pieces = chunks.flatMap(({ chunk, offset }) => shape(chunk.nodes, text, offset));
      assert.deepEqual(pieces, shape(whole.children, text, frontMatter.end));
    }),
    { seed, numRuns: runs },
  );
});

const corpus = path.resolve('../shared/corpus');
const missing = existsSync(corpus) ? false : 'the corpus is not beside the project';
test('chunks read alone are what the whole document reads, on real reports; random edits too', {
  skip: missing,
}, () => {
  const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  for (const name of names) {
    const text = readFileSync(path.join(corpus, name), 'utf8');
    const { chunks, frontMatter } = readDocument(text);
    const whole = fromMarkdown(text.slice(frontMatter.end), markdownSyntax);
    assert.deepEqual(
      chunks.flatMap(({ chunk, offset }) => shape(chunk.nodes, text, offset)),
      shape(whole.children, text, frontMatter.end),
      name,
    );
  }
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.array(edit, { minLength: 1, maxLength: 4 }), (name, edits) => {
      const linter = createLinter();
      let text = readFileSync(path.join(corpus, name), 'utf8');
      linter.check(text);
      for (const change of edits) text = apply(text, change as [number, number, string]);
      assert.deepEqual(findings(linter, text), findings(createLinter(), text));
    }),
    { seed, numRuns: Math.min(runs, 60) },
  );
});
