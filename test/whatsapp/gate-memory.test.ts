// What follows from what is remembered, at an instant: every boundary exactly.

import { describe, expect, test } from 'vitest';
import { type MemoryQuestion, toMemoryFacts } from '../../src/whatsapp/gate-memory.ts';
import type { LearntMemory } from '../../src/whatsapp/learn.ts';
import { learnFromInbound, learnFromProbe, learnFromRefusal } from '../../src/whatsapp/learn.ts';
import { defaultPolicySettings, policySettingsSchema } from '../../src/whatsapp/policy-settings.ts';

const second = 1_000;
const hour = 3_600_000;
const day = 24 * hour;
const noon = Date.UTC(2027, 0, 4, 12);
const australia = { phone: '+61491570156' };

function factsAt(now: number, memory: LearntMemory, change: Partial<MemoryQuestion> = {}) {
  const question = { now, send: 'snd_1', recipient: australia, sender: {}, settings: defaultPolicySettings };
  return toMemoryFacts(memory, { ...question, ...change });
}

const withSettings = (input: object) => ({ settings: policySettingsSchema.parse(input) });

describe('the window', () => {
  const wrote = learnFromInbound({}, noon);
  const noMargin = withSettings({ window: { marginSeconds: 0 } });

  test.each([
    ['23:59:59', day - second, true],
    ['24:00:00', day, false],
    ['24:00:01', day + second, false],
  ])('%s after the message: open is %s', (_at, after, isOpen) => {
    expect(factsAt(noon + after, wrote, noMargin).windowOpen).toBe(isOpen);
  });

  test('is not used in its last half minute, by default', () => {
    expect(factsAt(noon + day - 30 * second - 1, wrote).windowOpen).toBe(true);
    expect(factsAt(noon + day - 30 * second, wrote).windowOpen).toBe(false);
  });

  test('is not opened by a message that is told days late', () => {
    expect(factsAt(noon + 6 * day, wrote).windowOpen).toBe(false);
  });

  test('stays open after one 131047, is closed after the second, and opens anew when the person writes', () => {
    const refusedOnce = learnFromRefusal(wrote, 'window-closed', noon + hour);
    expect(factsAt(noon + 2 * hour, refusedOnce).windowOpen).toBe(true);
    const refusedTwice = learnFromRefusal(refusedOnce, 'window-closed', noon + 2 * hour);
    expect(factsAt(noon + 3 * hour, refusedTwice)).toMatchObject({ windowOpen: false, windowRefusals: 2 });
    expect(factsAt(noon + 4 * hour, learnFromInbound(refusedTwice, noon + 3 * hour)).windowOpen).toBe(true);
  });

  test('is believed as much as is configured', () => {
    const refused = learnFromRefusal(wrote, 'window-closed', noon + hour);
    const strict = withSettings({ window: { toleratedRefusals: 0 } });
    expect(factsAt(noon + 2 * hour, refused, strict).windowOpen).toBe(false);
  });
});

describe('free entry', () => {
  const came = learnFromInbound({}, noon, { fromAd: true });

  test('lasts 72 hours from our first answer, and opens no window', () => {
    const answered = { answeredAdAt: noon + hour };
    expect(factsAt(noon + hour + 72 * hour - 1, came, answered)).toMatchObject({
      windowOpen: false,
      freeEntryEndsAt: noon + 73 * hour,
    });
    expect(factsAt(noon + 73 * hour, came, answered)).not.toHaveProperty('freeEntryEndsAt');
  });

  test('needs an answer within 24 hours', () => {
    expect(factsAt(noon + 25 * hour, came, { answeredAdAt: noon + day - 1 })).toHaveProperty(
      'freeEntryEndsAt',
    );
    expect(factsAt(noon + 25 * hour, came, { answeredAdAt: noon + day })).not.toHaveProperty(
      'freeEntryEndsAt',
    );
    expect(factsAt(noon + hour, came)).not.toHaveProperty('freeEntryEndsAt');
  });
});

describe('a cool-down', () => {
  const cooled = (times: number) =>
    Array.from({ length: times }).reduce<LearntMemory>(
      (memory) => learnFromRefusal(memory, 'cooldown', noon),
      {},
    );

  test('lasts a day, then twice as long each time, a week at most', () => {
    const lengths = [1, 2, 3, 4, 5].map((times) => {
      const { memory } = factsAt(noon, cooled(times));
      return ((memory.cooldown?.until ?? 0) - noon) / hour;
    });
    expect(lengths).toEqual([24, 48, 96, 168, 168]);
  });

  test.each([
    ['a recipient in Germany', { recipient: { phone: '+4915112345678' } }],
    ['a recipient in Korea', { recipient: { phone: '+821012345678' } }],
    [
      'a recipient known by a British id only',
      { recipient: { businessScopedUserId: 'GB.13491208655302741918' } },
    ],
    ['a sender in Japan', { sender: { phone: '+81312345678' } }],
  ])('is not applied to %s', (_who, change) => {
    expect(factsAt(noon, cooled(1), change).memory).toEqual({});
  });

  test('is applied wherever the exemption is not configured', () => {
    const nowhere = withSettings({ cooldown: { exemptRegions: [] } });
    const korea = { recipient: { phone: '+821012345678' } };
    expect(factsAt(noon, cooled(1), { ...korea, ...nowhere }).memory).toHaveProperty('cooldown');
  });
});

describe('the experiment', () => {
  const inExperiment = learnFromRefusal({}, 'experiment', noon);

  test('is tried again a month after it was last seen', () => {
    const later = learnFromRefusal(inExperiment, 'experiment', noon + day);
    expect(factsAt(noon, later).memory.experiment).toEqual({ since: noon, until: noon + 31 * day });
  });

  test('lets its probe through, and nobody else until another month has gone', () => {
    const probed = learnFromProbe(inExperiment, 'snd_1', noon + 30 * day);
    expect(factsAt(noon + 30 * day, probed).memory).toEqual({});
    expect(factsAt(noon + 30 * day, probed, { send: 'snd_2' }).memory.experiment?.until).toBe(
      noon + 60 * day,
    );
  });
});

describe('reachability', () => {
  const told = (times: number) =>
    Array.from({ length: times }).reduce<LearntMemory>(
      (memory) => learnFromRefusal(memory, 'unreachable', noon),
      {},
    );

  test.each([
    [1, 'suspect', 24],
    [2, 'unreachable', 168],
    [3, 'unreachable', 336],
    [4, 'unreachable', 672],
    [5, 'unreachable', 720],
  ])('after %i times: %s, for %i hours', (times, belief, hours) => {
    const { unreachable } = factsAt(noon, told(times)).memory;
    expect(unreachable).toEqual({ belief, since: noon, until: noon + hours * hour, times });
  });
});
