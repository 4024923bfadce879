import { readFileSync } from 'node:fs';
import { filled, readJson, type Tongue } from './filled.js';

interface Catalogue {
  readonly variables: {
    name: string;
    example: Record<Tongue, string>;
    frontMatterExample?: Record<Tongue, string>;
    unknown: Record<Tongue, string>;
  }[];
  readonly templates: { name: string; sections: string[] }[];
}
/** The list of templates. */
export const catalogue = readJson<Catalogue>('src/data/templates.json');
/** The text of a template. */
export const templateText = (name: string, language: Tongue) =>
  readFileSync(`src/data/templates/${name}.${language}.md`, 'utf8');
/** What somebody would write into front matter. */
const known: Record<string, string> = {
  severity: 'sev2',
  impact: 'outage',
  detected: '2026-03-03 14:12 +00:00',
  notified: '2026-03-03 14:31 +00:00',
  mitigated: '2026-03-03 16:40 +00:00',
  resolved: '2026-03-03 16:40 +00:00',
  'next-update': '2026-03-06 10:00 +00:00',
  affected: '1240',
  contact: 'help@example.com',
};

/** A template as it is when somebody has filled in everything. */
export function completed(text: string, language: Tongue): string {
  const end = text.indexOf('\n---\n', 4);
  const fill = (part: string, inFrontMatter: boolean) =>
    catalogue.variables.reduce((all, { name, example, frontMatterExample }) => {
      const value = (inFrontMatter ? frontMatterExample : undefined) ?? example;
      return all.replaceAll(`{{${name}}}`, value[language]);
    }, part);
  const front = fill(text.slice(0, end), true).replaceAll(
    /^([\w-]+): #.*$/gm,
    (_, key: string) => `${key}: ${known[key]?.replace('+00:00', language === 'en' ? '+00:00' : '+08:00')}`,
  );
  return front + filled(fill(text.slice(end), false), language);
}
