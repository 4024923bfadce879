import type { ImageFile } from './format.js';

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/**
 * Chunks of a PNG that its pixels need (PNG 3, 11); text, time and EXIF are not among them. Nor are colour profiles, in
 * any kind of image: those of screens and cameras name the device, and often who set it up and when.
 */
const pngKept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

function png(bytes: Uint8Array): Uint8Array | undefined {
  const parts = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
    const end = at + 12 + length;
    const kind = ascii(bytes, at + 4, 4);
    if (end > bytes.length) return undefined;
    if (pngKept.has(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'IEND') return joined(parts);
    at = end;
  }
  return undefined;
}

/** The head of a JFIF without its thumbnail, which may show what was cut off the picture since. */
function jfif(segment: Uint8Array): Uint8Array[] {
  if (segment.length < 18 || ascii(segment, 4, 5) !== 'JFIF\0') return [];
  const head = segment.slice(0, 18);
  head.set([0, 16], 2);
  head.set([0, 0], 16);
  return [head];
}

/** How a camera was held, from the EXIF of a JPEG: 1 (upright) to 8; `undefined` where it does not say (EXIF 2.32, 4.6.4). */
export function orientation(segment: Uint8Array): number | undefined {
  if (ascii(segment, 4, 6) !== 'Exif\0\0' || segment.length < 18) return undefined;
  const view = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return undefined;
  const count = view.getUint16(directory, little);
  for (let at = directory + 2; at < directory + 2 + 12 * count && at + 12 <= view.byteLength; at += 12) {
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** An EXIF block that holds the orientation and nothing else, without which the picture would lie on its side. */
const held = (value: number): Uint8Array =>
  // prettier-ignore
  Uint8Array.from([
    0xff,
    0xe1,
    0,
    34,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    value,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);

/**
 * Keeps JFIF (APP0), Adobe's colour transform (APP14) and how the camera was held; the rest of EXIF, XMP, Photoshop,
 * colour profiles and comments go.
 */
function jpeg(bytes: Uint8Array): Uint8Array | undefined {
  const parts = [bytes.subarray(0, 2)];
  let isHeld = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (end > bytes.length) return undefined;
    if (marker === 0xda) {
      // Pixels: up to the end of the image; what hangs on after it goes.
      const rest = bytes.subarray(at);
      for (let last = rest.length - 2; last >= 0; last--)
        if (rest[last] === 0xff && rest[last + 1] === 0xd9) return scans(parts, rest);
      return undefined;
    }
    const isApp = marker >= 0xe0 && marker <= 0xef;
    const kept = (!isApp && marker !== 0xfe) || (marker === 0xee && ascii(bytes, at + 4, 5) === 'Adobe');
    const turned: number | undefined = marker === 0xe1 && !isHeld ? orientation(bytes.subarray(at, end)) : undefined;
    if (turned && turned > 1) {
      parts.push(held(turned));
      isHeld = true;
    }
    if (marker === 0xe0) parts.push(...jfif(bytes.subarray(at, end)));
    else if (kept) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** The scans of a JPEG up to its first end of image; segments with metadata between scans go too. */
function scans(parts: Uint8Array[], rest: Uint8Array): Uint8Array {
  let from = 0;
  for (let at = 0; at + 1 < rest.length; at++) {
    if (rest[at] !== 0xff) continue;
    const marker = rest[at + 1] ?? 0;
    if (marker === 0xd9) {
      parts.push(rest.subarray(from, at + 2));
      return joined(parts);
    }
    const isMetadata = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (isMetadata || marker === 0xda || marker === 0xc4 || marker === 0xdb) {
      const length = ((rest[at + 2] ?? 0) << 8) | (rest[at + 3] ?? 0);
      if (isMetadata) {
        parts.push(rest.subarray(from, at));
        from = at + 2 + length;
      }
      at += 1 + length;
    }
  }
  parts.push(rest.subarray(from));
  return joined(parts);
}

/** Chunks of a WebP that its pixels need (RFC 9649); EXIF, XMP and the colour profile are not among them. */
const webpKept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);

function webp(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const parts: Uint8Array[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length & 1);
    if (at + 8 + length > bytes.length) return undefined;
    const kind = ascii(bytes, at, 4);
    if (webpKept.has(kind)) {
      const part = bytes.slice(at, Math.min(end, bytes.length));
      // Bits 2, 3 and 5 of the flags say that there is XMP, EXIF and a profile.
      if (kind === 'VP8X') part[8] = (part[8] ?? 0) & ~0x2c;
      parts.push(part);
    }
    at = end;
  }
  if (parts.length === 0) return undefined;
  const body = joined(parts);
  const head = bytes.slice(0, 12);
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return joined([head, body]);
}

/** Takes comments and application blocks other than the animation's loop out of a GIF. */
function gif(bytes: Uint8Array): Uint8Array | undefined {
  const table = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const blocksEnd = (from: number): number => {
    let at = from;
    while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
    return at + 1;
  };
  let at = 13 + table(bytes[10] ?? 0);
  const parts = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const start = at;
    switch (bytes[at]) {
      case 0x3b:
        return joined([...parts, bytes.subarray(at, at + 1)]);
      case 0x2c:
        at = blocksEnd(at + 10 + table(bytes[at + 9] ?? 0) + 1);
        parts.push(bytes.subarray(start, at));
        break;
      case 0x21: {
        const label = bytes[at + 1];
        at = blocksEnd(at + 2);
        const isLoop = label === 0xff && ascii(bytes, start + 3, 11) === 'NETSCAPE2.0';
        if (label === 0xf9 || isLoop) parts.push(bytes.subarray(start, at));
        break;
      }
      default:
        return undefined;
    }
  }
  return undefined;
}

const cleaners = { 'image/png': png, 'image/jpeg': jpeg, 'image/webp': webp, 'image/gif': gif } as const;

/**
 * An image without what its pixels do not need: place, author, camera, programs, comments, and anything after its end.
 * @returns `undefined` when the image is damaged.
 */
export function withoutMetadata(type: ImageFile['type'], bytes: Uint8Array): Uint8Array | undefined {
  return cleaners[type](bytes);
}
