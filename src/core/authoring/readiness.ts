import type { Section } from '../document/postmortem.js';
import { explanationKinds, type SectionKind, sectionKinds } from '../document/sections.js';
import type { Finding, Localized } from '../finding.js';
import type { Analysis } from '../lint.js';
import { wantedSections } from '../rules/wanted.js';

/** One section of the explanation, with what it still lacks. */
export interface ReadinessPart {
  readonly kind: SectionKind;
  readonly title: Localized;
  readonly isMissing: boolean;
  /** Whether it is missing and the rules ask for it: a team may do without. */
  readonly isAsked: boolean;
  /** Where it stands; `undefined` too where running text says what belongs there. */
  readonly section: Section | undefined;
  readonly findings: readonly Finding[];
}

/** How far a postmortem is from going to customers. */
export interface Readiness {
  readonly state: 'no-customer-part' | 'open' | 'ready';
  /** The sections of an explanation; none for a short message, which needs no sections. */
  readonly parts: readonly ReadinessPart[];
  /** What stands in the way and belongs to no section. */
  readonly elsewhere: readonly Finding[];
  /** Missing sections that are asked for, and findings that are errors or warnings. */
  readonly open: number;
}

/** These say in other words what `parts` shows as missing. */
const saysMissing = new Set(['missing-section', 'no-customer-part']);
const isOpen = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

/** Sections go one into the next, so the last heading before a place is the section that it stands in. */
function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.heading.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}

/** The sections that stand for each kind: as the rules tell them, else by their headings alone. */
function placesOf({ postmortem, explained }: Analysis): ReadonlyMap<string, Section | undefined> {
  if (explained) return explained;
  const customer = postmortem.sections.filter(({ audience }) => audience === 'customer');
  return new Map(customer.flatMap((section) => (section.kind ? [[section.kind, section] as const] : [])).reverse());
}

/** Sorts what was found by section. */
export function readinessOf(analysis: Analysis): Readiness {
  const { postmortem, findings } = analysis;
  const { sections, frontMatter, hasCustomerPart } = postmortem;
  const { message = 'explanation', audience } = frontMatter.values;
  const wanted = message === 'explanation' ? explanationKinds : [];
  const places = placesOf(analysis);
  const kinds = new Map(
    wanted
      .flatMap((kind) => {
        const section = places.get(kind);
        return section ? [[section, kind] as const] : [];
      })
      .reverse(),
  );
  const byKind = new Map<SectionKind, Finding[]>();
  const elsewhere: Finding[] = [];
  for (const finding of findings) {
    if (!isOpen(finding)) continue;
    if (saysMissing.has(finding.rule) && wanted.length > 0) continue;
    const section = sectionAt(sections, finding.start.offset);
    const toCustomers = section ? section.audience === 'customer' : audience === 'customer';
    if (!toCustomers && finding.severity !== 'error') continue;
    let of: Section | undefined = toCustomers ? section : undefined;
    while (of && !kinds.has(of)) of = of.parent;
    const kind = of && kinds.get(of);
    const list = kind ? (byKind.get(kind) ?? []) : elsewhere;
    list.push(finding);
    if (kind) byKind.set(kind, list);
  }
  const asked = new Set(
    findings.flatMap((each) => (each.rule === 'missing-section' && isOpen(each) ? each.insert : [])),
  );
  const isAsked = (kind: SectionKind): boolean =>
    wantedSections.some((each) => each.kind === kind && asked.has(each.insert[postmortem.language]));
  const parts = hasCustomerPart
    ? wanted.map((kind) => ({
        kind,
        title: sectionKinds.find((each) => each.kind === kind)?.title ?? { en: kind, zh: kind },
        isMissing: !places.has(kind),
        isAsked: !places.has(kind) && isAsked(kind),
        section: places.get(kind),
        findings: byKind.get(kind) ?? [],
      }))
    : [];
  const missing = parts.filter((part) => part.isAsked).length;
  const found = parts.reduce((sum, part) => sum + part.findings.length, elsewhere.length);
  const open = missing + found;
  const state = hasCustomerPart ? (open > 0 ? 'open' : 'ready') : 'no-customer-part';
  return { state, parts, elsewhere, open };
}

/** What goes to customers and may not be meant for them, or is plainly wrong: no reason to refuse, but to ask. By place. */
export function doubtsOf(analysis: Analysis): Finding[] {
  const { parts, elsewhere } = readinessOf(analysis);
  return [...parts.flatMap(({ findings }) => findings), ...elsewhere]
    .filter(({ category, severity }) => category === 'leak' || severity === 'error')
    .sort((a, b) => a.start.offset - b.start.offset);
}
