// What operators see of a run in the Temporal UI: search attributes, current details, the `state` query.
// In the journey's own words, without personal data; upserted once per sleep of over a minute, and at the close,
// because each upsert costs a history event.

import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { contextOf, type Run } from '../src/machine/driver.ts';
import type { JournalEntry } from '../src/machine/machine.ts';
import type { EpochMs } from '../src/machine/vocabulary.ts';
import type { RunView } from './messages.ts';

const nodeKey = { name: 'Node', type: 'KEYWORD' } as const;
const waitingKey = { name: 'Waiting', type: 'KEYWORD' } as const;
const channelKey = { name: 'Channel', type: 'KEYWORD' } as const;
const senderKey = { name: 'Sender', type: 'KEYWORD' } as const;
const outcomeKey = { name: 'Outcome', type: 'KEYWORD' } as const;

const sleepWorthSayingMs = 60_000;

/** Where the run is and what it waits for. */
export function viewOf(
  run: Run,
  { now, isAsking = false }: { readonly now: EpochMs; readonly isAsking?: boolean },
): RunView {
  const { node, visits, ended } = contextOf(run);
  const due = nextDue(run);
  return {
    node,
    visit: visits[node] ?? 1,
    state: isAsking ? 'asking' : insideState(run),
    now,
    ...(due === undefined ? {} : { due }),
    ...(ended === undefined ? {} : { ended }),
  };
}

/** The node in hand as a journal entry without an outcome yet. */
export function presentEntry(run: Run): JournalEntry {
  const { node, visits, entered } = contextOf(run);
  return { node, visit: visits[node] ?? 1, entered };
}

export class Presentation {
  #said = '';
  #sender = '';

  /** Tells where the run rests; true when it is worth a journal entry: a new rest of more than a minute. */
  fallAsleep(
    run: Run,
    { now, path }: { readonly now: EpochMs; readonly path: readonly JournalEntry[] },
  ): boolean {
    const { node, visit, state, due } = viewOf(run, { now });
    setCurrentDetails(details({ node, state, due, path }));
    const rest = `${node}#${visit} ${state}`;
    if (rest === this.#said || (due !== undefined && due - now <= sleepWorthSayingMs)) return false;
    this.#said = rest;
    upsertSearchAttributes([
      { key: nodeKey, value: node },
      { key: waitingKey, value: waitingWords[state] ?? state },
      ...this.#route(run),
    ]);
    return true;
  }

  /** Channel and sender of the message in hand, once for each sender. */
  #route(run: Run) {
    const { via } = contextOf(run);
    if (via === undefined || via.sender === this.#sender) return [];
    this.#sender = via.sender;
    return [
      { key: channelKey, value: via.channel },
      { key: senderKey, value: via.sender },
    ];
  }

  /** Tells how the run ended, and returns it. */
  close(run: Run): string {
    const outcome = contextOf(run).ended ?? 'done';
    setCurrentDetails(`Ended: **${outcome}**`);
    upsertSearchAttributes([{ key: outcomeKey, value: outcome }]);
    return outcome;
  }
}

/** Values of the search attribute `Waiting`; durable. */
const waitingWords: Readonly<Record<string, string>> = {
  awaiting: 'evidence',
  held: 'release',
  parked: 'gate',
  reconciling: 'proof',
  waiting: 'time',
};

const waitsFor: Readonly<Record<string, string>> = {
  awaiting: 'evidence from the provider',
  held: 'the release of a held template',
  parked: 'the gate to open',
  reconciling: 'evidence whether the message was sent',
  waiting: 'an event, or time',
};

interface Details {
  readonly node: string;
  readonly state: string;
  readonly due: EpochMs | undefined;
  readonly path: readonly JournalEntry[];
}

function details({ node, state, due, path }: Details): string {
  const until = due === undefined ? '' : ` until ${toMinute(due)}`;
  const before = path.slice(-5).map((step) => `${step.node} → ${step.outcome}`);
  const past = before.length === 0 ? '' : `\n\nBefore: ${before.join(', ')}.`;
  return `In **${node}**, waiting for ${waitsFor[state] ?? state}${until}.${past}`;
}

/** `2026-11-25 14:00 UTC`. */
function toMinute(at: EpochMs): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function nextDue(run: Run): EpochMs | undefined {
  return run.timers.length === 0 ? undefined : Math.min(...run.timers.map(({ dueAt }) => dueAt));
}

/** The innermost state's name: `awaiting` of `{ call: { offer: 'awaiting' } }`. */
function insideState(run: Run): string {
  let inner: unknown = run.snapshot.value;
  while (typeof inner === 'object' && inner !== null) inner = Object.values(inner)[0];
  return String(inner);
}
