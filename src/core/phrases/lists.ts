import classesEn from '../../data/en/classes.json' with { type: 'json' };
import personAsCauseEn from '../../data/en/person-as-cause.json' with { type: 'json' };
import classesZh from '../../data/zh/classes.json' with { type: 'json' };
import personAsCauseZh from '../../data/zh/person-as-cause.json' with { type: 'json' };
import type { Language } from '../finding.js';
import type { ClassData, PhraseList } from './list.js';

const en = [personAsCauseEn];
const zh = [personAsCauseZh];

/** Every phrase list, by language. A new list is a file and a line here. */
export const phraseLists = { en, zh } as Readonly<Record<Language, readonly unknown[]>> as Readonly<
  Record<Language, readonly PhraseList[]>
>;

/** What `@name` stands for in the patterns, by language. */
export const phraseClasses: Readonly<Record<Language, ClassData>> = { en: classesEn.classes, zh: classesZh.classes };
