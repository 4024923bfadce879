import { fenceInFront } from '../document/front-matter.js';
import type { Postmortem } from '../document/postmortem.js';
import { looksLikeMarker } from './marker-lines.js';
import { hidesInPlainText } from './other-notations.js';
import { hidesText } from './plain-text.js';
import { type Refusal, refusal } from './refusal.js';

const keyLine = /^[ \t]*[\w-]+[ \t]*[:=](?:[ \t]|[\r\n]|$)/;

/** Front matter that is not read as such, so that its lines are text: indented, after something, badly closed, TOML. */
function misplaced(postmortem: Postmortem): Refusal | undefined {
  const { text, frontMatter } = postmortem;
  if (frontMatter.at) return undefined;
  const fence = fenceInFront(text);
  if (!fence) return undefined;
  const { start, end } = fence;
  const rest = text.slice(end).replace(/^(?:\s*#[^\r\n]*[\r\n]+|\s*[\r\n]+)*/, '');
  if (!keyLine.test(rest.slice(0, 200))) return undefined;
  return refusal(
    'marker',
    { start, end: start + text.slice(start, end).trimEnd().length },
    'This looks like front matter but is not read as such, so its lines count as text. It starts with “---” in the very first line, ends with “---” alone on a line, and is YAML.',
    '这里像是 front matter，但没有被识别，其中各行会被当作正文。它必须从文件第一行的“---”开始，以单独一行“---”结束，内容为 YAML。',
  );
}

/** What in the front matter keeps the customer version from being made. */
export function frontMatterRefusals(postmortem: Postmortem): Refusal[] {
  const { frontMatter, text } = postmortem;
  const found: Refusal[] = [];
  const lost = misplaced(postmortem);
  if (lost && (postmortem.hasCustomerPart || /^[ \t]*(?:audience|type)[ \t]*[:=]/m.test(text.slice(0, 4000))))
    found.push(lost);
  for (const { at, say, decides } of frontMatter.problems) if (decides) found.push({ kind: 'front-matter', at, say });
  const shown: [string, string | undefined][] = [
    ['title', frontMatter.values.title],
    ...[...(frontMatter.values.glossary ?? [])].map(([term, words]): [string, string] => [
      'glossary',
      `${term}\n${words}`,
    ]),
  ];
  for (const [key, value] of shown) {
    const at = frontMatter.places.get(key);
    if (!value || !at) continue;
    if (hidesText(value) || hidesInPlainText(value) || value.split('\n').some(looksLikeMarker))
      found.push(
        refusal(
          'marker',
          at,
          `“${key}” goes to customers as plain text: markers, tags and struck words do not work in it, and it must not hold invisible characters.`,
          `“${key}”会作为纯文本提供给客户：其中不能使用标记、标签和删除线，也不能含有不可见字符。`,
        ),
      );
  }
  return found;
}
