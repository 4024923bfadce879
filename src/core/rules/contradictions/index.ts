import type { Postmortem } from '../../document/postmortem.js';
import type { DocumentContext, Problem } from '../rule.js';
import { judgesLightWords } from '../severity-word.js';
import { counts, totals } from './affected.js';
import { afterwards } from './afterwards.js';
import { backups } from './backups.js';
import { bounds } from './bounds.js';
import { briefness } from './brief.js';
import { days } from './days.js';
import { figures } from './figures.js';
import { delays, notice } from './first-notice.js';
import { knownFacts } from './known.js';
import { lengths } from './lengths.js';
import { wholeness } from './losses.js';
import { offers } from './offers.js';
import { order } from './order.js';
import { shares } from './shares.js';
import { stepSizes, steps } from './steps.js';
import { sums } from './sums.js';
import { weekdays } from './weekdays.js';
import { zones } from './zones.js';

/** Everything in a document that says something else than front matter or another place does: a file a kind of fact. */
export function* contradictions(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
  const places = new Set<number>();
  for (const problem of allOf(postmortem, context)) {
    if (places.has(problem.at.start)) continue;
    places.add(problem.at.start);
    yield problem;
  }
}

function* allOf(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
  const facts = knownFacts(postmortem, context);
  yield* lengths(facts);
  yield* bounds(facts);
  if (!judgesLightWords(postmortem, context)) yield* briefness(facts);
  yield* days(postmortem, facts);
  yield* counts(postmortem, context);
  yield* order(facts.incident);
  yield* figures(context);
  yield* totals(context);
  yield* sums(context);
  yield* shares(facts, context);
  yield* wholeness(context);
  yield* zones(facts);
  yield* notice(facts);
  yield* delays(facts);
  yield* afterwards(facts);
  yield* steps(facts, context);
  yield* stepSizes(facts, context);
  yield* offers(context);
  yield* backups(facts);
  yield* weekdays(facts);
}
