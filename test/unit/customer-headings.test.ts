import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sectionKind } from '../../src/core/document/sections.js';
import data from '../../src/data/customer-headings.json' with { type: 'json' };

describe('headings that open the customer part', () => {
  for (const heading of [...data.opens.en, ...data.opens.zh])
    it(`“${heading}” does`, () => {
      assert.equal(sectionKind(heading, false), 'customer-part');
    });
  for (const heading of [...data.closed.en, ...data.closed.zh])
    it(`“${heading}” does not`, () => {
      assert.notEqual(sectionKind(heading, false), 'customer-part');
    });
});
