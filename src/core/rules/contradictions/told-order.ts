import { rowHead } from '../../document/timeline.js';
import { rowText, saidInRow } from '../../document/timeline-words.js';
import type { Span } from '../../finding.js';
import { fold } from '../../language/fold.js';
import { matchesIn } from '../../matches.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { type Placed, parts, wordsOf } from './common.js';
import { notFirst, saysFirstNotice } from './notice-words.js';
import { stemsOf } from './stems.js';

/** What is done in an incident, as it is told to customers and in a timeline. */
const acts = {
  back: /\b(?:roll(?:ed|ing)? (?:\w+ ){0,4}?back|roll(?:ed|ing)?[ -]?back|rollback|(?:went|going|go|gone|switch\w*|mov\w*|turn\w*|chang\w*|put) back|revert\w*|(?:old|previous|earlier) (?:version|release))\b|回滚|回退|退回|切回|旧版/i,
  stop: /\b(?:stopp?(?:ed|ing|s)?|halt(?:ed|ing)?|paus(?:ed|ing)|froze|frozen|freez\w+|switch(?:ed|ing) off|shut(?:ting)? (?:down|off)|disabl\w+|blocked)\b|停止|停下|停用|停掉|冻结|关闭|暂停|叫停/i,
  restart: /\brestart\w*|\breboot\w*|重启/i,
  move: /\b(?:mov(?:e|ed|ing)|shift(?:ed|ing)?|switch(?:ed|ing)?|divert(?:ed|ing)?|rout(?:e|ed|ing)|redirect(?:ed|ing)?) (?:(?:all|the|our|your|its) )*(?:traffic|calls|orders|requests|users|customers|load|payments|everything|over|to (?:the )?(?:standby|spare|backup|second|other))\b|\b(?:fail(?:ed)? over|failover|traffic (?:was )?(?:moved|shifted|diverted|switched|rerouted))\b|切换|切到|切至|改走|引流|迁移|迁到/i,
  scale:
    /\b(?:add(?:ed|ing)? (?:\w+ ){0,3}(?:servers?|capacity|nodes?|machines|instances|memory|workers)|scal(?:e|ed|ing) (?:\w+ )?(?:up|out)|doubled (?:the )?(?:capacity|number))\b|扩容|扩充|增加(?:了)?[^，。；]{0,6}(?:节点|机器|服务器|容量|实例)/i,
  notice:
    /\b(?:(?:informed|told|notified|warned|wrote to|alerted|messaged|texted) (?:you|everyone|everybody|(?:all |our |the )*(?:customers?|users?|merchants?|members?|anyone|patients?|guests?|players?|drivers?|parents?|schools?|shops?|clients?|readers?))|you (?:had |first )?heard|heard from us|(?:first|initial) (?:public )?(?:notice|message|announcement|update)|status page|telling (?:you|anyone|customers))\b|通知|告知|告诉(?:了)?(?:您|大家|各位)|公告|首条|第一条(?:消息|通知|公告)/i,
} as const;
type Act = keyof typeof acts;

/** That one thing was done before another, as a text tells it. */
interface Order extends Span {
  readonly first: Act;
  readonly then: Act;
}

/** The same of two things that are none of these acts: what its words say of each. */
interface WordedOrder extends Span {
  readonly first: ReadonlySet<string>;
  readonly then: ReadonlySet<string>;
}

const clause = '[^.;!?]{3,70}?';
/** In what order a sentence says that two things were done: the words of the first, and of what came then. */
const orders = new RegExp(
  [
    `(?<first1>[^.;!?,]{3,90}?),? (?:well |long |minutes |shortly |even )?before (?:we |our \\w+ |you )?(?<then1>[^.;!?,]{3,70})`,
    `\\b(?:only )?(?:after|once) (?<first2>[^.;!?,]{3,70}),? (?:did )?(?:we|our \\w+) (?<then2>[^.;!?]{3,70})`,
    `(?<then3>[^.;!?,]{3,90}?) only (?:after|once|when) (?<first3>[^.;!?,]{3,70})`,
    `\\b(?:first|our first (?:act|step|move) was to|we began by) (?<first4>${clause})(?:[,;]| and)+ ?(?:and )?(?:only )?(?:then|after that|afterwards|later)(?: did)? (?<then4>[^.;!?]{3,70})`,
    `(?<first0>[^.;!?]{3,70}?) first,?[^.;!?]{0,24}? and (?:only )?(?:after that|afterwards|then) (?<then0>[^.;!?]{3,70})`,
    `(?<first5>[^.;!?,]{3,70}?) and only then (?<then5>[^.;!?]{3,70})`,
    '在(?<then6>[^，。；]{2,20}?)(?:之前|以前)[，,]?(?:就)?(?:我们)?(?:就)?(?:已经?|便|先)(?<first6>[^，。；]{2,24})',
    '(?:首先|先是?|第一步就?)(?<first7>[^。；]{2,40}?)[，,]?(?:然后|随后|之后|接着|再|才)[，,]?(?:再|才)?(?<then7>[^，。；]{2,24})',
    '(?<then8>[^，。；]{2,24})(?:之前|以前|前)[，,]?(?:我们)?(?:已经?)(?<first8>[^，。；]{2,24})',
    '(?:直到|等到|在)?(?<first9>[^，。；]{2,20}?)(?:之?后|以后)[，,]?(?:我们)?才(?:去)?(?<then9>[^，。；]{2,24})',
  ].join('|'),
  'gi',
);
const relates = /[先才前]|\b(?:before|then|after|once|when)\b/;
const supposed =
  /[?？]|\b(?:not|never|should|would|will|from now on|next time|in future|if)\b|应|会|今后|以后每|下次|如果|没有/i;

/** The one thing that a clause says was done. */
function actIn(words: string): Act | undefined {
  const found = (Object.keys(acts) as Act[]).filter((each) => acts[each].test(words));
  return found.length === 1 ? found[0] : undefined;
}

/** Cheap: whether a text may speak of two things that were done. */
function namesTwo(text: string): boolean {
  let named = 0;
  for (const act of Object.values(acts)) if (act.test(text) && ++named > 1) return true;
  return false;
}

/** What a sentence says that was done first, and what then. */
const toldIn = (text: string) =>
  matchesIn(text, orders).flatMap((match) => {
    const groups = Object.entries(match.groups ?? {});
    const part = (name: string): string => groups.find(([key, words]) => key.startsWith(name) && words)?.[1] ?? '';
    if (supposed.test(text.slice(Math.max(0, match.index - 16), match.index) + match[0])) return [];
    const lead = match[0].length - match[0].trimStart().length;
    const [first, then] = [part('first'), part('then')];
    return [{ start: match.index + lead, end: match.index + match[0].length, first, then }];
  });

function ordersIn(prose: string): readonly Order[] {
  if (!relates.test(prose) || !namesTwo(prose)) return [];
  return toldIn(fold(prose)).flatMap((told): Order[] => {
    const [first, then] = [actIn(told.first), actIn(told.then)];
    return first && then && first !== then ? [{ ...told, first, then }] : [];
  });
}

/** Only where the sentence leaves no doubt that it tells an order. */
const insists =
  /\bonly (?:after|then|once)\b|\bfirst\b[^.]{3,80}\b(?:then|after that|afterwards)\b|先[^。；]{2,40}(?:随后|然后|之后|接着|再|才)/i;

function wordedOrdersIn(prose: string): readonly WordedOrder[] {
  if (!insists.test(prose)) return [];
  return toldIn(fold(prose)).flatMap((told): WordedOrder[] => {
    const [first, then] = [stemsOf(told.first), stemsOf(told.then)];
    return first.size > 1 && then.size > 1 ? [{ ...told, first, then }] : [];
  });
}

/** Rows that share the most words with something that was done, two at least. */
function likest<Row extends { readonly stems: ReadonlySet<string> }>(rows: readonly Row[], stems: ReadonlySet<string>) {
  const shared = rows.map((row) => [...stems].filter((stem) => row.stems.has(stem)).length);
  const most = Math.max(2, ...shared);
  return rows.filter((_, at) => shared[at] === most);
}

/** What a row of the timeline says was done. */
function rowIn({ block, text, moments }: TimedBlock) {
  const head = rowHead(text, moments);
  if (!head?.time || !block.section?.isTimeline) return undefined;
  const words = rowText(block, text);
  const plain = fold(words);
  const isNotice = saysFirstNotice(words) || (saidInRow(words).includes('notified') && !notFirst.test(plain));
  const done = (Object.keys(acts) as Act[]).filter((each) => each !== 'notice' && acts[each].test(plain));
  return isNotice || done.length > 0 ? { done: isNotice ? ['notice' as const] : done, words: head.words } : undefined;
}

const wordsInRow = ({ block, text, moments }: TimedBlock) => {
  const head = rowHead(text, moments);
  return head?.time && block.section?.isTimeline
    ? { stems: stemsOf(rowText(block, text)), words: head.words }
    : undefined;
};

/** "We told you before we went back to the old version", against the rows of the timeline in their order. */
export function* toldOrder(context: DocumentContext): Generator<Problem> {
  const claims = parts<Order>(context, 'told-order', ordersIn, true).filter(({ block }) => !block.section?.isTimeline);
  if (claims.length === 0) return;
  yield* reversed(claims);
  const rows = timeFacts(context, 'order-rows', rowIn).map(({ value }, index) => ({ ...value, index }));
  const of = (act: Act) => {
    const own = rows.filter(({ done }) => done.some((each) => each === act));
    return act === 'notice' ? own.slice(0, 1) : own;
  };
  for (const claim of claims) {
    const [firsts, thens] = [of(claim.part.first), of(claim.part.then)];
    const [first, then] = [firsts[0], thens[0]];
    if (!first || !then || !firsts.every((one) => thens.every((other) => one.index > other.index))) continue;
    yield orderProblem(claim, first.words, then.words);
  }
}

/** "First the standby system, then more servers" in one place, and the other way round in another. */
function* reversed(claims: readonly Placed<Order>[]): Generator<Problem> {
  for (const [index, later] of claims.entries()) {
    const other = claims.find(
      ({ block, part }, at) =>
        at !== index && block !== later.block && part.first === later.part.then && part.then === later.part.first,
    );
    if (!other || later.block.audience !== 'customer') continue;
    yield {
      at: placeIn(later.block, later.part),
      say: {
        en: `“${wordsOf(later)}”, but elsewhere “${wordsOf(other)}”. Find out in what order it was and correct the other; customers who saw it remember.`,
        zh: `此处说“${wordsOf(later)}”，别处说“${wordsOf(other)}”，先后相反。请核实并改正，经历过的客户记得顺序。`,
      },
    };
    return;
  }
}

/** "We first drained the queue, and only then put the list back", against the rows that tell of the same by their words. */
export function* wordedOrder(context: DocumentContext): Generator<Problem> {
  const claims = parts<WordedOrder>(context, 'worded-order', wordedOrdersIn, true).filter(
    ({ block }) => !block.section?.isTimeline,
  );
  if (claims.length === 0) return;
  const rows = timeFacts(context, 'order-words', wordsInRow).map(({ value }, index) => ({ ...value, index }));
  for (const claim of claims.slice(0, 20)) {
    const [firsts, thens] = [likest(rows, claim.part.first), likest(rows, claim.part.then)];
    const [first, then] = [firsts[0], thens[0]];
    if (!first || !then || !firsts.every((one) => thens.every((other) => one.index > other.index))) continue;
    yield orderProblem(claim, first.words, then.words);
  }
}

function orderProblem(claim: Placed<Span>, first: string, then: string): Problem {
  const said = wordsOf(claim);
  return {
    at: placeIn(claim.block, claim.part),
    say: {
      en: `“${said}”, but in the timeline what came first here is at “${first}”, and the other at “${then}”. Find out which came first and correct the other; customers know what they saw and when they heard from you.`,
      zh: `“${said}”，但时间线中这里说在前的事在“${first}”，另一件在“${then}”。请核实先后并改正，客户知道自己看到了什么、何时收到通知。`,
    },
  };
}
