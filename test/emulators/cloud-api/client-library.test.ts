// An independent client of the Cloud API, whatsapp-api-js, talks to the emulator and hears its webhooks: what it builds,
// reads and verifies was written by others after Meta's documentation. Only the host of its requests is turned around.

import { describe, expect, test } from 'vitest';
import { WhatsAppAPI } from 'whatsapp-api-js';
import {
  ActionButtons,
  ActionContactRequest,
  ActionCTA,
  ActionList,
  ActionLocation,
  ActionNavigateFlow,
  ActionProduct,
  Audio,
  Body,
  BodyComponent,
  BodyParameter,
  Button,
  CatalogProduct,
  Contacts,
  Currency,
  Document,
  Footer,
  Header,
  HeaderComponent,
  HeaderParameter,
  Image,
  Interactive,
  ListSection,
  Location,
  Name,
  PayloadComponent,
  Phone,
  Reaction,
  Row,
  Sticker,
  Template,
  Text,
  URLComponent,
  Video,
} from 'whatsapp-api-js/messages';
import type { CloudApiEmulator } from '../../../src/emulators/cloud-api/start-cloud-api.ts';
import { started } from '../started.ts';

/** The library wants a business-scoped id beside the phone; the phone wins (F§1.2). */
const ADA = { phone: '+821012345678', bsuid: 'KR.13491208655302741918' };
const LINK = 'https://example.com/file';

function clientOf(emulator: CloudApiEmulator): WhatsAppAPI {
  const onEmulator = (input: string | URL | Request, init?: RequestInit) =>
    fetch(String(input).replace('https://graph.facebook.com', emulator.url), init);
  return new WhatsAppAPI({
    token: emulator.accessToken,
    appSecret: emulator.appSecret,
    v: 'v23.0',
    ponyfill: { fetch: onEmulator },
  });
}

const body = new Body('Which one?');
const messages = [
  new Text('Hello', true),
  new Image(LINK, false, 'Our shop'),
  new Video(LINK),
  new Audio(LINK),
  new Sticker(LINK),
  new Document(LINK, false, 'The bill', 'bill.pdf'),
  new Location(-122.4, 37.7, 'Office', '1 Example Street'),
  new Contacts([new Name('Ada Example', 'Ada'), new Phone('+15550100002', 'WORK')]),
  new Interactive(
    new ActionButtons(new Button('a', 'A'), new Button('b', 'B')),
    body,
    new Header('Choose'),
    new Footer('Thanks'),
  ),
  new Interactive(new ActionList('Open', new ListSection('First', new Row('1', 'One', 'The first'))), body),
  new Interactive(new ActionCTA('Open shop', LINK), body, new Header('Our shop')),
  new Interactive(new ActionNavigateFlow('token', '123', 'Open', 'START', { key: 'value' }), body),
  new Interactive(new ActionProduct(new CatalogProduct('sku', '1')), body),
  new Interactive(new ActionLocation(), body),
  new Interactive(new ActionContactRequest(), body),
];

describe('an independent client library', () => {
  test('sends every kind of message, and all of them arrive', async () => {
    const { emulator } = await started();
    const client = clientOf(emulator);
    const phoneId = emulator.senders[0].phoneNumberId;
    emulator.reply(ADA.phone, 'hi');
    for (const message of messages) {
      const answer = await client.sendMessage(phoneId, ADA, message);
      expect([message, answer]).toEqual([
        message,
        expect.objectContaining({ contacts: [{ input: ADA.phone, wa_id: '821012345678' }] }),
      ]);
    }
    await emulator.idle();
    expect(emulator.received(ADA.phone).map(({ type }) => type)).toEqual(messages.map(({ _type }) => _type));
  });

  test('fills a template that the account has', async () => {
    const components = [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Hi {{1}}, it costs {{2}} today.' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'URL', text: 'Shop', url: 'https://example.com/{{1}}' },
          { type: 'QUICK_REPLY', text: 'Stop' },
        ],
      },
    ];
    const offer = { name: 'offer', language: 'en_US', category: 'MARKETING', status: 'APPROVED', components };
    const { emulator } = await started({ templates: [offer] });
    const client = clientOf(emulator);
    const send = (...parameters: [BodyParameter, ...BodyParameter[]]) =>
      client.sendMessage(
        emulator.senders[0].phoneNumberId,
        ADA,
        new Template(
          'offer',
          'en_US',
          new HeaderComponent(new HeaderParameter(new Image(LINK))),
          new BodyComponent(...parameters),
          new URLComponent('spring'),
          new PayloadComponent('stop'),
        ),
      );
    const good = await send(
      new BodyParameter('Ada'),
      new BodyParameter(new Currency(9_990, 'EUR', '9.99 €')),
    );
    expect(good).toMatchObject({ messages: [{ message_status: 'accepted' }] });
    expect(await send(new BodyParameter('Ada'))).toMatchObject({ error: { code: 132000 } });
  });

  test('uploads a picture, sends it by its id, reads it back and deletes it', async () => {
    const { emulator } = await started();
    const client = clientOf(emulator);
    const phoneId = emulator.senders[0].phoneNumberId;
    emulator.reply(ADA.phone, 'hi');
    const form = new FormData();
    form.set('file', new Blob(['a picture'], { type: 'image/png' }), 'a.png');
    const uploaded = await client.uploadMedia(phoneId, form);
    if (!('id' in uploaded)) expect.unreachable('the upload was refused');
    await client.sendMessage(phoneId, ADA, new Image(uploaded.id, true, 'By id'));
    await emulator.idle();
    expect(emulator.received(ADA.phone).map(({ text }) => text)).toEqual(['[image] By id']);
    const found = await client.retrieveMedia(uploaded.id);
    if (!('url' in found)) expect.unreachable('the medium was not found');
    expect(await (await client.fetchMedia(found.url)).text()).toBe('a picture');
    expect(await client.deleteMedia(uploaded.id)).toEqual({ success: true });
  });

  test('hears what people write and what became of its messages, by verified webhooks', async () => {
    const { emulator, receiver } = await started();
    const client = clientOf(emulator);
    const heard: unknown[] = [];
    client.on.message = async ({ contact, message, received, reply }) => {
      heard.push([contact.wa_id, message.type === 'text' && message.text.body]);
      expect(await received('text')).toEqual({ success: true });
      expect(await reply(new Reaction(message.id, '👋'))).toHaveProperty('messages');
    };
    client.on.status = ({ status, error, biz_opaque_callback_data: token }) => {
      heard.push([status, error?.code, token]);
    };
    emulator.reply(ADA.phone, 'hello');
    await emulator.idle();
    await hear(client, receiver.posts.splice(0));
    emulator.script(ADA.phone, { do: 'fail', code: 131049 });
    await client.sendMessage(emulator.senders[0].phoneNumberId, ADA, new Text('hi'), undefined, 'token-1');
    await emulator.until(() => emulator.messages(ADA.phone).at(-1)?.statuses.length === 1);
    await emulator.idle();
    await hear(client, receiver.posts);
    expect(heard).toContainEqual(['821012345678', 'hello']);
    expect(heard).toContainEqual(['failed', 131049, 'token-1']);
    const [post] = receiver.posts;
    await expect(
      client.post(JSON.parse(post?.raw ?? ''), `${post?.raw} `, String(post?.headers['x-hub-signature-256'])),
    ).rejects.toThrow();
  });

  test('reaches a person of whom only the business-scoped id is known', async () => {
    const { emulator } = await started();
    const client = clientOf(emulator);
    const bsuid = 'US.13491208655302741918';
    emulator.reply(bsuid, 'hi');
    const answer = await client.sendMessage(emulator.senders[0].phoneNumberId, { bsuid }, new Text('Hello'));
    expect(answer).toMatchObject({ contacts: [{ input: bsuid, user_id: bsuid }] });
  });
});

async function hear(
  client: WhatsAppAPI,
  posts: readonly { readonly raw: string; readonly headers: Record<string, unknown> }[],
): Promise<void> {
  for (const { raw, headers } of posts) {
    await client.post(JSON.parse(raw), raw, String(headers['x-hub-signature-256']));
  }
}
