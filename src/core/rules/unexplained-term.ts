import known from '../../data/en/known-acronyms.json' with { type: 'json' };
import type { PlacedBlock } from '../document/postmortem.js';
import { sourceSpan } from '../document/prose.js';
import type { Language, Localized, Span } from '../finding.js';
import { late } from '../late.js';
import type { PhraseMatch } from '../phrases/book.js';
import { phraseLists } from '../phrases/lists.js';
import { fitIn, inScriptOf } from '../phrases/replace.js';
import { quote } from './phrase-rule.js';
import { type BlockText, defineRule, type Problem } from './rule.js';

const knownAcronyms = new Set(known.words);
/** The words that a pattern names alone: "dns", "(tls|ssl)", "(aws)? s3", "(ips|intrusion (prevention|detection) system~)"; none of "ota update". */
function wordsAlone(pattern: string): string[] {
  let needed = pattern.replaceAll('~', '');
  for (let before = ''; before !== needed; ) {
    before = needed;
    // What may be absent goes; a choice inside of a longer alternative is no word alone.
    needed = needed.replace(/\([^()]*\)\?/g, '').replace(/ \([^()]*\)|\([^()]*\) /g, ' … ');
  }
  const choice = /^\((.*)\)$/.exec(needed.trim())?.[1] ?? needed;
  return choice.split('|').filter((word) => /^\s*[a-z][a-z\d]+\s*$/i.test(word));
}
/** Terms of a list in capitals: where the list lets one pass it has another sense there. */
const listedWords = (language: Language): (() => ReadonlySet<string>) =>
  late(
    () =>
      new Set(
        phraseLists(language)
          .filter((list) => list.rule === 'unexplained-term')
          .flatMap(({ entries }) => entries.flatMap(({ match }) => match.flatMap(wordsAlone)))
          .map((word) => word.trim().toUpperCase()),
      ),
  );
const listed = { en: listedWords('en'), zh: listedWords('zh') } as const;
const acronym = /^[A-Z][A-Z\d]{1,6}s?$/;
/** One thing by its number: road M6, postcode BS1, batch L2231, flight MU5137. What is a term among these stands in the list. */
const numbered = /^(?:[A-Z]\d+|[A-Z]{2}\d{1,5})$/;
/** Words of database queries, which another rule marks as a whole. */
const queryWord = /^(?:SELECT|FROM|WHERE|DELETE|UPDATE|INSERT|INTO|SET|JOIN|DROP|TABLE|AND|OR|LIMIT|ORDER|BY)$/;

/** A term where it stands in a block. */
interface Use {
  /** As it is written. */
  readonly text: string;
  /** What counts as the same term in another place. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is explained here, so that the reader knows it from here on. */
  readonly explained: boolean;
  readonly instead: readonly string[];
  /** The range of the replacements, where it is wider than the term. */
  readonly wide: Span;
  readonly isAcronym: boolean;
}

const opensBracket = (key: string | undefined): boolean => key === '(' || key === '（';
const closesBracket = (key: string | undefined): boolean => key === ')' || key === '）';

/** What may stand between a Chinese term and the bracket that explains both, as tokens are folded: 域名解析服务（…）. */
const headNoun =
  /^(?:服务|系统|功能|技术|机制|程[序式]|设备|装置|工具|平台|接口|软[件体]|模[块组]|规则|协[议定]|命令|操作|方式)$/;

/** The same in English, where what is explained goes on behind it: "our SIP gateway, the machine that …". */
const englishHeadNoun =
  /^(?:gateway|server|service|system|tool|software|protocol|cluster|network|node|proxy|layer|engine|module|certificate|link|device|switch|key|token|table|queue|pool|lookup|database|controller)s?$/;

/** Whether the words around a term say what it is: brackets, "which means", 即, "what we call a …". */
function isExplained(block: BlockText, from: number, to: number): boolean {
  const { tokens } = block;
  const quoteMark = /^["'“”‘’「」]$/;
  const head = headNoun.test(`${tokens[to]?.key ?? ''}${tokens[to + 1]?.key ?? ''}`) ? to + 2 : to;
  const noun = opensBracket(tokens[head]?.key) ? head : to;
  const after = quoteMark.test(tokens[noun]?.key ?? '') ? noun + 1 : noun;
  const before = quoteMark.test(tokens[from - 1]?.key ?? '') ? from - 1 : from;
  if (opensBracket(tokens[after]?.key)) {
    let close = after + 1;
    while (close < tokens.length && !closesBracket(tokens[close]?.key)) close++;
    // "(DNS)" gives another name, not an explanation; three words or more do explain.
    if (close - after > 3 || (tokens[after + 1]?.kind === 'han' && close - after > 2)) return true;
    // "virtual private network (VPN), a locked tunnel through …": the explanation may follow the short form.
    if (block.phrases('explained-after').some((cue) => cue.from === close + 1)) return true;
  }
  // The term itself in brackets, behind plain words: "the standby system (failover)".
  const isInBracket = opensBracket(tokens[before - 1]?.key) && before > 2;
  // "重症监护室（ICU，收治最危重病人的病房）": and more about it behind.
  const goesOn = tokens[after]?.kind === 'comma' && tokens[before - 2]?.kind === 'han';
  if (isInBracket && (goesOn || closesBracket(tokens[after]?.key))) return true;
  const behindHead =
    englishHeadNoun.test(tokens[after]?.key ?? '') && tokens[after + 1]?.kind === 'comma' ? after + 1 : after;
  return (
    block.phrases('explained-after').some((cue) => cue.from === after || cue.from === behindHead) ||
    block.phrases('explained-before').some((cue) => cue.to === before)
  );
}

/** Chinese words are not parted by spaces: those around a Latin term go with it. */
function withoutSpaces(text: string, start: number, end: number, instead: string | undefined): Span {
  const han = /[\u3400-\u9fff]/;
  if (!instead || !han.test(instead)) return { start, end };
  return {
    start: text.charAt(start - 1) === ' ' && han.test(text.charAt(start - 2)) ? start - 1 : start,
    end: text.charAt(end) === ' ' && han.test(text.charAt(end + 1)) ? end + 1 : end,
  };
}

function useOf(block: BlockText, match: PhraseMatch): Use {
  const { entry, start, end } = match;
  const { text } = block;
  const plain = entry.plain?.length ? fitIn(text, start, end, block.tokens, entry.match, entry.plain) : undefined;
  const wide = plain ? withoutSpaces(text, plain.start, plain.end, plain.texts[0]) : { start, end };
  const [open, close] = block.language === 'zh' ? ['（', '）'] : [' (', ')'];
  const explained = inScriptOf(text, start, end, entry.explain ? [entry.explain] : []).map(
    (words) => `${text.slice(wide.start, end)}${open}${words}${close}${text.slice(end, wide.end)}`,
  );
  return {
    text: text.slice(start, end),
    term: entry.match[0] ?? '',
    start,
    end,
    explained: isExplained(block, match.from, match.to),
    instead: [...(plain?.texts ?? []), ...explained],
    wide,
    isAcronym: false,
  };
}

/** Both lists read a Chinese text, the English one alone an English text. */
const isKnown = (word: string, language: Language): boolean =>
  [word, word.replace(/s$/, '')].some(
    (each) => knownAcronyms.has(each) || listed.en().has(each) || (language === 'zh' && listed.zh().has(each)),
  );

/** Short forms in capitals that no list knows and that are not spelled out beside them. */
function* acronyms(block: BlockText, found: readonly Use[]): Generator<Use> {
  const { text, tokens } = block;
  // A line that is all capitals shouts; it does not abbreviate.
  if (!/[A-Z][A-Z\d]/.test(text) || !/[a-z\u3400-\u9fff]/.test(text)) return;
  for (const [index, token] of tokens.entries()) {
    const word = text.slice(token.start, token.end);
    if (token.kind !== 'word' || !acronym.test(word) || numbered.test(word) || queryWord.test(word)) continue;
    if (isKnown(word, block.language)) continue;
    if (found.some((use) => use.start < token.end && token.start < use.end)) continue;
    const [previous, next] = [tokens[index - 1], tokens[index + 1]];
    // Beside a hyphen, a digit or another run of capitals it is part of a name: "SN-2", "ACME GROUP".
    // "Use the code SORRY15".
    if (/^(?:code|voucher|coupon|promo)$/.test(previous?.key ?? '')) continue;
    const touches = /[-_/&\d]/.test(text.charAt(token.start - 1) + text.charAt(token.end));
    const shouted = [previous, next].some(
      (each) => each?.kind === 'word' && /^[A-Z]{2,}$/.test(text.slice(each.start, each.end)),
    );
    if (touches || shouted) continue;
    const { start, end } = token;
    yield {
      text: word,
      term: word.replace(/s$/, ''),
      start,
      end,
      explained: isExplained(block, index, index + 1),
      instead: [],
      wide: { start, end },
      isAcronym: true,
    };
  }
}

function usesIn(block: BlockText, own: ReadonlyMap<string, string>): readonly Use[] | undefined {
  if (block.audience !== 'customer') return undefined;
  const uses = [...listedUses(block), ...(own.size > 0 ? ownTerms(block, own) : [])];
  return uses.length > 0 ? uses : undefined;
}

/** Whether the term is a piece of a path or of a machine's name, which another rule marks as a whole; "CI/CD" is none. */
function inPath(text: string, start: number, end: number): boolean {
  const before = /\S{0,80}$/.exec(text.slice(Math.max(0, start - 80), start))?.[0] ?? '';
  const after = /^\S{0,80}/.exec(text.slice(end, end + 80))?.[0] ?? '';
  if (/\w\.$/.test(before) || /^\.[a-z]/.test(after) || before.endsWith('@')) return true;
  // "#war-room-checkout", "prd-sql-07.int.example.net": a channel, a host.
  if (/^#[\w-]*$/.test(before) || /^[\w-]*\.[a-z]+\.[a-z]/.test(after)) return true;
  return /^(?:[~.]{0,2}\/|[A-Za-z]:\\)/.test(before) || (`${before}${after}`.match(/[/\\]/g)?.length ?? 0) > 1;
}

const citedBefore =
  /\b(?:wrote|written|writing|said|saying|promised|claimed|used to (?:write|say|call|promise))\b[^.!?“”"]{0,20}[“"][^.!?“”"]{0,40}$|(?:写着|写的|写过|写了|曾说|说过|声称)[^。！？“”「」]{0,6}[“「][^。！？“”「」]{0,20}$/i;
const citedBehind = /^[^。！？“”「」]{0,20}[”」](?:这?[一二三四五六七八九十]个字|一词|这个词|字样|的说法|这句话?)/u;

/** Whether the term is not used but cited: “we wrote ‘100% uptime’ on our home page”. */
const isCited = (text: string, start: number, end: number): boolean =>
  citedBefore.test(text.slice(Math.max(0, start - 90), start)) || citedBehind.test(text.slice(end, end + 40));

function listedUses(block: BlockText): readonly Use[] {
  if (block.block.quoted || (block.block.kind === 'heading' && block.block.starts?.toCustomers)) return [];
  const terms = block
    .phrases('unexplained-term')
    .filter(({ start, end }) => !inPath(block.text, start, end) && !isCited(block.text, start, end))
    .map((match) => useOf(block, match));
  return [...terms, ...acronyms(block, terms)]
    .sort((a, b) => a.start - b.start)
    .map((use, at, all) => (partOfExplained(use, all[at + 1]) ? { ...use, explained: true } : use));
}

/** What is explained is the whole compound: “接口限流，即每分钟最多 60 次” explains 接口 too. */
const partOfExplained = (use: Use, next: Use | undefined): boolean =>
  next?.explained === true && next.start === use.end && !use.isAcronym;

const say = (text: string, isAcronym: boolean): Localized =>
  isAcronym
    ? {
        en: `“${text}” is not spelled out anywhere. Customers may not know it: write it in full, or say in brackets what it is.`,
        zh: `“${text}”没有给出全称，客户可能不认识：请写出全称，或在括号里说明它是什么。`,
      }
    : {
        en: `“${text}” is a technical term that customers may not know. Say it in plain words, or explain it here, where it comes first.`,
        zh: `“${text}”是技术术语，客户可能不懂。请换成通俗的说法，或在第一次出现时解释。`,
      };

/** The whole words of a block's text in lower case, for looking up the team's own terms. */
function* ownTerms(block: BlockText, terms: ReadonlyMap<string, string>): Generator<Use> {
  const text = block.text.toLowerCase();
  for (const [term, plain] of terms) {
    const han = /[\u3400-\u9fff]/.test(term);
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
      const end = at + term.length;
      const whole = han || !/[\p{L}\d]/u.test(text.charAt(at - 1) + text.charAt(end));
      if (whole)
        yield {
          text: block.text.slice(at, end),
          term,
          start: at,
          end,
          explained: opensBracket(text.slice(end).trim().charAt(0)),
          instead: plain ? [plain] : [],
          wide: { start: at, end },
          isAcronym: false,
        };
    }
  }
}

function place(block: PlacedBlock, { start, end }: Span): { at: Span; exact: boolean } {
  const span = sourceSpan(block.block.prose, start, end);
  const { offset } = block.chunk;
  return { at: { start: offset + span.start, end: offset + span.end }, exact: span.end - span.start === end - start };
}

export const unexplainedTerm = defineRule({
  id: 'unexplained-term',
  category: 'jargon',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'Technical terms are explained or avoided', zh: '技术术语要解释，或者不用' },
  why: {
    en: 'A customer who does not know the word stops there, or feels kept out. A term is free once it is explained where it first stands, in brackets or by “which means”, or stands in the glossary of the front matter or in the team’s `.candor.yml`.',
    zh: '客户看不懂一个词，就会停在那里，或者觉得被挡在门外。术语在第一次出现时用括号或“即”解释过，或写在 front matter 的 glossary 或团队的 `.candor.yml` 里，就可以使用。',
  },
  examples: {
    bad: [
      'The [[failover]] took 20 minutes.',
      'A [[load balancer]] sent all orders to one machine.',
      'Our [[XRQ]] ran out of space.',
      '[[负载均衡]]把订单都发到了同一台服务器。',
    ],
    good: [
      'The failover (the automatic switch to a standby system) took 20 minutes.',
      'A load balancer, which means a device that spreads visitors over several servers, failed.',
      'The standby system (failover) did not start.',
      'The function of our support team is to answer you.',
      '负载均衡（把访问分给多台服务器的设备）把订单都发到了同一台服务器。',
      'The office in the UK was closed from 14:05 to 15:20 UTC.',
      'We wrote “100% uptime” on our home page, and we have taken the line down.',
      '首页上“永不宕机”四个字，我们已经撤下。',
    ],
  },

  *document(postmortem, context): Generator<Problem> {
    const glossary = postmortem.frontMatter.values.glossary;
    const free = new Set(context.accepted);
    for (const term of glossary?.keys() ?? []) free.add(term.toLowerCase());
    const isFree = (text: string): boolean => {
      const word = text.toLowerCase();
      return free.size > 0 && (free.has(word) || free.has(word.replace(/(?:es|s)$/, '')));
    };
    const seen = new Set<string>();
    for (const { block, value: uses } of context.facts('terms', (block) => usesIn(block, context.replace))) {
      for (const use of uses) {
        if (seen.has(use.term)) continue;
        const { text } = use;
        if (isFree(text)) continue;
        seen.add(use.term);
        if (use.explained) continue;
        const wide = place(block, use.wide);
        yield {
          at: use.instead.length > 0 && wide.exact ? wide.at : place(block, use).at,
          say: say(quote(text), use.isAcronym),
          ...(wide.exact ? { instead: use.instead } : {}),
        };
      }
    }
  },
});
