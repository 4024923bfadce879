import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { sentencesOf } from './clause-times.js';
import { supposedly } from './happenings.js';

/** That customers were told nothing at all while it lasted, or not that day. */
export interface Silence extends Span {
  readonly until: 'end' | 'next day';
}

/** "Nothing from us", "we told nobody", "not a word on the status page". */
const nothing =
  /\b(?:(?:hear|heard|got|receiv\w+|had|read|saw|seen|sent|told you|posted|published|wrote|said|put out) (?:\w+ )?(?:nothing|no word|not a (?:single )?(?:word|line|message|thing))|(?:no|not (?:a|one|any)(?: single)?) (?:word|message|notice|sign of life|news|e-?mail|announcement|line|text|notification|banner|update)\b|(?:not|n't|never) (?:\w+ )?(?:hear|heard|tell|told|inform\w*|notif\w+|wr[io]te|written|warn\w*|say anything|sa(?:y|id) a word|post\w*|publish\w*|send|sent)\b|told (?:nobody|no one|none of you)|(?:not one|none) of you (?:was|were|had|heard|got)|(?:no|not a single) (?:customer|user|client|merchant|clinic|practice|company)s? (?:was|were|had been|heard|got)|(?:not|n't|never) (?:\w+ )?(?:get|receive|see) (?:a|any|one|anything)\b|nobody (?:was|had been) (?:told|informed|notified|warned)|(?:left|kept|were|was) (?:you )?(?:completely |entirely |all )?in the dark|(?:stayed|kept|remained|were|was) (?:completely |entirely )?silent|(?:stayed|kept) quiet|without (?:a (?:single )?word|any (?:word|news|notice|message)) from us)\b/i;
const telling = /\bfrom us\b|\b(?:we|our|status page|nobody|site|app)\b|\b(?:told|informed|notified|in the dark)\b/i;
const nothingHan =
  /(?:没有?|未曾?|从未|并未|不曾)[^，。；,]{0,12}?(?:通知|公告|通报|告知|告诉|短信|邮件|消息|说明|公布|发声|对外|推送|知会)|(?:通知|公告|消息|短信|邮件|一个字|半个字|只字|一句话?|公开说明)[^，。；,]{0,8}?(?:没|未)[^，。；,]{0,4}(?:发|登|写|说|提|贴|挂|给)?|(?:只字未提|一声不吭|毫无音讯|音讯全无|闷声不响)/;

/** While it lasted: "during the outage", "as long as it lasted", "期间". */
const whileIt =
  /\b(?:during|throughout|while (?:it|this|you|all|(?:\w+ ){1,4}(?:was|were|lasted|could|did|had|stood|went))|as long as|all (?:that|the) (?:time|while|night|day|morning|afternoon|evening)|in all that time|at no (?:point|time)|the whole (?:time|night|day|outage)|the entire (?:time|outage|night|day)|from start to finish|for the (?:whole|entire|full) (?:length|duration))\b/i;
const whileHan =
  /期间|整个(?:上午|下午|晚上|夜里|白天)|整[夜晚天]|当[晚天夜]|那[天晚夜一]|那段时间|这段时间|整个过程|全程|自始至终|从头到尾|始终|一直到(?:恢复|修好|结束)|过程中|[断停慢]的时候/;
const afterHan =
  /(?:事后|事情过去(?:以后|之后|后)|过去(?:以后|之后)|修好(?:以后|之后|后)|恢复(?:以后|之后|后)|结束(?:以后|之后|后))才/;
/** Not that day: "until the following morning". */
const nextDay =
  /\b(?:(?:not |only |nothing |first |until |till |before )[^.;]{0,40}\b(?:the )?(?:next|following) (?:morning|day|afternoon|evening|working day|business day)|the (?:day|morning) after(?!noon)|(?:until|till) (?:\d+|two|three|several|some|a few) days? (?:later|after)|days later)\b/i;
const nextDayHan = /(?:次日|隔天|第二天|翌日|隔日|转天|几天后|两天后)[^，。；]{0,8}?才/;
const tellsHan = /通知|公告|通报|告知|告诉|短信|邮件|消息|说明|发声|对外|推送|知会/;
/** Something else than that it happened: the cause, a group among them, something new. */
const other =
  /\b(?:why|what (?:had|was|went|exactly|you)|how|cause|reason|details?|individual\w*|anything new|new|further|more|again|another|second|when (?:it|we) would|how long|some of|those of you|smaller|larger|other|others|half|password|link|bill|charge)\b|原因|详情|细节|经过|何时|多久|新的|进一步|再|其中|部分|有些|另|补偿/i;
/** "we did not tell you that drafts were lost". */
const ofSomething =
  /\b(?:tell|told|inform\w*|notif\w+|warn\w*|say|said) (?:you|anyone|customers|anybody|them|users) (?:about (?!it\b|this\b|the (?:outage|failure|fault|problem|incident|delay|disruption))|of (?!it\b|this\b|the (?:outage|failure|fault|problem|incident|delay|disruption))|that |whether )/i;

/** A cheap question first: it must be of telling, and of how long it lasted or of the day after. */
const hint =
  /\b(?:in the dark|silent|quiet|from us|status page|hear|heard|tell|told|inform|notif|wrote|write|writing|written|warned|message|notice|announce|e-?mail|word|news|banner|text|publish|post|said|sent|send|customer)/i;
const span =
  /\b(?:during|throughout|while|long as|all|whole|entire|full|no (?:point|time)|start to finish|next|following|after|later|noon)\b/i;
const hintHan = /[通公告短邮消说发对推知音吭]/u;
const spanHan = /期间|[整当那]|段时间|过程|全程|始终|终|从头|直到|时候|后|翌日|隔[天日]|次日|第二天|转天|天后/u;
const mayTell = (text: string): boolean =>
  (hint.test(text) && span.test(text)) || (hintHan.test(text) && spanHan.test(text));

/** Where a text says that customers were told nothing. */
export function silencesIn(prose: string): readonly Silence[] {
  const text = fold(prose);
  if (!mayTell(text)) return [];
  return sentencesOf(text).flatMap(({ start, words }): Silence[] => {
    if (words.length > 260 || !mayTell(words) || supposedly.test(words) || other.test(words)) return [];
    const isHan = /[\u3400-\u9fff]/.test(words);
    const isNone = isHan
      ? nothingHan.test(words)
      : nothing.test(words) && telling.test(words) && !ofSomething.test(words);
    const tells = isHan
      ? tellsHan.test(words)
      : isNone ||
        /\b(?:first|only)\b.*\b(?:told|wrote|informed|notified|heard|message|e-?mail|notice|word)\b/i.test(words);
    const until =
      tells && (isHan ? nextDayHan : nextDay).test(words)
        ? 'next day'
        : (isNone && (isHan ? whileHan : whileIt).test(words)) || (isHan && tells && afterHan.test(words))
          ? 'end'
          : undefined;
    const lead = words.length - words.trimStart().length;
    return until
      ? [{ until, start: start + lead, end: start + words.trimEnd().replace(/[.。！!;；]$/u, '').length }]
      : [];
  });
}
