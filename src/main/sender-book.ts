// The WhatsApp senders of this process with their tokens, as they are now: the senders file and the token files are read
// again while it runs, so that a token is rotated, or a number added, without a restart. A file that has become unusable
// changes nothing: what was read before holds.

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Logger } from 'pino';
import type { WhatsAppSender, WhatsAppSenders } from '../../activities/channels/whatsapp-sender.ts';
import { type Config, ConfigError, readNamedVariable } from '../config.ts';
import { parseSendersFile, type SenderSettings, type TokenSource } from './senders-file.ts';

const variable = 'JORNADA_SENDERS_FILE';

export interface SenderBook extends WhatsAppSenders {
  list(): readonly SenderSettings[];
  /** Reads the files again. True where the senders, not just their tokens, are others now. */
  refresh(): Promise<boolean>;
}

interface Page {
  /** The text that the settings are from; undefined without a file. */
  readonly source: string | undefined;
  readonly senders: readonly SenderSettings[];
  /** By the number's id. */
  readonly tokens: ReadonlyMap<string, string>;
}

/** @throws ConfigError with every bad place of the senders file */
export async function openSenderBook(config: Config, log: Logger): Promise<SenderBook> {
  const first = await readSenders(config);
  let page: Page = { ...first, tokens: await readTokens(config, first.senders) };
  warnOfMissing(page, undefined, log);
  for (const { name, token } of page.senders) {
    if (token !== undefined && 'text' in token && config.sendersFile !== undefined)
      log.warn({ sender: name }, 'the access token stands in the senders file: name a file or a variable');
  }

  async function refresh(): Promise<boolean> {
    const before = page;
    const { source, senders } = await readAgain(config, before, log);
    page = { source, senders, tokens: await readTokens(config, senders) };
    warnOfMissing(page, before, log);
    return source !== before.source;
  }

  return {
    list: () => page.senders,
    refresh,
    find: (phoneNumberId) => toSender(page, phoneNumberId),
    async renew(phoneNumberId) {
      const refused = page.tokens.get(phoneNumberId);
      await refresh();
      const token = page.tokens.get(phoneNumberId);
      return token !== undefined && token !== refused;
    },
  };
}

export interface FollowOptions {
  readonly log: Logger;
  readonly everyMs?: number;
  /** Told when the senders, not just their tokens, are others. */
  readonly onChange?: () => Promise<void>;
}

/** Refreshes every so often until stopped. */
export function followSenders(
  book: SenderBook,
  { everyMs = 5_000, onChange, log }: FollowOptions,
): { stop(): Promise<void> } {
  let busy: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      if (await book.refresh()) await onChange?.();
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'senders could not be renewed');
    }
  };
  const timer = setInterval(() => {
    busy = busy.then(look);
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
}

type Senders = Pick<Page, 'source' | 'senders'>;

async function readSenders(config: Config): Promise<Senders> {
  const { sendersFile } = config;
  if (sendersFile === undefined) return { source: undefined, senders: toSingleSender(config) };
  const source = await readFile(sendersFile, 'utf8').catch(() => undefined);
  if (source === undefined)
    throw new ConfigError([{ variable, expected: `${sendersFile}: the file can not be read` }]);
  const parsed = parseSendersFile(source, config.whatsapp);
  if (parsed.ok) return { source, senders: parsed.senders };
  throw new ConfigError(
    parsed.problems.map((problem) => ({ variable, expected: `${sendersFile}:${problem}` })),
  );
}

async function readAgain(config: Config, before: Senders, log: Logger): Promise<Senders> {
  try {
    return await readSenders(config);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    log.warn({ problems: error.problems }, 'the senders file is not usable now; the senders before it stay');
    return before;
  }
}

/** What the variables say; none without a number. */
function toSingleSender({ whatsapp }: Config): readonly SenderSettings[] {
  const { phoneNumberId, accountId, accessToken, baseUrl, apiVersion } = whatsapp;
  if (phoneNumberId === undefined) return [];
  const token = accessToken === undefined ? {} : { token: { text: accessToken } };
  const rest = { provider: 'meta', directSend: false, isDefault: true } as const;
  return [{ name: 'default', phoneNumberId, accountId, baseUrl, apiVersion, ...token, ...rest }];
}

async function readTokens(
  { sendersFile = '.' }: Config,
  senders: readonly SenderSettings[],
): Promise<ReadonlyMap<string, string>> {
  const found = senders.map(async ({ phoneNumberId, token }) => {
    return [phoneNumberId, token && (await readToken(token, dirname(sendersFile)))] as const;
  });
  const tokens = await Promise.all(found);
  return new Map(tokens.flatMap(([id, token]) => (token === undefined ? [] : [[id, token] as const])));
}

/** Once, and again after it was there. */
function warnOfMissing(now: Page, before: Page | undefined, log: Logger): void {
  for (const { name, phoneNumberId } of now.senders) {
    const isNews = before === undefined || before.tokens.has(phoneNumberId);
    if (isNews && !now.tokens.has(phoneNumberId))
      log.warn({ sender: name }, 'there is no access token where it should be');
  }
}

/** A file is named from where the senders file is. */
async function readToken(source: TokenSource, folder: string): Promise<string | undefined> {
  if ('text' in source) return source.text;
  if ('env' in source) return readNamedVariable(source.env);
  const text = await readFile(resolve(folder, source.file), 'utf8').catch(() => '');
  return text.trim() || undefined;
}

function toSender({ senders, tokens }: Page, phoneNumberId: string): WhatsAppSender | undefined {
  const settings = senders.find((sender) => sender.phoneNumberId === phoneNumberId);
  const accessToken = tokens.get(phoneNumberId);
  if (settings === undefined || accessToken === undefined) return undefined;
  const { provider, baseUrl, apiVersion, marketing } = settings;
  return { provider, baseUrl, apiVersion, accessToken, ...(marketing === undefined ? {} : { marketing }) };
}
