/**
 * The second, light door to core: tells a postmortem from other Markdown without loading anything, since the editor
 * asks it of every Markdown file that is opened. With it go the names that the command line's small file needs.
 */

const frontMatter = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)([\s\S]{0,20000}?)(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/;
const opens = /^(?:type:[ \t]*["']?post-?mortem["']?|audience:[ \t]*["']?customer["']?)[ \t]*(?:#.*)?$/im;

/** How much of a text is looked at, in UTF-16 units. */
export const recogniseWithin = 20_100;

/**
 * Whether a text says of itself that it is a postmortem: front matter with `type: postmortem`, or for customers.
 * @param head The beginning of the text.
 */
export function saysPostmortem(head: string): boolean {
  const yaml = frontMatter.exec(head)?.[1];
  return yaml !== undefined && opens.test(yaml);
}
export { configName } from './config-name.js';
export { type Finding, type Language, languages, severities } from './finding.js';
