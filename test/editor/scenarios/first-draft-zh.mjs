import { draft } from '../draft.mjs';

export const title = 'from an empty folder to an exported, ready message in Chinese, with the interface in Chinese';

export const run = (open) => draft(open, 'zh');
