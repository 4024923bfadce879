import type { Uri } from 'vscode';
import { readRequest } from '../export/request.js';
import type { Services } from '../services.js';
import { customerSource } from './given-document.js';

export const id = 'candor.export';

/**
 * Exports the customer version of a postmortem: the given one, that of the active preview, or the active one.
 * @param wanted `{ format, target }`, both optional; what is left open is asked for.
 * @returns where it was written.
 */
export async function run(services: Services, given: unknown, wanted: unknown): Promise<Uri | undefined> {
  const uri = customerSource(services, given);
  return uri && services.exporter.toFile(uri, readRequest(wanted));
}
