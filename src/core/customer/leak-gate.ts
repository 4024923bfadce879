import type { Nodes } from 'mdast';
import type { Postmortem } from '../document/postmortem.js';
import { internalName } from '../document/prose.js';
import { textOf } from './rebuild.js';
import { type Refusal, refusal } from './refusal.js';
import { timesInWords } from './timeline-picture.js';
import { eachNode } from './tree.js';
import { customerView } from './view.js';
import { comparable, shingles, tellingWords } from './words.js';

/** What stands only in internal places: each with where it stands in the document. */
interface Secrets {
  readonly words: ReadonlyMap<string, number>;
  readonly shingles: ReadonlyMap<number, number>;
}

/**
 * What a customer may see in the source, found without the tree that exports are written from: each piece of text as
 * read and as written, and the pieces of a block joined.
 */
function publicTexts(postmortem: Postmortem): string[] {
  const texts: string[] = [];
  let joined = '';
  const add = (text: string): void => {
    texts.push(text);
    joined += text;
  };
  const walk = (node: Nodes, source: string): void => {
    switch (node.type) {
      case 'containerDirective':
      case 'leafDirective':
      case 'html':
        return;
      case 'textDirective':
        if (node.children.length === 0) add(`:${node.name}`);
        return;
      case 'text':
        add(node.value);
        texts.push(source.slice(node.position?.start.offset, node.position?.end.offset));
        return;
      case 'inlineCode':
      case 'code':
        add(node.value);
        return;
      case 'definition':
        texts.push(node.url);
        return;
      case 'link':
        texts.push(node.url);
        break;
      case 'image':
      case 'imageReference':
        texts.push(node.alt ?? '');
        return;
    }
    if ('children' in node) for (const child of node.children) walk(child, source);
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      texts.push(joined);
      joined = '';
    }
  };
  for (const { node, chunk, audience } of postmortem.nodes) if (audience === 'customer') walk(node, chunk.chunk.text);
  return texts;
}

interface Said {
  readonly text: string;
  readonly at: number;
}

/** Words that were taken out of customer blocks. */
function takenOut(postmortem: Postmortem): Said[] {
  const texts: Said[] = [];
  for (const { node, chunk, audience } of postmortem.nodes) {
    if (audience !== 'customer') continue;
    eachNode(node, (part) => {
      if (part.type !== 'textDirective' || part.name !== internalName) return;
      texts.push({ text: textOf(part.children), at: chunk.offset + (part.position?.start.offset ?? 0) });
    });
  }
  return texts;
}

/** Blocks as readers see them, so that a shingle goes across emphasis and links. */
function blockTexts(postmortem: Postmortem, audience: 'customer' | 'internal'): Said[] {
  const texts: Said[] = audience === 'internal' ? takenOut(postmortem) : [];
  for (const { block, chunk, audience: own } of postmortem.blocks) {
    if (own === audience)
      texts.push({ text: (own === 'customer' ? block.prose : block.full).text, at: chunk.offset + block.start });
  }
  for (const { code, chunk, audience: own } of postmortem.code)
    if (own === audience) texts.push({ text: code.text, at: chunk.offset + code.start });
  return texts;
}

/** Words that exports make of front matter themselves: the title, the explanations, the times. */
function madeTexts(postmortem: Postmortem): string[] {
  const view = customerView(postmortem);
  const times = timesInWords(view.times);
  const { glossary } = postmortem.frontMatter.values;
  return [
    view.title,
    ...[...(glossary ?? [])].flat(),
    ...(times ? [times.caption, ...times.rows.flatMap(({ label, when, after }) => [`${label} ${when} ${after}`])] : []),
  ];
}

function secretsOf(postmortem: Postmortem): Secrets {
  const source = comparable(postmortem.text);
  const known = publicTexts(postmortem).map(comparable);
  const made = madeTexts(postmortem).map(comparable);
  const open = new Set<string>();
  for (const text of known) tellingWords(text, (word) => open.add(word));
  for (const text of made)
    tellingWords(text, (word, _, telling) => {
      if (!telling) open.add(word);
    });
  // NFKC may change lengths; then places in the source are near, not exact.
  const words = new Map<string, number>();
  tellingWords(source, (word, at) => {
    if (!open.has(word) && !words.has(word)) words.set(word, at);
  });

  const said = new Set<number>();
  const seen = blockTexts(postmortem, 'customer').map(({ text }) => comparable(text));
  for (const text of [...seen, ...made, ...known]) shingles(text, (shingle) => said.add(shingle));
  const kept = new Map<number, number>();
  for (const { text, at } of blockTexts(postmortem, 'internal'))
    shingles(comparable(text), (shingle, within) => {
      if (!said.has(shingle) && !kept.has(shingle)) kept.set(shingle, at + within);
    });
  return { words, shingles: kept };
}

const remembered = new WeakMap<Postmortem, Secrets>();

function secrets(postmortem: Postmortem): Secrets {
  const made = remembered.get(postmortem) ?? secretsOf(postmortem);
  remembered.set(postmortem, made);
  return made;
}

/** Hosts and names that the formats themselves consist of. */
const ofFormats = new Set(['www.w3.org', 'w3.org', 'schemas.openxmlformats.org', 'schemas.microsoft.com', 'purl.org']);

/** What was read back from a finished export. */
export interface ReadBack {
  /** What a reader can come to see: text, attribute values, metadata. */
  readonly text: string;
  /** Everything else in the bytes that is text; only telling words are looked for in it. */
  readonly raw: string;
}

/**
 * Compares a finished export with what stands only in internal places of the document.
 * @returns A refusal for each place (at most ten) whose words came out; empty when none did.
 */
export function findLeaks(postmortem: Postmortem, back: ReadBack): Refusal[] {
  const { words, shingles: kept } = secrets(postmortem);
  const places = new Map<number, string>();
  const note = (at: number, found: string): void => {
    if (found.length > (places.get(at)?.length ?? 0)) places.set(at, found);
  };
  const text = comparable(back.text);
  const raw = back.raw === back.text ? '' : comparable(back.raw);
  tellingWords(text, (word) => {
    const at = words.get(word);
    if (at !== undefined && !ofFormats.has(word)) note(at, word);
  });
  tellingWords(raw, (word, _, telling) => {
    const at = words.get(word);
    if (at !== undefined && telling && !ofFormats.has(word)) note(at, word);
  });
  shingles(text, (shingle, from, to) => {
    const at = kept.get(shingle);
    if (at !== undefined) note(at, text.slice(from, to).replace(/\s+/g, ' '));
  });
  const found: { start: number; end: number; word: string }[] = [];
  for (const [start, word] of [...places].sort(([a], [b]) => a - b)) {
    const end = Math.min(postmortem.text.length, start + word.length);
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end, word });
  }
  return found
    .slice(0, 10)
    .map(({ start, end, word }) =>
      refusal(
        'leak',
        { start, end },
        `“${word}” stands only in an internal place, but was found in the finished export. Nothing was written. If customers may read it, say it in the customer part.`,
        `“${word}”只出现在内部内容中，却在生成的文件里找到了，因此没有写出文件。如果客户可以看到它，请写进客户部分。`,
      ),
    );
}
