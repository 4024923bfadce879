/**
 * The extension in one file, as an editor on the web asks for it. The desktop starts with a small file of its own
 * (`extension.ts`) and takes what is heavy from here.
 */
export { activate } from './extension.js';
export { loadReading, loadServices } from './load/web.js';
