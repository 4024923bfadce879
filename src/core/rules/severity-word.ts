import type { Postmortem } from '../document/postmortem.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { placeIn } from './document-facts.js';
import { type BlockText, type DocumentContext, defineRule, type Problem } from './rule.js';

/** Words for a service that did not work at all, and for one that worked badly. In Chinese 故障 stands for both. */
const words = {
  outage:
    /\b(?:(?:complete|full|total|major)(?:ly)? )?(?:outages?|blackout|(?:complete|total) failure)\b|(?:全面|完全|彻底|全站|大面积)(?:中断|瘫痪|宕机|不可用)|服务中断|停服|宕机|瘫痪/gi,
  degradation:
    /\b(?:(?:performance|service|partial) )?degradations?\b|\bdegraded (?:performance|service|experience)\b|\b(?:slowness|slowdowns?|sluggish(?:ness)?|reduced performance|intermittent (?:issues?|errors?|problems?)|(?:brief|short|partial|temporary|service|minor|slight) (?:interruptions?|disruptions?|delays?|hiccups?|hitch(?:es)?|glitch(?:es)?))\b|\b(?:was|were|became) (?:somewhat |slightly |very |rather )?slow(?:er)?\b|(?:性能|服务)(?:降级|下降|波动|抖动)|(?:网络|服务|系统)?(?:波动|抖动|卡顿)|(?:部分|短暂|短时)(?:中断|异常|不可用)|响应(?:变|较|偏)慢|访问(?:变|较|偏)?慢|(?:变|较|偏)慢/gi,
} as const;

/** Words that only ever make light of it: said of what did not work at all, they need no “impact” to be wrong. */
const light =
  /\b(?:brief|short|minor|slight|small|temporary|momentary|short-lived|intermittent|some|occasional) (?:service |performance |partial )?(?:slow[ -]?downs?|slowness|degradations?|delays?|interruptions?|disruptions?|hiccups?|hitch(?:es)?|glitch(?:es)?|blips?|irregularities|instabilit(?:y|ies)|issues?|problems?|errors?)\b|\b(?:slow[ -]?downs?|slowness|sluggish(?:ness)?|degraded (?:performance|service|experience)|performance degradation|hiccups?)\b|(?:短暂|短时|轻微|偶发|偶尔|个别|一过性)的?(?:的)?[^，。；]{0,4}(?:波动|抖动|卡顿|变慢|延迟|异常|中断|不稳定|缓慢|影响)|(?:性能|服务|系统|网络)(?:波动|抖动|降级)|(?:略|稍)(?:有|微)?(?:变慢|延迟|卡顿|波动)/gi;
/** What says that it did not work at all, for anybody or for long. */
const total =
  /\b(?:complete(?:ly)?|total(?:ly)?|full(?:y)?) (?:service )?(?:outage|unavailable|unavailability|down|offline|failure|standstill|stop(?:ped)?|blackout)\b|\b(?:no|not one|not a single|none of (?:our|the|your)) [\w-]+(?: [\w-]+)? (?:could|was able|were able|went through|got through|worked|reached|arrived)\b|\b(?:nobody|no one) (?:could|was able)\b|\bcould not (?:be )?\w+(?: \w+){0,4} by (?:anyone|anybody)\b|\b(?:whole|entire) (?:platform|system|service|site|website|shop|network|app|line|building|hospital|bank) (?:was|were|went|had gone) (?:\w+ )?(?:down|offline|unavailable|unreachable|dark|out of (?:service|action|order))\b|\bimpossible for (?:anyone|anybody|everyone|everybody|all of you)\b|\b(?:refused|rejected|failed) (?:every|all) |\b(?:all|every|every single) (?:[\w-]+ ){1,3}(?:failed|(?:was|were) (?:refused|rejected|down|unavailable|lost|unable))\b|\bnothing (?:worked|could be|went through)\b|\bdown for (?:all|every)\w*\b|(?:完全|全面|全部|彻底|整个)[^，。；]{0,6}(?:停摆|中断|瘫痪|宕机|不可用|无法|停止|停服|打不开|失效)|(?:所有|全部|全体)[^，。；]{0,10}(?:无法|不能|失败|打不开|中断|被拒|[查收登进用看连付][不没](?:到|上|去|了|出|通))|(?:没有|无)一(?:个|位|家|笔|单|台)[^，。；]{0,10}(?:能|成功)|接不到任何|任何[^，。；]{0,8}(?:都|均)(?:无法|不能)/i;
const gravest =
  /^(?:sev(?:erity)?[ -]?[01]|[sp][ -]?[01]|[01]|critical|crit|catastrophic|highest|一级|特级|特别重大|重大|最高|严重|p0级?|p1级?|s1级?)$/i;

const grave = /^(?:sev(?:erity)?[ -]?2|[sp][ -]?2|2|high|major|高|二级|较?重|p2级?)$/i;

const isGrave = (severity: string): boolean => {
  const folded = fold(severity.trim());
  return gravest.test(folded) || grave.test(folded);
};

const denied =
  /\b(?:no|not|never|without|rather than|instead of|avoid|prevent|full|another|previous|earlier|next|future|any|during a|if)\b[^.,;]{0,16}$|(?:没有|并非|不是|未|无|而非|避免|防止|上次|再次|如果|若)[^，。；]{0,8}$/i;

/** Sections about the incident as a whole, where a word for its weight is meant for all of it. */
const weighed: ReadonlySet<string | undefined> = new Set(['acknowledgement', 'customer-part', 'faq', undefined]);

/** The words of `pattern` in a block that weighs the incident, but for denied ones. */
function weights({ audience, block, section, text }: BlockText, pattern: RegExp) {
  if (audience !== 'customer' || block.quoted || !weighed.has(section?.kind)) return undefined;
  const folded = fold(text);
  const found = matchesIn(folded, pattern)
    .filter(({ index }) => !denied.test(folded.slice(Math.max(0, index - 30), index)))
    .map(({ 0: match, index }) => {
      const end = index + match.length;
      return { start: index, end, text: text.slice(index, end) };
    });
  return found.length > 0 ? found : undefined;
}

/** Where the document says that nothing worked. */
const totalsIn = (context: DocumentContext) =>
  context.facts('weight total', ({ text, block }) => {
    const match = block.kind === 'heading' || block.quoted ? null : total.exec(fold(text));
    if (!match) return undefined;
    const words = text.slice(match.index, match.index + 80).split(/[.。；;]/u)[0] ?? '';
    return { start: match.index, end: match.index + match[0].length, words };
  });

/** Grades of severity at which something hardly matters to customers. */
const lowest =
  /^(?:sev(?:erity)?[ -]?[45]|[sp][ -]?[45]|[45]|low(?:est)?|minor|trivial|cosmetic|四级|五级|[较最]?低|轻微|一般)$/i;
/** That it was hardly felt, said of the whole incident. */
const hardlyFelt =
  /\b(?:slightly|marginally|somewhat|a (?:little|bit|touch)|barely|hardly) (?:noticeably )?(?:slow(?:er)?|delayed|later?|sluggish|longer)\b|\bslow(?:er|ed)? (?:down )?(?:slightly|marginally|somewhat|a (?:little|bit))\b|\b(?:a|one|two|a few|few) (?:extra |more )?seconds? (?:longer|slower|more)\b|(?:只|仅|不过|可能)?(?:比平[时常]|较平[时常])?(?:稍稍?|略略?|轻微|些许|有点|有些)(?:微|为)?(?:变)?(?:慢|延迟|卡顿|缓慢)(?:一些|一点)?|[多慢](?:等)?(?:一两|几|两三|一二)秒/iu;
/** Of a part of it, of another time, or of what was not hit. */
const partly =
  /\b(?:other|others|rest|remaining|elsewhere|before|first|initially|until|then|afterwards|recover\w*|still|only (?:at|in|for|on)|some|part)\b|其他|其余|起初|最初|开始时|之前|恢复|随后|之后|部分|一些(?:用户|客户)/iu;
/** Sections of other things than what customers felt of it. */
const elsewhere = new Set([
  'timeline',
  'detection',
  'response',
  'resolution',
  'lessons',
  'actions',
  'people',
  'glossary',
]);

/** Where the document says that it was hardly felt. */
const hardlyFeltIn = (context: DocumentContext) =>
  context.facts('weight hardly', ({ text: prose, block, section }) => {
    if (block.quoted || block.kind === 'heading' || elsewhere.has(section?.kind ?? '')) return undefined;
    const text = fold(prose);
    const match = hardlyFelt.exec(text);
    if (!match) return undefined;
    const { index } = match;
    const before =
      text
        .slice(0, index)
        .split(/[.。；;!！]/u)
        .at(-1) ?? '';
    const behind = text.slice(index).split(/[.。；;!！]/u)[0] ?? '';
    if (partly.test(before + behind) || denied.test(before)) return undefined;
    return { start: index, end: index + match[0].length, words: prose.slice(index, index + match[0].length) };
  });

/** The severity that front matter names against what the text says of the whole incident. */
function* againstSeverity(postmortem: Postmortem, context: DocumentContext, written: string): Generator<Problem> {
  const severity = fold(written);
  const at = postmortem.frontMatter.places.get('severity');
  if (!at) return;
  if (lowest.test(severity)) {
    const all = totalsIn(context).filter(
      ({ block: { section }, value: { start }, block }) =>
        !elsewhere.has(section?.kind ?? '') &&
        !denied.test(fold(block.block.full.text.slice(Math.max(0, start - 30), start))),
    );
    const said = all.find(({ block }) => block.audience === 'customer') ?? all[0];
    if (said)
      yield {
        at,
        say: {
          en: `“severity” is ${written}, the grade of what hardly matters, but the text says “${said.value.words}”. Find out which is right and correct the other: customers who could do nothing do not take this for a trifle.`,
          zh: `severity 是 ${written}，属于影响很小的级别，而文中写着“${said.value.words}”。请核实并改正：什么都用不了的客户不会认为这是小事。`,
        },
      };
  } else if (gravest.test(severity) && totalsIn(context).length === 0) {
    const [said] = hardlyFeltIn(context);
    if (said)
      yield {
        at,
        say: {
          en: `“severity” is ${written}, the gravest, but the text says “${said.value.words}”. Find out which is right and correct the other: if it was that grave, say what customers could not do.`,
          zh: `severity 是 ${written}，属于最严重的级别，而文中写着“${said.value.words}”。请核实并改正：如果真的这么严重，请写明客户不能做什么。`,
        },
      };
  }
}

/** Whether this rule judges words that make light of it; no other needs to mark them then. */
export function judgesLightWords({ frontMatter }: Postmortem, context: DocumentContext): boolean {
  const { impact, severity = '' } = frontMatter.values;
  if (impact !== undefined) return impact === 'outage';
  return isGrave(severity) && totalsIn(context).length > 0;
}

/** Words that make light of it in a text that says elsewhere that nothing worked. */
function* lightWords(context: DocumentContext, severity: string): Generator<Problem> {
  const found = context.facts('weight light', (read) => weights(read, light));
  const [first] = found;
  if (!first) return;
  const [other] = totalsIn(context);
  if (!other || !isGrave(severity)) return;
  for (const { block, value } of found)
    for (const { start, end, text } of value)
      yield {
        at: placeIn(block, { start, end }),
        say: {
          en: `“${text}” says that it still worked, but elsewhere: “${other.value.words}”. Say that it did not work: customers who could do nothing read this as playing it down.`,
          zh: `“${text}”表示还能用，但别处写着“${other.value.words}”。请直接写明不能使用：客户会认为这是轻描淡写。`,
        },
      };
}

export const severityWord = defineRule({
  id: 'severity-word',
  category: 'facts',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'Words that weigh what it weighed', zh: '用词与严重程度相符' },
  why: {
    en: '“Slow” for a service that did not work at all is read as a lie; “outage” for one that was slow frightens customers who were not hit.',
    zh: '服务完全不能用，却说“变慢”，客户会认为在撒谎；服务只是变慢，却说“中断”，会吓到没有受影响的客户。',
  },
  examples: {
    audience: 'auto',
    bad: [
      '---\ntype: postmortem\nimpact: outage\n---\n\n# Late parcels\n\n## Customer explanation\n\n### What happened\n\nThere was a [[service degradation]] of the scanners.\n',
      '---\ntype: postmortem\nimpact: degradation\n---\n\n# Late parcels\n\n## Customer explanation\n\n### What happened\n\nThe [[outage]] began at 14:05 UTC.\n',
      '---\ntype: postmortem\nimpact: outage\n---\n\n# 包裹延误\n\n## 客户说明\n\n### 发生了什么\n\n扫描服务出现[[服务波动]]。\n',
      '---\ntype: postmortem\nseverity: [[SEV-4]]\n---\n\n# Late parcels\n\n## Customer explanation\n\n### What happened\n\nScanning was completely unavailable from 14:05 UTC.\n',
      '---\ntype: postmortem\nseverity: [[SEV-1]]\n---\n\n# Late parcels\n\n## Customer explanation\n\n### What happened\n\nScanning was slightly slower than usual.\n',
      '---\ntype: postmortem\nseverity: [[SEV-1]]\n---\n\n# 包裹延误\n\n## 客户说明\n\n### 发生了什么\n\n扫描只比平常稍慢一些。\n',
    ],
    good: [
      '---\ntype: postmortem\nimpact: outage\n---\n\n# Late parcels\n\n## Customer explanation\n\n### What happened\n\nThe outage began at 14:05 UTC.\n',
      '---\ntype: postmortem\nimpact: degradation\n---\n\n# Late parcels\n\n## Customer explanation\n\n### What happened\n\nScanning was slow. It was not an outage.\n',
      '---\ntype: postmortem\n---\n\n# 包裹延误\n\n## 客户说明\n\n### 发生了什么\n\n扫描变慢。\n',
      '---\ntype: postmortem\nseverity: SEV-2\n---\n\n# Late parcels\n\n## Customer explanation\n\n### What happened\n\nScanning was completely unavailable from 14:05 UTC.\n',
      '---\ntype: postmortem\nseverity: SEV-1\n---\n\n# Late parcels\n\n## Customer explanation\n\n### What happened\n\nNo parcel could be scanned. Our other pages were slightly slower.\n',
      '---\ntype: postmortem\nseverity: SEV-4\n---\n\n# Late parcels\n\n## Customer explanation\n\n### What happened\n\nScanning was slow; it was not completely unavailable.\n',
    ],
  },
  *document(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
    const { impact, severity } = postmortem.frontMatter.values;
    if (impact === undefined) {
      yield* lightWords(context, severity ?? '');
      if (severity) yield* againstSeverity(postmortem, context, severity.trim());
    }
    if (impact !== 'outage' && impact !== 'degradation') return;
    const wrong = impact === 'outage' ? 'degradation' : 'outage';
    for (const { block, value: found } of context.facts(`weight ${wrong}`, (read) => weights(read, words[wrong]))) {
      for (const { start, end, text } of found)
        yield {
          at: placeIn(block, { start, end }),
          say:
            wrong === 'outage'
              ? {
                  en: `“${text}” says that nothing worked, but “impact” in front matter is degradation. Say what was slow or failed in part; if it did not work at all, correct “impact”.`,
                  zh: `“${text}”表示完全不能用，而文件开头的 impact 是 degradation（降级）。请写明哪里变慢或部分失败；如果确实完全不能用，请改正 impact。`,
                }
              : {
                  en: `“${text}” says that it still worked, but “impact” in front matter is outage. Say that it did not work: customers who could do nothing read this as playing it down.`,
                  zh: `“${text}”表示还能用，而文件开头的 impact 是 outage（中断）。请直接写明不能使用：客户会认为这是轻描淡写。`,
                },
        };
    }
  },
});
