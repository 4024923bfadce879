import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imagePath } from '../../src/extension/image-path.js';

test('paths below the root are found from the folder of the document', () => {
  assert.deepEqual(imagePath('', 'a.png'), ['a.png']);
  assert.deepEqual(imagePath('/docs/2025', 'img/my%20chart.png'), ['docs', '2025', 'img', 'my chart.png']);
  assert.deepEqual(imagePath('/docs', '../img/./a.png'), ['img', 'a.png']);
  assert.deepEqual(imagePath('/docs', 'img\\a.png'), ['docs', 'img', 'a.png']);
  assert.deepEqual(imagePath('', '图.png'), ['图.png']);
});

test('everything that leads out of it, or is no relative path, is refused', () => {
  for (const source of [
    '../a.png',
    'img/../../a.png',
    '..\\a.png',
    '..%2fa.png',
    '%2e%2e/a.png',
    '/etc/a.png',
    '\\\\host\\a.png',
    '%5c%5chost%5ca.png',
    'C:\\a.png',
    'file:///a.png',
    'https://far.example/a.png',
    'a%00.png',
    '%E0%A4%A',
    '',
    'img/',
    '..',
  ])
    assert.equal(imagePath('', source), undefined, source);
});

test('what is encoded twice stays a name', () => {
  assert.deepEqual(imagePath('', '%252e%252e/a.png'), ['%2e%2e', 'a.png']);
});
