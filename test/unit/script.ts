import { Converter } from 'opencc-js';

const traditional = Converter({ from: 'cn', to: 'tw' });

/** The characters of a text that are not written so in Taiwan. */
export const simplifiedIn = (text: string): string[] =>
  Array.from(text).filter((character) => traditional(character) !== character && !/[台里后着余采准布]/.test(character));
