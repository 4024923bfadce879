import { type HitName, hitNames } from '../../document/hit-names.js';
import {
  type Apart,
  type Counted,
  countedParts,
  type Group,
  hitGroups,
  isHit,
  setApart,
  sparedIn,
  speaksOf,
} from '../../document/spared.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { elsewhere, type Placed, parts, wordsOf } from './common.js';

/** "iPhone users noticed nothing" beside "3,500 iPhone users were affected". */
export function* spared(context: DocumentContext): Generator<Problem> {
  const claims = parts<Group>(context, 'spared', sparedIn, true);
  if (claims.length === 0) return;
  const groups = parts<Group>(context, 'hit-groups', hitGroups, true).filter(
    ({ block }) => !elsewhere.has(block.section?.kind ?? ''),
  );
  for (const claim of claims) {
    const other = groups.find(({ block, part }) => block !== claim.block && isHit(claim.part, part));
    if (!other) continue;
    const { part, text } = other;
    const quoted = text.slice(Math.max(0, part.start - 12), part.end + 24).trim();
    yield {
      at: placeIn(claim.block, claim.part),
      say: {
        en: `“${wordsOf(claim)}”, but elsewhere some of them are counted among those affected: “${quoted}”. Find out which is right and correct the other; they know what they saw.`,
        zh: `“${wordsOf(claim)}”，但别处把他们算在受影响的人里：“${quoted}”。请核实并改正，他们知道自己遇到了什么。`,
      },
    };
  }
}

/** "华南那边一切照旧" and "受影响的仅限华东卖家" beside "华东 4,800 家，华南 3,100 家". */
export function* sparedParts(context: DocumentContext): Generator<Problem> {
  const claims = parts<Apart>(context, 'set-apart', setApart, true);
  if (claims.length === 0) return;
  const counts = parts<Counted>(context, 'counted-parts', countedParts, true);
  for (const claim of claims) {
    const { words, isOnly } = claim.part;
    if (claim.block.audience !== 'customer') continue;
    const beside = counts.filter(({ block }) => block !== claim.block);
    const other = isOnly
      ? beside.some(({ part }) => words.includes(part.name)) && beside.find(({ part }) => !words.includes(part.name))
      : beside.find(({ part }) => speaksOf(words, part.name));
    if (!other) continue;
    yield {
      at: placeIn(claim.block, claim.part),
      say: {
        en: `“${wordsOf(claim)}”, but elsewhere “${wordsOf(other)}” are counted among those affected. Find out which is right and correct the other; they know what they saw.`,
        zh: `“${wordsOf(claim)}”，但别处受影响的数量里有“${wordsOf(other)}”。请核实并改正，他们知道自己遇到了什么。`,
      },
    };
  }
}

/** More than these are compared with none: each is held against all others. */
const most = 300;

/** "Asia was not touched" beside "customers in Europe and in Asia were affected". */
export function* sparedNames(context: DocumentContext): Generator<Problem> {
  const all = parts<HitName>(context, 'hit-names', hitNames, true).slice(0, most);
  const reported = new Set<string>();
  yield* onlyNames(all);
  const isOther = (one: Placed<HitName>, other: Placed<HitName>): boolean =>
    other.block !== one.block &&
    other.part.name === one.part.name &&
    other.part.isHit !== one.part.isHit &&
    !(one.part.opens && other.part.opens);
  for (const said of all) {
    const { name, isHit } = said.part;
    if (said.block.audience !== 'customer' || reported.has(name)) continue;
    const own = all.filter(({ block, part }) => block.audience === 'customer' && part.name === name);
    // One that is both in the text for customers was first the one and then the other, unless nothing else is said of it.
    const other = all.find((each) => isOther(said, each));
    if (!other || (other.block.audience !== 'customer' && own.some(({ part }) => part.isHit !== isHit))) continue;
    reported.add(name);
    const quoted = other.text.slice(Math.max(0, other.part.start - 40), other.part.end + 40).trim();
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${wordsOf(said)}” ${isHit ? 'was affected' : 'was spared'} here, but elsewhere ${isHit ? 'it was not' : 'it was affected'}: “${quoted}”. Find out which is right and correct the other; those customers know what they saw.`,
        zh: `此处说“${wordsOf(said)}”${isHit ? '受到影响' : '不受影响'}，别处却说${isHit ? '不受影响' : '受到影响'}：“${quoted}”。请核实并改正，这些客户知道自己遇到了什么。`,
      },
    };
  }
}

/** "Only meetings in Frankfurt were affected" beside "Frankfurt and Dublin both dropped meetings". */
function* onlyNames(all: readonly Placed<HitName>[]): Generator<Problem> {
  for (const said of all) {
    if (!said.part.isOnly || said.block.audience !== 'customer') continue;
    const own = new Set(
      all
        .filter(({ block, part }) => block === said.block && part.clause === said.part.clause)
        .map(({ part }) => part.name),
    );
    const beside = all.filter(
      ({ block, part }) => block !== said.block && part.isHit && !part.isOnly && part.name === said.part.name,
    );
    const other = beside
      .flatMap((one) => all.filter(({ block, part }) => block === one.block && part.clause === one.part.clause))
      .find(({ part }) => part.isHit && !part.opens && !own.has(part.name));
    // Named for customers too, as hit or as spared, it is told apart there.
    const isNamed = all.some(({ block, part }) => block.audience === 'customer' && part.name === other?.part.name);
    if (!other || (isNamed && !other.part.isCounted)) continue;
    const quoted = other.text.slice(Math.max(0, other.part.start - 40), other.part.end + 40).trim();
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `Only “${wordsOf(said)}” here, but elsewhere “${wordsOf(other)}” was affected too: “${quoted}”. Find out which is right and correct the other; those customers know what they saw.`,
        zh: `此处说只有“${wordsOf(said)}”，但别处“${wordsOf(other)}”也受到影响：“${quoted}”。请核实并改正，这些客户知道自己遇到了什么。`,
      },
    };
    return;
  }
}
