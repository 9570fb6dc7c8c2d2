import { expect, test } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { createClock } from '../../../src/canvas/live/clock.ts';
import { storyOf } from '../../../src/canvas/live/story.ts';
import type { StoryEntry } from '../../../src/canvas/live/story-entry.ts';
import type { RunAnswer } from '../../../src/client/client.ts';
import { describeNodeType } from '../../../src/journey/describe-node-type.ts';
import { check, springSale } from '../model/journeys.ts';
import { at, message, run, step, withheld } from './runs.ts';

const types = new Map(nodeTypes.map((type) => [type.type, describeNodeType(type, { builtIn: true })]));
const checked = check(springSale);

function tell(told: RunAnswer, language: 'en' | 'ko' = 'en'): readonly StoryEntry[] {
  const clock = createClock('Asia/Seoul', language);
  const now = Date.parse(at(60));
  return storyOf(told, { journey: springSale, check: checked, nodeTypes: types, language, clock, now });
}

test('a run is told from the entry to what is waited for, with the meaning of each end', () => {
  expect(tell(withheld()).map(({ title, meaning }) => [title, meaning])).toEqual([
    ['Entered', 'plain'],
    ['Spring offer', 'plain'],
    ['Withheld by Meta (131049)', 'fell'],
    ['Text instead', 'plain'],
    ['Waiting: accepted', 'waiting'],
  ]);
});

test('a message tells what went out, the checks, the attempts, and evidence with the time after the send', () => {
  const [entered, offer, settled] = tell(withheld());
  expect(entered?.lines).toEqual(['Event · cart.abandoned · event.total >= 30000', 'key cart-1']);
  expect(offer?.lines).toEqual([
    'spring_sale/ko · marketing',
    'consent\u00a0✓ caps\u00a0✓ limits\u00a0✓ quiet\u00a0hours\u00a0✓',
    'accepted (HTTP 200)',
  ]);
  expect(settled?.lines).toEqual([
    'failed (131049) 2.8 s after the send',
    'Withheld by Meta: this person gets enough marketing for now.',
    'goes on to Text instead',
  ]);
});

test('a step that the journal does not have yet is named where it is waited in', () => {
  const path = [step('offer', { outcome: 'delivered', settledAt: at(4), message: message() })];
  const waiting = { node: 'text', visit: 1, state: 'sending', until: null };
  const last = tell(run({ state: 'running', path, waiting })).at(-1);
  expect(last?.title).toBe('Text instead · Waiting: accepted');
});

test('what is waited for says until when, and where the run goes then', () => {
  const path = [step('offer', { attempted: true, message: message({ state: 'awaiting' }) })];
  const waiting = { node: 'offer', visit: 1, state: 'awaiting', until: at(7_200) };
  const last = tell(run({ state: 'running', path, waiting })).at(-1);
  expect(last).toMatchObject({ at: null, meaning: 'waiting', title: 'Waiting: delivered', step: 'offer' });
  expect(last?.lines).toEqual(['waits until delivered, at most 2 h', 'until 11:12', 'then Mail instead']);
});

test('a message that was held back tells the policy and no attempt', () => {
  const path = [
    step('offer', {
      ...{
        outcome: 'consent',
        settledAt: at(0),
        attempted: false,
        policy: 'consent',
        because: { topic: '' },
      },
      message: message({ reached: null, attempts: [] }),
    }),
  ];
  expect(tell(run({ path }))[1]?.lines).toEqual([
    'spring_sale/ko · marketing',
    'held back: the person has opted out',
  ]);
});

test('evidence that came when the run had gone another way is told apart', () => {
  const evidence = [{ kind: 'delivered', code: null, at: at(7_300), receivedAt: at(7_301) }];
  const path = [
    step('offer', {
      ...{ outcome: 'silent', settledAt: at(7_200), attempted: true },
      message: message({ reached: 'delivered', late: true, evidence }),
    }),
  ];
  expect(tell(run({ path })).find(({ title }) => title === 'Later: delivered')).toMatchObject({
    at: at(7_301),
    meaning: 'reached',
    lines: ['the person had gone another way by then'],
  });
});

test('a rehearsed run is told by its own clock: evidence never comes before the send, nor hours after', () => {
  const evidence = [
    { kind: 'delivered', code: null, at: at(1).replace('.000Z', '.000Z'), receivedAt: at(-9_000) },
  ];
  const sent = message({ reached: 'delivered', evidence });
  const attempts = sent.attempts.map((attempt) => ({ ...attempt, startedAt: at(1.4) }));
  const path = [
    step('offer', {
      ...{ outcome: 'delivered', settledAt: at(2), attempted: true },
      message: { ...sent, attempts },
    }),
  ];
  expect(tell(run({ rehearsed: true, path }))[2]?.lines[0]).toBe('delivered 0.0 s after the send');
});

test('an exit rule tells how the run ended; an end tells it itself', () => {
  const waited = step('think', { outcome: null });
  const converted = run({ outcome: 'converted', closedAt: at(90), path: [waited] });
  expect(tell(converted).at(-1)).toMatchObject({ title: 'Ended: converted', at: at(90) });
  const done = step('done', { outcome: 'reached', settledAt: at(0) });
  expect(tell(run({ outcome: 'reached', closedAt: at(90), path: [done] })).at(-1)?.title).toBe(
    'End: reached',
  );
});

test('a story is told in Korean too', () => {
  expect(tell(withheld(), 'ko').map(({ title }) => title)).toEqual([
    '들어옴',
    '봄 세일 제안',
    '메타가 보류 (131049)',
    '문자로 알림',
    '기다리는 중: 접수됨',
  ]);
});
