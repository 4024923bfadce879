/**
 * The door to what finds, and to nothing else of core: in a new process the first findings are shown before the rest is
 * loaded (`extension/reading.ts`).
 */
export { noConfig, readConfig } from './config.js';
export { configName } from './config-name.js';
export { severities } from './finding.js';
export { messageInTaiwan } from './language/taiwan.js';
export { createLinter } from './lint.js';
export { rules } from './rules/index.js';
