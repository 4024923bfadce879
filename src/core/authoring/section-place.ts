import type { Postmortem } from '../document/postmortem.js';
import { explanationKinds, type SectionKind } from '../document/sections.js';

/**
 * Where a missing section of the explanation belongs: after the last one that comes before it in a good explanation,
 * else before the first one that comes after it, else at the end of the customer part.
 * @returns An offset at which a line starts, or the end of the text; `undefined` without a customer part.
 */
export function sectionPlace(postmortem: Postmortem, kind: SectionKind): number | undefined {
  if (!postmortem.hasCustomerPart) return undefined;
  const customer = postmortem.sections.filter(({ audience }) => audience === 'customer');
  const rank = explanationKinds.indexOf(kind);
  const rankOf = (each: SectionKind | undefined): number => (each ? explanationKinds.indexOf(each) : -1);
  const before = customer.filter((each) => rankOf(each.kind) >= 0 && rankOf(each.kind) < rank).at(-1);
  if (before) return before.end;
  const after = customer.find((each) => rankOf(each.kind) > rank);
  if (after) return after.heading.start;
  return customer.find((each) => each.kind === 'customer-part')?.end ?? postmortem.text.length;
}
