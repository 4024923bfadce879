export { NoBrowser, PdfFailed } from './pdf-errors.js';
export { type PrintedPdf, printPdf } from './print-pdf.js';
