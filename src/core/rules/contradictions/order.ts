import { type Incident, instantOf } from '../../document/incident.js';
import type { Problem } from '../rule.js';

/** Front matter whose own times cannot all be right. */
export function* order(incident: Incident): Generator<Problem> {
  const began = incident.moments.get('began');
  if (!began) return;
  for (const key of ['detected', 'mitigated', 'resolved'] as const) {
    const end = incident.moments.get(key);
    if (!end || end.instant >= (end.time ? began.instant : instantOf(began.day, undefined, incident.zone))) continue;
    yield {
      at: end.at,
      say: {
        en: `“${end.name}” is ${end.text}, before “${began.name}”, ${began.text}. One of the two is wrong, and every length of time in the text hangs on them.`,
        zh: `${end.name}（${end.text}）早于 ${began.name}（${began.text}）。其中必有一个写错了，文中的时长都以它们为准。`,
      },
    };
  }
}
