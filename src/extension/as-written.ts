/**
 * Markdown that shows a text as it is written, wrapped where it is long. The editor's `appendText` glues all words
 * together, and the lines of a block of code run out of the picture.
 */
export const asWritten = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!~|<>&]/g, '\\$&').replaceAll('\n', '  \n');
