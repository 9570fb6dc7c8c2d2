// The journey of the history bench as a careful engineer would write it by hand: the same steps, waits, search
// attributes and summaries, and nothing of an engine.

import {
  condition,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import {
  type Evidence,
  evidenceSignal,
  type OfferActivities,
  type OfferDecisions,
  type OfferInput,
} from './messages.ts';

function sends(summary: string) {
  return proxyActivities<OfferActivities>({
    startToCloseTimeout: '60s',
    heartbeatTimeout: '5s',
    retry: { initialInterval: '1s', maximumInterval: '60s' },
    summary,
  });
}

const decisions = proxyLocalActivities<OfferDecisions>({
  scheduleToCloseTimeout: '5s',
  retry: { initialInterval: '200ms', maximumInterval: '1s' },
  summary: 'Choose the tier',
});

/** An offer on WhatsApp, a rest once it is delivered, then a text message and an e-mail. */
export async function offer({ run, person }: OfferInput): Promise<string> {
  const heard: Evidence[] = [];
  setHandler(evidenceSignal, (evidence) => void heard.push(evidence));

  const { tier } = await decisions.chooseTier({ run, person });
  const message = tier === 'vip' ? 'vip_sale' : 'spring_sale';
  const sent = await sends('Send the offer').sendTemplate({ run, person, message });
  sayWaiting('offer', 'delivery', sent.sender);
  const isMine = (evidence: Evidence) => evidence.send === sent.send;
  await condition(() => heard.some(isMine), '6h', { summary: 'Wait for delivery' });
  if (heard.find(isMine)?.status === 'delivered') {
    sayWaiting('rest', 'time');
    await sleep('3h', { summary: 'Let the person think' });
  }
  await sends('Send the reminder').sendText({ run, person, message: 'reminder' });
  await sends('Send the letter').sendMail({ run, person, message: 'letter' });
  upsertSearchAttributes([{ key: { name: 'Outcome', type: 'KEYWORD' }, value: 'reached' }]);
  return 'reached';

  function sayWaiting(node: string, what: string, sender?: string): void {
    setCurrentDetails(`In **${node}**, waiting for ${what}.`);
    upsertSearchAttributes([
      { key: { name: 'Node', type: 'KEYWORD' }, value: node },
      { key: { name: 'Waiting', type: 'KEYWORD' }, value: what },
      ...(sender === undefined
        ? []
        : [
            { key: { name: 'Channel', type: 'KEYWORD' } as const, value: 'whatsapp' },
            { key: { name: 'Sender', type: 'KEYWORD' } as const, value: sender },
          ]),
    ]);
  }
}
