import type { PlacedBlock, Postmortem, Section } from '../document/postmortem.js';
import { explanationKinds } from '../document/sections.js';
import type { Fact } from './rule.js';
import type { Said } from './said.js';

/** Which section of the customer part is which of the explanation's, and which are none of them yet. */
export interface Roles {
  readonly sections: ReadonlyMap<string, Section>;
  /** Sections that say something else, or nothing that tells what they are. */
  readonly free: ReadonlySet<Section>;
}

export function isIn({ section }: PlacedBlock, wanted: Section): boolean {
  for (let at = section; at; at = at.parent) if (at === wanted) return true;
  return false;
}

const has = (said: readonly Fact<Said>[], ...names: readonly string[]): number =>
  names.filter((name) => said.some(({ value }) => value.statements.has(name))).length;
const questions = (said: readonly Fact<Said>[]): number => said.filter(({ value }) => value.isQuestion).length;

/** How much a section's text speaks for a kind. */
const speaksFor: Readonly<Record<string, (said: readonly Fact<Said>[]) => number>> = {
  acknowledgement: (said) =>
    2 * has(said, 'apology') +
    (said.some(({ value }) => value.hasCount) ? 1 : 0) +
    (said.some(({ value }) => value.countsReaders) ? 1 : 0),
  cause: (said) => has(said, 'cause') + (said.some(({ value }) => value.told > 1) ? 1 : 0),
  response: (said) => has(said, 'done', 'to-do') + (said.some(({ block }) => block.block.listed) ? 1 : 0),
  recovery: (said) => 2 * has(said, 'backups') + has(said, 'data-outcome', 'help'),
  'follow-up': (said) =>
    2 * has(said, 'next-message') +
    has(said, 'contact', 'feedback') +
    (said.some(({ value }) => value.hasAddress) ? 1 : 0),
  faq: (said) => 2 * Math.min(2, questions(said)),
};

/** The sections that divide the text for customers: not the part as a whole, and not what stands inside one of them. */
function dividing(postmortem: Postmortem): Section[] {
  const customer = postmortem.sections.filter(({ audience }) => audience === 'customer');
  const parents = new Set(customer.map(({ parent }) => parent));
  return customer.filter((section) => {
    // In a file that is wholly for customers, "To all residents" may be one section among others.
    const isPart =
      section.kind === 'customer-part' && (parents.has(section) || section.parent?.audience !== 'customer');
    if (section.depth === 1 || isPart) return false;
    return section.parent === undefined || section.parent.depth === 1 || isFrame(section.parent);
  });
}

const isFrame = ({ kind, audience }: Section): boolean => kind === 'customer-part' || audience === 'internal';

/** What is said in each of the sections, and in what stands inside it. */
function within(sections: ReadonlyMap<Section, number>, said: readonly Fact<Said>[]): Map<Section, Fact<Said>[]> {
  const all = new Map<Section, Fact<Said>[]>();
  for (const fact of said) {
    for (let at = fact.block.section; at; at = at.parent) {
      if (!sections.has(at)) continue;
      const known = all.get(at);
      if (known) known.push(fact);
      else all.set(at, [fact]);
    }
  }
  return all;
}

/**
 * Tells the sections by their headings' names, then by their headings' words, then, where those leave one open, by what
 * they say and where they stand: between the cause and the data is what was done.
 */
export function rolesOf(postmortem: Postmortem, said: readonly Fact<Said>[]): Roles {
  const sections = new Map<string, Section>();
  const known = new Map<Section, string>();
  const order = dividing(postmortem);
  const customer = postmortem.sections.filter(
    ({ audience, depth }) => audience === 'customer' && (depth > 1 || order.length === 0),
  );
  const take = (kind: string, section: Section): void => {
    if (sections.has(kind)) return;
    sections.set(kind, section);
    if (!known.has(section)) known.set(section, kind);
  };
  for (const section of customer)
    if (section.kind && explanationKinds.includes(section.kind)) take(section.kind, section);
  // "What went wrong", and behind it "The reason": the first of two that may tell the cause tells what happened.
  const [first, second] = order.filter(({ kind }) => kind === 'cause');
  if (first && second && first === order[0] && !sections.has('acknowledgement')) {
    sections.set('acknowledgement', first).set('cause', second);
    known.set(first, 'acknowledgement').set(second, 'cause');
  }
  const isOpen = (section: Section): boolean => !known.has(section);
  const places = new Map(order.map((section, place) => [section, place]));
  const bySection = sections.size < explanationKinds.length ? within(places, said) : undefined;
  for (const section of bySection ? order.filter(isOpen) : []) {
    const kind = explanationKinds;
    const place = places.get(section) ?? 0;
    // At most one section a kind is known, so that these are few however long the text is.
    const placed = [...known].map(([each, name]) => ({ at: places.get(each) ?? -1, rank: kind.indexOf(name) }));
    const low = Math.max(-1, ...placed.filter(({ at }) => at >= 0 && at < place).map(({ rank }) => rank));
    const high = Math.min(
      kind.length,
      ...placed.filter(({ at, rank }) => at > place && rank > low).map(({ rank }) => rank),
    );
    const blocks = bySection?.get(section) ?? [];
    const score = (each: string): number => speaksFor[each]?.(blocks) ?? 0;
    const inPlace = kind.filter((each, at) => at > low && at < high && !sections.has(each));
    const ranked = [...inPlace].sort((a, b) => score(b) - score(a) || kind.indexOf(a) - kind.indexOf(b));
    const [best] = ranked;
    // Alone in its gap, a section needs little more than its place.
    if (best && score(best) >= (inPlace.length === 1 || best === inPlace[0] ? 1 : 2)) take(best, section);
  }
  // One heading may stand for two: "What happened and why".
  for (const section of customer) {
    if (section.depth === 1 || section.kind === 'customer-part') continue;
    for (const kind of section.words.kinds) if (!sections.has(kind)) sections.set(kind, section);
  }
  return { sections, free: new Set(order.filter(isOpen)) };
}
