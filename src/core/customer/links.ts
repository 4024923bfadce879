import type { Localized } from '../finding.js';
import { cleanText } from './plain-text.js';

/**
 * What becomes of a link's address: `open` goes out as it is; `text` leaves the words and drops the address, since a
 * relative path or a fragment leads nowhere in an export; `refused` may not go out at all.
 */
export type LinkVerdict =
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'refused'; readonly say: Localized };

const refused = (en: string, zh: string): LinkVerdict => ({ kind: 'refused', say: { en, zh } });

const privateHost =
  /^(?:localhost|[^.]+|.*\.(?:internal|corp|local|localdomain|lan|intranet|home\.arpa|private|cluster\.local|svc)|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|0\.0\.0\.0|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+|\[.*\]|\d+|0x[\da-f]+)\.?$/i;
/** A tool under a company's domain. The makers' own sites (gitlab.com) and the wikis of open projects are anybody's. */
const teamTool =
  /^(?:[^.]+\.slack\.com\/(?:archives|messages)|[^.]+\.atlassian\.net\/(?:browse|wiki)|(?:confluence|grafana|kibana|jenkins|sentry|vpn|intranet)\.[^./:]+\.|(?:jira|wiki|gitlab)\.(?![^./:]+\.org(?:[/:]|$))[^./:]+\.)/i;
const secret =
  /[?&#;](?:[\w-]*[_-])?(?:access_?token|token|api_?key|apikey|key|sig|signature|secret|password|passwd|pwd|auth|session|jwt|x-amz-[\w-]+|x-goog-[\w-]+)=/i;

/** Whether the labels of a host mix Latin letters with look-alikes of another script. */
function mixesScripts(host: string): boolean {
  return host
    .split('.')
    .some((label) => /[a-z]/i.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(label));
}

/** The host that a text names, when the text is nothing but an address. */
function hostInText(text: string): string | undefined {
  return /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[:/?#]\S*)?$/iu.exec(text.trim())?.[1]?.toLowerCase();
}

/**
 * Judges the address of a link.
 * @param written As Markdown gives it: escapes and character references read.
 * @param label The words that stand for it, to see whether they name another place.
 */
export function judgeLink(written: string, label: string): LinkVerdict {
  const url = cleanText(written)
    .replace(/[\s\p{Cc}]/gu, '')
    .replace(/\\/g, '/');
  if (/^\/\//.test(url))
    return refused('This link has no “https:”. Write the whole address.', '这个链接缺少“https:”，请写完整的地址。');
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (!scheme) return { kind: 'text' };
  if (scheme === 'mailto') {
    return /^mailto:[^\s@<>"?%]+@[^\s@<>"?%]+\.[^\s@<>"?%]+$/i.test(url)
      ? { kind: 'open', url }
      : refused('This e-mail link holds more than one plain address.', '这个邮件链接应当只有一个普通的邮箱地址。');
  }
  if (scheme === 'tel') return /^tel:\+?[\d().-]+$/i.test(url) ? { kind: 'open', url } : { kind: 'text' };
  if (scheme !== 'https' && scheme !== 'http')
    return refused(
      `Customers cannot follow a “${scheme}:” link, and it may do harm. Take the address out, or use https.`,
      `客户无法打开“${scheme}:”链接，而且可能有害。请删去地址，或改用 https。`,
    );
  const parts = /^https?:\/\/([^/?#]*)(.*)$/i.exec(url);
  const authority = parts?.[1] ?? '';
  if (authority.includes('@') || /%40/.test(authority))
    return refused(
      'What stands before “@” in this address hides where it leads. Take it out.',
      '这个地址中“@”之前的部分会掩盖真正的去处，请删去。',
    );
  const host = authority.replace(/:\d+$/, '').toLowerCase();
  if (host === '' || privateHost.test(host) || teamTool.test(`${host}${parts?.[2] ?? ''}`))
    return refused(
      `Customers cannot reach “${host || url}”, and the address tells them about your systems. Take it out.`,
      `客户打不开“${host || url}”，而且这个地址会透露内部系统。请删去。`,
    );
  if (/(?:^|\.)xn--/.test(host) || mixesScripts(host))
    return refused(
      `“${host}” can be taken for another address. Write it in the letters that it is read in.`,
      `“${host}”容易被看成别的地址，请用它本来的文字书写。`,
    );
  if (secret.test(url))
    return refused(
      'This address seems to hold a key or token. Link to the page without it.',
      '这个地址里似乎有密钥或令牌，请使用不带它的链接。',
    );
  const named = hostInText(label);
  if (named && named.replace(/^www\./, '') !== host.replace(/^www\./, ''))
    return refused(
      `The words of this link say “${named}”, but it leads to “${host}”.`,
      `这个链接的文字是“${named}”，实际却指向“${host}”。`,
    );
  return { kind: 'open', url };
}

/** What becomes of an image's address: a path for the host to read, a remote one that is left out, or neither. */
export type ImageVerdict = 'local' | 'remote' | 'refused';

/** Judges the address of an image. The host still has to see that a path stays inside the workspace. */
export function judgeImage(written: string): ImageVerdict {
  const url = cleanText(written).trim();
  if (/^https?:\/\/[^@\\]+$/i.test(url)) return 'remote';
  if (/^[a-z][a-z\d+.-]*:/i.test(url) || /^[/\\]/.test(url) || /\\/.test(url)) return 'refused';
  if (/%(?:00|2e|2f|5c)/i.test(url) || /[\p{Cc}?#]/u.test(url)) return 'refused';
  return 'local';
}
