import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';

/** The machinery of the editor tests on a machine that lacks things, played with programs that only pretend. */
describe('the editor host', { skip: process.platform === 'win32' && 'the pretended programs are scripts' }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'candor-host-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const script = (name: string, source: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, `#!${process.execPath}\n${source}`);
    chmodSync(file, 0o755);
    return file;
  };
  const run = (args: string[], env: Record<string, string>) => {
    const done = spawnSync(process.execPath, args, {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { code: done.status, said: done.stdout + done.stderr };
  };
  const ask = (call: string, env: Record<string, string>) =>
    run(
      [
        '--input-type=module',
        '-e',
        `import { provideBrowserHost, provideChromium } from './test/editor/host.mjs';
        try { console.log('GOT', JSON.stringify(await ${call})); } catch (error) { console.log('REFUSED', error.message); }`,
      ],
      env,
    ).said;

  it('names the command that installs a browser where there is none', () => {
    const said = ask('provideChromium(console.log)', { CANDOR_INSTALL: 'dry', CHROMIUM: '' });
    assert.match(said, /REFUSED/);
    assert.match(
      said,
      existsSync('/etc/debian_version') ? /apt-get install -y .*chromium/ : /Chromium, Chrome or Edge/,
    );
  });

  it('says so when CHROMIUM names nothing', () => {
    assert.match(
      ask('provideChromium(console.log)', { CHROMIUM: '/no/such/browser' }),
      /REFUSED CHROMIUM names \/no\/such/,
    );
  });

  it('makes a broken install again, and then needs npm no more', () => {
    const cache = path.join(folder, 'cache');
    const npm = script(
      'npm-that-works.cjs',
      `const fs = require('node:fs');
      const put = (file) => { fs.mkdirSync(require('node:path').dirname(file), { recursive: true }); fs.writeFileSync(file, ''); };
      if (process.argv.some((word) => word.startsWith('code-server@'))) {
        put('node_modules/code-server/lib/vscode/out/server-main.js');
        for (const name of process.argv.filter((word) => /^node-.*@/.test(word)))
          for (const end of ['', '.exe']) put('node_modules/' + name.split('@')[0] + '/bin/node' + end);
      }`,
    );
    const broken = script('npm-that-fails.cjs', `console.error('the registry does not answer'); process.exit(1);`);
    const env = (execpath: string) => ({ XDG_CACHE_HOME: cache, npm_execpath: execpath });

    const refused = ask('provideBrowserHost(console.log)', env(broken));
    assert.match(refused, /REFUSED npm could not install the VS Code server[\s\S]*the registry does not answer/);
    assert.deepEqual(readdirSync(path.join(cache, 'candor')), [], 'a failed install left something behind');

    const made = ask('provideBrowserHost(console.log)', env(npm));
    assert.match(made, /installed from npm, once[\s\S]*GOT .*lib\/vscode/);
    const [name = ''] = readdirSync(path.join(cache, 'candor'));
    assert.match(ask('provideBrowserHost(console.log)', env(broken)), /^GOT /, 'a whole install was not used');

    rmSync(path.join(cache, 'candor', name, 'ready.json'));
    mkdirSync(path.join(cache, 'candor', `${name}.making-1`));
    assert.match(ask('provideBrowserHost(console.log)', env(npm)), /is not whole; it is made again[\s\S]*GOT /);
    assert.deepEqual(readdirSync(path.join(cache, 'candor')), [name]);
  });

  it('runs the suite on a desktop, and counts an end without a report as a failure', () => {
    const tell = (line: object) => `console.log('[candor-test] ' + ${JSON.stringify(JSON.stringify(line))});`;
    const works = script(
      'vscode-that-works',
      `${tell({ type: 'pass', title: 'pretended', depth: 1, ms: 1 })}
      ${tell({ type: 'end', passed: 1, failed: 0, skipped: 0 })}
      const tests = process.argv.find((word) => word.startsWith('--extensionTestsPath='));
      process.exit(typeof tests === 'string' && require('node:fs').existsSync(tests.split('=')[1]) ? 0 : 3);`,
    );
    const breaks = script('vscode-that-breaks', 'console.error("no GPU"); process.exit(2);');
    const line = ['test/editor/run.mjs', '--only', 'suite', '--host', 'node', '--no-build'];
    const env = (program: string) => ({ VSCODE: program, CANDOR_EDITOR: 'desktop', DISPLAY: ':0' });

    const passed = run(line, env(works));
    assert.match(passed.said, /✔ pretended[\s\S]*1 passed, 0 failed/);
    assert.equal(passed.code, 0);
    const failed = run(line, env(breaks));
    assert.match(failed.said, /exit code 2[\s\S]*no GPU/);
    assert.match(failed.said, /0 passed, 1 failed/);
    assert.equal(failed.code, 1);
  });
});
