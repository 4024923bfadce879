import { type VersionClaim, versionClaims, versionsNamed } from '../../document/versions.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { type Placed, parts, wordsOf } from './common.js';

/** Whether two versions may be of one product: written alike, and of one line. */
const areAlike = (a: string, b: string): boolean => {
  const [one, other] = [a.split('.'), b.split('.')];
  return one.length === other.length && (one.length === 1 ? Math.abs(Number(a) - Number(b)) < 20 : one[0] === other[0]);
};

/** Which version they went back to, put in or found faulty, in two places; and one that is said to cure what it caused. */
export function* versions(context: DocumentContext): Generator<Problem> {
  const all = parts<VersionClaim>(context, 'versions', versionClaims, true);
  if (all.length < 2) return;
  for (const role of ['back', 'new', 'bad', 'good'] as const) {
    const own = all.filter(({ part }) => part.role === role);
    const of = (audience: string): Placed<VersionClaim>[] => own.filter(({ block }) => block.audience === audience);
    const [inside, outside] = [of('internal'), of('customer')];
    // A text alone that names two versions as new tells of the faulty one and of the next.
    const before = inside.length > 0 || role !== 'back' ? inside : outside.slice(0, 1);
    // Several versions in one telling are of several products, or of several steps.
    if (new Set(before.map(({ part }) => part.version)).size !== 1) continue;
    const [first] = before;
    const later = outside.find(({ part }) => part.version !== first?.part.version);
    if (!first || !later || first.block === later.block || !areAlike(first.part.version, later.part.version)) continue;
    if (outside.some((each) => each !== first && each.part.version === first.part.version)) continue;
    yield {
      at: placeIn(later.block, later.part),
      say: {
        en: `Version “${wordsOf(later)}” here, “${wordsOf(first)}” elsewhere. Find out which is right and correct the other; customers check which one they run.`,
        zh: `此处写的版本是“${wordsOf(later)}”，别处是“${wordsOf(first)}”。请核实并改正，客户会核对自己使用的版本。`,
      },
    };
  }
  const cure = all.find(({ part, block }) => part.role === 'good' && block.audience === 'customer');
  const cures = all.filter(({ part, block }) => part.role === 'good' && block.audience === 'internal');
  const isCalledGood = cures.some(({ part }) => part.version === cure?.part.version);
  // The faulty one by name, or one that colleagues put in before another that they say is the cure.
  const fault = all.find(
    ({ part, block }) =>
      (part.role === 'bad' || (part.role === 'new' && cures.length > 0 && !isCalledGood)) &&
      part.version === cure?.part.version &&
      block !== cure.block,
  );
  if (!cure || !fault) return;
  yield {
    at: placeIn(cure.block, cure.part),
    say: {
      en: `Version “${wordsOf(cure)}” has the correction here, and the fault elsewhere. Find out which is right and correct the other; customers check which one they run.`,
      zh: `此处说版本“${wordsOf(cure)}”已修复问题，别处说出问题的就是它。请核实并改正，客户会核对自己使用的版本。`,
    },
  };
}

/** A version that only customers read of, of a line of which colleagues name another. */
export function* unknownVersions(context: DocumentContext): Generator<Problem> {
  const all = parts(context, 'versions-named', versionsNamed, 'with actions').slice(0, 200);
  const of = (audience: string) => all.filter(({ block }) => block.audience === audience);
  const [inside, outside] = [of('internal'), of('customer')];
  const known = new Set(inside.map(({ part }) => part.version));
  const line = (version: string): string => version.split('.').slice(0, -1).join('.');
  for (const said of outside) {
    const other = inside.find(
      ({ part }) =>
        line(part.version) === line(said.part.version) && !outside.some((each) => each.part.version === part.version),
    );
    if (!other || known.has(said.part.version)) continue;
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `Version “${wordsOf(said)}” stands only here; colleagues read “${wordsOf(other)}”. Find out which is right and correct the other; customers check which one they run.`,
        zh: `版本“${wordsOf(said)}”只出现在这里，内部部分写的是“${wordsOf(other)}”。请核实并改正，客户会核对自己使用的版本。`,
      },
    };
    return;
  }
}
