/** What Chinese runs of characters become in Taiwan, as characters and the words that are others there. */
export interface TaiwanWords {
  readonly note: string;
  readonly source: string;
  readonly simplified: string;
  readonly traditional: string;
  readonly words: Readonly<Record<string, string>>;
}

const runsIn = (texts: Iterable<string>): string[] => [
  ...new Set([...texts].flatMap((text) => text.match(/[\u3400-\u9fff]+/g) ?? [])),
];

/** How long a word may be that is told apart from its characters; where that does not do, the whole run is. */
const longest = 6;

/**
 * The least that converts every run of characters of `texts` as `convert` does: each character as it becomes alone, and
 * the words in which it becomes another. A converter with all words of the language would weigh a megabyte.
 */
export function taiwanWords(texts: Iterable<string>, convert: (text: string) => string): TaiwanWords {
  const runs = runsIn(texts).sort();
  const wanted = new Map(runs.map((run) => [run, convert(run)]));
  const characters = new Map([...new Set(runs.join(''))].sort().map((one) => [one, convert(one)] as const));

  let words = new Map<string, string>();
  let pieces = /[\u3400-\u9fff]/g;
  const settle = (): void => {
    pieces = new RegExp([...[...words.keys()].sort((a, b) => b.length - a.length), '[\\u3400-\\u9fff]'].join('|'), 'g');
  };
  const now = (text: string): string =>
    text.replace(pieces, (piece) => words.get(piece) ?? characters.get(piece) ?? piece);
  const wrong = (): string[] => runs.filter((run) => now(run) !== wanted.get(run));

  for (let length = 2; length <= longest; length++) {
    for (const run of wrong()) {
      for (let at = 0; at + length <= run.length; at++) {
        const word = run.slice(at, at + length);
        const made = convert(word);
        if (made !== now(word) && wanted.get(run)?.includes(made)) words.set(word, made);
      }
    }
    settle();
  }
  for (const run of wrong()) words.set(run, wanted.get(run) ?? run);
  settle();
  // Longer words first: what shorter ones do already is not needed.
  for (const word of [...words.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    const made = words.get(word) ?? '';
    words.delete(word);
    settle();
    if (runs.some((run) => run.includes(word) && now(run) !== wanted.get(run))) words.set(word, made);
  }
  words = new Map([...words].sort(([a], [b]) => (a < b ? -1 : 1)));
  const different = [...characters].filter(([one, another]) => one !== another);
  return {
    note: 'Made by npm run generate from the Chinese texts that users see: each character as it is in Taiwan, and the words that are others there.',
    source: 'OpenCC (opencc-js, cn to twp), with the words of src/tools/taiwan-words.ts',
    simplified: different.map(([one]) => one).join(''),
    traditional: different.map(([, another]) => another).join(''),
    words: Object.fromEntries(words),
  };
}
