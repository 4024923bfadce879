import { readRequest } from '../export/request.js';
import type { Services } from '../services.js';
import { customerSource } from './given-document.js';

export const id = 'candor.copyCustomer';

/**
 * Copies the customer version of a postmortem as text, for a status page, a chat or a mail.
 * @param wanted `{ format }`; asked for when it is absent.
 */
export async function run(services: Services, given: unknown, wanted: unknown): Promise<void> {
  const uri = customerSource(services, given);
  if (uri) await services.exporter.toClipboard(uri, readRequest(wanted).kind);
}
