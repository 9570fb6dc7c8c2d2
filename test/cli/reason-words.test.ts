import { expect, test } from 'vitest';
import { reasonWords } from '../../src/cli/server/reason-words.ts';

const since = Date.UTC(2027, 0, 4, 12);
const heldBack = {
  outcome: 'limit.user',
  attempted: false,
  policy: 'cooldown',
  code: '131049',
  because: { since, until: since + 86_400_000, times: 1 },
};

test('a message that was held back says by what, since when and until when', () => {
  expect(reasonWords(heldBack, 'en')[0]).toBe(
    'held back: the cool-down after the per-user marketing limit 131049 since 2027-01-04 12:00 UTC until 2027-01-05 12:00 UTC',
  );
  expect(reasonWords(heldBack, 'ko')[0]).toBe(
    '보내지 않음: 고객별 마케팅 한도(131049) 후 휴지 기간 2027-01-04 12:00 UTC부터 2027-01-05 12:00 UTC까지',
  );
});

test('without the facts the policy is told all the same', () => {
  expect(reasonWords({ ...heldBack, because: null }, 'en')[0]).toBe(
    'held back: the cool-down after the per-user marketing limit 131049',
  );
  expect(reasonWords({ ...heldBack, policy: null, code: null }, 'en')).toEqual([]);
});
