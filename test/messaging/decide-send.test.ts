import { expect, test } from 'vitest';
import { decideSend } from '../../src/messaging/decide-send.ts';

const inTime = { now: 1, expiresAt: 2 };
const tooLate = { now: 2, expiresAt: 2 };
const night = { do: 'wait', policy: 'quiet-hours', until: 5, outcome: 'expired' } as const;
const refusal = { do: 'refuse', policy: 'consent', outcome: 'consent', code: 'opted_out' } as const;

test('what the gate allows goes out in time', () => {
  expect(decideSend({ do: 'allow' }, inTime)).toEqual({ do: 'post' });
});

test('a wait is a wait until the deadline, then its outcome', () => {
  expect(decideSend(night, inTime)).toEqual({ do: 'park', policy: 'quiet-hours', until: 5 });
  expect(decideSend(night, tooLate)).toEqual({ do: 'settle', outcome: 'expired', policy: 'quiet-hours' });
});

test('a refusal holds whatever the time', () => {
  const settled = { do: 'settle', outcome: 'consent', policy: 'consent', code: 'opted_out' };
  expect(decideSend(refusal, inTime)).toEqual(settled);
  expect(decideSend(refusal, tooLate)).toEqual(settled);
});

test('past the deadline nothing goes out, and the account is named where it was in the way', () => {
  expect(decideSend({ do: 'allow' }, tooLate)).toEqual({
    do: 'settle',
    outcome: 'expired',
    policy: 'expires',
  });
  const account = { ...tooLate, parkedBy: 'account' };
  expect(decideSend({ do: 'allow' }, account)).toEqual({
    do: 'settle',
    outcome: 'account',
    policy: 'account',
  });
});
