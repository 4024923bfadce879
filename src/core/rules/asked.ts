import data from '../../data/explanation.json' with { type: 'json' };

interface Topic {
  readonly id: string;
  readonly asks: RegExp;
  /** What asks about it only where the question asks about nothing else. */
  readonly perhaps: RegExp | undefined;
  /** What a statement that answers it may speak of beside that. */
  readonly answered: RegExp | undefined;
}

const topics: readonly Topic[] = data.questions.map(({ id, asks, perhaps, answered }) => ({
  id,
  asks: new RegExp(`${asks.en}|${asks.zh}`, 'i'),
  perhaps: perhaps && new RegExp(`${perhaps.en}|${perhaps.zh}`, 'i'),
  answered: answered && new RegExp(`${answered.en}|${answered.zh}`, 'i'),
}));

/** A question is read this far. Characters. */
const longest = 300;

/** The questions of a block: up to its last question mark near the beginning, or all of a short one. */
function questionOf(text: string): string {
  const head = text.slice(0, longest);
  const end = Math.max(head.lastIndexOf('?'), head.lastIndexOf('？'));
  return end >= 0 ? head.slice(0, end) : head.length < 80 ? head : head.slice(0, /[.。:：]/u.exec(head)?.index ?? 0);
}

/** What the questions in the folded text of a block of a FAQ ask about, by the ids of `explanation.json`. */
export function askedIn(text: string): ReadonlySet<string> {
  const question = questionOf(text);
  const sure = topics.filter(({ asks }) => asks.test(question)).map(({ id }) => id);
  if (sure.length > 0) return new Set(sure);
  return new Set(topics.filter(({ perhaps }) => perhaps?.test(question)).map(({ id }) => id));
}

/** Whether a statement speaks of what a question asks about: help that makes a loss good, not any help. */
export const speaksOf = (id: string, text: string): boolean =>
  topics.some((topic) => topic.id === id && (topic.asks.test(text) || topic.answered?.test(text) === true));
