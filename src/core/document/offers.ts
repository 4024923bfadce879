import { fold } from '../language/fold.js';
import { type Amount, amountsIn, isMoney } from './amounts.js';

/** What customers are given for each of something: "NOK 60 for every line", "每单退8元". */
export interface Offer {
  readonly amount: Amount;
  /** What it is given for, and whether it is the most that is given. */
  readonly key: string;
}

const behind =
  /^\s*(?:for (?:each|every)|per|(?:for )?(?:each|every)) (?<noun>[a-z]{3,})|^\s*(?:[/／]|每)(?<zhNoun>[\u3400-\u9fff])/i;
const before =
  /\b(?:each|every|per) (?:[a-z-]+ ){0,1}?(?<noun>[a-z]{3,}) [^.;,:\d]{0,40}$|每(?:一)?(?<zhNoun>[\u3400-\u9fff])[^，。；,;\d]{0,16}$/i;
const cap = /(?:\bup to|\bat most|\bmaximum(?: of)?|\blimit of|最高|最多|上限|不超过)\s*$/i;
/** Ranges and rough figures are no offer of one amount; a fee is none at all. */
const loose =
  /(?:\b(?:from|between|and|to|about|around|average|costs?|charged?|fee of|price of|or)|至|到|[-–~]|约|平均|原价|价值)\s*$/i;
const looseBehind = /^\s*(?:to|and|or|-|–|~|至|到|或)\s*(?:[€$£¥]|[A-Z]{3} )?\d/i;

const nounOf = (noun: string): string =>
  noun
    .toLowerCase()
    .replace(/(?<!s)s$/, '')
    .replace(/[位名]/u, '人');

/** Finds what a text offers for each of something; nothing for what it offers twice in different amounts. */
export function offersIn(prose: string): readonly Offer[] {
  const text = fold(prose);
  const found = amountsIn(prose).flatMap((amount): Offer[] => {
    if (!isMoney(amount)) return [];
    const lead = text.slice(Math.max(0, amount.start - 70), amount.start);
    const rest = text.slice(amount.end, amount.end + 40);
    const isCap = cap.test(lead);
    if ((loose.test(lead) && !isCap) || looseBehind.test(rest)) return [];
    const groups = (behind.exec(rest) ?? before.exec(lead))?.groups;
    const noun = groups?.noun ?? groups?.zhNoun;
    return noun === undefined ? [] : [{ amount, key: `${amount.sort} ${nounOf(noun)} ${isCap ? 'cap' : ''}` }];
  });
  return found.filter(({ key }) => found.filter((each) => each.key === key).length === 1);
}
