// The trace of a rehearsed run, in the simulator's shape: what the workflow's path, the ledger and the emulated providers
// know, in the order of the run's clock.

import type { Channel, OutgoingMessage } from '../../messaging/message.ts';
import type { TracedStep, TraceEntry } from '../../simulator/trace.ts';
import { readRunPath } from '../../store/run-path.ts';
import type { Local } from '../start-local.ts';
import { toGateEntries } from './gate-entries.ts';
import type { Actor } from './stage.ts';

export interface RehearsedTrace {
  readonly steps: readonly TracedStep[];
  readonly trace: readonly TraceEntry[];
}

/** @param noted what only the player saw: rests, evidence, and what came from outside */
export async function readTrace(
  local: Local,
  runId: string,
  { person, noted }: { readonly person: Actor; readonly noted: readonly TraceEntry[] },
): Promise<RehearsedTrace> {
  const [path, recorded] = await Promise.all([local.runs.path(runId), readRunPath(local.store, runId)]);
  const settled = joinSteps(recorded.steps, path);
  const steps = settled.map(
    ({ node, visit, outcome, attempted, code, policy }): TracedStep => ({
      ...{ node, visit, outcome },
      ...(attempted === undefined ? {} : { attempted }),
      ...(code === undefined ? {} : { code }),
      ...(policy === undefined ? {} : { policy }),
    }),
  );
  const entries: TraceEntry[] = settled.flatMap((entry, index) => [
    { at: entry.entered, kind: 'entered' as const, node: entry.node, visit: entry.visit },
    { at: entry.settled, kind: 'settled' as const, ...(steps[index] as TracedStep) },
  ]);
  const run = await local.store
    .selectFrom('run')
    .select('outcome')
    .where('id', '=', runId)
    .executeTakeFirst();
  const endedAt = settled.at(-1)?.settled;
  const ended: TraceEntry[] =
    run?.outcome == null || endedAt === undefined
      ? []
      : [{ at: endedAt, kind: 'ended', outcome: run.outcome }];
  const messages = toMessages(recorded, collectContents(local, person));
  const settledAt = new Map(
    settled.flatMap(({ send, settled: at }) => (send === undefined ? [] : [[send, at]])),
  );
  const decisions = toGateEntries(recorded, settledAt);
  const all = [...entries, ...decisions, ...messages, ...markLate(noted, settled), ...ended];
  return { steps, trace: inOrder(all) };
}

type Recorded = Awaited<ReturnType<typeof readRunPath>>;
type Path = Awaited<ReturnType<Local['runs']['path']>>;
type Settled = Path[number] & { readonly outcome: string; readonly settled: number };

/** The journal has every step; the workflow knows the last ones, also those that are not written yet. */
function joinSteps(steps: Recorded['steps'], path: Path): readonly Settled[] {
  const written = steps.flatMap(toSettled);
  const known = new Set(written.map(toVisit));
  const unwritten = path.flatMap((entry) => {
    const { outcome, settled = entry.entered } = entry;
    return outcome === undefined || known.has(toVisit(entry)) ? [] : [{ ...entry, outcome, settled }];
  });
  return [...written, ...unwritten];
}

function toVisit({ node, visit }: Pick<Settled, 'node' | 'visit'>): string {
  return `${node}#${visit}`;
}

function toSettled(step: Recorded['steps'][number]): readonly Settled[] {
  const { node, visit, entered_at, outcome, settled_at, attempted, code, policy, send_id } = step;
  if (outcome === null || settled_at === null) return [];
  const entered = entered_at.getTime();
  return [
    {
      ...{ node, visit, entered, outcome, settled: settled_at.getTime() },
      ...(attempted === null ? {} : { attempted }),
      ...(code === null ? {} : { code }),
      ...(policy === null ? {} : { policy }),
      ...(send_id === null ? {} : { send: send_id }),
    },
  ];
}

/** What reached the providers, oldest first, by channel. */
function collectContents({ meta, sms, smtp }: Local, { phone, email }: Actor) {
  const whatsapp = (phone === undefined ? [] : meta.messages(phone)).map(
    ({ template, text }): OutgoingMessage => ({
      channel: 'whatsapp',
      form: template === undefined ? 'free-form' : 'template',
      body:
        template === undefined
          ? { type: 'text', text: { body: text } }
          : { type: 'template', template: { name: template, language: { code: '' } } },
    }),
  );
  const bySms = (phone === undefined ? [] : sms.received(phone)).map(
    ({ text }): OutgoingMessage => ({ channel: 'sms', text }),
  );
  const byMail = (email === undefined ? [] : smtp.received(email)).map(
    ({ subject, html = '', text }): OutgoingMessage => ({
      channel: 'email',
      subject,
      html,
      ...(text === undefined ? {} : { text }),
    }),
  );
  return new Map<Channel, OutgoingMessage[]>([
    ['whatsapp', whatsapp],
    ['sms', bySms],
    ['email', byMail],
  ]);
}

function toMessages({ sends, attempts }: Recorded, contents: Map<Channel, OutgoingMessage[]>): TraceEntry[] {
  return attempts.flatMap((attempt): TraceEntry[] => {
    const send = sends.find(({ id }) => id === attempt.send_id);
    if (send === undefined) return [];
    const isTaken = attempt.state === 'accepted' || attempt.state === 'unknown';
    const message = isTaken ? contents.get(send.channel)?.shift() : undefined;
    if (message === undefined) return [];
    return [
      {
        ...{ at: attempt.started_at.getTime(), kind: 'message', node: send.node, send: send.id },
        ...{ category: send.category, message, answer: answerOf(attempt, send.state) },
      },
    ];
  });
}

function answerOf({ state, code }: Recorded['attempts'][number], sendState: string): string {
  if (state === 'unknown') return 'lost';
  if (state === 'refused') return `refused ${code ?? ''}`.trim();
  return sendState === 'held' ? 'held' : 'accepted';
}

/** Evidence of messages that the run had left behind. */
function markLate(noted: readonly TraceEntry[], path: readonly Settled[]): TraceEntry[] {
  return noted.map((entry) => {
    if (entry.kind !== 'evidence') return entry;
    const settled = path.find(({ send }) => send === entry.send)?.settled;
    return settled !== undefined && settled < entry.at ? { ...entry, late: true } : entry;
  });
}

/** What is told of one instant, in the order it happens. */
const ranks: { readonly [kind in TraceEntry['kind']]: number } = {
  heard: 0,
  evidence: 1,
  changed: 2,
  settled: 2,
  entered: 3,
  gate: 4,
  message: 5,
  waiting: 6,
  ended: 7,
};

/** By time; entries of one kind keep their order. Steps that took no time come one after the other, whole. */
function inOrder(entries: readonly TraceEntry[]): TraceEntry[] {
  const steps = entries.filter(({ kind }) => kind === 'entered' || kind === 'settled');
  const others = entries.filter(({ kind }) => kind !== 'entered' && kind !== 'settled');
  const placed = others.toSorted((left, right) => left.at - right.at || ranks[left.kind] - ranks[right.kind]);
  const merged: TraceEntry[] = [];
  for (const step of steps) {
    while (placed[0] !== undefined && isBefore(placed[0], step)) merged.push(placed.shift() as TraceEntry);
    merged.push(step);
  }
  return [...merged, ...placed];
}

function isBefore(entry: TraceEntry, step: TraceEntry): boolean {
  if (entry.at !== step.at) return entry.at < step.at;
  if (step.kind !== 'settled') return ranks[entry.kind] < ranks.entered;
  return entry.kind !== 'waiting' && entry.kind !== 'ended' && !('node' in entry && entry.node !== step.node);
}
