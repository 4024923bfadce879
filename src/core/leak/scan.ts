import { isInternalLink, isWhereToWrite } from './addresses.js';
import { type Leak, type LeakOptions, withoutOverlaps } from './found.js';
import { findLinks } from './links.js';
import { kindOf } from './names.js';
import { findPatterns } from './patterns.js';
import { foldForNames, type Piece, piecesOf } from './pieces.js';
import { findSecrets } from './secrets.js';

/** So far before an address what it is for is looked for: a telephone number may stand between. Characters. */
const sentenceReach = 120;

const email = /^[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}$/;
/** E-mail addresses, and what is no address after all but a login on a machine. */
function atSign(piece: Piece, text: string): Leak | undefined {
  const end = piece.start + piece.text.length;
  const bare = piece.text.replace(/^mailto:/i, '');
  const start = end - bare.length;
  const domain = bare.slice(bare.indexOf('@') + 1);
  if (/^[\w.-]{1,40}@[\w.-]{1,100}:[\w./~-]{1,200}$/.test(bare)) return { kind: 'link', start, end };
  if (!email.test(bare)) return undefined;
  if (!domain.includes('.')) return /[-\d]/.test(domain) ? { kind: 'host', start, end } : undefined;
  const before = text.slice(Math.max(0, piece.start - sentenceReach), piece.start).toLowerCase();
  return isWhereToWrite(bare, before) ? undefined : { kind: 'email', start, end };
}

/** The parts of a piece: "host=db-prod-03", "web01/web02". */
function* partsOf(piece: Piece): Generator<Piece> {
  let start = 0;
  for (const part of piece.text.split(/[/=:]/)) {
    if (part.length > 2 && !/^[@#]/.test(part))
      yield { ...piece, text: part, start: piece.start + start, before: start === 0 ? piece.before : '' };
    start += part.length + 1;
  }
}

/**
 * Finds what gives away how things are inside: addresses, hosts, identifiers, links, tickets, chats, files, errors,
 * queries, commands and secrets. E-mail addresses are found unless readers are told to write to them; which other one
 * is the contact the caller knows.
 * Linear in the length of the text.
 * @returns Finds that do not overlap, ascending.
 */
export function findLeaks(prose: string, options: LeakOptions): Leak[] {
  const text = foldForNames(prose);
  const found: Leak[] = findSecrets(text).map((secret) => ({ kind: 'secret', ...secret }));
  const links = findLinks(text);
  for (const { address, start, end } of links) if (isInternalLink(address)) found.push({ kind: 'link', start, end });
  let next = 0;
  for (const piece of piecesOf(text)) {
    while (next < links.length && (links[next]?.end ?? 0) <= piece.start) next++;
    const link = links[next];
    if (link && link.start < piece.start + piece.text.length) continue;
    if (piece.text.indexOf('@') > 0) {
      const leak = atSign(piece, text);
      if (leak) found.push(leak);
      continue;
    }
    const kind = kindOf(piece, options.code);
    if (kind) found.push({ kind, start: piece.start, end: piece.start + piece.text.length });
    else if (/[/=:]/.test(piece.text) && /[A-Za-z]/.test(piece.text)) {
      for (const part of partsOf(piece)) {
        const partKind = kindOf(part, options.code);
        if (partKind && partKind !== 'path')
          found.push({ kind: partKind, start: part.start, end: part.start + part.text.length });
      }
    }
  }
  found.push(...findPatterns(text, options));
  return withoutOverlaps(found);
}
