import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  actionLinks,
  addCustomerPart,
  addToGlossary,
  applyEdit,
  createLinter,
  internalPlaces,
  markInternal,
  plainWordsAt,
  termPlaces,
} from '../../../src/core/index.js';

const read = (text: string) => createLinter().analyze(text).postmortem;

describe('adding a customer part', () => {
  const front =
    '---\ntype: postmortem\nbegan: 2026-03-03 14:05\ndetected: 2026-03-03 14:12\nnotified: 2026-03-03 14:31\n' +
    'mitigated: 2026-03-03 16:40\nnext-update: 2026-03-06 10:00\ntimezone: Europe/Berlin\naffected: 1,240\n' +
    'contact: help@example.com\n---\n';

  it('takes over what front matter says, and leaves blanks for the rest', () => {
    const text = `${front}\n# Invoices\n\n## Summary\n\nThe disk was full.\n\n`;
    const edit = addCustomerPart(read(text), 'UTC');
    assert.ok(edit);
    const made = applyEdit(text, edit);
    assert.ok(made.startsWith(`${front}\n# Invoices\n\n## Summary\n\nThe disk was full.\n\n## Customer explanation\n`));
    assert.match(made, /From 14:05 UTC\+1 on 3 March 2026 to 16:40 UTC\+1 on 3 March 2026, 1,240 of our customers/);
    assert.match(made, /for 2 hours 35 minutes we let you down/);
    assert.match(made, /comes on 6 March 2026 at 10:00 UTC\+1, at \[where messages appear\]/);
    assert.match(made, /write to help@example\.com/);
    const after = read(made);
    assert.ok(after.hasCustomerPart);
    assert.equal(addCustomerPart(after, 'UTC'), undefined, 'twice');
  });

  it('makes up nothing that front matter does not say', () => {
    const edit = addCustomerPart(read('---\ntype: postmortem\nbegan: 2026-03-03\naffected: many shops\n---\n'), 'UTC');
    assert.match(edit?.text ?? '', /From \[start time, with zone\] to \[end time, with zone\], \[number\] of our/);
  });

  it('is written in the language of the document, with its line ends', () => {
    const edit = addCustomerPart(read('---\r\ntype: postmortem\r\nlanguage: zh\r\n---\r\n'), 'UTC');
    assert.match(edit?.text ?? '', /^\r\n\r\n## 客户说明\r\n\r\n### 发生了什么\r\n/);
    assert.doesNotMatch(edit?.text ?? '', /(?<!\r)\n/);
  });
});

describe('adding a term to the glossary', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['an empty map', 'glossary: {}\n', 'glossary: \n  failover: the switch\n'],
    ['an empty key with a comment', 'glossary: # terms\nid: 1\n', 'glossary: # terms\n  failover: the switch\nid: 1\n'],
    ['no key', 'id: 1 # one\n', 'id: 1 # one\nglossary:\n  failover: the switch\n'],
    [
      'a list with comments',
      'glossary:\n    # ours\n    node: a machine # yes\n\nid: 1\n',
      'glossary:\n    # ours\n    node: a machine # yes\n    failover: the switch\n\nid: 1\n',
    ],
    ['a map on one line', 'glossary: { node: a machine }\n', 'glossary: { node: a machine , failover: the switch}\n'],
  ];
  for (const [name, before, after] of cases) {
    it(`works with ${name}`, () => {
      const text = `---\ntype: postmortem\n${before}---\n\nText\n`;
      const edit = addToGlossary(text, 'failover', 'the switch');
      assert.ok(edit);
      const made = applyEdit(text, edit);
      assert.equal(made, `---\ntype: postmortem\n${after}---\n\nText\n`);
      assert.equal(read(made).frontMatter.values.glossary?.get('failover'), 'the switch');
      assert.equal(addToGlossary(made, 'Failover', 'again'), undefined, 'a term stands there once');
    });
  }

  it('makes front matter where there is none, and none where it is broken', () => {
    assert.match(
      applyEdit('Text\n', addToGlossary('Text\n', 'a: b', '#c') ?? { start: 0, end: 0, text: '' }),
      /^---\ntype: postmortem\nglossary:\n {2}"a: b": "#c"\n---\n\nText\n$/,
    );
    assert.equal(addToGlossary('---\na: [\n---\n', 'x', 'y'), undefined);
  });

  it('finds a term where it stands in the text, and nowhere else', () => {
    const text =
      '---\ntype: postmortem\nglossary:\n  node: a machine\n---\n\nA node, `node`, a [node](node.html), nodes, Node.\n\n| node |\n| --- |\n| 主node好 |\n';
    const places = termPlaces(read(text), 'node');
    assert.deepEqual(
      places.map(({ start, end }) => [text.slice(start, end), text.slice(0, start).split('\n').length]),
      [
        ['node', 4],
        ['node', 7],
        ['node', 7],
        ['Node', 7],
        ['node', 9],
        ['node', 11],
      ],
    );
  });
});

describe('marking as internal', () => {
  const front = '---\ntype: postmortem\naudience: customer\n---\n\n';
  const secret = (text: string): string =>
    read(text)
      .blocks.filter(({ audience }) => audience === 'customer')
      .map(({ block }) => block.prose.text)
      .join('\n');
  const mark = (text: string, words: string): string => {
    const start = (front + text).indexOf(words);
    const edit = markInternal(front + text, start, start + words.length);
    assert.ok(edit);
    return applyEdit(front + text, edit);
  };

  it('takes words out of a sentence, whatever brackets are in them', () => {
    for (const words of ['pay-gw-02', 'see [1', 'a] b', '[a] b', 'a \\] b']) {
      const made = mark(`We moved ${words} away.\n`, words);
      assert.ok(!secret(made).includes(words.slice(1, 4)), made);
      assert.equal(internalPlaces(read(made)).words.length, 1, made);
    }
  });

  it('takes whole lines out, with enough colons to hold what is inside', () => {
    for (const words of [
      'Secret one.\n\nSecret two.',
      'Secret alone.',
      ':::internal\nSecret\n:::',
      '::::internal\nSecret\n::::',
    ]) {
      const made = mark(`Before.\n${words}\nAfter.\n`, words);
      assert.equal(secret(made), 'Before.\nAfter.', made);
    }
  });

  it('makes nothing of white space, and leaves a table whole', () => {
    assert.equal(markInternal('a  \n b', 1, 5), undefined);
    const table = '| a |\n| --- |\n| b |\n| c |\n';
    assert.equal(markInternal(table, table.indexOf('| b'), table.indexOf('| b') + 5), undefined);
    assert.ok(markInternal(table, 0, table.length));
  });
});

describe('links of action ids', () => {
  it('lead where the team says, and nowhere else', () => {
    const found = actionLinks('See INC-7 and inc-8.', '[A-Z]+-(\\d+)', 'https://example.com/$0?n=$1');
    assert.deepEqual(found, [{ start: 4, end: 9, url: 'https://example.com/INC-7?n=7' }]);
    assert.equal(actionLinks('a/b&c', '.+', 'https://example.com/$0')[0]?.url, 'https://example.com/a%2Fb%26c');
    for (const [pattern, url] of [
      ['', 'https://example.com'],
      ['(', 'https://example.com'],
      ['x*', 'https://example.com'],
      ['INC', 'command:evil'],
      ['INC', 'javascript:alert(1)'],
    ] as const)
      assert.deepEqual(actionLinks('INC-7', pattern, url), [], pattern);
  });
});

describe('a technical term', () => {
  it('has plain words where it stands, and nothing has them elsewhere', () => {
    const text = 'The failover of two VMs took long.';
    assert.equal(plainWordsAt(text, 6)?.term, 'failover');
    assert.deepEqual(plainWordsAt(text, 21)?.plain, ['simulated servers']);
    assert.equal(plainWordsAt(text, 1), undefined);
    assert.equal(plainWordsAt('集群在10点后无法响应。', 1)?.plain[0], '服务器组');
    const traditional = plainWordsAt('14:05的故障轉移用時太長，發票無法開啟。', 6);
    assert.deepEqual([traditional?.plain[0], traditional?.explain], ['切換到備用系統', '備用系統接替故障系統']);
  });
});
