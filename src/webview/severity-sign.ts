import type { Mark, Strings } from '../protocol/preview.js';
import { element } from './dom.js';
import { icon } from './icons.js';

/** The sign of a severity: a shape of its own for eyes, a word for screen readers. */
export const severitySign = (severity: Mark['severity'], strings: Strings): HTMLElement =>
  element(
    'span',
    { class: `sign ${severity}` },
    icon(severity),
    element('span', { class: 'unseen' }, `${strings[severity]}: `),
  );
