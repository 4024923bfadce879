/** Thrown for a command line that cannot be carried out; the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Candor reads incident postmortems as a careful editor would.

  candor check [options] FILE… | FOLDER… | -     find what an editor would mark
  candor export --to FORMAT [-o OUT] FILE        write the customer version, and nothing else
  candor new [options] [-o OUT]                  write a new postmortem
  candor help | --version

check:
  --format pretty|json|sarif|github   how to report (pretty)
  --audience auto|customer            who the text is for: what it says itself, or customers (auto)
  --language auto|en|zh               what it is written in (auto)
  --locale en|zh                      what messages are written in (en)
  --fail-on error|warning|info|hint   the least severity that ends with 1 (warning)
  --cache [--cache-file FILE]         take over results of files that have not changed (.candorcache)

export:
  --to FORMAT                             html, md, txt, eml, email, docx, pdf, slack, statuspage, statuspage-json,
                                          call-notes
  -o OUT                                  where to; - for standard output
  --browser PROGRAM                       the whole path of the Chrome, Chromium or Edge that prints PDF

new:
  --template NAME                     full, customer-message, first-notice, all-clear, sre-book, pagerduty, or a
                                      file in the team's own folder of templates (full)
  --language en|zh|zh-TW              what it is written in (en)
  --title TEXT  --id TEXT             what the incident is called, and its number
  --began TIME                        when it began: now, 14:05, 2 hours ago, 2026-03-03 14:05 +00:00
  --author NAME                       who writes it (git's user.name)
  --zone ZONE                         the zone of the times in it (this machine's)
  -o OUT                              where to, never over a file that is there; - for standard output (-)

A single - reads standard input. Settings come from the nearest .candor.yml.
Ends with 0: nothing found · 1: findings, or an export refused · 2: could not run, or a file could not be read.
`;

/** The value of an option with a closed set of values. */
export function oneOf<const Value extends string>(
  option: string,
  value: string | undefined,
  legal: readonly Value[],
  otherwise: Value,
): Value {
  if (value === undefined) return otherwise;
  const found = legal.find((each) => each === value);
  if (!found) throw new UsageError(`--${option} is “${value}”; it can be ${legal.join(', ')}.`);
  return found;
}
