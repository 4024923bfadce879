import { type Language, languages } from '../finding.js';
import { compileLists } from './book.js';
import { phraseClasses, phraseLists } from './lists.js';
import { type PackedProgram, packProgram } from './packed.js';
import type { Program } from './program.js';

/**
 * The program of the phrase lists of a language. Here it is compiled when it is asked for; bundles hold in place of this
 * module what `packedPrograms` gives when they are built (`esbuild.mjs`).
 */
export const programOf = (language: Language): Program =>
  compileLists(language, phraseLists(language), phraseClasses(language));

/** The programs of all languages, packed. */
export const packedPrograms = (): Record<string, PackedProgram> =>
  Object.fromEntries(languages.map((language) => [language, packProgram(programOf(language))]));
