import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';
import type { ReadBack } from '../customer/leak-gate.js';
import { fromBase64 } from './base64.js';
import type { FormatId } from './format.js';

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g;

/** Reads character references. */
export const decodeReferences = (text: string): string =>
  text.includes('&')
    ? text.replace(reference, (whole, decimal?: string, hex?: string, name?: string) =>
        decimal
          ? decodeNumericCharacterReference(decimal, 10)
          : hex
            ? decodeNumericCharacterReference(hex, 16)
            : decodeNamedCharacterReference(name ?? '') || whole,
      )
    : text;

const blockTag =
  /<\/?(?:p|h[1-6]|li|ul|ol|tr|td|th|table|div|section|blockquote|pre|br|hr|figure|figcaption|text|title|desc|head|body|main|w:p|w:tc|w:tr|w:br|w:tab)\b/i;

/** The text of HTML or XML, tags that part blocks as line ends, and the values of attributes a reader may meet. */
function markupText(markup: string): string {
  const values: string[] = [];
  const text = markup
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, '\n')
    .replace(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g, (tag) => {
      for (const match of tag.matchAll(/\s(alt|title|href|aria-label|descr|name|content|w:val|Target)="([^"]*)"/g)) {
        const [, name, value = ''] = match;
        if (name !== 'w:val' && name !== 'content') values.push(value);
      }
      return blockTag.test(tag) ? '\n' : '';
    });
  return decodeReferences(`${text}\n${values.join('\n')}`);
}

/** Long data: addresses say nothing as text and cost time to read. */
const withoutData = (text: string): string => text.replace(/data:image\/[a-z]+;base64,[A-Za-z0-9+/=]+/g, '');

function decodeQuotedPrintable(text: string): string {
  const bytes: number[] = [];
  const joined = text.replace(/=\r?\n/g, '');
  for (let at = 0; at < joined.length; at++) {
    const hex = joined.charAt(at) === '=' ? /^[\dA-F]{2}/i.exec(joined.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(joined.charCodeAt(at) & 255);
  }
  return decoded(Uint8Array.from(bytes));
}

const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?B\?([^?]*)\?=/gi, (_, data: string) => decoded(fromBase64(data)));

/** The parts of a mail, decoded; a part within a part too. */
function mailTexts(mail: string): string[] {
  const split = /\r?\n\r?\n/.exec(mail);
  if (!split) return [decodeWords(mail)];
  const head = mail.slice(0, split.index).replace(/\r?\n[ \t]+/g, ' ');
  const body = mail.slice(split.index + split[0].length);
  const boundary = /boundary="?([^";\s]+)/i.exec(head)?.[1];
  if (boundary)
    return [decodeWords(head), ...body.split(`--${boundary}`).flatMap((part) => mailTexts(part.replace(/^\r?\n/, '')))];
  if (/content-type:\s*image\//i.test(head)) return [head];
  const coding = /content-transfer-encoding:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const text =
    coding === 'base64'
      ? decoded(fromBase64(body))
      : coding === 'quoted-printable'
        ? decodeQuotedPrintable(body)
        : body;
  return [decodeWords(head), /content-type:\s*text\/html/i.test(head) ? markupText(text) : text];
}

const plainEscapes = (text: string): string => decodeReferences(text.replace(/\\([!-/:-@[-`{-~])/g, '$1'));

/** Reads a finished export again, independent of what made it: unzipped, decoded, attributes and metadata included. */
export async function readBack(id: FormatId, content: string | Uint8Array): Promise<ReadBack> {
  const asText = (): string => (typeof content === 'string' ? content : decoded(content));
  switch (id) {
    case 'docx': {
      if (typeof content === 'string') throw new TypeError('A Word document is bytes.');
      // Loading it takes long in a new process.
      const { unzipSync } = await import('fflate');
      const files = unzipSync(content);
      const parts = Object.entries(files).filter(([name]) => /\.(?:xml|rels)$/i.test(name));
      const texts = parts.map(([, bytes]) => decoded(bytes));
      const shown = texts.filter(
        (_, at) =>
          !/(?:styles|numbering|settings|fontTable|theme\d*|webSettings|Content_Types)\]?\.xml$/.test(
            parts[at]?.[0] ?? '',
          ),
      );
      return { text: shown.map(markupText).join('\n'), raw: [Object.keys(files).join('\n'), ...texts].join('\n') };
    }
    case 'html':
    case 'email': {
      const page = withoutData(asText());
      return { text: markupText(page), raw: page };
    }
    case 'eml': {
      const mail = asText();
      return { text: mailTexts(mail).join('\n'), raw: mail.slice(0, mail.search(/\r?\n\r?\n/)) };
    }
    case 'statuspage-json': {
      const texts: string[] = [];
      JSON.parse(asText(), (name, value: unknown) => {
        texts.push(name);
        if (typeof value === 'string') texts.push(plainEscapes(value));
        return value;
      });
      return { text: texts.join('\n'), raw: asText() };
    }
    default: {
      const text = plainEscapes(asText());
      return { text, raw: text };
    }
  }
}
