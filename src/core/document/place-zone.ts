import { matchesIn } from '../matches.js';
import { offsetAt, type Zone, zoneOf } from './zone.js';

/** Where people say "in Oslo" or "German time": what is no city with a zone of its own name. */
const places: Readonly<Record<string, string>> = {
  german: 'Europe/Berlin',
  germany: 'Europe/Berlin',
  french: 'Europe/Paris',
  france: 'Europe/Paris',
  spanish: 'Europe/Madrid',
  spain: 'Europe/Madrid',
  italian: 'Europe/Rome',
  italy: 'Europe/Rome',
  dutch: 'Europe/Amsterdam',
  norwegian: 'Europe/Oslo',
  norway: 'Europe/Oslo',
  swedish: 'Europe/Stockholm',
  sweden: 'Europe/Stockholm',
  danish: 'Europe/Copenhagen',
  denmark: 'Europe/Copenhagen',
  finnish: 'Europe/Helsinki',
  finland: 'Europe/Helsinki',
  polish: 'Europe/Warsaw',
  poland: 'Europe/Warsaw',
  austrian: 'Europe/Vienna',
  austria: 'Europe/Vienna',
  swiss: 'Europe/Zurich',
  switzerland: 'Europe/Zurich',
  greek: 'Europe/Athens',
  greece: 'Europe/Athens',
  british: 'Europe/London',
  britain: 'Europe/London',
  england: 'Europe/London',
  scotland: 'Europe/London',
  uk: 'Europe/London',
  irish: 'Europe/Dublin',
  ireland: 'Europe/Dublin',
  greenwich: 'Etc/UTC',
  indian: 'Asia/Kolkata',
  india: 'Asia/Kolkata',
  japanese: 'Asia/Tokyo',
  japan: 'Asia/Tokyo',
  korea: 'Asia/Seoul',
  china: 'Asia/Shanghai',
  beijing: 'Asia/Shanghai',
  'new york state': 'America/New_York',
  boston: 'America/New_York',
  california: 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  texas: 'America/Chicago',
  中国: 'Asia/Shanghai',
  国内: 'Asia/Shanghai',
  北京: 'Asia/Shanghai',
  上海: 'Asia/Shanghai',
  台湾: 'Asia/Taipei',
  台北: 'Asia/Taipei',
  香港: 'Asia/Hong_Kong',
  日本: 'Asia/Tokyo',
  东京: 'Asia/Tokyo',
  大阪: 'Asia/Tokyo',
  韩国: 'Asia/Seoul',
  首尔: 'Asia/Seoul',
  新加坡: 'Asia/Singapore',
  曼谷: 'Asia/Bangkok',
  迪拜: 'Asia/Dubai',
  英国: 'Europe/London',
  伦敦: 'Europe/London',
  法国: 'Europe/Paris',
  巴黎: 'Europe/Paris',
  德国: 'Europe/Berlin',
  柏林: 'Europe/Berlin',
  莫斯科: 'Europe/Moscow',
  纽约: 'America/New_York',
  洛杉矶: 'America/Los_Angeles',
  旧金山: 'America/Los_Angeles',
  西雅图: 'America/Los_Angeles',
  芝加哥: 'America/Chicago',
  悉尼: 'Australia/Sydney',
  墨尔本: 'Australia/Melbourne',
};
/** What people call the clock of half a continent. */
const wide: Readonly<Record<string, string>> = {
  'pacific time': 'America/Los_Angeles',
  'mountain time': 'America/Denver',
  'central time': 'America/Chicago',
  'eastern time': 'America/New_York',
  'atlantic time': 'America/Halifax',
};
const areas = ['Europe', 'America', 'Asia', 'Australia', 'Africa', 'Pacific', 'Atlantic'];
const zones = new Map<string, Zone | undefined>();
const mostZones = 500;

/** The zone of a place or of "Oslo time"; `undefined` where nobody knows it. Takes folded words. */
export function zoneOfPlace(name: string): Zone | undefined {
  const half = wide[name.toLowerCase()];
  if (half !== undefined) return zoneOf(half);
  const [first = ''] = name.split(' ');
  return zoneNamed(name) ?? (first === name ? undefined : zoneNamed(first));
}

function zoneNamed(name: string): Zone | undefined {
  const place = name.trim().replace(/ (?:local )?time$|(?:当地)?时间$/i, '');
  if (zones.has(place)) return zones.get(place);
  const known = places[place.toLowerCase()];
  const names = known ? [known] : areas.map((area) => `${area}/${place.replaceAll(' ', '_')}`);
  const isName = known !== undefined || /^[A-Z][a-z]+(?: [A-Z][a-z]+)?$/.test(place);
  const found = isName ? names.map(zoneOf).find((zone) => offsetAt(zone, 0) !== undefined) : undefined;
  if (zones.size >= mostZones) zones.clear();
  zones.set(place, found);
  return found;
}

const named = new RegExp(
  `\\b(?:[Ii]n|[Ff]or|[Ff]rom|[Tt]o|[Aa]t|near|around|of|[Oo]n) (?:[a-z]+ )?(?<en>New York State|[A-Z][a-z]+(?: [A-Z][a-z]+)?)|(?<adjective>\\b[A-Z][a-z]+)(?: (?:clocks?|watch(?:es)?))|(?<zh>${Object.keys(
    places,
  )
    .filter((place) => /[\u3400-\u9fff]/.test(place))
    .join('|')})`,
  'g',
);

/** The places that a sentence names, as far as their zone may be known. Takes folded words. */
export const placesIn = (words: string): readonly string[] =>
  matchesIn(words, named).flatMap(({ groups }) => groups?.en ?? groups?.adjective ?? groups?.zh ?? []);
