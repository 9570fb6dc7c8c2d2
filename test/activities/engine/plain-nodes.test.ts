// Nodes that do something once: what a second execution finds, and what an author's mistake becomes.

import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defineNode, NodeError, z } from '../../../src/node-kit/index.ts';
import type { AnyNode } from '../../../src/node-kit/node-type.ts';
import { createSendWorld, noon, type SendWorld } from './send-world.ts';

/** What the node does at each execution, and the keys it was given. */
let plan: (() => string)[] = [];
let keys: string[] = [];

const declared = {
  version: 1,
  title: { en: 'Test', ko: '시험' },
  config: z.strictObject({}),
  outcomes: ['ok', 'failed'],
} as const;

async function run({ idempotencyKey }: { readonly idempotencyKey: string }) {
  keys.push(idempotencyKey);
  return { outcome: (plan.shift() ?? (() => 'ok'))() as 'ok' };
}

const once = defineNode({ ...declared, type: 'test.once', idempotent: false, run });
const again = defineNode({ ...declared, type: 'test.again', idempotent: true, run });

const crash = () => {
  throw new NodeError('TEST_AWAY', 'The other side is away.', { retryable: true });
};

/** What a node that reads secrets has told another system. */
let told: string[] = [];
const telling = defineNode({
  ...declared,
  type: 'test.telling',
  idempotent: true,
  config: z.strictObject({ text: z.string() }),
  texts: ({ text }) => [{ path: ['text'], source: text }],
  readsSecrets: true,
  async run({ config, render }) {
    told.push(render(config.text));
    return { outcome: 'ok' };
  },
});

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld({
    nodeTypes: [once, again, telling] as readonly AnyNode[],
    secrets: new Map([
      ['CRM_TOKEN', 'open-sesame'],
      ['OTHER', 'hidden'],
    ]),
  });
});
afterAll(() => world.stop());
beforeEach(() => {
  plan = [];
  keys = [];
  told = [];
});

describe('a text that may read secrets', () => {
  test('gets those that it names', async () => {
    const text = "{{ secrets.CRM_TOKEN }} of {{ run.id }} {{ secrets.NONE | default: '-' }}";
    const visit = await world.visit('test.telling', { text });
    expect(await visit.execute(noon)).toEqual({ status: 'settled', outcome: 'ok' });
    expect(told).toEqual([`open-sesame of ${visit.runId} -`]);
  });

  test('ends the node where one is not set, and the error names it', async () => {
    const visit = await world.visit('test.telling', { text: '{{ secrets.NONE }} {{ secrets.CRM_TOKEN }}' });
    await expect(visit.execute(noon)).rejects.toMatchObject({
      type: 'NODE_SECRET_MISSING',
      nonRetryable: true,
      message: 'Set JORNADA_SECRET_NONE for the workers.',
    });
    expect(told).toEqual([]);
  });

  test('leaves no value in what is stored of the run', async () => {
    const visit = await world.visit('test.telling', {
      text: '{{ secrets.CRM_TOKEN | date: secrets.OTHER | slice: "a", "b" }}',
    });
    await visit.execute(noon).catch((error: unknown) => expect(String(error)).not.toMatch(/sesame|hidden/));
    const stored = await world.store.selectFrom('run').selectAll().where('id', '=', visit.runId).execute();
    expect(JSON.stringify(stored)).not.toMatch(/sesame|hidden/);
  });
});

describe('a plain node', () => {
  test('that is not idempotent and was found started is unresolved, not run again', async () => {
    plan = [crash];
    const visit = await world.visit('test.once', {});
    await expect(visit.execute(noon)).rejects.toThrow(ApplicationFailure);
    expect(await visit.execute(noon)).toEqual({ status: 'settled', outcome: 'unresolved' });
    expect(keys).toHaveLength(1);
  });

  test('that is not idempotent runs once however many execute it at once', async () => {
    const visit = await world.visit('test.once', {});
    const answers = await Promise.all(Array.from({ length: 6 }, () => visit.execute(noon)));
    expect(keys).toHaveLength(1);
    expect(answers.filter((answer) => 'outcome' in answer && answer.outcome === 'ok')).toHaveLength(1);
  });

  test('that is idempotent is run again, with the same key', async () => {
    plan = [crash];
    const visit = await world.visit('test.again', {});
    await expect(visit.execute(noon)).rejects.toThrow(ApplicationFailure);
    expect(await visit.execute(noon)).toEqual({ status: 'settled', outcome: 'ok' });
    expect(keys).toEqual([`${visit.runId}/step/1`, `${visit.runId}/step/1`]);
  });

  test('whose outcome was never declared is invalid', async () => {
    plan = [() => 'perhaps'];
    const visit = await world.visit('test.again', {});
    expect(await visit.execute(noon)).toEqual({
      status: 'settled',
      outcome: 'invalid',
      code: 'undeclared_outcome',
    });
  });
});

describe("a node's error", () => {
  test.each([true, false])('tells Temporal whether to try again: %s', async (retryable) => {
    plan = [
      () => {
        throw new NodeError('TEST_BROKEN', 'Broken.', { retryable });
      },
    ];
    const visit = await world.visit('test.again', {});
    await expect(visit.execute(noon)).rejects.toMatchObject({
      type: 'TEST_BROKEN',
      nonRetryable: !retryable,
    });
  });

  test('is retried where this worker does not know the run', async () => {
    const visit = await world.visit('test.again', {});
    await world.store.deleteFrom('run').where('id', '=', visit.runId).execute();
    await expect(visit.execute(noon)).rejects.toMatchObject({ type: 'RUN_UNKNOWN', nonRetryable: false });
  });
});
