/**
 * `npm run screenshots`: takes the README's pictures from the running editor, so that they can be made again.
 *
 *   node test/editor/screenshots.mjs [NAME …]
 *   node test/editor/screenshots.mjs exports [FILE …]     see export-shots.mjs
 *
 * `shots.mjs` lists them. Each is taken in a fresh VS Code on a fresh copy of the example workspace, 1280 by 800, and
 * written to `media/screenshots/NAME.png` (or, if it is only to be looked at, to `dist/pictures`) with a palette of 256
 * colours, which makes it a third as large.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import UPNG from 'upng-js';
import { pictureExports, pictures } from './export-shots.mjs';
import { createCleanup } from './host/cleanup.mjs';
import { root } from './host/places.mjs';
import { provideBrowserHost, provideChromium } from './host.mjs';
import { launchBrowser, openWorkbench } from './page.mjs';
import { allShots, shots } from './shots.mjs';

const COLOURS = 256;
const SETTINGS = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  ...allShots,
};

const wanted = process.argv.slice(2);
const exported = wanted[0] === 'exports' ? wanted.slice(1) : undefined;
const unknown = (exported ? [] : wanted).filter((name) => !shots.some((shot) => shot.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no shot called ${unknown.join(', ')}. There are: ${shots.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const folder = path.join(root, 'media/screenshots');
const cleanup = createCleanup();
try {
  const bundles = exported ? 'cli' : 'extension,web,webview';
  execFileSync(process.execPath, ['esbuild.mjs', '--only', bundles], { cwd: root, stdio: 'inherit' });
  const browser = await launchBrowser(await provideChromium(console.log), cleanup);
  if (exported) console.log(`Look at ${await pictureExports(browser, exported)}.`);
  else await takeAll(browser);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanup.run();
}

async function takeAll(browser) {
  const host = await provideBrowserHost();
  for (const shot of shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    await take(shot, { host, browser });
}

async function take({ name, file, theme, settings, viewport, forEyes, actions }, means) {
  const own = createCleanup(cleanup);
  let editor;
  try {
    editor = await openWorkbench(
      { ...means, cleanup: own },
      { theme, viewport, settings: { ...SETTINGS, ...settings } },
    );
    if (file) await editor.openFile(file);
    await actions?.(editor);
    const { width, height, picture } = shrink(await editor.page.screenshot());
    const target = path.join(forEyes ? pictures : folder, `${name}.png`);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, picture);
    console.log(`${path.relative(root, target)}: ${width} x ${height}, ${Math.ceil(picture.length / 1024)} KB`);
  } catch (error) {
    const seen = await editor?.screenshot(`screenshot-${name}`).catch(() => undefined);
    throw new Error(`The picture ${name} could not be taken: ${error.message}${seen ? `\nsee ${seen}` : ''}`);
  } finally {
    await own.run();
  }
}

function shrink(png) {
  const image = UPNG.decode(png);
  const pixels = UPNG.toRGBA8(image);
  return {
    width: image.width,
    height: image.height,
    picture: Buffer.from(UPNG.encode(pixels, image.width, image.height, COLOURS)),
  };
}
