import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escaped, makeNonce, pageHtml, policyOf } from '../../../src/extension/preview/page.js';

const parts = {
  cspSource: 'https://*.vscode-cdn.net',
  script: 'https://file.vscode-cdn.net/dist/webview.js',
  style: 'https://file.vscode-cdn.net/media/preview.css',
  language: 'zh-cn',
  title: 'Preview <of> "it"',
  waiting: 'Reading <it>',
  nonce: 'abc123',
};

test('the policy denies by default, and base and form, which do not fall back', () => {
  const policy = policyOf(parts);
  assert.equal(policy['default-src'], "'none'");
  assert.equal(policy['base-uri'], "'none'");
  assert.equal(policy['form-action'], "'none'");
  assert.equal(policy['script-src'], "'nonce-abc123'");
  assert.equal(policy['img-src'], 'data:');
  for (const value of Object.values(policy)) assert.doesNotMatch(value, /unsafe|\shttps:(?:\s|$)|^https:$|\*(?:\s|$)/);
});

test('the policy is the first thing in the head', () => {
  assert.match(
    pageHtml(parts),
    /<head>\s*<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;/,
  );
});

test('the page has one script, with the nonce, and no code or style of its own', () => {
  const html = pageHtml(parts);
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.match(html, /<script nonce="abc123" src="[^"]+"><\/script>/);
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/);
});

test('what stands in the page is escaped', () => {
  assert.match(pageHtml(parts), /<title>Preview &lt;of&gt; &quot;it&quot;<\/title>/);
  assert.match(pageHtml(parts), /<p class="waiting" role="status">Reading &lt;it&gt;<\/p>/);
  assert.equal(escaped(`&<>"'`), '&amp;&lt;&gt;&quot;&#39;');
});

test('a nonce is new each time', () => {
  assert.match(makeNonce(), /^[0-9a-f]{32}$/);
  assert.notEqual(makeNonce(), makeNonce());
});
