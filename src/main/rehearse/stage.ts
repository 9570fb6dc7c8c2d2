// One person's run on the real engine, as somebody who plays a script sees it: where it rests, what the world does to it,
// and time, which passes for this person alone. What the providers answer is decided message by message.

import { createRehearsal, type Rehearsal } from '../../runs/rehearsal.ts';
import { RunNotRunningError } from '../../runs/temporal-errors.ts';
import { toReplyStatus } from '../../simulator/failure-of.ts';
import type { WorldAction } from '../../simulator/simulation.ts';
import { findPerson } from '../../store/people.ts';
import { untilSettled } from '../settled.ts';
import type { Local } from '../start-local.ts';
import { listMessages, type PostedMessage } from './posted-messages.ts';

/** What a provider answers to a message. */
export type ProviderAnswer = { readonly refuse: string | number } | 'accept' | 'hold' | 'lose';

export interface Actor {
  /** Our id. */
  readonly id: string;
  readonly externalId: string;
  readonly phone: string | undefined;
  readonly email: string | undefined;
}

export interface StageOptions {
  readonly local: Local;
  readonly person: Actor;
  /** Where the person's clock stands at the start, epoch ms. */
  readonly startAt: number;
  /** Asked at every message that is posted to this person. */
  readonly answer: () => ProviderAnswer;
}

/** Where the run rests. */
export interface StageRest {
  readonly node: string;
  readonly visit: number;
  /** The inside state: `awaiting`, `held`, `parked`, `reconciling`, `waiting` … */
  readonly state: string;
  /** When it goes on by itself, on the run's clock, epoch ms. */
  readonly due?: number;
}

export class Stage {
  readonly #options: StageOptions;
  readonly #rehearsal: Rehearsal;
  #runId = '';
  #startedAt = 0;

  constructor(options: StageOptions) {
    const { local, person } = options;
    this.#options = options;
    this.#rehearsal = createRehearsal({
      client: local.client,
      store: local.store,
      runs: local.runs,
      onOffset: async (_id, offsetMs) => {
        if (person.phone !== undefined) local.meta.setClockOffset(person.phone, offsetMs);
      },
      settled: () => this.settled(),
    });
    followProviders(options);
  }

  get runId(): string {
    return this.#runId;
  }

  /** Moves the clock, starts the run by API and waits for its first rest. */
  async enter(journey: string, { event, key }: { readonly event: object; readonly key: string | undefined }) {
    const { local, person, startAt } = this.#options;
    await this.#rehearsal.moveTo(person.id, startAt);
    this.#startedAt = Date.now();
    const { run } = await local.api.start(journey, {
      person: person.externalId,
      event: event as Record<string, unknown>,
      ...(key === undefined ? {} : { key }),
    });
    this.#runId = run;
    await this.settled();
  }

  /** The person's clock, epoch ms. */
  async now(): Promise<number> {
    const person = await findPerson(this.#options.local.store, this.#options.person.id);
    return Date.now() + (person?.clockOffsetMs ?? 0);
  }

  /** Undefined once the run is over. */
  async rest(): Promise<StageRest | undefined> {
    try {
      const { node, visit, state, due, ended } = await this.#options.local.runs.state(this.#runId);
      if (ended !== undefined) return undefined;
      return { node, visit, state, ...(due === undefined ? {} : { due }) };
    } catch (error) {
      if (error instanceof RunNotRunningError) return undefined;
      throw error;
    }
  }

  /** Lets time pass up to an instant of the person's clock; what is due until then happens. */
  async advanceTo(at: number): Promise<void> {
    const leftMs = at - (await this.now());
    if (leftMs > 0) await this.#rehearsal.advance(this.#options.person.id, leftMs);
    // A timer set a moment late, by what the machine took, still belongs to this instant.
    for (
      let late = await this.#dueWithin(this.#slackMs());
      late > 0;
      late = await this.#dueWithin(this.#slackMs())
    ) {
      await this.#rehearsal.advance(this.#options.person.id, late);
    }
  }

  /** WhatsApp messages of this run that have left, newest last. */
  messages(): Promise<readonly PostedMessage[]> {
    return listMessages(this.#options.local, this.#options.person.phone, this.#runId);
  }

  /** A status webhook about a WhatsApp message. */
  async report(
    wamid: string | undefined,
    status: 'delivered' | 'read' | 'failed',
    code?: number,
  ): Promise<void> {
    if (wamid === undefined) return;
    this.#options.local.meta.report(wamid, { status, ...(code === undefined ? {} : { code }) });
    await this.settled();
  }

  /** The person writes: an answer to the newest message, if there is one. */
  async write(text: string): Promise<void> {
    const { local, person } = this.#options;
    if (person.phone === undefined) return;
    local.meta.reply(person.phone, text);
    await this.settled();
  }

  /** The person taps a button or row of a message. Meets nothing where none has it. */
  async tap(id: string, node: string | undefined): Promise<void> {
    const { local, person } = this.#options;
    const { phone } = person;
    if (phone === undefined) return;
    const mine = new Map((await this.messages()).map((message) => [message.wamid, message.node]));
    const tapped = local.meta.messages(phone).findLast(({ wamid, choices = [] }) => {
      const of = mine.get(wamid);
      return of !== undefined && (node === undefined || of === node) && choices.some((one) => one.id === id);
    });
    if (tapped === undefined) return;
    local.meta.tap(phone, id, tapped.wamid);
    await this.settled();
  }

  async tell({ event, data }: Extract<WorldAction, { event: string }>): Promise<void> {
    const { local, person } = this.#options;
    await local.api.sendEvent({ person: person.externalId, event, ...(data === undefined ? {} : { data }) });
    await this.settled();
  }

  /** Meets nothing where the run is over. */
  async exit(as: string): Promise<void> {
    try {
      await this.#options.local.runs.exit(this.#runId, as);
    } catch (error) {
      if (!(error instanceof RunNotRunningError)) throw error;
    }
    await this.settled();
  }

  settled(): Promise<void> {
    return untilSettled(this.#options.local, this.#options.person.id);
  }

  /** Time until the run goes on by itself, where that is no more than this; else 0. */
  async #dueWithin(slackMs: number): Promise<number> {
    const due = (await this.rest())?.due;
    const dueInMs = due === undefined ? Number.POSITIVE_INFINITY : Math.ceil(due - (await this.now()));
    return dueInMs <= slackMs ? Math.max(1, dueInMs) : 0;
  }

  /** Instants closer than the real time that has passed can't be told apart. */
  #slackMs(): number {
    return Date.now() - this.#startedAt + 1_000;
  }
}

/** Nothing is heard of an accepted message unless the script says so. */
function followProviders({ local, person, answer }: StageOptions): void {
  const { phone, email } = person;
  if (phone !== undefined) {
    local.meta.follow(phone, () => {
      const given = answer();
      if (given === 'accept') return { do: 'silence' };
      if (given === 'hold') return { do: 'hold' };
      if (given === 'lose') return { do: 'reset-after-accept', fate: { do: 'silence' } };
      return { do: 'refuse', code: Number(given.refuse) };
    });
    local.sms.follow(phone, () => {
      const given = answer();
      if (given === 'lose') return { do: 'reset' };
      return typeof given === 'string' ? { do: 'accept' } : { do: 'refuse', code: Number(given.refuse) };
    });
  }
  if (email !== undefined) {
    local.smtp.follow(email, () => {
      const given = answer();
      if (given === 'lose') return { do: 'lose' };
      return typeof given === 'string'
        ? { do: 'accept' }
        : { do: 'reject', smtpCode: toReplyStatus(String(given.refuse)) };
    });
  }
}
