// `npm run dispatcher`: a dispatcher as a process.

import { runRole } from './run-role.ts';
import { startDispatcher } from './start-dispatcher.ts';

await runRole('dispatcher', startDispatcher);
