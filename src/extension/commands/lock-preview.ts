import type { Services } from '../services.js';

export const id = 'candor.lockPreview';

/** Locks the active preview to its document. */
export const run = ({ previews }: Services): void => previews.setLocked(true);
