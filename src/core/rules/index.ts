import { personAsCause } from './person-as-cause.js';
import type { Rule } from './rule.js';

/** Every rule, in the order of the docs. A new rule is a file and a line here. */
export const rules: readonly Rule[] = [personAsCause];
