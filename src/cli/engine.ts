import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { rules } from '../core/index.js';
import { Checker } from './check.js';
import { configProblems } from './config-file.js';
import type { WorkerAnswer, WorkerStart, WorkerTask } from './pool.js';
import type { DescribedRule } from './report.js';

export { Checker } from './check.js';
export { configProblems } from './config-file.js';
export { runExport } from './export.js';
export { runNew } from './run-new.js';

export const describedRules = (): DescribedRule[] =>
  rules.map((rule) => ({
    id: rule.id,
    shortDescription: { text: rule.title.en },
    fullDescription: { text: rule.why.en },
    properties: { category: rule.category },
  }));

if (!isMainThread && parentPort) {
  const port = parentPort;
  const { request, configs } = workerData as WorkerStart;
  const checker = new Checker(request);
  if (configs) port.postMessage({ problems: configProblems(configs, request.locale) } satisfies WorkerAnswer);
  let held = 0;
  new PerformanceObserver((list) => {
    const isThorough = (entry: PerformanceEntry & { readonly detail?: { readonly kind?: number } }): boolean =>
      entry.detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
    if (list.getEntries().some(isThorough)) held = getHeapStatistics().used_heap_size / 2 ** 20;
  }).observe({ entryTypes: ['gc'] });
  port.on('message', async ({ index, file }: WorkerTask) => {
    port.postMessage({ index, result: await checker.file(file), held } satisfies WorkerAnswer);
  });
}
