import type { LoadReading, LoadServices } from './port.js';

/** Where there is one file, all that is heavy stands in it and waits until it is asked for. */
export const loadReading: LoadReading = () => import('../reading.js');
export const loadServices: LoadServices = () => import('../loaded.js');
