import { clauseStart, type GuardPlace, keys } from './guard-place.js';

const negations = new Set([
  'not',
  'never',
  'no',
  'nor',
  'neither',
  'without',
  'nothing',
  'none',
  'nobody',
  'hardly',
  'rather',
  'instead',
]);

/** A negation shortly before the match, in its clause: "not a minor problem". */
export function negated(place: GuardPlace): boolean {
  return keys(place, Math.max(place.from - 5, clauseStart(place, true)), place.from).some((key) => negations.has(key));
}

/** Said not to be so, before or behind: "human error is never a root cause", "we do not call this …". */
export function denied(place: GuardPlace): boolean {
  if (negated(place)) return true;
  const after = keys(place, place.to, place.to + 4);
  if (after.some((key) => /^(?:not|never|no|will|would|shall|should)$/.test(key))) return true;
  return keys(place, Math.max(place.from - 9, clauseStart(place, false)), place.from).some(
    (key, at, all) => negations.has(key) && (key !== 'no' || all[at + 1] === 'one'),
  );
}

/** Words that may stand between a negation and what it negates. */
const lightWords = new Set(
  'a an the just only merely simply any such really exactly be been being is was are were at all as call called consider considered treat treated describe described it this that them us mere so by means what some one single sole individual of to or think thought want wish mean meant'.split(
    ' ',
  ),
);

/** A denied subject of several members, up to the last of them: "None of our drivers or depot staff …". */
const deniedMembers = /^(?:none of|not one of|neither|no) (?:\S+ ){1,6}(?:or|nor) (?:\S+ ){0,2}$/;

/** Negated with nothing but light words between: "not a minor problem", "no small outage"; not "could not read a few". */
export function negatedDirectly(place: GuardPlace): boolean {
  const { from } = place.sentence;
  const opening = place.tokens[from]?.key ?? '';
  if (negations.has(opening) && deniedMembers.test(`${keys(place, from, place.from).join(' ')} `)) return true;
  for (let at = place.from - 1; at >= Math.max(place.sentence.from, place.from - 7); at--) {
    const key = place.tokens[at]?.key ?? '';
    if (/^(?:not|never|no|hardly|neither|nor|without|beyond|cannot)$/.test(key)) return true;
    const before = place.tokens[at - 1]?.key;
    if ((key === 'from' && before === 'far') || (key === 'but' && before === 'anything')) return true;
    if (key === 'than' && (before === 'more' || before === 'rather')) return true;
    if (!lightWords.has(key)) return false;
  }
  return false;
}

const promising =
  /^(?:promis|word$|guarantee|assur|ensur|pledg|vow|claim|say|said|tell$|told$|believ|pretend|rule|exclude|swear|expect|suggest)/;
const disclaiming = new Set('not never no nobody none neither nor unable cannot refuse without'.split(' '));
/** These disclaim as what is said of the promise, "it would be wrong to promise", not of a thing: "the wrong label". */
const disclaimingVerdict = /^(?:impossible|dishonest|wrong|foolish|false|unrealistic|difficult|hard|lie)$/;
const beforeVerdict = /^(?:be|is|was|are|'s|been|seems?|sounds?|a|it|too|very|quite|and|or|finds?|as)$/;

/** A technical promise: "delivered at least once". */
const limit = /\b(?:at least|at most|exactly|only|more than) (?:once|twice)\b/;

/** The promise itself is refused or limited: "we cannot guarantee that …", "it would be dishonest to promise …". */
export function disclaimed(place: GuardPlace): boolean {
  if (/\bbut not\b/.test(keys(place, place.to, place.sentence.to).join(' '))) return true;
  if (limit.test(keys(place, place.sentence.from, place.sentence.to).join(' '))) return true;
  const before = keys(place, place.sentence.from, place.from + 1);
  const disclaims = (key: string, at: number): boolean =>
    disclaiming.has(key) || (disclaimingVerdict.test(key) && beforeVerdict.test(before[at - 1] ?? ''));
  return before.some(
    (key, at) =>
      (promising.test(key) || at === before.length - 1) &&
      before.some((earlier, place) => place >= at - 5 && place < at && disclaims(earlier, place)),
  );
}

const noExcuse =
  /\b(?:no|not an?|not any|little|small|cold|scant|hardly an?|hardly any|never an?) (?:great |real |much |good )?(?:excuse|comfort|consolation|solace|justification|defence|defense)\b/;
const ownWords =
  /\b(?:we|i|our [a-z]+|(?:first|last|earlier|previous|'s|that|the|this) (?:letter|notice|message|statement|email|brochure|announcement))(?: \w+){0,2} (?:did (?:say|promise|call|tell)|said|spoke|spoken|called|wrote|told|described|dismissed|announced|promised|reported|assured|thought|used to (?:say|call|claim|promise|think|believe|boast))\b/;
const verdict =
  /\b(?:(?:was|were|is|are) (?:wrong|not true|untrue|false|misleading|a mistake|no such thing|anything but)|(?:it|they|that|this) (?:was|were|did) not|we were (?:wrong|mistaken)|(?:(?:no one|nobody) can|we can ?not) (?:say|promise|claim|guarantee)|should (?:not|never) have (?:said|called|written|promised)|broke (?:that|our|this)|(?:and|but|yet)(?: \S+){0,5} it (?:did|has)|knows? better|in (?:fact|truth)|(?:which|that) was (?:untrue|not true|false)|we withdraw|it (?:took|lasted) (?:\w+ ){1,3}(?:hours?|days?|nights?|weeks?|months?)|no longer (?:do|does|say|call|claim|believe|think|true|holds?)|did (?:no|not do) justice|were the wrong words|while)\b/;
/** A verdict on such words: “it would be wrong to call this small”, “an insult to say so”. */
const wrongToSay =
  /\b(?:wrong|dishonest|unfair|misleading|false|lie|untrue|cheap|insult|insulting|easy) (?:of us |to you )?(?:to|if we) (?:say|claim|write|argue|call|tell|speak|describe|present|promise|pretend|dismiss|name)\b|\bwould be (?:an? )?(?:wrong|dishonest|unfair|misleading|false|lie|untrue|insult)\b/;

/** What somebody else said, asked or called it, told by us in the same breath: "your letter says that …", "when the auditor asked whether …". */
const reported =
  /\b(?:you|(?:your|a|one|her|his|their) (?:letter|complaint|message|mail|email|e mail|report|question|review|word|words)|(?:a|one|the|some|many|our) (?:customers?|passengers?|readers?|patients?|parents?|tenants?|auditors?|ombudsman|press|newspapers?)) (?:\w+ ){0,2}(?:say|says|said|write|writes|wrote|ask|asks|asked|(?:call|calls|called) (?:it|this|that)|claim|claims|claimed|put it)\b[^,;:]*$|\basked (?:\w+ ){0,2}(?:whether|if|why|how)\b[^,;:]*$|\b(?:writing|saying|telling you) that\b[^,;:]*$/;
/** One of these stands where a phrase is taken back: most sentences hold none, and the expressions above take long to read. */
const telling = new Set(
  'writing saying telling excuse comfort consolation solace justification defence defense wrong dishonest unfair misleading false lie untrue cheap insult insulting easy say says said spoke spoken call called calls tell told write wrote writes described dismissed announced promise promised reported assured thought used ask asks asked claim claims claimed put'.split(
    ' ',
  ),
);

/** The sentence, or the next one, takes the phrase back: "… , but that is no excuse", "we called it small; that was wrong". */
export function takenBack(place: GuardPlace): boolean {
  const { from, to } = place.sentence;
  if (!place.tokens.slice(from, to).some(({ key }) => telling.has(key))) return false;
  const said = keys(place, from, to).join(' ');
  if (noExcuse.test(said) || wrongToSay.test(said)) return true;
  const before = keys(place, from, place.from).join(' ');
  if (reported.test(before)) return true;
  if (!ownWords.test(keys(place, from, place.from + 1).join(' '))) return false;
  const behind = place.tokens.slice(place.to, to + 12).map((token) => token.key);
  return verdict.test(behind.join(' '));
}

/** Named, and overruled by what we give: "Although our terms allow for it, we pay". */
export const conceded = (place: GuardPlace): boolean =>
  /^(?:although|though|even though)\b/.test(keys(place, place.sentence.from, place.sentence.from + 2).join(' ')) &&
  /\b(?:pay|paying|refund|refunding|credit|crediting|repay|give|giving|return|owe|compensate|compensating|replace|replacing|free of charge|waive|waiving)\b/.test(
    keys(place, place.to, place.sentence.to).join(' '),
  );
