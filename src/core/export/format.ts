import type { CustomerView } from '../customer/view.js';
import type { Localized } from '../finding.js';
import { inWriting, languageOfWriting, type Writing } from '../language/writing.js';

/** An image of the customer part, checked and cleaned (`checkImage`). */
export interface ImageFile {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly bytes: Uint8Array;
  /** In pixels, as it is to be seen. */
  readonly width: number;
  readonly height: number;
  /** How a camera was held, 2 to 8 as in EXIF; Word has to be told, all others read it in the file. */
  readonly orientation?: number;
}

/** What an export needs beside the customer's view. */
export interface ExportOptions {
  /** The time that goes into the export, milliseconds since 1970. */
  readonly now: number;
  /** Images by the address that the document names; those not in it are left out and named in their place. */
  readonly images?: ReadonlyMap<string, ImageFile>;
}

/** Something that is lost, cut or not taken by the target: said before the export, which then waits for an answer. */
export interface ExportWarning {
  readonly say: Localized;
}

export const formatIds = [
  'html',
  'md',
  'statuspage',
  'statuspage-json',
  'txt',
  'eml',
  'email',
  'docx',
  'slack',
  'call-notes',
] as const;
export type FormatId = (typeof formatIds)[number];

/** One kind of export. */
export interface Format {
  readonly id: FormatId;
  /** Of the file, without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly label: Localized;
  /** What the target makes of every text, said where it is chosen and not asked about. */
  readonly note?: Localized;
  /** Whether `render` gives bytes rather than text. */
  readonly binary: boolean;
  /** What the target may not take. */
  limits(view: CustomerView, rendered: string | Uint8Array): readonly ExportWarning[];
  /** Writes the export. Call `exportCustomer` instead: it refuses what may not go out, and looks at the result. */
  render(view: CustomerView, options: ExportOptions): string | Uint8Array | Promise<string | Uint8Array>;
}

const words = {
  image: { en: 'Image', zh: '图片' },
  missingImage: { en: 'Image not included', zh: '图片未包含' },
  notes: { en: 'Notes', zh: '注释' },
  // By itself the sign stays as it is when characters are converted.
  note: { en: 'Note', zh: '注', 'zh-TW': '註' },
  backToText: { en: 'Back to the text', zh: '返回正文' },
  times: { en: 'The incident in times', zh: '事件时间' },
} satisfies Record<string, Localized & { readonly 'zh-TW'?: string }>;

/** A word that exports put in themselves, in what the document is written in. */
export function word(key: keyof typeof words, writing: Writing): string {
  const said: Localized & { readonly 'zh-TW'?: string } = words[key];
  return (writing === 'zh-TW' && said['zh-TW']) || inWriting(said[languageOfWriting(writing)], writing);
}

/** How an image that is left out is named. */
export function imageText(alt: string, writing: Writing): string {
  const name = alt.trim();
  const isEnglish = writing === 'en';
  const said = name ? `${word('image', writing)}${isEnglish ? ': ' : '：'}${name}` : word('missingImage', writing);
  return isEnglish ? `[${said}]` : `［${said}］`;
}

/** No limits. */
export const unlimited = (): readonly ExportWarning[] => [];
