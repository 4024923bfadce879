import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** Takes out what names the browser, the system and the time of printing; the title and the tags stay. */
export async function withNeutralMetadata(bytes: Uint8Array, now: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.setCreator('');
  document.setProducer('');
  document.setAuthor('');
  document.setCreationDate(new Date(now));
  document.setModificationDate(new Date(now));
  return await document.save({ updateFieldAppearances: false });
}

const textOf = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

const unicode = (hex: string): string => {
  let text = '';
  for (let at = 0; at + 4 <= hex.length; at += 4)
    text += String.fromCharCode(Number.parseInt(hex.slice(at, at + 4), 16));
  return text;
};

/** What the glyphs of a font mean (PDF 32000, 9.10.3). */
function readToUnicode(map: string): ReadonlyMap<number, string> {
  const meaning = new Map<number, string>();
  for (const [, body = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of body.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi))
      meaning.set(Number.parseInt(from, 16), unicode(to));
  for (const [, body = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, low = '', high = '', first = ''] of body.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]+)>/gi)) {
      const start = Number.parseInt(low, 16);
      const base = unicode(first);
      const last = base.length - 1;
      for (let code = start; code <= Math.min(Number.parseInt(high, 16), start + 0xffff); code++)
        meaning.set(code, base.slice(0, last) + String.fromCharCode(base.charCodeAt(last) + code - start));
    }
  }
  return meaning;
}

/** How a font's bytes are read: what its codes mean, and how many bytes a code has. */
interface Font {
  readonly meaning: ReadonlyMap<number, string>;
  readonly width: 1 | 2;
}
type Fonts = ReadonlyMap<string, Font>;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a literal string (PDF 32000, 7.3.4.2). */
const literalBytes = (text: string): string =>
  text.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, what: string) =>
    /^[0-7]/.test(what)
      ? String.fromCharCode(Number.parseInt(what, 8) & 255)
      : /[\r\n]/.test(what)
        ? ''
        : (escapes[what] ?? what),
  );

const hexBytes = (digits: string): string =>
  digits.replace(/\s/g, '').replace(/[\da-f]{2}/gi, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));

/** The text that a content stream shows; a line for each height at which text is set. */
function shownText(content: string, fonts: Fonts): string {
  let font: Font | undefined;
  let height = '';
  let text = '';
  const show = (bytes: string): void => {
    const width = font?.width ?? 2;
    for (let at = 0; at + width <= bytes.length; at += width) {
      const code = width === 1 ? bytes.charCodeAt(at) : (bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1);
      // A font that does not say what its codes mean has those of the standard encodings.
      text += font?.meaning.get(code) ?? (width === 1 ? String.fromCharCode(code) : '');
    }
  };
  // What stands for ligatures in ActualText is in the font's meanings too.
  const tokens =
    /\/ActualText\s*<[^>]*>|\/([\w.+-]+)\s+[\d.]+\s+Tf|<([\da-fA-F\s]*)>(?!>)|\(((?:[^\\()]|\\[\s\S])*)\)|([-\d.]+)\s+(Tm|T[dD])\b|\b(T\*|ET)\b/g;
  for (const [, name, hex, literal, to = '', move, end] of content.matchAll(tokens)) {
    if (name) font = fonts.get(name);
    else if (hex !== undefined) show(hexBytes(hex));
    else if (literal !== undefined) show(literalBytes(literal));
    else if (end) text += ' ';
    else if (move && (move === 'Tm' ? to !== height : Number(to) !== 0)) text += '\n';
    if (move === 'Tm') height = to;
  }
  return text;
}

/** Whether a stream holds what is text for somebody: an attachment, metadata; no picture, font, map, drawing or page. */
function holdsText(stream: PDFRawStream, contents: ReadonlySet<PDFObject | undefined>): boolean {
  const kind = stream.dict.get(PDFName.of('Subtype')) ?? stream.dict.get(PDFName.of('Type'));
  const known = ['Image', 'Form', 'CIDFontType0C', 'OpenType', 'Type1C', 'XRef', 'ObjStm', 'CMap'];
  return (
    !known.some((name) => kind === PDFName.of(name)) &&
    !['Length1', 'FunctionType', 'PatternType', 'ShadingType', 'N'].some((key) => stream.dict.has(PDFName.of(key))) &&
    !contents.has(stream)
  );
}

/**
 * Reads the text of a PDF as Chrome prints it: what pages show, every string of its dictionaries (title, texts for
 * images, addresses, outline), and what may be attached to it: files, metadata.
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  const parts: string[] = [];
  const look = (object: PDFObject): void => {
    if (object instanceof PDFString || object instanceof PDFHexString) parts.push(object.decodeText());
    else if (object instanceof PDFArray) for (const item of object.asArray()) look(item);
    else if (object instanceof PDFStream) look(object.dict);
    else if (object instanceof PDFDict) for (const [, value] of object.entries()) look(value);
  };
  for (const [, object] of context.enumerateIndirectObjects()) look(object);
  const inflate = (object: PDFObject | undefined): string => {
    const stream = object instanceof PDFRef ? context.lookup(object) : object;
    return stream instanceof PDFRawStream ? textOf(decodePDFRawStream(stream).decode()) : '';
  };
  const fontsOf = (resources: PDFDict | undefined): Fonts => {
    const fonts = new Map<string, Font>();
    const dictionary = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
    for (const [name] of dictionary?.entries() ?? []) {
      const font = dictionary?.lookupMaybe(name, PDFDict);
      const width = font?.get(PDFName.of('Subtype')) === PDFName.of('Type0') ? 2 : 1;
      fonts.set(name.decodeText(), { meaning: readToUnicode(inflate(font?.get(PDFName.of('ToUnicode')))), width });
    }
    return fonts;
  };
  const read = new Set<PDFObject | undefined>();
  for (const page of document.getPages()) {
    const contents = page.node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
    for (const one of streams) read.add(one instanceof PDFRef ? context.lookup(one) : one);
    parts.push(shownText(streams.map((stream) => inflate(stream)).join('\n'), fontsOf(page.node.Resources())));
  }
  // Drawings that pages embed: pictures in SVG, tables that go over pages.
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) continue;
    parts.push(shownText(inflate(object), fontsOf(object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict))));
  }
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !holdsText(object, read)) continue;
    const text = new TextDecoder().decode(decodePDFRawStream(object).decode());
    if (!text.includes('begincmap')) parts.push(text);
  }
  return parts.join('\n');
}
