/**
 * The door to all that is loaded when the first findings are shown (`reading.ts`), or when a command or view asks for it
 * (`load/`), so that a plain Markdown file costs next to nothing.
 */
export { check as checkForAssistant, showCustomerVersion } from './assistant/tools.js';
export { runCommand } from './commands/index.js';
export { start } from './services.js';
export { PostmortemTree } from './views/postmortem-tree.js';
export { ReadinessTree } from './views/readiness-tree.js';
