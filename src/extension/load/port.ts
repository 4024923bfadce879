/** Loads what is heavy, once. */
export type Load = () => Promise<typeof import('../loaded.js')>;
