import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sectionKind } from '../../src/core/document/sections.js';
import data from '../../src/data/customer-headings.json' with { type: 'json' };

describe('headings that open the customer part', () => {
  for (const heading of [...data.en.good, ...data.zh.good])
    it(`“${heading}” does`, () => {
      assert.equal(sectionKind(heading, false), 'customer-part');
    });
  for (const heading of [...data.en.bad, ...data.zh.bad])
    it(`“${heading}” does not`, () => {
      assert.notEqual(sectionKind(heading, false), 'customer-part');
    });
});
