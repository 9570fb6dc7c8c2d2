// Answers that break, with the message taken or not: what the client sees, and what the phone has.

import { describe, expect, test } from 'vitest';
import type { Behaviour } from '../../../src/emulators/cloud-api/behaviour.ts';
import { started } from '../started.ts';

const ADA = '+821012345678';

const template = {
  messaging_product: 'whatsapp',
  to: ADA,
  type: 'template',
  template: { name: 'spring_sale', language: { code: 'ko' } },
};

describe('an answer that breaks', () => {
  test.each<[Behaviour, RegExp, number]>([
    [{ do: 'half-json' }, /JSON/, 1],
    [{ do: 'half-json', accepted: false }, /JSON/, 0],
    [{ do: 'cut' }, /aborted|closed|ECONNRESET|terminated/, 1],
    [{ do: 'cut', accepted: false }, /aborted|closed|ECONNRESET|terminated/, 0],
    [{ do: 'timeout', accepted: false }, /Timeout/, 0],
    [{ do: 'timeout' }, /Timeout/, 1],
    [{ do: 'html', accepted: true, fate: { do: 'read' } }, /^$/, 1],
  ])('by %j leaves the message where it says', async (behaviour, seen, times) => {
    const { emulator, client } = await started();
    emulator.script(ADA, behaviour);
    const message = await client.post(template, { timeoutMs: 400 }).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(message).toMatch(seen);
    await emulator.idle();
    expect(emulator.received(ADA)).toHaveLength(times);
  });

  test('never ends, until the client has enough of it', async () => {
    const { emulator } = await started();
    emulator.script(ADA, { do: 'endless' });
    const response = await fetch(`${emulator.url}/v25.0/${emulator.senders[0].phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(template),
    });
    const reader = response.body?.getReader();
    const chunks = [await reader?.read(), await reader?.read(), await reader?.read()];
    expect([response.status, ...chunks.map((chunk) => chunk?.done)]).toEqual([200, false, false, false]);
    await reader?.cancel();
    await emulator.idle();
    expect(emulator.received(ADA)).toHaveLength(1);
  });
});
