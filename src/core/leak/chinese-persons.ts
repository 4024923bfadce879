import data from '../../data/names.json' with { type: 'json' };
import type { Span } from '../finding.js';
import { lateRegExp } from '../late.js';
import { matchesIn } from '../matches.js';

const { zh } = data;
const surnames = new Set(zh.surnames);
const doubtful = new Set(zh.doubtful);
const longOnly = new Set(zh.longOnly);
const compound = new Set(zh.compound);
const given = new Set(zh.given);
const afters = new Set(zh.afters);
const notNames = new Set(zh.notNames);

const any = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const isHan = (character = ''): boolean => character >= '\u4e00' && character <= '\u9fff';

/**
 * How long a name that begins at an offset may be, in the order in which lengths are tried; zero where none begins. Sets
 * and no expressions: a class of hundreds of characters costs an engine milliseconds, each time one names it.
 */
type Form = (text: string, at: number) => readonly number[];

/** What may follow a name: no Han character, or one that no name ends with. */
const isOver = (text: string, end: number): boolean => !isHan(text[end]) || afters.has(text[end] ?? '');

/** Two or three characters, told from words by what follows. */
const fullName: Form = (text, at) => {
  const [first = '', second = '', third = ''] = text.slice(at, at + 3);
  const isSure = surnames.has(first) && isHan(second);
  const isRare = doubtful.has(first) && given.has(second);
  const ends = (length: number): boolean => isOver(text, at + length);
  if ((isSure || isRare) && ends(2)) return [2];
  return ((isSure && isHan(third)) || (isRare && given.has(third))) && ends(3) ? [3] : [];
};

/** A surname, and one or two characters that people are named with. */
const certainName: Form = (text, at) => {
  const [first = '', second = '', third = ''] = text.slice(at, at + 3);
  if (!(surnames.has(first) || doubtful.has(first)) || !given.has(second)) return [];
  return given.has(third) ? [3, 2] : [2];
};

const certainNameAlone: Form = (text, at) => certainName(text, at).filter((length) => isOver(text, at + length));

/** A surname and two characters that people are named with: sure enough without looking at what follows. */
const longName: Form = (text, at) => {
  const [first = '', second = '', third = '', fourth = ''] = text.slice(at, at + 4);
  const isSurname = surnames.has(first) || doubtful.has(first) || longOnly.has(first);
  if (isSurname && given.has(second) && given.has(third) && !'三四五'.includes(second)) return [3];
  if (!compound.has(first + second) || !given.has(third)) return [];
  return given.has(fourth) ? [4, 3] : [3];
};

/** A surname and one or two characters, whatever they are. */
const anyName: Form = (text, at) => {
  const [first = '', second, third] = text.slice(at, at + 3);
  if (!surnames.has(first) || !isHan(second)) return [];
  return isHan(third) ? [3, 2] : [2];
};

/** A name, and where what tells it begins. */
interface Named extends Span {
  readonly from: number;
}

/** Finds names in one kind of place. */
type Look = (text: string) => Named[];

/** Names that begin where `cue` ends, and behind which `then` matches. */
const namesAfter =
  (cue: () => RegExp, form: Form, then?: () => RegExp): Look =>
  (text) =>
    matchesIn(text, cue()).flatMap((match) => {
      const start = match.index + match[0].length;
      const length = form(text, start).find((length) => {
        const next = then?.();
        if (next) next.lastIndex = start + length;
        return next?.test(text) ?? true;
      });
      return length ? [{ from: match.index, start, end: start + length }] : [];
    });

/** Names that end where `cue` begins. */
const namesBefore =
  (cue: () => RegExp, form: Form): Look =>
  (text) =>
    matchesIn(text, cue()).flatMap(({ index: end }) => {
      const length = [3, 2].find((length) => form(text, end - length).includes(length));
      return length ? [{ from: end - length, start: end - length, end }] : [];
    });

/** An expression whose first group is the name. */
const namesIn =
  (pattern: () => RegExp): Look =>
  (text) =>
    matchesIn(text, pattern()).map((match) => {
      const name = match[1] ?? '';
      const start = match.index + match[0].lastIndexOf(name);
      return { from: match.index, start, end: start + name.length };
    });

const roles = any(zh.roles);
const work = '(?:负责|处理|执行|重启|跟进|操作|修复|发布|部署|牵头|值班|排查|上线|回滚|删除|误删|登录)';

const looks: readonly Look[] = [
  namesAfter(lateRegExp(`(?:${roles})\\s?[：:（(]?\\s?`, 'g'), fullName),
  // "财务小王"; "小高峰", "小程序" name nobody.
  namesIn(
    lateRegExp(
      `(?:${roles}|财务|人事|行政|前台|后勤|研发|测试|售后|仓库|库房|机房|夜班|早班|晚班|中班)的?([小老阿][王李张刘陈杨赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾])(?![峰板师家])`,
      'g',
    ),
  ),
  namesAfter(() => /(?:团队|小组|组|部门|部|中心|值班|当班|当值|值守|夜班|在场|在岗|经办|拍板)的/g, certainNameAlone),
  // "电池由运维部王志强换好": behind a department only a name that needs no look at what follows.
  namesAfter(
    () =>
      /(?:运维|研发|开发|技术|测试|网络|数据|信息|财务|市场|产品|工程|安全|行政|人事|调度|仓储|物流|售后|维修|设备|后勤|运营|机务|客运|检修|化验)(?:部|组|科|处|室|部门|中心|团队|小组)/g,
    longName,
  ),
  namesBefore(lateRegExp(`[（(][\\u4e00-\\u9fff]{0,6}(?:${roles}|值班|运维|开发|研发|测试)`, 'g'), certainName),
  namesAfter(lateRegExp(`(?:${roles}|(?:${any(zh.places)})的)\\s?[：:（(]?\\s?`, 'g'), longName),
  namesAfter(
    () => /是|由|找|联系|联络|请|向|交给|问|询问|致电|呼叫|叫醒|叫来/g,
    longName,
    () => /[\u4e00-\u9fff，。；、]|$/y,
  ),
  namesAfter(() => /由/g, anyName, lateRegExp(work, 'y')),
  namesAfter(
    () => /(?<![\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g,
    certainName,
    lateRegExp(
      `(?:会|将|已|正)?(?:在[^。；，]{0,12})?(?:给|向|与|跟|同)[^。；，]{0,10}(?:打电话|联系|发信|写信|致电|沟通|说明|通报)|(?:误|手动|随即|立即|立刻|紧急|当时|已|已经|在[^。；，]{0,12})?${work}`,
      'y',
    ),
  ),
  namesIn(
    lateRegExp(
      `(?<![职员施手人化分竣罢开复加民])([${zh.surnames}]工)(?![作程具厂人业单资会艺地序况期时号商龄种位匠学])`,
      'g',
    ),
  ),
  // "基础架构组的 Kevin Hsu".
  namesIn(() => /(?:团队|小组|组|部门|部|中心|科|处)的\s?([A-Z][a-z]{1,14}(?: [A-Z][a-z]{1,14}){1,2})(?![A-Za-z])/g),
  namesIn(
    () =>
      /(?:^|[^\u4e00-\u9fff]|[由和与让请找被是系问给同])([老小][王李张刘陈赵吴徐朱郭罗郑梁宋韩冯邓曹彭蔡])(?=[在将把对已误手重执删发负和与等先也没修改操进接处启关回上通随正被提部登运擅忘漏，。、；]|$)/g,
  ),
];

/** Whom readers are told to turn to. */
const isYours = /(?:您|你)的[^。，]{0,6}$/;

/**
 * Names in Chinese text, as `findPersons` gives them.
 * @returns Places, by the kinds of place they stand in; they may overlap.
 */
export function chinesePersons(text: string): Span[] {
  return looks
    .flatMap((look) => look(text))
    .filter(
      ({ from, start, end }) =>
        !notNames.has(text.slice(start, Math.min(end, start + 2))) &&
        !isYours.test(text.slice(Math.max(0, from - 12), from)),
    )
    .map(({ start, end }) => ({ start, end }));
}
