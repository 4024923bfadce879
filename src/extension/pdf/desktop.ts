import type { PrintPdf } from './port.js';

/** Prints with the user's own browser. */
export const printPdf: PrintPdf | undefined = async (page, options) => {
  const { NoBrowser, PdfFailed, printPdf: print } = await import('../../desktop/index.js');
  try {
    return await print(page, options);
  } catch (error) {
    if (error instanceof NoBrowser) return { noBrowser: error.chosen ?? '' };
    if (error instanceof PdfFailed) return { failed: error.say };
    throw error;
  }
};
