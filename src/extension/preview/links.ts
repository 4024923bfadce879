/**
 * The address to open for a link of the page, which is not trusted.
 * @param href As it stands in the document.
 * @returns A web or mail address; `undefined` for everything else: commands, files, scripts, data, relative paths.
 */
export function openableLink(href: string): string | undefined {
  // Browsers read a backslash as a slash and skip control characters: what looks like one address could be another.
  if (/[\\\p{Cc}\p{Cf}]/u.test(href)) return undefined;
  const scheme = /^(https?|mailto):/i.exec(href)?.[1]?.toLowerCase();
  if (!scheme) return undefined;
  if (scheme === 'mailto') return href;
  if (!/^https?:\/\/[^/]/i.test(href)) return undefined;
  try {
    const url = new URL(href);
    return url.username || url.password ? undefined : url.href;
  } catch {
    return undefined;
  }
}
