import data from '../../data/zones.json' with { type: 'json' };

/** A time zone as written. */
export interface Zone {
  readonly name: string;
  /** Minutes east of UTC; `undefined` where the name alone does not say. */
  readonly offset: number | undefined;
}

const words: ReadonlyMap<string, number | null> = new Map(Object.entries(data.words));
const phrases: ReadonlyMap<string, number | null> = new Map(Object.entries(data.phrases));

const signed = '(?:UTC|GMT)\\s?[+\\-−±]\\s?\\d{1,2}(?:[:：]?\\d{2})?';
const area = '(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[A-Z]\\w+(?:/[A-Z]\\w+)?';
const named = [...words.keys()].sort((a, b) => b.length - a.length).join('|');
const spoken = [...phrases.keys()].sort((a, b) => b.length - a.length).join('|');
/** "Berlin time", "New York time": a capital inside a sentence, and no word that goes with "time" by itself. */
const city =
  '(?!(?:This|That|Any|Some|First|Second|Third|Next|Last|Same|Each|Every|Real|Full|Part|Down|Up|Response|Start|End|The|Our|Your|At|In|Of|Over|Which|What|Total|Time|Recovery|Resolution|Long|Short|Spare|More|Most|Lead|Run|Build|Load|Wait|Processing|Delivery|Waiting|Summer|Winter)\\b)[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:local )?time\\b';

/** Everything that names a zone, as the source of a regular expression (case counts). */
export const zoneSource = `${signed}|${area}|(?<![A-Za-z])(?:${named})(?![A-Za-z])|(?:${spoken
  .split('|')
  .map((phrase) => phrase.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`))
  .join('|')})|${city}`;

/** What such a name begins with besides letters of the Latin script, as the inside of a character class. */
export const zoneStarts = [...new Set([...words.keys(), ...phrases.keys()].map((name) => name.charAt(0)))]
  .filter((sign) => !/[A-Za-z]/.test(sign))
  .join('');

/** Reads `±hh:mm`, `UTC+8`, `GMT-3:30`. @returns minutes, `undefined` when there is no sign and figure. */
function signedOffset(name: string): number | undefined {
  const match = /([+\-−±])\s?(\d{1,2})(?:[:：]?(\d{2}))?$/.exec(name);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '+' || match[1] === '±' ? minutes : -minutes;
}

/** The zone that `name` stands for: a sign with figures, an abbreviation, a phrase, or a name of the IANA database. */
export function zoneOf(name: string): Zone {
  const plain = name.trim();
  if (plain === 'Z') return { name: 'UTC', offset: 0 };
  const offset = signedOffset(plain) ?? words.get(plain) ?? phrases.get(plain.toLowerCase()) ?? undefined;
  return { name: plain, offset };
}

/** Zones of the IANA database with their formatter, and their offsets by the hour: both are slow to ask for. */
const formatters = new Map<string, Intl.DateTimeFormat | undefined>();
const offsets = new Map<string, number | undefined>();
const mostOffsets = 2000;

function formatterOf(name: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(name)) {
    try {
      formatters.set(name, new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' }));
    } catch {
      formatters.set(name, undefined);
    }
  }
  return formatters.get(name);
}

/**
 * What a zone's clock shows ahead of UTC at a moment.
 * @param moment Milliseconds since 1970.
 * @returns Minutes, `undefined` for a zone that nobody knows. IANA names are asked of the platform, which all hosts have.
 */
export function offsetAt(zone: Zone, moment: number): number | undefined {
  if (zone.offset !== undefined) return zone.offset;
  if (!zone.name.includes('/') || !Number.isFinite(moment)) return undefined;
  const key = `${zone.name} ${Math.floor(moment / 900_000)}`;
  if (offsets.has(key)) return offsets.get(key);
  const part = formatterOf(zone.name)
    ?.formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const offset = part === 'GMT' ? 0 : part === undefined ? undefined : signedOffset(part);
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
}
