/** The ids of Candor's commands: all that is known of them until one is run. */
export const commandIds = [
  'candor.acceptWord',
  'candor.addCustomerPart',
  'candor.copyCustomer',
  'candor.explainRule',
  'candor.export',
  'candor.fillBlanks',
  'candor.fillFrontMatter',
  'candor.insertMissing',
  'candor.insertSection',
  'candor.lockPreview',
  'candor.markInternal',
  'candor.newPostmortem',
  'candor.openPreviewHere',
  'candor.openPreview',
  'candor.reveal',
  'candor.rewritePlainly',
  'candor.showPreviewSource',
  'candor.unlockPreview',
] as const;

export type CommandId = (typeof commandIds)[number];
