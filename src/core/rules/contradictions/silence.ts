import { type Silence, silencesIn } from '../../document/silence.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { told, wordedParts } from './common.js';
import { happened, ofKind } from './happened.js';
import type { KnownFacts } from './known.js';

/** "You heard nothing from us while it lasted", against the first notice of front matter or the timeline. */
export function* silence(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const claims = wordedParts<Silence>(context, 'silences', silencesIn, true).filter(
    ({ block }) => !block.section?.isTimeline,
  );
  if (claims.length === 0) return;
  const all = happened(facts, context);
  const instants = (kind: 'began' | 'notified' | 'ended') =>
    ofKind(all, kind)
      .map(({ moment }) => moment)
      .sort((one, other) => one.instant - other.instant);
  const [[notice], [began], end] = [instants('notified'), instants('began'), instants('ended').at(-1)];
  // Only where a notice went out well before it was over.
  if (!notice || !began || !end || notice.instant < began.instant || notice.instant + 5 * 60_000 > end.instant) return;
  for (const { block, part, words } of claims) {
    // What goes on for days may well have been told on its second.
    if (part.until === 'next day' && notice.instant - began.instant > 6 * 3_600_000) continue;
    const there = told(notice);
    yield {
      at: placeIn(block, part),
      say: {
        en: `“${words}”, but the first notice is ${there.en}, before it was over. Find out when customers were first told and correct the other; they know when they heard from you.`,
        zh: `“${words}”，但首次通知是${there.zh}，那时尚未结束。请核实何时首次告知客户并改正，客户知道自己何时收到消息。`,
      },
    };
  }
}
