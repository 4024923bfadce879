import { canMean } from '../../document/duration.js';
import type { IncidentMoment } from '../../document/incident.js';
import { type ToldWait, toldWaitsIn } from '../../document/told-waits.js';
import { type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { aside, elsewhere } from './common.js';
import { type Happened, happened, mayTell, ofKind, tokensOf } from './happened.js';
import type { KnownFacts } from './known.js';
import { waitProblem } from './problems.js';

/** A wait with its own words, and those of what it is counted from. */
interface Wait extends ToldWait {
  readonly words: string;
  readonly tokens: ReadonlySet<string>;
}

function waitsIn({ block, text, durations, moments }: TimedBlock): readonly Wait[] | undefined {
  const kind = block.section?.kind ?? '';
  if (block.block.kind !== 'paragraph' || block.section?.isTimeline) return undefined;
  if (block.audience === 'customer' ? kind === 'timeline' : aside.has(kind) || elsewhere.has(kind)) return undefined;
  const times = moments.filter((moment) => moment.kind === 'time');
  const found = toldWaitsIn(text, durations, times).map((wait) => ({
    ...wait,
    words: text.slice(wait.duration.start, wait.duration.end),
    tokens: tokensOf(wait.since),
  }));
  return found.length > 0 ? found : undefined;
}

const momentsOf = (found: readonly Happened[]): readonly IncidentMoment[] => found.map(({ moment }) => moment);

/** What a wait may be counted from. */
const startsOf = ({ from, tokens }: Wait, all: readonly Happened[]): readonly IncidentMoment[] =>
  momentsOf(from === 'any' ? all : [...ofKind(all, from), ...mayTell(all, tokens)]);

/** "We noticed it 25 minutes after it began", "it took us an hour to tell you", against front matter and the timeline. */
export function* toldWaits(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const told = timeFacts(context, 'told-waits', waitsIn);
  if (told.length === 0) return;
  const all = happened(facts, context);
  for (const { block, value } of told)
    for (const wait of value) {
      const stops = momentsOf(ofKind(all, wait.stop));
      const starts = startsOf(wait, all);
      const [stop] = stops;
      const start = starts.find(({ instant }) => stop && instant <= stop.instant);
      if (!stop || !start) continue;
      const isRight = stops.some((end) =>
        starts.some(({ instant }) => end.instant > instant && canMean(wait.duration, (end.instant - instant) / 60_000)),
      );
      if (!isRight) yield waitProblem(block, wait, start, stop);
    }
}
