import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter, messageInTaiwan, ruleDoc, rules } from '../../src/core/index.js';
import { inTaiwan, isTraditional } from '../../src/core/language/taiwan.js';
import { simplifiedIn } from './script.js';

test('titles, reasons and messages of all rules have the characters of Taiwan', () => {
  const linter = createLinter({ locale: 'zh' });
  const texts = rules.flatMap(({ title, why, examples }) => [
    title.zh,
    why.zh,
    ...examples.bad
      .flatMap((text) => linter.check(text.replace(/\[\[|\]\]/g, ''), { audience: examples.audience ?? 'customer' }))
      .map(({ message }) => message.replace(/“[^“”]*”/g, '')),
  ]);
  assert.ok(texts.length > 150, `${texts.length}`);
  for (const text of texts) assert.deepEqual(simplifiedIn(messageInTaiwan(text)), [], text);
});

test('words are those of Taiwan, not characters alone', () => {
  assert.equal(inTaiwan('服务器的软件和网络'), '伺服器的軟體和網路');
  assert.equal(inTaiwan('用户登录后发送邮件'), '使用者登入後傳送電子郵件');
});

test('a message keeps what it quotes of the document, and has the quotation marks of Taiwan', () => {
  assert.equal(messageInTaiwan('“误删”把责任藏了起来。请写“我们”。', '误删'), '「误删」把責任藏了起來。請寫「我們」。');
});

test('a page of a rule is wholly converted', () => {
  const [rule] = rules;
  assert.ok(rule);
  assert.match(messageInTaiwan(ruleDoc(rule, 'zh')), /會標出/);
});

test('what is put into a document has its script', () => {
  const linter = createLinter({ locale: 'zh' });
  const first = (text: string): readonly string[] =>
    linter.check(text, { audience: 'customer', language: 'zh' }).flatMap(({ suggestions }) => suggestions ?? []);
  assert.deepEqual(first('鑑於天氣不好，列車停開。'), ['因為']);
  assert.deepEqual(first('鉴于天气不好，列车停开。'), ['因为']);
  const [plain, explained] = first('我們的叢集在 9 點停了。');
  assert.ok(plain === undefined || simplifiedIn(plain).length === 0, plain);
  assert.ok(explained === undefined || simplifiedIn(explained).length === 0, explained);
  assert.ok(first('快取在 9 點滿了。').join('').length > 0);
  assert.deepEqual(simplifiedIn(first('快取在 9 點滿了，網站打不開。').join('')), []);
});

test('the script of a text is that of most of its characters', () => {
  assert.equal(isTraditional('我們的伺服器停了'), true);
  assert.equal(isTraditional('我们的服务器停了'), false);
  assert.equal(isTraditional('9 月 3 日'), false);
});
