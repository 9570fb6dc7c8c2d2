// What the gate knows of a message's template at the moment of sending. Pure types.

export interface TemplateFacts {
  /** Meta's word as last heard: APPROVED, PAUSED, DISABLED …; absent when it was never heard of. */
  readonly status?: string;
}
