// What the linter finds of what whole documents contradict: `npm run accuracy:documents` writes DOCUMENTS.md.
//   -- --show tune-3    lists what is missed, and what is found and no contradiction, in that part
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadLibrary } from './library.mjs';
import { table } from './report.mjs';
import { save } from './save.mjs';
import { here, languages, percent } from './sentences.mjs';

/**
 * @typedef {{ family: string, a: string, b: string }} Contradiction two places of a document, each within one line
 * @typedef {{ file: string, language: string, contradictions: Contradiction[], missing?: string[] }} Labelled an honest
 *   document has none; `missing` names what its customer part leaves out, where its writer took something away
 */

/** What a writer took away, by the finding that names it: its rule, or words of its message. */
const missingParts = {
  'section-acknowledgement': /no section “What happened”|no apology/,
  'section-cause': /no section “Why it happened”/,
  'section-response': /no section “What we have done/,
  'section-data': /no section “Your data|what backups there are/,
  'section-follow-up': /no section “How we stay in touch”/,
  'section-faq': /no section “Questions and answers”/,
  apology: /no apology/,
  when: /from when to when/,
  zone: /has no time zone/,
  who: /with a figure who was affected/,
  mechanism: /how the cause led/,
  'measures-done': /what you have done so far/,
  'measures-planned': /no measure that is still to come/,
  prevention: /keeps it from happening again/,
  'planned-dates': /no measure that is still to come|is still to come and has no date/,
  backups: /what backups there are/,
  'data-lost': /what could not be restored/,
  help: /what help or compensation/,
  'next-message': /when the next message comes/,
  contact: /how customers reach you/,
  feedback: /ask for feedback/,
  placeholder: /a blank that nobody has filled in/,
};
/** A section that is taken away leaves its parts unsaid as well, where other sections do not say them; so do planned measures. */
const withSection = {
  'section-acknowledgement': ['apology', 'when', 'who'],
  'section-data': ['data-lost', 'help', 'section-response'],
  'section-follow-up': ['next-message', 'contact', 'feedback'],
  'section-response': ['measures-done', 'planned-dates'],
  'measures-planned': ['prevention'],
};

/** What of a document's missing parts is found, and what is called missing that is there. */
export function judgeMissing(linter, { text, missing = [] }) {
  const findings = linter
    .check(text)
    .filter(
      ({ rule, severity }) =>
        severity !== 'hint' &&
        ['missing-part', 'missing-section', 'placeholder-left', 'time-without-zone'].includes(rule),
    );
  const allowed = missing.flatMap((key) => [key, ...(withSection[key] ?? [])]).map((key) => missingParts[key]);
  return {
    found: missing.filter((key) => findings.some(({ message }) => missingParts[key].test(message))),
    wrong: findings.filter(({ message }) => !allowed.some((pattern) => pattern.test(message))),
  };
}

const folder = path.join(here, 'documents');
/** The parts in the order in which they were written; the last one named so is held out. */
export const documentParts = readdirSync(folder).sort(
  (a, b) => Number(a.startsWith('held')) - Number(b.startsWith('held')) || a.length - b.length || (a < b ? -1 : 1),
);

/** The rules that compare facts with each other. */
const comparing = new Set(['contradicting-facts', 'timeline-order', 'severity-word']);

/** @returns {(Labelled & { text: string })[]} */
export const readDocuments = (part) =>
  JSON.parse(readFileSync(path.join(folder, part, 'labels.json'), 'utf8')).map((labelled) => ({
    ...labelled,
    text: readFileSync(path.join(folder, part, labelled.file), 'utf8'),
  }));

const lineOf = (text, words) => text.slice(0, text.indexOf(words)).split('\n').length;

/**
 * A contradiction is found where a finding stands in the line of one of its places.
 * @param linter what `createLinter` gives
 */
export function judge(linter, { text, contradictions }) {
  const findings = linter.check(text).filter(({ rule }) => comparing.has(rule));
  const used = new Set();
  const missed = contradictions.filter(({ a, b }) => {
    const own = findings.filter(({ start }) => [lineOf(text, a), lineOf(text, b)].includes(start.line));
    for (const finding of own) used.add(finding);
    return own.length === 0;
  });
  return { missed, extra: findings.filter((finding) => !used.has(finding)) };
}

function show(part, documents, judged) {
  for (const [at, { file }] of documents.entries()) {
    for (const { family, a, b } of judged[at].missed) console.log(`  missed  ${part}/${file} [${family}] ${a} | ${b}`);
    for (const { start, text, message } of judged[at].extra)
      console.log(`  extra   ${part}/${file}:${start.line} “${text}” ${message}`);
    const { missing, parts } = { missing: documents[at].missing ?? [], parts: judged[at].parts };
    for (const key of missing) if (!parts.found.includes(key)) console.log(`  missed  ${part}/${file} lacks ${key}`);
    if (documents[at].missing)
      for (const { start, message } of parts.wrong) console.log(`  there   ${part}/${file}:${start.line} ${message}`);
  }
}

/** Of documents whose writers said what is missing: how much of it is found, and what is called missing that is there. */
function missingCells(own) {
  const all = own.reduce((sum, { missing }) => sum + missing.length, 0);
  if (own.length === 0) return ['–', '–'];
  const found = own.reduce((sum, { parts }) => sum + parts.found.length, 0);
  const wrong = own.reduce((sum, { parts }) => sum + parts.wrong.length, 0);
  return [`${found} of ${all} (${percent(found, all)})`, `${wrong} in ${own.length}`];
}

if (process.argv[1] === path.join(here, 'documents.mjs')) {
  const { values: flags } = parseArgs({ options: { show: { type: 'string', multiple: true, default: [] } } });
  const wrong = flags.show.find((part) => !documentParts.includes(part));
  if (wrong !== undefined) {
    console.error(`--show does not know "${wrong}". It knows: ${documentParts.join(', ')}.`);
    process.exit(2);
  }
  const { createLinter } = await loadLibrary();
  const linter = createLinter();
  const rows = documentParts.flatMap((part) => {
    const documents = readDocuments(part);
    const judged = documents.map((document) => ({
      ...judge(linter, document),
      parts: judgeMissing(linter, document),
    }));
    if (flags.show.includes(part)) show(part, documents, judged);
    return languages.map((language) => {
      const own = documents
        .map((document, at) => ({ ...document, ...judged[at] }))
        .filter((one) => one.language === language);
      const sum = (of) => own.reduce((all, one) => all + of(one), 0);
      const all = sum(({ contradictions }) => contradictions.length);
      const found = all - sum(({ missed }) => missed.length);
      const honest = own.filter(({ contradictions }) => contradictions.length === 0);
      return [
        `${language === 'en' ? 'English' : 'Chinese'}, ${part}`,
        own.length,
        all === 0 ? '–' : `${found} of ${all} (${percent(found, all)})`,
        sum(({ extra }) => extra.length),
        `${honest.filter(({ extra }) => extra.length > 0).length} of ${honest.length}`,
        ...missingCells(own.filter(({ missing }) => missing)),
      ];
    });
  });
  const page = `# Contradictions in whole documents

Written by \`npm run accuracy:documents\`; do not edit. What the words mean, and what was found at first sight, is in
[README.md](README.md).

${table(
  [
    'Documents',
    'How many',
    'Contradictions found',
    'Other findings of facts',
    'Honest, and marked',
    'Missing parts found',
    'Called missing, but there',
  ],
  rows,
)}
`;
  save(path.join(here, 'DOCUMENTS.md'), page);
  console.log(page);
}
