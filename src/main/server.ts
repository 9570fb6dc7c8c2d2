// `npm run server`: the HTTP server as a process.

import { runRole } from './run-role.ts';
import { startServer } from './start-server.ts';

await runRole('server', startServer);
