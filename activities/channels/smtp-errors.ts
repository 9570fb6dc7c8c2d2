// What an SMTP server's refusal means for a send. Pure; by the reply's code and the command it answered, because
// 550 to a recipient and 550 to a sender are different troubles.

import type { Failure } from '../../src/messaging/delivery.ts';

export interface SmtpReply {
  /** The reply's code, e.g. 550. */
  readonly status: number;
  /** The command it answers as nodemailer names it, e.g. `RCPT TO`, `AUTH PLAIN`, `DATA`. */
  readonly command: string;
}

/** Replies that ask for (other) credentials, whatever command they answer (RFC 4954). */
const authReplies = new Set([530, 534, 535, 538]);

/** The failure that a 4xx or 5xx reply stands for. Total. */
export function failureOfSmtpReply({ status, command }: SmtpReply): Failure {
  const code = `smtp_${status}`;
  if (status < 500) return { code, outcome: 'unavailable', retry: 'transient' };
  if (authReplies.has(status) || command.startsWith('AUTH')) {
    return { code, outcome: 'account', retry: 'park' };
  }
  if (command === 'RCPT TO' || status === 550) return { code, outcome: 'undeliverable', retry: 'never' };
  // Our address or our host is not welcome: nothing about this person or message.
  if (command !== 'DATA') return { code, outcome: 'account', retry: 'park' };
  return { code, outcome: 'invalid', retry: 'never' };
}
