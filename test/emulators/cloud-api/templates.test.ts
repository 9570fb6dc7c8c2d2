import { beforeAll, describe, expect, test } from 'vitest';
import { type Started, started } from '../started.ts';
import { isMetaHere, MetaOpenApi } from './meta-openapi.ts';

const ACCOUNT = '200000000000001';
const PATH = `${ACCOUNT}/message_templates`;
const ADA = '+821012345678';

const named = (name: string, more: object = {}) => ({
  ...{ name, language: 'ko', category: 'MARKETING', status: 'APPROVED' },
  ...more,
});
const summer = {
  ...{ name: 'summer', language: 'ko', category: 'MARKETING' },
  components: [{ type: 'BODY', text: 'Hi {{1}}, the sale is on.' }],
};
const namesOf = (body: { readonly data?: readonly { readonly [field: string]: unknown }[] }) =>
  body.data?.map(({ name }) => name);

describe('the list of templates', () => {
  test('comes in pages, forwards and backwards, and none is missing or twice', async () => {
    const names = Array.from({ length: 7 }, (_, index) => `t${index}`);
    const { client } = await started({ templates: names.map((name) => named(name)) });
    const pages: unknown[] = [];
    let next: string | undefined = `${PATH}?limit=3&fields=name`;
    let last = await client.graph('GET', next);
    while (next !== undefined) {
      last = await client.graph('GET', next);
      pages.push(namesOf(last.body));
      next = last.body.paging?.next;
    }
    expect(pages).toEqual([['t0', 't1', 't2'], ['t3', 't4', 't5'], ['t6']]);
    const previous = await client.graph('GET', last.body.paging?.previous ?? '');
    expect(namesOf(previous.body)).toEqual(['t3', 't4', 't5']);
    const after = await client.graph('GET', `${PATH}?limit=2&after=${last.body.paging?.cursors['before']}`);
    expect(after.body).toEqual({ data: [] });
  });

  test('shows the fields that are asked for, and knows the others', async () => {
    const { client } = await started({ templates: [named('sale')] });
    const some = await client.graph('GET', `${PATH}?fields=status,quality_score,rejected_reason`);
    expect(some.body.data).toEqual([
      {
        id: expect.any(String),
        status: 'APPROVED',
        quality_score: { score: 'UNKNOWN' },
        rejected_reason: 'NONE',
      },
    ]);
    const wrong = await client.graph('GET', `${PATH}?fields=colour`);
    expect([wrong.status, wrong.body.error?.message]).toEqual([400, expect.stringContaining('(colour)')]);
  });

  test('is filtered by name, status, category and language', async () => {
    const templates = [
      named('sale'),
      named('sale', { language: 'en_US' }),
      named('code', { category: 'AUTHENTICATION' }),
      named('old', { status: 'PAUSED' }),
    ];
    const { client } = await started({ templates });
    const find = async (query: string) => namesOf((await client.graph('GET', `${PATH}?${query}`)).body);
    expect(await find('name=sale')).toEqual(['sale', 'sale']);
    expect(await find('name=sale&language=en_US')).toEqual(['sale']);
    expect(await find('status=PAUSED,REJECTED')).toEqual(['old']);
    expect(await find(`category=${encodeURIComponent('["AUTHENTICATION"]')}`)).toEqual(['code']);
  });
});

describe('a template', () => {
  test('is created pending, approved by script, and only then sent', async () => {
    const { emulator, client } = await started();
    const created = await client.graph('POST', PATH, { body: summer });
    expect(created.body).toEqual({ id: expect.any(String), status: 'PENDING', category: 'MARKETING' });
    expect((await client.template(ADA, undefined, 'summer')).body.error?.code).toBe(132001);
    emulator.setTemplate({ name: 'summer' }, { status: 'APPROVED' });
    expect((await send(client, ['Ada'])).status).toBe(200);
    const shown = await client.graph('GET', String(created.body['id']));
    expect(shown.body).toMatchObject({ name: 'summer', status: 'APPROVED', components: summer.components });
  });

  test.each([
    ['of a name with capitals', { ...summer, name: 'Summer' }, undefined],
    ['of no category', { ...summer, category: 'OFFERS' }, undefined],
    ['with a long body', { ...summer, components: [{ type: 'BODY', text: 'x'.repeat(1025) }] }, 2388040],
    [
      'that begins with a variable',
      { ...summer, components: [{ type: 'BODY', text: '{{1}}, hi' }] },
      2388299,
    ],
    ['with a time to live for another category', { ...summer, message_send_ttl_seconds: 60 }, undefined],
  ])('%s is not created', async (_what, body, subcode) => {
    const { client } = await started();
    const answer = await client.graph('POST', PATH, { body });
    expect([answer.status, answer.body.error?.code, answer.body.error?.error_subcode]).toEqual([
      400,
      100,
      subcode,
    ]);
  });

  test('exists once in a language, and can be deleted', async () => {
    const { client } = await started({ templates: [named('summer'), named('summer', { language: 'en' })] });
    const again = await client.graph('POST', PATH, { body: summer });
    expect(again.body.error?.error_subcode).toBe(2388024);
    expect((await client.graph('DELETE', `${PATH}?name=summer`)).body).toEqual({ success: true });
    expect((await client.graph('DELETE', `${PATH}?name=summer`)).body.error?.error_subcode).toBe(2593002);
    expect((await client.graph('GET', PATH)).body).toEqual({ data: [] });
  });

  test('that is paused is not sent until it is un-paused', async () => {
    const { emulator, client } = await started({ templates: [named('summer')] });
    const { body } = await client.graph('GET', PATH);
    const id = String(body.data?.[0]?.['id']);
    emulator.setTemplate({ name: 'summer' }, { status: 'PAUSED' });
    expect((await send(client, [])).body.error?.code).toBe(132015);
    expect((await client.graph('POST', `${id}/unpause`)).body).toEqual({ success: true });
    expect((await send(client, [])).status).toBe(200);
    expect((await client.graph('POST', `${id}/unpause`)).body.error?.error_subcode).toBe(2388039);
    emulator.setTemplate({ name: 'summer' }, { status: 'DISABLED' });
    expect((await send(client, [])).body.error?.code).toBe(132016);
  });

  test('is reviewed anew when it is edited', async () => {
    const { client } = await started({ templates: [named('summer')] });
    const id = String((await client.graph('GET', PATH)).body.data?.[0]?.['id']);
    const edit = { category: 'UTILITY', components: summer.components };
    expect((await client.graph('POST', id, { body: edit })).body).toEqual({ success: true });
    expect((await client.graph('GET', id)).body).toMatchObject({ status: 'PENDING', category: 'UTILITY' });
    expect((await client.graph('POST', id, { body: edit })).body.error?.error_subcode).toBe(2388039);
  });

  test('that an account does not have is refused when the account is told to', async () => {
    const { emulator, client } = await started();
    expect((await client.template(ADA)).status).toBe(200);
    emulator.setAccount({ unknownTemplates: 'refuse' });
    const { body } = await client.template(ADA);
    expect([body.error?.code, body.error?.error_data?.details]).toEqual([
      132001,
      'template name (spring_sale) does not exist in ko',
    ]);
  });
});

test('management calls are counted by the hour and refused with 80008 when there were too many', async () => {
  let nowMs = Date.parse('2026-03-01T10:00:00Z');
  const { emulator, client } = await started({ now: () => nowMs });
  emulator.setAccount({ managementCallsPerHour: 2 });
  const first = await client.graph('GET', PATH);
  await client.graph('GET', ACCOUNT);
  nowMs += 600_000;
  const third = await client.graph('GET', PATH);
  const account = await client.graph('GET', ACCOUNT);
  expect(usageOf(first)).toMatchObject({ call_count: 50, estimated_time_to_regain_access: 0 });
  expect([third.status, third.body.error?.code, account.body.error?.code]).toEqual([400, 80008, 80007]);
  expect(usageOf(third)).toMatchObject({ call_count: 100, estimated_time_to_regain_access: 50 });
  nowMs += 3_000_000;
  expect((await client.graph('GET', PATH)).status).toBe(200);
});

// Meta's OpenAPI description is not part of this project and a fresh clone may lack it.
describe.skipIf(!isMetaHere)("Meta's examples of new templates", () => {
  let meta: MetaOpenApi;
  beforeAll(() => {
    meta = new MetaOpenApi();
  });

  test('are all created', async () => {
    const examples = meta.examples('/{Version}/{WABA-ID}/message_templates');
    expect(examples.length).toBeGreaterThanOrEqual(10);
    for (const [name, body] of examples) {
      const { client } = await started();
      const answer = await client.graph('POST', PATH, { body });
      expect([name, answer.status, answer.body.error]).toEqual([name, 200, undefined]);
    }
  });
});

function send(client: Started['client'], texts: readonly string[]) {
  const parameters = texts.map((text) => ({ type: 'text', text }));
  const template = { name: 'summer', language: { code: 'ko' }, components: [{ type: 'body', parameters }] };
  return client.post({ messaging_product: 'whatsapp', to: ADA, type: 'template', template });
}

function usageOf({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): unknown {
  return JSON.parse(String(headers['x-business-use-case-usage']))[ACCOUNT][0];
}
