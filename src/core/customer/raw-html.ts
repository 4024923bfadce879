import { marksRegion } from './labels.js';
import { asSeen } from './lookalike.js';

/** Tags that only format or group: they are taken off and what they hold stays. */
const harmless =
  /^(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|dfn|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|samp|section|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|var|wbr)$/;

/** Attributes that do not hide what stands in the tag. */
const plainAttribute =
  /^(?:align|alt|border|cite|color|colspan|dir|height|href|id|lang|name|rel|rowspan|size|src|target|title|type|valign|width)$/;

/** Values with which such an attribute hides after all: no size, or letters too small to read. */
const hidingValue =
  /\b(?:size\s*=\s*["']?\s*(?:-[2-9]|[01](?![\d.]*[1-9]))|(?:width|height)\s*=\s*["']?\s*[01](?![\d.]*[1-9]))/i;

/** Colours by name that can be read on white. */
const darkNames =
  /^(?:dark(?!khaki|sea|salmon|grayish)\w+|medium(?:blue|purple|violetred|seagreen|slateblue)|black|red|green|blue|navy|maroon|purple|teal|olive|brown|gr[ae]y|dimgr[ae]y|slategr[ae]y|crimson|firebrick|indigo|chocolate|sienna|orangered|orange|tomato|steelblue|royalblue|seagreen|forestgreen|magenta|fuchsia)$/i;

/** Whether letters have a colour that is near the white of a page, or one that cannot be told. */
function hidesByColour(attributes: string): boolean {
  const given = /\bcolor\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  if (!given) return false;
  const value = (given[1] ?? given[2] ?? given[3] ?? '').trim();
  const hex = /^#?(?:([\da-f])([\da-f])([\da-f])|([\da-f]{2})([\da-f]{2})([\da-f]{2}))$/i.exec(value);
  if (!hex) return !darkNames.test(value);
  const parts = hex.slice(1).filter((part) => part !== undefined);
  return parts.every((part) => Number.parseInt(part.length === 1 ? part + part : part, 16) > 0xb0);
}

/** Tags that hold nothing. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

const tags = /<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

/**
 * Whether raw HTML may be meant to hide what follows it, so that taking the tags off would publish it: `<details>`,
 * `<span hidden>`, `<div style="display:none">`, a tag of one's own such as `<internal>`.
 * @param html One HTML node of the Markdown tree: a tag in a line, or a block.
 */
export function mayHide(html: string): boolean {
  const bare = html.replace(/<!--[\s\S]*?-->/g, '');
  // What begins a tag and never ends one takes all that follows with it.
  if (/<[/!?]?[a-z]/i.test(bare.replace(/<[?!][^>]*>/g, '').replace(tags, ''))) return true;
  // A heading in HTML ends no section.
  if (/<h[1-6][\s>]/i.test(bare)) return true;
  const open: string[] = [];
  for (const [, close, name = '', attributes = ''] of bare.matchAll(tags)) {
    const tag = name.toLowerCase();
    if (close) {
      // Closes what an earlier node opened, or what this node did.
      if (open.at(-1) === tag) open.pop();
      continue;
    }
    const names = [...attributes.matchAll(/([^\s=/"'>]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g)];
    const named = attributes.matchAll(/\b(?:id|name|title|alt|lang)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi);
    const isMarked = [...named].some(([, ...values]) => marksRegion(asSeen(values.find(Boolean) ?? '')));
    const safe =
      harmless.test(tag) &&
      !isMarked &&
      !hidesByColour(attributes) &&
      !(tag !== 'img' && tag !== 'hr' && hidingValue.test(attributes)) &&
      names.every(([, attribute = '']) => plainAttribute.test(attribute.toLowerCase()));
    // HTML closes no other tag by a slash; components of other programs have names of their own.
    const closesItself = /\/\s*$/.test(attributes) && (empty.test(tag) || /[A-Z][a-z]|-/.test(name));
    if (!safe && !closesItself) open.push(tag);
  }
  return open.length > 0;
}
