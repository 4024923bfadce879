import type { Document, IParagraphOptions, ParagraphChild, Paragraph as ParagraphOf, Table as TableOf } from 'docx';
import type { FootnoteDefinition, List, PhrasingContent, RootContent, Table } from 'mdast';
import { timesInWords } from '../customer/timeline-picture.js';
import { mapTree } from '../customer/tree.js';
import type { CustomerView } from '../customer/view.js';
import { colours, documentStyles, listLevels } from './docx-style.js';
import { type ExportOptions, type ImageFile, imageText, word } from './format.js';
import { columnWidths, tableCells, tableRecords } from './table-text.js';

type Library = typeof import('docx');
type Block = ParagraphOf | TableOf;

/** Where a block stands: what it inherits. */
interface Place {
  readonly level: number;
  readonly quoted: boolean;
  /** Numbering for the first paragraph of a list item. */
  readonly numbering?: NonNullable<IParagraphOptions['numbering']> | undefined;
  /** Whether a list ends with it, so that the gap of a paragraph follows. */
  readonly ends?: boolean;
}

interface Marks {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly style?: string;
}

/** A task's ballot box is its bullet. */
const ballots: ReadonlyMap<boolean | null | undefined, string> = new Map([
  [true, 'done'],
  [false, 'open'],
]);

/** Twentieths of a point: the text's width on A4 with the margins below. */
const textWidth = 11906 - 2 * 1304;
/** About as many letters fit across it. */
const lettersAcross = 84;
/** And as many stand for the gap after a column. */
const lettersApart = 3;
/** Figures and capitals are wider than letters are on average, and another font is often in place of ours. */
const drawnWider = 1.2;
/** Pixels of 96 to the inch. */
const widestImage = 600;
const tallestImage = 760;

/** Degrees that a picture is turned by, clockwise, and whether it is mirrored first; by EXIF's numbers. */
const turns: Readonly<Record<number, readonly [rotation: number, mirrored: boolean]>> = {
  2: [0, true],
  3: [180, false],
  4: [180, true],
  5: [270, true],
  6: [90, false],
  7: [90, true],
  8: [270, false],
};

/** A picture's size, which in Word is that before it is turned, and how it is turned. */
function upright({ width, height, orientation = 1 }: ImageFile, scale: number) {
  const seen = [Math.round(width * scale), Math.round(height * scale)] as const;
  const [rotation, horizontal] = turns[orientation] ?? [0, false];
  const [across, down] = rotation % 180 === 0 ? seen : [seen[1], seen[0]];
  return {
    width: across,
    height: down,
    ...(rotation ? { rotation } : {}),
    ...(horizontal ? { flip: { horizontal } } : {}),
  };
}

class Writer {
  readonly #notes = new Map<string, FootnoteDefinition>();
  readonly starts = new Set<number>();
  #lists = 0;

  constructor(
    readonly lib: Library,
    readonly view: CustomerView,
    readonly options: ExportOptions,
  ) {
    for (const node of view.root.children)
      if (node.type === 'footnoteDefinition') this.#notes.set(node.identifier, node);
  }

  #image(alt: string, url: string): ParagraphChild {
    const image = this.options.images?.get(url);
    if (!image || image.type === 'image/webp')
      return new this.lib.TextRun({ text: imageText(alt, this.view.writing), italics: true, color: colours.soft });
    const scale = Math.min(1, widestImage / image.width, tallestImage / image.height);
    const type = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const;
    const name = alt || word('image', this.view.writing);
    return new this.lib.ImageRun({
      type: type[image.type],
      data: image.bytes,
      transformation: upright(image, scale),
      altText: { title: '', description: name, name: word('image', this.view.writing) },
    });
  }

  inline(nodes: readonly PhrasingContent[], marks: Marks = {}): ParagraphChild[] {
    const { TextRun, ExternalHyperlink, FootnoteReferenceRun } = this.lib;
    return nodes.flatMap((node): ParagraphChild[] => {
      switch (node.type) {
        case 'text':
          return node.data && 'hName' in node.data
            ? [new TextRun({ text: node.value, color: colours.soft })]
            : [new TextRun({ text: node.value, ...marks })];
        case 'inlineCode':
          return [new TextRun({ text: node.value, ...marks, style: 'CodeInText' })];
        case 'strong':
          return this.inline(node.children, { ...marks, bold: true });
        case 'emphasis':
          // Han letters do not lean, and not every program draws the dots below them.
          return this.inline(node.children, {
            ...marks,
            ...(this.view.language === 'zh' ? { bold: true } : { italics: true }),
          });
        case 'break':
          return [new TextRun({ break: 1 })];
        case 'link':
          return [
            new ExternalHyperlink({
              link: node.url,
              children: this.inline(node.children, { ...marks, style: 'Hyperlink' }),
            }),
          ];
        case 'image':
          return [this.#image(node.alt ?? '', node.url)];
        case 'footnoteReference':
          return this.#notes.has(node.identifier) ? [new FootnoteReferenceRun(Number(node.identifier))] : [];
        default:
          return 'children' in node ? this.inline(node.children, marks) : [];
      }
    });
  }

  blocks(nodes: readonly RootContent[], place: Place): Block[] {
    return nodes.flatMap((node, at) => {
      const numbering = at === 0 ? place.numbering : undefined;
      return this.#block(node, { ...place, numbering, ends: Boolean(place.ends) && at === nodes.length - 1 });
    });
  }

  /** What a paragraph takes from where it stands. */
  #shape({ level, quoted, numbering, ends }: Place): IParagraphOptions {
    const spacing = { after: ends ? 140 : 80 };
    if (numbering) return { numbering, spacing };
    if (quoted) return { style: 'Quote', ...(level > 0 ? { indent: { left: 360 * level + 284 } } : {}) };
    return level > 0 ? { indent: { left: 360 * level }, spacing } : {};
  }

  #block(node: RootContent, place: Place): Block[] {
    const { Paragraph, TextRun } = this.lib;
    switch (node.type) {
      case 'paragraph':
        return [new Paragraph({ ...this.#shape(place), children: this.inline(node.children) })];
      case 'heading': {
        const headings = ['Heading1', 'Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5'] as const;
        const heading = headings[node.depth - 1] ?? 'Heading5';
        return [new Paragraph({ heading, children: this.inline(node.children) })];
      }
      case 'blockquote':
        return this.blocks(node.children, { ...place, quoted: true });
      case 'list':
        return this.#list(node, place);
      case 'code': {
        const lines = node.value.split('\n');
        const children = lines.map((text, at) => new TextRun({ text, ...(at > 0 ? { break: 1 } : {}) }));
        return [new Paragraph({ ...this.#shape(place), style: 'Code', children })];
      }
      case 'table':
        return [this.#table(node), new Paragraph({ spacing: { after: 60 } })];
      case 'thematicBreak':
        return [
          new Paragraph({
            border: { bottom: { style: 'single', size: 6, color: colours.line, space: 1 } },
            spacing: { after: 200 },
          }),
        ];
      default:
        return [];
    }
  }

  #list(list: List, place: Place): Block[] {
    const start = list.start ?? 1;
    if (list.ordered) this.starts.add(start);
    const reference = list.ordered ? `ordered-${start}` : 'bullets';
    const instance = ++this.#lists;
    return list.children.flatMap((item, at) => {
      const ends = at === list.children.length - 1 && (place.level === 0 || Boolean(place.ends));
      const numbering = {
        reference: ballots.get(item.checked) ?? reference,
        level: Math.min(place.level, 8),
        instance,
      };
      return this.blocks(item.children, { ...place, level: place.level + 1, numbering, ends });
    });
  }

  #table(table: Table): TableOf {
    const { Paragraph, AlignmentType } = this.lib;
    const count = Math.max(1, table.children[0]?.children.length ?? 1);
    const cells = tableCells(table, this.view.writing);
    const lengths = columnWidths(cells, lettersAcross, drawnWider) ?? Array.from({ length: count }, () => 1);
    const shares = lengths.map((one) => one + lettersApart);
    const total = shares.reduce((sum, one) => sum + one, 0);
    const alignment = (at: number): { alignment?: (typeof AlignmentType)[keyof typeof AlignmentType] } => {
      const align = table.align?.[at];
      return align === 'right' || align === 'center' ? { alignment: align } : {};
    };
    const rows = table.children.map((row, index) =>
      Array.from({ length: count }, (_, at) => [
        new Paragraph({
          ...alignment(at),
          style: 'TableText',
          children: this.inline(row.children[at]?.children ?? [], index === 0 ? { bold: true } : {}),
        }),
      ]),
    );
    return this.grid(
      rows,
      shares.map((one) => Math.floor((one / total) * textWidth)),
      true,
    );
  }

  /** A table of light lines. */
  grid(rows: readonly ParagraphOf[][][], columnWidths: number[], hasHead: boolean): TableOf {
    const { Table, TableRow, TableCell } = this.lib;
    const line = { style: 'single', size: 4, color: colours.line } as const;
    const no = { style: 'none', size: 0, color: 'auto' } as const;
    return new Table({
      width: { size: columnWidths.reduce((sum, one) => sum + one, 0), type: 'dxa' },
      columnWidths,
      layout: 'fixed',
      borders: { top: no, bottom: line, left: no, right: no, insideHorizontal: line, insideVertical: no },
      margins: { top: 60, bottom: 60, left: 0, right: 240, marginUnitType: 'dxa' },
      rows: rows.map(
        (row, at) =>
          new TableRow({
            tableHeader: hasHead && at === 0,
            cantSplit: true,
            children: row.map(
              (children, column) =>
                new TableCell({ children, width: { size: columnWidths[column] ?? 0, type: 'dxa' } }),
            ),
          }),
      ),
    });
  }

  /** The times as a table of two columns. */
  times(): Block[] {
    const words = timesInWords(this.view.times);
    if (!words) return [];
    const { Paragraph, TextRun } = this.lib;
    const text = (value: string, color?: string): ParagraphOf =>
      new Paragraph({ style: 'TableText', children: [new TextRun({ text: value, ...(color ? { color } : {}) })] });
    const rows = words.rows.map(({ label, when, after }) => [
      [text(label)],
      [text(after ? `${when} · ${after}` : when, colours.soft)],
    ]);
    return [
      new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun({ text: words.caption })] }),
      this.grid(rows, [3000, textWidth - 3000], false),
      new Paragraph({ spacing: { after: 120 } }),
    ];
  }

  /** A footnote holds no tables in Word: they become lists. */
  #withoutTables(nodes: readonly RootContent[]): RootContent[] {
    const text = (value: string): PhrasingContent => ({ type: 'text', value });
    const root = mapTree({ type: 'root', children: [...nodes] }, (node) =>
      node.type !== 'table'
        ? node
        : {
            type: 'list',
            children: tableRecords(node, this.view.writing).map((record) => ({
              type: 'listItem' as const,
              children: [{ type: 'paragraph' as const, children: [text(record)] }],
            })),
          },
    );
    return root.children;
  }

  notes(): Record<string, { children: ParagraphOf[] }> {
    const { Paragraph } = this.lib;
    return Object.fromEntries(
      [...this.#notes].map(([identifier, note]) => {
        const [first, ...rest] = this.#withoutTables(note.children);
        // Keeps the mark and the first word apart.
        const space = { type: 'text' as const, value: ' ' };
        const spaced =
          first?.type === 'paragraph'
            ? [{ ...first, children: [space, ...first.children] }, ...rest]
            : [...(first ? [first] : []), ...rest];
        const made = this.blocks(spaced, { level: 0, quoted: false });
        const children = made.filter((block): block is ParagraphOf => block instanceof Paragraph);
        return [identifier, { children }];
      }),
    );
  }
}

/** Writes the view as a Word document. */
export function writeDocument(library: Library, view: CustomerView, options: ExportOptions): Document {
  const writer = new Writer(library, view, options);
  const title = new library.Paragraph({ heading: 'Title', children: [new library.TextRun(view.title)] });
  const body = [title, ...writer.times(), ...writer.blocks(view.root.children, { level: 0, quoted: false })];
  const footnotes = writer.notes();
  return new library.Document({
    title: view.title,
    creator: '',
    lastModifiedBy: '',
    description: '',
    revision: 1,
    styles: documentStyles(view.writing),
    numbering: { config: listLevels(writer.starts) },
    footnotes,
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1304, bottom: 1304, left: 1304, right: 1304 } },
        },
        children: body,
      },
    ],
  });
}
