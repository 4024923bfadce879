import type { Localized } from '../finding.js';
import type { ImageFile } from './format.js';
import { orientation, withoutMetadata } from './image-metadata.js';

/** Bytes of the largest image that goes into an export. */
export const largestImage = 5 * 1024 * 1024;

/** What becomes of an image's bytes: cleaned, or refused with a reason. */
export type ImageCheck =
  | { readonly ok: true; readonly image: ImageFile }
  | { readonly ok: false; readonly say: Localized };

const refused = (en: string, zh: string): ImageCheck => ({ ok: false, say: { en, zh } });

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
const big16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const little16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const little24 = (bytes: Uint8Array, at: number): number => little16(bytes, at) | ((bytes[at + 2] ?? 0) << 16);

/** What an image is by its first bytes, whatever its name says. */
function typeOf(bytes: Uint8Array): ImageFile['type'] | undefined {
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'image/gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp';
  return undefined;
}

interface Size {
  /** In pixels, as it is to be seen. */
  readonly width: number;
  readonly height: number;
  readonly orientation?: number;
}

/** A camera that was held on its side says so, and stores the pixels as they came. */
function jpegSize(bytes: Uint8Array): Size {
  let held: number | undefined;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const end = at + 2 + big16(bytes, at + 2);
    if (marker === 0xe1) held ??= orientation(bytes.subarray(at, end));
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [width, height] = [big16(bytes, at + 7), big16(bytes, at + 5)];
      if (held === undefined) return { width, height };
      return held > 4 ? { width: height, height: width, orientation: held } : { width, height, orientation: held };
    }
    at = end;
  }
  return { width: 0, height: 0 };
}

function webpSize(bytes: Uint8Array): Size {
  switch (ascii(bytes, 12, 4)) {
    case 'VP8X':
      return { width: little24(bytes, 24) + 1, height: little24(bytes, 27) + 1 };
    case 'VP8L': {
      const bits = little24(bytes, 21) | ((bytes[24] ?? 0) << 24);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    default:
      return { width: little16(bytes, 26) & 0x3fff, height: little16(bytes, 28) & 0x3fff };
  }
}

function sizeOf(type: ImageFile['type'], bytes: Uint8Array): Size {
  switch (type) {
    case 'image/png':
      return {
        width: (big16(bytes, 16) << 16) | big16(bytes, 18),
        height: (big16(bytes, 20) << 16) | big16(bytes, 22),
      };
    case 'image/gif':
      return { width: little16(bytes, 6), height: little16(bytes, 8) };
    case 'image/jpeg':
      return jpegSize(bytes);
    case 'image/webp':
      return webpSize(bytes);
  }
}

/**
 * Checks the bytes of an image before they go to a customer: a real PNG, JPEG, GIF or WebP, at most 5 MB; place,
 * author and other metadata are taken out.
 */
export function checkImage(bytes: Uint8Array): ImageCheck {
  if (bytes.length > largestImage)
    return refused('The image is over 5 MB. Make it smaller.', '图片超过 5 MB，请缩小。');
  const type = typeOf(bytes);
  if (!type)
    return refused(
      'The file is not a PNG, JPEG, GIF or WebP image. Save it as one of these.',
      '该文件不是 PNG、JPEG、GIF 或 WebP 图片，请另存为其中一种。',
    );
  const clean = withoutMetadata(type, bytes);
  const size = clean && sizeOf(type, clean);
  if (!size || size.width < 1 || size.height < 1) return refused('The image is damaged.', '图片已损坏。');
  return { ok: true, image: { type, bytes: clean, ...size } };
}
