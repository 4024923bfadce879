import classesEn from '../../data/en/classes.json' with { type: 'json' };
import explainedAfterEn from '../../data/en/explained-after.json' with { type: 'json' };
import explainedBeforeEn from '../../data/en/explained-before.json' with { type: 'json' };
import hiddenActorEn from '../../data/en/hidden-actor.json' with { type: 'json' };
import hindsightEn from '../../data/en/hindsight.json' with { type: 'json' };
import loadedWordEn from '../../data/en/loaded-word.json' with { type: 'json' };
import minimizingEn from '../../data/en/minimizing.json' with { type: 'json' };
import nonApologyEn from '../../data/en/non-apology.json' with { type: 'json' };
import oppositesEn from '../../data/en/opposites.json' with { type: 'json' };
import overpromiseEn from '../../data/en/overpromise.json' with { type: 'json' };
import personAsCauseEn from '../../data/en/person-as-cause.json' with { type: 'json' };
import shiftedBlameEn from '../../data/en/shifted-blame.json' with { type: 'json' };
import simplerWordsEn from '../../data/en/simpler-words.json' with { type: 'json' };
import statementsEn from '../../data/en/statements.json' with { type: 'json' };
import unexplainedTermEn from '../../data/en/unexplained-term.json' with { type: 'json' };
import vagueActionEn from '../../data/en/vague-action.json' with { type: 'json' };
import vagueScopeEn from '../../data/en/vague-scope.json' with { type: 'json' };
import vagueTimeEn from '../../data/en/vague-time.json' with { type: 'json' };
import classesZh from '../../data/zh/classes.json' with { type: 'json' };
import explainedAfterZh from '../../data/zh/explained-after.json' with { type: 'json' };
import explainedBeforeZh from '../../data/zh/explained-before.json' with { type: 'json' };
import hiddenActorZh from '../../data/zh/hidden-actor.json' with { type: 'json' };
import hindsightZh from '../../data/zh/hindsight.json' with { type: 'json' };
import loadedWordZh from '../../data/zh/loaded-word.json' with { type: 'json' };
import minimizingZh from '../../data/zh/minimizing.json' with { type: 'json' };
import nonApologyZh from '../../data/zh/non-apology.json' with { type: 'json' };
import oppositesZh from '../../data/zh/opposites.json' with { type: 'json' };
import overpromiseZh from '../../data/zh/overpromise.json' with { type: 'json' };
import personAsCauseZh from '../../data/zh/person-as-cause.json' with { type: 'json' };
import shiftedBlameZh from '../../data/zh/shifted-blame.json' with { type: 'json' };
import simplerWordsZh from '../../data/zh/simpler-words.json' with { type: 'json' };
import statementsZh from '../../data/zh/statements.json' with { type: 'json' };
import unexplainedTermZh from '../../data/zh/unexplained-term.json' with { type: 'json' };
import vagueActionZh from '../../data/zh/vague-action.json' with { type: 'json' };
import vagueScopeZh from '../../data/zh/vague-scope.json' with { type: 'json' };
import vagueTimeZh from '../../data/zh/vague-time.json' with { type: 'json' };
import type { Language } from '../finding.js';
import { late } from '../late.js';
import type { ClassData, PhraseEntry, PhraseList } from './list.js';

const en = [
  hiddenActorEn,
  hindsightEn,
  minimizingEn,
  nonApologyEn,
  overpromiseEn,
  personAsCauseEn,
  shiftedBlameEn,
  simplerWordsEn,
  vagueActionEn,
  vagueScopeEn,
  vagueTimeEn,
  loadedWordEn,
  unexplainedTermEn,
  explainedAfterEn,
  explainedBeforeEn,
];
const zh = [
  hiddenActorZh,
  hindsightZh,
  minimizingZh,
  nonApologyZh,
  overpromiseZh,
  personAsCauseZh,
  shiftedBlameZh,
  simplerWordsZh,
  vagueActionZh,
  vagueScopeZh,
  vagueTimeZh,
  loadedWordZh,
  unexplainedTermZh,
  explainedAfterZh,
  explainedBeforeZh,
];

/** The name under which the matches of a family of statements are asked for. */
export const statementName = (id: string): string => `says-${id}`;

/** The ways to say what an explanation must say, as lists of their own: they mark nothing, rules ask whether they stand. */
const statementLists = (
  language: Language,
  statements: Readonly<Record<string, { readonly match: readonly string[] }>>,
): PhraseList[] =>
  Object.entries(statements).map(([id, { match }]) => ({ rule: statementName(id), language, entries: [{ match }] }));

/** The two ways to speak of one matter of which only one can be true. */
export const sides = ['one', 'other'] as const;
export type Side = (typeof sides)[number];

/** The name under which the matches of one side of a pair of opposites are asked for. */
export const oppositeName = (id: string, side: Side): string => `opposite-${id}-${side}`;

/** What is asked, supposed or quoted is not said. */
const notSaid = ['in-question', 'hypothetical', 'in-quotes'];

/** One side of a pair of opposites; what the parts are for says the note of `opposites.json`. */
interface OppositeSide extends Pick<PhraseEntry, 'match' | 'near'> {
  readonly denying?: readonly string[];
}

const oppositeLists = (
  language: Language,
  opposites: Readonly<Record<string, Readonly<Record<Side, OppositeSide>>>>,
): PhraseList[] =>
  Object.entries(opposites).flatMap(([id, pair]) =>
    sides.map((side) => {
      const { match, denying = [], near } = pair[side];
      const around = near ? { near } : {};
      const entries = [
        { match, unless: [...notSaid, 'turned-within', 'negated-directly'], ...around },
        { match: denying, unless: notSaid, ...around },
      ];
      return { rule: oppositeName(id, side), language, entries };
    }),
  );

/** Every phrase list of a language, read when it is first asked for. A new list is a file and a line here. */
const lists = {
  en: late(
    () =>
      [
        ...en,
        ...statementLists('en', statementsEn.statements),
        ...oppositeLists('en', oppositesEn.opposites),
      ] as readonly unknown[],
  ),
  zh: late(
    () =>
      [
        ...zh,
        ...statementLists('zh', statementsZh.statements),
        ...oppositeLists('zh', oppositesZh.opposites),
      ] as readonly unknown[],
  ),
};
export const phraseLists = (language: Language): readonly PhraseList[] => lists[language]() as readonly PhraseList[];

/** What `@name` stands for in the patterns of a language. */
export const phraseClasses = (language: Language): ClassData =>
  language === 'en' ? classesEn.classes : classesZh.classes;
