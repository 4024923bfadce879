import { type FormatId, formats, type Localized } from '../../core/index.js';

/** What the customer version can be exported as: the formats of core, and PDF where a browser can be started. */
export interface Kind {
  readonly id: FormatId | 'pdf';
  /** Of the file, without a dot. */
  readonly extension: string;
  readonly label: Localized;
  /** What the target makes of every text. */
  readonly note?: Localized;
  readonly binary: boolean;
}

const pdf: Kind = { id: 'pdf', extension: 'pdf', label: { en: 'PDF', zh: 'PDF' }, binary: true };

/** Every kind, in the order in which they are offered. */
export const kinds: readonly Kind[] = formats.flatMap((format): Kind[] =>
  format.id === 'docx' ? [format, pdf] : [format],
);

/** The kinds that can be copied as text: what is written to be pasted somewhere, not to be a file. */
export const copied: readonly Kind[] = kinds.filter(({ id }) =>
  ['md', 'statuspage', 'statuspage-json', 'txt', 'slack', 'call-notes'].includes(id),
);

/** The kind that a value names, if it names one. */
export const kindOf = (id: unknown): Kind | undefined => kinds.find((kind) => kind.id === id);
