// What is learnt about a person on a channel, as a pure function of what was known.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LearntMemory,
  learnFromDelivery,
  learnFromInbound,
  learnFromProbe,
  learnFromRefusal,
} from '../../src/whatsapp/learn.ts';

const hour = 3_600_000;
const day = 24 * hour;
const noon = Date.UTC(2027, 0, 4, 12);

describe('a refusal', () => {
  test('for the per-user limit is counted from the last one', () => {
    const once = learnFromRefusal({}, 'cooldown', noon);
    expect(once).toEqual({ cooldownSince: noon, cooldownCount: 1 });
    expect(learnFromRefusal(once, 'cooldown', noon + day)).toEqual({
      cooldownSince: noon + day,
      cooldownCount: 2,
    });
  });

  test.each(['cooldown', 'unreachable', 'window-closed'])(
    '(%s) that is told after the person wrote is over',
    (effect) => {
      const wrote = learnFromInbound({}, noon);
      expect(learnFromRefusal(wrote, effect, noon - hour)).toBe(wrote);
    },
  );

  test('by the experiment is remembered from the first one and checked by the last', () => {
    const since = learnFromRefusal({}, 'experiment', noon);
    expect(learnFromRefusal(since, 'experiment', noon + day)).toEqual({
      experimentSince: noon,
      experimentCheckedAt: noon + day,
    });
  });

  test('for a closed window is counted, and leaves the timer as it is', () => {
    expect(learnFromRefusal(learnFromInbound({}, noon), 'window-closed', noon + hour)).toEqual({
      windowEndsAt: noon + day,
      windowRefusals: 1,
      windowRefusedAt: noon + hour,
    });
  });

  test('of a template or an account teaches nothing about the person', () => {
    const memory: LearntMemory = { windowEndsAt: noon };
    expect(learnFromRefusal(memory, 'template-paused', noon)).toBe(memory);
  });
});

describe('an inbound', () => {
  const refused = ['cooldown', 'unreachable', 'window-closed'].reduce<LearntMemory>(
    (memory, effect) => learnFromRefusal(memory, effect, noon),
    {},
  );

  test('opens the window for a day and lifts what kept us quiet', () => {
    expect(learnFromInbound(refused, noon + hour)).toEqual({ windowEndsAt: noon + hour + day });
  });

  test('leaves the experiment, which it only lifts for as long as the window is open', () => {
    const inExperiment = learnFromRefusal({}, 'experiment', noon);
    expect(learnFromInbound(inExperiment, noon + hour)).toMatchObject({ experimentSince: noon });
  });

  test('that is old lifts nothing that was said after it', () => {
    expect(learnFromInbound(refused, noon - hour)).toEqual({ ...refused, windowEndsAt: noon - hour + day });
  });

  test('of a type that opens no window shows no more than that the person is there', () => {
    expect(learnFromInbound(refused, noon + hour, { opensWindow: false })).toEqual({
      cooldownSince: noon,
      cooldownCount: 1,
      windowRefusals: 1,
      windowRefusedAt: noon,
    });
  });

  test('by an ad is remembered by the newest', () => {
    const came = learnFromInbound({}, noon, { fromAd: true });
    expect(learnFromInbound(came, noon - hour, { fromAd: true }).adEntryAt).toBe(noon);
    expect(learnFromInbound(came, noon + hour).adEntryAt).toBe(noon);
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

  test('and one refusal are remembered alike in whatever order they are told', () => {
    const hours = fc.integer({ min: 0, max: 48 });
    const effect = fc.constantFrom('cooldown', 'unreachable', 'window-closed', 'experiment');
    fc.assert(
      fc.property(hours, hours, effect, (wroteAt, refusedAt, word) => {
        const [wrote, said] = [noon + wroteAt * hour, noon + refusedAt * hour];
        const inboundFirst = learnFromRefusal(learnFromInbound({}, wrote), word, said);
        expect(learnFromInbound(learnFromRefusal({}, word, said), wrote)).toEqual(inboundFirst);
      }),
    );
  });
});

describe('a delivery', () => {
  const offer = { send: 'snd_1', category: 'marketing', sentAt: noon + hour, at: noon + hour } as const;

  test('ends the belief that nobody is there, unless that was said later', () => {
    const doubted = learnFromRefusal({}, 'unreachable', noon);
    expect(learnFromDelivery(doubted, { ...offer, category: 'utility' })).toEqual({});
    expect(learnFromDelivery(doubted, { ...offer, at: noon - 1 })).toEqual(doubted);
  });

  test('of marketing that was sent after a cool-down proves that the limit is over', () => {
    const cooled = learnFromRefusal({}, 'cooldown', noon);
    expect(learnFromDelivery(cooled, offer)).toEqual({});
    expect(learnFromDelivery(cooled, { ...offer, sentAt: noon })).toEqual(cooled);
    expect(learnFromDelivery(cooled, { ...offer, category: 'utility' })).toEqual(cooled);
  });

  test('inside the window proves nothing about the limit, which does not count there', () => {
    const cooled = { ...learnFromRefusal({}, 'cooldown', noon), windowEndsAt: noon + 2 * hour };
    expect(learnFromDelivery(cooled, offer)).toEqual(cooled);
  });

  test('of the probe ends the experiment, of another message it does not', () => {
    const probed = learnFromProbe(learnFromRefusal({}, 'experiment', noon), 'snd_1', noon + 30 * day);
    expect(probed).toMatchObject({ experimentSince: noon, experimentCheckedAt: noon + 30 * day });
    expect(learnFromDelivery(probed, { ...offer, send: 'snd_2' })).toEqual(probed);
    expect(learnFromDelivery(probed, offer)).toEqual({});
  });
});
