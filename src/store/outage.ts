// Tells "the database is away or busy" from "this statement is wrong". Inbox and HTTP treat the two differently:
// the first is retried and never counted against an item. Runs anywhere the store does.

/** SQLSTATE classes in which the same statement may succeed later: connection, resources, shutdown, rollback. */
const transientClasses = new Set(['08', '53', '57', '58', '40', '55']);

const transientNodeCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

/** What `pg` and its pool say without giving a code. */
const transientMessages = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Client has encountered a connection error',
  'Cannot use a pool after calling end',
  'driver has already been destroyed',
  'Client was closed',
];

/** True when the statement failed because PostgreSQL was away, starting, stopping, full or in a deadlock. */
export function isOutage(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isOutage);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code !== undefined && transientNodeCodes.has(code)) return true;
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code)) return transientClasses.has(code.slice(0, 2));
  return transientMessages.some((message) => error.message.includes(message));
}
