// `jornada emulator` as a process of its own, used by a client that knows nothing of Jornada.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebhookReceiver } from '../emulators/webhook-receiver.ts';
import { startCli } from '../support/cli-process.ts';
import { runCli } from '../support/run-cli.ts';

interface Told {
  readonly url: string;
  readonly accessToken: string;
  readonly rules: string;
  readonly senders: readonly { readonly phoneNumberId: string; readonly displayPhoneNumber: string }[];
}

let folder: string;
let receiver: WebhookReceiver;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jornada-emulator-'));
  receiver = await WebhookReceiver.start();
});
afterAll(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('jornada emulator', { timeout: 60_000 }, () => {
  test('takes messages, sends webhooks, keeps a journal, and ends on Ctrl-C', async () => {
    const templates = join(folder, 'templates.json');
    const journal = join(folder, 'requests.jsonl');
    const known = {
      name: 'receipt',
      language: 'en',
      category: 'UTILITY',
      status: 'PAUSED',
      bodyParameters: [],
    };
    writeFileSync(templates, JSON.stringify([known]));
    const emulator = startCli([
      ...[
        'emulator',
        '--port',
        '0',
        '--json',
        '--access-token',
        'mine',
        '--numbers',
        '+442071234567',
        '+15550100001',
      ],
      ...[
        '--webhook',
        receiver.url,
        '--verify-token',
        'verify-me',
        '--templates',
        templates,
        '--journal',
        journal,
      ],
    ]);
    const told = JSON.parse(await emulator.until(/^\}$/)) as Told;
    expect(told).toMatchObject({
      accessToken: 'mine',
      rules: 'meta',
      senders: [{ displayPhoneNumber: '442071234567' }, { displayPhoneNumber: '15550100001' }],
    });
    const send = async (name: string) => {
      const response = await fetch(`${told.url}/v25.0/${told.senders[1]?.phoneNumberId}/messages`, {
        method: 'POST',
        headers: { authorization: 'Bearer mine', 'content-type': 'application/json' },
        body: JSON.stringify({
          ...{ messaging_product: 'whatsapp', to: '+5521987654321', type: 'template' },
          template: { name, language: { code: 'en' } },
        }),
      });
      return response.status;
    };
    expect([await send('welcome'), await send('receipt')]).toEqual([200, 400]);
    await expect
      .poll(() => receiver.statuses().map(({ status }) => status), { timeout: 20_000 })
      .toEqual(['sent', 'delivered']);
    expect(await emulator.interrupt()).toBe(0);
    const lines = readFileSync(journal, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { method: 'POST', status: 200, body: { to: '+5521987654321' } },
      { method: 'POST', status: 400, body: { template: { name: 'receipt' } } },
    ]);
  });

  test('says in Korean where everything is, with an example to paste', async () => {
    const emulator = startCli(['emulator', '--port', '0', '--rules', 'quiet', '--lang', 'ko']);
    const printed = await emulator.until(/Ctrl-C로 끝냅니다/);
    const [, curl = ''] = /(curl [\s\S]*?')\n\n/.exec(printed) ?? [];
    expect(printed).toMatch(/휴대폰 화면: http:\/\/127\.0\.0\.1:\d+\/\n/);
    expect(curl).toContain('Bearer emulator-access-token');
    expect(JSON.parse(/-d '(.*)'$/.exec(curl)?.[1] ?? '')).toMatchObject({ type: 'template' });
    expect(await emulator.interrupt()).toBe(0);
  });

  test.each([
    [['--port', 'many'], 2, /--port takes a number/],
    [['--numbers', '0100000'], 2, /found 0100000/],
    [['--webhook', 'localhost'], 2, /--webhook takes a whole address/],
    [['--templates', 'no-such.json'], 2, /no-such\.json/],
    [
      ['--port', '0', '--webhook', 'http://127.0.0.1:9/', '--verify-token', 'x'],
      3,
      /did not answer the handshake/,
    ],
  ])('with %j ends with %i and says why', async (args, code, words) => {
    const ended = await runCli(['emulator', ...args, '--lang', 'en']);
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringMatching(words)]);
  });

  test('says that its port is taken', async () => {
    const port = new URL(receiver.url).port;
    const ended = await runCli(['emulator', '--port', port, '--lang', 'en']);
    expect([ended.code, ended.stderr]).toEqual([3, expect.stringContaining(`Port ${port} can't be had`)]);
  });
});
