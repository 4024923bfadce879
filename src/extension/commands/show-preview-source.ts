import type { Services } from '../services.js';

export const id = 'candor.showPreviewSource';

/** Goes from the active preview to its source. */
export const run = ({ previews }: Services): Promise<void> => previews.showSource();
