import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openableLink } from '../../../src/extension/preview/links.js';

test('web and mail addresses open', () => {
  assert.equal(openableLink('https://status.example/i/1?a=b#c'), 'https://status.example/i/1?a=b#c');
  assert.equal(openableLink('http://status.example'), 'http://status.example/');
  assert.equal(openableLink('mailto:support@tidewater.example'), 'mailto:support@tidewater.example');
});

test('nothing else opens', () => {
  for (const href of [
    'command:workbench.action.terminal.new',
    'vscode://file/etc/passwd',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<b>',
    'vbscript:x',
    '//host/p',
    '\\\\host\\share',
    'https:\\\\host',
    'https:///host',
    'https:host',
    'https://user:secret@host/',
    'https://host/\u202ecod.exe',
    '../notes.md',
    '#part',
    '',
  ])
    assert.equal(openableLink(href), undefined, href);
});
