import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { createLinter, type Finding } from '../../src/core/index.js';

// Whole documents with what must be found in them. CANDOR_UPDATE=1 writes the findings anew; read the difference then.
const folder = 'test/fixtures/documents';
const now = Date.UTC(2026, 5, 1);

/** What the rules about structure and facts say, a line each; the wording rules have their own sentences. */
const listed = (findings: readonly Finding[]): string =>
  findings
    .filter(({ category }) => category === 'structure' || category === 'facts')
    .map(
      ({ rule, start, text, insert }) =>
        `${start.line}:${start.column} ${rule} «${text}»${insert ? ` + ${insert}` : ''}`,
    )
    .join('\n')
    .concat('\n');

for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
  const golden = `${folder}/${name.replace(/\.md$/, '.findings.txt')}`;
  test(`${name}: its findings`, () => {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    const found = listed(createLinter({ now }).check(text));
    if (process.env.CANDOR_UPDATE) writeFileSync(golden, found);
    assert.equal(found, existsSync(golden) ? readFileSync(golden, 'utf8') : '');
    assert.equal(listed(createLinter({ now }).check(text.replaceAll('\n', '\r\n'))), found, 'with CRLF');
  });
}
