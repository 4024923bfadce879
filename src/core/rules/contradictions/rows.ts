import { mayShow } from '../../document/clock.js';
import { sayingRows } from '../../document/timeline-words.js';
import type { Problem } from '../rule.js';
import { shownIn } from './common.js';
import type { KnownFacts } from './known.js';
import { timeProblem } from './problems.js';

/** What a row of the timeline says, and the key of front matter that says the same. */
const same = [
  { fact: 'detected', key: 'detected' },
  { fact: 'ended', key: 'resolved' },
] as const;

/** A row farther off is of another step. Minutes. */
const farthest = 240;

/**
 * When it was noticed and when it was over, by the rows of the timeline, against front matter: where no row stands at the
 * minute of front matter.
 */
export function* rowFacts({ incident, zones, rows }: KnownFacts): Generator<Problem> {
  if (rows.length < 3) return;
  const told = sayingRows(rows);
  for (const { fact, key } of same) {
    const placed = told.get(fact);
    const moment = incident.moments.get(key);
    if (!placed || !moment?.time || moment.isRow) continue;
    const { source, time } = placed.row;
    const zone = zones.of(source.block, source.beside);
    const shown = shownIn(moment, incident, zone);
    if (shown === undefined || (!zone && moment.time.zone)) continue;
    // A row at another moment of front matter tells of that one.
    const isOther = [...incident.moments.values()].some(
      (each) => !each.isRow && mayShow(time, shownIn(each, incident, zone) ?? -9),
    );
    const apart = Math.abs(shown - time.minutes);
    if (isOther || apart < 2 || apart > farthest || rows.some(({ row }) => mayShow(row.time, shown))) continue;
    yield timeProblem(source.block, { time, words: source.head.words }, moment, shown, zone);
  }
}
