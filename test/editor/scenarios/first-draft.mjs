import { draft } from '../draft.mjs';

export const title = 'from an empty folder to an exported, ready message (English)';

export const run = (open) => draft(open, 'en');
