import data from '../../data/leak.json' with { type: 'json' };
import type { LeakKind } from './found.js';
import { isInternalName, isMachineLabel, isOtherAddress, isPrivate, isPublicService, octetsOf } from './hosts.js';
import type { Piece } from './pieces.js';

const notTickets = new Set(data.notTickets);
const trackers = new Set(data.trackers);
const roots = new Set(data.roots);
const doubtfulRoots = new Set(data.doubtfulRoots);
const knownFiles = new Set(data.knownFiles);
const extensions = new Set(data.extensions);
const codeExtensions = new Set(data.codeExtensions);

const version =
  /(?:\b(?:versions?|v|ver|release|releases|build|firmware|driver|chrome|firefox|edge|safari|windows|android|ios|section|sections|chapter|clause|article|paragraph|oid|app|upgraded? to|updated? to)\.?|§|版本号?|固件|客户端|驱动|升级[至到]|更新[至到]|更新|第|条款|章节|版)\s*(?:为|是)?\s*$/;
const networkWord = /(?:address|addresses|ip|server|host|node|machine|地址|ip|机器|主机|服务器|网段|节点)\s*$/;

/** Whether a figure with three dots is an address rather than a version or a section. */
function isAddress({ text, before, after }: Piece): boolean {
  const octets = octetsOf(text);
  if (!octets || isPublicService(text)) return false;
  if (/^\s?(?:版|release\b|or (?:later|newer|above)|及以上|以上版本)/.test(after)) return false;
  if (version.test(before) && !networkWord.test(before) && !/[/:]/.test(text)) return false;
  if (isPrivate(octets) || /[/:]/.test(text) || networkWord.test(before)) return true;
  return octets.some((octet) => octet > 30);
}

const resource = /^(?:i|vol|snap|ami|sg|subnet|vpc|eni|igw|rtb|nat|eipalloc|acl|lt|fs|vpce|tgw|eks|cn)-[0-9a-f]{8,20}$/;
/** Of the large Chinese clouds: letters and digits as they come, i-bp1f7c3k9d, ins-4f2k8q1z. */
const mixedResource =
  /^(?:i|rm|dds|lb|alb|nlb|slb|clb|vpc|vsw|eip|ngw|eni|ins|cdb|crs|cmgo|ecs|sg|disk|snap|subnet|lhins|pc|amv|polardb)-(?=[a-z]*\d[a-z]*\d)(?=\d*[a-z])[a-z0-9]{8,24}$/;
const resourceName = /^arn:aws[a-z-]{0,12}:[\w-]{1,40}:.{1,400}$/;
const podPattern = /^[a-z][a-z0-9-]{0,100}-([a-z0-9]{6,10})-[a-z0-9]{5}$/;
/** Short hashes too, where the five letters behind are of those that Kubernetes draws from. */
const shortPodPattern =
  /^[a-z][a-z0-9-]{0,100}-(?=[a-z0-9]*\d)(?=\d*[a-z])[a-z0-9]{5,6}-(?=[a-z]*\d)(?=\d*[a-z])[bcdfghjklmnpqrstvwxz2456789]{5}$/;
const daemonPattern = /^[a-z][a-z0-9-]{1,100}-[bcdfghjklmnpqrstvwxz2456789]{5}$/;
/** A name of two words and a short hash: claims-worker-7f9c4. */
const hashedName =
  /^[a-z]{2,20}(?:-[a-z]{2,20}){1,6}-(?=[0-9a-f]{0,9}\d[0-9a-f]{0,9}\d)(?=\d{0,9}[a-f])[0-9a-f]{5,10}$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const podWord = /(?:\bpods?|\bcontainers?|\breplicas?|\btask|容器|实例|副本|节点)\s*$/;

function isIdentifier({ text, before }: Piece): boolean {
  if (uuid.test(text) || resourceName.test(text)) return true;
  if (resource.test(text)) return /\d/.test(text);
  if (mixedResource.test(text) || shortPodPattern.test(text) || hashedName.test(text)) return true;
  const hash = podPattern.exec(text)?.[1];
  if (hash && /\d.*\d/.test(hash) && /[a-z]/.test(hash)) return true;
  return podWord.test(before) && daemonPattern.test(text) && /\d/.test(text.slice(-5)) && /[a-z]/.test(text.slice(-5));
}

const tableName = /^(?:tbl|tb|vw|sp|usp|idx|stg|dim|fact)_[a-z0-9_]{2,60}$|^[a-z0-9_]{2,60}_(?:tbl|idx|bak|hist|stg)$/i;

const ticketPattern = /^([A-Z][A-Z0-9]{1,9})-(\d{1,6})$/;
const serviceNow = /^(?:INC|CHG|PRB|RITM|REQ|SCTASK)\d{6,10}$/;
const customersOwn =
  /(?:\b(?:your|quote|quoting|order|invoice|booking|flight|train|bus|route|line|road|highway|room|gate|model|models|form|standard|part|product|asteroid|robot|aircraft|license|licence|patent|contract|policy|chemical|compound|vitamin|course|kind|type|series|article|ticket number|reference)\b[^.。]{0,22}|(?:您的|订单|发票|航班|车次|型号|标准|合同|教室|房间|引用|报上|注明|产品|机型|课程|保单|合约|契约)[^。]{0,8}|(?:例如|比如|种类|系列|票号|订票号|编号|货号)[^。]{0,4}|(?:保单|运单|快件|包裹|票|(?<!工)单|合约|契约|病历|案|受理|户)号码?\s?(?:为|是|：|:)?\s?)$/;

/** What customers are to name when they turn to us, even where it looks like a ticket of ours. */
const yours = /(?:\b(?:your|quote|quoting|reference)\b|您的|引用|报上|注明)[^.。]{0,22}$/;

function isTicket({ text, before }: Piece): boolean {
  if (serviceNow.test(text)) return !customersOwn.test(before);
  const match = ticketPattern.exec(text);
  if (!match) return false;
  const [, prefix = '', digits = ''] = match;
  if (trackers.has(prefix)) return !yours.test(before);
  if (notTickets.has(prefix) || /^\d|^[A-Z]\d+$|\d{4}$/.test(prefix) || customersOwn.test(before)) return false;
  // Two letters and a number are as often a flight, a road or a product.
  return digits.length >= (prefix.length > 2 ? 2 : 3);
}

const numberPattern = /^#\d{1,7}$/;
const numberWord =
  /(?:\b(?:tickets?|prs?|pull requests?|merge requests?|mrs?|issues?|bugs?|jira|defect|changes?)|工单|缺陷|变更单|问题单)\s*$/;

const channelPattern = /^#[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+$/i;
const channelName = /^#[a-z][a-z0-9_-]{1,60}$/;
const channelWord =
  /(?:\b(?:slack|teams|discord|channels?|chat|irc|room|posted (?:in|to)|discuss(?:ion|ed|ions)?(?: \w+)? in|ask(?:ed)? in|raised in|reported in|said in|join)|频道|群聊?|群组|讨论在|频道是)\s*(?:the|our)?\s*$/;
const colour = /^#[0-9a-f]{3,8}$/i;

function isChannel({ text, before }: Piece): boolean {
  if (numberPattern.test(text)) return numberWord.test(before) && !customersOwn.test(before);
  if (colour.test(text) && !channelWord.test(before)) return false;
  return channelPattern.test(text) || (channelName.test(text) && channelWord.test(before));
}

const handlePattern = /^@[A-Za-z][\w.-]{1,38}$/;
/** What stands before the company's own account on a public network. */
export const publicHandle =
  /(?:\b(?:twitter|x|tweet|tweets|follow|following|mastodon|instagram|facebook|threads|bluesky|telegram|tiktok|youtube|linkedin|weibo)\b[^.]{0,24}|(?:微博|公众号|关注|抖音|推特|小红书)[^。]{0,10})$/;
const publicName = /(?:status|support|help|care|official|news|hq)$/i;

function isHandle({ text, before, after }: Piece): boolean {
  if (!handlePattern.test(text) || publicHandle.test(before) || publicName.test(text)) return false;
  if (/^@(?:media|import|charset|font-face|keyframes|Override|Component|param|return)$/.test(text)) return false;
  // "@example.com" is a domain, "@types/node" a package.
  return !/\.(?:com|org|net|io|cn|de|uk|fr|eu|example|edu|gov)$/i.test(text) && !after.startsWith('/');
}

const unixPath = /^(?:~|\.{1,2})?\/[\w.@%+~-]+(?:\/[\w.@%+~*$-]*)*$/;
const windowsPath = /^(?:[A-Za-z]:\\[\w.$~\\-]+|\\{1,2}[\w.-]+\\[\w.$~\\-]+)$/;
const fileName = /^[\w@-]+(?:\.[\w-]+){0,6}\.([A-Za-z0-9]{1,12})(?::\d{1,6})?$/;

function isFile(name: string, code: boolean): boolean {
  if (knownFiles.has(name)) return false;
  const extension = fileName.exec(name)?.[1];
  if (!extension) return /^\.env(?:\.\w{1,20})?$/.test(name);
  return extensions.has(extension) || (code && codeExtensions.has(extension));
}

function isPath(text: string, code: boolean): boolean {
  if (windowsPath.test(text)) return true;
  const last = text.slice(text.lastIndexOf('/') + 1);
  if (!text.includes('/')) return isFile(text, code);
  if (!/^[~./]/.test(text))
    return /^[\w.@/-]+$/.test(text) && !text.includes('//') && isFile(last, true) && !/^\w+\.\w{2,3}\//.test(text);
  if (!unixPath.test(text)) return false;
  if (/^(?:~|\.{1,2})\//.test(text)) return text.length > 3;
  const segments = text.split('/').filter((segment) => segment !== '');
  const root = segments[0] ?? '';
  if (roots.has(root)) return segments.length > 1 || /^(?:etc|var|tmp|usr|opt|proc)$/.test(root);
  if (doubtfulRoots.has(root) && segments.length >= 3) return true;
  return segments.length > 1 && isFile(last, true);
}

const longHash = /^(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{32})$/;
const shortHash = /^[0-9a-f]{7,40}$/;
const hashWord =
  /(?:\b(?:commits?|builds?|revision|rev|sha|hash|changeset|cherry-picked|reverted|image)|提交|版本|哈希)\s*(?:id|:|：|为|是)?\s*$/;

const isHash = ({ text, before }: Piece): boolean =>
  longHash.test(text)
    ? /\d/.test(text) && /[a-f]/.test(text)
    : shortHash.test(text) && hashWord.test(before) && /\d/.test(text) && (/[a-f]/.test(text) || text.length > 10);

const branchPattern =
  /^(?:feature|feat|fix|hotfix|bugfix|chore|refactor|release|origin|refs\/heads)\/[\w./-]*[-_\d/][\w./-]*$/;
const originBranch = /^(?:origin|upstream)\/(?:main|master|develop)$/;
const branchWord = /(?:\bbranch(?:es)?|分支)\s*(?:为|是|:|：)?\s*$/;

const isBranch = ({ text, before }: Piece): boolean =>
  branchPattern.test(text) ||
  originBranch.test(text) ||
  (branchWord.test(before) && /^[\w.-]+(?:[-/][\w.-]+)+$/.test(text));

const exceptionName = /^(?:[a-z_$][\w$]*\.){0,10}[A-Z]\w*(?:Exception|Error|Fault)(?::|$)/;
const humps = /[a-z0-9][A-Z]/;
const systemError =
  /^(?:E(?:CONN\w{3,12}|ADDR\w{3,12}|NOENT|TIMEDOUT|PIPE|ACCES|MFILE|NOSPC|HOSTUNREACH|AI_AGAIN|NOMEM)|SIG(?:KILL|TERM|SEGV|ABRT|HUP|INT)|ORA-\d{5}|OOMKilled|CrashLoopBackOff|ImagePullBackOff|0x[0-9A-Fa-f]{6,16}|NXDOMAIN|SERVFAIL|errno=\d+)$/;

const isError = (text: string): boolean =>
  systemError.test(text) || (exceptionName.test(text) && humps.test(text) && text.length > 7);

const figures = /^[\d.,:/+%-]{1,30}$/;
const plainWord = /^[A-Za-z]?[a-z]*(?:-[a-z]+)*$/;

/** What a whole piece gives away, if anything. */
export function kindOf(piece: Piece, code: boolean): LeakKind | undefined {
  const { text } = piece;
  // Most pieces are plain: a date, a time, a hyphenated word.
  if (figures.test(text)) return isAddress(piece) || isOtherAddress(text) ? 'address' : undefined;
  if (plainWord.test(text)) {
    if (text === 'localhost' || isMachineLabel(text)) return 'host';
    return isBranch(piece) ? 'branch' : undefined;
  }
  const first = text.charAt(0);
  if (first === '#') return isChannel(piece) ? (numberPattern.test(text) ? 'ticket' : 'chat') : undefined;
  if (first === '@') return isHandle(piece) ? 'handle' : undefined;
  if (isAddress(piece) || isOtherAddress(text)) return 'address';
  if (isIdentifier(piece) || tableName.test(text)) return 'identifier';
  if (isTicket(piece)) return 'ticket';
  if (isError(text)) return 'error';
  if (isBranch(piece)) return 'branch';
  if (isPath(text, code)) return 'path';
  if (isHash(piece)) return 'hash';
  const host = text.replace(/:\d{1,5}$/, '');
  if (/^localhost$/i.test(host) || isMachineLabel(host) || isInternalName(host)) return 'host';
  return undefined;
}
