// What an error code of Twilio's Messages API means for a send. Pure table; codes of answers and of status
// callbacks alike. Source: Twilio's error dictionary. Unknown codes follow the HTTP status.

import type { Failure, RetryAdvice } from '../../src/messaging/delivery.ts';
import type { FailureOutcome } from '../../src/messaging/outcomes.ts';

type Verdict = readonly [outcome: FailureOutcome, retry: RetryAdvice];

const parked: Verdict = ['account', 'park'];
const barred: Verdict = ['account', 'never'];
const unreachable: Verdict = ['undeliverable', 'never'];
const tooFast: Verdict = ['limit.sender', 'rate'];
const capped: Verdict = ['limit.sender', 'never'];
const busy: Verdict = ['unavailable', 'transient'];
const invalid: Verdict = ['invalid', 'never'];

const verdicts: { readonly [code: number]: Verdict } = {
  14107: tooFast,
  20003: parked, // authentication
  20005: barred, // account not active
  20404: parked, // wrong account id
  20429: tooFast,
  20500: busy,
  20503: busy,
  21211: unreachable, // not a phone number
  21212: parked, // our own From
  21214: unreachable,
  21408: barred, // region not enabled
  21602: invalid,
  21603: parked,
  21606: parked,
  21610: ['consent', 'never'], // replied STOP
  21611: tooFast,
  21612: unreachable,
  21614: unreachable, // not a mobile number
  21617: invalid, // over 1,600 characters
  21619: invalid,
  21635: unreachable,
  21659: parked,
  21660: parked,
  21705: parked,
  30001: tooFast,
  30002: barred,
  30003: unreachable,
  30004: unreachable,
  30005: unreachable,
  30006: unreachable,
  30007: unreachable, // filtered by a carrier
  30008: busy,
  30009: busy,
  30010: invalid,
  30022: tooFast,
  30023: capped,
  30034: parked, // number not registered for A2P
  30410: busy,
  30500: busy,
  63038: capped,
};

/** The failure that a Twilio code stands for. Total. */
export function failureOfTwilioCode(code: number, httpStatus?: number): Failure {
  const [outcome, retry] = verdicts[code] ?? verdictOfStatus(httpStatus);
  return { code: String(code), outcome, retry };
}

function verdictOfStatus(httpStatus: number | undefined): Verdict {
  if (httpStatus === 429) return tooFast;
  if (httpStatus === 401 || httpStatus === 403) return parked;
  return httpStatus !== undefined && httpStatus >= 500 ? busy : invalid;
}
