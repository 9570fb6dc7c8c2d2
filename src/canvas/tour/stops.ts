// The stops of the tour: where each of them is, what it shows, and what the reader does to go on.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { Route } from '../state/route.ts';

export interface Stop {
  /** Selectors of what it shows, the best first; of several elements the first that is in sight. */
  readonly anchors: readonly string[];
  readonly route: Route;
  readonly title: LocalizedText;
  readonly body: LocalizedText;
  /** What has to happen before the next one; absent: reading. */
  readonly until?: 'opened' | 'simulating' | 'failed';
}

const journey = 'spring-sale';
const home: Route = { screen: 'home' };
const edit: Route = { screen: 'journey', journey, mode: 'edit' };
const simulate: Route = { screen: 'journey', journey, mode: 'simulate' };

/** The code of Meta's experiment, which the tour lets happen. */
export const failCode = '130472';

export const stops: readonly Stop[] = [
  {
    anchors: [`[data-tour="${journey}"]`, '[data-tour="journeys"]'],
    route: home,
    until: 'opened',
    title: { en: 'Open a journey', ko: '여정 열기' },
    body: {
      en: 'Spring sale reminds people of the cart they have left: by WhatsApp, and by another way where WhatsApp does not work. Open it.',
      ko: '봄 세일은 두고 간 장바구니를 왓츠앱으로 알리고, 왓츠앱이 안 되면 다른 방법으로 알리는 여정입니다. 열어 보세요.',
    },
  },
  {
    anchors: ['[data-step="offer"]'],
    route: edit,
    title: { en: 'What should reach people runs down', ko: '닿아야 할 메시지는 아래로' },
    body: {
      en: 'Each step says what it sends and how long it waits for evidence. An answer of 200 from Meta is no delivery: this one waits until it is delivered.',
      ko: '단계마다 무엇을 보내고 증거를 얼마나 기다리는지 적혀 있습니다. Meta의 200 응답은 전달이 아니므로 이 단계는 전달될 때까지 기다립니다.',
    },
  },
  {
    anchors: ['[data-step="text"]'],
    route: edit,
    title: { en: 'What falls back leaves to the right', ko: '대체 경로는 오른쪽으로' },
    body: {
      en: `Every way in which WhatsApp can fail is an outcome with an edge of its own. Meta keeps some people from marketing for an experiment (${failCode}): they get a text message instead.`,
      ko: `왓츠앱이 실패하는 이유마다 결과와 연결이 따로 있습니다. Meta의 실험에 속한 사람(${failCode})은 마케팅 메시지를 받지 못하므로 대신 문자를 받습니다.`,
    },
  },
  {
    anchors: ['[data-tour="simulate"]'],
    route: edit,
    until: 'simulating',
    title: { en: 'Try it before anybody gets it', ko: '보내기 전에 시험하기' },
    body: {
      en: 'Simulate runs the very code that will send, with an invented person and without sending. Switch to it.',
      ko: '시뮬레이션은 실제로 보낼 코드를 가상의 사람으로, 아무것도 보내지 않고 실행합니다. 눌러 보세요.',
    },
  },
  {
    anchors: ['[data-tour="world-panel"]', '[data-tour="fail-button"]'],
    route: simulate,
    until: 'failed',
    title: { en: 'Be the world', ko: '세상이 되어 보기' },
    body: {
      en: `The message is with WhatsApp, and you decide what happens. Let it fail with ${failCode}.`,
      ko: `메시지가 왓츠앱에 넘어갔습니다. 이제 무슨 일이 생길지 정하세요. ${failCode}로 실패하게 해 보세요.`,
    },
  },
  {
    anchors: ['[data-step="text"]'],
    route: simulate,
    title: { en: 'They got a text message', ko: '문자를 받았습니다' },
    body: {
      en: 'The way that was taken is lit, and the phone shows what arrived. Step back and let something else happen; what you have tried can be kept as a test. Then publish, and watch it live.',
      ko: '지나온 길이 켜지고, 휴대폰에 도착한 메시지가 보입니다. 한 단계 뒤로 가서 다른 일을 일으켜 보세요. 시험한 것은 테스트로 저장할 수 있습니다. 이제 게시하고 실시간으로 지켜보세요.',
    },
  },
];

/** Whether a route is the one of a stop; a run or a version beside it does not matter. */
export function isAt(route: Route, stop: Stop): boolean {
  if (route.screen === 'home' || stop.route.screen === 'home') return route.screen === stop.route.screen;
  return route.journey === stop.route.journey && route.mode === stop.route.mode;
}
