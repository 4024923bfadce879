import type { Services } from '../services.js';

export const id = 'candor.unlockPreview';

/** Lets the active preview follow the active postmortem again. */
export const run = ({ previews }: Services): void => previews.setLocked(false);
