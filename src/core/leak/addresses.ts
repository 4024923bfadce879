import data from '../../data/leak.json' with { type: 'json' };
import names from '../../data/names.json' with { type: 'json' };
import secrets from '../../data/secrets.json' with { type: 'json' };
import { isInternalHost } from './hosts.js';

const mailboxes = new Set(data.mailboxes);
const teamMailboxes = new Set(data.teamMailboxes);
const parameters = new Set(secrets.parameters);
const services: readonly { readonly host: string; readonly path?: string }[] = data.services;

/** A URL in its parts; `rest` is path, query and fragment. */
interface Parts {
  readonly scheme: string;
  readonly user: string;
  readonly host: string;
  readonly rest: string;
}

const urlPattern =
  /^([a-z][a-z0-9+.-]{0,20}):\/\/(?:([^/?#@\s]{0,200})@)?(\[[0-9a-f:.]{2,45}\]|[^/?#:\s]{0,253})(?::\d{1,5})?([\s\S]*)$/i;

/** Takes a URL apart; `undefined` when the text is none. "www.example.com/x" counts. */
export function partsOf(url: string): Parts | undefined {
  const match = urlPattern.exec(/^www\./i.test(url) ? `https://${url}` : url);
  if (!match) return undefined;
  return {
    scheme: (match[1] ?? '').toLowerCase(),
    user: match[2] ?? '',
    host: (match[3] ?? '').toLowerCase(),
    rest: match[4] ?? '',
  };
}

/** Whether `host` is `domain` or stands below it. */
const isBelow = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** Whether a URL carries a password or a token, so that whoever reads it gets in. */
export function carriesSecret(url: string): boolean {
  const parts = partsOf(url);
  if (!parts) return false;
  if (/^[^:]*:[^:]{3,}$/.test(parts.user) && !/^[^:]*:(?:[*x<{$%[]|password|xxx)/i.test(parts.user)) return true;
  const query = parts.rest.slice(parts.rest.search(/[?#]/) + 1);
  if (query === parts.rest) return false;
  return query.split(/[&;]/).some((pair) => {
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1);
    return at > 0 && parameters.has(pair.slice(0, at).toLowerCase()) && value.length >= 16 && /\d/.test(value);
  });
}

const webSchemes = new Set(['http', 'https', 'mailto', 'tel']);

/** Whether a URL leads to something that is not for customers: a private host, a team's chat, tickets or dashboards. */
export function isInternalLink(url: string): boolean {
  const parts = partsOf(url);
  if (!parts) return false;
  if (parts.scheme === 'file') return true;
  if (isInternalHost(parts.host)) return true;
  if (!webSchemes.has(parts.scheme))
    return /^(?:ssh|jdbc|mongodb|redis|amqps?|postgres|postgresql|mysql|s3|gs|git|ldap|smb|nfs|kafka|svn)/.test(
      parts.scheme,
    );
  if (/\/servicedesk\/|\/portal\//.test(parts.rest.slice(0, 200))) return false;
  if (/^\/(?:browse\/[A-Z][A-Z0-9]+-\d|display\/[A-Z]{2,})/.test(parts.rest)) return true;
  const path = parts.rest.slice(0, 300);
  if (data.paths.some((start) => path.startsWith(start) && !/\.org$/.test(parts.host))) return true;
  return services.some(
    ({ host, path: part }) => isBelow(parts.host, host) && (part === undefined || path.includes(part)),
  );
}

/** The part of an address after @, or the host of a URL; lower case. */
function domainOf(contact: string): string | undefined {
  return (/@([\w.-]+\.\w+)/.exec(contact)?.[1] ?? partsOf(contact.trim())?.host)?.toLowerCase().replace(/^www\./, '');
}

/** Whether an address is how customers are to reach us: it stands in `contact`, or on the same host. */
export function isContact(address: string, contact: string | undefined): boolean {
  if (!contact) return false;
  const plain = address
    .replace(/^mailto:/i, '')
    .replace(/[?].*$/, '')
    .toLowerCase();
  if (contact.toLowerCase().includes(plain)) return true;
  const host = partsOf(address)?.host.replace(/^www\./, '');
  return host !== undefined && host === domainOf(contact);
}

/** Whether an e-mail address is a mailbox for customers, by its name: support@, help-de@, press@. */
export function isRoleMailbox(address: string): boolean {
  const local = address.slice(0, address.indexOf('@')).toLowerCase();
  const words = local.split(/[-_.+]/);
  // The alarm of a team that bills customers reaches that team: oncall-billing@.
  if (teamMailboxes.has(local) || words.some((word) => teamMailboxes.has(word))) return false;
  return mailboxes.has(local) || words.some((word) => mailboxes.has(word) && word.length > 2);
}

/** What asks readers to write, before an address: at the start of a clause, or after “please”, “and”, “you can”. */
const told = String.raw`(?:^|[.!?:;,(\u2013\u2014]\s*|\b(?:please|kindly|just|simply|then|and|or|you|you (?:can|may|could|should|must))\s)`;
const writing =
  '(?:send|write|e-?mail|mail|forward|post|submit|return|reply|report|contact|reach|message|ask|tell|complain|apply|call|phone|ring)';
const tellsWhereTo = new RegExp(
  `${told}${writing}\\b[^.!?;@]{0,90}(?:\\b(?:to|at|us|via|or)|:)\\s*$|\\b(?:our|the) (?:[a-z]+ ){1,3}(?:answers?|replies|reply|can be reached|is there for you|are there for you)\\b[^.!?;@]{0,40}\\bat\\s*$`,
);
const saysWhereToInChinese =
  /(?:(?<!申)请|您|麻烦|欢迎|可以?|凭|如需)[^。；！？@]{0,40}(?:发|寄|投|写|转|传|送|交|提交|联系|联络|告诉我们|邮件|邮箱|电邮|来信|反馈|回复)(?:邮件|邮箱|电邮|信|件|送)?(?:到|至|给|往|为|是)?[:：]?\s*$/;

const forenames: ReadonlySet<string> = new Set(
  [...names.en.given, ...names.en.doubtful].map((name) => name.toLowerCase()),
);
const fullNameInPinyin =
  /^(?:zhang|wang|liu|chen|yang|huang|zhao|zhou|wu|xu|zhu|guo|luo|zheng|liang|xie|feng|deng|cao|peng|zeng|jiang|lin)[a-z]{2,10}$/;

/** Whether a mailbox may be a person's, by its name: j.miller@, maria@, zhangwei@, wang88@. */
function mayBePersons(address: string): boolean {
  const local = address.slice(0, address.indexOf('@')).toLowerCase();
  return !/^[a-z]{3,}(?:-[a-z]{2,}){0,2}$/.test(local) || forenames.has(local) || fullNameInPinyin.test(local);
}

/**
 * Whether an address is where readers are told to write to, given the lower-case text before it: “send the receipt
 * to …”. Never one of a person, or on a domain that is not for outsiders.
 */
export function isWhereToWrite(address: string, before: string): boolean {
  if (mayBePersons(address) || /@(?:.*[.-])?(?:corp|internal|intranet|intra|local|lan|private)[.-]/i.test(address))
    return false;
  if (/[\u4e00-\u9fff]/.test(before)) {
    const [sentence = ''] = /[^。！？；]*$/u.exec(before) ?? [];
    const isLabelled = /(?:邮箱|电邮|邮件)(?:地址)?\s?(?:是|为)?[:：]?\s*$/.test(sentence);
    return (
      (isLabelled || saysWhereToInChinese.test(sentence)) && !/误|错|被|我们[^。，]{0,4}(?:把|将)|自动/.test(sentence)
    );
  }
  return tellsWhereTo.test(before) && !/\b(?:we|they|he|she|it|i)\b(?!')[^.!?]*\band\s\S+[^.!?]*$/.test(before);
}
