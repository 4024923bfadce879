import type { CalendarDay } from '../../document/clock.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { fold } from '../../language/fold.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { sentencesIn } from '../sentences.js';

/** Messages to customers of which there is one: the last, and the next. */
const kinds = {
  last: /\b(?:closing|final|concluding|last) (?:\w+ ){0,2}?(?:letter|report|message|update|note|post|e-?mail|notice|statement)\b|(?:结案|最终|最后一次|完整)(?:的)?(?:报告|通报|说明|公告|信)/i,
  next: /\b(?:next|follow-?up|progress|interim) (?:\w+ ){0,2}?(?:letter|report|message|update|note|post|e-?mail|notice|statement|bulletin)\b|\b(?:letter|report|message|update|note|e-?mail) (?:that |which )?you will (?:get|have|receive|find)\b|下一?(?:次|份|封|条)(?:的)?(?:进展|进度|改善|改进|情况)?(?:通报|报告|说明|公告|更新|消息|通知|信)|后续(?:通报|报告|说明|公告)/i,
} as const;
type Kind = keyof typeof kinds;

/** When a message is to come, as one place says it. */
interface Promised {
  readonly kind: Kind;
  readonly day: CalendarDay;
  readonly written: string;
}

/** What was told, and messages to others. */
const otherwise =
  /\b(?:was|were|sent|went out|had|told|yesterday|board|regulators?|authorit\w+|auditors?|management)\b|已(?:经)?(?:发|寄|通)|监管|管理层|董事/i;

function promisedIn({ block, text, moments }: TimedBlock): readonly Promised[] | undefined {
  if (block.section?.kind === 'timeline' || block.block.kind === 'heading') return undefined;
  const found = sentencesIn(fold(text)).flatMap(({ start, end, text: words }): Promised[] => {
    const kind = (Object.keys(kinds) as Kind[]).find((each) => kinds[each].test(words));
    const days = moments.filter(
      (moment): moment is CalendarDay => moment.kind === 'date' && moment.start >= start && moment.end <= end,
    );
    const [day] = days;
    return kind && day && days.length === 1 && !otherwise.test(words)
      ? [{ kind, day, written: text.slice(day.start, day.end) }]
      : [];
  });
  return found.length > 0 ? found : undefined;
}

/** When the same message comes, in two places. */
export function* messages(context: DocumentContext): Generator<Problem> {
  const all = timeFacts(context, 'promised-messages', promisedIn)
    .flatMap(({ block, value }): (Promised & { readonly block: PlacedBlock })[] =>
      value.map((each) => ({ block, ...each })),
    )
    .slice(0, 60);
  for (const kind of Object.keys(kinds) as Kind[]) {
    const own = all.filter((each) => each.kind === kind);
    const days = new Set(own.map(({ day }) => `${day.month}-${day.day}`));
    const said = own.findLast(({ block }) => block.audience === 'customer');
    const other = said && own.find(({ day }) => day.month !== said.day.month || day.day !== said.day.day);
    // More days than two are more messages than one.
    if (!said || !other || days.size !== 2) continue;
    yield {
      at: placeIn(said.block, said.day),
      say: {
        en: `“${said.written}” here, “${other.written}” elsewhere for what seems to be the same message. Find out which is right and correct the other; customers who wait for it count the days.`,
        zh: `此处是“${said.written}”，别处同一次消息是“${other.written}”。请核实并改正，客户在数着日子等。`,
      },
    };
  }
}
