import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter, customerView, exportCustomer, formats } from '../../../src/core/index.js';
import { hostileInputs } from './hostile-inputs.js';
import { hostileLabels } from './hostile-labels.js';

const text = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

for (const input of [...hostileInputs, ...hostileLabels]) {
  test(`hostile input ${input.name}: ${input.verdict}`, async () => {
    const source = input.whole ? input.text : `# Report\n\nTeam only.\n\n## For customers\n\n${input.text}\n`;
    const { postmortem, findings } = createLinter().analyze(source);
    const view = customerView(postmortem);
    const places = view.refusals.map(({ at, say }) => `${source.slice(at.start, at.end)}: ${say.en}`);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'malformed-marker').map(({ start }) => start.offset),
      view.refusals.filter(({ kind }) => kind !== 'empty' && kind !== 'front-matter').map(({ at }) => at.start),
      'Problems and exports agree',
    );
    if (input.verdict === 'refused') {
      assert.ok(places.length > 0, 'not refused');
      for (const { at } of view.refusals) assert.ok(at.end > at.start && at.end <= source.length, 'has a place');
    } else assert.deepEqual(places, []);
    for (const { id } of formats) {
      const result = await exportCustomer(postmortem, id, { now: 0 });
      assert.equal(result.ok, input.verdict !== 'refused', `${id}: ${result.ok ? 'not refused' : 'refused'}`);
      if (!result.ok || formats.find((format) => format.id === id)?.binary) continue;
      const content = text(result.content);
      assert.ok(!content.includes('SECRET'), `${id} leaks: ${content}`);
      if (input.shows && (id === 'txt' || id === 'md'))
        assert.ok(
          content.replaceAll('\\', '').includes(input.shows.replace(/^#+ |\n[\s\S]*$/g, '')),
          `${id}: ${content}`,
        );
    }
  });
}
