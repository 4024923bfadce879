/** Thrown for a command line that cannot be carried out; the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Candor reads incident postmortems as a careful editor would.

  candor check [options] FILE… | FOLDER… | -     find what an editor would mark
  candor export --to FORMAT [-o OUT] FILE        write the customer version, and nothing else
  candor help | --version

check:
  --format pretty|json|sarif|github   how to report (pretty)
  --audience auto|customer            who the text is for: what it says itself, or customers (auto)
  --language auto|en|zh               what it is written in (auto)
  --locale en|zh                      what messages are written in (en)
  --fail-on error|warning|info|hint   the least severity that ends with 1 (warning)
  --cache [--cache-file FILE]         take over results of files that have not changed (.candorcache)

export:
  --to html|md|txt|eml|docx|pdf|slack|…   the format
  -o OUT                                  where to; - for standard output

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
