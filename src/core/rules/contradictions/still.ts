import type { Postmortem } from '../../document/postmortem.js';
import { stillBroken } from '../../document/still.js';
import type { Span } from '../../finding.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { parts, wordsOf } from './common.js';
import type { KnownFacts } from './known.js';

const over =
  /^[^\p{L}\p{N}]*(?:resolved|closed|completed?|done|over|ended|fixed|已?(?:解决|关闭|结束|完成|恢复|修复))[^\p{L}\p{N}]*$/iu;
const underWay = /investigat|identif|monitor|mitigat|open|ongoing|active|progress|进行|处理中|监控|观察/iu;
/** Sections whose text may tell a moment of the past in the present tense, or what is by design. */
const elsewhere: ReadonlySet<string> = new Set(['timeline', 'cause', 'recovery-log']);

/** "Two depots are still closed" in a document that is marked as resolved. */
export function* still(postmortem: Postmortem, { incident }: KnownFacts, context: DocumentContext): Generator<Problem> {
  const { status, message } = postmortem.frontMatter.values;
  const resolved = incident.moments.get('resolved');
  if (message === 'first-notice' || message === 'update') return;
  const isMarked = status !== undefined && over.test(status);
  if (!isMarked && (!resolved || resolved.isRow || underWay.test(status ?? ''))) return;
  const truth = isMarked ? `status: ${status}` : `${resolved?.name}: ${resolved?.text}`;
  for (const said of parts<Span>(context, 'still', stillBroken)) {
    if (said.block.block.kind === 'heading' || elsewhere.has(said.block.section?.kind ?? '')) continue;
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${wordsOf(said)}”, but front matter says “${truth}”. If it is over, say since when; if not, correct the front matter: customers who still cannot use it do not believe the rest.`,
        zh: `这里说“${wordsOf(said)}”，但文件开头写的是“${truth}”。如果已经恢复，请写明何时恢复；如果还没有，请改正文件开头：仍受影响的客户不会相信其余内容。`,
      },
    };
  }
}
