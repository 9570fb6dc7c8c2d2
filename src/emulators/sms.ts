// The emulator of an SMS provider with Twilio's REST shape, on loopback: takes messages, records what each phone
// received exactly once for each accepted POST, and fails as its scripts say.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { EmulatorError } from './emulator-error.ts';
import { createEmulatorApp, type ListenOptions, listenOnLoopback } from './listen-on-loopback.ts';
import { ScriptQueue } from './script-queue.ts';

/** `accepted` says whether a message whose answer is lost was taken all the same; default true. */
const smsBehaviourSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('accept') }),
  z.strictObject({
    do: z.literal('refuse'),
    code: z.int(),
    httpStatus: z.int().min(400).max(599).optional(),
    message: z.string().optional(),
  }),
  z.strictObject({ do: z.literal('reset'), accepted: z.boolean().optional() }),
  z.strictObject({ do: z.literal('timeout'), accepted: z.boolean().optional() }),
]);

export type SmsBehaviour = z.infer<typeof smsBehaviourSchema>;

export interface ReceivedSms {
  readonly sid: string;
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly at: string;
}

export interface SmsOptions extends ListenOptions {
  readonly accountSid?: string;
  readonly authToken?: string;
}

export interface SmsEmulator {
  /** Base URL: `POST {url}/2010-04-01/Accounts/{accountSid}/Messages.json`. */
  readonly url: string;
  readonly accountSid: string;
  readonly authToken: string;
  script(phone: string, ...behaviours: readonly SmsBehaviour[]): void;
  /** Lets `next` decide what happens to each message for the phone; undefined: its script, else accepted. */
  follow(phone: string, next: () => SmsBehaviour | undefined): void;
  received(phone: string): readonly ReceivedSms[];
  /** How many requests came, refused ones included. */
  requestCount(): number;
  reset(): void;
  close(): Promise<void>;
}

class SmsWorld {
  readonly scripts = new ScriptQueue<SmsBehaviour>();
  received: ReceivedSms[] = [];
  requestCount = 0;

  reset(): void {
    this.scripts.clear();
    this.received = [];
    this.requestCount = 0;
  }
}

/** Starts listening; resolves when requests are taken. */
export async function startSms(options: SmsOptions = {}): Promise<SmsEmulator> {
  const accountSid = options.accountSid ?? 'AC00000000000000000000000000000001';
  const authToken = options.authToken ?? 'emulator-auth-token';
  const world = new SmsWorld();
  const app = createEmulatorApp();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string | Buffer) => new URLSearchParams(String(body)),
  );
  registerMessages(app, { world, accountSid, authToken });
  registerControl(app, world);
  const url = await listenOnLoopback(app, options);
  return {
    url,
    accountSid,
    authToken,
    script: (phone, ...behaviours) => world.scripts.set(toKey(phone), behaviours),
    follow: (phone, next) => world.scripts.follow(toKey(phone), next),
    received: (phone) => findReceived(world, phone),
    requestCount: () => world.requestCount,
    reset: () => world.reset(),
    close: () => app.close(),
  };
}

interface Account {
  readonly world: SmsWorld;
  readonly accountSid: string;
  readonly authToken: string;
}

function registerMessages(app: FastifyInstance, account: Account): void {
  const { world } = account;
  app.post<{ Params: { sid: string } }>('/2010-04-01/Accounts/:sid/Messages.json', async (request, reply) => {
    world.requestCount += 1;
    const isKnown = request.params.sid === account.accountSid;
    if (!isKnown || !isAuthentic(request.headers.authorization, account)) {
      return refuse(reply, { code: 20003, message: 'Authenticate', httpStatus: 401 });
    }
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const problem = findProblem(form);
    if (problem !== undefined) return refuse(reply, { ...problem, httpStatus: 400 });

    const behaviour = world.scripts.take(toKey(form.get('To') ?? '')) ?? { do: 'accept' };
    switch (behaviour.do) {
      case 'accept':
        return reply.code(201).send(toMessageBody(accept(world, form), account.accountSid));
      case 'refuse':
        return refuse(reply, behaviour);
      case 'reset':
        if (behaviour.accepted !== false) accept(world, form);
        reply.hijack();
        reply.raw.socket?.resetAndDestroy();
        return reply;
      case 'timeout':
        if (behaviour.accepted !== false) accept(world, form);
        reply.hijack();
        return reply;
    }
  });
}

function registerControl(app: FastifyInstance, world: SmsWorld): void {
  app.get<{ Querystring: { to?: string } }>('/_emulator/received', async (request) => ({
    received: request.query.to === undefined ? world.received : findReceived(world, request.query.to),
  }));
  app.put<{ Params: { phone: string } }>('/_emulator/phones/:phone/script', async (request, reply) => {
    const parsed = z.strictObject({ behaviours: z.array(smsBehaviourSchema) }).safeParse(request.body);
    if (!parsed.success) {
      const error = new EmulatorError('EMULATOR_INPUT_INVALID', z.prettifyError(parsed.error));
      return reply.code(400).send({ code: error.code, message: error.message });
    }
    world.scripts.set(toKey(request.params.phone), parsed.data.behaviours);
    return { ok: true };
  });
  app.post('/_emulator/reset', async () => {
    world.reset();
    return { ok: true };
  });
}

function accept(world: SmsWorld, form: URLSearchParams): ReceivedSms {
  const sms: ReceivedSms = {
    sid: `SM${randomBytes(16).toString('hex')}`,
    to: form.get('To') ?? '',
    from: form.get('From') ?? form.get('MessagingServiceSid') ?? '',
    text: form.get('Body') ?? '',
    at: new Date().toISOString(),
  };
  world.received.push(sms);
  return sms;
}

function findReceived(world: SmsWorld, phone: string): readonly ReceivedSms[] {
  return world.received.filter(({ to }) => toKey(to) === toKey(phone));
}

function findProblem(form: URLSearchParams): { code: number; message: string } | undefined {
  const to = form.get('To');
  if (!to) return { code: 21604, message: "A 'To' phone number is required." };
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return { code: 21211, message: "Invalid 'To' Phone Number" };
  if (!form.get('From') && !form.get('MessagingServiceSid')) {
    return { code: 21603, message: "A 'From' phone number is required." };
  }
  const body = form.get('Body');
  if (!body) return { code: 21602, message: 'Message body is required.' };
  if (body.length > 1600) return { code: 21617, message: 'The message body exceeds 1600 characters.' };
  return undefined;
}

function refuse(
  reply: FastifyReply,
  refusal: { code: number; httpStatus?: number | undefined; message?: string | undefined },
): FastifyReply {
  const status = refusal.httpStatus ?? 400;
  return reply.code(status).send({
    code: refusal.code,
    message: refusal.message ?? 'The message was refused.',
    more_info: `https://www.twilio.com/docs/errors/${refusal.code}`,
    status,
  });
}

function toMessageBody(sms: ReceivedSms, accountSid: string): Record<string, unknown> {
  const date = new Date(sms.at).toUTCString().replace('GMT', '+0000');
  return {
    sid: sms.sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    to: sms.to,
    from: sms.from,
    body: sms.text,
    status: 'queued',
    direction: 'outbound-api',
    num_segments: '1',
    num_media: '0',
    price: null,
    price_unit: 'USD',
    error_code: null,
    error_message: null,
    date_created: date,
    date_updated: date,
    date_sent: null,
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${sms.sid}.json`,
  };
}

function isAuthentic(header: string | undefined, { accountSid, authToken }: Account): boolean {
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return timingSafeEqual(digest(header ?? ''), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function toKey(phone: string): string {
  return phone.replace(/\D/g, '');
}
