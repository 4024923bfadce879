/** The one door to Candor's core: everything that the editor, the command line and others use. */

export * from './authoring/index.js';
export { closest } from './closest.js';
export { type Config, type ConfigProblem, configName, noConfig, readConfig } from './config.js';
export { acceptWord } from './config-edit.js';
export { findLeaks } from './customer/leak-gate.js';
export type { CustomerImage, Hidden } from './customer/rebuild.js';
export type { Refusal, RefusalKind } from './customer/refusal.js';
export { type CustomerView, customerView, type Origin } from './customer/view.js';
export { otherNames } from './document/front-matter-names.js';
export { Lines } from './document/lines.js';
export type { Audience, PlacedBlock, Postmortem, Section } from './document/postmortem.js';
export { explanationKinds } from './document/sections.js';
export { base64 } from './export/base64.js';
export { BlockWriter, type HtmlBlock } from './export/block-writer.js';
export { exportName } from './export/file-name.js';
export type { ExportOptions, ExportWarning, Format, FormatId, ImageFile } from './export/format.js';
export { checkImage, type ImageCheck, largestImage } from './export/images.js';
export { type ExportResult, exportCustomer, formatOf, formats } from './export/index.js';
export type { Category, Finding, Language, Localized, Position, Severity, Span } from './finding.js';
export { categories, languages, severities } from './finding.js';
export { messageInTaiwan } from './language/taiwan.js';
export { type Analysis, createLinter, type Linter, ruleUrl } from './lint.js';
export { type ReadingFigures, ReadingMeter } from './reading/meter.js';
export { ruleDoc } from './rule-docs.js';
export { rules } from './rules/index.js';
export type { Rule } from './rules/rule.js';
export type { CheckOptions, LinterSettings } from './settings.js';
