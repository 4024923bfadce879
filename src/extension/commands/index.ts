import type { Services } from '../services.js';
import * as acceptWord from './accept-word.js';
import * as addCustomerPart from './add-customer-part.js';
import * as copyCustomer from './copy-customer.js';
import * as explainRule from './explain-rule.js';
import * as exportCustomer from './export.js';
import * as fillBlanks from './fill-blanks.js';
import * as fillFrontMatter from './fill-front-matter.js';
import type { CommandId } from './ids.js';
import * as insertMissing from './insert-missing.js';
import * as insertSection from './insert-section.js';
import * as lockPreview from './lock-preview.js';
import * as markInternal from './mark-internal.js';
import * as newPostmortem from './new-postmortem.js';
import * as openPreview from './open-preview.js';
import * as openPreviewHere from './open-preview-here.js';
import * as reveal from './reveal.js';
import * as rewritePlainly from './rewrite-plainly.js';
import * as showPreviewSource from './show-preview-source.js';
import * as unlockPreview from './unlock-preview.js';

/** One command: its id, and what it does once the services are there. */
export interface Command {
  readonly id: CommandId;
  run(services: Services, ...args: unknown[]): unknown;
}

const commands: readonly Command[] = [
  acceptWord,
  explainRule,
  fillBlanks,
  fillFrontMatter,
  insertMissing,
  openPreview,
  openPreviewHere,
  lockPreview,
  unlockPreview,
  showPreviewSource,
  addCustomerPart,
  insertSection,
  markInternal,
  newPostmortem,
  reveal,
  rewritePlainly,
  exportCustomer,
  copyCustomer,
];

const byId = new Map(commands.map((command) => [command.id, command]));

/** Carries out a command. @throws Error for an id that is none: the manifest and this list differ. */
export function runCommand(services: Services, id: CommandId, args: readonly unknown[]): unknown {
  const command = byId.get(id);
  if (!command) throw new Error(`There is no command “${id}”.`);
  return command.run(services, ...args);
}
