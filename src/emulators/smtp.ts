// A real SMTP server on loopback that keeps what it is given: the sink for e-mail nodes. Records each accepted
// mail once for each recipient, and refuses or defers recipients as its scripts say.

import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { ListenOptions } from './listen-on-loopback.ts';
import { ScriptQueue } from './script-queue.ts';

export type SmtpBehaviour =
  | { readonly do: 'accept' }
  /** Refused for good; default 550. */
  | { readonly do: 'reject'; readonly smtpCode?: number; readonly message?: string }
  /** Refused for now; default 451. */
  | { readonly do: 'defer'; readonly smtpCode?: number; readonly message?: string }
  /** The mail is taken, and the connection breaks before the answer. */
  | { readonly do: 'lose' };

export interface ReceivedMail {
  /** Envelope sender. */
  readonly from: string;
  /** Envelope recipient. */
  readonly to: string;
  readonly subject: string;
  readonly html?: string;
  readonly text?: string;
  readonly messageId?: string;
  /** All header lines by lower-case name, unfolded. */
  readonly headers: Readonly<Record<string, string>>;
  readonly at: string;
}

export interface SmtpEmulator {
  /** `smtp://127.0.0.1:port`. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** Queue of behaviours for the address's next mails; the last one stays. */
  script(address: string, ...behaviours: readonly SmtpBehaviour[]): void;
  /** Lets `next` decide what happens to each mail for the address; undefined: its script, else accepted. */
  follow(address: string, next: () => SmtpBehaviour | undefined): void;
  received(address: string): readonly ReceivedMail[];
  reset(): void;
  close(): Promise<void>;
}

/** Starts listening; resolves when connections are taken. */
export async function startSmtp(options: ListenOptions = {}): Promise<SmtpEmulator> {
  const scripts = new ScriptQueue<SmtpBehaviour>();
  let received: ReceivedMail[] = [];
  /** Sessions whose mail is to be taken without an answer. */
  const losing = new Set<string>();
  const host = options.host ?? '127.0.0.1';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, session, callback) => {
      const behaviour = scripts.take(toKey(address));
      if (behaviour?.do === 'lose') losing.add(session.id);
      callback(toRefusal(behaviour));
    },
    onData: (stream, session, callback) => {
      simpleParser(stream).then(
        (mail) => {
          received.push(...toReceived(mail, session));
          if (losing.delete(session.id)) breakConnection(server, session.id);
          else callback();
        },
        (error: Error) => callback(error),
      );
    },
  });
  // A client that breaks its connection is its own business.
  server.on('error', () => {});
  const listener = server.listen(options.port ?? 0, host);
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    url: `smtp://${host}:${port}`,
    host,
    port,
    script: (address, ...behaviours) => scripts.set(toKey(address), behaviours),
    follow: (address, next) => scripts.follow(toKey(address), next),
    received: (address) => received.filter(({ to }) => toKey(to) === toKey(address)),
    reset: () => {
      scripts.clear();
      received = [];
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The server's types keep a connection's socket to themselves. */
function breakConnection(server: SMTPServer, sessionId: string): void {
  const { connections } = server as unknown as {
    readonly connections: ReadonlySet<{ readonly id: string; readonly _socket: Socket }>;
  };
  for (const { id, _socket: socket } of connections) if (id === sessionId) socket.destroy();
}

function toRefusal(behaviour: SmtpBehaviour | undefined): Error | null {
  if (behaviour === undefined || behaviour.do === 'accept' || behaviour.do === 'lose') return null;
  const isForGood = behaviour.do === 'reject';
  const error = new Error(behaviour.message ?? (isForGood ? 'Mailbox unavailable' : 'Try again later'));
  return Object.assign(error, { responseCode: behaviour.smtpCode ?? (isForGood ? 550 : 451) });
}

function toReceived(mail: ParsedMail, session: SMTPServerSession): readonly ReceivedMail[] {
  const { mailFrom, rcptTo } = session.envelope;
  const content = {
    from: mailFrom === false ? '' : mailFrom.address,
    subject: mail.subject ?? '',
    ...(mail.html === false ? {} : { html: mail.html }),
    ...(mail.text === undefined ? {} : { text: mail.text }),
    ...(mail.messageId === undefined ? {} : { messageId: mail.messageId }),
    headers: toHeaders(mail),
    at: new Date().toISOString(),
  };
  return rcptTo.map(({ address }) => ({ ...content, to: address }));
}

function toHeaders(mail: ParsedMail): Record<string, string> {
  const pairs = mail.headerLines.map(({ key, line }) => [
    key,
    line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n\s+/g, ' ')
      .trim(),
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function toKey(address: string): string {
  return address.trim().toLowerCase();
}
