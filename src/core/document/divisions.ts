import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { rememberByText } from '../remember.js';
import { sentences } from './amounts.js';
import { quantitiesIn } from './quantities.js';
import { sharesIn } from './shares.js';

/** What a clause says of a number: "380 travelling with a vehicle", "华东 4,800 家". Offsets in the text. */
export interface Counted {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Stems of its clause, without the number. */
  readonly label: readonly string[];
  readonly isNegative: boolean;
  /** What is counted: the stem of an English noun, a Chinese measure word; `undefined` where none stands there. */
  readonly noun: string | undefined;
  /** Whether its clause or sentence speaks of those that were hit. */
  readonly isOfHit: boolean;
  /** "1,105 of them": of the number before it. */
  readonly isOfThem: boolean;
  readonly sentence: number;
}

/** A share of those that were hit, or of all, with what its sentence says of them. */
export interface ShareClaim {
  readonly start: number;
  readonly end: number;
  /** In per cent. */
  readonly least: number;
  readonly most: number;
  readonly label: readonly string[];
  readonly isNegative: boolean;
  /** Whether its sentence says nothing but of whom it is the share: "made up the smaller part of those affected". */
  readonly isIdentity: boolean;
  readonly isOfHit: boolean;
  /** Whether it is of customers as such, and says that they were hit. */
  readonly saysHit: boolean;
}

const idle = new Set(
  'the and for with that this from were was are have has had been who whom whose our your their them its all not could cannot can any than into out when while which then those these they you only just because during it be of to in on at an as by or but so did do does up us we he she some about around roughly nearly almost over under both each every per more-or-less altogether total other others rest remaining namely also still even there here very much'.split(
    ' ',
  ),
);
/** Words that tell those hit from others, or name a share: they say nothing of a part. */
const whole =
  /^(?:affec|hit|conce|impac|fault|failu|outag|incid|disru|probl|custo|user|clien|peopl|perso|one|two|three|four|five|six|seven|eight|nine|ten|half|third|quart|fifth|tenth|most|major|minor|part|small|large|bulk|share|porti|made|make|accou|repre|const|secon|luck|sadly|relie|unfor|fortu|happe|case|repor|resul|deliv|turn|end|final|well|good|mere|trave|want|bring|bro|use|get|got|tri|try|know|numbe|total|day)/;
const hanIdle =
  /[的了在是我们您和与也都把被有个将会就只约近占其中里些该这那一二两三四五六七八九十百千万成半过数张家位名间所户条件笔份共]/u;
const wholePairs =
  /受影|影响|波及|故障|中断|受损|总数|全部|大约|将近|不到|超过|左右|大概|比例|商户|客户|用户|卖家|企业|按行|业看|为主/u;

const stem = (word: string): string => {
  const bare = word.replace(/(?:ing|ied|ed|ies|y|e|es)$/u, '');
  return (bare.length < 4 ? word.replace(/(?<!s)s$/u, '') : bare.replace(/(?<!s)s$/u, '')).slice(0, 5);
};

/** Words for one thing that people put in several ways. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/^(?:charg|debit|bill)$/, 'charg'],
  [/^(?:delay|held|late|wait|overd)$/, 'delay'],
  [/^(?:lost|vanis|gone|missi|disap)$/, 'lost'],
  [/^(?:recov|resto|retri|found|bro)$/, 'recov'],
  [/^(?:reser|book)$/, 'book'],
  [/^(?:resul|repor)$/, 'repor'],
  [/^(?:parce|packa|shipm|consi)$/, 'parce'],
  [/^(?:messa|email|mail|text|notif)$/, 'messa'],
  [/^(?:twic|doubl|dupli)$/, 'twic'],
  [/^(?:work|emplo|staff)$/, 'work'],
  [/^(?:cance|void)$/, 'cance'],
  [/^(?:irish|irela)$/, 'irela'],
  [/^(?:briti|engli|uk)$/, 'kingd'],
  [/^(?:dutch|nethe)$/, 'nethe'],
  [/^(?:frenc|franc)$/, 'franc'],
  [/^(?:spani|spain)$/, 'spain'],
  [/^(?:polis|polan)$/, 'polan'],
  [/^(?:danis|denma)$/, 'denma'],
  [/^(?:swedi|swede)$/, 'swede'],
];
const canonical = (stemmed: string): string => alike.find(([pattern]) => pattern.test(stemmed))?.[1] ?? stemmed;

/** "按行业看", "餐饮和零售之外的", "可惜": they name no part. */
const aside = /[按从][^，,。；]{1,8}[看分说算](?=[，,])|[^，,。；]{1,12}(?:之外|以外)的?|可惜|遗憾|好在|幸好|万幸/gu;

/** Stems of English words, and pairs of Han characters. */
export function labelStems(words: string): string[] {
  const found: string[] = [];
  for (const [word] of matchesIn(words.toLowerCase(), /[a-z]{3,}/g))
    if (!idle.has(word)) found.push(canonical(stem(word)));
  for (const [run] of matchesIn(words.replace(aside, ' ').replace(hitHan, ' '), /[\u3400-\u9fff]{2,}/g))
    for (let at = 0; at + 1 < run.length; at++) {
      const pair = run.slice(at, at + 2);
      if (!hanIdle.test(pair)) found.push(pair);
    }
  return found;
}

const ofWhole = (stems: readonly string[]): string[] =>
  stems.filter((each) => !whole.test(each) && !wholePairs.test(each));

const negative =
  /\b(?:not|never|no|none|nobody|without|cannot|outside|except|other than|neither|unable)\b|n't\b|[没未不无]|之外|以外|除了?/i;
/** "No longer", "不到一半", "不少" deny nothing. */
const noNegation =
  /\b(?:no|not) (?:more|fewer|less|longer|quite|only)\b|(?<![取看收拿找查连打见得])不到|不足|不少|不过|不超过|不止|差不多|无疑|无奈/gi;
const isNegative = (words: string): boolean => negative.test(words.replace(noNegation, ' ').replace(aside, ' '));

const hit =
  /\b(?:affected|concerned|hit|impacted|disrupted|struck|caught (?:up|out)|delayed|turned away|locked out|met the (?:fault|error|problem)|of (?:them|these|those))\b|受影响|受到[^，。]{0,4}影响|受波及|波及|受损|拖累|中招|其中/i;

const hitHan = /受到?了?(?:[\u3400-\u9fff]{0,3})?(?:影响|波及|拖累|牵连|连累)|受损|中招|遭殃/gu;

/** What makes a sentence one of another time, a guess or a plan. */
const elsewhere =
  /[?？]|\b(?:last (?:year|month|time|week)|previous(?:ly)?|years? ago|estimat\w+|first (?:figure|said|thought)|at first|initially|originally|corrected|would|might|may|could have|should|if|unless|whether|will|usually|normally|on average|refund\w*|credit\w*|discount\w*|fees?|price|load|capacity|cpu|memory|disk|traffic|survey\w*|plan(?:s|ned)?)\b|如果|若|万一|去年|上次|此前|最初|起初|估[计算]|初步|更正|预计|将会|计划|可能|通常|平均|减收|减免|费|赔|补偿|优惠|折|退|负载|容量|内存|磁盘|流量|进度/i;

const clauseEnd = /[，,。；;：:、（）()！？!?]|\.(?=\s|$)/gu;

function clauseAround(text: string, start: number, end: number, own: { start: number; end: number }): string {
  const isHan = /[\u3400-\u9fff]/u.test(text.slice(own.start, own.end));
  if (!isHan) return '';
  let from = own.start;
  for (const match of matchesIn(text.slice(own.start, own.end), clauseEnd)) {
    const at = own.start + match.index;
    // "4,800" is no end of a clause.
    if (match[0] === ',' && /\d,\d/.test(text.slice(at - 1, at + 2))) continue;
    if (at < start) from = at + 1;
    else if (at >= end) return `${text.slice(from, start)} ${text.slice(end, at)}`;
  }
  return `${text.slice(from, start)} ${text.slice(end, own.end)}`;
}

/** "Of the clinics concerned, 41 …", "受影响的商户当中，……有 420 家". */
const ofThoseHit =
  /^\W*(?:of|among) (?:all )?(?:the|those|our|these) [^.;]{0,30}?(?:affected|concerned|hit|impacted)\b|受影响的?[^。；]{0,8}(?:中|里)|其中/i;

/** The noun right behind a number: "1,500 firms", "2,200 家". */
function nounOf(behind: string): string | undefined {
  const measure = /^\s?([个位名家户笔单条张件台份篇间辆班趟部所套处座批只根人])/u.exec(behind)?.[1];
  if (measure === '个') return /^\s?个(?<noun>[\u3400-\u9fff]{2})/u.exec(behind)?.groups?.noun;
  if (measure) return /[位名家户间所人]/u.test(measure) ? '家' : measure;
  const noun =
    /^ (?:of (?:the |our |those |these )?)?(?:[a-z-]+ ){0,2}?(?<noun>(?!(?:was|is|has|does|of|this|less|us|its)\b)[a-z]{3,}s|people)\b/i.exec(
      behind,
    )?.groups?.noun;
  return noun === undefined ? undefined : canonical(stem(noun.toLowerCase()));
}

/** Numbers below this are as likely of anything. */
const least = 3;
/** A row of more numbers than these is a table in prose. */
const most = 12;

/** Finds what a text counts, each number with the words of its clause. */
export const countedIn: (prose: string) => readonly Counted[] = rememberByText((prose) => {
  const text = fold(prose);
  // "Just under three." leaves out what it counts.
  const quantities = quantitiesIn(prose).filter(
    ({ value, end }) => value >= least && (value > 12 || !/^\s*(?:[.,;:)]|$)/.test(text.slice(end, end + 2))),
  );
  if (quantities.length === 0 || quantities.length > most) return [];
  return sentences(text).flatMap((own, sentence): Counted[] => {
    const inside = quantities.filter(({ start, end }) => start >= own.start && end <= own.end);
    const words = text.slice(own.start, own.end);
    if (inside.length === 0 || elsewhere.test(words)) return [];
    return inside.map((quantity, at) => {
      const { start, end, value } = quantity;
      const next = inside[at + 1]?.from ?? own.end;
      const behind = (/^[^;:]*/u.exec(text.slice(end, next))?.[0] ?? '').replace(/,? (?:and|while|but)?\s*$/i, '');
      const clause =
        clauseAround(text, start, end, own) ||
        (inside.length === 1 ? `${text.slice(own.start, start)} ${behind}` : behind);
      return {
        start,
        end,
        value,
        least: quantity.least,
        most: quantity.most,
        label: labelStems(clause),
        isNegative: isNegative(clause),
        noun: nounOf(text.slice(end, end + 60)),
        isOfHit: hit.test(clause) || ofThoseHit.test(text.slice(own.start, start)),
        isOfThem:
          /^ of (?:them|these|those|whom)\b/i.test(behind) ||
          /其中[^，。；\d]{0,8}$/u.test(text.slice(own.start, start)),
        sentence,
      };
    });
  });
});

/** Shares in words that name no number: "most of", "the smaller part", "过半". */
const looseShares: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:every|each) second\b|\bone in two\b/gi, 42, 58],
  [/\b(?:every|each) third\b/gi, 28, 39],
  [/\b(?:every|each) fourth\b/gi, 20, 30],
  [/\b(?:every|each) (?:tenth)\b/gi, 7, 13],
  [
    /\b(?:the (?:vast |great |overwhelming )?majority|most|the (?:bulk|larger part|greater part|larger share|lion's share)|more than half|over half)(?= of\b| [a-z]+s? (?:hit|affected|concerned)\b)/gi,
    50.1,
    100,
  ],
  [/\b(?:the|a) (?:smaller (?:part|share|half|group)|minority)\b/gi, 0, 49.9],
  [/\b(?:less|fewer) than half\b|\bunder half\b/gi, 0, 49.9],
  [
    /\b(?:every (?:single )?one|all|each) of (?=(?:the|those|these|our) (?:[a-z]+ ){0,2}(?:affected|concerned|hit)\b)/gi,
    97,
    100,
  ],
  [
    /\b(?:none|not one|not a single one) of (?=(?:the|those|these|our) (?:[a-z]+ ){0,2}(?:affected|concerned|hit)\b)/gi,
    0,
    0.01,
  ],
  [/过半数?(?!的)|超过一半|一大半|大半|大多数|多数(?!据)|绝大部分|大部分|一半以上/gu, 50.1, 100],
  [/(?:还)?(?:不到|不足|不及)(?:一半|半数)|少数(?!据)|小部分|一小半|小半/gu, 0, 49.9],
];
const upper = /(?:\b(?:fewer|less) than|\bunder|\bnot even|\bno more than|\bat most|不到|不足|不及|至多|最多)\s*$/i;
const lower = /(?:\b(?:more than|over|above|at least|well over)|超过|逾|至少)\s*$/i;
/** "三成出头", "一成半", "六成左右": what is behind widens it. */
const ofGroup = /^ (?:of )?(?:the |our |those |these |all |your )*(?<words>(?:[a-z'-]+ ?){1,3})/i;
const identity =
  /\b(?:made? up|make up|account(?:ed|s)? for|represent(?:ed|s)?|constitut\w+|came to|is|are|were|was)\b|占|(?:就|都|全)?是/i;
const sureIdentity = /\b(?:made? up|make up|account(?:ed|s)? for|represent(?:ed|s)?|constitut\w+)\b|占/i;
const hitOfAll =
  /^ of (?:our|all|all our|the|your) (?:[a-z]+ )?(?:clients?|customers?|users?|companies|practices|clinics|schools|shops|traders|merchants|members|subscribers|homes|households|accounts|sellers|businesses)\b[^.;:,]{0,20}\b(?:affected|hit|impacted|(?:had|have) the (?:problem|fault|trouble)|could not|were (?:locked out|unable|down)|was hit|ran into|noticed)/i;
const zhHitOfAll =
  /^(?:左右|以上|多)?的?(?:客户|用户|商户|企业|卖家|诊所|学校|会员|门店|店铺)[^，。；]{0,6}(?:受到?[^，。]{0,3}影响|受波及|遇到|碰到|无法|没法)/u;
const shareHint =
  /%|per ?cent|\b(?:half|thirds?|quarters?|fifths?|tenths?|most|majority|bulk|minority|smaller|larger|second|third|every|none|all|each|not one)\b| in (?:two|three|four|five|six|seven|eight|nine|ten|\d)|out of|分之|半|成|多数|多數|部分|少数|少數/i;

/** Finds the shares of those hit that a text names, each with what its sentence says of them. */
export const shareClaims: (prose: string) => readonly ShareClaim[] = rememberByText((prose) => {
  if (prose.length > 4000 || !shareHint.test(prose)) return [];
  const text = fold(prose);
  const numbers = quantitiesIn(prose);
  const exact = sharesIn(prose);
  return sentences(text).flatMap((own): ShareClaim[] => {
    const words = text.slice(own.start, own.end);
    if (elsewhere.test(words)) return [];
    const loose = looseShares.flatMap(([pattern, few, many]) =>
      matchesIn(words, pattern).map((match) => ({
        start: own.start + match.index,
        end: own.start + match.index + match[0].length,
        least: few,
        most: many,
      })),
    );
    const told = exact
      .filter((each) => each.start >= own.start && each.end <= own.end && !each.isAside)
      .filter((each) => !loose.some((other) => other.start < each.end && each.start < other.end))
      .map((each) => {
        const before = text.slice(Math.max(own.start, each.start - 16), each.start);
        const said = text.slice(each.start, each.end);
        const isUpper = upper.test(before) || /^(?:less|under|不到)/i.test(said);
        const isLower = lower.test(before) || /^(?:more|over|超过|逾)/i.test(said);
        const slack = Math.max(2, 0.2 * each.value);
        return {
          start: each.start,
          end: each.end,
          least: isUpper ? 0 : isLower ? each.value : each.value - slack,
          most: isUpper ? each.value : isLower ? Math.min(100, 1.8 * each.value) : each.value + slack,
        };
      });
    const all = [...loose, ...told];
    const [share] = all;
    if (!share || all.length > 1) return [];
    // A number of the same sentence is what the share is of.
    if (
      numbers.some(
        ({ start, end, value }) =>
          start >= own.start && end <= own.end && value >= 2 && (end <= share.start || start >= share.end),
      )
    )
      return [];
    const before = text.slice(own.start, share.start);
    const behind = text.slice(share.end, own.end);
    const label = ofWhole(labelStems(`${before} ${behind}`));
    const group = ofGroup.exec(behind.startsWith(' ') ? behind : ` ${behind}`)?.groups?.words ?? '';
    const inGroup = new Set(
      ofWhole(labelStems(group.replace(/\b(?:those|people) (?:affected|hit|concerned).*$/i, ''))),
    );
    // "餐饮店的三成": of the part.
    const isOfPart =
      /(?:的|中|里|当中)(?:有|约|近)?\s*$/u.test(before) &&
      !hit.test(before.slice(-14)) &&
      !/[，,]/.test(before.slice(-3));
    if (isOfPart) return [];
    return [
      {
        ...share,
        label: label.filter((each) => !inGroup.has(each) || label.lastIndexOf(each) !== label.indexOf(each)),
        isNegative: isNegative(`${before.replace(upper, ' ')} ${behind}`),
        isIdentity: sureIdentity.test(words) || (identity.test(words) && label.length <= 3) || label.length <= 2,
        isOfHit: hit.test(words),
        saysHit:
          (hitOfAll.test(behind) || zhHitOfAll.test(behind)) &&
          !isNegative(behind.replace(/\b(?:could not|unable)\b|无法|没法/gi, '')),
      },
    ];
  });
});

/** "More", "less": what tells one part from the other where both name an hour. */
export const isDirection = (stemmed: string): boolean => /^(?:more|less|long|longe|short)$/.test(stemmed);

/** How much two labels share; a direction ("more", "less") weighs more than a thing. */
export function overlap(one: readonly string[], other: readonly string[]): number {
  let shared = 0;
  for (const each of new Set(one)) if (other.includes(each)) shared += isDirection(each) ? 2 : 1;
  return shared;
}
export const withoutWhole = ofWhole;
