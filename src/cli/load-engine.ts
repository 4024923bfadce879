/**
 * What reads documents. It is a file of its own, `cli-engine.js`: where many files are checked, the workers read it, and the
 * thread that counts and reports does without its 36 MB.
 */
export const loadEngine = (): Promise<typeof import('./engine.js')> => import('./engine.js');
