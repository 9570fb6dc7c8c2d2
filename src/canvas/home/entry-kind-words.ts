// How people come into a published journey, in a word and an icon.

import type { JourneySummary } from '../../client/client.ts';
import type { LocalizedText } from '../../journey/catalogue.ts';

/** `icon` is the name of a Lucide icon. */
export const entryKindWords: {
  readonly [Kind in JourneySummary['entry']]: { readonly title: LocalizedText; readonly icon: string };
} = {
  event: { title: { en: 'Event', ko: '이벤트' }, icon: 'log-in' },
  api: { title: { en: 'API', ko: 'API' }, icon: 'webhook' },
  campaign: { title: { en: 'Campaign', ko: '캠페인' }, icon: 'send' },
  inbound: { title: { en: 'The person writes', ko: '고객이 보낸 메시지' }, icon: 'message-circle-reply' },
  schedule: { title: { en: 'Schedule', ko: '일정' }, icon: 'calendar-clock' },
};
