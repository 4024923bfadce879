import { matchesIn } from '../matches.js';
import { sentences } from './amounts.js';
import type { Effect, State, Topic } from './effects.js';
import {
  contentOf,
  idle,
  isPeople,
  people,
  phrasesIn,
  topicsBeing,
  topicsDone,
  topicsOf,
  wordsOf,
} from './topics-latin.js';

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
