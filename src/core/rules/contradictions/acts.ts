import type { CalendarDay, ClockTime } from '../../document/clock.js';
import { isSwapped } from '../../document/figures.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { fold } from '../../language/fold.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { sentencesIn } from '../sentences.js';
import { clock } from './common.js';

/** What brings an incident about, as a team and its customers tell it. */
const acts = {
  out: /\b(?:roll(?:ed|s|ing)? out|rollout of|(?:went|goes|gone) (?:out|live)|released?|deploy(?:ed|s)?|shipped|pushed)\b|上线|发布|推送|下发/i,
  in: /\b(?:introduced?|installed|put in|added|switched on|enabled|activated)\b|引入|加入|启用|安装|装上|开启/i,
  changed:
    /\b(?:changed|modified|altered|edited|migrated|moved|upgraded|updated|replaced)\b|修改|更改|改成|改为|迁移|升级|更换|替换/i,
  ended: /\b(?:expired|ran out|lapsed)\b|过期|到期|失效/i,
} as const;
type Act = keyof typeof acts;

/** That something was done on a day, or at a time. */
interface Dated {
  readonly act: Act;
  readonly at: CalendarDay | ClockTime;
  readonly written: string;
}

/** Plans, and what was done about it afterwards. */
const otherwise =
  /[?？]|\b(?:will|would|shall|plan\w*|next|by (?:the|\d)|fix\w*|correct\w*|patch\w*|hot-?fix to|again|since then|roll(?:ed|ing)? back|revert\w*)\b|将|会|计划|之?前(?:，|完成)|修复|回滚|退回|再次|恢复/iu;
const aside = new Set(['actions', 'lessons', 'people', 'glossary', 'supporting', 'response', 'follow-up', 'faq']);

function datedIn({ block, text, moments }: TimedBlock): readonly Dated[] | undefined {
  if (block.block.kind === 'heading' || aside.has(block.section?.kind ?? '')) return undefined;
  const folded = fold(text);
  const found = sentencesIn(folded).flatMap(({ start, end, text: words }): Dated[] => {
    const act = (Object.keys(acts) as Act[]).find((each) => acts[each].test(words));
    if (!act || otherwise.test(words)) return [];
    const own = moments.filter((moment) => moment.start >= start && moment.end <= end);
    const days = own.filter((moment): moment is CalendarDay => moment.kind === 'date');
    const times = own.filter((moment): moment is ClockTime => moment.kind === 'time');
    const [at] = days.length === 1 && times.length === 0 ? days : times.length === 1 && days.length === 0 ? times : [];
    return at ? [{ act, at, written: text.slice(at.start, at.end) }] : [];
  });
  return found.length > 0 ? found : undefined;
}

/** Whether one looks like a slip for the other: 2 and 12 September, 18:04 and 18:40. */
function isSlip(a: CalendarDay | ClockTime, b: CalendarDay | ClockTime): boolean {
  if (a.kind === 'date')
    return (
      b.kind === 'date' &&
      (a.month === b.month
        ? a.day !== b.day && ((a.day - b.day) % 10 === 0 || isSwapped(a.day, b.day))
        : a.day === b.day && Math.abs(a.month - b.month) === 1)
    );
  if (b.kind !== 'time' || a.minutes === b.minutes) return false;
  const [one, other] = [a, b].map(({ minutes }) => minutes % 60);
  const isSameHour = Math.floor(a.minutes / 60) === Math.floor(b.minutes / 60);
  return (
    isSameHour &&
    one !== undefined &&
    other !== undefined &&
    [...clock(one).slice(-2)].reverse().join('') === clock(other).slice(-2)
  );
}

const isSame = (a: Dated['at'], b: Dated['at']): boolean =>
  a.kind === 'date'
    ? b.kind === 'date' && a.day === b.day && a.month === b.month
    : b.kind === 'time' && a.minutes === b.minutes;

/** "Introduced on 2 September" in one place, "on 12 September we introduced" in another, and neither day in both. */
export function* datedActs(context: DocumentContext): Generator<Problem> {
  const all = timeFacts(context, 'dated-acts', datedIn)
    .flatMap(({ block, value }): (Dated & { readonly block: PlacedBlock })[] =>
      value.map((each) => ({ block, ...each })),
    )
    .slice(0, 200);
  for (const later of all) {
    const others = all.filter(
      ({ act, at, block }) => act === later.act && at.kind === later.at.kind && block !== later.block,
    );
    if (later.block.audience !== 'customer' && later.at.kind === 'date') continue;
    const first = others.find(({ at }) => isSlip(at, later.at));
    // What both places name, or a third one does, is no slip.
    if (!first || others.some(({ at }) => isSame(at, later.at))) continue;
    if (all.some(({ at, block, act }) => act === later.act && block === later.block && isSame(at, first.at))) continue;
    yield {
      at: placeIn(later.block, later.at),
      say: {
        en: `“${later.written}” here, “${first.written}” elsewhere for what seems to be the same act. Find out which is right and correct the other; customers who compare them believe neither.`,
        zh: `此处是“${later.written}”，别处同一件事是“${first.written}”。请核实并改正，否则客户两个都不会相信。`,
      },
    };
    return;
  }
}
