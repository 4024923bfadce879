import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Language } from '../../src/core/finding.js';
import { createLinter } from '../../src/core/index.js';
import { type Token, tokenize } from '../../src/core/language/tokens.js';
import { Automata } from '../../src/core/phrases/automaton.js';
import { PhraseBook } from '../../src/core/phrases/book.js';
import { formsOf, inflect } from '../../src/core/phrases/inflect.js';
import type { PhraseEntry } from '../../src/core/phrases/list.js';
import { packProgram, unpackProgram } from '../../src/core/phrases/packed.js';
import { type Node, PatternError, parsePattern } from '../../src/core/phrases/pattern.js';
import { compile } from '../../src/core/phrases/program.js';
import { programOf } from '../../src/core/phrases/programs.js';
import { PatternReader } from '../../src/core/phrases/reader.js';

const classes = {
  be: ['is', 'are', 'was', 'were', "'s"],
  thing: ['shop~', 'till system~', 'app'],
  we: ['我们', '本公司'],
};

/** What a list of one entry marks in a text. */
function marked(entry: Omit<PhraseEntry, 'match'> & { match: string | string[] }, text: string): string[] {
  const language: Language = /[\u4e00-\u9fff]/.test(entry.match.toString()) ? 'zh' : 'en';
  const whole = { ...entry, match: [entry.match].flat() };
  const book = new PhraseBook(language, [{ rule: 'test', language, entries: [whole] }], classes);
  return book
    .find({ text, tokens: tokenize(text), isHeading: false, isQuoted: false })
    .map(({ start, end }) => text.slice(start, end));
}

test('patterns: words, hyphens, capitals, alternatives, optional parts', () => {
  assert.deepEqual(marked({ match: 'third party' }, 'A Third-Party failure, a third party.'), [
    'Third-Party',
    'third party',
  ]);
  assert.deepEqual(marked({ match: '(a|b c) d' }, 'a d, b c d, b d, c d'), ['a d', 'b c d', 'c d'].slice(0, 2));
  assert.deepEqual(marked({ match: 'very? (quite)? sure' }, 'sure. very sure. very quite sure'), [
    'sure',
    'very sure',
    'very quite sure',
  ]);
  assert.deepEqual(marked({ match: 'human error' }, 'humans err; human, error'), []);
});

test('patterns: what is marked is covered, the rest only looked at', () => {
  assert.deepEqual(marked({ match: 'due to [an issue]' }, 'It failed due to an issue.'), ['an issue']);
  assert.deepEqual(marked({ match: 'table [was <2> deleted] today' }, 'The table was then quickly deleted today.'), [
    'was then quickly deleted',
  ]);
});

test('patterns: gaps cross no mark, and commas only when asked to', () => {
  assert.deepEqual(marked({ match: 'if <3> only' }, 'if it were only'), ['if it were only']);
  assert.deepEqual(marked({ match: 'if <3> only' }, 'if it, were only; if it were. Only'), []);
  assert.deepEqual(marked({ match: 'if <4,> only' }, 'if it, were only'), ['if it, were only']);
  assert.deepEqual(marked({ match: 'if <1> only' }, 'if it were only'), []);
});

test('patterns: figures, adverbs, participles, plurals, classes', () => {
  assert.deepEqual(marked({ match: 'only # of' }, 'only 3% of, only 1,204 of, only few of'), [
    'only 3% of',
    'only 1,204 of',
  ]);
  assert.deepEqual(marked({ match: '@be @adverb @participle' }, 'was quickly fixed, were badly written, is a fix'), [
    'was quickly fixed',
    'were badly written',
  ]);
  assert.deepEqual(marked({ match: 'some @plural' }, 'some flights, some class, some news, some status'), [
    'some flights',
  ]);
  assert.deepEqual(marked({ match: 'our @thing' }, 'our shops, our till systems, our app, our tills'), [
    'our shops',
    'our till systems',
    'our app',
  ]);
  assert.deepEqual(marked({ match: '@adverb sorry' }, 'not sorry, never sorry'), []);
});

test('classes name other classes, and never themselves', () => {
  const find = (match: string, given: Record<string, string[]>, text: string): string[] =>
    new PhraseBook('en', [{ rule: 'test', language: 'en', entries: [{ match: [match] }] }], given)
      .find({ text, tokens: tokenize(text), isHeading: false, isQuoted: false })
      .map(({ start, end }) => text.slice(start, end));
  const given = { b: ['so @c much', 'little'], c: ['un @d', 'bad'], d: ['kind', 'very @adverb kind'] };
  assert.deepEqual(
    find('@b (@b)? gone', given, 'little gone; so bad much so un very truly kind much gone; so little much gone'),
    ['little gone', 'so bad much so un very truly kind much gone'],
  );
  assert.throws(() => find('@b', { b: ['so @c'], c: ['@b again'] }, ''), /@b/);
});

test('patterns: contractions are read in full', () => {
  assert.deepEqual(marked({ match: 'will not happen' }, "It won't happen. It will not happen."), [
    "won't happen",
    'will not happen',
  ]);
  assert.deepEqual(marked({ match: 'we (will|have)' }, 'We’ll see, we’ve seen'), ['We’ll', 'we’ve']);
  assert.deepEqual(marked({ match: 'should not have' }, "shouldn't've; shouldn't have"), ["shouldn't have"]);
});

test('patterns: Chinese in simplified, traditional and full-width form', () => {
  assert.deepEqual(marked({ match: '人为(失误|错误)' }, '人为失误，人為錯誤。'), ['人为失误', '人為錯誤']);
  assert.deepEqual(marked({ match: '@we<2>RDS' }, '我们的ＲＤＳ'), ['我们的ＲＤＳ']);
});

test('patterns that cannot be read say what and where', () => {
  for (const source of ['(a', 'a)', '?', 'a | (b', '[?'])
    assert.throws(() => parsePattern(source, inflect), PatternError);
  assert.throws(() => marked({ match: '@nobody knows' }, ''), /@nobody/);
  assert.throws(() => marked({ match: 'a', unless: ['no-such-guard'] }, ''), /no-such-guard/);
});

test('surroundings: what spares a match, and what it needs', () => {
  const entry = { match: 'error~', except: ['error page~'], near: { unless: ['prevent~'], only: ['human'] } };
  assert.deepEqual(marked(entry, 'A human made an error.'), ['error']);
  assert.deepEqual(marked(entry, 'A human saw the error page.'), []);
  assert.deepEqual(marked(entry, 'To prevent a human error.'), []);
  assert.deepEqual(marked(entry, 'An error. A human.'), []);
});

test('of two that overlap the longer stays', () => {
  assert.deepEqual(
    marked({ match: ['any inconvenience', 'for any inconvenience caused'] }, 'Sorry for any inconvenience caused.'),
    ['for any inconvenience caused'],
  );
});

test('inflection: regular, irregular, doubled, British and American', () => {
  const has = (lemma: string, ...forms: string[]): void => {
    for (const form of forms) assert.ok(inflect(lemma).includes(form), `${lemma}: ${form}`);
  };
  has('delete', 'deletes', 'deleted', 'deleting');
  has('apologize', 'apologise', 'apologised', 'apologizing');
  has('overwrite', 'overwrote', 'overwritten', 'overwriting');
  has('drop', 'dropped', 'dropping');
  has('travel', 'travelled', 'traveled', 'travelling', 'traveling');
  has('notify', 'notifies', 'notified');
  has('analyze', 'analyse', 'analysed');
  assert.ok(!inflect('visit').includes('visitted'));
  assert.deepEqual(inflect('forget', 'ed').sort(), ['forgot', 'forgotten']);
  assert.deepEqual(inflect('take', 'ing'), ['taking']);
  assert.equal(formsOf('be').participle, 'been');
  assert.deepEqual(marked({ match: 'was drop~ed' }, 'was dropped, was dropping, was drop'), ['was dropped']);
});

/** Where a pattern can end when it begins at `at`: the plain reading of the pattern language. */
function ends(node: Node, tokens: readonly Token[], at: number): Set<number> {
  const token = tokens[at];
  switch (node.type) {
    case 'token':
      return new Set(token && node.keys.includes(token.key) ? [at + 1] : []);
    case 'figure':
      return new Set(token?.kind === 'figure' ? [at + 1] : []);
    case 'gap': {
      const out = new Set([at]);
      for (let to = at; to - at < node.most; to++) {
        const kind = tokens[to]?.kind;
        if (kind !== 'word' && kind !== 'figure' && !(kind === 'comma' && node.commas)) break;
        out.add(to + 1);
      }
      return out;
    }
    case 'optional':
      return new Set([at, ...ends(node.node, tokens, at)]);
    case 'choice':
      return new Set(node.nodes.flatMap((child) => [...ends(child, tokens, at)]));
    case 'sequence': {
      let places = new Set([at]);
      for (const child of node.nodes)
        places = new Set(Array.from(places, (place) => [...ends(child, tokens, place)]).flat());
      return places;
    }
    default:
      return new Set([at]);
  }
}

test('the automaton finds what a plain matcher finds', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd');
  const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
    part: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.constantFrom('#', '<1>', '<2>', '<2,>'),
      fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(${left}|${right})`),
      tie('pattern').map((inner) => `(${inner})?`),
    ),
    pattern: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
  }));
  const text = fc
    .array(fc.oneof({ weight: 8, arbitrary: word }, fc.constantFrom('7', ',', '.', 'e')), { maxLength: 14 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), text, (sources, sample) => {
      const nodes = sources.map((source) => parsePattern(source, inflect));
      const groups = [nodes, nodes.slice(1)];
      const tokens = tokenize(sample);
      // By way of text, as bundles carry it.
      const automata = new Automata(unpackProgram(packProgram(compile(groups, new PatternReader({}).classes))));
      for (const [group, own] of groups.entries()) {
        const found = automata
          .group(group)
          .hits(tokens)
          .map(({ pattern: which, from, to }) => `${which} ${from} ${to}`);
        const wanted = tokens.flatMap((_, from) =>
          own.flatMap((node, which) => {
            const furthest = Math.max(...[...ends(node, tokens, from)], from);
            return furthest > from ? [`${which} ${from} ${furthest}`] : [];
          }),
        );
        assert.deepEqual(found.sort(), wanted.sort());
      }
    }),
    { numRuns: 400 },
  );
});

test('the automaton forgets where texts have led before that is too much, and finds the same', () => {
  const automata = new Automata(programOf('en'));
  const text = tokenize(
    'Due to human error a small number of users may have been impacted, and we take this very seriously.',
  );
  const first = automata.group(0);
  const before = first.hits(text);
  assert.ok(before.length > 0);
  const words = automata.program.words.split(' ');
  // In each round other words follow each other.
  for (let round = 1; round < 1000 && automata.group(0) === first; round++) {
    const some = Array.from({ length: 2000 }, (_, at) => words[(at * (7 + 12 * round)) % words.length]);
    first.hits(tokenize(some.join(' ')));
  }
  assert.notEqual(automata.group(0), first);
  assert.deepEqual(automata.group(0).hits(text), before);
});

/** Milliseconds of processor time, which others on the machine do not lengthen, of the faster of two checks. */
function cost(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2; run++) {
    const linter = createLinter();
    const from = process.cpuUsage().user;
    linter.check(text, { audience: 'customer' });
    best = Math.min(best, (process.cpuUsage().user - from) / 1000);
  }
  return best;
}

for (const [name, piece] of Object.entries({
  'one word': 'some ',
  'a repeated phrase': 'some users were not affected by human error, ',
  'a repeated beginning': 'a very small number of a very small number ',
  'no blanks': 'inconvenience',
  'Chinese without a stop': '部分用户受到影响，人为失误，',
  'open quotations': '“if only we had ',
})) {
  test(`linear in the length of one line: ${name}`, () => {
    const small = piece.repeat(Math.ceil(20_000 / piece.length));
    cost(small.slice(0, 5000));
    const one = cost(small);
    const four = cost(small.repeat(4));
    assert.ok(four < 600 || four < one * 12, `${Math.round(one)} ms for 20 kB, ${Math.round(four)} ms for 80 kB`);
  });
}
