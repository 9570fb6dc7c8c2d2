// What is learnt about a person on a channel, as a pure function of what was known.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LearntMemory, learnFromInbound, learnFromRefusal } from '../../src/whatsapp/learn.ts';

const hour = 3_600_000;
const day = 24 * hour;
const noon = Date.UTC(2027, 0, 4, 12);

describe('a refusal', () => {
  test('starts a cool-down, longer each time', () => {
    const once = learnFromRefusal({}, 'cooldown', noon);
    expect(once).toEqual({ cooldownSince: noon, cooldownUntil: noon + day, cooldownCount: 1 });
    expect(learnFromRefusal(once, 'cooldown', noon + day).cooldownUntil).toBe(noon + 3 * day);
  });

  test('that is told after the person wrote starts none', () => {
    const wrote = learnFromInbound({}, noon);
    expect(learnFromRefusal(wrote, 'cooldown', noon - hour)).toBe(wrote);
  });

  test('by the experiment is remembered from the first one', () => {
    const since = learnFromRefusal({}, 'experiment', noon);
    expect(learnFromRefusal(since, 'experiment', noon + day).experimentSince).toBe(noon);
  });

  test('outside the window closes it', () => {
    expect(learnFromRefusal(learnFromInbound({}, noon), 'window-closed', noon + hour).windowEndsAt).toBe(
      noon + hour,
    );
  });

  test('of a template or an account teaches nothing about the person', () => {
    const memory: LearntMemory = { windowEndsAt: noon };
    expect(learnFromRefusal(memory, 'template-paused', noon)).toBe(memory);
  });
});

describe('an inbound', () => {
  test('opens the window for a day and lifts what kept us quiet', () => {
    const quiet = learnFromRefusal(learnFromRefusal({}, 'cooldown', noon), 'unreachable', noon);
    expect(learnFromInbound(quiet, noon + hour)).toEqual({ windowEndsAt: noon + hour + day });
  });

  test('that is old lifts nothing that was said after it', () => {
    const quiet = learnFromRefusal({}, 'cooldown', noon);
    expect(learnFromInbound(quiet, noon - hour).cooldownUntil).toBe(noon + day);
  });

  test('in any order opens the window of the newest', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1 });
    fc.assert(
      fc.property(times, (hours) => {
        const memory = hours.reduce<LearntMemory>((known, at) => learnFromInbound(known, at * hour), {});
        expect(memory.windowEndsAt).toBe(Math.max(...hours) * hour + day);
      }),
    );
  });
});
