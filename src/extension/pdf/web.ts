import type { PrintPdf } from './port.js';

/** A web worker starts no programs, so nothing is printed there. */
export const printPdf: PrintPdf | undefined = undefined;
