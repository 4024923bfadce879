import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { sentences } from './amounts.js';

/** A version that a text says was put in, or gone back to. Offsets in the text. */
export interface VersionClaim {
  readonly start: number;
  readonly end: number;
  /** "4.8.2", "117". */
  readonly version: string;
  readonly role: 'back' | 'new';
}

const dotted = '\\d+(?:\\.\\d+){1,3}(?![\\d.]*\\d)';
const named = `(?:version |release |build |v\\.? ?|rev(?:ision)? )?(?<en>${dotted})|(?:version|release|build|revision) (?<whole>\\d{1,5})(?![\\d.]*\\d)`;
const zhNamed = `(?:版本?\\s?)?[vV]?(?<zh>${dotted})\\s?版?|第\\s?(?<zhWhole>\\d{1,5})\\s?版`;
/** Words between the verb and the version: the product, never another version. */
const product =
  '(?:(?:to|on|the|our|old|previous|earlier|last|good|stable|program|driver|app|gateway|firmware|client|[a-z][a-z-]+) ){0,5}?';
const back = [
  new RegExp(
    `\\b(?:roll(?:ed|ing)? (?:\\w+ ){0,3}?back|(?:went|gone|going|go|fell|switched|moved|returned|put|brought|took|were|was) (?:\\w+ ){0,4}?back|reverted|returned|downgraded|restored)(?: (?:to|on|at|onto))? ${product}(?:${named})`,
    'gi',
  ),
  new RegExp(`\\bback (?:to|on|at|onto) ${product}(?:${named})`, 'gi'),
  new RegExp(`(?:${named}) (?:is |was |were |put |brought )*(?:back|restored|running again)\\b`, 'gi'),
  new RegExp(
    `(?:退回|回退|回滚|换回|恢复|降回|退到|还原|回到|切回|改回|降级)(?:了|到|至|成|为|使用|旧版|原来的?|上一版)*[^，。；\\d]{0,8}?(?:${zhNamed})`,
    'gu',
  ),
];
const fresh = [
  new RegExp(
    `\\b(?:upgrad(?:ed|ing) (?:\\w+ ){0,3}?to|updated (?:\\w+ ){0,3}?to|rolled out|rollout of|released|deployed|shipped|introduced (?:in|by|with)|installed|launched) ${product}(?:${named})`,
    'gi',
  ),
  new RegExp(`(?:上线|发布|启用|升级到|升级至|更新到|更新至|部署)(?:了|的)?[^，。；\\d]{0,6}?(?:${zhNamed})`, 'gu'),
];
/** A version that only might be, or is to come. */
const planned = /\b(?:will|would|could|can|if|should|plan\w*|next)\b|将|计划|如果|准备|以后|每次/iu;

/** A block longer than this is data rather than prose. Characters. */
const longest = 6000;

/** Finds "back on 4.8.2", "rolled the driver back to version 4.7.2", "退回 5.1 版". */
export function versionClaims(prose: string): readonly VersionClaim[] {
  if (prose.length > longest || !/\d\.\d|\b(?:version|release|build|revision) \d|第\s?\d+\s?版/iu.test(prose))
    return [];
  const text = fold(prose);
  const found: VersionClaim[] = [];
  for (const { start, end } of sentences(text)) {
    const sentence = text.slice(start, end);
    if (planned.test(sentence)) continue;
    for (const [role, forms] of [
      ['back', back],
      ['new', fresh],
    ] as const)
      for (const form of forms)
        for (const match of matchesIn(sentence, form)) {
          const { en, whole, zh, zhWhole } = match.groups ?? {};
          const version = en ?? whole ?? zh ?? zhWhole ?? '';
          const at = start + match.index + match[0].lastIndexOf(version);
          if (!found.some((each) => each.start === at))
            found.push({ start: at, end: at + version.length, version, role });
        }
  }
  return found;
}
