import type { ILevelsOptions, INumberingOptions, IStylesOptions } from 'docx';
import type { Writing } from '../language/writing.js';
import { languageTag } from './html.js';

/** Colours of text that stands back, and of lines. */
export const colours = { soft: '59636E', line: 'C9D1D9', text: '1F2328', link: '0A58A6' } as const;

/** Fonts that Word has on each system for Latin and for Han; other programs take what is nearest. */
const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' } as const;
const mono = { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Consolas', eastAsia: 'Microsoft YaHei' } as const;

/** Half points; Han text is set a little smaller and wider apart. */
export function documentStyles(writing: Writing): IStylesOptions {
  const isZh = writing !== 'en';
  const tag = isZh ? languageTag[writing] : 'zh-CN';
  const line = isZh ? 340 : 300;
  const heading = (size: number, before: number): NonNullable<NonNullable<IStylesOptions['default']>['heading1']> => ({
    run: { size, bold: true, color: colours.text, font },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          font,
          size: isZh ? 21 : 22,
          color: colours.text,
          language: { value: isZh ? tag : 'en-US', eastAsia: tag },
        },
        paragraph: { spacing: { after: 140, line, lineRule: 'auto' } },
      },
      title: {
        run: { size: 40, bold: true, color: colours.text, font },
        paragraph: { spacing: { after: 240, line: 264 } },
      },
      heading1: heading(28, 360),
      heading2: heading(24, 280),
      heading3: heading(22, 240),
      heading4: heading(22, 200),
      heading5: heading(22, 200),
      hyperlink: { run: { color: colours.link, underline: { type: 'single' } } },
      footnoteText: { run: { size: 18, font }, paragraph: { spacing: { after: 60, line: 252 } } },
    },
    characterStyles: [{ id: 'CodeInText', name: 'Code in text', run: { font: mono, size: 20 } }],
    paragraphStyles: [
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        run: { color: colours.soft },
        paragraph: {
          indent: { left: 284 },
          border: { left: { style: 'single', size: 18, color: colours.line, space: 8 } },
        },
      },
      {
        id: 'Code',
        name: 'Code',
        basedOn: 'Normal',
        run: { font: mono, size: 19 },
        paragraph: { spacing: { after: 160, line: 264 }, shading: { type: 'clear', fill: 'F6F8FA', color: 'auto' } },
      },
      { id: 'TableText', name: 'Table text', basedOn: 'Normal', paragraph: { spacing: { after: 0, line: 276 } } },
      {
        id: 'Caption',
        name: 'Caption',
        basedOn: 'Normal',
        run: { size: 18, color: colours.soft },
        paragraph: { spacing: { after: 60 } },
      },
    ],
  };
}

const nine = Array.from({ length: 9 }, (_, level) => level);
const indent = (level: number) => ({ left: 360 * (level + 1), hanging: 360 });

/** Bullets, ballot boxes, and one numbering for each number that a list starts with. */
export function listLevels(starts: ReadonlySet<number>): INumberingOptions['config'] {
  const bullets = (signs: readonly string[], font: string): ILevelsOptions[] =>
    nine.map((level) => ({
      level,
      format: 'bullet',
      text: signs[level % signs.length] ?? '•',
      alignment: 'left',
      style: { paragraph: { indent: indent(level) }, run: { font } },
    }));
  const numbers = (start: number): ILevelsOptions[] =>
    nine.map((level) => ({
      level,
      format: (['decimal', 'lowerLetter', 'lowerRoman'] as const)[level % 3] ?? 'decimal',
      text: `%${level + 1}.`,
      alignment: 'left',
      start,
      style: { paragraph: { indent: indent(level) } },
    }));
  return [
    { reference: 'bullets', levels: bullets(['•', '–', '▪'], 'Calibri') },
    { reference: 'done', levels: bullets(['☑'], 'Segoe UI Symbol') },
    { reference: 'open', levels: bullets(['☐'], 'Segoe UI Symbol') },
    ...[...starts].sort((a, b) => a - b).map((start) => ({ reference: `ordered-${start}`, levels: numbers(start) })),
  ];
}
