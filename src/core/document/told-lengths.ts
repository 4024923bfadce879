import { isOfElse, isOfPart, isOfWork, saysFailure, saysRecovery } from './incident-words.js';

/** How a whole sentence says that a duration is that of the incident. */
export type ToldStrength =
  /** From its beginning to its end: "from start to finish", "it took … before bookings were back", "从出错到恢复". */
  | 'whole'
  /** From its beginning on: "within half an hour of the failure you could pay again". */
  | 'since'
  /** "For two hours not a single crossing could be booked": of the whole, or of a stage of it. */
  | 'state';

const approximate =
  /(?:about|around|approximately|roughly|some|nearly|almost|close to|not quite|barely|hardly|scarcely|a good|a full|fully|only|just|(?:the )?(?:best|better) part of|upwards of|just (?:over|under)|(?:a little|slightly|well) (?:over|under)|(?:a little|slightly)? ?(?:more|less) than|(?<!stretched |stretched out |spread |drawn out )over|under|at least|at most|no (?:more|less) than|longer than)\s*$/i;

/** The stages between which a sentence counts: "from the first late result to the last", "between the trial and the end". */
const spans =
  /\b(?:from|between) (?<from>[^,.;]{3,60}?) (?:to|until|till|and) (?<to>[^,.;]{3,60}?)(?=[,.;:]|\b(?:took|lay|lasted|went|passed|elapsed|barely|only|there were|less|more|just|some|about|almost|nearly|the better)\b|$)/i;
const zhSpans =
  /(?:从|自)(?!头|早|始)(?<from>[^到至，。；]{1,20})(?:到|至|直到)(?<to>[^，。；]{1,16}?)(?=[，,。；]|为止|[，]?(?:总共|一共|前后|整整|足足|共|用|花|只|也|不|隔|大约|约|历|持续|近|将近|\d|[一二两三四五六七八九十半])|$)/u;

const enWhole =
  /\b(?:all told|all in all|in all|altogether|in total|total(?:l?ed|ling)?|from (?:start|beginning|end) to (?:finish|end)|start to finish|beginning to end|from the (?:very )?(?:first|start|beginning|outset)|overall|taken together|as a whole|whole (?:thing|episode|affair|event|story|incident|outage|fault|failure|time))\b/i;
const zhWhole =
  /从头到尾|自始至终|前后|前前后后|总共|一共|总计|共计|合计|总时长|总长|加起来|算在一起|整件事|整[起场个次]|全程|从停到好|从坏到好/u;
/** "It took six hours before booking was back", "two hours went by until everything worked again". */
const enTook =
  /\b(?:it|this|which|that|recovery|the (?:whole )?\w+) (?:took|was|had been|needed)(?: us| you)?\s*$|\b(?:took|needed)(?: us)?\s*$/i;
const enUntil = /^(?: long)? (?:(?:went by|passed|elapsed) )?(?:before|until|till)\b/i;
const enLasts =
  /\b(?:last(?:ed|s)?|went on|dragged on|carried on|persisted|continued|stretched(?: out)?|held|ran(?: on)?)(?: \w+ly)?(?: for| over)?(?: a total of)?\s*$/i;
/** "A hiccup of ten minutes", "an interruption of less than an hour". */
const enNounOf =
  /\b(?:outage|incident|interruption|disruption|downtime|hiccup|glitch|failure|fault|breakdown|stoppage|blackout|standstill|delay|slowdown|pause|gap) of\s*$/i;
const enAfter =
  /^(?: long)? (?:after|into|of|from|since) (?:it (?:all )?(?:began|started|broke|stopped|failed)|(?:the |this |that )?(?:very )?(?:first |fault|failure|outage|incident|start|beginning|breakdown|disruption|trouble|problem|crash|error|interruption)|(?:things|everything|bookings?|it all) (?:had )?(?:stopped|failed|broken?|went|gone))/i;

const zhTakes =
  /(?:了|达|长达|有|整整|足足|近|约|大约|将近|只|才|仅|差不多|不到|不过|也就|共|是|为|一共|总共|前后|拖|停|慢|断)\s*$/u;
const zhSince =
  /(?:故障|中断|出错|出事|失败|停摆|瘫痪|变慢|异常|问题)(?:发生|出现|开始)?(?:之?后|以来|起)?[，]?(?:仅|只|才|不到|约|大约|过了|用了|花了)*\s*$/u;

/**
 * How a sentence says that the duration in it is that of the incident; `undefined` where it does not, or speaks of something
 * else. Takes folded words.
 * @param start Where the duration stands, without "about" and the like before it.
 * @param asked The question that the sentence answers, if it stands before it.
 */
export function toldStrength(words: string, start: number, end: number, asked: string): ToldStrength | undefined {
  if (isOfElse(words) || isOfPart(words)) return undefined;
  const lead = words.slice(0, start);
  const tail = words.slice(end);
  return /[\u3400-\u9fff]/u.test(words) ? chinese(words, lead, tail, asked) : english(words, lead, tail, asked);
}

/** Whether the stages are the beginning and the end; `undefined` where the sentence names no two stages. */
function spansAll(words: string, pattern: RegExp): boolean | undefined {
  const { from, to } = pattern.exec(words)?.groups ?? {};
  if (from === undefined || to === undefined || /\d/.test(from)) return undefined;
  const begins = saysFailure(from) || /\b(?:start(?:ed)?|beg[ai]n(?:ning)?|first|onset|outset)\b|开始|停/i.test(from);
  const ends =
    !isOfWork(to) &&
    (saysRecovery(to) ||
      /^(?:the )?(?:very )?(?:last|end|finish)\b|\b(?:normal|empty|through|working|running|gone)\b|最后|^好$|好了$|通$/i.test(
        to,
      ));
  return begins && ends && !isOfWork(from);
}

function english(words: string, lead: string, tail: string, asked: string): ToldStrength | undefined {
  const before = lead.replace(approximate, '').replace(approximate, '');
  const asks =
    asked !== '' &&
    asksLength.test(asked) &&
    !isOfWork(asked) &&
    (saysFailure(asked) || saysRecovery(asked) || /\b(?:it|this|that|all|everything)\b/i.test(asked));
  const all = spansAll(words, spans) ?? spansAll(asked, spans);
  if (all !== undefined) return all ? 'whole' : undefined;
  const works = saysRecovery(words);
  if (enAfter.test(tail) && works)
    return /\b(?:in|within|just|only|was|over|\w+ed|^)\s*$|^\W*$/i.test(before) ? 'since' : undefined;
  if (/^ (?:after|before|later|earlier|ago|into|more|longer)\b/i.test(tail) && !enUntil.test(tail)) return undefined;
  if (isOfWork(words)) return undefined;
  if (/^\W*(?:it was |and |but )?(?:only |not until )?after\s*$/i.test(before) && works) return 'since';
  const fails = saysFailure(words) || /\b(?:it|this|that)(?: all)?\s(?:lasted|went on|dragged on)\b/i.test(words);
  if (enTook.test(before) && enUntil.test(tail) && saysRecovery(tail)) return 'whole';
  if (enUntil.test(tail) && saysRecovery(tail) && /^\W*(?:it was)?\s*$/i.test(before)) return 'whole';
  if (enNounOf.test(before)) return 'whole';
  if (enLasts.test(before) && fails && !/\b(?:phase|stage|(?:this|first|second|last) part)\b/i.test(words))
    return enWhole.test(words) ? 'whole' : 'state';
  const isFor = /\bfor(?: a total of| all of)?\s*$/i.test(before);
  if (fails && enWhole.test(words) && (isFor || /\b(?:was|were|is|made|had)\s*$/i.test(before))) return 'whole';
  if (asks && /^\W*(?:no|yes|just|only|it was|that was|it took|it lasted)?\W*(?:for|only|just)?\W*$/i.test(before))
    return 'state';
  return (fails && isFor) || enOf.test(tail) ? 'state' : undefined;
}

/** "Two hours of late results", "40 minutes of downtime". */
const enOf =
  /^ of (?:late|slow|no|failed|interrupted|blank|missing|downtime|outage|disruption|silence|standstill|darkness|closed|closure|unavailab\w+|waiting pages|error)\b/i;
/** "有三个小时掛不了号", and not "有九分钟故障盘可读". */
const zhFailsBehind =
  /^(?:左右|上下|的?时间|内|里|，)*[^，。；]{0,6}(?:无法|不能|没法|没能|没办法|不可用|[\u3400-\u9fff]不[了出开到上动]|[打扫付开查登用连收发买订][不没])/u;
/** "大约过了三个小时，开票才恢复". */
const zhUntilWorks = /^[，]?[^，。；]{0,12}(?:才|终于|方才)/u;

const asksLength = /\bhow long\b|\bwhat was the (?:duration|length)\b|多久|多长时间|几个?小时/i;

function chinese(words: string, lead: string, tail: string, asked: string): ToldStrength | undefined {
  const all = spansAll(words, zhSpans);
  if (all !== undefined) return all ? 'whole' : undefined;
  const isSince =
    zhSince.test(lead) &&
    /^(?:之?内|以内|之?后|以后)?(?:就|便|才|已|即)?[^，。；]{0,10}/u.test(tail) &&
    saysRecovery(tail);
  if (isSince) return 'since';
  if (/^(?:之?后|之?前|以后|以前)/u.test(tail)) return undefined;
  if (
    /(?:过|隔|等|历时|历经|耗时)了?\s*$/u.test(lead) &&
    zhUntilWorks.test(tail) &&
    saysRecovery(tail) &&
    !isOfWork(tail)
  )
    return 'since';
  if (isOfWork(words)) return undefined;
  // Of two clauses it is the one that stands next to the duration.
  const clause = lead.slice(Math.max(lead.lastIndexOf('，', lead.length - 2) + 1, 0));
  const near = clause.replace(/[^\u3400-\u9fff]/gu, '').length < 4 ? lead : clause;
  const fails = saysFailure(near) || zhFailsBehind.test(tail);
  const asks =
    asked !== '' && asksLength.test(asked) && !isOfWork(asked) && (saysFailure(asked) || saysRecovery(asked));
  if (zhWhole.test(words) && saysFailure(words) && (zhTakes.test(lead) || fails)) return 'whole';
  if (asks && lead.replace(/[^\u3400-\u9fff]/gu, '').length < 8) return 'state';
  return fails && (zhTakes.test(lead) || zhFailsBehind.test(tail)) ? 'state' : undefined;
}
