import type { RootContent } from 'mdast';

/** Whether a top-level node lacks its end, so that text after the chunk would belong to it. */
export function isUnclosed(node: RootContent | undefined, source: string): boolean {
  if (!node) return false;
  const slice = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  switch (node.type) {
    case 'code': {
      const fence = /^ {0,3}(`{3,}|~{3,})/.exec(slice)?.[1];
      return (
        fence !== undefined && !new RegExp(`[\\r\\n] {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`).test(slice)
      );
    }
    case 'containerDirective':
      return !isClosedDirective(slice);
    case 'html':
      return (
        (slice.startsWith('<!--') && !slice.includes('-->', 2)) ||
        (slice.startsWith('<?') && !slice.includes('?>')) ||
        (/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i.test(slice) &&
          !/<\/(?:script|pre|style|textarea)>/i.test(slice)) ||
        (slice.startsWith('<![CDATA[') && !slice.includes(']]>'))
      );
    default:
      return false;
  }
}

/** Whether the source of a container directive ends with the fence that closes it. */
export function isClosedDirective(source: string): boolean {
  const size = /^:{3,}/.exec(source.trimStart())?.[0].length ?? 3;
  return new RegExp(`[\\r\\n][ \\t>]*:{${size},}[ \\t]*$`).test(source);
}
