// A process of its own that starts a stack and tells its parent, so that a test can kill it.

import { startStack } from '../../src/embedded/stack.ts';

const [dir = '', cacheDir = ''] = process.argv.slice(2);
const { databaseUrl, temporal } = await startStack({ dir, cacheDir, durable: false });
process.send?.({ databaseUrl, temporal: { address: temporal.address } });
