import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';

/** A place that stands before what it is one of: "our Frankfurt region", "华南大区". Offsets in the text. */
export interface Region extends Span {
  readonly name: string;
  readonly noun: string;
}

const english =
  /(?<![\p{L}-])(?<name>\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}?\p{Ll}+)?)(?: \d)? (?<noun>region|data cent(?:re|er)|depot|site|warehouse|branch|plant|district|zone|cluster|campus|office|terminal)s?\b/gu;
/** "Our region north-4", "Region: eu-west-2". */
const coded =
  /\b(?<noun>region|zone|cluster|data cent(?:re|er)|site)s?:? (?<name>[a-z]{2,12}(?:-[a-z]{2,12})?-\d{1,2}[a-c]?)(?![\w-])/giu;
const chinese =
  /(?<name>华东|华南|华北|华中|西南|西北|东北|北京|上海|广州|深圳|杭州|成都|武汉|南京|重庆|天津|苏州|西安|青岛|厦门|香港|新加坡|法兰克福|东京|首尔)(?:市|省)?(?<noun>大区|地区|区域|[一二三四五六七八九]区|机房|数据中心|节点|片区|仓库|仓|分公司|可用区)/gu;
/** Another one than that of the incident, or where something moved to. */
const other =
  /\b(?:(?:not|never) (?:\w+ )?(?:affected|touched|concerned|hit|involved|interrupted)|other|unaffected|spared|moved|switched|standby|spare|second|backup|normally|instead)\b|(?:不|未|没有)(?:受|被|出现|发生)?到?(?:任何)?(?:影响|波及|掉线|中断|异常|问题)|切换|切到|备用|另|其他|正常|迁/i;
const plain =
  /^(?:The|Our|This|That|Each|Every|All|One|Both|Any|No|Other|Main|New|Old|Second|First|Test|Affected|Your)\b/;

/** Finds the regions that a text names as those of the incident. */
export function regionsIn(prose: string): readonly Region[] {
  const text = fold(prose);
  const found = [...matchesIn(text, english), ...matchesIn(text, coded), ...matchesIn(text, chinese)].flatMap(
    (match): Region[] => {
      const { name = '', noun = '' } = match.groups ?? {};
      const around = /[^.,;。，；]*$/u.exec(text.slice(Math.max(0, match.index - 80), match.index))?.[0] ?? '';
      const behind = /^[^.,;。，；]{0,40}/u.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
      if (plain.test(name) || other.test(around + behind)) return [];
      const index = match.index + match[0].indexOf(name);
      return [{ start: index, end: index + name.length, name: name.toLowerCase(), noun: noun.toLowerCase() }];
    },
  );
  return found;
}
