// A typed client of Jornada's HTTP API, shared by the command line and the canvas: it stands on `fetch` alone, which
// Node (undici) and browsers bring. Every method rejects with `ProblemError` or `UnreachableError`, nothing else.

import type { JourneyAnswer, JourneyListAnswer, PublishAnswer } from '../http/answers/journeys.ts';
import type { EventAnswer, PersonAnswer, SavedPersonAnswer } from '../http/answers/people.ts';
import type { RunAnswer, RunListAnswer, RunStateWord, StartAnswer } from '../http/answers/runs.ts';
import type { AcknowledgeAnswer, SenderAnswer, SenderListAnswer } from '../http/answers/senders.ts';
import type { TemplateListAnswer, TemplateSyncAnswer } from '../http/answers/templates.ts';
import { createDesignCalls, type DesignCalls } from './design-calls.ts';
import { createDraftCalls, type DraftCalls } from './draft-calls.ts';
import { createLiveCalls, type LiveCalls } from './live-calls.ts';
import { createSender, type SenderOptions } from './send-request.ts';
import { createSessionCalls, type SessionCalls } from './session-calls.ts';
import { toQuery } from './to-query.ts';

/** What callers may name of the answers. */
export type { JourneyAnswer, JourneySummary } from '../http/answers/journeys.ts';
export type { PersonAnswer } from '../http/answers/people.ts';
export type { RunAnswer, RunStateWord, RunSummary } from '../http/answers/runs.ts';
export type { SenderSummary } from '../http/answers/senders.ts';
export type { TemplateSummary } from '../http/answers/templates.ts';

export type ClientOptions = SenderOptions;

type Data = { readonly [name: string]: unknown };

/** A person as `POST /v1/people` takes it: a field left out keeps what is stored, null clears it. */
export interface PersonFields {
  readonly externalId: string;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly locale?: string | null;
  readonly timeZone?: string;
  readonly attributes?: Data;
  readonly consents?: readonly {
    readonly channel: 'whatsapp' | 'sms' | 'email';
    readonly topic?: string;
    readonly state: 'in' | 'out';
    readonly source: string;
    readonly businessName?: string;
    readonly at?: string;
  }[];
}

export interface EventFields {
  /** External id. */
  readonly person: string;
  readonly event: string;
  /** Sent twice, it counts once. */
  readonly id?: string;
  readonly data?: Data;
}

export interface StartFields {
  /** External id. */
  readonly person: string;
  readonly event?: Data;
  readonly key?: string;
  /** The person gets a clock of their own, so that time can be skipped; only where the server can. */
  readonly rehearse?: boolean;
}

export interface RunQuery {
  readonly journey?: string | undefined;
  readonly person?: string | undefined;
  readonly state?: RunStateWord | undefined;
  readonly version?: number | undefined;
  /** How it ended. */
  readonly outcome?: string | undefined;
  /** A node that it has come to. */
  readonly node?: string | undefined;
  /** With `node`: how a visit of it ended, any of these words; null: the run is in it now. */
  readonly left?: readonly string[] | null | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export interface Client extends SessionCalls, LiveCalls, DraftCalls, DesignCalls {
  /** Publishes a journey from its own text, so that problems come with lines and columns. */
  publish(source: string | Uint8Array, options?: { readonly dryRun?: boolean }): Promise<PublishAnswer>;
  journeys(): Promise<JourneyListAnswer>;
  /** The newest version unless a number is given. */
  journey(id: string, version?: number): Promise<JourneyAnswer>;
  savePerson(person: PersonFields): Promise<SavedPersonAnswer>;
  /** By external id, with the newest runs. */
  person(externalId: string): Promise<PersonAnswer>;
  sendEvent(event: EventFields): Promise<EventAnswer>;
  start(journey: string, start: StartFields): Promise<StartAnswer>;
  runs(query?: RunQuery): Promise<RunListAnswer>;
  run(id: string): Promise<RunAnswer>;
  templates(): Promise<TemplateListAnswer>;
  /** Lists them at Meta now. */
  syncTemplates(): Promise<TemplateSyncAnswer>;
  senders(): Promise<SenderListAnswer>;
  /** With what Meta has told about it. */
  sender(id: string): Promise<SenderAnswer>;
  /** Lets a stopped sender go on; who waited is let out at so many a second. */
  acknowledgeSender(id: string, fields: { readonly perSecond: number }): Promise<AcknowledgeAnswer>;
}

export function createClient(options: ClientOptions): Client {
  const send = createSender(options);
  const get = <Answer>(path: string) => send<Answer>('GET', path);
  const post = <Answer>(path: string, body: unknown) =>
    send<Answer>('POST', path, { body: JSON.stringify(body) });
  return {
    ...createSessionCalls(send),
    ...createLiveCalls(send),
    ...createDraftCalls(send),
    ...createDesignCalls(send),
    publish: (source, { dryRun = false } = {}) =>
      send('POST', `/v1/journeys${dryRun ? '?dryRun=true' : ''}`, { body: source }),
    journeys: () => get('/v1/journeys'),
    journey: (id, version) =>
      get(`/v1/journeys/${encodeURIComponent(id)}${version === undefined ? '' : `/versions/${version}`}`),
    savePerson: (person) => post('/v1/people', person),
    person: (externalId) => get(`/v1/people/${encodeURIComponent(externalId)}`),
    sendEvent: (event) => post('/v1/events', event),
    start: (journey, start) => post(`/v1/journeys/${encodeURIComponent(journey)}/runs`, start),
    runs: ({ left, ...query } = {}) =>
      get(`/v1/runs${toQuery({ ...query, left: left === null ? '' : left?.join(',') })}`),
    run: (id) => get(`/v1/runs/${encodeURIComponent(id)}`),
    templates: () => get('/v1/templates'),
    syncTemplates: () => send('POST', '/v1/templates/sync'),
    senders: () => get('/v1/senders'),
    sender: (id) => get(`/v1/senders/${encodeURIComponent(id)}`),
    acknowledgeSender: (id, fields) => post(`/v1/senders/${encodeURIComponent(id)}/acknowledge`, fields),
  };
}
