// `whatsapp.wait-window`: rests until free-form messages may go to the person, because they have written or called.

import {
  defineFlow,
  durationField,
  inboundEvent,
  labelled,
  longestMsOf,
  shortestMsOf,
  type WindowView,
  wait,
  z,
} from '../../src/node-kit/index.ts';

const open = 'open';
const timeout = 'timeout';
const minuteMs = 60_000;
/** A window's length in minutes (F§4.1). */
const windowMinutes = 24 * 60;

const config = z.strictObject({
  within: durationField.meta(
    labelled(
      { en: 'At most', ko: '최대 대기' },
      { en: 'Outcome `timeout` after this long.', ko: '이 시간이 지나면 결과는 `timeout`입니다.' },
    ),
  ),
  minutesLeft: z
    .int()
    .min(1)
    .max(windowMinutes - 1)
    .default(5)
    .meta(
      labelled(
        { en: 'Minutes left', ko: '남은 시간(분)' },
        {
          en: 'A window that ends within so many minutes is of no use: the next one is awaited.',
          ko: '이 시간(분) 안에 닫히는 창은 쓰지 않고 다음 창을 기다립니다.',
        },
      ),
    ),
});
type Config = z.infer<typeof config>;

export const whatsappWaitWindow = defineFlow<Config>({
  type: 'whatsapp.wait-window',
  version: 1,
  title: { en: 'Wait for the WhatsApp window', ko: '왓츠앱 창 기다리기' },
  icon: 'door-open',
  help: {
    en: 'Rests until the person has written on WhatsApp and free-form messages may go to them.',
    ko: '고객이 왓츠앱으로 연락해 자유 형식 메시지를 보낼 수 있을 때까지 기다립니다.',
  },
  config,
  outcomes: () => [open, timeout],
  successes: () => [open],
  words: [open, timeout],
  waits: true,
  events: () => [inboundEvent],
  readsWindow: true,
  inboundOutcomes: () => [open],
  inboundAgoMs: ({ minutesLeft }) => (windowMinutes - minutesLeft) * minuteMs,
  longestMs: ({ within }) => longestMsOf(within),
  shortestMs: ({ within }, outcome) => (outcome === timeout ? shortestMsOf(within) : 0),
  chart: ({ node }) =>
    wait({ node, exactMs: undefined, elapsed: timeout, events: { [inboundEvent]: [open] } }),
  evaluate: ({ window, heard, config: { within, minutesLeft }, scope, after }) => {
    if (isOfUse(window, scope.now + minutesLeft * minuteMs)) return { outcome: open };
    return heard === undefined ? { due: after(within) } : { ignored: true };
  },
});

function isOfUse(window: WindowView | undefined, until: number): boolean {
  return window?.isOpen === true && window.endsAt !== undefined && window.endsAt >= until;
}
