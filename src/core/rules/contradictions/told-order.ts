import { rowHead } from '../../document/timeline.js';
import { isInTimeline, rowText, saidInRow } from '../../document/timeline-words.js';
import type { Span } from '../../finding.js';
import { fold } from '../../language/fold.js';
import { matchesIn } from '../../matches.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { parts, wordsOf } from './common.js';
import { notFirst, saysFirstNotice } from './notice-words.js';

/** What is done in an incident, as it is told to customers and in a timeline. */
const acts = {
  back: /\b(?:roll(?:ed|ing)?[ -]?back|rollback|(?:went|going|go|gone|switch\w*|mov\w*|turn\w*|chang\w*|put) back|revert\w*|(?:old|previous|earlier) (?:version|release))\b|回滚|回退|退回|切回|旧版/i,
  stop: /\b(?:stopp?(?:ed|ing|s)?|halt(?:ed|ing)?|paus(?:ed|ing)|froze|frozen|freez\w+|switch(?:ed|ing) off|shut(?:ting)? (?:down|off)|disabl\w+|blocked)\b|停止|停下|停用|停掉|冻结|关闭|暂停|叫停/i,
  restart: /\brestart\w*|\breboot\w*|重启/i,
} as const;
type Act = keyof typeof acts;

/** That customers were told before or after something was done. */
interface Order extends Span {
  readonly isNoticeFirst: boolean;
  readonly act: Act;
}

const told = '(?:informed|told|notified|warned|wrote to|alerted|messaged|texted)';
const orders = new RegExp(
  [
    `\\b(?:we|you)\\b[^.;]{0,24}?\\b(?:${told}|heard)\\b[^.;]{0,36}?(?<relation>\\b(?:before|after|and only then|and then|only then))\\b (?:we |our \\w+ )?(?<act>[^.;,]{3,50})`,
    `\\bwe (?:had )?(?<first>[^.;,]{3,50}?) before (?:we )?${told} (?:you|our customers|customers|anyone)`,
    `先[^，。；]{0,12}?(?:通知|告知|告诉|公告)[^，。；]{0,8}[，,]?(?:然后|随后|之后|接着|再|才){1,3}(?<zhAct>[^。；]{2,20})`,
    `先(?<zhFirst>[^，。；]{2,16})[，,]?(?:然后|随后|之后|接着|再|才){1,3}(?:发|通知|告知|告诉)[^，。；]{0,6}(?:您|大家|各位|公告|客户|用户|通知)`,
  ].join('|'),
  'gi',
);
const hint = /先|\b(?:informed|told|notified|warned|wrote to|alerted|messaged|texted|heard)\b/;
const relates = /先|\b(?:before|then|after)\b/;
const supposed =
  /[?？]|\b(?:not|n['’]t|never|should|would|will|from now on|next time|in future|if)\b|应|会|今后|以后|下次|如果|没有/i;

const actIn = (words: string): Act | undefined => (Object.keys(acts) as Act[]).find((each) => acts[each].test(words));

function ordersIn(prose: string): readonly Order[] {
  if (!hint.test(prose) || !relates.test(prose)) return [];
  const text = fold(prose);
  return matchesIn(text, orders).flatMap((match): Order[] => {
    const { relation, act: behind, first, zhAct, zhFirst } = match.groups ?? {};
    const act = actIn(behind ?? first ?? zhAct ?? zhFirst ?? '');
    if (!act || supposed.test(text.slice(Math.max(0, match.index - 16), match.index) + match[0])) return [];
    const isNoticeFirst = relation === undefined ? zhAct !== undefined : !/after/i.test(relation);
    return [{ start: match.index, end: match.index + match[0].length, isNoticeFirst, act }];
  });
}

/** What a row of the timeline says: that customers were told, and what was done. */
function rowIn({ block, text, moments }: TimedBlock) {
  const head = rowHead(text, moments);
  if (!head?.time || !isInTimeline(block.section)) return undefined;
  const words = rowText(block, text);
  const plain = fold(words);
  const isNotice = saysFirstNotice(words) || (saidInRow(words).includes('notified') && !notFirst.test(plain));
  const done = (Object.keys(acts) as Act[]).filter((each) => acts[each].test(plain));
  return isNotice || done.length > 0 ? { isNotice, done, words: head.words } : undefined;
}

/** "We told you before we went back to the old version", against the rows of the timeline in their order. */
export function* toldOrder(context: DocumentContext): Generator<Problem> {
  const claims = parts<Order>(context, 'told-order', ordersIn);
  if (claims.length === 0) return;
  const rows = timeFacts(context, 'order-rows', rowIn).map(({ value }) => value);
  const at = rows.findIndex(({ isNotice }) => isNotice);
  const notice = rows[at];
  if (!notice) return;
  for (const claim of claims) {
    const { act, isNoticeFirst } = claim.part;
    const own = rows.flatMap(({ done, words, isNotice }, index) =>
      done.includes(act) && !isNotice ? [{ index, words }] : [],
    );
    const [first] = own;
    if (!first || !own.every(({ index }) => (isNoticeFirst ? index < at : index > at))) continue;
    const said = wordsOf(claim);
    yield {
      at: placeIn(claim.block, claim.part),
      say: {
        en: `“${said}”, but in the timeline that is at “${first.words}” and the first notice at “${notice.words}”. Find out which came first and correct the other; customers know when they heard from you.`,
        zh: `“${said}”，但时间线中此事在“${first.words}”，首次通知在“${notice.words}”。请核实先后并改正，客户知道自己何时收到通知。`,
      },
    };
  }
}
