import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { sentences } from './amounts.js';
import { type CalendarDay, readMoments, smallNumeral } from './clock.js';

/** The days of a year between which something falls, as `daysOf` counts them. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A sentence that says outright how far a measure is: "is still on our list", "已经完工". */
export interface MeasureClaim extends Span {
  readonly state: 'done' | 'open';
  /** When it is due, or when it was done. */
  readonly when: Period | undefined;
  /** Whether it says that it cannot be sooner, or on what day it is due. */
  readonly isDue: boolean;
  readonly stems: ReadonlySet<string>;
}

const open =
  /\b(?:(?:has|have|is|are|had) yet to\b|yet to be|still (?:ha(?:s|ve) to be|by hand|on our (?:list|to-do)|to be|outstanding|pending|missing|open|waiting|unfinished|in (?:development|preparation|planning|the works|use)|being|not|awaiting|under (?:way|construction)|ahead|a plan)|(?:is|are|has|have) still (?:not )?(?:to |been |waiting|open|being)|(?:has|have|is|are)(?: still)?(?: not|n't)(?: yet)? (?:been )?(?:created|done|built|begun|started|finished|completed?|introduced|installed|implemented|changed|added|fixed|live|in place|ready|rolled out|active|moved|replaced|switched|set up|put|checked|hired|found|taken out)|not (?:be )?(?:available|ready|finished|done|possible|live|there|had) (?:any )?(?:sooner|before|until|earlier)|(?:cannot|can't|will not|won't) (?:\w+ ){1,3}(?:before|until|any earlier|sooner|earlier)|at the earliest|not (?:been )?(?:expected|foreseen) (?:before|until)|not (?:yet )?got (?:a?round|to)|(?:have to|must|need to|can only) wait (?:until|till)|(?:takes?|last) (?:until|till)|not for another|no earlier than|not before|(?:is|are|has been|have been|was) (?:now )?(?:planned|scheduled|due|postponed|put off|foreseen|slated|pencilled in) (?:for|on|in|to|until|at|by)|remains? (?:in use|to be done|open|unchanged|as it was)|nothing has (?:been done|changed|happened)|we (?:have not|haven't) (?:yet )?\w+ed)\b|尚未|还没|还未|仍未|还在|仍在|仍旧|依然(?:只|没|在)|至今(?:都|仍|还)?(?:没|未)|要到[^，。；]{0,14}才|预计[^，。；]{0,14}(?:才|上线|完成)|(?:才|方)(?:能|会|可)?(?:上线|完成|启用|做得完|做完|落实|生效|开始)|有待|(?:迟迟|一直)没|排在|推迟到|延期到|延到|没有(?:动工|开始|着手)/i;
const done =
  /\b(?:(?:is|are|was|were|has been|have been|had been) (?:now |already |fully |long since |successfully )?(?:complete|completed|done|finished|in place|in force|live|in operation|introduced|implemented|installed|switched on|rolled out|up and running|ready|retired|taken out of service|out of service|out of use|hired|trained)|(?:has|have) been (?:[\w-]+ ){1,6}?(?:already\b|since (?:\d|the|then|january|february|march|april|may|june|july|august|september|october|november|december|mon|tue|wed|thu|fri|sat|sun))|(?:has|have) (?:already|long since|since) (?:been |gone )?\w+|already (?:been |in |live|running|active|works|done|out)|we (?:have )?(?:already |since |now )?(?:switched|turned|introduced|launched|installed|rolled out|finished|completed|put in place|put into (?:service|operation)|built|set up|brought in|moved)\b[^.;]{0,80}\b(?:last|on|yesterday|already|since|in|this)|went live|gone live|went into (?:service|operation|use)|behind us)|^\s*since \d|已经?(?:全部|全面|正式|顺利|于|在)?[^，。；]{0,14}(?:完成|完工|上线|启用|落实|投入使用|部署|生效|做完|实施|建成|到位|停用|退役|换掉|拆除|接入|开通|开始运行)|(?:完工|竣工|大功告成|早已|早就)|[^，。；]{0,10}(?:做完了|上线了|完成了)|演练过了|已经[^，。；]{0,8}过/i;
/** What is wished, supposed or done in part, or is of another time. */
const aside =
  /[?？]\s*$|\b(?:if|would|should|could|might|until then|part(?:ly|s)?|first (?:of all|half|batch|group|stage|phase)|some of|half of|pilot|trial|so far|in part|last year|at the time|back then|when (?:the|it|we)|before the (?:incident|failure|outage)|that (?:day|night|morning|evening|afternoon)|customers?' |which (?:of|steps|measures)|your (?:money|refund|voucher))\b|如果|倘若|若|部分|首批|试点|第一批|其中|当时|那时|当天|当晚|事发|去年|是否需要|哪些|哪[几项]/i;

const notDone = /\b(?:until|once|as soon as|no|not|never|n't|after)\b|直到|没有|未/i;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const vague = new RegExp(
  `\\b(?:in|before|until|during|by|of|for) (?:(?:the )?(?<part>early|mid|late|beginning of|middle of|end of)[ -])?(?<month>${month})\\b(?! \\d{1,2}\\b(?!\\d))(?:,? (?<year>20\\d\\d))?|(?<![\\d.])(?<zhMonth>\\d{1,2}|[一二三四五六七八九十]{1,2})\\s?月(?:份)?(?<zhPart>底|末|初|中旬|上旬|下旬|中)?(?!\\s?[\\d一二三四五六七八九十])`,
  'i',
);

/** Days as numbers; a day without a year counts in a year of its own. */
export const daysOf = ({ year, month: of, day }: Pick<CalendarDay, 'year' | 'month' | 'day'>): number =>
  Date.UTC(year ?? 2000, of - 1, day) / 86_400_000;

function periodIn(sentence: string): (Period & { readonly year: number | undefined }) | undefined {
  const days = readMoments(sentence).filter((moment): moment is CalendarDay => moment.kind === 'date');
  const [day] = days;
  // Of two days only one is that of the measure.
  if (days.length > 1 || (day && vague.test(sentence.replace(sentence.slice(day.start, day.end), ' '))))
    return undefined;
  if (day) return { from: daysOf(day), to: daysOf(day), year: day.year };
  const groups = vague.exec(sentence)?.groups;
  if (!groups) return undefined;
  const of = groups.zhMonth
    ? smallNumeral(groups.zhMonth)
    : months.indexOf((groups.month ?? '').slice(0, 3).toLowerCase()) + 1;
  if (!(of >= 1 && of <= 12)) return undefined;
  const part = groups.part ?? groups.zhPart ?? '';
  const [first, last] = /early|beginning|初|上旬/i.test(part)
    ? [1, 10]
    : /mid|中/i.test(part)
      ? [8, 22]
      : /late|end|底|末|下旬/i.test(part)
        ? [20, 31]
        : [1, 31];
  const year = groups.year === undefined ? undefined : Number(groups.year);
  return { from: daysOf({ year, month: of, day: first }), to: daysOf({ year, month: of, day: last }), year };
}

const idle = new Set(
  'the and for with from this that these those was were are has have had been will shall would could should our your their its other others more than into over after before when which who whom what not also then done date due until any some same way well here just still yet being they them there you can may each on by at in to of it is as be we us so no or an a all once now already already first one since january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday new make makes made take takes place live measure step point list cannot earlier sooner available scheduled planned finish finished complete completed waiting expected expect ready still done due begin begun start started going remain remains permanently noon midnight time zone gmt utc cet'.split(
    ' ',
  ),
);
const idleHan =
  /[的了在是我们您和与也都把被有个将会前后年日起号至及或并让使给对这那其才就只再还没未已经能要]|[五六七八九十]月|月[底初]|还在|开发|完成|上线|启用|生效|落实|措施|预计/u;
const numerals = ' one two three four five six seven eight nine ten'.split(' ');

/** What a measure is about: words without their endings, numbers, pairs of Han characters. */
export function measureStems(prose: string): ReadonlySet<string> {
  const found = new Set<string>();
  const text = fold(prose).toLowerCase();
  for (const [word] of matchesIn(text, /[a-z][a-z'-]+/g)) {
    const at = numerals.indexOf(word);
    if (at > 1) found.add(`#${at}`);
    if (at >= 0 || word.length < 3 || idle.has(word)) continue;
    found.add(
      word
        .replace(/'s$/u, '')
        .replace(/ly$/u, '')
        .replace(/(?:ies|y)$/u, 'i')
        .replace(/(?<!s)s$/u, '')
        .replace(/(?:ations?|ing|ed|al|e)$/u, '')
        .replace(/([^aeiou])\1$/u, '$1'),
    );
  }
  for (const [run] of matchesIn(text, /[\u3400-\u9fff]{2,}/gu))
    for (let at = 0; at + 1 < run.length; at++) {
      const pair = run.slice(at, at + 2);
      if (!idleHan.test(pair)) found.add(pair);
    }
  return found;
}

/** A block longer than this is no list of measures. Characters. */
const longest = 4000;

/** Finds what a text says outright of how far measures are. */
export function measureClaims(prose: string): readonly MeasureClaim[] {
  if (prose.length > longest) return [];
  const text = fold(prose);
  if (!open.test(text) && !done.test(text)) return [];
  return sentences(text).flatMap(({ start, end }): MeasureClaim[] => {
    const sentence = text.slice(start, end);
    // "Still to do: a; b" is a list of measures, which is read as one.
    if (aside.test(sentence) || /^[^:：]{1,20}[:：]/u.test(sentence)) return [];
    const isOpen = open.test(sentence);
    const state = isOpen ? 'open' : done.test(sentence) ? 'done' : undefined;
    // "Queued until it is finished", "no build was completed".
    if (!state || (!isOpen && notDone.test(sentence))) return [];
    const lead = sentence.length - sentence.trimStart().length;
    return [
      {
        state,
        when: periodIn(sentence),
        isDue: isOpen,
        stems: measureStems(sentence),
        start: start + lead,
        end,
      },
    ];
  });
}
