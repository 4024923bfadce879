import { mayHide } from './raw-html.js';

/**
 * Ways in which other programs hide, strike or comment text, and which Markdown prints as it stands: Obsidian's and
 * CriticMarkup's comments, those of programs, MDX, reStructuredText, AsciiDoc and Org, templates, kramdown, spoilers, link definitions that are used as comments but are none
 * because a paragraph stands right before them, processing instructions cut off by a blank line.
 */
const notations: readonly RegExp[] = [
  /(?:^|\s)%%(?:\s|$)|(?:^|[^\d%])%%\S[^\n]*?%%/m,
  /\{>>|\{--(?=[\s\S])|\{#[ \t][\s\S]*?#\}|\{::(?:comment|nomarkdown)|\{%-?\s*\w|\{\{[!#/^<%>]/,
  /\{\/\*|(?:^|[\s(（])\/\*(?:[\s*]|[^*\n]*\*\/)|^[ \t]*\/\/(?:\/\/)?(?:[ \t]|$)/m,
  /^(?:\.\.[ \t]+[^\s.]|#\+[A-Za-z]|(?:ifdef|ifndef|ifeval|endif)::|\*\[[^\]\n]+\]:)/m,
  /(?:^|[\s(（，。])\|\|(?=[^\s|])/,
  /(?:^|\s)>?!(?=[ \t]?[^\s!<][^\n]*!<)/,
  /^[ \t]*\[[^\]^\n]+\]:[ \t]+(?:#|<>|<#>|\/\/?(?=[ \t]|$))/m,
  /<\?[a-z]|<!\[CDATA\[/i,
];

/** Whether text that customers would read is written in a notation that hides it elsewhere. */
export const hidesElsewhere = (text: string): boolean =>
  /[%{|![</#:]|\.\./.test(text) && notations.some((pattern) => pattern.test(text));

/** Whether text still holds the tildes that strike words through: Markdown reads them only without a space inside. */
export const strikesOut = (text: string): boolean =>
  text.includes('~~') && (/(?:^|[\s(（])~{2,}[^\n]/.test(text) || /~~[\s\S]+~~/.test(text));

/** Whether text that knows no markup (a title, an image's text) is written as if it could hide or strike words. */
export const hidesInPlainText = (text: string): boolean =>
  text.includes('~~') || hidesElsewhere(text) || mayHide(text.replace(/<\/[^>]*>/g, ''));

/** Braces at the end of a heading or line that only other programs read: `{#id .class}`. */
export const attributeList = /[ \t]\{:?[ \t]*[.#][\w-][^{}\n]*\}[ \t]*$/m;
