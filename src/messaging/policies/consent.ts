// Marketing needs an opt-in for its channel and topics; who has opted out of a channel gets nothing there (F§4.10).

import type { GateFacts, Policy } from '../gate-facts.ts';
import type { Channel } from '../message.ts';

export const consent: Policy = ({ category, marketingConsent, optedOutOfAll }) => {
  if (optedOutOfAll) return { do: 'refuse', policy: 'consent', outcome: 'consent', code: 'opted_out' };
  if (category !== 'marketing' || marketingConsent === 'in') return undefined;
  const code = marketingConsent === 'out' ? 'opted_out' : 'no_opt_in';
  return { do: 'refuse', policy: 'consent', outcome: 'consent', code };
};

/** What a person has said; `topic` is empty for all topics of the channel. */
export interface ConsentFact {
  readonly channel: Channel;
  readonly topic: string;
  readonly state: 'in' | 'out';
}

const anyMarketing = 'marketing';

/**
 * A person's consents as the gate takes them: marketing needs an opt-in to each of the topics, or to the whole channel.
 * Whoever has left `marketing` (131050, F§3.2) gets none, whatever the topic.
 *
 * @param topics the journey's `policy.topics`; `marketing` where it names none
 */
export function consentFor(
  consents: readonly ConsentFact[],
  channel: Channel,
  topics: readonly string[] = [anyMarketing],
): Pick<GateFacts, 'marketingConsent' | 'optedOutOfAll'> {
  const mine = new Map(
    consents.filter((fact) => fact.channel === channel).map(({ topic, state }) => [topic, state]),
  );
  const states = topics.map((topic) => mine.get(topic) ?? mine.get('') ?? 'unknown');
  const isOut = mine.get(anyMarketing) === 'out' || states.includes('out');
  return {
    optedOutOfAll: mine.get('') === 'out',
    marketingConsent: isOut ? 'out' : states.includes('unknown') ? 'unknown' : 'in',
  };
}
