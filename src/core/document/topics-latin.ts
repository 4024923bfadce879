import { matchesIn } from '../matches.js';
import type { Topic } from './effects.js';

// What English clauses speak of: the nouns of a phrase, and what can be done with them.

/** Those to whom it happened, as the inside of an expression. */
export const people =
  'customers?|clients?|users?|people|persons?|passengers?|travell?ers?|riders?|patients?|guests?|visitors?|shoppers?|buyers?|members?|subscribers?|students?|pupils?|learners?|parents?|families|teachers?|drivers?|players?|readers?|viewers?|listeners?|merchants?|sellers?|traders?|callers?|residents?|households?|tenants?|employees|employers|staff|colleagues|teams?|clinics?|practices|pharmacies|pharmacists?|doctors?|nurses?|hospitals?|schools?|companies|compan(?:y|ies)|firms?|businesses|shops?|stores?|retailers?|hotels?|restaurants?|holders?|owners?|donors?|citizens?|applicants?|candidates?|anybody|anyone|everybody|everyone|somebody|someone|you|they|we|i|he|she|one|those|these|who|others|us|all';
export const isPeople = new RegExp(`^(?:${people})$`, 'i');

/** Words that name nothing. */
export const idle = new Set(
  'the a an our your their its his her this that these those such all every each both any some no not of own new one single whole entire affected very same main following certain several few many most more other also even just only simply really actually fortunately unfortunately luckily sadly however and or nor but so as too then there here it itself themselves during throughout while when meanwhile which what in on at for by with from to into over through via about day days night nights morning evening afternoon noon midnight week weekend monday tuesday wednesday thursday friday saturday sunday time times period hour hours minute minutes moment incident outage failure fault problem trouble disruption event been being was were is are had has have did do does could'.split(
    ' ',
  ),
);
const irregular: Readonly<Record<string, string>> = {
  paid: 'pay',
  sold: 'sell',
  sent: 'send',
  bought: 'buy',
  held: 'hold',
  taken: 'take',
  took: 'take',
  seen: 'see',
  begun: 'start',
  begin: 'start',
  reserve: 'book',
  reserved: 'book',
  reservation: 'book',
  purchase: 'buy',
  purchased: 'buy',
  website: 'site',
  webpage: 'page',
  'web-site': 'site',
  application: 'app',
  vessel: 'ship',
  ferry: 'ship',
  ferries: 'ship',
  wage: 'salari',
  salary: 'salari',
  login: 'login',
  logon: 'login',
  'log-in': 'login',
  'sign-in': 'login',
  checkout: 'checkout',
  'check-out': 'checkout',
  'check-in': 'checkin',
  checkin: 'checkin',
  parcel: 'parcel',
  package: 'parcel',
  mail: 'email',
  'e-mail': 'email',
};
/** "log in", "signing in", "check out": verbs of two words. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/^(?:log|sign)(?:ged|ged|ning|ging|ed)?[ -](?:in|on)(?:to)?\b/i, 'login'],
  [/^check(?:ed|ing)?[ -]out\b/i, 'checkout'],
  [/^check(?:ed|ing)?[ -]in\b/i, 'checkin'],
];

function stem(word: string): string {
  const lower = word.toLowerCase().replace(/'s?$|'s$/u, '');
  const known = irregular[lower] ?? irregular[lower.replace(/s$/, '')];
  if (known !== undefined) return known;
  const short = lower.replace(/(?:ies|y)$/, 'i').replace(/(?<![su])s$/, '');
  const cut = short.replace(/(?:ing|ment|ed|ion|al)$/, '');
  return (cut.length >= 3 ? cut : short).replace(/e$/, '').replace(/([^aeioul])\1$/, '$1');
}

/** Verbs that say no more than that it did or did not do what it is for. */
const general =
  /^(?:be|us|work|run|function|operat|open|start|load|reach|access|login|enter|connect|respond|answer|go|com|get|mak|tak|do|hav|hand|see|view|serv|continu|complet|proces|carri|offer|find|mad|put|place|plac|perform|stay|remain)$/;
/** What is done with a thing that is in order for all that: a crossing that nobody can book still sails. */
const transacts =
  /^(?:book|order|buy|reserv|sell|schedul|track|cancel|chang|rebook|plan|find|see|pay|purchas|search|quot|list)$/;

const stop =
  /\s(?:as a whole|as such|along with|uses?|runs? (?:on|through|via|over|a|the)|has|have|shares?|depends?|relies|rely|goes|is|are|does|do|who|that|which|whose|where|when|while|because|since|as|than|if|made|placed|hosted|booked|held|kept|used|using|without|despite)\b/i;
const preposition =
  /\s(?:on|in|at|by|with|for|from|to|via|through|over|into|under|across|within|inside|outside|between|during|after|before|against|upon|without|per)\s/i;

interface Phrase {
  readonly mods: readonly string[];
  readonly apart: readonly string[];
  readonly head: string;
}

/** The words of a text as they are written. */
export const wordsOf = (text: string): string[] => matchesIn(text, /[\p{L}\d][\p{L}\d'-]*/gu).map(([word]) => word);
/** Without those whom it happened to: "customers" is no topic, and "customer service" is. */
export const contentOf = (text: string): string[] => {
  const words = wordsOf(text).filter((word) => !idle.has(word.toLowerCase()) && !/^\d+$/.test(word));
  return words.filter(
    (word, at) =>
      !isPeople.test(word) ||
      (at < words.length - 1 && !/^(?:you|we|they|all|one|us|who|those|these|others|i|he|she)$/i.test(word)),
  );
};
const month = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:'s)?$/i;
const isName = (word: string): boolean => /^\p{Lu}/u.test(word) && !month.test(word);
/** "Lyon scanners" are those of a place; "Results Portal" is what it is called, and the first word has its capital anyway. */
const namesBefore = (words: readonly string[], last: string): string[] =>
  isName(last) ? [] : words.slice(1).filter(isName);

/** The nouns of a phrase: "booking and payment by phone". */
export function phrasesIn(np: string): Phrase[] {
  const [front = ''] = np.split(stop);
  const pieces = front.split(/\s*(?:,|&)\s*|\s+(?:and|or|nor|as well as|along with|together with)\s+/i);
  const found: Phrase[] = [];
  for (const piece of pieces) {
    // "Several of our ships", "the opening of accounts".
    const partitive = /^(?<first>.*?)\bof\s+(?<rest>.*)$/i.exec(piece);
    const own =
      partitive && contentOf(partitive.groups?.first ?? '').length === 0 ? (partitive.groups?.rest ?? '') : piece;
    const cut = own.search(preposition);
    const main = contentOf(
      cut > 0 ? own.slice(0, cut) : own.replace(/^(?:on|in|at|by|for|from|to|via|through)\s/i, ''),
    );
    const behind = cut > 0 ? own.slice(cut) : '';
    const isAll = /\b(?:every|all|any|each|our|my|your|both)\b/i.test(behind);
    const behindWords = isAll ? [] : contentOf(behind);
    const narrows = behindWords.map(stem);
    // "Check-in at the terminals" is most of check-in; booking by phone, or in Lyon, is not all of booking.
    const setApart = /^\s(?:on|in|at)\s/i.test(behind) ? behindWords.filter(isName).map(stem) : narrows;
    const last = main.at(-1);
    if (last === undefined) {
      // "Customers of the app": what they use.
      const used = contentOf(behind);
      const inner = used.at(-1);
      if (inner !== undefined && /\s(?:of|on|in|with|using|via|through)\s/i.test(behind))
        found.push({ head: stem(inner), mods: used.slice(0, -1).map(stem), apart: [] });
      continue;
    }
    if (isPeople.test(last)) continue;
    const before = main.slice(0, -1);
    const kind = before.at(-1);
    // "The check-in desks", "the booking system": what they are there for.
    if (
      kind !== undefined &&
      /^(?:systems?|services?|functions?|features?|process(?:es)?|desks?|module|pages?)$/i.test(last)
    )
      found.push({ head: stem(kind), mods: before.slice(0, -1).map(stem), apart: [] });
    if (stem(last) === 'login') {
      found.push({ head: 'login', mods: [], apart: [] });
      continue;
    }
    found.push({
      head: stem(last),
      mods: [...before.map(stem), ...narrows],
      apart: [...namesBefore(before, last).map(stem), ...setApart],
    });
  }
  return found;
}

/** What a phrase names, for something that is done with it. */
export const topicsOf = (np: string, verb = ''): Topic[] => phrasesIn(np).map((phrase) => ({ ...phrase, verb }));

/** The verb at the beginning of a text, and what stands behind it. */
function verbAt(text: string): { verb: string; rest: string } | undefined {
  const words = text.replace(
    /^\s*(?:(?:even|still|also|properly|simply|then|longer|so much as|be|been|get|not|always|actually|easily|quickly|perfectly well)\s+)*/i,
    '',
  );
  for (const [pair, verb] of pairs) {
    const match = pair.exec(words);
    if (match) return { verb, rest: words.slice(match[0].length) };
  }
  const match = /^[a-z-]+/i.exec(words);
  if (!match) return undefined;
  // "Call out" is not "call".
  const particle = /^ (?<word>out|in|up|off|back)\b(?! (?:the|our|your|their|an?)\b)/i.exec(
    words.slice(match[0].length),
  );
  const verb = `${stem(match[0])}${particle ? `-${particle.groups?.word}` : ''}`;
  return { verb, rest: words.slice(match[0].length + (particle?.[0].length ?? 0)) };
}

/** What nobody could do: "book a crossing with us", "log in to the portal". */
export function topicsDone(text: string): Topic[] {
  const done = verbAt(text);
  if (!done) return [];
  const { verb, rest } = done;
  const object = rest.replace(/^\s*(?:in ?to|to|into|on|in|at|through|up)\s+(?=the|our|your|their|a|an|his|her)/i, ' ');
  const [front = ''] = object.split(/[,;:]/);
  const isPlaced = /^\s*(?:on|in|at|by|with|for|from|via|through|over|during|that|this|throughout|as|without)\b/i.test(
    front,
  );
  const objects = isPlaced ? [] : topicsOf(front, general.test(verb) ? '' : verb);
  if (general.test(verb) && verb !== 'login') return objects;
  // Who cannot do it by phone only, can do it.
  const ways = isPlaced
    ? phrasesIn(`x ${front.trim()}`).flatMap(({ apart }) => apart)
    : objects.flatMap(({ apart }) => apart);
  const isWith = /^\s*(?:with us|that|this|throughout|during)\b/i.test(front);
  return [{ head: verb, mods: isWith ? [] : ways, apart: isWith ? [] : ways, verb: '' }, ...objects];
}

/** "Crossings could not be booked", "the portal could be opened": of what, and that which could be done. */
export function topicsBeing(subject: string, behind: string): Topic[] {
  const done = verbAt(behind);
  if (!done) return topicsOf(subject);
  const verb = general.test(done.verb) ? '' : done.verb;
  const ways = phrasesIn(`x ${done.rest.split(/[,;:]/)[0]?.trim() ?? ''}`).flatMap(({ apart }) => apart);
  const own = topicsOf(subject, verb);
  const all = transacts.test(verb)
    ? [...own, { head: verb, mods: own.flatMap(({ mods }) => mods), apart: [], verb: '' }]
    : own;
  return ways.length === 0 || /\b(?:that|this|throughout|anywhere|at all|every|all|any)\b/i.test(done.rest)
    ? all
    : all.map((topic) => ({ ...topic, mods: [...topic.mods, ...ways], apart: [...topic.apart, ...ways] }));
}
