// Marketing needs an opt-in for its channel and topics; who has opted out of a channel gets nothing there (F§4.10).

import type { GateFacts, Policy } from '../gate-facts.ts';
import type { Channel } from '../message.ts';

export const consent: Policy = ({ category, marketingConsent, optedOutOfAll, consentSaid }) => {
  const isEnough = !optedOutOfAll && (category !== 'marketing' || marketingConsent === 'in');
  if (isEnough) return undefined;
  const isOut = optedOutOfAll || marketingConsent === 'out';
  const { topic, at } = consentSaid ?? {};
  const because = {
    ...(isOut && topic !== undefined ? { topic } : {}),
    ...(isOut && at !== undefined ? { since: at } : {}),
  };
  const code = isOut ? 'opted_out' : 'no_opt_in';
  return { do: 'refuse', policy: 'consent', outcome: 'consent', code, because };
};

/** What a person has said; `topic` is empty for all topics of the channel. */
export interface ConsentFact {
  readonly channel: Channel;
  readonly topic: string;
  readonly state: 'in' | 'out';
  /** Epoch milliseconds, where it is known. */
  readonly at?: number;
}

const anyMarketing = 'marketing';

/**
 * A person's consents as the gate takes them: marketing needs an opt-in to each of the topics, or to the whole channel.
 * Whoever has left `marketing` (131050, F§3.2) gets none, whatever the topic, until they say otherwise of `marketing`.
 *
 * @param topics the journey's `policy.topics`; `marketing` where it names none
 */
export function consentFor(
  consents: readonly ConsentFact[],
  channel: Channel,
  topics: readonly string[] = [anyMarketing],
): Pick<GateFacts, 'marketingConsent' | 'optedOutOfAll' | 'consentSaid'> {
  const mine = new Map(consents.filter((fact) => fact.channel === channel).map((fact) => [fact.topic, fact]));
  const said = topics.map((topic) => mine.get(topic) ?? mine.get(''));
  const deciding = [mine.get(''), mine.get(anyMarketing), ...said];
  const out = deciding.find((fact) => fact?.state === 'out');
  const optedOutOfAll = mine.get('')?.state === 'out';
  const isOut = [mine.get(anyMarketing), ...said].some((fact) => fact?.state === 'out');
  return {
    optedOutOfAll,
    marketingConsent: isOut ? 'out' : said.includes(undefined) ? 'unknown' : 'in',
    ...(out === undefined ? {} : { consentSaid: toSaid(out) }),
  };
}

function toSaid({ topic, at }: ConsentFact): { readonly topic: string; readonly at?: number } {
  return { topic, ...(at === undefined ? {} : { at }) };
}
