import { request } from 'undici';
import { describe, expect, test } from 'vitest';
import { started } from '../started.ts';

const ADA = '+821012345678';
const path = (rest: string) => `/phones/${encodeURIComponent(ADA)}/${rest}`;

describe('the control API', () => {
  test('scripts a phone, moves its clock, lets it write and lists what it received', async () => {
    const { client, receiver } = await started();
    await client.control('PUT', path('script'), { behaviours: [{ do: 'read' }] });
    await client.control('PUT', path('clock'), { offsetMs: 3_600_000 });
    const reply = await client.control('POST', path('replies'), { text: 'hi' });
    await client.text(ADA, 'hello');
    await client.control('GET', '/idle');
    const { body } = await client.control('GET', '/phones');
    expect(reply).toMatchObject({ status: 201, body: { wamid: expect.stringMatching(/^wamid\./) } });
    expect(body.phones).toMatchObject([
      {
        phone: ADA,
        clockOffsetMs: 3_600_000,
        received: [
          { text: 'hello', statuses: [{ status: 'sent' }, { status: 'delivered' }, { status: 'read' }] },
        ],
      },
    ]);
    expect(Number(receiver.inbound()[0]?.timestamp) * 1000).toBeGreaterThan(Date.now() + 3_500_000);
  });

  test('shows that a number was never asked for', async () => {
    const { client } = await started();
    await client.template(ADA);
    const some = await client.control('GET', `/requests?to=${encodeURIComponent(ADA)}`);
    const none = await client.control('GET', `/requests?to=${encodeURIComponent('+14155550100')}`);
    expect(some.body.requests).toMatchObject([{ method: 'POST', to: ADA }]);
    expect(none.body.requests).toEqual([]);
  });

  test('releases, drops, changes the delivery and resets', async () => {
    const { client, emulator, receiver } = await started();
    await client.control('PUT', '/templates/spring_sale/script', { behaviours: [{ do: 'hold' }] });
    await client.control('PUT', '/delivery', { duplicates: 1 });
    await client.template(ADA);
    await client.control('POST', path('release'));
    await client.control('GET', '/idle');
    expect(receiver.statuses()).toHaveLength(4);
    await client.control('POST', '/reset');
    expect([emulator.requests(), emulator.received(ADA)]).toEqual([[], []]);
  });

  test('says what is wrong with a script', async () => {
    const { client } = await started();
    const answer = await client.control('PUT', path('script'), { behaviours: [{ do: 'explode' }] });
    expect(answer).toMatchObject({ status: 400, body: { code: 'EMULATOR_INPUT_INVALID' } });
    const held = await client.control('POST', path('drop'), {});
    expect(held).toMatchObject({ status: 400, body: { code: 'EMULATOR_NOTHING_HELD' } });
  });
});

describe('the phones page', () => {
  test('shows what a phone received and escapes all of it', async () => {
    const { emulator, client } = await started();
    emulator.reply(ADA, '<img src=x onerror=alert(1)>');
    await client.text(ADA, `</li><script>alert("it's me")</script>`);
    await emulator.idle();
    const response = await request(`${emulator.url}/`);
    const page = await response.body.text();
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toContain('&lt;/li&gt;&lt;script&gt;alert(&quot;it&#39;s me&quot;)&lt;/script&gt;');
    expect(page).not.toMatch(/<img|<script>/);
    expect(page).toContain('✓✓ delivered');
    expect(response.headers['content-security-policy']).toContain("script-src 'self'");
    // The canvas shows it in a frame; pages of other machines may not.
    expect(response.headers['content-security-policy']).toMatch(
      /frame-ancestors http:\/\/localhost:\* http:\/\/127\.0\.0\.1:\*$/,
    );
    expect(response.headers).not.toHaveProperty('x-frame-options');
  });

  test('tells an open page when something changed', async () => {
    const { emulator } = await started();
    const stream = await request(`${emulator.url}/_emulator/changes`);
    const chunks: string[] = [];
    const heard = (async () => {
      for await (const chunk of stream.body) {
        chunks.push(String(chunk));
        if (chunks.join('').includes('data: changed')) return true;
      }
      return false;
    })();
    emulator.reply(ADA, 'hi');
    expect(await heard).toBe(true);
  });
});
