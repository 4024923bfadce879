import { isSwapped } from '../../document/figures.js';
import type { Span } from '../../finding.js';
import { fold } from '../../language/fold.js';
import { matchesIn } from '../../matches.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { sentenceAround, type Worded, wordedParts } from './common.js';

/** An address or a number that customers are told to turn to. */
interface Contact extends Span {
  readonly kind: 'mail' | 'phone';
  readonly value: string;
  /** Whether its sentence says that there is no other. */
  readonly isOnly: boolean;
  /** Whether that holds whatever it is about. */
  readonly isSole: boolean;
}

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const phone = /(?<![\w.,/-])(?:\+\d{1,3}[ -]?)?(?:\(\d{1,5}\)[ -]?)?\d{1,5}(?:[ -]\d{2,4}){1,4}(?![\w/-])/g;
const calls = /\b(?:call|phone|ring|dial|line|number|hotline|telephone)\b|电话|致电|拨打|热线|专线|来电/i;
const only =
  /\b(?:only|solely|exclusively|sole|no other|the one (?:mailbox|address|number|line))\b|唯一|只设|仅设|只有|只通过|仅通过|统一(?:由|拨打|致电|发送)|其他[^，。]{0,8}(?:不受理|无效)/i;
/** There is no other at all, whatever it is about. */
const sole = /\bthe only\b|\bsole\b|\bno other\b|唯一|仅此一/i;
/** For whom or for what another one is right. */
const others =
  /\b(?:press|media|journalists?|jobs|sales|data protection|privacy|regulators?|investors?|partners?|emergenc(?:y|ies)|abroad|outside|international|english|evenings?|weekends?)\b|媒体|记者|紧急|海外|境外|夜间|投资|隐私|监管|英文/i;

function contactsIn(prose: string): readonly Contact[] {
  if (!/@|\d[ -]\d/.test(prose)) return [];
  const text = fold(prose);
  const read = (kind: Contact['kind'], pattern: RegExp): Contact[] =>
    matchesIn(text, pattern).flatMap((match): Contact[] => {
      const { words } = sentenceAround(prose, match.index);
      if (others.test(words) || (kind === 'phone' && !calls.test(words))) return [];
      const value = kind === 'phone' ? match[0].replace(/\D/g, '') : match[0].toLowerCase();
      if (kind === 'phone' && value.length < 7) return [];
      const { index } = match;
      return [
        { kind, value, start: index, end: index + match[0].length, isOnly: only.test(words), isSole: sole.test(words) },
      ];
    });
  return [...read('mail', mail), ...read('phone', phone)];
}

/** Whether two numbers of a line are one with two neighbouring digits exchanged. */
const isSlip = (a: Contact, b: Contact): boolean =>
  a.kind === 'phone' && b.kind === 'phone' && a.value !== b.value && isSwapped(Number(a.value), Number(b.value));

const slipProblem = (said: Worded<Contact>, first: Worded<Contact>): Problem => ({
  at: placeIn(said.block, said.part),
  say: {
    en: `“${said.words}” here, “${first.words}” elsewhere: two digits are exchanged. Find out which is right and correct the other; whoever dials the wrong one reaches a stranger.`,
    zh: `此处是“${said.words}”，别处是“${first.words}”，有两位数字颠倒了。请核实并改正，打错电话的客户会找到陌生人。`,
  },
});

/** "Only to this mailbox" in one place, and only to another one elsewhere. */
export function* contacts(context: DocumentContext): Generator<Problem> {
  const all = wordedParts<Contact>(context, 'contacts', contactsIn, true).slice(0, 200);
  const slip = all.flatMap((said, index) => {
    const first = all.slice(0, index).find((other) => isSlip(other.part, said.part));
    return first && said.block.audience === 'customer' ? [{ said, first }] : [];
  })[0];
  if (slip) yield slipProblem(slip.said, slip.first);
  for (const said of all.toReversed()) {
    if (said.block.audience !== 'customer' || !said.part.isOnly) continue;
    const other = all.find(
      ({ part, block }) =>
        block !== said.block &&
        part.kind === said.part.kind &&
        part.value !== said.part.value &&
        (part.isOnly || (said.part.isSole && block.audience === 'customer')),
    );
    if (!other) continue;
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${said.words}” is the only one here, “${other.words}” is given elsewhere. Find out which is right and correct the other; whoever writes to the wrong one is never answered.`,
        zh: `此处说只有“${said.words}”，别处写着“${other.words}”。请核实并改正，联系错了的客户得不到答复。`,
      },
    };
    return;
  }
}
