import { oneLine } from '../customer/plain-text.js';

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name for an export, made of the customer title alone: nothing internal in it, usable on every system.
 * @param extension Without a dot.
 */
export function exportName(title: string, extension: string): string {
  const words = oneLine(title)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  const short = [...words].slice(0, 60).join('').replace(/-+$/, '');
  const name = short === '' || reserved.test(short) ? 'customer-version' : short;
  return `${name}.${extension}`;
}
