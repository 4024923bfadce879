import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkImage, createLinter, exportCustomer, formats, type ImageFile } from '../../../src/core/index.js';

const folder = 'test/fixtures/export';
const now = Date.UTC(2025, 9, 17, 8, 0, 0);

function graph(): ReadonlyMap<string, ImageFile> {
  const checked = checkImage(readFileSync(`${folder}/graph.png`));
  assert.ok(checked.ok);
  assert.ok(!Buffer.from(checked.image.bytes).includes('SECRET'), 'the author is taken out of the image');
  return new Map([['graph.png', checked.image]]);
}

for (const language of ['en', 'zh'] as const) {
  for (const { id, extension, binary } of formats) {
    test(`${id} in ${language} is the same bytes as its golden (rewrite with CANDOR_GOLDENS=write)`, async () => {
      const { postmortem } = createLinter().analyze(readFileSync(`${folder}/${language}.md`, 'utf8'));
      const result = await exportCustomer(postmortem, id, { now, images: graph() });
      assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.refusals));
      const again = await exportCustomer(postmortem, id, { now, images: graph() });
      assert.deepEqual(again, result, 'twice the same');
      // Of a binary file its digest is kept: what it says is tested where it is read back.
      const made = binary
        ? `sha256 ${createHash('sha256').update(result.content).digest('hex')}\n`
        : String(result.content);
      const golden = `${folder}/${language}.${id}.${binary ? 'sha256' : extension}`;
      if (process.env.CANDOR_GOLDENS === 'write') writeFileSync(golden, made);
      assert.equal(made, readFileSync(golden, 'utf8'));
    });
  }
}
