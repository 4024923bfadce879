/**
 * Loaded before the extension under test, in its host: measures what the host pays. `candor.bench.begin` starts, and so
 * does the extension itself; `candor.bench.end` gives `{ memory, longest, busy }`: megabytes on the heap more than at the start after a collection,
 * the longest time in milliseconds that nothing else had a turn, and milliseconds of processor time.
 */
const { monitorEventLoopDelay } = require('node:perf_hooks');
const v8 = require('node:v8');
const vm = require('node:vm');
const vscode = require('vscode');
const candor = require('./dist/extension.js');

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');
const megabytes = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};

let began;
function begin() {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  if (began) clearInterval(began.ticking);
  const worked = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  let last;
  const tick = () => {
    const now = worked();
    if (last !== undefined) began.own = Math.max(began.own, now - last);
    last = now;
  };
  began = {
    memory: megabytes(),
    cpu: process.cpuUsage(),
    delays,
    own: 0,
    ticking: setInterval(tick, 1),
    at: Date.now(),
  };
  delays.enable();
}

module.exports = {
  ...candor,
  activate(context) {
    begin();
    context.subscriptions.push(
      vscode.commands.registerCommand('candor.bench.begin', begin),
      vscode.commands.registerCommand('candor.bench.end', async () => {
        const { memory, cpu, delays, own, ticking, at } = began;
        clearInterval(ticking);
        delays.disable();
        const used = process.cpuUsage(cpu);
        const result = {
          longest: delays.max / 1e6,
          own,
          usual: delays.percentile(99) / 1e6,
          busy: (used.user + used.system) / 1000,
          took: Date.now() - at,
          memory: megabytes() - memory,
        };
        const [folder] = vscode.workspace.workspaceFolders;
        await vscode.workspace.fs.writeFile(
          vscode.Uri.joinPath(folder.uri, 'bench.json'),
          new TextEncoder().encode(JSON.stringify(result)),
        );
      }),
    );
    return candor.activate(context);
  },
};
