/** Where there is one file, all that is heavy stands in it and waits until it is asked for. */
export const loadServices = (): Promise<typeof import('../loaded.js')> => import('../loaded.js');
