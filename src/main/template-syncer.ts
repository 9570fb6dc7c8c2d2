// Keeps the registry of templates, and what is known of the numbers, up to date: at the start, every few minutes, and when
// somebody asks. Runs in the server. Senders of other providers are left out: theirs are listed elsewhere.

import type { Logger } from 'pino';
import type { TemplateSyncOutcome } from '../http/answers/templates.ts';
import { toFailureName } from '../inbox/failure-name.ts';
import type { Store } from '../store/store.ts';
import type { SenderBook } from './sender-book.ts';
import { type AccountNumber, syncNumbers } from './sync-numbers.ts';
import { syncTemplates, type TemplateAccount, type TemplateSyncResult } from './sync-templates.ts';

export interface TemplateSyncerOptions {
  readonly store: Store;
  readonly book: Pick<SenderBook, 'list' | 'find' | 'refresh'>;
  /** Between two lists; 0: only when somebody asks. */
  readonly everyMs: number;
  readonly log: Logger;
  readonly now?: () => number;
}

export interface TemplateSyncer {
  start(): void;
  /** All accounts, due or not. */
  sync(): Promise<readonly TemplateSyncResult[]>;
  stop(): Promise<void>;
}

/** An account is due at its own time; this is how often we look. */
const lookEveryMs = 15_000;

export function createTemplateSyncer(options: TemplateSyncerOptions): TemplateSyncer {
  const { store, book, everyMs, log, now = Date.now } = options;
  let busy: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const syncAll = async (force: boolean): Promise<readonly TemplateSyncResult[]> => {
    const results: TemplateSyncResult[] = [];
    // Tokens are rotated while we run.
    await book.refresh();
    for (const account of listAccounts(book)) {
      const result = await syncTemplates(store, account, { everyMs, force, now });
      report(result, log);
      results.push(result);
      if (result.state === 'synced') await askForNumbers(account);
    }
    return results;
  };

  const askForNumbers = async ({ numbers }: Account) => {
    for (const result of await syncNumbers(store, numbers, now)) {
      if (result.state === 'failed')
        log.warn({ number: result.phoneNumberId, code: result.code }, 'a number could not be read');
    }
  };

  const look = async () => {
    try {
      await syncAll(false);
    } catch (error) {
      // One look that fails must neither end the server nor be the last.
      log.warn({ error: toFailureName(error) }, 'templates and numbers could not be read');
    }
  };

  return {
    start() {
      if (everyMs === 0) return;
      busy = look();
      timer = setInterval(() => {
        busy = busy.then(look);
      }, lookEveryMs);
      timer.unref();
    },
    sync: () => syncAll(true),
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
}

interface Account extends TemplateAccount {
  readonly numbers: AccountNumber[];
}

/** One sender's credentials do for its account's templates. */
function listAccounts(book: Pick<SenderBook, 'list' | 'find'>): Account[] {
  const accounts = new Map<string, Account>();
  for (const { accountId, provider, ...number } of book.list()) {
    const access = book.find(number.phoneNumberId);
    if (accountId === undefined || access === undefined || provider !== 'meta') continue;
    const account = accounts.get(accountId) ?? { accountId, access, numbers: [] };
    account.numbers.push({ ...number, accountId, access });
    accounts.set(accountId, account);
  }
  return [...accounts.values()];
}

function report({ accountId: account, ...result }: TemplateSyncResult, log: Logger): void {
  if (result.state === 'failed') {
    log.warn({ account, code: result.code, until: result.until }, 'templates could not be listed');
  } else if (result.state === 'synced' && result.changed + result.gone > 0) {
    log.info({ account, changed: result.changed, gone: result.gone }, 'templates have changed');
  }
}

/** As the API tells it. */
export function toSyncOutcome({ accountId: account, ...result }: TemplateSyncResult): TemplateSyncOutcome {
  return 'until' in result
    ? { account, ...result, until: result.until.toISOString() }
    : { account, ...result };
}
