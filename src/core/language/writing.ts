import type { Postmortem } from '../document/postmortem.js';
import type { Language } from '../finding.js';
import { inTaiwan, isTraditional } from './taiwan.js';

/** What new text is written in: a language, Chinese in simplified characters or as in Taiwan. */
export const writings = ['en', 'zh', 'zh-TW'] as const;
export type Writing = (typeof writings)[number];

/** The language that a way of writing is read as. */
export const languageOfWriting = (writing: Writing): Language => (writing === 'en' ? 'en' : 'zh');

/** The way of writing that a language tag asks for; `undefined` for a language that Candor does not write. */
export function writingOfTag(tag: string): Writing | undefined {
  if (/^zh[-_](?:tw|hk|mo|hant)\b/i.test(tag)) return 'zh-TW';
  return (['en', 'zh'] as const).find((language) => new RegExp(`^${language}(?:[-_]|$)`, 'i').test(tag));
}

/** A text of Candor's own for a document: simplified Chinese becomes that of Taiwan, with its quotation marks. */
export const inWriting = (text: string, writing: Writing): string =>
  writing === 'zh-TW' ? inTaiwan(text).replaceAll('“', '「').replaceAll('”', '」') : text;

/** How much of a text tells its script, in UTF-16 units. */
const enough = 8000;
const ownTag = /^language:[ \t]*["']?(zh[-_][\w-]+)/m;

/** What a postmortem is written in: what front matter says, else the script that most of it is in. */
export function writingOf({ language, text, frontMatter }: Postmortem): Writing {
  if (language === 'en') return 'en';
  const tag = frontMatter.at && ownTag.exec(text.slice(0, frontMatter.end))?.[1];
  const said = tag && writingOfTag(tag);
  return said === 'zh-TW' || (!tag && isTraditional(text.slice(0, enough), 0, enough)) ? 'zh-TW' : 'zh';
}
