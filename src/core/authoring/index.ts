/** Help for authors, without a host: what to write, where, and in which words. */

export { inWriting, languageOfWriting, type Writing, writingOf, writingOfTag, writings } from '../language/writing.js';
export { actionLinks } from './action-links.js';
export { afterFrontMatter, type Blank, type BlanksToFill, blanksOf, blanksToFill, choicesOf } from './blanks.js';
export { addCustomerPart } from './customer-part.js';
export { type FrontMatterChoice, frontMatterChoices, frontMatterHelp, type HelpOptions } from './front-matter-help.js';
export { addToGlossary, termAt, termPlaces } from './glossary.js';
export { type InternalPlaces, internalPlaces, markInternal } from './internal.js';
export { frontMatterEdits, type MessageFact, messageFacts } from './message-facts.js';
export { clockParts, frontMatterTime, readMoment, writtenTime, zoneOffset } from './moment.js';
export { fileNameFor, type NewPostmortem, newPostmortem, nextId } from './new-postmortem.js';
export { type PlainWords, plainWordsAt } from './plain-words.js';
export { type CustomerPromise, promisesOf } from './promises.js';
export { doubtsOf, type Readiness, type ReadinessPart, readinessOf } from './readiness.js';
export { judgeRewriting, type Verdict } from './rewriting.js';
export { atDepth, prefixOfSection, sectionDepth, sectionPlace, wholeSection } from './section-place.js';
export { type MissingHeading, missingHeadings, type Place, placeAt, snippetFits } from './snippet-places.js';
export { snippetText } from './snippet-text.js';
export { isOverdue, type PostmortemSummary, summarize } from './summary.js';
export { type Template, templateIn, templates } from './templates.js';
export { applyEdit, type TextEdit } from './text-edit.js';
export { type TextTime, textTimes } from './text-times.js';
export { type TimelineRow, timelineRow } from './timeline-row.js';
