import type { Services } from '../services.js';

export const id = 'candor.lockPreview';

/** Locks the active preview to its document, or lets it follow the active postmortem again. */
export const run = ({ previews }: Services): void => previews.toggleLock();
