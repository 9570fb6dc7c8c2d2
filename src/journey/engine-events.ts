// Events of people that the engine tells itself, beside those that the business sends: their names, and what is in
// them. Durable: the names stand in journeys and histories. Pure.

/** A message or call of the person on WhatsApp. */
export const inboundEvent = 'whatsapp.inbound';

/** A message reached the person after the run had gone on without it (DESIGN 7.3). */
export const lateEvent = 'message.late';

/** Data of `whatsapp.inbound`. Personal: it stays in PostgreSQL. */
export interface InboundEventData {
  /** Meta's word for the kind of message, or `call`. */
  readonly type: string;
  /** What was written, or the label that was tapped; empty for pictures and the like. */
  readonly text: string;
  /** Of a tapped button or row: what we gave it. */
  readonly payload?: string;
  /** What was filled into a flow. */
  readonly flow?: { readonly [field: string]: unknown };
  /** The node and journey whose message it quotes. */
  readonly node?: string;
  readonly journey?: string;
  /** When it was written, ISO 8601. */
  readonly at: string;
}

/** Data of `message.late`. */
export interface LateEventData {
  readonly node: string;
  readonly journey: string;
  /** The run whose message it was. */
  readonly run: string;
  readonly channel: string;
}

/** Fields by event, as the language declares them (`data.events`). */
export const engineEvents = {
  [inboundEvent]: {
    type: 'string',
    text: 'string',
    payload: 'string?',
    flow: 'map?',
    node: 'string?',
    journey: 'string?',
    at: 'timestamp',
  },
  [lateEvent]: { node: 'string', journey: 'string', run: 'string', channel: 'string' },
} as const;

/** False for events that the engine tells itself. */
export function isOfBusiness(event: string): boolean {
  return !Object.hasOwn(engineEvents, event);
}
