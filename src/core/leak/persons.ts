import data from '../../data/names.json' with { type: 'json' };
import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { lateRegExp } from '../late.js';
import { matchesIn } from '../matches.js';
import { chinesePersons } from './chinese-persons.js';

const { en } = data;
const given = new Set(en.given);
const doubtful = new Set(en.doubtful);
const looseRoles = new Set(en.looseRoles);

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s');
const any = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');

// Capitalised words that are no names: they neither begin one nor belong to one.
const other = `(?:${any(en.notNames)})(?!\\p{L})`;

// One capitalised word; "O'Brien", "Anne-Marie" and "McKay" too.
const word =
  "\\p{Lu}\\p{Ll}{1,20}(?:\\p{Lu}\\p{Ll}{1,20})?(?:['’-]\\p{Lu}?\\p{Ll}{1,20})?|\\p{Lu}['’]\\p{Lu}\\p{Ll}{1,20}";
const surname = `\\s(?!${other})(?:(?:van|de|der|den|von|da|dos|di|le|la|bin|al)\\s){0,2}(?:${word}|\\p{Lu}\\.)`;
const name = `(?!${other})(${word})((?:${surname}){0,2})(?!\\p{L})`;
const roles = any([...en.roles, ...en.looseRoles]);

const roleThenName = lateRegExp(`(?<![\\p{L}-])(${roles}),?\\s${name}`, 'gu');
const ownerThenName = lateRegExp(
  `(?<!\\p{L})(?:owner|owned by|assigned to|assignee|on call|incident commander|lead|responsible)\\s?[:：]\\s?${name}`,
  'giu',
);
const nameThenRole = lateRegExp(
  `(?<![\\p{L}-])${name}(?:,\\s(?:our|the|an?|who\\sis\\sour|one\\sof\\s(?:our|the))\\s(?:[a-z-]{2,20}\\s){0,3}|\\s\\((?:[a-z-]{2,20}\\s){0,3})(?:${roles})(?!\\p{L})`,
  'gu',
);
/** With “our” and a role that no firm has, forename and surname are sure enough, whatever the forename. */
const nameThenOurRole = lateRegExp(
  `(?<![\\p{L}-])${name},\\sour\\s(?:[a-z-]{2,20}\\s){0,2}(?:${any(en.personalRoles)}),?(?=\\s(?:has|had|was|is)\\s|\\s(?:${any(en.verbs)})(?!\\p{L})|,|\\.|;)`,
  'gu',
);
/** A head of something at work, who does not speak to readers: “…, our head of payments, has been on the phone”. */
const atWork = `,\\s(?:(?:has|had)\\s(?!written|apologi|asked you|told you|answered|called you|offered|promised)|is\\s(?:working|looking|checking|leading|on)\\s|was\\s|(?:${any([...en.verbs, ...en.workVerbs])})(?!\\p{L}))`;
const headAtWork = lateRegExp(
  `(?<![\\p{L}-])${name},\\sour\\s(?:head|director)\\sof\\s(?!the\\s|a\\s)[a-z-]{2,20}(?:\\s[a-z-]{2,20}){0,3}${atWork}`,
  'gu',
);
const headNamedAtWork = lateRegExp(
  `(?<!\\p{L})(?:[Oo]ur|[Tt]he)\\s(?:head|director)\\sof\\s[a-z-]{2,20}(?:\\s[a-z-]{2,20}){0,2},\\s${name}${atWork}`,
  'gu',
);
const nameThenClause = lateRegExp(
  `(?<![\\p{L}-])${name},\\swho\\s(?:leads|led|runs|ran|heads|headed|manages|managed|supervises|supervised|looks after|looked after|maintains|maintained|was on|is on|works in|worked on)\\s`,
  'gu',
);
/** Heads of what customers never deal with speak for nobody when readers are sent to them: “tell …, our head of networks”. */
const toTechnicalHead = lateRegExp(
  `(?<=\\b(?:[Tt]ell|[Aa]sk|[Cc]all|[Rr]ing|[Pp]hone|[Cc]ontact|[Ee]-?mail|[Ii]nform|[Mm]essage|[Aa]lert|(?:[Ww]rite|[Ss]peak|[Tt]alk|[Tt]urn|[Rr]eport|[Rr]eply)\\sto)\\s)${name},\\s(?:our|the)\\s(?:head|director)\\sof\\s(?:[a-z]+\\s){0,2}(?:${any(en.technical)})(?!\\p{L})`,
  'gu',
);
const nameOfTeam = lateRegExp(
  `(?<![\\p{L}-])${name}\\s(?:from|of|on|in)\\s(?:our|the)\\s(?:[\\p{L}-]{2,20}\\s){0,3}(?:team|crew|department|desk|squad|on-call|group)(?!\\p{L})`,
  'gu',
);
/** Places bear names too ("Express Parcels from our depot"): here the forename must be one that we know. */
const nameOfPlace = lateRegExp(
  `(?<![\\p{L}-])${name}\\s(?:from|of|in|at)\\s(?:our|the)\\s(?:[\\p{L}-]{2,20}\\s){0,2}(?:${any(en.workplaces)})(?!\\p{L})`,
  'gu',
);
const nameOfDepartment = lateRegExp(
  `(?<![\\p{L}-])${name}\\s(?:from|of|in|at|on)\\s(?:our\\s)?(?:[\\p{L}-]{2,20}\\s)?(?:${any(en.departments)})(?!\\p{L})`,
  'gu',
);
const titled = lateRegExp(
  `(?<![\\p{L}-])(?<!Dear\\s)((?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.?|Professor)\\s${name}(?!\\s${other})`,
  'gu',
);
const nameThenVerb = lateRegExp(
  `(?<![\\p{L}-])${name}(?:\\s(?:${any(en.adverbs)})){0,2}\\s(?:${any(en.verbs)})(?!\\p{L})`,
  'gu',
);
const byName = lateRegExp(`(?<!\\p{L})(?:${any(en.verbs)}|run|written|called|done|rolled\\sback)\\sby\\s${name}`, 'gu');

const thankedAfter = /^[^.!?]{0,100}\b(?:thank|grateful to|gratitude to) (?:her|him|them)\b/;
/** Who is spoken to: “Ms Adeyemi, you lost your seat”. */
const spokenTo = /^,\s(?:you|your|we|I|please|thank)\b/;
const titles =
  /^,?\s(?:our\s)?(?:CEO|CTO|COO|CIO|CISO|VP|Chief|Head|Director|President|Founder|Chair|chief|head of|director|president|founder|managing director)/;

/** Of those who speak for the company this remains when they only did or approved something. */
const decided =
  /(?:approved|ordered|requested|authorised|authorized|made|done|started|run|released|planned|signed off)\sby\s(?:(?:M(?:rs?|s|iss)|Dr)\.?\s)?$/;
const lesserTitle = /^,?\s(?:our\s)?(?:head|Head|director|Director)\sof/;
const fullNameAndFrom = /\p{Lu}\p{Ll}+\s\p{Lu}[\p{Ll}'’-]+\sfrom\s/u;

type Strength = 'role' | 'both' | 'loose' | 'name' | 'full' | 'verb';

/** What finds heads of something who are named for their work: their title does not spare them. */
const headsAtWork: ReadonlySet<() => RegExp> = new Set([toTechnicalHead, headAtWork, headNamedAtWork]);

const roleAndCapital = new RegExp(`(?:${any(en.roles)}),?\\s\\p{Lu}`, 'u');

const titleAndCapital = /(?<!\p{L})(?:M(?:rs?|s|iss)|Dr|Prof(?:essor)?)\.?\s\p{Lu}/u;

/** Cheap: whether any capitalised word is a given name we know. */
function knowsName(text: string): boolean {
  for (const match of matchesIn(text, /[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]+/g)) {
    if (given.has(match[0]) || doubtful.has(match[0])) return true;
  }
  return false;
}

function english(text: string): Span[] {
  const found: Span[] = [];
  const known = knowsName(text);
  const full = fullNameAndFrom.test(text);
  const ours = /,\sour\s|[Oo]ur (?:head|director) of|[Tt]he (?:head|director) of/.test(text);
  if (!known && !full && !ours && !roleAndCapital.test(text) && !titleAndCapital.test(text)) return found;
  const look = (pattern: () => RegExp, strengthOf: (match: RegExpMatchArray) => Strength, first: number): void => {
    for (const match of matchesIn(text, pattern())) {
      const { index } = match;
      const forename = match[first] ?? '';
      const rest = match[first + 1] ?? '';
      const strength = strengthOf(match);
      const isKnown = given.has(forename) || (doubtful.has(forename) && (rest !== '' || strength === 'role'));
      if (strength === 'both' && rest === '') continue;
      // Forename and surname from a department: sure enough, whatever the forename.
      if (
        strength !== 'role' &&
        strength !== 'both' &&
        !isKnown &&
        !(strength === 'full' && rest !== '' && /\sfrom\s/.test(match[0]))
      )
        continue;
      if (strength === 'verb' && doubtful.has(forename) && rest === '') continue;
      const at = index + match[0].indexOf(forename + rest, first === 1 ? 0 : (match[1] ?? '').length);
      const end = at + forename.length + rest.length;
      // Whom to turn to ("your account manager"), whom we thank, and who speaks for the company may be named.
      if (/\byour\s(?:[a-z-]{1,20}\s){0,3}$/i.test(text.slice(Math.max(0, index - 60), index))) continue;
      if (/\b(?:thank|thanks|grateful)\b[^.!?]{0,60}$/i.test(text.slice(Math.max(0, at - 80), at))) continue;
      if (thankedAfter.test(text.slice(end, end + 120))) continue;
      const behind = text.slice(end, end + 40);
      if (spokenTo.test(behind) && /(?:^|[.!?]\s)$/.test(text.slice(0, index))) continue;
      if (
        !headsAtWork.has(pattern) &&
        titles.test(behind) &&
        !(lesserTitle.test(behind) && decided.test(text.slice(Math.max(0, at - 40), at)))
      )
        continue;
      found.push({ start: at, end });
    }
  };
  const role = (match: RegExpMatchArray): Strength =>
    looseRoles.has((match[1] ?? '').toLowerCase()) ? 'loose' : 'role';
  look(roleThenName, role, 2);
  look(titled, () => 'role', 2);
  if (ours) {
    if (!isSignature(text)) look(nameThenOurRole, () => 'both', 1);
    look(headAtWork, () => 'both', 1);
    look(headNamedAtWork, () => 'both', 1);
  }
  if (known || full) {
    look(nameOfTeam, () => 'full', 1);
    look(nameOfDepartment, () => 'full', 1);
  }
  if (!known) return found;
  look(nameOfPlace, () => 'name', 1);
  look(ownerThenName, () => 'loose', 1);
  if (!isSignature(text)) look(nameThenRole, () => 'name', 1);
  look(toTechnicalHead, () => 'name', 1);
  look(nameThenClause, () => 'name', 1);
  look(nameThenVerb, () => 'verb', 1);
  look(byName, () => 'name', 1);
  return found;
}

/** A short line without a full stop: the sender's name and title. */
const isSignature = (text: string): boolean => text.length < 100 && !/[.!?:]\s*$/.test(text);

/**
 * Finds names of persons beside a role, a team or what they did ("our engineer Maria Lopez", "值班工程师张伟").
 * Spared: whom readers are told to turn to ("your account manager …"), whom we thank, who speaks for the company
 * ("…, CEO"), and a signature line. Linear in the length of the text.
 * @returns Places that do not overlap, ascending; offsets in UTF-16 units.
 */
export function findPersons(prose: string): Span[] {
  const text = fold(prose);
  const found = [
    ...(/\p{Lu}\p{Ll}/u.test(text) ? english(text) : []),
    ...(/[\u4e00-\u9fff]/.test(text) ? chinesePersons(text) : []),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of found) if ((kept.at(-1)?.end ?? 0) <= span.start) kept.push(span);
  return kept;
}
