import data from '../../data/part-words.json' with { type: 'json' };
import { lateRegExp } from '../late.js';

/** The words of `part-words.json`, each as one expression for both languages, made when it is first needed. */
const words = ({ en, zh }: { readonly en: string; readonly zh: string }): (() => RegExp) =>
  lateRegExp(`${en}|${zh}`, 'i');

export const ahead = words(data.ahead);
export const soon = words(data.soon);
export const forReaders = words(data.readers);
export const opens = words(data.opens);
export const finished = words(data.finished);
export const past = words(data.past);
export const clause = words(data.clause);
export const acts = words(data.acts);
export const guards = words(data.guards);
export const told = words(data.told);
export const noticed = words(data.noticed);
export const lateWords = words(data.late);
export const delay = words(data.delay);
export const silence = words(data.silence);
export const courtesy = words(data.courtesy);
export const whole = words(data.whole);
export const share = words(data.share);
export const unharmed = words(data.unharmed);
export const chained = words(data.chained);
