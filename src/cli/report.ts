import type { Finding } from '../core/recognise.js';

/** What was found in one file, or why it was not read. */
export type FileResult =
  | { readonly path: string; readonly findings: readonly Finding[] }
  | { readonly path: string; readonly error: string };

/** A rule as SARIF describes it. */
export interface DescribedRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly properties: { readonly category: string };
}

export const reportFormats = ['pretty', 'json', 'sarif', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Writes results as they come, so that thousands of files need no memory. */
export interface Report {
  file(result: FileResult): void;
  end(): void;
}

interface Out {
  write(text: string): void;
  readonly colours: boolean;
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function pretty(out: Out): Report {
  const colour = (code: number, text: string): string => (out.colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const tint = { error: 31, warning: 33, info: 36, hint: 90 } as const;
  const count = { findings: 0, files: 0 };
  return {
    file(result) {
      count.files++;
      if ('error' in result || result.findings.length === 0) return;
      const places = result.findings.map(({ start }) => `${start.line}:${start.column}`);
      const width = Math.max(...places.map((place) => place.length));
      out.write(`${colour(4, result.path)}\n`);
      result.findings.forEach((finding, at) => {
        count.findings++;
        const severity = colour(tint[finding.severity], finding.severity.padEnd(7));
        out.write(
          `  ${(places[at] ?? '').padStart(width)}  ${severity}  ${finding.message}  ${colour(90, finding.rule)}\n`,
        );
        if (finding.suggestions.length > 0) {
          const instead = finding.suggestions
            .map((each) => (each.trim() === '' ? '(take it out)' : `“${each}”`))
            .join(' or ');
          out.write(`  ${' '.repeat(width)}           instead of “${oneLine(finding.text)}”: ${instead}\n`);
        }
      });
      out.write('\n');
    },
    end() {
      out.write(
        count.findings === 0
          ? `No findings in ${plural(count.files, 'file')}.\n`
          : `${plural(count.findings, 'finding')} in ${plural(count.files, 'file')}.\n`,
      );
    },
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

function json(out: Out): Report {
  let first = true;
  const begin = '{"version":1,"files":[';
  return {
    file(result) {
      out.write(`${first ? begin : ','}\n${JSON.stringify(result)}`);
      first = false;
    },
    end() {
      out.write(first ? `${begin}]}\n` : '\n]}\n');
    },
  };
}

const sarifLevel = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

/** SARIF 2.1.0, columns in UTF-16 units. */
function sarif(out: Out, described: readonly DescribedRule[]): Report {
  const driver = { name: 'Candor', rules: described };
  let first = true;
  const begin = `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"utf16CodeUnits","results":[`;
  const errors: string[] = [];
  return {
    file(result) {
      if ('error' in result) {
        errors.push(`${result.path} ${result.error}`);
        return;
      }
      for (const finding of result.findings) {
        const entry = {
          ruleId: finding.rule,
          level: sarifLevel[finding.severity],
          message: { text: finding.message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(result.path.replaceAll('\\', '/')) },
                region: {
                  startLine: finding.start.line,
                  startColumn: finding.start.column,
                  endLine: finding.end.line,
                  endColumn: finding.end.column,
                },
              },
            },
          ],
        };
        out.write(`${first ? begin : ','}\n${JSON.stringify(entry)}`);
        first = false;
      }
    },
    end() {
      const notes = errors.map((text) => ({ level: 'error', message: { text } }));
      const invocation = { executionSuccessful: errors.length === 0, toolExecutionNotifications: notes };
      out.write(`${first ? begin : '\n'}],"invocations":[${JSON.stringify(invocation)}]}]}\n`);
    },
  };
}

const githubLevel = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

/** Workflow commands that GitHub Actions shows as annotations. */
function github(out: Out): Report {
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return {
    file(result) {
      if ('error' in result) {
        out.write(`::error file=${property(result.path)}::${data(result.error)}\n`);
        return;
      }
      for (const { severity, start, end, rule, message } of result.findings) {
        const column = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
        out.write(
          `::${githubLevel[severity]} file=${property(result.path)},line=${start.line},endLine=${end.line}${column},title=${property(rule)}::${data(message)}\n`,
        );
      }
    },
    end() {},
  };
}

const makers: Readonly<Record<ReportFormat, (out: Out, rules: readonly DescribedRule[]) => Report>> = {
  pretty,
  json,
  sarif,
  github,
};

/** Makes the report of a format. @param rules What SARIF says of the rules; the other formats name them only. */
export const makeReport = (format: ReportFormat, out: Out, rules: readonly DescribedRule[]): Report =>
  makers[format](out, rules);
