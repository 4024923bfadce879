import irregular from '../../data/en/irregular.json' with { type: 'json' };

/** Past tense and past participle of irregular verbs, and irregular plurals. */
const irregularForms: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(irregular.forms));

/** Verbs that double the last letter though the word is long, because the stress is on the last syllable. */
const doubling = new Set(irregular.doubling);

/** Words in -o that take -es; the others take -s: photos, videos, memos. */
const withEs = new Set(['echo', 'veto', 'hero', 'potato', 'tomato', 'cargo', 'embargo', 'torpedo', 'go', 'do']);

const vowel = /[aeiou]/;

/** British and American spellings of one word: apologize and apologise, color and colour. */
function spellings(word: string): string[] {
  const out = [word];
  if (/(?:[^aeiou]|[aeiou][^aeiou])i[sz]e$/.test(word) && !irregular.onlyIse.includes(word))
    out.push(word.replace(/i[sz]e$/, word.endsWith('ize') ? 'ise' : 'ize'));
  if (/yze$/.test(word)) out.push(word.replace(/yze$/, 'yse'));
  if (/isation$|ization$/.test(word))
    out.push(word.replace(/i[sz]ation$/, word.endsWith('ization') ? 'isation' : 'ization'));
  return out;
}

function regular(word: string): { s: string; ed: string; ing: string; doubled: boolean } {
  const last = word.slice(-1);
  const before = word.slice(-2, -1);
  if (last === 'y' && !vowel.test(before))
    return { s: `${word.slice(0, -1)}ies`, ed: `${word.slice(0, -1)}ied`, ing: `${word}ing`, doubled: false };
  if (last === 'e')
    return {
      s: `${word}s`,
      ed: `${word}d`,
      ing: /[oye]e$/.test(word)
        ? `${word}ing`
        : /ie$/.test(word)
          ? `${word.slice(0, -2)}ying`
          : `${word.slice(0, -1)}ing`,
      doubled: false,
    };
  const s = /(?:s|x|z|ch|sh)$/.test(word) || withEs.has(word) ? `${word}es` : `${word}s`;
  const short = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(word) || /^qu[aeiou][^aeiouwxy]$/.test(word);
  const doubled = short || doubling.has(word);
  const stem = doubled ? word + last : word;
  return { s, ed: `${stem}ed`, ing: `${stem}ing`, doubled };
}

/** The forms of an English word by grammatical role; a noun's plural is its `s` form. */
export interface Forms {
  readonly base: string;
  readonly s: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

/** The forms of a word, for putting a replacement in the form of what it replaces. */
export function formsOf(word: string): Forms {
  const { s, ed, ing } = regular(word);
  const given = irregularForms.get(word);
  if (!given) return { base: word, s, past: ed, participle: ed, ing };
  const [past = ed, participle = past, plural = s, present = ing] = given;
  return { base: word, s: plural, past, participle, ing: present };
}

/** Which forms a pattern asks for: `delete~` all, `delete~ed` past tense and past participle, `delete~ing` that one. */
export type FormsAsked = 'all' | 'ed' | 'ing';

const rolesAsked: Readonly<Record<FormsAsked, readonly (keyof Forms)[]>> = {
  all: ['base', 's', 'past', 'participle', 'ing'],
  ed: ['past', 'participle'],
  ing: ['ing'],
};

/**
 * The forms of an English verb or noun, in British and American spelling.
 * @param lemma The word as in a dictionary, lower case.
 */
export function inflect(lemma: string, asked: FormsAsked = 'all'): string[] {
  const out = new Set<string>();
  for (const word of spellings(lemma)) {
    const forms = formsOf(word);
    for (const role of rolesAsked[asked]) out.add(forms[role]);
    // American and British differ in doubling: travelled, traveled; labelled, labeled.
    if (/[aeiou]l$/.test(word) && word.length > 4) {
      if (asked !== 'ing') out.add(`${word}ed`).add(`${word}led`);
      if (asked !== 'ed') out.add(`${word}ing`).add(`${word}ling`);
    }
  }
  return [...out];
}

/** Past participles that do not end in -ed: written, sent, put. */
export const irregularParticiples: ReadonlySet<string> = new Set(
  Object.entries(irregular.forms)
    .map(([lemma, [past = lemma, participle = past]]) => participle)
    .filter((form) => !form.endsWith('ed')),
);
