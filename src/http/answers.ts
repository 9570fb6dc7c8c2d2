// What the API answers, as types: for routes, which make it, and for clients, which may import nothing else of this
// folder. Instants are ISO 8601.

import type { Definition } from '../journey/definition.ts';
import type { Name } from '../journey/fields.ts';
import type { TemplateInfo } from '../journey/surroundings.ts';
import type { ExplainedRun } from '../runs/explain.ts';
import type { Hold } from '../runs/find-holds.ts';
import type { ProblemItem } from './problem.ts';

export interface PublishAnswer {
  readonly id: string;
  readonly hash: string;
  /** Absent in a dry run. */
  readonly version?: number;
  /** False where the newest version means the same; absent in a dry run. */
  readonly created?: boolean;
  readonly warnings: readonly ProblemItem[];
}

/** How people come in. */
export type EntryKind = 'event' | 'api' | 'campaign' | 'inbound' | 'schedule';

export interface JourneySummary {
  readonly id: string;
  readonly name: Name;
  readonly version: number;
  readonly hash: string;
  readonly entry: EntryKind;
  readonly publishedAt: string;
}

export interface JourneyListAnswer {
  readonly journeys: readonly JourneySummary[];
}

export interface JourneyAnswer extends JourneySummary {
  /** As its author wrote it, comments and all: what a draft begins from. */
  readonly source: string;
  readonly definition: Definition;
}

export type RunStateWord = ExplainedRun['state'];

export interface RunSummary {
  readonly id: string;
  readonly journey: string;
  readonly version: number;
  /** The person's external id. */
  readonly person: string;
  readonly key: string;
  readonly state: RunStateWord;
  readonly outcome: string | null;
  /** The node entered last, as far as the journal knows. */
  readonly node: string | null;
  readonly createdAt: string;
  readonly closedAt: string | null;
}

export interface RunListAnswer {
  readonly runs: readonly RunSummary[];
  /** Give it as `cursor` for the next page; absent on the last. */
  readonly next?: string;
}

/** What a live run rests in, as the workflow itself says. */
export interface RunWaiting {
  readonly node: string;
  readonly visit: number;
  /** The inside state: `awaiting`, `held`, `parked`, `reconciling`, `waiting` … */
  readonly state: string;
  /** When it goes on by itself, on the run's clock. */
  readonly until: string | null;
}

export interface RunAnswer extends ExplainedRun {
  /** The person's external id. */
  readonly person: string;
  /** How far the person's clock is ahead of real time: not 0 in rehearsals. */
  readonly clockOffsetMs: number;
  /** What keeps WhatsApp messages from this person just now, learnt from Meta's refusals; until when is in the facts. */
  readonly holds: readonly Hold[];
  /** Absent where the run is over, not started yet, or the workflow engine does not answer. */
  readonly waiting?: RunWaiting;
  /** The run's workflow in the Temporal UI, where its address is configured. */
  readonly link?: string;
}

export interface PersonAnswer {
  readonly id: string;
  readonly externalId: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly locale: string | null;
  readonly timeZone: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly consents: readonly {
    readonly channel: string;
    readonly topic: string;
    readonly state: 'in' | 'out';
    readonly source: string;
    readonly businessName: string | null;
    readonly at: string;
  }[];
  /** The newest runs. */
  readonly runs: readonly RunSummary[];
}

export interface SavedPersonAnswer {
  readonly id: string;
  readonly externalId: string;
}

export interface EventAnswer {
  readonly event: string;
}

export interface StartAnswer {
  readonly run: string;
}

export interface SenderSummary {
  readonly id: string;
  readonly channel: string;
  /** What journeys call it. */
  readonly name: string;
  /** False where the configuration has it no more. */
  readonly active: boolean;
  /** The provider's id of the number, the SMS number or the From address. */
  readonly providerId: string;
  readonly accountId: string | null;
  readonly portfolioId: string | null;
  /** What Meta last showed of the number: its digits and Meta's words; null while it was not asked. */
  readonly shown: {
    readonly phone: string | null;
    readonly health: string | null;
    readonly quality: string | null;
  };
  readonly rate: {
    /** Messages a second that Meta allows the number, in and out. */
    readonly perSecond: number;
    /** What goes out at most just now. */
    readonly now: number;
    readonly inboundPerSecond: number;
    /** When it was last slowed down for having been too fast. */
    readonly slowedAt: string | null;
  };
  /** People that the portfolio wrote to in 24 hours; a limit of -1 is none, null is not known. */
  readonly people: { readonly limit: number | null; readonly today: number };
  /** What holds just now. */
  readonly restrictions: readonly SenderRestriction[];
  /** Messages that wait at the gate, by the policy that holds them. */
  readonly parked: { readonly [policy: string]: number };
}

export interface SenderRestriction {
  readonly scope: 'account' | 'sender';
  readonly kind: string;
  /** Of a country: its calling code. */
  readonly detail: string;
  readonly reason: string;
  readonly since: string;
  /** Null until somebody lifts it. */
  readonly until: string | null;
}

export interface SenderListAnswer {
  readonly senders: readonly SenderSummary[];
}

export interface SenderAnswer extends SenderSummary {
  /** Newest first. */
  readonly notices: readonly {
    readonly scope: 'account' | 'sender';
    readonly event: string;
    readonly severity: 'info' | 'warning' | 'critical';
    readonly facts: Readonly<Record<string, string>>;
    readonly at: string;
  }[];
}

export interface AcknowledgeAnswer {
  readonly lifted: readonly { readonly kind: string; readonly reason: string }[];
  /** Messages that waited and are let out now, and how many seconds that takes. */
  readonly sends: number;
  readonly seconds: number;
}

/** A template as Meta has it. */
export interface TemplateSummary
  extends Omit<TemplateInfo, 'category' | 'status' | 'quality' | 'components'> {
  /** WhatsApp business account. */
  readonly account: string;
  readonly category: string;
  readonly previousCategory: string | null;
  /** What Meta has announced that it will be. */
  readonly announcedCategory: string | null;
  /** Meta's word; null while nobody told. */
  readonly status: string | null;
  readonly statusAt: string | null;
  readonly reason: string | null;
  /** What that means to messages: they go out, wait, or are refused. */
  readonly state: 'sendable' | 'passing' | 'gone';
  readonly quality: string | null;
  readonly components: readonly { readonly type: string; readonly text?: string | undefined }[];
  readonly syncedAt: string | null;
}

export interface TemplateListAnswer {
  readonly templates: readonly TemplateSummary[];
  /** When each account's list was read, is read again, and what stopped the last try. */
  readonly syncs: readonly {
    readonly account: string;
    readonly syncedAt: string | null;
    readonly nextAt: string;
    readonly error: string | null;
  }[];
}

export type TemplateSyncOutcome = { readonly account: string } & (
  | { readonly state: 'synced'; readonly listed: number; readonly changed: number; readonly gone: number }
  | { readonly state: 'busy' }
  | { readonly state: 'waiting'; readonly until: string }
  | { readonly state: 'failed'; readonly code: string; readonly until: string }
);

export interface TemplateSyncAnswer {
  readonly accounts: readonly TemplateSyncOutcome[];
}

/** How the first people of a node fared. */
export interface CanaryAnswer {
  readonly node: string;
  readonly version: number;
  readonly state: 'counting' | 'open' | 'stopped';
  readonly first: number;
  readonly atLeast: number;
  readonly admitted: number;
  readonly delivered: number;
  readonly failed: number;
  readonly decideAt: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: 'evidence' | 'time' | 'operator' | null;
}

export interface CanaryListAnswer {
  readonly canaries: readonly CanaryAnswer[];
}

export interface CanaryDecisionAnswer extends CanaryAnswer {
  /** How many messages ask the gate again. */
  readonly woken: number;
}
