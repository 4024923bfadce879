// What the linter says on real incident reports, all of their text treated as text for customers.
//   npm run accuracy:corpus                              writes CORPUS.md: findings per 1,000 words, precision per rule
//   npm run accuracy:corpus -- --sample RULE N           prints N findings of a rule that nobody has judged, in sentences
//   npm run accuracy:corpus -- --right NAME,… --wrong NAME,…   notes the judgement of findings by their printed names
//   npm run accuracy:corpus -- --list wrong [--rule RULE]      prints what was judged wrong (or right)
// A finding is right when a careful editor of customer messages would mark it there, for the reason that the rule gives.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { keyOf, nameOf, readJudgements, sentenceAround, writeJudgements } from './judgements.mjs';
import { loadLibrary } from './library.mjs';
import { table } from './report.mjs';
import { save } from './save.mjs';
import { here, languages, percent } from './sentences.mjs';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string', default: path.join(here, '..', '..', '..', 'shared', 'corpus') },
    sample: { type: 'string' },
    right: { type: 'string', multiple: true, default: [] },
    wrong: { type: 'string', multiple: true, default: [] },
    list: { type: 'string' },
    rule: { type: 'string' },
  },
});
if (!existsSync(flags.corpus)) {
  console.log(
    `Skipped: no real reports at ${flags.corpus} (name their folder with --corpus). CORPUS.md stays as it is.`,
  );
  process.exit(0);
}

/** @returns {{ language: string, file: string, source: string }[]} the reports, in a fixed order. */
const readReports = () =>
  languages.flatMap((language) =>
    readdirSync(path.join(flags.corpus, language), { recursive: true })
      .map((name) => `${language}/${String(name).split(path.sep).join('/')}`)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((file) => ({ language, file, source: readFileSync(path.join(flags.corpus, file), 'utf8') })),
  );

/** Words of prose: code, front matter and addresses left out; in Chinese each character is one. */
const countWords = (source) =>
  source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, '')
    .replace(/https?:\/\/\S+/g, '')
    .match(/\p{Script=Han}|[\p{Letter}\p{Number}][\p{Letter}\p{Number}'’-]*/gu)?.length ?? 0;

const { createLinter } = await loadLibrary();
const linter = createLinter();
const words = { en: 0, zh: 0 };
const found = [];
for (const { language, file, source } of readReports()) {
  words[language] += countWords(source);
  for (const finding of linter.check(source, { audience: 'customer', language })) {
    const { start, end, text, rule, category, severity } = finding;
    if (source.slice(start.offset, end.offset) !== text)
      throw new Error(`${file}: ${rule} says "${text}" but its range reads otherwise.`);
    const key = keyOf(finding, file, source);
    const sentence = sentenceAround(source, start.offset, end.offset);
    found.push({ ...key, name: nameOf(key), language, category, severity, line: start.line, shown: sentence });
  }
}
let judgements = readJudgements();
const judged = new Map(judgements.map((each) => [nameOf(each), each.right]));

const print = ({ name, file, line, text, shown, severity }, mark = '') =>
  console.log(`${name}${mark}  ${file}:${line}  ${severity}  «${text}»\n    ${shown.slice(0, 600)}`);

/** One finding for each name: the same words in the same sentence twice are judged once. */
const distinct = (findings) => [...new Map(findings.map((finding) => [finding.name, finding])).values()];

if (flags.sample !== undefined) {
  const count = Number(positionals[0] ?? 30);
  const open = distinct(found.filter(({ rule, name }) => rule === flags.sample && !judged.has(name)));
  // By name, that is by hash: an even and repeatable choice over all files.
  for (const finding of open.sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, count)) print(finding);
  console.log(`${Math.min(count, open.length)} of ${open.length} findings of ${flags.sample} that nobody has judged.`);
} else if (flags.list !== undefined) {
  for (const finding of distinct(found))
    if (judged.get(finding.name) === (flags.list === 'right') && (!flags.rule || finding.rule === flags.rule))
      print(finding, `  ${finding.rule}`);
} else {
  const named = new Map(distinct(found).map((finding) => [finding.name, finding]));
  for (const right of [true, false])
    for (const name of flags[right ? 'right' : 'wrong'].flatMap((names) => names.split(',')).filter(Boolean)) {
      const finding = named.get(name);
      if (!finding) {
        console.error(`No finding is called "${name}". Names are printed by --sample RULE N.`);
        process.exitCode = 2;
        continue;
      }
      const { rule, file, text, sentence } = finding;
      judgements = judgements.filter((each) => nameOf(each) !== name);
      judgements.push({ rule, file, text, sentence, right });
      judged.set(name, right);
    }
  writeJudgements(judgements);
  writeReport();
}

function writeReport() {
  const rules = [...new Set(found.map(({ rule }) => rule))].sort();
  const rows = rules.map((rule) => {
    const own = found.filter((finding) => finding.rule === rule);
    const verdicts = distinct(own)
      .map(({ name }) => judged.get(name))
      .filter((verdict) => verdict !== undefined);
    const right = verdicts.filter(Boolean).length;
    const rate = (language) => {
      const count = own.filter((finding) => finding.language === language).length;
      return `${count} (${((1000 * count) / words[language]).toFixed(2)})`;
    };
    const severities = [...new Set(own.map(({ severity }) => severity))].sort().join(', ');
    return [
      rule,
      own[0].category,
      severities,
      ...languages.map(rate),
      verdicts.length,
      percent(right, verdicts.length),
    ];
  });
  const page = `# The linter on real reports

Written by \`npm run accuracy:corpus\`; do not edit. ${words.en} English words and ${words.zh} Chinese characters of real incident
reports, most of them written for engineers; here all of their text counts as text for customers, so far more is found than
in a text that was meant for them. Findings are given as a count and, in brackets, per 1,000 words (Chinese: characters).

**Precision** is the share that a reader judged right among the findings in [judged.json](judged.json) that are still made.
Wanted: at least 80 % for each rule, else it is narrowed or shown as a hint.

${table(['Rule', 'Category', 'Severity', 'English', 'Chinese', 'Judged', 'Precision'], rows)}
`;
  save(path.join(here, 'CORPUS.md'), page);
  console.log('Written: test/accuracy/CORPUS.md');
}
