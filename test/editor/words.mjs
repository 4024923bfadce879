import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './host/places.mjs';

/**
 * What Candor says in one language of the interface.
 * @param {string} [locale] `zh-cn` or `zh-tw`; English without
 * @returns {Promise<{ titles: Record<string, string>, say(english: string, ...values: unknown[]): string }>} `titles` of
 *   commands and views, `say` for everything else
 */
export async function wordsOf(locale) {
  const read = async (file) => JSON.parse(await readFile(path.join(root, file), 'utf8'));
  const titles = await read(locale ? `package.nls.${locale}.json` : 'package.nls.json');
  const bundle = locale ? await read(`media/l10n/bundle.l10n.${locale}.json`) : {};
  const say = (english, ...values) => (bundle[english] ?? english).replace(/\{(\d)\}/g, (_, at) => values[at] ?? '');
  return { titles, say };
}
