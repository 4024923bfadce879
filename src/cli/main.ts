import { version } from '../../package.json';
import { loadEngine } from './load-engine.js';
import { type Io, runCheck } from './run-check.js';
import { UsageError, usage } from './usage.js';

const isArgumentError = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

/** Carries out a command line. @returns the exit code. */
async function run(args: readonly string[], io: Io): Promise<number> {
  const [given, ...rest] = args;
  const command = rest[0] === '--help' || rest[0] === '-h' ? 'help' : given;
  try {
    switch (command) {
      case 'check':
        return await runCheck(rest, io);
      case 'export':
        return await (await loadEngine()).runExport(rest, io);
      case 'new':
        return await (await loadEngine()).runNew(rest, io);
      case undefined:
        throw new UsageError('Say what to do: check, export or new.');
      case 'help':
      case '--help':
      case '-h':
        io.stdout.write(usage);
        return 0;
      case '--version':
      case '-v':
        io.stdout.write(`${io.version}\n`);
        return 0;
      default:
        throw new UsageError(`There is no command “${command}”.`);
    }
  } catch (error) {
    if (!isArgumentError(error)) throw error;
    io.stderr.write(`candor: ${error.message}\n\n${usage}`);
    return 2;
  }
}

const { stdin, stdout, stderr, env } = process;
// A reader that has seen enough (`candor check … | head`) is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
run(process.argv.slice(2), { stdin, stdout, stderr, env, version }).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    stderr.write(`candor: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);
