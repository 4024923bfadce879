import type { CustomerView } from '../customer/view.js';
import { base64 } from './base64.js';
import { emailHtml } from './email-html.js';
import { type ExportOptions, type ExportWarning, type Format, type ImageFile, unlimited } from './format.js';
import { languageTag } from './html.js';
import { plainText } from './plain.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An encoded word holds at most 75 characters (RFC 2047, 2): 45 bytes in base64 and its frame. */
const wordBytes = 45;

/** The value of a header: on one line, encoded where it is not plain ASCII, folded between encoded words. */
export function headerText(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  if (/^[ -~]*$/.test(line) && !line.includes('=?') && line.length <= 60) return line;
  const words: string[] = [];
  let piece = '';
  for (const character of line) {
    if (utf8(piece + character).length > wordBytes) {
      words.push(piece);
      piece = '';
    }
    piece += character;
  }
  words.push(piece);
  return words.map((one) => `=?utf-8?B?${base64(utf8(one))}?=`).join('\r\n ');
}

/** Base64 in lines of 76 characters (RFC 2045, 6.8). */
const lines = (bytes: Uint8Array): string => base64(bytes).replace(/.{76}(?=.)/g, '$&\r\n');

const days = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A date as mail has it (RFC 5322, 3.3), in UTC. */
function mailDate(now: number): string {
  const at = new Date(now);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${days[at.getUTCDay()]}, ${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
}

/** A part of several: none of its parts holds a line that starts like the boundary, since all are base64. */
function multipart(kind: string, name: string, parts: readonly string[]): string {
  const boundary = `=_${name}`;
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${body}--${boundary}--`;
}

const textPart = (type: string, text: string): string =>
  `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(utf8(text))}`;

const extensions = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' } as const;

const imagePart = (image: ImageFile, at: number): string =>
  `Content-Type: ${image.type}\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <image-${at + 1}>\r\nContent-Disposition: inline; filename="image-${at + 1}.${extensions[image.type]}"\r\n\r\n${lines(image.bytes)}`;

/** A draft without sender and receiver; `X-Unsent` makes Outlook open it for writing. */
function mail(view: CustomerView, options: ExportOptions): string {
  const used: ImageFile[] = [];
  const address = (image: ImageFile): string => {
    if (!used.includes(image)) used.push(image);
    return `cid:image-${used.indexOf(image) + 1}`;
  };
  const language = languageTag[view.writing];
  const body = emailHtml(view, options, address);
  const page = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body style="margin:0;background:#ffffff">${body}</body></html>`;
  const html = textPart('text/html', page);
  const rich = used.length > 0 ? multipart('related', 'images', [html, ...used.map(imagePart)]) : html;
  const plain = textPart('text/plain', `${plainText(view).replaceAll('\n', '\r\n')}\r\n`);
  const head = [
    `Subject: ${headerText(view.title)}`,
    `Date: ${mailDate(options.now)}`,
    'MIME-Version: 1.0',
    `Content-Language: ${language}`,
    'X-Unsent: 1',
  ];
  return `${head.join('\r\n')}\r\n${multipart('alternative', 'message', [plain, rich])}\r\n`;
}

/** Longer subjects are cut by mail programs. */
const longSubject = 78;

function limits(view: CustomerView): readonly ExportWarning[] {
  return view.title.length <= longSubject
    ? unlimited()
    : [
        {
          say: {
            en: `The title is ${view.title.length} characters long; as a subject it will be cut in most mail programs.`,
            zh: `标题有 ${view.title.length} 个字符，作为邮件主题会被大多数邮件程序截断。`,
          },
        },
      ];
}

/** A draft for a mail program, with text and HTML. */
export const eml: Format = {
  id: 'eml',
  extension: 'eml',
  mediaType: 'message/rfc822',
  label: { en: 'E-mail draft', zh: '邮件草稿' },
  binary: false,
  limits,
  render: mail,
};
