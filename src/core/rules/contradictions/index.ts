import type { Postmortem } from '../../document/postmortem.js';
import type { DocumentContext, Problem } from '../rule.js';
import { judgesLightWords } from '../severity-word.js';
import { datedActs } from './acts.js';
import { counts, totals } from './affected.js';
import { afterwards } from './afterwards.js';
import { announced } from './announced.js';
import { backupHabitsTold } from './backup-habits.js';
import { backups, usedBackup } from './backups.js';
import { bounds } from './bounds.js';
import { briefness } from './brief.js';
import { causes } from './causes.js';
import { columns, places } from './columns.js';
import { contacts } from './contacts.js';
import { days } from './days.js';
import { deadlines } from './deadlines.js';
import { divisions } from './divisions.js';
import { effects } from './effects.js';
import { enumerations } from './enumerations.js';
import { everybody } from './everybody.js';
import { figures } from './figures.js';
import { notice } from './first-notice.js';
import { finders } from './found-by.js';
import { headcounts } from './headcounts.js';
import { hours } from './hours.js';
import { type KnownFacts, knownFacts } from './known.js';
import { lengths } from './lengths.js';
import { lostNumbers } from './loss-counts.js';
import { wholeness } from './losses.js';
import { measures } from './measures.js';
import { messages } from './messages.js';
import { misprints } from './misprints.js';
import { noticed } from './noticed.js';
import { offers } from './offers.js';
import { opposites } from './opposites.js';
import { order } from './order.js';
import { payments } from './payments.js';
import { products } from './products.js';
import { regions } from './regions.js';
import { retold } from './retold.js';
import { retoldDays } from './retold-days.js';
import { rowFacts } from './rows.js';
import { sequences } from './sequences.js';
import { severities } from './severities.js';
import { mainShare, rests, shares, sharesOfCounts } from './shares.js';
import { silence } from './silence.js';
import { spared, sparedNames, sparedParts } from './spared.js';
import { stands } from './stands.js';
import { doneSteps, stepSizes, steps, stepsToCome } from './steps.js';
import { still } from './still.js';
import { sums } from './sums.js';
import { toldDates, toldMidnight, toldPart, toldWeekday, toldWholeDay } from './told-days.js';
import { toldHappenings } from './told-happenings.js';
import { toldTimes } from './told-times.js';
import { toldWaits } from './told-waits.js';
import { unknownVersions, versions } from './versions.js';
import { thatWeekday, weekdays } from './weekdays.js';
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

type Comparison = (facts: KnownFacts, context: DocumentContext, postmortem: Postmortem) => Iterable<Problem>;

/** In the order in which they speak: of two at one place the first is told. */
const comparisons: Readonly<Record<string, Comparison>> = {
  lengths,
  bounds,
  briefness: (_, context, postmortem) => (judgesLightWords(postmortem, context) ? [] : briefness(context)),
  days: (facts, context, postmortem) => days(postmortem, facts, context),
  counts: (_, context, postmortem) => counts(postmortem, context),
  order: ({ incident }) => order(incident),
  figures,
  totals: (_, context) => totals(context),
  headcounts: (_, context, postmortem) => headcounts(postmortem, context),
  sums: (_, context) => sums(context),
  products: (_, context) => products(context),
  enumerations: (_, context) => enumerations(context),
  announced: (_, context, postmortem) => announced(postmortem, context),
  columns,
  places,
  shares,
  rests: (_, context) => rests(context),
  mainShare,
  divisions: (_, context, postmortem) => divisions(postmortem, context),
  sharesOfCounts: (_, context) => sharesOfCounts(context),
  misprints: (_, context) => misprints(context),
  everybody,
  spared: (_, context) => spared(context),
  sparedNames: (_, context) => sparedNames(context),
  sparedParts: (_, context) => sparedParts(context),
  causes: (_, context) => causes(context),
  effects: (_, context, postmortem) => effects(postmortem, context),
  wholeness,
  lostNumbers: (_, context) => lostNumbers(context),
  still: (facts, context, postmortem) => still(postmortem, facts, context),
  zones,
  rowFacts,
  notice,
  noticed,
  toldTimes,
  toldDates,
  toldPart,
  toldMidnight,
  toldWholeDay,
  afterwards,
  toldHappenings,
  toldWaits,
  sequences,
  finders: (_, context) => finders(context),
  silence,
  steps,
  stepSizes,
  doneSteps,
  stepsToCome,
  measures,
  offers: (_, context) => offers(context),
  deadlines: (_, context) => deadlines(context),
  payments: (_, context) => payments(context),
  datedActs: (_, context) => datedActs(context),
  messages: (_, context) => messages(context),
  versions: (_, context) => versions(context),
  unknownVersions: (_, context) => unknownVersions(context),
  regions: (_, context) => regions(context),
  backups,
  usedBackup,
  backupHabits: (_, context) => backupHabitsTold(context),
  weekdays,
  thatWeekday,
  toldWeekday,
  severities: (_, context, postmortem) => severities(postmortem, context),
  contacts: (_, context) => contacts(context),
  hours: (_, context) => hours(context),
  opposites: (_, context) => opposites(context),
  stands: (_, context) => stands(context),
  retold: (_, context) => retold(context),
  retoldDays,
};

/** Those that hold whole sentences against each other, whatever their wording: what they read costs most. */
const ofSentences: ReadonlySet<string> = new Set([
  'headcounts',
  'divisions',
  'causes',
  'effects',
  'lostNumbers',
  'toldTimes',
  'toldDates',
  'toldPart',
  'toldMidnight',
  'toldWholeDay',
  'toldHappenings',
  'toldWaits',
  'sequences',
  'finders',
  'silence',
  'measures',
  'backupHabits',
  'toldWeekday',
  'hours',
  'stands',
  'retold',
  'retoldDays',
]);
/**
 * More headings than the longest postmortem has: a file of several incidents, whose sentences say nothing of each other.
 * The longest of 120 published ones has 50.
 */
const mostHeadings = 60;

type Kept = readonly Problem[];

/** What each comparison says, one after the other: asked again only when something that it has read has changed. */
export function* compared(postmortem: Postmortem, context: DocumentContext): Generator<Kept> {
  const isOfOne = postmortem.sections.length <= mostHeadings;
  for (const [name, compare] of Object.entries(comparisons))
    if (isOfOne || !ofSentences.has(name))
      yield context.kept(`contradicting ${name}`, () => compare(knownFacts(postmortem, context), context, postmortem));
}

function* allOf(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
  for (const problems of compared(postmortem, context)) yield* problems;
}
