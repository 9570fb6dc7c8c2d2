import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { createSmtp } from '../../../activities/channels/smtp.ts';
import type { DeliveryRequest } from '../../../src/messaging/delivery.ts';
import { freePort } from './raw-server.ts';

function request(email = 'kim@person.example', token = 'tok_3'): DeliveryRequest {
  return {
    sender: { id: 'snr_3', channel: 'email', providerId: 'Shop <shop@sender.example>' },
    to: { email },
    message: { channel: 'email', subject: '봄 세일', html: '<p>Hello</p>', text: 'Hello' },
    token,
  };
}

function clientOf(url: string) {
  const client = createSmtp({
    url,
    limits: { connectTimeoutMs: 500, greetingTimeoutMs: 300, silenceTimeoutMs: 300, totalTimeoutMs: 3_000 },
  });
  onTestFinished(() => client.close());
  return client;
}

/** A reply to send, or what to do to the connection instead. */
type Step = string | ((socket: Socket) => void);
/** By command, `GREETING` and `END` (the dot after the text) included. */
type Script = { readonly [command: string]: Step };

async function startScripted(script: Script) {
  const seen: string[] = [];
  const replies: Script = { GREETING: '220 hi', EHLO: '250 hi', DATA: '354 go', QUIT: '221 bye', ...script };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let inText = false;
    let text = '';
    const act = (command: string) => {
      seen.push(command);
      const step = replies[command] ?? '250 ok';
      if (typeof step === 'function') return step(socket);
      inText = step.startsWith('354');
      socket.write(`${step}\r\n`);
    };
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (inText ? line === '.' : true) {
          inText = false;
          act(line === '.' ? 'END' : (/^[A-Z]+/.exec(line)?.[0] ?? ''));
        }
      }
    });
    act('GREETING');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, seen };
}

const reset = (socket: Socket): void => void socket.resetAndDestroy();
const silent = (): void => {};

test('a message reaches a real server with the token in header and Message-ID', async () => {
  let received = '';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      stream.on('data', (chunk) => {
        received += String(chunk);
      });
      stream.on('end', () => done());
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const delivery = await clientOf(`smtp://127.0.0.1:${port}`).deliver(request());
  const providerMessageId = '<tok_3@sender.example>';
  expect(delivery).toEqual({ result: 'accepted', providerMessageId, httpStatus: 250 });
  expect(received).toContain('X-Jornada-Attempt: tok_3\r\n');
  expect(received).toContain('Message-ID: <tok_3@sender.example>\r\n');
  expect(received).toContain('To: kim@person.example\r\n');
});

test.each<[Script, string, string, string]>([
  [{ RCPT: '550 5.1.1 no such user' }, 'smtp_550', 'undeliverable', 'never'],
  [{ RCPT: '451 later' }, 'smtp_451', 'unavailable', 'transient'],
  [{ MAIL: '553 not your address' }, 'smtp_553', 'account', 'park'],
  [{ MAIL: '530 log in first' }, 'smtp_530', 'account', 'park'],
  [{ DATA: '554 no' }, 'smtp_554', 'invalid', 'never'],
  [{ END: '550 rejected' }, 'smtp_550', 'undeliverable', 'never'],
  [{ END: '554 looks like spam' }, 'smtp_554', 'invalid', 'never'],
  [{ END: '452 full' }, 'smtp_452', 'unavailable', 'transient'],
  [{ GREETING: '554 go away' }, 'smtp_554', 'account', 'park'],
])('%j is refused as %s %s, retry %s', async (script, code, outcome, retry) => {
  const server = await startScripted(script);
  const delivery = await clientOf(server.url).deliver(request());
  const httpStatus = Number(code.slice(5));
  expect(delivery).toEqual({ result: 'refused', failure: { code, outcome, retry }, httpStatus });
});

test('a wrong password parks for the operator', async () => {
  const server = await startScripted({ EHLO: '250 AUTH PLAIN', AUTH: '535 5.7.8 no' });
  const delivery = await clientOf(server.url.replace('//', '//user:wrong@')).deliver(request());
  expect(delivery).toMatchObject({ result: 'refused', failure: { outcome: 'account', retry: 'park' } });
});

test.each<[string, Script]>([
  ['a reset instead of a greeting', { GREETING: reset }],
  ['no greeting', { GREETING: silent }],
  ['a reset at MAIL FROM', { MAIL: reset }],
  ['silence at RCPT TO', { RCPT: silent }],
  ['a reset at DATA', { DATA: reset }],
])('%s is proved not sent', async (_name, script) => {
  const server = await startScripted(script);
  expect(await clientOf(server.url).deliver(request())).toMatchObject({ result: 'not-sent' });
  expect(server.seen).not.toContain('END');
});

test.each<[string, Script]>([
  ['a reset after the text', { END: reset }],
  ['a close after the text', { END: (socket) => void socket.end() }],
  ['silence after the text', { END: silent }],
  ['a half reply after the text', { END: (socket) => void socket.end('25') }],
])('%s leaves it unknown, and the text is sent once', async (_name, script) => {
  const server = await startScripted(script);
  expect(await clientOf(server.url).deliver(request())).toMatchObject({ result: 'unknown' });
  expect(server.seen.filter((command) => command === 'END').length).toBe(1);
});

test('a second message over a kept connection that breaks after its text is not sent again', async () => {
  let texts = 0;
  const server = await startScripted({
    END: (socket) => {
      texts += 1;
      if (texts === 1) socket.write('250 ok\r\n');
      else socket.resetAndDestroy();
    },
  });
  const client = clientOf(server.url);
  expect(await client.deliver(request())).toMatchObject({ result: 'accepted' });
  expect(await client.deliver(request('lee@person.example', 'tok_4'))).toMatchObject({ result: 'unknown' });
  expect([texts, server.seen.filter((command) => command === 'GREETING').length]).toEqual([2, 1]);
});

test('a refused port and an unknown name are proved not sent', async () => {
  const refused = await clientOf(`smtp://127.0.0.1:${await freePort()}`).deliver(request());
  expect(refused).toEqual({ result: 'not-sent', reason: 'ECONNREFUSED' });
  const unknown = await clientOf('smtp://no-such-host.invalid').deliver(request());
  expect(unknown.result).toBe('not-sent');
});

test('several addresses in one, and an abort before the start, send nothing', async () => {
  const server = await startScripted({});
  const client = clientOf(server.url);
  const list = await client.deliver(request('kim@person.example, lee@person.example'));
  expect(list).toMatchObject({ result: 'refused', failure: { code: 'address-invalid' } });
  const aborted = await client.deliver({ ...request(), signal: AbortSignal.abort() });
  expect(aborted).toMatchObject({ result: 'not-sent' });
  expect(server.seen).toEqual([]);
});
