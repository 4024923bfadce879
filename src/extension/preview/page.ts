/** Where the page takes its script and style from, as addresses of the webview. */
export interface PageParts {
  /** The source of the extension's own files in a policy. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** Language of the interface, BCP 47. */
  readonly language: string;
  readonly title: string;
  /** What is said until the document is there: an engine that is busy starting takes seconds for it. */
  readonly waiting: string;
  /** Fresh for each page, from {@link makeNonce}. */
  readonly nonce: string;
}

/** What the page may do: run our script, use our style, show images that the host has read. All else is denied. */
export const policyOf = ({
  cspSource,
  nonce,
}: Pick<PageParts, 'cspSource' | 'nonce'>): Readonly<Record<string, string>> => ({
  'default-src': "'none'",
  'script-src': `'nonce-${nonce}'`,
  'style-src': cspSource,
  'img-src': 'data:',
  // These two do not fall back to default-src.
  'base-uri': "'none'",
  'form-action': "'none'",
});

/** 128 random bits as text. */
export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The page: constant, without a word of any document. The document comes as a message when the page is ready. */
export function pageHtml(parts: PageParts): string {
  const policy = Object.entries(policyOf(parts))
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(parts.language)}">
<head>
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(parts.title)}</title>
<link rel="stylesheet" href="${escaped(parts.style)}">
</head>
<body data-vscode-context="${escaped(JSON.stringify({ preventDefaultContextMenuItems: false }))}">
<p class="waiting" role="status">${escaped(parts.waiting)}</p>
<script nonce="${escaped(parts.nonce)}" src="${escaped(parts.script)}"></script>
</body>
</html>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that can stand in HTML, also in an attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
