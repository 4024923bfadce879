import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sectionKind, sectionKinds } from '../../src/core/document/sections.js';

describe('sectionKind', () => {
  const rows: readonly (readonly [string, boolean, string | undefined])[] = [
    ['What happened', true, 'acknowledgement'],
    ['What happened', false, 'summary'],
    ['1. Root causes', true, 'cause'],
    ['1. Root causes', false, 'contributing-factors'],
    ['Timeline (all times in UTC)', true, 'timeline'],
    ['❓ FAQ', true, 'faq'],
    ['FAQ', false, undefined],
    ['一、故障原因', true, 'cause'],
    ['（二）故障原因：磁盘', false, 'contributing-factors'],
    ['## 影響範圍', false, 'impact'],
    ['Customer explanation', false, 'customer-part'],
    ['For customers: what went wrong', false, 'customer-part'],
    ['致客户', false, 'customer-part'],
    ['致客戶', false, 'customer-part'],
    ['Customer impact', false, 'impact'],
    ['Impact on customers', false, 'impact'],
    ['Customer communication log', false, 'supporting'],
    ['Customer message (internal, do not publish)', false, undefined],
    ['For customers - internal notes', false, undefined],
    ['客户说明（内部讨论）', false, undefined],
    ['Customers', false, undefined],
  ];
  for (const [heading, toCustomers, kind] of rows) {
    it(`reads "${heading}" ${toCustomers ? 'for customers' : 'elsewhere'} as ${kind ?? 'nothing known'}`, () => {
      assert.equal(sectionKind(heading, toCustomers), kind);
    });
  }

  it('finds every kind by each of its names and titles', () => {
    for (const { kind, customer, title, names } of sectionKinds) {
      for (const name of [title.en, title.zh, ...names.en, ...names.zh]) {
        assert.equal(sectionKind(name, customer && kind !== 'customer-part'), kind, name);
      }
    }
  });
});
