import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../host/places.mjs';

export const title = 'the packaged .vsix installs and activates';

export async function run(open) {
  const folder = await mkdtemp(path.join(tmpdir(), 'candor-vsix-'));
  try {
    const vsix = path.join(folder, 'candor.vsix');
    execFileSync(process.execPath, ['test/package.mjs', '--no-build', '--out', vsix], { cwd: root, stdio: 'pipe' });
    const editor = await open({ host: 'none', vsix });
    await editor.openFile('checkout-outage.md');
    await editor.command('Developer: Show Running Extensions');
    const row = editor.page.locator('.runtime-extensions-editor .extension').filter({ hasText: 'candor' });
    await row.first().waitFor();
    const [said = ''] = await row.allInnerTexts();
    assert.match(said, /Activation: \d+ms/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
