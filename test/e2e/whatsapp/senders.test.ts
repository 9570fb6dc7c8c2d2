// Several numbers of one business: at Meta and at a provider, with tokens that are renewed while everything runs, and
// Meta's two endpoints for marketing (F§1.5), of which one takes what the other refuses.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '../../../src/embedded/free-port.ts';
import { DEFAULT_SENDER } from '../../../src/emulators/cloud-api/start-cloud-api.ts';
import { type ProviderFront, startProviderFront } from '../../support/provider-front.ts';
import type { Guest } from '../../support/world.ts';
import { minute, offerBy, openStage, type Stage, textBy } from './stage.ts';

const delivered = ['offer→delivered', 'done→done'];
const account = { accountId: DEFAULT_SENDER.businessAccountId };
const numbers = [
  DEFAULT_SENDER,
  { ...DEFAULT_SENDER, phoneNumberId: '100000000000002', displayPhoneNumber: '15550100002' },
  { ...DEFAULT_SENDER, phoneNumberId: '100000000000003', displayPhoneNumber: '15550100003' },
] as const;
const [shop, plain, partner] = numbers;

const partnerKey = 'key-of-the-partner';
const metaTokens = { own: 'first-token', partners: 'token-of-the-partner' };
const folder = mkdtempSync(join(tmpdir(), 'jornada-senders-'));
let stage: Stage;
let front: ProviderFront;

function writeToken(token: string): void {
  writeFileSync(join(folder, 'token'), `${token}\n`);
}

/** Three numbers: marketing by Meta's endpoint for it, by the ordinary one, and by a provider. */
function writeSenders(baseUrl: string): string {
  const token = { baseUrl, accessToken: { file: 'token' } };
  const senders = [
    {
      name: 'shop',
      ...account,
      ...token,
      phoneNumberId: shop.phoneNumberId,
      marketingApi: true,
      default: true,
    },
    { name: 'plain', ...account, ...token, phoneNumberId: plain.phoneNumberId, directSend: true },
    {
      ...{ name: 'partner', ...account, phoneNumberId: partner.phoneNumberId, provider: '360dialog' },
      ...{ baseUrl: front.url, accessToken: { file: 'key' } },
    },
  ];
  const file = join(folder, 'senders.json');
  writeFileSync(file, JSON.stringify({ senders }));
  return file;
}

beforeAll(async () => {
  front = await startProviderFront(partnerKey);
  const port = await findFreePort();
  writeToken(metaTokens.own);
  writeFileSync(join(folder, 'key'), partnerKey);
  stage = await openStage({
    sendersFile: writeSenders(`http://127.0.0.1:${port}`),
    meta: { port, senders: numbers, accessToken: metaTokens.own },
  });
  const { meta } = stage.local;
  meta.setApp({ accessTokens: Object.values(metaTokens) });
  front.connect({ url: meta.url, phoneNumberId: partner.phoneNumberId, accessToken: metaTokens.partners });
  for (const sender of ['shop', 'plain', 'partner']) {
    await stage.publish(offerBy(sender, 'spring_sale', { sender }));
  }
  await stage.publish(textBy('parcel', { sender: 'plain', category: 'utility' }));
  await stage.publish(offerBy('recent', 'recent_offer', { sender: 'shop' }));
});
afterAll(async () => {
  await stage?.stop();
  await front?.close();
  rmSync(folder, { recursive: true });
});

async function play(journey: string, guest: Guest): Promise<string[]> {
  const run = await stage.start(journey, guest);
  await stage.ended(run);
  return stage.path(run);
}

/** The number and endpoint of each request for the person, without the version. */
const requestsFor = ({ phone }: Guest) =>
  stage.local.meta.requests(phone).map(({ path }) => path.split('/').slice(2).join('/'));

test('a provider passes messages on under its own address, and evidence comes back', {
  timeout: 60_000,
}, async () => {
  const guest = await stage.person();
  expect(await play('partner', guest)).toEqual(delivered);
  expect(requestsFor(guest)).toEqual([`${partner.phoneNumberId}/messages`]);
});

describe('marketing', { timeout: 60_000 }, () => {
  test('goes to Meta’s endpoint for it, or to the other one where that is not ready', async () => {
    const { meta } = stage.local;
    meta.setAccount({ marketingMessagesApi: 'onboarded' });
    const guest = await stage.person();
    expect(await play('shop', guest)).toEqual(delivered);
    expect(requestsFor(guest)).toEqual([`${shop.phoneNumberId}/marketing_messages`]);

    meta.addTemplate({ name: 'recent_offer', language: 'ko', category: 'MARKETING', status: 'APPROVED' });
    meta.setTemplate({ name: 'recent_offer', language: 'ko' }, { isSyncing: true });
    const early = await stage.person();
    expect(await play('recent', early)).toEqual(delivered);
    const tried = ['marketing_messages', 'messages'].map((endpoint) => `${shop.phoneNumberId}/${endpoint}`);
    expect(requestsFor(early)).toEqual(tried);
    expect(meta.messages(early.phone)).toHaveLength(1);
  });

  test('goes there from the ordinary endpoint where the account wants it so', async () => {
    const { meta } = stage.local;
    meta.setAccount({ marketingMessagesApi: 'onboarded', marketingOnCloudApi: false });
    const guest = await stage.person();
    expect(await play('plain', guest)).toEqual(delivered);
    const tried = ['messages', 'marketing_messages'].map((endpoint) => `${plain.phoneNumberId}/${endpoint}`);
    expect(requestsFor(guest)).toEqual(tried);
    expect(meta.messages(guest.phone)).toHaveLength(1);
    meta.setAccount({ marketingOnCloudApi: true });
  });
});

describe('a useful message without a template, outside the window', { timeout: 60_000 }, () => {
  test('goes out where the account can send directly, and waits for the window where it can not', async () => {
    const { meta } = stage.local;
    meta.setAccount({ directSend: true });
    const guest = await stage.person();
    expect(await play('parcel', guest)).toEqual(delivered);
    expect(stage.posts(guest)).toBe(1);

    meta.setAccount({ directSend: false });
    const other = await stage.person();
    const run = await stage.start('parcel', other);
    await stage.settled(other);
    expect(await stage.step(run)).toMatchObject({ policy: 'window', message: { state: 'parked' } });
    expect(meta.messages(other.phone)).toEqual([]);
    await stage.says(other, 'Where is my parcel?', plain.phoneNumberId);
    expect(await stage.ended(run)).toBe('done');
    expect(await stage.path(run)).toEqual(delivered);
    expect(meta.messages(other.phone)).toHaveLength(1);
  });
});

describe('a token that Meta takes no more', { timeout: 60_000 }, () => {
  const expire = (old: string, next: string) =>
    stage.local.meta.setApp({ accessTokens: [next, metaTokens.partners], expiredTokens: [old] });

  test('is replaced by the one that is in the file by then, within the same attempt', async () => {
    writeToken('second-token');
    expire(metaTokens.own, 'second-token');
    const guest = await stage.person();
    const run = await stage.start('plain', guest);
    await stage.ended(run);
    expect(await stage.path(run)).toEqual(delivered);
    expect(stage.local.meta.messages(guest.phone)).toHaveLength(1);
    expect(await stage.step(run)).toMatchObject({
      message: { attempts: [{ number: 1, state: 'accepted' }] },
    });
  });

  test('parks messages until there is another, and nothing is restarted', async () => {
    expire('second-token', 'third-token');
    const guest = await stage.person();
    const run = await stage.start('plain', guest);
    await stage.settled(guest);
    expect(await stage.step(run)).toMatchObject({ policy: 'account', message: { state: 'parked' } });
    writeToken('third-token');
    await stage.advance(guest, 2 * minute);
    expect(await stage.path(run)).toEqual(delivered);
    expect(stage.local.meta.messages(guest.phone)).toHaveLength(1);
  });
});

test('nothing of the people is kept where it must not be', () =>
  stage.expectNoTraceOfPeople(...Object.values(metaTokens), 'second-token', 'third-token', partnerKey));
