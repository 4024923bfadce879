import type * as whole from '../web.js';

/** The desktop reads the file of the web when the first postmortem is opened: both run the same code, shipped once. */
export const loadServices: typeof whole.loadServices = async () => (await import('../web.js')).loadServices();
