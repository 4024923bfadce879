import { showRulePage } from '../rule-pages.js';
import type { Services } from '../services.js';

export const id = 'candor.explainRule';

/** Shows the page of a rule. */
export async function run(_: Services, rule: unknown): Promise<void> {
  await showRulePage(rule);
}
