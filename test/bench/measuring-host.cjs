/**
 * Loaded before the extension under test, in its host: measures what the host pays. `candor.bench.begin` starts, and so
 * does the extension itself; `candor.bench.end` gives `{ memory, longest, own, collecting, busy }`: megabytes on the heap
 * more than at the start after a collection, the longest time in milliseconds that nothing else had a turn, the same in
 * processor time of the host's thread where the engine did not collect garbage and where it did, and milliseconds of
 * processor time in all.
 */
const { readFileSync } = require('node:fs');
const { monitorEventLoopDelay, PerformanceObserver } = require('node:perf_hooks');
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

/** Shorter blocks are not kept. Milliseconds. */
const shortest = 2;
const thread = `/proc/self/task/${process.pid}/schedstat`;

/** Milliseconds that the host's own thread has worked; those of all threads, an upper bound, where the system does not say. */
function worked() {
  try {
    return Number(readFileSync(thread, 'latin1').split(' ')[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

/** The longest blocks without and with a collection of garbage in them. */
function longestOf(blocks, collections) {
  const longest = { own: 0, collecting: 0 };
  for (const { from, to, worked } of blocks) {
    const hasOne = collections.some(({ startTime, duration }) => startTime < to && startTime + duration > from);
    const kind = hasOne ? 'collecting' : 'own';
    longest[kind] = Math.max(longest[kind], worked);
  }
  return longest;
}

let began;
function begin() {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  if (began) stop();
  const collections = [];
  const observer = new PerformanceObserver((list) => collections.push(...list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  let last;
  const tick = () => {
    const now = { worked: worked(), at: performance.now() };
    if (last && now.worked - last.worked > shortest)
      began.blocks.push({ from: last.at, to: now.at, worked: now.worked - last.worked });
    last = now;
  };
  began = {
    memory: megabytes(),
    cpu: process.cpuUsage(),
    delays,
    blocks: [],
    collections,
    observer,
    ticking: setInterval(tick, 1),
    at: Date.now(),
  };
  delays.enable();
}

function stop() {
  clearInterval(began.ticking);
  began.observer.disconnect();
}

module.exports = {
  ...candor,
  activate(context) {
    begin();
    context.subscriptions.push(
      vscode.commands.registerCommand('candor.bench.begin', begin),
      vscode.commands.registerCommand('candor.bench.end', async () => {
        const { memory, cpu, delays, blocks, collections, at } = began;
        stop();
        delays.disable();
        const used = process.cpuUsage(cpu);
        const result = {
          longest: delays.max / 1e6,
          ...longestOf(blocks, collections),
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
