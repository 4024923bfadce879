import { fold } from '../../language/fold.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { spoken } from './common.js';

const brief =
  /\b(?:brief|short|momentary|fleeting|short-lived)(?: and \w+)? (?:\w+ )?(?:slow-?down|interruption|outage|disruption|delay|hiccup|glitch|blip|dip|pause|degradation)\b|(?:短暂|短时|瞬时|片刻)的?(?:服务)?(?:中断|卡顿|变慢|缓慢|波动|抖动|异常|故障|延迟|停顿)/i;

/** Nobody who waited for this long calls it brief. Minutes. */
const notBrief = 60;

/** A stretch of hours in a block, and the word for minutes behind it. */
function briefIn({ block, text, stretches }: TimedBlock) {
  if (block.audience !== 'customer') return undefined;
  const [stretch] = stretches;
  const found = stretch && brief.exec(fold(text.slice(stretch.end)));
  if (!stretch || !found || stretches.length > 1 || stretch.minutes < notBrief) return undefined;
  // Only in the same clause or the next: what comes later may be about a single step.
  const start = stretch.end + found.index;
  if (
    /[.!?。！？;；]\s|[。！？；]|\b(?:with|at|when|after|followed|only|twice|another)\b|(?:期间|其中|另|后)/i.test(
      text.slice(stretch.end, start),
    )
  )
    return undefined;
  const words = text.slice(stretch.start, stretch.end);
  const end = start + found[0].length;
  return { start, end, said: text.slice(start, end), words, minutes: stretch.minutes };
}

/** "From 6:30 to 10:30, there was a brief slowdown": a word for minutes beside hours. */
export function* briefness(context: DocumentContext): Generator<Problem> {
  for (const { block, value } of timeFacts(context, 'brief', briefIn)) {
    const { said, words } = value;
    const long = spoken(value.minutes);
    yield {
      at: placeIn(block, value),
      say: {
        en: `“${said}”, but “${words}” beside it is ${long.en}. Say how long it was and leave the judgement to those who waited.`,
        zh: `这里说“${said}”，旁边的“${words}”却是${long.zh}。请写明时长，是否短暂由客户判断。`,
      },
    };
  }
}
