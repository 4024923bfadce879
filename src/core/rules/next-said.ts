import { readMoments } from '../document/clock.js';
import { ahead, finished, forReaders, opens, soon } from './part-words.js';
import { clausesIn, type Piece, sentencesIn } from './sentences.js';

/** Where we are the ones who will say something, whatever it is about: "we will report whether all refunds have arrived". */
const weSay =
  /\b(?:we|i)(?: (?:will|shall)|['’]ll) (?:\w+ )?(?:report|write|tell|publish|post|announce|inform|update|say)\b|我们(?:将|会)[^，。；]{0,16}(?:公布|说明|告知|通报|通知|告诉|公告)/i;

function weSayFirst(sentence: string): boolean {
  const at = sentence.search(weSay);
  return at >= 0 && at < sentence.search(forReaders());
}

/** A sentence without the clauses that say what readers are to do by some day. */
const ours = (sentence: string): string =>
  forReaders().test(sentence) && !weSayFirst(sentence)
    ? clausesIn(sentence)
        .filter(({ text }) => !forReaders().test(text))
        .map(({ text }) => text)
        .join('')
    : sentence;

/** As far into a sentence a time may stand that it begins with, and so long is none. Characters. */
const furthest = 40;
const longest = 60;

/** Whether a sentence begins with a time that is to come: "On 5 May, on this page", "4月底前，……". */
function beginsAhead(sentence: string): boolean {
  const own = ours(sentence);
  const at = Math.min(
    ...readMoments(own.slice(0, furthest + longest)).flatMap(({ kind, start }) => (kind === 'zone' ? [] : [start])),
    ahead().exec(own)?.index ?? Number.POSITIVE_INFINITY,
  );
  return at <= furthest && opens().test(own.slice(0, at)) && !finished().test(own);
}

/**
 * Whether one of its sentences begins with a time that is to come.
 * @param isTimed Whether the text names a day or a time at all.
 */
export const opensAhead = (text: string, isTimed: boolean): boolean =>
  (isTimed || ahead().test(text)) && sentencesIn(text).some((each) => beginsAhead(each.text));

/** Whether a text that speaks of the next message at some places says there, or right behind, when it comes. */
export function namesNext(text: string, places: readonly { readonly start: number }[]): boolean {
  if (places.length === 0) return false;
  const sentences = sentencesIn(text);
  const has = (each: Piece): boolean => places.some(({ start }) => start >= each.start && start < each.end);
  return sentences.some((each, index) => {
    if (!has(each)) return false;
    const own = ours(each.text);
    if (readMoments(own).length > 0 || soon().test(own) || ahead().test(own)) return true;
    const behind = sentences[index + 1]?.text ?? '';
    return beginsAhead(behind) || readMoments(ours(behind)).some(({ kind }) => kind === 'date');
  });
}
