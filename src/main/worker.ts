// `npm run worker`: a worker as a process. It ends with code 1 when the worker itself fails, so that whoever
// supervises it starts another.

import { runRole } from './run-role.ts';
import { installRuntime, startWorker } from './start-worker.ts';
import { getWorkflowBundle } from './workflow-bundle.ts';

await runRole('worker', async (context) => {
  installRuntime(context.log);
  const workflowBundle = await getWorkflowBundle(context.config.temporal.workflowBundle, context.log);
  const worker = await startWorker({ ...context, workflowBundle });
  worker.stopped.catch((error: unknown) => {
    context.log.fatal({ error: error instanceof Error ? error.name : 'unknown' }, 'worker failed');
    process.exit(1);
  });
  return worker;
});
