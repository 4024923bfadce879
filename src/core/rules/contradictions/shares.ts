import {
  type CountedShare,
  countedShares,
  percentOf,
  type Ratio,
  ratiosIn,
  type Share,
  sharesAgree,
  sharesIn,
  type WrongRest,
  wrongRests,
  wrongShares,
} from '../../document/shares.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { type Placed, parts, wordsOf } from './common.js';
import type { KnownFacts } from './known.js';

function shareProblem(
  { block, text }: Pick<Placed<unknown>, 'block' | 'text'>,
  share: Share,
  other: string,
  ratio: Ratio,
): Problem {
  const said = text.slice(share.start, share.end);
  const real = Math.round(10 * percentOf(ratio)) / 10;
  const [few, all] = [ratio.part, ratio.whole].map(({ start, end }) => other.slice(start, end));
  return {
    at: placeIn(block, share),
    say: {
      en: `“${said}”, but “${few}” of “${all}” is ${real}%. Check the figures; customers work them out.`,
      zh: `“${said}”，但“${all}”中的“${few}”是 ${real}%。请核对数字，客户会自己算。`,
    },
  };
}

const others =
  /\b(?:not|n['’]t|nothing|never|without|unaffected|spared|normal(?:ly)?|already|only|rest|others?)\b|未|没|沒|不受|正常|其余|其餘|其他|已经|已經/i;

/** How many could be reached is no share of those hit. */
const ofContact =
  /\b(?:(?:were|was|been|are|is) (?:\w+ )?(?:reached|phoned|called|contacted|spoken (?:to|with))|answered|replied)\b|联系|回复|答复|聯繫|回覆/i;

/** What a share says it is of, right before it: 全部行李的四分之一. */
const ofNamed =
  /(?:全部|所有|全体|全市|全网|总)(?<noun>[\u3400-\u9fff]{2,4}?)(?:总数|数量|数)?的?(?:约|近|将近|大约)?$/u;

/** Whether a share names another whole than the numbers have: the quarter of the bags beside 38 of 61 flights. */
function isOfOthers(
  said: Pick<Placed<Share>, 'text' | 'part'>,
  { part, text }: Pick<Placed<Ratio>, 'text' | 'part'>,
): boolean {
  const noun = ofNamed.exec(said.text.slice(Math.max(0, said.part.start - 16), said.part.start))?.groups?.noun;
  return noun !== undefined && !text.slice(part.whole.end, part.whole.end + 8).includes(noun.slice(-2));
}

/** Shares that are not what the numbers beside them make, or those in another place for the same things. */
export function* shares({ isOverall }: KnownFacts, context: DocumentContext): Generator<Problem> {
  for (const { block, text, part } of parts(context, 'wrong-shares', wrongShares, true))
    yield shareProblem({ block, text }, part.share, text, part.ratio);
  const ratios = parts<Ratio>(context, 'ratios', ratiosIn, true);
  if (ratios.length === 0) return;
  for (const said of parts<Share>(context, 'shares', sharesIn, true)) {
    // Elsewhere a share is as likely one of the load, the fee, the parcels of that hour: more must say that it is of the same.
    const least = isOverall(said.block)
      ? 1
      : said.block.section?.kind === 'faq'
        ? 2
        : said.block.audience === 'customer'
          ? 3
          : Number.POSITIVE_INFINITY;
    const of = said.part.whole;
    // "15 % of the 52,000 noticed nothing" is another part of the same whole.
    if (of !== undefined && others.test(said.text.slice(said.part.start, said.part.end + 70))) continue;
    if (
      (least > 9 && of === undefined) ||
      said.part.isAside ||
      said.part.isOfPart ||
      ratios.some(({ part }) => sharesAgree(said.part, part))
    )
      continue;
    const other = ratios.find(
      ({ part, block, text }) =>
        block !== said.block &&
        !isOfOthers(said, { part, text }) &&
        !ofContact.test(text.slice(part.part.start, part.whole.end + 24)) &&
        (of === undefined || part.whole.value === of) &&
        [...said.part.words].filter((word) => part.words.has(word)).length >=
          (of === undefined ? least : least > 1 ? 2 : 0),
    );
    // A share much larger or smaller than the numbers make is one of other things.
    const times = other ? percentOf(other.part) / said.part.value : 0;
    // Of the very same whole it is hardly one of other things.
    const most = of === undefined ? 2.5 : 5;
    // "12 % at terminals and 6 % online, one in ten overall": the share of all stands beside that of a part.
    const isPart = other && sharesIn(said.text).some((each) => sharesAgree(each, other.part));
    if (other && !isPart && times > 1 / most && times < most)
      yield shareProblem(said, said.part, other.text, other.part);
  }
}

/** "Three quarters could be recovered; for the remaining 40 % there is no copy". */
export function* rests(context: DocumentContext): Generator<Problem> {
  for (const said of parts<WrongRest>(context, 'wrong-rests', wrongRests, true)) {
    const first = said.text.slice(said.part.first.start, said.part.first.end);
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${first}” and the remaining “${wordsOf(said)}” do not make a whole. Check the figures; customers add them up.`,
        zh: `“${first}”与其余的“${wordsOf(said)}”加起来不是全部。请核对数字，客户会自己加。`,
      },
    };
  }
}

/** One number of things that is said to be two different shares. */
export function* sharesOfCounts(context: DocumentContext): Generator<Problem> {
  const all = parts<CountedShare & { start: number; end: number }>(
    context,
    'counted-shares',
    (text) => countedShares(text).map((each) => ({ ...each, start: each.share.start, end: each.share.end })),
    true,
  ).slice(0, 200);
  for (const [index, later] of all.entries()) {
    const { count, share } = later.part;
    const first = all
      .slice(0, index)
      .find(
        ({ part }) =>
          part.count.value === count.value && (part.share.least > share.most || part.share.most < share.least),
      );
    if (!first) continue;
    yield {
      at: placeIn(later.block, later.part),
      say: {
        en: `“${later.text.slice(count.start, count.end)}” is “${wordsOf(later)}” here and “${wordsOf(first)}” elsewhere. Check the figures; customers work them out.`,
        zh: `“${later.text.slice(count.start, count.end)}”此处是“${wordsOf(later)}”，别处是“${wordsOf(first)}”。请核对数字，客户会自己算。`,
      },
    };
    return;
  }
}

const harmed =
  /\b(?:affected|concerned|failed|hit|declined|rejected|lost|late|delayed|unable|could not)\b|受影响|受到影响|失败|延误|丢失|无法/i;
const ofAll =
  /^\s*(?:of )?(?:(?:our|the|all|your) )*(?:customers?|users?|clients?|members?|payments?|orders?|messages?|parcels?|bookings?|requests?|calls?|transactions?)\b|^\s*的?(?:用户|客户|订单|会员|支付|交易|包裹|商户)/i;

/** The share of all that were hit: the one that colleagues read beside its number, against the one for customers. */
export function* mainShare({ isOverall }: KnownFacts, context: DocumentContext): Generator<Problem> {
  const counted = parts<CountedShare & { start: number; end: number }>(
    context,
    'counted-shares',
    (text) => countedShares(text).map((each) => ({ ...each, start: each.share.start, end: each.share.end })),
    true,
  ).filter(({ block, text, part }) => {
    const around = text.slice(Math.max(0, part.count.start - 40), part.end + 20);
    return block.audience !== 'customer' && harmed.test(around);
  });
  const [known] = counted;
  if (!known || counted.some(({ part }) => part.share.value !== known.part.share.value)) return;
  const { share } = known.part;
  const told = parts<Share>(context, 'shares', sharesIn).filter(
    ({ block }) => isOverall(block) || block.section?.kind === 'recovery',
  );
  const agrees = (other: Share): boolean => other.least <= share.most && share.least <= other.most;
  if (told.some(({ part }) => agrees(part))) return;
  for (const said of told) {
    const behind = said.text.slice(said.part.end, said.part.end + 70);
    if (said.part.isAside || said.part.isOfPart || !ofAll.test(behind) || !harmed.test(behind)) continue;
    if (others.test(behind)) continue;
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${wordsOf(said)}”, but colleagues read “${wordsOf(known)}” beside “${known.text.slice(known.part.count.start, known.part.count.end)}”. Check the figures; customers work them out.`,
        zh: `此处是“${wordsOf(said)}”，但内部部分写的是“${wordsOf(known)}”（${known.text.slice(known.part.count.start, known.part.count.end)}）。请核对数字，客户会自己算。`,
      },
    };
    return;
  }
}
