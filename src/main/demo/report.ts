// What became of a person in the demo, read back from Jornada and from the emulated world, and compared with what
// had to come of it.

import type { ExplainedRun, ExplainedStep } from '../../runs/explain.ts';
import { explainRun } from '../../runs/explain.ts';
import type { Local } from '../start-local.ts';
import type { Expected, Scenario } from './scenario.ts';
import { toWords } from './to-words.ts';

export interface DemoRun {
  readonly person: string;
  readonly path: readonly { readonly node: string; readonly outcome: string }[];
  readonly reachedBy: string;
  /** What was handed to each channel's provider, in order. */
  readonly messages: readonly { readonly channel: string; readonly text: string }[];
  /** On the run's own clock. */
  readonly tookMs: number;
  readonly why: string;
  readonly workflows: readonly string[];
  /** What is not as it had to be; empty when all is well. */
  readonly differences: readonly string[];
}

export async function reportOn(scenario: Scenario, personId: string, local: Local): Promise<DemoRun> {
  const runs = await readRuns(local, personId);
  const steps = runs.flatMap((run) => run.path);
  const path = steps.map(({ node, outcome }) => ({ node, outcome: outcome ?? '…' }));
  const reachedBy = steps.findLast(isReached)?.message?.channel ?? 'nobody';
  const messages = readMessages(scenario, local);
  const requestsToMeta = local.meta.requests(scenario.phone).length;
  return {
    person: scenario.person,
    path,
    reachedBy,
    messages,
    tookMs: runs.reduce((sum, run) => sum + durationOf(run), 0),
    why: steps
      .map(reasonOf)
      .filter((reason) => reason !== undefined)
      .join('; '),
    workflows: runs.map(({ id }) => `run:${id}`),
    differences: compare(scenario.expected, { path, reachedBy, messages, requestsToMeta }),
  };
}

async function readRuns({ store }: Local, personId: string): Promise<ExplainedRun[]> {
  const rows = await store
    .selectFrom('run')
    .select('id')
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
  const explained = await Promise.all(rows.map(({ id }) => explainRun(store, id)));
  return explained.filter((run) => run !== undefined);
}

/** The message of a step got as far as its author asked. */
function isReached({ message, outcome }: ExplainedStep): boolean {
  return (
    message !== null &&
    (outcome === message.awaits || message.reached === 'delivered' || message.reached === 'read')
  );
}

function reasonOf(step: ExplainedStep): string | undefined {
  const words = wordsFor(step);
  return words === undefined ? undefined : `${step.node}: ${words}`;
}

function wordsFor({
  outcome,
  code,
  policy,
  attempted,
  message,
  enteredAt,
}: ExplainedStep): string | undefined {
  if (policy === 'exit-rule') return 'ended at once by an exit rule';
  if (policy !== null && attempted === false) {
    return `held back by policy ${policy}${code === null ? '' : ` (${code} remembered)`}`;
  }
  if (code !== null) return `the provider said ${code} after its 200`;
  if (outcome === 'silent') return 'accepted, then no evidence in time';
  if (outcome === 'timeout') return 'nothing happened in time';
  const [first] = message?.attempts ?? [];
  if (first?.state === 'unknown') return 'the answer was lost; evidence proved it, nothing was sent twice';
  const waitedMs = first === undefined ? 0 : Date.parse(first.startedAt) - Date.parse(enteredAt);
  return waitedMs < 60_000 ? undefined : `waited ${toWords(waitedMs)} at the gate, then sent at once`;
}

function durationOf({ path }: ExplainedRun): number {
  const entered = path[0]?.enteredAt;
  const settled = path.at(-1)?.settledAt;
  return entered && settled ? Date.parse(settled) - Date.parse(entered) : 0;
}

function readMessages({ phone, person }: Scenario, { meta, sms, smtp }: Local): DemoRun['messages'] {
  return [
    ...meta.messages(phone).map(({ text }) => ({ channel: 'whatsapp', text })),
    ...sms.received(phone).map(({ text }) => ({ channel: 'sms', text })),
    ...smtp
      .received(`demo-${person.slice(0, 2)}@people.example`)
      .map(({ subject }) => ({ channel: 'email', text: subject })),
  ];
}

function compare(
  expected: Expected,
  actual: Pick<DemoRun, 'path' | 'reachedBy' | 'messages'> & { readonly requestsToMeta: number },
): readonly string[] {
  const count = (channel: string) => actual.messages.filter((message) => message.channel === channel).length;
  const pairs: [string, string, string][] = [
    ['path', expected.path.join(' '), actual.path.map(({ node, outcome }) => `${node}→${outcome}`).join(' ')],
    ['reached by', expected.reachedBy, actual.reachedBy],
    // Never a request that is not a message: no second try, none at all to whom it would be in vain.
    ['requests to Meta', String(expected.messages.whatsapp), String(actual.requestsToMeta)],
    ...Object.entries(expected.messages).map(([channel, wanted]): [string, string, string] => [
      `messages by ${channel}`,
      String(wanted),
      String(count(channel)),
    ]),
  ];
  return pairs
    .filter(([, wanted, got]) => wanted !== got)
    .map(([what, wanted, got]) => `${what}: expected ${wanted}, got ${got}`);
}
