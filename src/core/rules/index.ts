import { contradictingFacts } from './contradicting-facts.js';
import { frontMatter } from './front-matter.js';
import { hiddenActor } from './hidden-actor.js';
import { hindsight } from './hindsight.js';
import { internalDetail } from './internal-detail.js';
import { lateNotice } from './late-notice.js';
import { loadedWord } from './loaded-word.js';
import { longSentence } from './long-sentence.js';
import { malformedMarker } from './malformed-marker.js';
import { minimizing } from './minimizing.js';
import { missingPart } from './missing-part.js';
import { missingSection } from './missing-section.js';
import { noCustomerPart } from './no-customer-part.js';
import { nonApology } from './non-apology.js';
import { openAction } from './open-action.js';
import { overduePromise } from './overdue-promise.js';
import { overpromise } from './overpromise.js';
import { personAsCause } from './person-as-cause.js';
import { personNamed } from './person-named.js';
import { placeholderLeft } from './placeholder-left.js';
import { repeatedWord } from './repeated-word.js';
import type { Rule } from './rule.js';
import { secret } from './secret.js';
import { severityWord } from './severity-word.js';
import { shiftedBlame } from './shifted-blame.js';
import { simplerWords } from './simpler-words.js';
import { timeWithoutZone } from './time-without-zone.js';
import { timelineOrder } from './timeline-order.js';
import { unexplainedTerm } from './unexplained-term.js';
import { vagueAction } from './vague-action.js';
import { vagueScope } from './vague-scope.js';
import { vagueTime } from './vague-time.js';

/** Every rule, in the order of the docs. A new rule is a file and a line here. */
export const rules: readonly Rule[] = [
  malformedMarker,
  personAsCause,
  hindsight,
  hiddenActor,
  shiftedBlame,
  nonApology,
  minimizing,
  overpromise,
  vagueScope,
  vagueTime,
  vagueAction,
  unexplainedTerm,
  longSentence,
  simplerWords,
  repeatedWord,
  placeholderLeft,
  frontMatter,
  internalDetail,
  secret,
  personNamed,
  loadedWord,
  timeWithoutZone,
  timelineOrder,
  contradictingFacts,
  missingSection,
  missingPart,
  noCustomerPart,
  lateNotice,
  severityWord,
  overduePromise,
  openAction,
];
