import type { PhrasingContent } from 'mdast';
import { judgeLink } from './links.js';

const ends = /[ \t\n]$/;
const starts = /^[ \t\n]/;
const closing = /^[ \t\n]*[.,;:!?)\]}，。；：！？、）】」』”]/;

/** Takes the white space off one of two texts between which words were taken out, so that no gap tells of them. */
function meet(before: PhrasingContent | undefined, after: PhrasingContent): PhrasingContent {
  if (after.type !== 'text') return after;
  if (!before) return { ...after, value: after.value.replace(/^[ \t\n]+/, '') };
  if (before.type !== 'text') return after;
  if (closing.test(after.value)) {
    before.value = before.value.replace(/[ \t\n]+$/, '');
    return { ...after, value: after.value.replace(/^[ \t\n]+/, '') };
  }
  if (ends.test(before.value) && starts.test(after.value)) before.value = before.value.replace(/[ \t\n]+$/, '');
  return after;
}

/**
 * Joins what was made of siblings: neighbouring texts become one, and where words were taken out (`undefined`) no
 * doubled space and no space before a comma is left.
 */
export function closeGaps(pieces: readonly (readonly PhrasingContent[] | undefined)[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let gap = false;
  for (const piece of pieces) {
    if (!piece) {
      gap = true;
      continue;
    }
    for (const node of piece) {
      const next = gap ? meet(out.at(-1), node) : node;
      gap = false;
      const last = out.at(-1);
      if (next.type === 'text' && next.value === '') continue;
      if (next.type === 'text' && last?.type === 'text') last.value += next.value;
      else out.push(next.type === 'text' ? { ...next } : next);
    }
  }
  const last = out.at(-1);
  if (gap && last?.type === 'text') last.value = last.value.replace(/[ \t\n]+$/, '');
  return out.filter((node) => node.type !== 'text' || node.value !== '');
}

const address =
  /https?:\/\/[^\s<>"'“”‘’，。；：！？、（）【】《》「」]*[^\s<>"'“”‘’，。；：！？、（）【】《》「」.,;:!?)\]}*_~]|(?<![\w.+@/-])[a-z\d][\w.+-]*@(?:[a-z\d-]+\.)+[a-z]{2,}(?![\w@-])/gi;

/** Makes plain web and e-mail addresses in texts links where they may be; else they stay text. */
export function linkAddresses(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  if (!nodes.some((node) => node.type === 'text' && /@|:\/\//.test(node.value))) return [...nodes];
  return nodes.flatMap((node) => {
    if (node.type !== 'text') return [node];
    const out: PhrasingContent[] = [];
    let from = 0;
    for (const match of node.value.matchAll(address)) {
      const label = match[0];
      const verdict = judgeLink(label.includes('://') ? label : `mailto:${label}`, label);
      if (verdict.kind !== 'open') continue;
      if (match.index > from) out.push({ type: 'text', value: node.value.slice(from, match.index) });
      out.push({ type: 'link', url: verdict.url, title: null, children: [{ type: 'text', value: label }] });
      from = match.index + label.length;
    }
    if (from < node.value.length) out.push({ type: 'text', value: node.value.slice(from) });
    return out;
  });
}
