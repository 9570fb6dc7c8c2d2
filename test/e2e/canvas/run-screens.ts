// The screens of people on their way: simulated ones, and live ones.

import { type Act, choose, click, dialog, key, press, type Screen, shows, tab } from './acts.ts';
import type { ShownSale } from './shown-sale.ts';

const sale = '/journeys/spring-sale';
const drawn = shows('[data-step="offer"]');

export function runScreens({ waiting, fellBack }: ShownSale): readonly Screen[] {
  return [
    ...simulating,
    { name: 'live', path: `${sale}/live`, way: [drawn, shows('aside a time')] },
    { name: 'live-list', path: `${sale}/live`, way: [drawn, key('l'), shows('[role="treegrid"]')] },
    {
      name: 'live-step',
      path: `${sale}/live`,
      way: [
        drawn,
        (page) => page.locator('.react-flow [data-step="text"]').click({ position: { x: 20, y: 12 } }),
      ],
    },
    { name: 'live-start', path: `${sale}/live`, way: [drawn, press(/^(Start a run|실행 시작)$/), dialog] },
    { name: 'live-run', path: `${sale}/live?run=${waiting}`, way: [drawn, shows('aside time')] },
    { name: 'live-fell-back', path: `${sale}/live?run=${fellBack}`, way: [drawn, shows('aside time')] },
    { name: 'live-no-run', path: `${sale}/live?run=run_none`, way: [drawn, shows('aside h2, aside [role]')] },
    {
      name: 'live-phones',
      path: `${sale}/live`,
      way: [drawn, press(/^(Phones|휴대폰|휴대전화)$/), shows('iframe')],
    },
    {
      name: 'live-nobody',
      path: '/journeys/quiet/live',
      way: [shows('aside :text-matches("Start a run|실행 시작")')],
    },
    { name: 'live-unpublished', path: '/journeys/broken/live', way: [shows('aside h2')] },
  ];
}

const path = `${sale}/simulate`;
const waits = shows('[data-tour="fail-button"]');
const failing: readonly Act[] = [waits, click('[data-tour="fail-button"]')];

export const simulating: readonly Screen[] = [
  { name: 'simulate', path, way: [waits] },
  { name: 'simulate-codes', path, way: [...failing, shows('[role="option"]')] },
  { name: 'simulate-over', path, way: [...failing, click('[role="option"]'), tab(/^(Story|경과)$/)] },
  { name: 'simulate-phone', path, way: [...failing, click('[role="option"]'), shows('article')] },
  { name: 'simulate-reply', path, way: [press(/^(Reply|답장)/), dialog] },
  { name: 'simulate-time', path, way: [press(/^(Time passes|시간 지나기)/), dialog] },
  {
    name: 'simulate-else',
    path,
    way: [press(/^(Something else|다른 일)/), choose(/^(Another event|다른 이벤트)/), dialog],
  },
  { name: 'simulate-edges', path, way: [press(/15/), dialog] },
  { name: 'simulate-person', path, way: [press(/(simulated, and with|시뮬레이션)/), dialog] },
  { name: 'simulate-test', path, way: [click('[data-tour="save-test"]'), dialog] },
  { name: 'simulate-broken', path: '/journeys/broken/simulate', way: [shows('aside h2')] },
];
