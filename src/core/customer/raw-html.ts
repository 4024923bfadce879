/** Tags that only format or group: they are taken off and what they hold stays. */
const harmless =
  /^(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|dfn|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|samp|section|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|var|wbr)$/;

/** Attributes that do not hide what stands in the tag. */
const plainAttribute =
  /^(?:align|alt|border|cite|color|colspan|dir|height|href|id|lang|name|rel|rowspan|size|src|target|title|type|valign|width)$/;

/** Values with which such an attribute hides after all: white on white, no size. */
const hidingValue =
  /\b(?:color\s*=\s*["']?\s*(?:#f{3,8}\b|white|transparent|snow|ivory|ghostwhite)|(?:size|width|height)\s*=\s*["']?\s*[01](?![\d.]*[1-9]))/i;

const tags = /<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

/**
 * Whether raw HTML may be meant to hide what follows it, so that taking the tags off would publish it: `<details>`,
 * `<span hidden>`, `<div style="display:none">`, a tag of one's own such as `<internal>`.
 * @param html One HTML node of the Markdown tree: a tag in a line, or a block.
 */
export function mayHide(html: string): boolean {
  const bare = html.replace(/<!--[\s\S]*?-->/g, '');
  const open: string[] = [];
  for (const [, close, name = '', attributes = ''] of bare.matchAll(tags)) {
    const tag = name.toLowerCase();
    if (close) {
      // Closes what an earlier node opened, or what this node did.
      if (open.at(-1) === tag) open.pop();
      continue;
    }
    const names = [...attributes.matchAll(/([^\s=/"'>]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g)];
    const safe =
      harmless.test(tag) &&
      !(tag !== 'img' && tag !== 'hr' && hidingValue.test(attributes)) &&
      names.every(([, attribute = '']) => plainAttribute.test(attribute.toLowerCase()));
    if (!safe && !/\/\s*$/.test(attributes)) open.push(tag);
  }
  return open.length > 0;
}
