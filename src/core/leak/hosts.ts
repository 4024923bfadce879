import data from '../../data/leak.json' with { type: 'json' };

const suffixes = new Set(data.internalSuffixes);
const internalLabels = new Set(data.internalLabels);
const stems = new Set(data.stems);
const abbreviations = new Set(data.abbreviations);
const numbered = new Set(data.numbered);
const environments = new Set(data.environments);
const clearEnvironments = new Set(data.clearEnvironments);
const tools = new Set(data.tools);
const sites = new Set(data.sites);
const publicAddresses = new Set(data.publicAddresses);

const addressPattern = /^((?:\d{1,3}\.){3}\d{1,3})(?:\/\d{1,2})?(?::\d{1,5})?$/;
const wildcardPattern = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.(?:\d{1,3}|[xX*])){1,3}(?:\/\d{1,2})?$/;
const sixPattern =
  /^(?:::1|fe80:|f[cd][0-9a-f]{2}:|[23][0-9a-f]{3}:|64:ff9b:)[0-9a-f:.]{0,40}(?:%\w{1,15})?(?:\/\d{1,3})?$/i;
const hardwarePattern = /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i;

/** The four numbers of an IPv4 address (with or without prefix length or port), `undefined` for anything else. */
export function octetsOf(text: string): readonly number[] | undefined {
  const address = addressPattern.exec(text)?.[1];
  const octets = address?.split('.').map(Number);
  return octets?.every((octet, at) => octet <= 255 && (at > 0 || octet > 0)) ? octets : undefined;
}

/** Whether four numbers are an address that only works inside a network (RFC 1918, 6598, 3927, loopback). */
export function isPrivate([a = 0, b = 0]: readonly number[]): boolean {
  return (
    a === 10 ||
    a === 127 ||
    (a === 192 && b === 168) ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 100 && b >= 64 && b <= 127) ||
    (a === 169 && b === 254)
  );
}

/** Whether everybody knows the address: a public name server. */
export const isPublicService = (text: string): boolean => publicAddresses.has(text.replace(/[/:].*$/, ''));

/** Whether the text is an IPv6 or hardware address, or a private range written with x or *. */
export function isOtherAddress(text: string): boolean {
  if (hardwarePattern.test(text) || (wildcardPattern.test(text) && /[xX*]/.test(text))) return true;
  if (!sixPattern.test(text)) return false;
  const colons = text.split(':').length - 1;
  return text.includes('::') ? colons <= 7 : colons === 7;
}

/** Splits "web01" into its word and its number; the number is empty for a word alone. */
function parted(part: string): { word: string; digits: string } {
  const match = /^([a-z][a-z0-9]*?)(\d*)[a-z]?$/.exec(part);
  return { word: match?.[1] ?? part, digits: match?.[2] ?? '' };
}

const unclearAlone = new Set(['web', 'app', 'api', 'mail', 'auth', 'ns', 'dns', 'sw', 'node', 'switch', 'gw']);

/** Whether one label of a name is a machine's: db-prod-03, web01, ip-10-0-0-1, gke-main-4f2a. */
export function isMachineLabel(label: string): boolean {
  const lower = label.toLowerCase();
  if (!/^[a-z0-9_-]{3,80}$/.test(lower)) return false;
  if (/^ip-\d{1,3}(?:-\d{1,3}){3}$/.test(lower)) return true;
  if (/^(?:gke|aks|eks|ocp)-[a-z0-9]+(?:-[a-z0-9]+)+$/.test(lower) && /\d/.test(lower)) return true;
  const parts = lower.split(/[-_]/);
  if (parts.length === 1) {
    const { word, digits } = parted(lower);
    if (!numbered.has(word) || digits === '' || digits.length > 3 || lower !== word + digits) return false;
    return digits.startsWith('0') || (label === lower && !unclearAlone.has(word));
  }
  if (parts.includes('')) return false;
  let stem = false;
  let short = false;
  let environment = false;
  let clear = false;
  let joined = false;
  for (const part of parts) {
    const { word, digits } = parted(part);
    if (stems.has(part) || (digits !== '' && numbered.has(word))) stem = true;
    if (abbreviations.has(part) || abbreviations.has(word)) short = true;
    if (environments.has(part) || (digits !== '' && environments.has(word))) environment = true;
    if (clearEnvironments.has(part) || clearEnvironments.has(word)) clear = true;
    if (digits !== '' && word !== part && numbered.has(word) && digits.length <= 3) joined = true;
  }
  const number = /^[a-z]?(\d{1,4})[a-z]?$/.exec(parts.at(-1) ?? '')?.[1];
  if (clear && (stem || number !== undefined || parts.length > 2)) return true;
  if (stem && environment && (short || number !== undefined || joined)) return true;
  // The last part may be a site with a number: db-master-sh03.
  if (stem && parts.length > 2 && /^[a-z]{2,4}\d{2,3}$/.test(parts.at(-1) ?? '')) return true;
  const atSite = parts.slice(0, -1).some((part) => sites.has(part.replace(/\d$/, '')));
  if (number === undefined) return joined && (short || (atSite && stem));
  const first = parts[0] ?? '';
  if (parts.length > 2) return stem && (short || number.startsWith('0') || environment || joined || atSite);
  if (first === 'staging') return true;
  if (!numbered.has(first)) return false;
  return number.startsWith('0') || (abbreviations.has(first) ? true : number.length === 2 && !unclearAlone.has(first));
}

const namePattern = /^[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)+$/;

/** Whether a dotted name is one that only works inside, or a machine or tool of the company: not its public site. */
export function isInternalName(name: string): boolean {
  if (name.length > 253 || !namePattern.test(name)) return false;
  const labels = name.split('.');
  for (let from = 1; from < labels.length && labels.length - from <= 4; from++) {
    if (suffixes.has(labels.slice(from).join('.'))) return labels[0]?.toLowerCase() !== 'e.g';
  }
  const last = labels.at(-1) ?? '';
  if (labels.includes('svc') && labels.length > 2) return true;
  if (!/^[a-z]{2,12}$/.test(last) || labels.length < 3) return false;
  // Below a name that is reserved for writing about names (RFC 2606), "corp.example" is no company of that name.
  const own = /^(?:example|test|invalid)$/.test(last) ? -1 : -2;
  if (
    labels.slice(0, own).some((label) =>
      label
        .toLowerCase()
        .split('-')
        .some((part) => internalLabels.has(part)),
    )
  )
    return true;
  if (labels.slice(0, -2).some((label) => isMachineLabel(label) && /[a-z]/i.test(label))) return true;
  return tools.has((labels[0] ?? '').toLowerCase());
}

/** Whether a host (as in a URL, no port) is one that customers cannot or should not reach. */
export function isInternalHost(host: string): boolean {
  const lower = host.toLowerCase();
  if (lower === 'localhost' || octetsOf(lower) !== undefined || lower.startsWith('[')) return true;
  if (!lower.includes('.')) return /^[a-z0-9-]+$/.test(lower);
  return isInternalName(lower);
}
