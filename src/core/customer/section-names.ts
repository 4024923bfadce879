import { plainHeading } from '../document/sections.js';
import { headsInternal, mayLabel } from './labels.js';
import { asSeen, meansInternal } from './lookalike.js';

const said: readonly RegExp[] = [
  /\b(?:internal(?:ly)?|team|staff|employees?|eyes)[ -](?:only|use|notes?|comments?|remarks?|discussion|details|information|info|review)\b/,
  /\b(?:not|never) (?:for|to) (?:our )?(?:customers?|clients?|users?|publication|the public)\b/,
  /\bdo not (?:publish|share|send|forward|disclose)\b/,
  /\bnot public\b|\bconfidential\b|\bprivate notes?\b/,
  /[[(（【]\s*(?:internal|内部)[^\])）】]*[\])）】]/,
  /^(?:内部|內部)(?:的?(?:备注|備註|说明|說明|记录|讨论|笔记|资料|使用|参考|复盘|信息|内容|评审|沟通|专用))?$/,
  /(?:仅限|仅供|只限|僅限|僅供)(?:内部|內部|团队|员工)|(?:不|勿)(?:对外|外传|公开|外发)|(?:不对|勿对|不给)客户|机密|機密|保密/,
];

/**
 * Whether a heading says that what stands under it is not for customers. Inside the customer part such a heading
 * changes nothing by itself, so what its author meant to keep would be published.
 */
export function saysInternal(heading: string): boolean {
  const seen = asSeen(heading);
  if (!mayLabel(seen)) return false;
  const plain = plainHeading(seen);
  if (said.some((pattern) => pattern.test(plain) || pattern.test(seen))) return true;
  if (headsInternal(plain) || headsInternal(seen)) return true;
  const words = plain.split(' ');
  return words.length === 1 && meansInternal(plain, true);
}
