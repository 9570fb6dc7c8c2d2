// What keeps WhatsApp messages from the person of a run just now, as far as it was learnt from Meta's refusals: the very
// policies of the gate, asked about another message of the same kind by the same number.

import type { Because, GateFacts } from '../messaging/gate-facts.ts';
import { cooldown } from '../messaging/policies/cooldown.ts';
import { experiment } from '../messaging/policies/experiment.ts';
import { reachability } from '../messaging/policies/reachability.ts';
import { findMemory } from '../store/channel-memory.ts';
import type { Person } from '../store/people.ts';
import { findSenderById } from '../store/senders.ts';
import type { Store } from '../store/store.ts';
import { toMemoryFacts } from '../whatsapp/gate-memory.ts';
import { defaultPolicySettings, type PolicySettings } from '../whatsapp/policy-settings.ts';
import type { ExplainedRun } from './explain.ts';

/** A policy that would refuse, and what by: `until` is its end, epoch ms. */
export interface Hold {
  readonly policy: string;
  readonly because: Because;
}

export type HoldSettings = PolicySettings;

export interface HoldQuestion {
  readonly run: Pick<ExplainedRun, 'path'>;
  readonly person: Person;
  /** On the person's clock, epoch ms. */
  readonly now: number;
  /** Left out: the defaults. */
  readonly settings?: HoldSettings | undefined;
}

const learnt = [reachability, experiment, cooldown];

/** None where the run has sent nothing by WhatsApp. */
export async function findHolds(
  store: Store,
  { run, person, now, settings = defaultPolicySettings }: HoldQuestion,
): Promise<readonly Hold[]> {
  const message = run.path.findLast((step) => step.message?.channel === 'whatsapp')?.message;
  if (message === undefined || message === null) return [];
  const [memory, sender] = await Promise.all([
    findMemory(store, { personId: person.id, senderId: message.sender }),
    findSenderById(store, message.sender),
  ]);
  const phone = sender?.displayPhone && `+${sender.displayPhone.replace(/\D/g, '')}`;
  const asked = { now, send: message.send, recipient: person, sender: { phone }, settings };
  const facts: GateFacts = {
    ...{
      now,
      channel: 'whatsapp',
      category: message.category,
      freeForm: false,
      waitForWindow: false,
      hasAddress: true,
    },
    ...{ timeZone: person.timeZone, marketingConsent: 'in', optedOutOfAll: false },
    sender: { restrictions: [] },
    ...toMemoryFacts(memory, asked),
  };
  return learnt.flatMap((policy) => {
    const objection = policy(facts);
    return objection === undefined ? [] : [{ policy: objection.policy, because: objection.because ?? {} }];
  });
}
