// Tokens and senders change while a worker runs.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { followSenders, openSenderBook } from '../../src/main/sender-book.ts';

interface Line {
  readonly msg: string;
  readonly sender?: string;
}

async function createFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'jornada-senders-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'senders.jsonc');
  const lines: Line[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  return {
    write: (name: string, text: string) => writeFile(join(folder, name), text),
    open: (env: Record<string, string> = { JORNADA_SENDERS_FILE: file }) =>
      openSenderBook(readConfig(env), log),
    lines,
    log,
  };
}

const sender = (name: string, phoneNumberId: string, accessToken: unknown) => ({
  name,
  phoneNumberId,
  accountId: '7',
  accessToken,
});
const toFile = (...senders: object[]) => JSON.stringify({ senders });

test('the variables of a single number are a sender called default', async () => {
  const { open } = await createFolder();
  const book = await open({ WHATSAPP_PHONE_NUMBER_ID: '1', WHATSAPP_ACCESS_TOKEN: 'secret' });
  expect(book.list()).toMatchObject([{ name: 'default', provider: 'meta', isDefault: true }]);
  expect(book.find('1')).toEqual({
    provider: 'meta',
    baseUrl: 'https://graph.facebook.com',
    apiVersion: 'v25.0',
    accessToken: 'secret',
  });
  expect((await open({})).list()).toEqual([]);
});

test('a token comes from its file, beside the senders file, or from the variable that is named', async () => {
  const { write, open } = await createFolder();
  process.env['TEST_TOKEN_OF_BR'] = 'from-environment';
  onTestFinished(() => void delete process.env['TEST_TOKEN_OF_BR']);
  await write('kr.token', 'from-file\n');
  const br = sender('br', '2', { env: 'TEST_TOKEN_OF_BR' });
  await write('senders.jsonc', toFile(sender('kr', '1', { file: 'kr.token' }), br));
  const book = await open();
  expect(book.find('1')?.accessToken).toBe('from-file');
  expect(book.find('2')?.accessToken).toBe('from-environment');
  expect(book.find('3')).toBeUndefined();
});

test('a token that was refused is read again, and only another one is worth a try', async () => {
  const { write, open } = await createFolder();
  await write('kr.token', 'old');
  await write('senders.jsonc', toFile(sender('kr', '1', { file: 'kr.token' })));
  const book = await open();
  expect(await book.renew('1')).toBe(false);
  await write('kr.token', 'new');
  expect(await book.renew('1')).toBe(true);
  expect(book.find('1')?.accessToken).toBe('new');
});

test('a changed senders file holds at the next look; one that is broken changes nothing', async () => {
  const { write, open, lines } = await createFolder();
  await write('senders.jsonc', toFile(sender('kr', '1', { env: 'NOWHERE' })));
  const book = await open();
  expect(await book.refresh()).toBe(false);
  await write('senders.jsonc', '{ "senders": [');
  expect(await book.refresh()).toBe(false);
  expect(book.list()).toHaveLength(1);
  expect(lines.map(({ msg }) => msg)).toContain(
    'the senders file is not usable now; the senders before it stay',
  );
  await write('senders.jsonc', toFile(sender('kr', '1', { env: 'NOWHERE' }), sender('br', '2', 'key')));
  expect(await book.refresh()).toBe(true);
  expect(book.list().map(({ name }) => name)).toEqual(['kr', 'br']);
});

test('whoever follows the senders hears of a change, and of nothing else', async () => {
  const { write, open, log } = await createFolder();
  await write('senders.jsonc', toFile(sender('kr', '1', 'key')));
  const book = await open();
  const names: string[][] = [];
  const heard = new Promise<void>((resolve) => {
    const onChange = async () => {
      names.push(book.list().map(({ name }) => name));
      resolve();
    };
    const following = followSenders(book, { everyMs: 5, onChange, log });
    onTestFinished(() => following.stop());
  });
  await write('senders.jsonc', toFile(sender('korea', '1', 'key')));
  await heard;
  expect(names).toEqual([['korea']]);
});

test('who has no token is told once, and a token in the file itself is warned of; no token is ever logged', async () => {
  const { write, open, lines } = await createFolder();
  const kr = sender('kr', '1', { file: 'nothing-there' });
  await write('senders.jsonc', toFile(kr, sender('br', '2', 'hush-hush')));
  const book = await open();
  await book.refresh();
  expect(book.find('1')).toBeUndefined();
  expect(lines.map(({ sender: name }) => name).sort()).toEqual(['br', 'kr']);
  expect(JSON.stringify(lines)).not.toContain('hush-hush');
});

test('a senders file that can not be read, or is wrong, ends the start with every place', async () => {
  const { write, open } = await createFolder();
  await expect(open()).rejects.toThrow(/JORNADA_SENDERS_FILE: .*senders\.jsonc: the file can not be read/);
  await write('senders.jsonc', toFile(sender('KR', '1', 'k'), sender('br', 'x', 'k')));
  const error = await open().catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(ConfigError);
  expect((error as ConfigError).problems).toHaveLength(2);
});
