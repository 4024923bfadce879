import fc from 'fast-check';

/** A part of a random document; what stands in it is marked by canaries when it is written. */
export type Piece =
  | {
      readonly kind:
        | 'text'
        | 'heading'
        | 'code'
        | 'table'
        | 'comment'
        | 'definition'
        | 'footnote'
        | 'note-in-note'
        | 'html';
    }
  | { readonly kind: 'asides'; readonly first: Aside; readonly second: Aside }
  | { readonly kind: 'list' | 'ordered' | 'quote' | 'internal'; readonly children: readonly Piece[] };

/** What stands in a line and is not for customers. */
export type Aside = 'words' | 'comment' | 'link-title' | 'image-title' | 'attribute' | 'nested' | 'none';

const asides = fc.constantFrom<Aside>('words', 'comment', 'link-title', 'image-title', 'attribute', 'nested', 'none');

const { piece } = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      kind: fc.constantFrom(
        'text',
        'heading',
        'code',
        'table',
        'comment',
        'definition',
        'footnote',
        'note-in-note',
        'html',
      ),
    }) as fc.Arbitrary<Piece>,
    fc.record({ kind: fc.constant('asides' as const), first: asides, second: asides }),
    fc.record({
      kind: fc.constantFrom('list', 'ordered', 'quote', 'internal', 'internal'),
      children: fc.array(tie('piece'), { minLength: 1, maxLength: 3 }),
    }) as fc.Arbitrary<Piece>,
  ),
}));

/** A whole document: what comes before the customer part, in it, and after it. */
export interface Plan {
  readonly language: 'en' | 'zh';
  readonly breaks: '\n' | '\r\n';
  readonly before: readonly Piece[];
  readonly customer: readonly Piece[];
  readonly after: readonly Piece[];
}

export const plans: fc.Arbitrary<Plan> = fc.record({
  language: fc.constantFrom('en', 'zh'),
  breaks: fc.constantFrom('\n', '\n', '\r\n'),
  before: fc.array(piece, { maxLength: 2 }),
  customer: fc.array(piece, { minLength: 1, maxLength: 7 }),
  after: fc.array(piece, { maxLength: 2 }),
});

/** A document with what must come out of it and what must not. */
export interface Written {
  readonly text: string;
  readonly open: readonly string[];
  readonly secret: readonly string[];
}

const wrap = {
  en: (canary: string): string => `We found ${canary} and went on, at 10:30 sharp.`,
  zh: (canary: string): string => `我们发现了${canary}，随后继续处理：10:30 恢复。`,
};

const depthOf = (pieces: readonly Piece[]): number =>
  Math.max(
    0,
    ...pieces.map((one) => ('children' in one ? depthOf(one.children) + (one.kind === 'internal' ? 1 : 0) : 0)),
  );

class Writer {
  readonly open: string[] = [];
  readonly secret: string[] = [];
  readonly end: string[] = [];
  #count = 0;

  constructor(readonly plan: Plan) {}

  canary(internal: boolean): string {
    const name = `${internal ? 'sekret' : 'public'}q${(++this.#count * 7919 + 10_007).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))}x`;
    (internal ? this.secret : this.open).push(name);
    return name;
  }

  line(internal: boolean): string {
    return wrap[this.plan.language](this.canary(internal));
  }

  #aside(aside: Aside, internal: boolean): string {
    switch (aside) {
      case 'words':
        return `:internal[${this.canary(true)} *and* \`${this.canary(true)}\`]`;
      case 'nested':
        return `**${this.canary(internal)} :internal[${this.canary(true)}]**`;
      case 'comment':
        return `<!-- ${this.canary(true)} -->`;
      case 'link-title':
        return `[${this.canary(internal)}](https://a.example/ "${this.canary(true)}")`;
      case 'image-title':
        return `![${this.canary(internal)}](a.png "${this.canary(true)}")`;
      case 'attribute':
        return `<b title="${this.canary(true)}">${this.canary(internal)}</b>`;
      case 'none':
        return this.canary(internal);
    }
  }

  blocks(pieces: readonly Piece[], internal: boolean, top: boolean): string[] {
    return pieces.flatMap((one, at) => [...(at > 0 ? [''] : []), ...this.#block(one, internal, top)]);
  }

  #block(piece: Piece, internal: boolean, top: boolean): string[] {
    switch (piece.kind) {
      case 'text':
        return [this.line(internal), this.line(internal)];
      case 'asides':
        return [
          `${this.line(internal)} ${this.#aside(piece.first, internal)} ${this.#aside(piece.second, internal)} end`,
        ];
      case 'heading':
        return [`### ${this.canary(internal)} :internal[${this.canary(true)}]`];
      case 'code':
        return [`\`\`\`sh title="${this.canary(true)}"`, `run ${this.canary(internal)} # 10:30`, '```'];
      case 'table':
        return [
          `| ${this.canary(internal)} | b |`,
          '| --- | --: |',
          `| ${this.canary(internal)} | :internal[${this.canary(true)}] ${this.canary(internal)} |`,
        ];
      case 'comment':
        return ['<!--', this.canary(true), '-->'];
      case 'html':
        return [`<div class="${this.canary(true)}">${this.canary(true)}</div>`];
      case 'definition': {
        if (!top) return [this.line(internal)];
        const label = `ref${this.#count}`;
        this.end.push(`[${label}]: https://a.example/${internal ? this.canary(true) : 'x'} "${this.canary(true)}"`);
        return [`${this.line(internal)} [${this.canary(internal)}][${label.toUpperCase()}]`];
      }
      case 'footnote': {
        if (!top) return [this.line(internal)];
        const label = `note${this.#count}`;
        this.end.push(`[^${label}]: ${this.line(internal)}`);
        return [`${this.line(internal)}[^${label}]`];
      }
      case 'note-in-note': {
        if (!top) return [this.line(internal)];
        const label = `deep${this.#count}`;
        this.end.push(`[^${label}]: ${this.line(internal)} :internal[${this.canary(true)}]`);
        this.end.push(`[^unused${label}]: ${this.canary(true)}`);
        return [`${this.line(internal)}[^${label}]`];
      }
      case 'list':
      case 'ordered': {
        const mark = piece.kind === 'list' ? '- ' : '1. ';
        return piece.children.flatMap((child) =>
          [this.line(internal), '', ...this.#block(child, internal, false)].map((line, at) =>
            at === 0 ? mark + line : line === '' ? '' : ' '.repeat(mark.length) + line,
          ),
        );
      }
      case 'quote':
        return this.blocks(piece.children, internal, false).map((line) => `> ${line}`.trimEnd());
      case 'internal': {
        const fence = ':'.repeat(3 + depthOf(piece.children));
        return [`${fence}internal`, ...this.blocks(piece.children, true, false), fence];
      }
    }
  }
}

/** Writes a document out, with a canary in every place. */
export function write(plan: Plan): Written {
  const writer = new Writer(plan);
  const { language } = plan;
  const title = writer.canary(false);
  const head = [
    '---',
    'type: postmortem',
    `title: ${title}`,
    `id: ${writer.canary(true)}`,
    `owner: ${writer.canary(true)}`,
    '---',
  ];
  const lines = [
    ...head,
    '',
    `# ${writer.canary(true)}`,
    '',
    ...writer.blocks(plan.before, true, false),
    '',
    language === 'zh' ? '## 客户说明' : '## Customer explanation',
    '',
    writer.line(false),
    '',
    ...writer.blocks(plan.customer, false, true),
    '',
    ...writer.end.flatMap((line) => [line, '']),
    `## ${writer.canary(true)}`,
    '',
    ...writer.blocks(plan.after, true, false),
    '',
  ];
  return { text: lines.join(plan.breaks), open: writer.open, secret: writer.secret };
}

/** Ways in which a marker goes wrong when people type it. */
const slips: readonly ((line: string) => string)[] = [
  (line) => line.replace(/(:+)(?=internal)/, '$1 '),
  (line) => line.replace('internal', 'Internal'),
  (line) => line.replace('internal', 'INTERNAL'),
  (line) => line.replace('internal', 'internl'),
  (line) => line.replace('internal', 'inter\u200bnal'),
  (line) => line.replace('internal', 'int\u0435rnal'),
  (line) => line.replace(/:(?=:*internal)/, ''),
  (line) => line.replace(/:(?=internal)/, '::'),
  (line) => line.replace(/:+(?=internal)/, (colons) => '：'.repeat(colons.length)),
  (line) => line.replace(/:(?=:*internal)/, '\\:'),
  (line) => line.replace(/:(?=:*internal)/, '&#58;'),
  (line) => line.replace('internal[', 'internal ['),
  (line) => line.replace('internal[', 'internal('),
  (line) => line.replace(/:+internal/, '    $&'),
  (line) => line.replace(/:+internal/, '\u00a0$&'),
  (line) => line.replace(/:+internal/, '$& x'),
  (line) => line.replace(/:+internal/, '$&{.x'),
  (line) => line.replace('internal[', 'internal\n\n['),
  (line) => line.replace(/:+(?=internal)/, (colons) => ';'.repeat(colons.length)),
  (line) => line.replace(/:+(?=internal)/, '∷'),
  (line) => line.replace(/:+(?=internal)/, '…'),
  (line) => line.replace(/:+internal$/, '<!-- internal -->'),
  (line) => line.replace(/:+internal$/, '**Internal**'),
  (line) => line.replace(/:+internal$/, '(internal)'),
  (line) => line.replace(/:internal\[([^\]]*)\]/, '(internal: $1)'),
  (line) => line.replace(/(:internal\[[^\]]*)\]/, 'x$1](https://a.example/)'),
];

/** Ways in which a closing fence goes wrong. */
const closingSlips: readonly ((line: string) => string)[] = [
  () => '',
  (line) => line.slice(1),
  (line) => `    ${line}`,
  (line) => line.replaceAll(':', '：'),
  (line) => `${line} end`,
  (line) => `${line}\u200b`,
];

/** Spoils one marker of a document. @returns `undefined` where there is none. */
export function spoil(text: string, which: number, how: number): string | undefined {
  const lines = text.split('\n');
  const places = lines.flatMap((line, at) => (/:internal/.test(line) || /^[\s>]*:{3,}\r?$/.test(line) ? [at] : []));
  const at = places[which % Math.max(1, places.length)];
  if (at === undefined) return undefined;
  const line = lines[at] ?? '';
  const ways = /:internal/.test(line) ? slips : closingSlips;
  const spoilt = ways[how % ways.length]?.(line) ?? line;
  lines[at] = spoilt;
  return lines.join('\n');
}
