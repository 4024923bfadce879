import type { CustomerView } from '../customer/view.js';
import type { Format } from './format.js';
import { statuspageBody, statuspageLimits } from './statuspage.js';

/** How far an incident is, in Statuspage's words (its API, “Incidents”: status). */
type IncidentStatus = 'investigating' | 'identified' | 'monitoring' | 'resolved';

function statusOf({ times, message }: CustomerView): IncidentStatus {
  const knows = (kind: 'mitigated' | 'resolved'): boolean => times.moments.some((moment) => moment.kind === kind);
  if (message === 'all-clear' || knows('resolved')) return 'resolved';
  if (knows('mitigated')) return 'monitoring';
  return message === 'first-notice' ? 'investigating' : 'identified';
}

/**
 * The body of a call to Statuspage's API. An explanation is a postmortem: `PUT …/incidents/{id}/postmortem`, which keeps
 * it as a draft until somebody publishes it there. Any other message is one of an incident: `POST …/incidents`.
 */
function callBody(view: CustomerView): unknown {
  const body = statuspageBody(view).trimEnd();
  return view.message === 'explanation'
    ? { postmortem: { body_draft: body } }
    : { incident: { name: view.title, status: statusOf(view), body } };
}

/** What Statuspage's API takes, to be sent by a tool or by hand; Candor sends nothing itself. */
export const statuspageJson: Format = {
  id: 'statuspage-json',
  extension: 'json',
  mediaType: 'application/json',
  label: { en: 'Statuspage JSON', zh: 'Statuspage JSON' },
  binary: false,
  limits: (view) => statuspageLimits(view, statuspageBody(view)),
  render: (view) => `${JSON.stringify(callBody(view), undefined, 2)}\n`,
};
