import { chineseSentences } from '../language/chinese.js';
import { englishTree } from '../language/english.js';
import { endsSentence, type Token } from '../language/tokens.js';
import { type BlockText, defineRule, type Problem } from './rule.js';

/** Words of an English sentence, and characters of a Chinese one, up to which readers can follow. */
const mostWords = 40;
const mostCharacters = 90;

/** A semicolon lets readers draw breath: English clauses up to this length count apart, where there are not too many. */
const mostWordsOfClause = 30;
const mostClauses = 3;

/** A stretch longer than this is a list or a dump that no parser should cut into sentences, in UTF-16 units. */
const longestParsed = 3000;

/** How many tokens a reader has to keep in mind: no quotations, brackets, figures, nor a list behind a colon. */
function weigh(tokens: readonly Token[]): number {
  let weight = 0;
  let depth = 0;
  let listed = 0;
  let commas = 0;
  let afterColon = false;
  for (const { kind, key } of tokens) {
    if (/^[“「『(（[【]$/.test(key)) depth++;
    else if (/^[”」』)）\]】]$/.test(key)) depth = Math.max(0, depth - 1);
    if (key === ':' || key === '：') afterColon = true;
    if (afterColon && (kind === 'comma' || key === ';')) commas++;
    if (depth > 0 || (kind !== 'word' && kind !== 'han')) continue;
    weight++;
    if (afterColon) listed++;
  }
  return commas >= 2 ? weight - listed : weight;
}

/** Whether semicolons part it into few clauses, each easy to hold on to. */
function breathes(tokens: readonly Token[]): boolean {
  const clauses: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (/^[“(]$/.test(token.key)) depth++;
    else if (/^[”)]$/.test(token.key)) depth = Math.max(0, depth - 1);
    if (token.key === ';' && depth === 0) clauses.push([]);
    else clauses.at(-1)?.push(token);
  }
  return (
    clauses.length > 1 && clauses.length <= mostClauses && clauses.every((clause) => weigh(clause) <= mostWordsOfClause)
  );
}

function* stretches(tokens: readonly Token[]): Generator<readonly Token[]> {
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (!endsSentence(tokens, at) && at < tokens.length - 1) continue;
    yield tokens.slice(from, at + 1);
    from = at + 1;
  }
}

const say = {
  en: (words: number): string =>
    `This sentence has ${words} words. Few readers hold on to more than ${mostWords}: make two or three of it, one thought each.`,
  zh: (count: number, unit: string): string =>
    `这句话有 ${count} 个${unit}，读者很难一口气读懂。请拆成两三句，每句只说一件事。`,
};

/** Where the sentence can be cut by retext-english, its sentences; else the whole stretch. */
function sentencesIn(text: string, start: number, end: number): { start: number; end: number }[] {
  if (end - start > longestParsed) return [{ start, end }];
  const found: { start: number; end: number }[] = [];
  for (const paragraph of englishTree(text.slice(start, end)).children) {
    if (paragraph.type !== 'ParagraphNode') continue;
    for (const { type, position } of paragraph.children) {
      const from = position?.start.offset;
      const to = position?.end.offset;
      if (type === 'SentenceNode' && from !== undefined && to !== undefined)
        found.push({ start: start + from, end: start + to });
    }
  }
  return found;
}

function* english({ text, tokens }: BlockText): Generator<Problem> {
  for (const stretch of stretches(tokens)) {
    const first = stretch[0];
    const last = stretch.at(-1);
    if (!first || !last || stretch.length <= mostWords || weigh(stretch) <= mostWords) continue;
    for (const at of sentencesIn(text, first.start, last.end)) {
      const own = stretch.filter((token) => token.start >= at.start && token.end <= at.end);
      const words = weigh(own);
      if (words > mostWords && !breathes(own)) yield { at, say: { en: say.en(words), zh: say.zh(words, '词') } };
    }
  }
}

function* chinese({ text, tokens }: BlockText): Generator<Problem> {
  let next = 0;
  for (const { start, end } of chineseSentences(text)) {
    const own: Token[] = [];
    for (let token = tokens[next]; token && token.start < end; token = tokens[++next]) own.push(token);
    const first = own[0];
    const count = weigh(own);
    if (!first || count <= mostCharacters) continue;
    yield {
      at: { start: Math.max(start, first.start), end: own.at(-1)?.end ?? end },
      say: {
        en: `This sentence has ${count} characters. Few readers hold on to more than ${mostCharacters}: make two or three of it, one thought each.`,
        zh: say.zh(count, '字'),
      },
    };
  }
}

const longExample =
  'When the second power line, which had been out of use since the work in March and which had not been switched on again afterwards, was needed on the evening of 6 May because the first one failed during the storm, no power was left for the machines in that hall.';

export const longSentence = defineRule({
  id: 'long-sentence',
  category: 'plain',
  severity: 'info',
  reads: 'customer',
  title: { en: 'One thought a sentence', zh: '一句话只说一件事' },
  why: {
    en: 'A customer reads the explanation once, often on a telephone and often upset. A sentence that must be read twice is not read.',
    zh: '客户往往在手机上、在着急的时候只读一遍。需要读两遍的句子，等于没有读。',
  },
  examples: {
    bad: [
      `[[${longExample}]]`,
      '[[由于负责记录订单状态的数据库在凌晨进行例行维护时因为磁盘空间不足而停止了写入并且备用数据库又因为配置没有同步更新而没有能够及时接替它的工作所以从三点到五点之间提交的订单虽然页面显示已经成功但是实际上并没有被保存下来也没有发送到仓库。]]',
    ],
    good: [
      'The first power line failed during the storm. The second one had been switched off since March, so no power was left.',
      'We have six technicians for 70 cinemas, which was too few on the night that nine projectors failed; we are hiring four more, and until they start on 2 January we will keep the late show off sale at three of our sites.',
      'These 12 shops could not take payments: Aachen, Berlin, Bonn, Bremen, Dresden, Essen, Frankfurt, Hamburg, Hannover, Kiel, Leipzig and Mainz, and in each of them the card readers at the tills showed the same message from half past nine until the evening of that day.',
      '凌晨的维护中磁盘写满，数据库停止了写入。备用数据库没有接替，因此三点到五点的订单没有保存。',
    ],
  },
  *block(block) {
    if (block.block.kind === 'heading' || block.block.quoted) return;
    yield* block.language === 'zh' ? chinese(block) : english(block);
  },
});
