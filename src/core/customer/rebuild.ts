import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import type { PlacedChunk } from '../document/postmortem.js';
import { internalName } from '../document/prose.js';
import type { Localized, Span } from '../finding.js';
import { headingProblem, paragraphProblem, tableProblems } from './block-checks.js';
import { isInternalLabel, namesInternal } from './labels.js';
import { judgeImage, judgeLink } from './links.js';
import { asSeen } from './lookalike.js';
import { attributeList, hidesElsewhere, hidesInPlainText, strikesOut } from './other-notations.js';
import { cleanText, hidesText } from './plain-text.js';
import { mayHide } from './raw-html.js';
import { type Refusal, type RefusalKind, refusal } from './refusal.js';
import { closeGaps, linkAddresses } from './seams.js';

/** What was taken out of the customer part. */
export interface Hidden extends Span {
  readonly kind: 'section' | 'block' | 'words' | 'comment' | 'html';
}

/** An image that the customer part refers to. */
export interface CustomerImage {
  readonly url: string;
  readonly alt: string;
  readonly at: Span;
  /** `local`: a path from the document, for the host to read. `remote`: left out. */
  readonly source: 'local' | 'remote';
}

/**
 * A top-level node made anew from the fields that a customer may see. References are still open: what they refer to
 * may stand elsewhere. Offsets are in the chunk. Depends on the node alone, and so is remembered by it.
 */
export interface Rebuilt {
  readonly nodes: readonly RootContent[];
  readonly refusals: readonly Refusal[];
  readonly hidden: readonly Hidden[];
  readonly images: readonly CustomerImage[];
  /** Whether links, images or footnotes in it refer to definitions. */
  readonly hasReferences: boolean;
}

const spanOf = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

/** The text of what a customer sees of nodes, without image texts. */
export function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return ' ';
      if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
      return 'children' in node ? textOf(node.children) : '';
    })
    .join('');
}

/** Text on one line: a line end between Han characters is nothing, else a space. */
function unwrapped(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/[ \t]*\n[ \t]*/g, ' ');
}

/** Makes a text that stands in place of a node. */
const literal = (value: string): PhrasingContent => ({ type: 'text', value });

class Rebuilder {
  readonly refusals: Refusal[] = [];
  readonly hidden: Hidden[] = [];
  readonly images: CustomerImage[] = [];
  hasReferences = false;

  constructor(readonly source: string) {}

  #refuse(kind: RefusalKind, node: Nodes, en: string, zh: string): never[] {
    this.refusals.push(refusal(kind, spanOf(node), en, zh));
    return [];
  }

  #check(node: Nodes, say: Localized | undefined, kind: RefusalKind = 'heading'): void {
    if (say) this.#refuse(kind, node, say.en, say.zh);
  }

  #hide(kind: Hidden['kind'], node: Nodes): never[] {
    this.hidden.push({ ...spanOf(node), kind });
    return [];
  }

  #text(value: string, node: Nodes): string {
    if (hidesText(value))
      this.#refuse(
        'character',
        node,
        'This text holds invisible characters that turn its order round or carry hidden text. Type it anew.',
        '这段文字含有会颠倒显示顺序或夹带隐藏内容的不可见字符，请重新输入。',
      );
    return cleanText(value);
  }

  /** Makes flow content anew: blocks, list items, rows and cells. */
  flow<Node extends Nodes>(nodes: readonly Node[]): Node[] {
    return nodes.flatMap((node) => this.#block(node) as Node[]);
  }

  #block(node: Nodes): Nodes[] {
    const { position } = node;
    switch (node.type) {
      case 'paragraph': {
        this.#check(node, paragraphProblem(node));
        const children = this.phrasing(node.children);
        return children.length > 0 ? [{ type: 'paragraph', children, position }] : [];
      }
      case 'heading': {
        const children = this.phrasing(node.children);
        const title = textOf(children);
        this.#check(node, headingProblem(node, title, this.source.slice(spanOf(node).start, spanOf(node).end)));
        return children.length > 0 ? [{ type: 'heading', depth: node.depth, children, position }] : [];
      }
      case 'thematicBreak':
        return [{ type: 'thematicBreak', position }];
      case 'blockquote': {
        const children = this.flow(node.children);
        return children.length > 0 ? [{ type: 'blockquote', children, position }] : [];
      }
      case 'list': {
        const children = this.flow(node.children);
        const { ordered, start, spread } = node;
        return children.length > 0 ? [{ type: 'list', ordered, start, spread, children, position }] : [];
      }
      case 'listItem': {
        const children = this.flow(node.children);
        const { checked, spread } = node;
        return children.length > 0 ? [{ type: 'listItem', checked, spread, children, position }] : [];
      }
      case 'table': {
        const children = this.flow(node.children);
        for (const [cell, say] of tableProblems(children)) this.#check(cell, say, 'cell');
        return children.length > 0 ? [{ type: 'table', align: node.align, children, position }] : [];
      }
      case 'tableRow':
        return [{ type: 'tableRow', children: this.flow(node.children), position }];
      case 'tableCell':
        return [{ type: 'tableCell', children: this.phrasing(node.children), position }];
      case 'code':
        return [{ type: 'code', lang: null, meta: null, value: this.#text(node.value, node), position }];
      case 'containerDirective':
        if (node.name === internalName) return this.#hide('block', node);
        return this.#unknownMarker(node, node.name);
      case 'leafDirective':
        return this.#unknownMarker(node, node.name);
      case 'html':
        return this.#html(node, 'html');
      case 'definition':
      case 'footnoteDefinition':
        // Looked up from where it is used.
        return [];
      default:
        return this.#unknownNode(node);
    }
  }

  #html(node: Nodes & { value: string }, kind: 'html'): never[] {
    if (mayHide(node.value))
      return this.#refuse(
        'html',
        node,
        'HTML is not published, but the text after this tag is. If the tag was to hide it, use “:::internal” instead; otherwise take the tag out.',
        'HTML 本身不会公开，但这个标签之后的文字会。如果想隐藏文字，请改用“:::internal”；否则请删去标签。',
      );
    return this.#hide(node.value.trimStart().startsWith('<!--') ? 'comment' : kind, node);
  }

  #unknownMarker(node: Nodes, name: string): never[] {
    return this.#refuse(
      'marker',
      node,
      `Candor knows no marker “${name}”. For text that is not for customers, write “:::internal” alone on a line, the text, and “:::” alone on a line.`,
      `没有“${name}”这个标记。不给客户看的内容请这样写：单独一行“:::internal”，然后是内容，最后单独一行“:::”。`,
    );
  }

  /** Makes phrasing content anew; joins texts, closes the gaps where words were taken out, links plain addresses. */
  phrasing(nodes: readonly PhrasingContent[], inLink = false): PhrasingContent[] {
    const out = closeGaps(nodes.map((node) => this.#inline(node, inLink)));
    return inLink ? out : linkAddresses(out);
  }

  /** `undefined` where words were taken out on purpose. */
  #inline(node: PhrasingContent, inLink: boolean): PhrasingContent[] | undefined {
    switch (node.type) {
      case 'text': {
        const footnote = /\[\^[^\]\s]+\]/.exec(node.value);
        if (footnote)
          this.#refuse(
            'reference',
            node,
            `There is no footnote “${footnote[0]}”, so customers would see the mark itself.`,
            `没有“${footnote[0]}”这个脚注，客户会看到标记本身。`,
          );
        this.#otherNotations(node.value, node);
        return [literal(unwrapped(this.#text(node.value, node)))];
      }
      case 'emphasis':
      case 'strong': {
        const children = this.phrasing(node.children, inLink);
        return children.length > 0 ? [{ type: node.type, children }] : undefined;
      }
      case 'delete':
        return this.#struck(node);
      case 'inlineCode':
        return [{ type: 'inlineCode', value: this.#text(node.value, node) }];
      case 'break':
        return [{ type: 'break' }];
      case 'link':
        return this.#link(node, inLink);
      case 'image':
        return this.#image(node, node.url, node.alt ?? '');
      case 'linkReference':
        this.hasReferences = true;
        return [
          {
            type: 'linkReference',
            identifier: node.identifier,
            label: node.label,
            referenceType: node.referenceType,
            children: this.phrasing(node.children, true),
            position: node.position,
          },
        ];
      case 'imageReference':
        this.hasReferences = true;
        return [
          {
            type: 'imageReference',
            identifier: node.identifier,
            label: node.label,
            referenceType: node.referenceType,
            alt: this.#imageText(node.alt ?? '', node),
            position: node.position,
          },
        ];
      case 'footnoteReference':
        this.hasReferences = true;
        if (isInternalLabel(asSeen(node.label ?? node.identifier).replace(/[-_\d]+/g, ' ')))
          this.#refuse(
            'reference',
            node,
            'This footnote is called internal, but it would be published. Give it another name, or take it out.',
            '这个脚注的名称表明它是内部内容，但它会被公开。请改名或删去。',
          );
        return [{ type: 'footnoteReference', identifier: node.identifier, position: node.position }];
      case 'textDirective':
        return this.#textDirective(node);
      case 'html':
        if (/^<br\s*\/?>$/i.test(node.value)) return [{ type: 'break' }];
        this.#html(node, 'html');
        return undefined;
      default:
        return this.#unknownNode(node);
    }
  }

  #struck(node: Nodes): never[] {
    return this.#refuse(
      'strike',
      node,
      'Customers could still read struck-through words. Delete them, or write “:internal[words]”.',
      '客户仍然能看到带删除线的文字。请直接删除，或写作“:internal[文字]”。',
    );
  }

  /** Text that is printed as it stands but that its author may take for hidden. */
  #otherNotations(value: string, node: Nodes): void {
    if (strikesOut(value)) this.#struck(node);
    if (hidesElsewhere(value))
      this.#refuse(
        'marker',
        node,
        'Other programs hide what is written in this way; here customers would read it. Delete it, or write “:internal[words]”.',
        '其他软件会隐藏这样写的内容，但在这里客户会看到。请删去，或写作“:internal[文字]”。',
      );
    if (attributeList.test(value))
      this.#refuse(
        'marker',
        node,
        'What stands in these braces is not read here, so customers would see it. Take it out.',
        '这里不会解析花括号中的属性，客户会看到它。请删去。',
      );
  }

  /** The text of an image knows no markup: words that are struck or hidden in it would be said aloud. */
  #imageText(written: string, node: Nodes): string {
    if (hidesInPlainText(written) || this.source.slice(spanOf(node).start, spanOf(node).end).includes('~~'))
      this.#refuse(
        'image',
        node,
        'The text of an image is read aloud as it stands: nothing in it can be struck out or hidden. Write plain words.',
        '图片的替代文字会原样读出，其中不能删除或隐藏任何内容。请只写普通文字。',
      );
    else if (namesInternal(asSeen(written)))
      this.#refuse(
        'image',
        node,
        'The text of this image says that it is internal, but it and the image would be published.',
        '这张图片的替代文字表明它是内部内容，但文字和图片都会被公开。',
      );
    return this.#text(written, node);
  }

  #unknownNode(node: Nodes): never[] {
    return this.#refuse(
      'node',
      node,
      `This kind of content (${node.type}) cannot go to customers.`,
      `这类内容（${node.type}）不能提供给客户。`,
    );
  }

  #textDirective(node: Extract<PhrasingContent, { type: 'textDirective' }>): PhrasingContent[] | undefined {
    const written = this.source.slice(spanOf(node).start, spanOf(node).end);
    if (node.name === internalName && /[\]}]$/.test(written)) {
      this.#hide('words', node);
      return undefined;
    }
    // “10:30” and “Note:this” are plain text that only looks like a directive.
    if (!/[[\]{}]/.test(written)) return [literal(this.#text(written, node))];
    return this.#unknownMarker(node, node.name);
  }

  #link(node: Extract<PhrasingContent, { type: 'link' }>, inLink: boolean): PhrasingContent[] | undefined {
    const children = this.phrasing(node.children, true);
    if (children.length === 0) return undefined;
    const verdict = judgeLink(node.url, textOf(children));
    if (verdict.kind === 'refused') {
      this.#refuse('link', node, verdict.say.en, verdict.say.zh);
      return children;
    }
    return verdict.kind === 'open' && !inLink ? [{ type: 'link', url: verdict.url, title: null, children }] : children;
  }

  #image(node: Nodes, url: string, written: string): PhrasingContent[] {
    const alt = this.#imageText(written, node);
    const verdict = judgeImage(url);
    if (verdict === 'refused')
      return this.#refuse(
        'image',
        node,
        'An image must be a file beside the document or below it, given by its path. Copy it there.',
        '图片必须是文档所在文件夹里的文件，用相对路径引用。请把图片复制过去。',
      );
    this.images.push({ url: cleanText(url), alt, at: spanOf(node), source: verdict });
    return [{ type: 'image', url: cleanText(url), title: null, alt }];
  }
}

const known = new WeakMap<RootContent, Rebuilt>();

/** Makes a top-level node of the customer part anew; remembered by the node. */
export function rebuild(node: RootContent, { chunk }: PlacedChunk): Rebuilt {
  const before = known.get(node);
  if (before) return before;
  const rebuilder = new Rebuilder(chunk.text);
  const nodes = rebuilder.flow([node]);
  const { refusals, hidden, images, hasReferences } = rebuilder;
  const made = { nodes, refusals, hidden, images, hasReferences };
  known.set(node, made);
  return made;
}

/** Makes the content of a footnote anew. */
export function rebuildContent<Node extends Nodes>(
  children: readonly Node[],
  { chunk }: PlacedChunk,
): Rebuilt & { nodes: Node[] } {
  const rebuilder = new Rebuilder(chunk.text);
  const nodes = rebuilder.flow(children);
  const { refusals, hidden, images, hasReferences } = rebuilder;
  return { nodes, refusals, hidden, images, hasReferences } as Rebuilt & { nodes: Node[] };
}
