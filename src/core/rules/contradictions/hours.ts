import { differ, type Hours, hoursIn } from '../../document/hours.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { wordedParts } from './common.js';

/** When somebody answers the telephone, in two places. */
export function* hours(context: DocumentContext): Generator<Problem> {
  const all = wordedParts<Hours>(context, 'hours', hoursIn).slice(0, 40);
  for (const said of all.toReversed()) {
    const others = all.filter(({ block }) => block !== said.block);
    const other = others.find(({ part }) => differ(part, said.part));
    // Hours that another place tells too are those of another desk.
    if (!other || others.some(({ part }) => !differ(part, said.part))) continue;
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${said.words}” here, “${other.words}” elsewhere for when customers reach you. Find out which is right and correct the other; whoever calls when nobody is there will not call again.`,
        zh: `此处的联系时间是“${said.words}”，别处是“${other.words}”。请核实并改正，打不通电话的客户不会再打第二次。`,
      },
    };
    return;
  }
}
