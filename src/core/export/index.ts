import { findLeaks } from '../customer/leak-gate.js';
import type { Refusal } from '../customer/refusal.js';
import { customerView } from '../customer/view.js';
import type { Postmortem } from '../document/postmortem.js';
import { callNotes } from './call-notes.js';
import { docx } from './docx.js';
import { email } from './email-html.js';
import { eml } from './eml.js';
import type { ExportOptions, ExportWarning, Format, FormatId } from './format.js';
import { html } from './html.js';
import { markdown } from './markdown.js';
import { plain } from './plain.js';
import { readBack } from './read-back.js';
import { slack } from './slack.js';
import { statuspage } from './statuspage.js';
import { statuspageJson } from './statuspage-json.js';

/** Every kind of export, in the order in which they are offered. */
export const formats: readonly Format[] = [
  html,
  markdown,
  statuspage,
  statuspageJson,
  plain,
  eml,
  email,
  docx,
  slack,
  callNotes,
];

/** What comes of an export. */
export type ExportResult =
  | { readonly ok: true; readonly content: string | Uint8Array; readonly warnings: readonly ExportWarning[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** The format of an id. @throws RangeError for an id that is none. */
export function formatOf(id: FormatId): Format {
  const format = formats.find((one) => one.id === id);
  if (!format) throw new RangeError(`There is no format “${id}”.`);
  return format;
}

/**
 * Writes the customer version of a postmortem and nothing else. What may not go out refuses: nothing is written then.
 */
export async function exportCustomer(
  postmortem: Postmortem,
  id: FormatId,
  options: ExportOptions,
): Promise<ExportResult> {
  const format = formatOf(id);
  const view = customerView(postmortem);
  if (view.refusals.length > 0) return { ok: false, refusals: view.refusals };
  const content = await format.render(view, options);
  const leaks = findLeaks(postmortem, await readBack(id, content));
  if (leaks.length > 0) return { ok: false, refusals: leaks };
  return { ok: true, content, warnings: format.limits(view, content) };
}
