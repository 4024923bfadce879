import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assemble } from '../../../src/core/document/assemble.js';
import { readDocument } from '../../../src/core/document/parse.js';
import type { Postmortem } from '../../../src/core/document/postmortem.js';
import { readBack } from '../../../src/core/export/read-back.js';
import { type CustomerView, createLinter, customerView, exportCustomer, formatOf } from '../../../src/core/index.js';
import { plans, spoil, write } from './documents.js';

const seed = Number(process.env.CANDOR_SEED ?? Date.now() % 1_000_000_000);
/** More documents: CANDOR_ROUNDS=10. */
const rounds = Number(process.env.CANDOR_ROUNDS ?? 1);
const texts = ['html', 'md', 'statuspage', 'statuspage-json', 'txt', 'eml', 'slack', 'call-notes'] as const;

/** Reads a document without running rules on it. */
function read(text: string): Postmortem {
  const { frontMatter, chunks } = readDocument(text);
  return assemble(text, frontMatter, chunks, { audience: 'auto', language: 'auto' });
}

/** What a format gives for a view, read back as the leak gate reads it, and as bytes; the gate itself is left out. */
async function rendered(id: (typeof texts)[number] | 'docx', view: CustomerView): Promise<string> {
  const content = await formatOf(id).render(view, { now: 0 });
  const { text, raw } = await readBack(id, content);
  return `${text}\n${raw}`.replaceAll('\u200b', '');
}

test(`no internal canary comes out, every public one does (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.nat(texts.length - 1), async (plan, more) => {
      const { text, open, secret } = write(plan);
      const view = customerView(read(text));
      assert.deepEqual(
        view.refusals.map(({ at, say }) => `${text.slice(at.start, at.end)}: ${say.en}`),
        [],
      );
      for (const id of new Set(['md', texts[more] ?? 'html'] as const)) {
        const out = await rendered(id, view);
        for (const canary of secret) assert.ok(!out.includes(canary), `${id} leaks ${canary}`);
        for (const canary of open)
          assert.ok(
            out.includes(canary) || (id.startsWith('statuspage') && text.indexOf(canary) < 60),
            `${id} lost ${canary}`,
          );
      }
    }),
    { seed, numRuns: 800 * rounds },
  );
});

test(`a spoilt marker is refused or still hides (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.nat(1000), fc.nat(1000), async (plan, which, how) => {
      const { text, secret } = write(plan);
      const spoilt = spoil(text, which, how);
      if (spoilt === undefined) return;
      const view = customerView(read(spoilt));
      if (view.refusals.length > 0) return;
      const out = await rendered('md', view);
      for (const canary of secret) assert.ok(!out.includes(canary), `leaks ${canary}`);
    }),
    { seed, numRuns: 1200 * rounds },
  );
});

test(`Word documents hold no internal canary, and all public ones (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const { text, open, secret } = write(plan);
      const out = await rendered('docx', customerView(read(text)));
      for (const canary of secret) assert.ok(!out.includes(canary), `leaks ${canary}`);
      for (const canary of open) assert.ok(out.includes(canary), `lost ${canary}`);
    }),
    { seed, numRuns: 25 },
  );
});

test(`the leak gate lets every well-made document pass (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.nat(texts.length - 1), async (plan, which) => {
      const { text } = write(plan);
      const result = await exportCustomer(read(text), texts[which] ?? 'md', { now: 0 });
      assert.ok(result.ok, result.ok ? '' : result.refusals[0]?.say.en);
    }),
    { seed, numRuns: 200 },
  );
});

test('an edited document gives the same view as a new one, and keeps the nodes that did not change', () => {
  fc.assert(
    fc.property(plans, fc.nat(1000), (plan, place) => {
      const { text } = write(plan);
      const linter = createLinter();
      const before = customerView(linter.analyze(text).postmortem);
      const lines = text.split('\n');
      lines.splice(place % lines.length, 0, 'Another line.');
      const edited = lines.join('\n');
      const after = customerView(linter.analyze(edited).postmortem);
      const fresh = customerView(createLinter().analyze(edited).postmortem);
      assert.equal(JSON.stringify(after), JSON.stringify(fresh));
      if (before.root.children.length > 20)
        assert.ok(before.root.children.some((node) => after.root.children.includes(node)));
    }),
    { seed, numRuns: 100 },
  );
});
