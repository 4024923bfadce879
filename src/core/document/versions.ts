import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { sentences } from './amounts.js';

/** A version that a text says was put in, or gone back to. Offsets in the text. */
export interface VersionClaim {
  readonly start: number;
  readonly end: number;
  /** "4.8.2", "117". */
  readonly version: string;
  readonly role: 'back' | 'new' | 'bad' | 'good';
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
  new RegExp(
    `(?:${named}) (?:is |was |were |had been |has been )?(?:rolled out|released|deployed|shipped|installed|launched|went live)\\b`,
    'gi',
  ),
  new RegExp(`(?:上线|发布|启用|升级到|升级至|更新到|更新至|部署)(?:了|的)?[^，。；\\d]{0,6}?(?:${zhNamed})`, 'gu'),
];
/** The version that has the fault, and the one without it. */
const bad = [
  new RegExp(`\\b(?:faulty|broken|bad|defective|affected) (?:version|build|release)? ?${product}(?:${named})`, 'gi'),
  new RegExp(
    `\\b(?:bug|defect|fault|problem|error|crash(?:es)?|failure) (?:is|was|were|appeared|occurred|came)(?: \\w+){0,3}? (?:in|with|by) ${product}(?:${named})`,
    'gi',
  ),
  new RegExp(
    `(?:${named}) (?:had|has|contained|contains|brought|introduced|caused) (?:the|a|this) (?:bug|defect|fault|problem|error)`,
    'gi',
  ),
  new RegExp(
    `(?:出问题|有问题|有缺陷|有故障|只出现|仅出现|出现|存在缺陷|引入缺陷|故障版本)(?:的)?(?:是|在|于|为)?[^，。；\\d]{0,6}?(?:${zhNamed})`,
    'gu',
  ),
];
const good = [
  new RegExp(`\\b(?:upgrade|update|switch|move) (?:\\w+ ){0,3}?to ${product}(?:${named})`, 'gi'),
  new RegExp(`(?:${named}) (?:\\w+ ){0,3}?with the (?:fix|correction|repair|patch)`, 'gi'),
  new RegExp(`(?:升级|更新)(?:到|至)\\s?(?:${zhNamed})`, 'gu'),
  new RegExp(`\\b(?:fixed|corrected|repaired|cured|solved|resolved) (?:in|by|with|from) ${product}(?:${named})`, 'gi'),
  new RegExp(`\\b(?:fixed|corrected|patched|repaired) (?:version|build|release) ${product}(?:${named})`, 'gi'),
  new RegExp(
    `(?:${named})(?: \\([^)]*\\))? (?:(?:contains|contained|has|brings|carries|includes) (?:the|a|this|our) (?:correction|fix|repair|patch)|(?:fixes|fixed|corrects|corrected|cures|cured))\\b`,
    'gi',
  ),
  new RegExp(`(?:在|自|从|由)(?:${zhNamed})(?:中|起|开始|里)?(?:已)?(?:修复|修正|解决)`, 'gu'),
  new RegExp(`(?:${zhNamed})(?:已经?)?(?:修复|修正|解决)(?:了)?`, 'gu'),
];
/** A version that only might be, or is to come. */
const planned = /\b(?:will|would|could|can|if|should|plan\w*|next)\b|将|计划|如果|准备|以后|每次/iu;

/** Every version that a text names, whatever it says of it; none that is to come. Offsets in the text. */
export function versionsNamed(prose: string): readonly { start: number; end: number; version: string }[] {
  if (prose.length > longest || !/\d\.\d/.test(prose)) return [];
  const text = fold(prose);
  return sentences(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (planned.test(sentence)) return [];
    return matchesIn(sentence, anyVersion).map(({ 0: version, index }) => ({
      start: start + index,
      end: start + index + version.length,
      version,
    }));
  });
}
const anyVersion = /(?<![\d.,:/@A-Za-z-])\d{1,3}\.\d{1,3}(?:\.\d{1,4}){1,2}(?![\d.]*\d|[%:])/gu;

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
    // What customers are to put in is the version without the fault.
    const isAdvice = /\bplease\b|请/iu.test(sentence);
    if (planned.test(sentence) && !isAdvice) continue;
    for (const [role, forms] of [
      ['back', back],
      ['new', fresh],
      ['bad', bad],
      ['good', good],
    ] as const)
      for (const form of forms)
        for (const match of matchesIn(sentence, form)) {
          const { en, whole, zh, zhWhole } = match.groups ?? {};
          const version = en ?? whole ?? zh ?? zhWhole ?? '';
          const at = start + match.index + match[0].lastIndexOf(version);
          if (!found.some((each) => each.start === at && each.role === role))
            found.push({ start: at, end: at + version.length, version, role });
        }
  }
  return found;
}
