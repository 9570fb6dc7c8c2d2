// How a draft saves itself, as a pure machine: what the author has written, what the server is known to hold, and what is
// on its way between the two. Two laws: no text of an author is lost, and none of another's is written over unseen.

import { hashJson } from '../../journey/hash.ts';

/** What the author's text stands on: what they have seen of the server. */
export interface Standing {
  /** Undefined where the server has no draft yet. */
  readonly revision: number | undefined;
  readonly text: string;
  /** The version that the draft was begun from or last published as. */
  readonly baseVersion: number | null;
}

/** A draft as the server has it. */
export interface ServerDraft {
  readonly revision: number;
  readonly source: string;
  readonly baseVersion: number | null;
  readonly updatedAt: string;
}

export interface Flight {
  /** Tells the answers of several attempts apart. */
  readonly number: number;
  readonly text: string;
}

/** Why saves don't get through: nothing answers, nobody is signed in, or the server says no to this text. */
export type Trouble =
  | { readonly kind: 'unreachable' | 'expired' }
  | { readonly kind: 'refused'; readonly text: string; readonly detail: string; readonly hint: string };

export interface Saving {
  /** The author's newest. */
  readonly text: string;
  readonly standing: Standing;
  readonly flight?: Flight;
  /** Attempts so far. */
  readonly flights: number;
  /** Fingerprints of texts that were sent on this standing without a known answer: one of them may have been stored. */
  readonly unanswered: readonly string[];
  readonly trouble?: Trouble;
  /** Another author's, not seen yet. Nothing is saved until the author has decided. */
  readonly conflict?: ServerDraft;
  /** ISO 8601, of what the server holds. */
  readonly savedAt?: string;
}

export type SavingEvent =
  | { readonly type: 'edited'; readonly text: string }
  /** The pause after typing is over, or it is time to try again. */
  | { readonly type: 'due' }
  | { readonly type: 'saved'; readonly number: number; readonly text: string; readonly draft: ServerDraft }
  | { readonly type: 'stale'; readonly number: number; readonly current: ServerDraft }
  | { readonly type: 'failed'; readonly number: number; readonly trouble: Trouble }
  /** There is no draft any more to save to. */
  | { readonly type: 'gone'; readonly number: number }
  /** The server was looked at after so many flights; undefined: it has no draft of this journey. */
  | { readonly type: 'seen'; readonly draft: ServerDraft | undefined; readonly flights: number }
  /** The author has seen `on` and decided what is to stand. */
  | { readonly type: 'resolved'; readonly text: string; readonly on: ServerDraft }
  /** Published: the draft stays, its base moves. */
  | { readonly type: 'published'; readonly revision: number; readonly version: number };

/** More than can be on their way; beyond it an own save could be taken for another author's, and is asked about. */
const unansweredLimit = 50;

export function beginSaving(standing: Standing, rest: Partial<Saving> = {}): Saving {
  return { text: standing.text, standing, flights: 0, unanswered: [], ...rest };
}

/** Whether the server may hold something else than the author has written. */
export function isDirty({ text, standing, unanswered }: Saving): boolean {
  return text !== standing.text || unanswered.length > 0;
}

/** Whether a save should be tried, now or after a pause. */
export function wantsSave(saving: Saving): boolean {
  const { flight, conflict, trouble, text } = saving;
  if (flight !== undefined || conflict !== undefined || !isDirty(saving)) return false;
  return trouble?.kind !== 'refused' || trouble.text !== text;
}

export function fingerprintOf(text: string): string {
  return hashJson(text);
}

/** Any event, in any order, any number of times. */
export function follow(saving: Saving, event: SavingEvent): Saving {
  switch (event.type) {
    case 'edited':
      return event.text === saving.text ? saving : { ...saving, text: event.text };
    case 'due':
      return wantsSave(saving) ? depart(saving) : saving;
    case 'saved':
      return isNews(saving, event.draft)
        ? adopt(land(saving, event.number), event.draft, event.text)
        : land(saving, event.number);
    case 'stale':
      // The answer to what was just asked counts, whatever the numbers: a database may have been restored.
      return saving.flight?.number === event.number || isNews(saving, event.current)
        ? meet(land(saving, event.number), event.current)
        : saving;
    case 'failed':
      return fail(saving, event.number, event.trouble);
    case 'gone':
      return saving.flight?.number === event.number ? bereave(land(saving, event.number)) : saving;
    case 'seen':
      // Asked before its own newest save: that one's answer tells more.
      return saving.flight === undefined && saving.flights === event.flights
        ? see(saving, event.draft)
        : saving;
    case 'resolved':
      return resolve(saving, event.text, event.on);
    case 'published':
      return publish(saving, event);
  }
}

function depart(saving: Saving): Saving {
  const { text } = saving;
  const number = saving.flights + 1;
  const sent = [...saving.unanswered.filter((one) => one !== fingerprintOf(text)), fingerprintOf(text)];
  return { ...saving, flight: { number, text }, flights: number, unanswered: sent.slice(-unansweredLimit) };
}

/** An answer to an attempt that was given up changes nothing about the one under way. */
function land(saving: Saving, number: number): Saving {
  if (saving.flight?.number !== number) return saving;
  const { flight: _flight, trouble: _trouble, ...landed } = saving;
  return landed;
}

function fail(saving: Saving, number: number, trouble: Trouble): Saving {
  const { flight } = saving;
  if (flight?.number !== number) return saving;
  // A server that says no has stored nothing.
  const isDefinite = trouble.kind !== 'unreachable';
  const unanswered = isDefinite
    ? saving.unanswered.filter((one) => one !== fingerprintOf(flight.text))
    : saving.unanswered;
  return { ...land(saving, number), unanswered, trouble };
}

/** Revisions only grow: an older one is old news. */
function isNews({ standing }: Saving, { revision }: ServerDraft): boolean {
  return revision > (standing.revision ?? 0);
}

/** The server holds what this author has sent or seen. */
function adopt(saving: Saving, draft: ServerDraft, text = draft.source): Saving {
  const { revision, baseVersion, updatedAt } = draft;
  const { trouble: _trouble, conflict, ...rest } = saving;
  const isSettled = conflict === undefined || conflict.revision <= revision;
  return {
    ...rest,
    standing: { revision, text, baseVersion },
    unanswered: [],
    savedAt: updatedAt,
    ...(isSettled ? {} : { conflict }),
  };
}

/** Another draft stands than the one the author has seen: their own that was stored after all, or another author's. */
function meet(saving: Saving, current: ServerDraft): Saving {
  // Of a publication whose answer was lost the text is the one that was seen.
  if ([saving.text, saving.standing.text].includes(current.source)) return adopt(saving, current);
  if (saving.unanswered.includes(fingerprintOf(current.source))) return adopt(saving, current);
  const isNewest = saving.conflict === undefined || saving.conflict.revision < current.revision;
  return isNewest ? { ...saving, conflict: current } : saving;
}

function see(saving: Saving, draft: ServerDraft | undefined): Saving {
  const { trouble, ...reached } = saving;
  const well: Saving = trouble === undefined || trouble.kind === 'refused' ? saving : reached;
  if (draft === undefined) return bereave(well);
  if (!isNews(well, draft)) return well;
  // What its author has not touched is brought up to date.
  if (!isDirty(well)) return { ...adopt(well, draft), text: draft.source };
  return meet(well, draft);
}

/** Somebody deleted the draft: what this author has written, if anything, is saved as a new one. */
function bereave(saving: Saving): Saving {
  if (saving.standing.revision === undefined) return saving;
  const { conflict: _conflict, savedAt: _savedAt, ...rest } = saving;
  return { ...rest, standing: { ...saving.standing, revision: undefined }, unanswered: [] };
}

/** What has changed once more since then is asked about again. */
function resolve(saving: Saving, text: string, on: ServerDraft): Saving {
  const isSeen = isNews(saving, on) || saving.conflict?.revision === on.revision;
  return { ...(isSeen ? adopt(saving, on) : saving), text };
}

function publish(saving: Saving, event: { readonly revision: number; readonly version: number }): Saving {
  const { standing } = saving;
  if (event.revision <= (standing.revision ?? 0)) return saving;
  return { ...saving, standing: { ...standing, revision: event.revision, baseVersion: event.version } };
}
