import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Names that the writer makes up anew each time: links (`rId` and 21 letters) and images. */
const madeUp = /rId[\w-]{12,}/g;

/**
 * Makes a Word file depend on its content and `now` alone: made-up names are numbered, dates are `now`, and the zip's
 * entries carry the earliest time a zip can hold, in the same order each time.
 * @param now Milliseconds since 1970.
 */
export function settled(bytes: Uint8Array, now: number): Uint8Array {
  const files = unzipSync(bytes);
  const names = new Map<string, string>();
  const rename = (text: string): string =>
    text.replace(madeUp, (name) => {
      const known = names.get(name) ?? `rIdLink${names.size + 1}`;
      names.set(name, known);
      return known;
    });
  const media = new Map(
    Object.keys(files)
      .filter((name) => name.startsWith('word/media/'))
      .map((name) => [name.slice('word/media/'.length), name] as const),
  );
  const order = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const document = strFromU8(files['word/_rels/document.xml.rels'] ?? new Uint8Array());
  const images = new Map(
    [...media.keys()]
      .sort((a, b) => document.indexOf(a) - document.indexOf(b))
      .map((name, at) => [name, `image${at + 1}${/\.\w+$/.exec(name)?.[0] ?? ''}`] as const),
  );
  const date = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
  const out: Zippable = {};
  for (const name of order) {
    const content = files[name];
    if (!content) continue;
    const image = images.get(name.slice('word/media/'.length));
    if (image) {
      out[`word/media/${image}`] = content;
      continue;
    }
    let text = strFromU8(content);
    for (const [from, to] of images) text = text.replaceAll(from, to);
    let drawing = 0;
    text = rename(text)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`)
      .replace(/(<wp:docPr\b[^>]*?\bid=")\d+"/g, (_, head: string) => `${head}${++drawing}"`);
    out[name] = strToU8(text);
  }
  return zipSync(out, { mtime: '1980-01-01T12:00:00', level: 6 });
}

/** Word wants the types first. */
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2);
