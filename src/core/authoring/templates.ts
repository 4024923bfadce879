import allClearEn from '../../data/templates/all-clear.en.md';
import allClearZh from '../../data/templates/all-clear.zh.md';
import messageEn from '../../data/templates/customer-message.en.md';
import messageZh from '../../data/templates/customer-message.zh.md';
import noticeEn from '../../data/templates/first-notice.en.md';
import noticeZh from '../../data/templates/first-notice.zh.md';
import fullEn from '../../data/templates/full.en.md';
import fullZh from '../../data/templates/full.zh.md';
import pagerdutyEn from '../../data/templates/pagerduty.en.md';
import pagerdutyZh from '../../data/templates/pagerduty.zh.md';
import sreEn from '../../data/templates/sre-book.en.md';
import sreZh from '../../data/templates/sre-book.zh.md';
import catalogue from '../../data/templates.json' with { type: 'json' };
import type { Localized } from '../finding.js';
import { inWriting, languageOfWriting, type Writing } from '../language/writing.js';

/** A template that Candor brings. */
export interface Template {
  readonly name: string;
  readonly title: Localized;
  readonly description: Localized;
  /** The text in each language, with `{{variables}}`. */
  readonly text: Localized;
}

const texts: Readonly<Record<string, Localized>> = {
  full: { en: fullEn, zh: fullZh },
  'customer-message': { en: messageEn, zh: messageZh },
  'first-notice': { en: noticeEn, zh: noticeZh },
  'all-clear': { en: allClearEn, zh: allClearZh },
  'sre-book': { en: sreEn, zh: sreZh },
  pagerduty: { en: pagerdutyEn, zh: pagerdutyZh },
};

/** The templates of the catalogue, in its order. */
export const templates: readonly Template[] = catalogue.templates.map(({ name, title, description }) => ({
  name,
  title,
  description,
  text: texts[name] ?? { en: '', zh: '' },
}));

/** The text of a template in a way of writing, with front matter that says which. */
export function templateIn(template: Template, writing: Writing): string {
  const text = template.text[languageOfWriting(writing)];
  return writing === 'zh-TW' ? inWriting(text, writing).replace(/^language: zh$/m, 'language: zh-TW') : text;
}

/** What stands in the text of a template where a variable is not known: a blank. */
export function unknownVariable(name: string, writing: Writing): string | undefined {
  const unknown = catalogue.variables.find((variable) => variable.name === name)?.unknown;
  return unknown && inWriting(unknown[languageOfWriting(writing)], writing);
}
