import { exportName } from '../../core/index.js';

/** Letters of the title in a file's name; the date comes after them. */
const longest = 48;

/**
 * The name that an export is offered under: the title that customers read in it, and the day. Nothing internal.
 * @param today Local time.
 */
export function offeredName(title: string, today: Date, extension: string): string {
  const stem = exportName([...title].slice(0, longest).join(''), '').replace(/\.$/, '');
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-');
  return `${stem}-${day}.${extension}`;
}
