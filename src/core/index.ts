/** The one door to Candor's core: everything that the editor, the command line and others use. */

export { closest } from './closest.js';
export { type Config, type ConfigProblem, configName, noConfig, readConfig } from './config.js';
export { acceptWord } from './config-edit.js';
export { Lines } from './document/lines.js';
export type { Audience, PlacedBlock, Postmortem, Section } from './document/postmortem.js';
export type { Category, Finding, Language, Localized, Position, Severity, Span } from './finding.js';
export { categories, languages, severities } from './finding.js';
export { type Analysis, createLinter, type Linter, ruleUrl } from './lint.js';
export { type ReadingFigures, ReadingMeter } from './reading/meter.js';
export { ruleDoc } from './rule-docs.js';
export { rules } from './rules/index.js';
export type { Rule } from './rules/rule.js';
export type { CheckOptions, LinterSettings } from './settings.js';
