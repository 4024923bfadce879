import { agree, areComparable, type BackupHabit, backupHabits } from '../../document/backup-habits.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { wordedParts } from './common.js';

/** How often backups are made and how long they are kept, in two places. */
export function* backupHabitsTold(context: DocumentContext): Generator<Problem> {
  const all = wordedParts<BackupHabit>(context, 'backup-habits', backupHabits, true).slice(0, 60);
  const marked = new Set<string>();
  for (const said of all.toReversed()) {
    if (said.block.audience !== 'customer' || marked.has(said.part.kind)) continue;
    const others = all.filter(({ block, part }) => block !== said.block && areComparable(part, said.part));
    const [other] = others;
    // What another place says too is told of other backups there.
    if (!other || others.some(({ part }) => agree(part, said.part))) continue;
    // A block that says both tells them of two.
    if (all.some(({ block, part }) => block === other.block && part.kind === said.part.kind && agree(part, said.part)))
      continue;
    marked.add(said.part.kind);
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${said.words}” here, “${other.words}” elsewhere for what seem to be the same backups. Find out which is right and correct the other; customers work out from it what they can lose.`,
        zh: `此处是“${said.words}”，别处说到同样的备份时是“${other.words}”。请核实并改正，客户据此判断自己可能丢失多少。`,
      },
    };
  }
}
