// What goes in and out of the hand-written workflow: ids and words, as ours does, and no more than it needs.

import { defineSignal } from '@temporalio/workflow';

export interface OfferInput {
  readonly run: string;
  readonly person: string;
}

/** Input of every send; the text of a message is looked up by its name. */
export interface SendInput extends OfferInput {
  readonly message: string;
}

export interface SendResult {
  readonly send: string;
  readonly status: 'accepted' | 'failed';
}

export interface TemplateResult extends SendResult {
  /** Our own id of the number that it went out from; the run can be searched by it. */
  readonly sender: string;
}

export interface Evidence {
  readonly send: string;
  readonly status: 'delivered' | 'failed';
}

export interface OfferActivities {
  sendTemplate(input: SendInput): Promise<TemplateResult>;
  sendText(input: SendInput): Promise<SendResult>;
  sendMail(input: SendInput): Promise<SendResult>;
}

export interface Choice {
  readonly tier: 'vip' | 'else';
}

export interface OfferDecisions {
  chooseTier(input: OfferInput): Promise<Choice>;
}

export const evidenceSignal = defineSignal<[Evidence]>('evidence');
