// People who want no marketing: by the button at Meta, which we hear of by 131050 or `user_preferences`, or by a word
// (F§4.10). All journeys heed it, receipts go on, and it can be taken back.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Guest } from '../../support/world.ts';
import { minute, offerBy, openStage, type Stage } from './stage.ts';

const refused = ['offer→consent', 'text→accepted', 'done→done'];
const delivered = ['offer→delivered', 'done→done'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  for (const journey of [offerBy('spring'), offerBy('summer'), offerBy('receipt', 'receipt')]) {
    await stage.publish(journey);
  }
  await stage.tell('message_template_status_update', {
    event: 'APPROVED',
    message_template_id: 77,
    message_template_name: 'receipt',
    message_template_language: 'ko',
    message_template_category: 'UTILITY',
  });
});
afterAll(() => stage?.stop());

async function play(journey: string, guest: Guest): Promise<string[]> {
  const run = await stage.start(journey, guest);
  await stage.ended(run);
  return stage.path(run);
}

async function prefers(guest: Guest, value: 'stop' | 'resume'): Promise<void> {
  stage.local.meta.prefer(guest.phone, value);
  await stage.heard();
}

async function consents({ externalId }: Guest): Promise<unknown> {
  return (await stage.api(`/v1/people/${externalId}`))['consents'];
}

describe('an opt-out', { timeout: 60_000 }, () => {
  test('that 131050 tells of holds for all journeys, not for receipts, until the person resumes', async () => {
    const guest = await stage.person();
    stage.local.meta.script(guest.phone, { do: 'fail', code: 131_050 }, { do: 'deliver' });
    expect(await play('spring', guest)).toEqual(refused);
    expect(await play('summer', guest)).toEqual(refused);
    expect(stage.posts(guest)).toBe(1);
    expect(await play('receipt', guest)).toEqual(delivered);
    expect(await consents(guest)).toContainEqual(
      expect.objectContaining({
        channel: 'whatsapp',
        topic: 'marketing',
        state: 'out',
        source: 'meta:131050',
      }),
    );
    await stage.advance(guest, minute);
    await prefers(guest, 'resume');
    expect(await play('summer', guest)).toEqual(delivered);
  });

  test('that Meta tells by itself is heeded before anything is tried', async () => {
    const guest = await stage.person();
    await prefers(guest, 'stop');
    const run = await stage.start('spring', guest);
    await stage.ended(run);
    expect(await stage.path(run)).toEqual(refused);
    expect(stage.posts(guest)).toBe(0);
    expect(await stage.step(run, 'offer')).toMatchObject({
      attempted: false,
      policy: 'consent',
      code: 'opted_out',
    });
    await stage.advance(guest, minute);
    await prefers(guest, 'resume');
    expect(await play('spring', guest)).toEqual(delivered);
  });

  test.each([
    ['STOP', 'START'],
    ['수신거부', '수신동의'],
  ])('by the word %s holds, even in the window that it opens, until %s', async (stop, start) => {
    const guest = await stage.person();
    await stage.says(guest, `  ${stop.toLowerCase()}! `);
    expect(await play('spring', guest)).toEqual(refused);
    expect(await play('receipt', guest)).toEqual(delivered);
    // Of two words in one second, Meta's unit, the opt-out stands.
    await stage.advance(guest, minute);
    await stage.says(guest, start);
    expect(await play('spring', guest)).toEqual(delivered);
    expect(stage.posts(guest)).toBe(2);
  });

  test('is not read into a sentence', async () => {
    const guest = await stage.person();
    await stage.says(guest, 'Please stop by the shop tomorrow');
    expect(await play('spring', guest)).toEqual(delivered);
  });
});

test('nothing of the people is kept where it must not be', () => stage.expectNoTraceOfPeople());
