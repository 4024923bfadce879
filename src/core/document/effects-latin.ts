import { matchesIn } from '../matches.js';
import { sentences } from './amounts.js';
import type { Effect, State, Topic } from './effects.js';

const hint =
  /\b(?:could|couldn't|no\b|noticed|felt|affected|touched|hit|impacted|concerned|involved|up|online|promptly|not|out of|halt|closed|unusable|still|unable|nobody|no one|not (?:a|one)|impossible|possible|down|offline|available|unavailable|unreachable|outage|standstill|rejected|refused|turned|failed|broke|collapsed|crashed|stopped|went|late|delayed|slow\w*|sluggish|longer|throughout|at all times|normal\w*|usual|always|on time|timetable|schedule|planned|unaffected|spared|untouched|without|whole|hitch|never|at no|did|didn't|would not|wouldn't|interrupt\w+|kept)\b/i;

/** Of another time or incident, of a wish, of what might be, or of what came after. */
const otherwise =
  /[?？]|^\s*(?:without|even with|with) |\b(?:if(?! (?:a (?:little|bit)|only|slowly|somewhat|slightly|not)\b)|unless|whether|should|would have|might|may|could have|will|shall|can|must|next time|in future|from now on|last (?:week|month|year|spring|summer|autumn|winter|time)|previous(?:ly)?|years? ago|earlier (?:this|that|incident)|the day after|the next day|the following|since (?:then|yesterday|\d)|ever since|test(?:s|ed|ing)?|rehears\w+|drill|plan to|designed to|supposed to|ought to|for example|in theory|usually|ordinarily|in general|on an ordinary|(?:the )?(?:first|original|initial) estimate|to prevent|to avoid|lest|in order)\b/i;
/** What came first or later, where another part of the sentence or of the text tells the other half. */
const phase =
  /\b(?:again|until|till|afterwards?|after(?: that)?|later|then|initially|at first|first|once|by (?:then|\d)|from (?:then|\d)|since|before|meanwhile restored|restored|back|now|today|still (?:down|not)|no longer|at \d|between|up to)\b|\d{1,2}[:.h]\d\d/i;
/** Not all of it: the rest is another matter. */
const partly =
  /\b(?:some|several|a few|few|many|most|part(?:s|ly|ially)?|half|certain|individual|occasional(?:ly)?|sometimes|at times|intermittent\w*|now and then|here and there|often|one in|every (?:second|third|fourth|fifth|other)|a (?:small|large) (?:number|share)|other(?:s|wise)?|else(?:where)?|rest|remaining|only (?:those|in|at|for|on|when|a|one|two|if|the)|except|apart from|with the exception|almost|nearly|\d+ ?(?:%|percent|per cent|of)|up to)\b/i;

const people =
  'customers?|clients?|users?|people|persons?|passengers?|travell?ers?|riders?|patients?|guests?|visitors?|shoppers?|buyers?|members?|subscribers?|students?|pupils?|learners?|parents?|families|teachers?|drivers?|players?|readers?|viewers?|listeners?|merchants?|sellers?|traders?|callers?|residents?|households?|tenants?|employees|employers|staff|colleagues|teams?|clinics?|practices|pharmacies|pharmacists?|doctors?|nurses?|hospitals?|schools?|companies|compan(?:y|ies)|firms?|businesses|shops?|stores?|retailers?|hotels?|restaurants?|holders?|owners?|donors?|citizens?|applicants?|candidates?|anybody|anyone|everybody|everyone|somebody|someone|you|they|we|i|he|she|one|those|these|who|others|us|all';
const isPeople = new RegExp(`^(?:${people})$`, 'i');

const idle = new Set(
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

const wordsOf = (text: string): string[] => matchesIn(text, /[\p{L}\d][\p{L}\d'-]*/gu).map(([word]) => word);
/** Without those whom it happened to: "customers" is no topic, and "customer service" is. */
const contentOf = (text: string): string[] => {
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
function phrasesIn(np: string): Phrase[] {
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

const topicsOf = (np: string, verb = ''): Topic[] => phrasesIn(np).map((phrase) => ({ ...phrase, verb }));

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
function topicsDone(text: string): Topic[] {
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
function topicsBeing(subject: string, behind: string): Topic[] {
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

const nobody = `(?:nobody|no one|none of (?:you|us|our customers)|(?:no|not (?:one|a single)|not a) (?:[a-z]+ )?(?:${people}))(?: of (?:ours|yours|theirs))?(?: else)?`;
const broken =
  'down|dark|dead|offline|unavailable|unreachable|inaccessible|unusable|out of (?:service|action|order|operation)|at a (?:complete )?standstill|impossible|not (?:available|possible|working|reachable|usable)|refused|rejected|turned (?:away|down)|paraly[sz]ed|unresponsive|knocked out|cut off|out altogether|suspended';
const ended =
  "broke down|breaks down|collapsed|crashed|stopped(?! (?:by|for|it))|failed|ceased|fell (?:over|silent|out)|came to a (?:complete |total )?(?:halt|standstill|stop)|went (?:down|dark|offline|dead)|ground to a (?:complete )?halt|gave up|stalled|suffered (?:a|an) (?:[a-z]+ )?(?:outage|failure|breakdown|blackout)|(?:would|did) not (?:open|work|start|load|respond|answer|come up|go through|function|run|go out|leave|arrive)|(?:wouldn't|didn't) (?:open|work|start|load|respond|answer|come up|go through|function|run|go out|leave|arrive)|no longer (?:worked|answered|opened|responded)|worked nowhere";
const lateness =
  'late\\b(?! (?:evening|afternoon|night|morning|in the))|too late|delayed|behind schedule|held up|after (?:their|its) (?:scheduled|planned)';
const always =
  'throughout|at all times|at any time|all (?:day|night|morning|evening|afternoon|week|weekend|along)(?: long)?|the (?:whole|entire) (?:time|day|night|morning|evening|afternoon|while|week|weekend|period)|from (?:beginning|start) to (?:end|finish)|at every moment|without (?:a hitch|fail|(?:any )?(?:interruptions?|restrictions?|limitations?|problems?|trouble|delays?|difficult(?:y|ies)))|uninterrupted(?:ly)?|undisturbed|as (?:usual|always|normal|ever|reliably as ever|on any other (?:day|night)|it does every (?:day|night)|(?:promptly|quickly|fast|smoothly|reliably|well) as (?:ever|usual|always))|(?:perfectly|entirely|completely|quite|fully) (?:normal(?:ly)?|usable|available|functional|operational|fine|well)|normally|fully';
const punctual =
  'on time|to (?:the )?(?:timetable|schedule)|on schedule|as (?:planned|scheduled|promised|timetabled)|punctual(?:ly)?|on the (?:planned|agreed|usual) day|in good time';
const slowly =
  '(?:only|merely|just|simply|nothing (?:more|worse) than|no (?:more|worse) than|somewhat|slightly|a (?:bit|little)|but)\\b[^.;]{0,30}?(?:slow(?:er|ly|ish|ness|down)?|more slowly|sluggish|longer|delay(?:ed|s)?|wait(?:ed)?)';

interface Cue {
  /** What stands in all that the pattern finds: asked first, since a pattern that looks for its verb anywhere is dear. */
  readonly needs?: RegExp;
  readonly pattern: RegExp;
  readonly state: State;
  readonly isWeak?: boolean;
  readonly topics: (groups: Readonly<Record<string, string | undefined>>) => Topic[];
}

const subject = (groups: Readonly<Record<string, string | undefined>>): Topic[] => topicsOf(groups.np ?? '');
const adverbs =
  '(?:\\s+(?:all|both|each|also|even|still|completely|totally|entirely|simply|then|too|themselves|itself|apparently|wholly|fully|temporarily))*';

/** "No customer noticed anything": of whatever it was. */
const unnoticed = new RegExp(
  `\\b${nobody}(?: who [a-z ]{2,40}?)? (?:[a-z]+ )?(?:(?:noticed|felt) (?:anything|any difference|a thing|any of (?:it|this)|it\\b|the (?:failure|outage|fault|difference)|that anything)|(?:was|were) (?:ever |actually )?(?:affected|hit|touched|concerned|impacted|inconvenienced)(?! by (?:the|this|that) (?!failure|outage|incident|fault)))`,
  'i',
);

/** "No ship was late". */
const none =
  /\b(?:no|not one|not a single|none of (?:the|our|your)) (?<np>[a-z' -]{2,40}?) (?:was|were|came|arrived|left|got|had to be|had to) (?:[a-z]+ )?(?:late|delayed|held up|affected|interrupted|refused|rejected|turned (?:away|down)|cancelled|postponed|wait)\b/i;
/** "Results of the morning": those of another time. */
const timed =
  /\b(?:of|from|on) (?:the|that|this|earlier that) (?:morning|afternoon|evening|night|day before|night before|weekend|previous)\b/i;

/** The first that a clause says holds: what denies stands before what affirms. */
const cues: readonly Cue[] = [
  {
    // "At no point was booking impossible."
    pattern: new RegExp(
      `\\bat no (?:point|time|moment|stage)(?: in time)?,? (?:was|were|did|has|had|have) (?<np>.+?) (?:be(?:en)? )?(?:${broken}|interrupted|fail|stop|break|go down|closed|affected)\\b`,
      'i',
    ),
    state: 'up',
    topics: subject,
  },
  {
    // "The line was never interrupted", "ships were not affected".
    pattern: new RegExp(
      `^(?<np>.+?)\\s+(?:(?:was|were|has been|had been)(?:n't)?${adverbs} (?:never|at no (?:point|time)|not(?: once| at any (?:point|time))?|in no way)(?: \\w+)? (?:down|unavailable|interrupted|impossible|closed|offline|out of service|affected|touched|hit|impacted|concerned|involved|delayed|part of (?:it|this))|(?:wasn't|weren't) (?:down|affected|touched|hit|impacted|involved|concerned|delayed)|never (?:stopped|failed|went down|broke down|missed)|did(?:n't| not) (?:stop|fail|go down|break)|(?:was|were|remained|stayed|went|came off)${adverbs} (?:unaffected|spared|untouched|unscathed|unharmed)|escaped|noticed nothing|felt nothing)`,
      'i',
    ),
    state: 'fine',
    topics: subject,
  },
  {
    // "Nobody could book a crossing", "no customer was able to log in".
    pattern: new RegExp(
      `\\b${nobody}(?: [a-z]+){0,6}? (?:could|was able to|were able to|managed to|got to|can|is able to) (?<done>.+)$`,
      'i',
    ),
    state: 'down',
    topics: ({ done = '' }) => topicsDone(done),
  },
  {
    // "Not a single card payment could be taken", "no order went through".
    pattern:
      /\b(?:not (?:a single|one|even one|a)|no(?: single)?|none of (?:the|our|your)) (?<np>[a-z' -]{2,50}?) (?:(?:could|was able to|were able to|can) (?<being>.+)|(?:went|got|came) through|worked|opened|was (?:accepted|possible|taken|processed)|were (?:accepted|possible|taken|processed))/i,
    state: 'down',
    topics: ({ np = '', being = '' }) => topicsBeing(np, being),
  },
  {
    // "Rejected every booking".
    pattern:
      /\b(?:reject\w*|refus\w+|turn\w* (?:away|down)|bounc\w+|dropp\w+|declin\w+|fail\w*) (?:every|all|each)(?: single)?(?: of (?:the|your|our))? (?<np>[a-z' -]{2,40})/i,
    state: 'down',
    topics: subject,
  },
  {
    pattern:
      /^(?<np>.+?)\s+(?:could not|couldn't|cannot|can't|could no longer|could neither|(?:was|were) (?:unable|not able) to|(?:weren't|wasn't) able to|(?:was|were) prevented from|had no way (?:to|of)|found it impossible to)(?<be> (?:(?:even|then|simply|also|properly) )?be)? (?<done>.+)$/i,
    state: 'down',
    topics: ({ np = '', be, done = '' }) =>
      be
        ? topicsBeing(np, done)
        : contentOf(np).length === 0 || phrasesIn(np).length === 0
          ? topicsDone(done)
          : isDoer(np)
            ? topicsDone(done)
            : [],
  },
  {
    pattern:
      /\b(?:it (?:was|proved)|(?:made|making) it) (?:completely |simply |quite |utterly )?(?:impossible|not possible)(?: for [a-z ]{2,30}?)? to (?<done>.+)$/i,
    state: 'down',
    topics: ({ done = '' }) => topicsDone(done),
  },
  {
    // "It was merely slower", "payslips did open, they merely took longer".
    needs: /slow|sluggish|longer|delay|wait/i,
    pattern: new RegExp(`^(?<np>.*?)\\b${slowly}\\b`, 'i'),
    state: 'up',
    topics: subject,
  },
  {
    // "Vouchers worked throughout", "ships sailed to timetable".
    needs: new RegExp(`\\b(?:${punctual})\\b`, 'i'),
    pattern: new RegExp(
      `^(?<np>.+?)\\s+(?<verb>(?:was|were|could|remained|stayed|kept|went on|carried on|continued|got|had|did|came|left|ran|went|began|held|[a-z]{2,}ed)\\b.*?)\\b(?:${punctual})\\b`,
      'i',
    ),
    state: 'on time',
    topics: ({ np = '', verb = '' }) => topicsRun(np, verb),
  },
  {
    // "Prices kept flowing the whole time": whether they were in time it does not say.
    needs: new RegExp(`\\b(?:${always})\\b`, 'i'),
    pattern: new RegExp(`^(?<np>.+?)\\s+(?<verb>(?:kept|went on|carried on|continued)\\b.*?)\\b(?:${always})\\b`, 'i'),
    state: 'up',
    topics: ({ np = '', verb = '' }) => topicsRun(np, verb),
  },
  {
    needs: new RegExp(`\\b(?:${always})\\b`, 'i'),
    pattern: new RegExp(
      `^(?<np>.+?)\\s+(?<verb>(?:was|were|could|remained|stayed|kept|went on|carried on|continued|got|had|did|came|left|ran|went|began|held|[a-z]{2,}ed)\\b.*?)\\b(?:${always})\\b`,
      'i',
    ),
    state: 'fine',
    topics: ({ np = '', verb = '' }) => topicsRun(np, verb),
  },
  {
    // "The portal itself was available".
    pattern:
      /^(?<np>.+?)\s+(?:(?:was|were|remained|stayed)(?: itself| themselves| still| always)* (?:available|reachable|accessible|usable|operational|up(?: and running)?|online|open)|kept (?:working|running|going)|went on (?:working|running)|did (?:still )?(?:open|work|start|load|go through)|still (?:went through|worked|opened))\b/i,
    state: 'up',
    topics: subject,
  },
  {
    // "All visits could be started", "every order reached the kitchen".
    pattern:
      /\b(?:all|every|each|both)(?: single)?(?: of)?(?: (?:the|our|your))? (?<np>[a-z' -]{2,40}?) (?:could (?:still )?be (?<being>.+)|(?:went|got|came) through|(?:was|were) (?<done>accepted|processed|completed|delivered|served|taken|held|started)\b)/i,
    state: 'up',
    topics: ({ np = '', being, done }) => topicsBeing(np, being ?? done ?? ''),
  },
  {
    pattern: new RegExp(
      `^(?<np>.+?)\\s+(?:(?:was|were|went|stood|lay|remained|stayed|sat|had been)${adverbs} (?:${broken})|(?:had )?${adverbs.replace('\\s+', '')}\\s*(?:${ended}))\\b`,
      'i',
    ),
    state: 'down',
    topics: subject,
  },
  {
    needs: new RegExp(`\\b(?:${lateness})`, 'i'),
    pattern: new RegExp(
      `^(?<np>.+?)\\s+(?:was|were|arrived|left|came|departed|ran|reached|went out|sailed|landed|got|appeared|started|began|took off|[a-z]{3,}ed)\\b[^,;]{0,40}?\\b(?:${lateness})`,
      'i',
    ),
    state: 'late',
    topics: subject,
  },
  {
    // "They could sign in and see their leave".
    needs: /could/i,
    pattern:
      /^(?<np>.+?)\s+could (?:still |also |even )?(?<be>be )?(?!not\b|no\b|only\b|neither\b|hardly\b|barely\b|have\b)(?<done>.+)$/i,
    state: 'up',
    isWeak: true,
    topics: ({ np = '', be, done = '' }) => (be ? topicsBeing(np, done) : isDoer(np) ? topicsDone(done) : []),
  },
];

/** Whether those who did something were people. */
function isDoer(np: string): boolean {
  const [first = ''] = np.split(/\s(?:of|in|on|at|with|from|who|that|using|by)\s/i);
  return wordsOf(first).some((word) => isPeople.test(word)) || contentOf(first).length === 0;
}

/** "Salaries were paid on time", "you could check out throughout": what went well. */
function topicsRun(np: string, verb: string): Topic[] {
  const could = /^could (?:still |also |even )?(?<be>be )?(?<done>.+)$/i.exec(verb.trim());
  if (could) {
    const { be, done = '' } = could.groups ?? {};
    return be ? topicsBeing(np, done) : isDoer(np) ? topicsDone(done) : [];
  }
  const passive = /^(?:was|were|got)(?: all)? (?<verb>[a-z]+ed|paid|sent|held|sold|taken|made|brought)\b/i.exec(verb)
    ?.groups?.verb;
  if (passive) return topicsBeing(np, passive);
  const kept = /^(?:kept|went on|carried on|continued)\s+(?<done>[a-z]+ing\b.*)$/i.exec(verb)?.groups?.done;
  const own = topicsOf(np);
  return kept ? own.map((topic) => ({ ...topic, verb: '' })) : own;
}

/** Where a sentence turns to something else. */
const turns =
  /[;:–—]|,(?!\d)| (?:but|while|whereas|although|though|because|so that|yet) | and (?=(?:the|our|your|their|they|it|we|you|nobody|no|all|every|staff|so)\b)/gi;

/** "Neither on the site nor in the app", "in the app as well as at the desk". */
const places =
  /\b(?:neither|both|whether|either) (?:on|in|via|through|at|by) (?:the |our |your )?(?<one>[a-z -]{2,20}?) (?:nor|and|or) (?:on |in |via |through |at |by )?(?:the |our |your )?(?<two>[a-z-]{2,20})\b|\b(?:on|in|via|through|at|by) (?:the |our |your )?(?<first>[a-z -]{2,20}?) as well as (?:on |in |via |through |at |by )?(?:the |our |your )?(?<second>[a-z-]{2,20})\b/i;

interface Clause {
  readonly start: number;
  readonly words: string;
}

function clausesOf(text: string, start: number, end: number): Clause[] {
  const words = text.slice(start, end).replace(/[.!]\s*$/, '');
  const cuts = matchesIn(words, turns);
  const clauses: Clause[] = [];
  let from = 0;
  for (const cut of [
    ...cuts.map(({ index, 0: sign }) => ({ at: index, to: index + sign.length })),
    { at: words.length, to: words.length },
  ]) {
    const piece = words.slice(from, cut.at);
    const lead = /^\s*/.exec(piece)?.[0].length ?? 0;
    if (piece.trim() !== '') clauses.push({ start: start + from + lead, words: piece.trim() });
    from = cut.to;
  }
  return clauses;
}

/** "That morning the site was down": the site. */
const lead =
  /^(?:(?:and|so|but|yet|also|then|still|even|sadly|luckily|fortunately|unfortunately|in fact|in short|in plain words|meanwhile|as a (?:consequence|result)|throughout the [a-z]+|for (?:close to|about|nearly|almost)? ?[a-z0-9 -]+?(?:minutes?|hours?|days?)|(?:during|in|over|for|throughout|on) (?:that|this|those|these|the) (?:whole |entire |same )?(?:time|hours?|minutes|period|night|day|morning|evening|afternoon|weekend)|that (?:[a-z]+day )?(?:night|day|morning|evening|afternoon)|that [a-z]+day|while this lasted|because of (?:the|this|that) [a-z]+(?: [a-z]+)?(?= (?:several|all|some|our|many|most)))\b,? )+/i;
const pronoun = /^(?:it|they|this|that|these|those|which|both|all|all of (?:them|it)|each|who)\b/i;

/** "Was check-in affected too? No." */
const asked =
  /(?:^|[\s.])(?:(?:was|were) (?<np>[^?.,]{3,60}?) (?:also |as well |too |even )?(?:affected|hit|down|unavailable|interrupted|out|involved|delayed|touched)(?: too| as well| by this| by it| at all| that (?:day|night|evening|morning))*\? ?(?:No\b|Not at all|At no time|Never)|did (?<stopped>[^?.,]{3,60}?) (?:also )?(?:stop|fail|break down|go down)[^?]{0,20}\? ?(?:No\b|Never)|did (?<worked>[^?.,]{3,60}?) (?:still |keep )?(?:work|run|working|running|function)[^?]{0,20}\? ?Yes\b)/gi;

function answered(text: string): Effect[] {
  return matchesIn(text, asked).flatMap((match): Effect[] => {
    const { np, stopped, worked } = match.groups ?? {};
    const about = np ?? stopped ?? worked ?? '';
    const topics = /\b(?:all|every|each|only|others?|rest|remaining)\b/i.test(about) ? [] : topicsOf(about);
    const end = match.index + match[0].length;
    return topics.length > 0 ? [{ start: match.index, end, state: 'fine', topics, isTotal: false, isWeak: false }] : [];
  });
}

/** Finds how it went with what, in English. */
export function latinEffects(text: string): readonly Effect[] {
  if (!hint.test(text)) return [];
  const found = answered(text);
  for (const { start, end } of sentences(text)) {
    const sentence = text.slice(start, end);
    if (!hint.test(sentence) || otherwise.test(sentence)) continue;
    let before = '';
    let could = false;
    for (const clause of clausesOf(text, start, end)) {
      // "You could fill a basket but not pay for it."
      const words = clause.words.replace(lead, '').replace(/^not (?=[a-z]+ )/i, could ? 'you could not ' : 'not ');
      could = /\bcould\b/i.test(words);
      const told = text.slice(start, clause.start + clause.words.length);
      const effect = effectOf(words, before, sentence, told);
      if (effect) found.push({ ...effect, start: clause.start, end: clause.start + clause.words.length });
      const cut = / (?:was|were|could|did|had|would|uses?|ran|worked)\b/i.exec(words);
      if (!pronoun.test(words) && cut) before = words.slice(0, cut.index);
    }
  }
  return found;
}

function effectOf(
  words: string,
  before: string,
  sentence: string,
  soFar: string,
): Omit<Effect, 'start' | 'end'> | undefined {
  // "Readings are copied, and none of them was touched": nothing of those before.
  if (unnoticed.test(words) && !/\bnone of (?:them|these|those|which)\b/i.test(words))
    return { state: 'fine', topics: [], isTotal: true, isWeak: false };
  const spared = none.exec(words)?.groups?.np;
  if (spared !== undefined) {
    const topics = topicsOf(spared);
    return topics.length > 0 ? { state: 'on time', topics, isTotal: false, isWeak: false } : undefined;
  }
  for (const { needs, pattern, state, isWeak = false, topics } of cues) {
    if (needs && !needs.test(words)) continue;
    const match = pattern.exec(words);
    if (!match) continue;
    const groups: Record<string, string | undefined> = { ...match.groups };
    if (groups.np !== undefined && (groups.np.trim() === '' || pronoun.test(groups.np)))
      groups.np = before || groups.np;
    const isBad = state === 'down' || state === 'late';
    if (partly.test(words) && !(state === 'late') && !/\bnot (?:a|one)\b|\bnobody\b/i.test(words)) return undefined;
    if (!isBad && (phase.test(isWeak ? sentence : soFar) || timed.test(words))) return undefined;
    if (
      isBad &&
      /\b(?:again|no longer (?:down|unavailable)|not (?:down|late|delayed)|never|afterwards|later)\b/i.test(words)
    )
      return undefined;
    const told = topics(groups).filter(({ head }) => head.length >= 2 && !idle.has(head));
    if (state === 'down') {
      const { one, two, first, second } = places.exec(sentence)?.groups ?? {};
      for (const place of [one ?? first, two ?? second]) if (place) told.push(...topicsOf(place));
    }
    if (told.length === 0) return undefined;
    return {
      state,
      topics: told,
      isTotal:
        /\b(?:anywhere|at all|whatsoever|of any kind|without exception|alike|whole|entire|(?<!\bin )total(?! of)|completely)\b/i.test(
          words,
        ),
      isWeak,
    };
  }
  return undefined;
}
