import { describe, expect, test } from 'vitest';
import { started } from '../started.ts';

const ADA = '+821012345678';
const to = { messaging_product: 'whatsapp', to: ADA };

describe('a conversation on an emulated phone', () => {
  test('shows the business reading, typing, quoting and reacting', async () => {
    const { emulator, client } = await started();
    const inbound = emulator.reply(ADA, 'Where is it?');
    const receipt = { messaging_product: 'whatsapp', status: 'read', message_id: inbound };
    const read = await client.post({ ...receipt, typing_indicator: { type: 'text' } });
    const quoting = { ...to, context: { message_id: inbound }, type: 'text', text: { body: 'On its way' } };
    await client.post(quoting);
    await client.post(reaction(inbound, '🚚'));
    await emulator.idle();
    expect([read.status, read.text]).toEqual([200, '{"success":true}']);
    const { body } = await client.control('GET', `/phones/${encodeURIComponent(ADA)}`);
    expect(body['entries']).toMatchObject([
      { kind: 'reply', reply: { reaction: '🚚', readAt: expect.any(String), isAnswering: true } },
      { kind: 'message', message: { text: 'On its way', context: inbound } },
      { kind: 'message', message: { type: 'reaction', text: '🚚', reactsTo: inbound } },
    ]);
    const page = await (await fetch(emulator.url)).text();
    expect(page).toMatch(/Where is it\?<\/p><footer>🚚 · read, typing an answer · /);
    expect(page).toMatch(/On its way<\/p><footer>an answer · /);
  });

  test('loses a reaction that is taken back', async () => {
    const { emulator, client } = await started();
    const inbound = emulator.reply(ADA, 'hi');
    await client.post(reaction(inbound, '👍'));
    await emulator.idle();
    await client.post(reaction(inbound, ''));
    await emulator.idle();
    const { body } = await client.control('GET', `/phones/${encodeURIComponent(ADA)}`);
    const [entry] = body['entries'] as [{ reply: object }];
    expect(entry.reply).not.toHaveProperty('reaction');
  });

  test('takes no reaction to what is not in it, nor to a reaction: 131009 comes later', async () => {
    const { emulator, client, receiver } = await started();
    const inbound = emulator.reply(ADA, 'hi');
    const first = await client.post(reaction(inbound, '👍'));
    const second = await client.post(reaction(first.body.messages?.[0]?.id ?? '', '👍'));
    const third = await client.post(reaction('wamid.unheard', '👍'));
    await emulator.idle();
    expect([second.status, third.status]).toEqual([200, 200]);
    const failed = receiver.statuses().filter(({ status }) => status === 'failed');
    expect(failed.map(({ errors }) => errors?.[0]?.code)).toEqual([131009, 131009]);
  });

  test('says in words what an interactive message or a medium carries', async () => {
    const { emulator, client } = await started();
    emulator.reply(ADA, 'hi');
    const buttons = [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }];
    await client.post({
      ...to,
      type: 'interactive',
      interactive: { type: 'button', body: { text: 'Coming?' }, action: { buttons } },
    });
    await client.post({
      ...to,
      type: 'image',
      image: { link: 'https://example.com/a.png', caption: 'Our shop' },
    });
    await emulator.idle();
    expect(emulator.received(ADA).map(({ text }) => text)).toEqual(['Coming? [Yes]', '[image] Our shop']);
  });
});

function reaction(wamid: string, emoji: string) {
  return { ...to, type: 'reaction', reaction: { message_id: wamid, emoji } };
}
