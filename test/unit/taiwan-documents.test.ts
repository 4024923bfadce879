import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'yaml';
import {
  addCustomerPart,
  applyEdit,
  createLinter,
  exportCustomer,
  inWriting,
  missingHeadings,
  newPostmortem,
  readMoment,
  templateIn,
  templates,
  writingOf,
  writingOfTag,
} from '../../src/core/index.js';
import { inTaiwan } from '../../src/core/language/taiwan.js';
import { taiwanese } from '../../src/tools/taiwan-words.js';
import { asMessage, blanks, expanded, filled, ordinary, snippetsOf } from './filled.js';
import { simplifiedIn } from './script.js';

const now = Date.UTC(2026, 2, 4, 1, 0);
const convert = taiwanese();
const inTaiwanWords = (values: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...values].map(([blank, example]) => [inTaiwan(blank), convert(example).replaceAll('北京', '台北')]));
const examples = inTaiwanWords(blanks('zh'));
const found = (text: string): string[] =>
  createLinter()
    .check(text)
    .map(({ rule, text: words }) => `${rule}: ${words}`);

const made = (template: (typeof templates)[number], title = '發票無法開啟'): string =>
  newPostmortem({
    template: templateIn(template, 'zh-TW'),
    writing: 'zh-TW',
    title,
    began: Date.UTC(2026, 2, 3, 6, 5),
    author: '王小明',
    id: '2026-014',
    zone: 'Asia/Taipei',
    now,
  });
const known: Record<string, string> = {
  severity: 'sev2',
  impact: 'outage',
  detected: '2026-03-03 14:12 +08:00',
  notified: '2026-03-03 14:31 +08:00',
  mitigated: '2026-03-03 16:40 +08:00',
  resolved: '2026-03-03 16:40 +08:00',
  'next-update': '2026-03-06 10:00 +08:00',
  affected: '1240',
  contact: 'help@example.com',
};

describe('a postmortem in the Chinese of Taiwan', () => {
  for (const template of templates) {
    it(`is made from ${template.name}, and says so`, () => {
      const text = made(template);
      assert.deepEqual(simplifiedIn(text), []);
      assert.match(text, /2026年3月3日14:05（台北時間）/);
      const yaml = parseDocument(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '');
      assert.deepEqual(yaml.errors, []);
      assert.equal(yaml.toJS().language, 'zh-TW');
      assert.equal(writingOf(createLinter().analyze(text).postmortem), 'zh-TW');
    });

    it(`from ${template.name} has the sections that the simplified one has`, () => {
      const kinds = (text: string): unknown =>
        createLinter()
          .analyze(text)
          .postmortem.sections.map(({ kind, audience }) => [kind, audience]);
      assert.deepEqual(kinds(templateIn(template, 'zh-TW')), kinds(template.text.zh));
    });

    it(`from ${template.name} has findings for its blanks alone, and none once they are filled`, () => {
      const text = made(template);
      assert.ok(found(text).some((each) => each.startsWith('placeholder-left')));
      const end = text.indexOf('\n---\n', 4);
      const head = text.slice(0, end).replace(/^([\w-]+): #.*$/gm, (_, key: string) => `${key}: ${known[key]}`);
      assert.deepEqual(found(head + filled(text.slice(end), 'zh', examples)), []);
    });
  }

  for (const [who, values] of [
    ['by their examples', examples],
    ['by somebody of another trade', inTaiwanWords(ordinary('zh'))],
  ] as const)
    it(`has no finding in snippets once their blanks are filled ${who}`, () => {
      const all = snippetsOf('zh').flatMap((snippet) =>
        expanded(snippet)
          .slice(snippet.body.join('').includes('|}') ? 1 : 0)
          .flatMap((simplified) => {
            const text = inWriting(simplified, 'zh-TW');
            assert.deepEqual(simplifiedIn(text), [], snippet.prefix);
            const isInline = snippet.prefix === 'pm-internal-inline';
            return found(asMessage(isInline ? text : filled(text, 'zh', values), 'zh-TW'))
              .filter(
                (each) =>
                  !/^(?:missing-section|placeholder-left):/.test(each) &&
                  !(each.startsWith('missing-part') && !text.startsWith('#')) &&
                  !(each.startsWith('internal-detail') && snippet.prefix.startsWith('pm-action')),
              )
              .map((each) => `${snippet.prefix}: ${each}`);
          }),
      );
      assert.deepEqual([...new Set(all)], []);
    });

  it('gets its customer part and its headings in its own characters', () => {
    const text =
      '---\ntype: postmortem\nbegan: 2026-03-03 14:05\nmitigated: 2026-03-03 16:40\ntimezone: Asia/Taipei\n---\n\n# 發票無法開啟\n\n## 摘要\n\n客戶的發票無法開啟。\n';
    const { postmortem } = createLinter().analyze(text);
    assert.equal(writingOf(postmortem), 'zh-TW');
    const edit = addCustomerPart(postmortem, 'UTC');
    const whole = edit ? applyEdit(text, edit) : '';
    assert.deepEqual(simplifiedIn(whole), []);
    assert.match(
      whole,
      /## 客戶說明\n\n### 發生了什麼\n\n2026年3月3日14:05（台北時間）至2026年3月3日16:40（台北時間）/,
    );
    assert.match(whole, /2小時35分鐘/);
    const headings = missingHeadings(postmortem, text.length).map((each) => each.text);
    assert.ok(headings.includes('## 時間軸') && headings.includes('## 客戶說明'), headings.join(' '));
  });
});

describe('the way of writing', () => {
  it('is that of front matter, else of the text', () => {
    const of = (text: string): string => writingOf(createLinter().analyze(text).postmortem);
    assert.equal(of('---\nlanguage: zh-Hant\n---\n\n# A\n'), 'zh-TW');
    assert.equal(of('---\nlanguage: zh-CN\n---\n\n# 發票無法開啟\n'), 'zh');
    assert.equal(of('---\nlanguage: zh\n---\n\n# 發票無法開啟\n'), 'zh-TW');
    assert.equal(of('---\nlanguage: zh\n---\n\n# 发票无法打开\n'), 'zh');
    assert.equal(of('# Invoices\n'), 'en');
  });

  it('is told from tags', () => {
    const tags = ['en', 'en-GB', 'zh', 'zh-CN', 'zh_TW', 'zh-Hant-HK', 'zh-hk', 'fr', 'zho'];
    const wanted = ['en', 'en', 'zh', 'zh', 'zh-TW', 'zh-TW', 'zh-TW', undefined, undefined];
    assert.deepEqual(tags.map(writingOfTag), wanted);
  });

  it('of times does not matter', () => {
    const options = { now, zone: 'UTC' };
    assert.equal(readMoment('20分鐘前', options), now - 20 * 60_000);
    assert.equal(readMoment('2小時後', options), now + 120 * 60_000);
    assert.equal(readMoment('現在', options), now);
  });
});

describe('what customers get of it', () => {
  it('has the words of exports in its own characters, and says its language', async () => {
    const text =
      '---\ntype: postmortem\naudience: customer\nlanguage: zh-TW\nbegan: 2026-03-03 14:05\nmitigated: 2026-03-03 16:40\ntimezone: Asia/Taipei\n---\n\n# 發票無法開啟\n\n## 發生了什麼\n\n我們向您道歉。[^1]\n\n![請求數](chart.png) ![](other.png)\n\n[^1]: 您的發票都在。\n';
    const notes = {
      email: '註釋',
      html: '註釋',
      txt: '註釋',
      slack: '註釋',
      'call-notes': '註釋',
      statuspage: '（註 1）',
    };
    for (const id of ['html', 'txt', 'email', 'call-notes', 'md', 'slack', 'statuspage'] as const) {
      const result = await exportCustomer(createLinter().analyze(text).postmortem, id, { now });
      assert.ok(result.ok, id);
      const made = String(result.ok && result.content);
      const words = made.replace(/<style>[\s\S]*?<\/style>|font-family:[^;"]*/g, '');
      assert.deepEqual(simplifiedIn(words), [], id);
      if (id === 'html') assert.match(made, /<html lang="zh-TW">/);
      assert.ok(words.includes('［圖片：請求數］') && words.includes('［圖片未包含］'), `${id}: ${words}`);
      if (id !== 'md') assert.ok(words.includes(notes[id]), `${id}: ${words}`);
    }
  });

  it('keeps the words of exports simplified where the document is', async () => {
    const text =
      '---\ntype: postmortem\naudience: customer\nlanguage: zh\n---\n\n# 发票无法打开\n\n我们向您道歉。[^1]\n\n![请求数](chart.png)\n\n[^1]: 您的发票都在。\n';
    const result = await exportCustomer(createLinter().analyze(text).postmortem, 'txt', { now });
    assert.match(String(result.ok && result.content), /［图片：请求数］[\s\S]*\n注释\n/);
  });

  it('has them in Word too', async () => {
    const text =
      '---\ntype: postmortem\naudience: customer\nlanguage: zh-TW\n---\n\n# 發票無法開啟\n\n我們向您道歉。\n\n![請求數](chart.png)\n';
    const result = await exportCustomer(createLinter().analyze(text).postmortem, 'docx', { now });
    assert.ok(result.ok && typeof result.content !== 'string');
    const { 'word/document.xml': body } = unzipSync(result.content);
    assert.ok(strFromU8(body ?? new Uint8Array()).includes('［圖片：請求數］'));
  });
});
