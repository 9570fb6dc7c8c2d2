// Every screen, mode and dialog of the canvas, and the way to each in either language: for what has to hold on all of them.

import type { Page } from 'playwright-core';

export interface Screen {
  readonly name: string;
  readonly path: string;
  readonly way: readonly Act[];
}

type Act = (page: Page) => Promise<unknown>;

const sale = '/journeys/spring-sale';
const drawn = shows('[data-step="offer"]');
const dialog = shows('[role="dialog"]');

/** Of a stage where `spring-sale` is published and has a draft, a run with the id `run`, and `broken` is a draft with errors. */
export function screensOf(run: string): readonly Screen[] {
  return [
    ...home,
    ...editing,
    ...simulating,
    { name: 'live', path: `${sale}/live`, way: [drawn, shows('[role="grid"], [role="listbox"], aside li')] },
    { name: 'live-start', path: `${sale}/live`, way: [drawn, press(/^(Start a run|실행 시작)$/), dialog] },
    { name: 'live-run', path: `${sale}/live?run=${run}`, way: [drawn, shows('aside time')] },
    {
      name: 'live-phones',
      path: `${sale}/live`,
      way: [drawn, press(/^(Phones|휴대폰|휴대전화)$/), shows('iframe')],
    },
    { name: 'live-unpublished', path: '/journeys/broken/live', way: [shows('aside h2')] },
  ];
}

const home: readonly Screen[] = [
  { name: 'home', path: '/', way: [shows('[data-tour="journeys"]')] },
  { name: 'tour', path: '/', way: [press(/^(More|더 보기)$/), choose(/tour|둘러보기/), dialog] },
  { name: 'new-journey', path: '/', way: [press(/^(New journey|새 여정)$/), dialog] },
  {
    name: 'gallery',
    path: '/',
    way: [press(/^(New journey|새 여정)$/), tab(/^(Gallery|갤러리)$/), shows('[role="option"]')],
  },
  { name: 'no-journey', path: '/journeys/nowhere', way: [shows('h1')] },
];

const editing: readonly Screen[] = [
  { name: 'edit', path: sale, way: [drawn] },
  { name: 'edit-step', path: sale, way: [drawn, select('offer')] },
  { name: 'edit-text', path: sale, way: [drawn, select('text')] },
  { name: 'edit-outcomes', path: sale, way: [drawn, select('offer'), tab(/^(Outcomes|결과)$/)] },
  { name: 'edit-step-json', path: sale, way: [drawn, select('think'), tab(/^JSON$/), shows('.cm-content')] },
  { name: 'edit-many', path: sale, way: [drawn, key('Control+a')] },
  { name: 'edit-map', path: sale, way: [drawn, key('m'), shows('.react-flow__minimap')] },
  { name: 'list', path: sale, way: [drawn, key('l'), shows('[role="treegrid"]')] },
  { name: 'add-step', path: sale, way: [drawn, key('a'), dialog] },
  { name: 'problems', path: '/journeys/broken', way: [press(/^(Problems|문제): /), dialog] },
  { name: 'json', path: sale, way: [drawn, key('j'), shows('.cm-content')] },
  { name: 'commands', path: sale, way: [drawn, key('Control+k'), dialog] },
  { name: 'find', path: sale, way: [drawn, key('Control+f'), dialog] },
  { name: 'shortcuts', path: sale, way: [drawn, key('?'), dialog] },
  { name: 'export', path: sale, way: [drawn, key('Control+Shift+e'), dialog] },
  { name: 'publish', path: sale, way: [drawn, press(/^(Publish|게시)$/), dialog] },
  {
    name: 'versions',
    path: sale,
    way: [drawn, press(/^(More|더 보기)$/), choose(/^(Versions|버전)/), dialog],
  },
];

const failing = [shows('[data-tour="fail-button"]'), click('[data-tour="fail-button"]')];
const simulating: readonly Screen[] = [
  { name: 'simulate', path: `${sale}/simulate`, way: [shows('[data-tour="fail-button"]')] },
  { name: 'simulate-codes', path: `${sale}/simulate`, way: [...failing, shows('[role="option"]')] },
  {
    name: 'simulate-over',
    path: `${sale}/simulate`,
    way: [...failing, click('[role="option"]'), tab(/^(Story|경과)$/)],
  },
  {
    name: 'simulate-person',
    path: `${sale}/simulate`,
    way: [press(/(simulated, and with|시뮬레이션)/), dialog],
  },
  { name: 'simulate-test', path: `${sale}/simulate`, way: [click('[data-tour="save-test"]'), dialog] },
  { name: 'simulate-broken', path: '/journeys/broken/simulate', way: [shows('aside h2')] },
];

function shows(selector: string): Act {
  return (page) => page.locator(selector).first().waitFor();
}

function click(selector: string): Act {
  return (page) => page.locator(selector).first().click();
}

function press(name: RegExp): Act {
  return (page) => page.getByRole('button', { name }).first().click();
}

function choose(name: RegExp): Act {
  return (page) => page.getByRole('menuitem', { name }).click();
}

function tab(name: RegExp): Act {
  return (page) => page.getByRole('tab', { name }).click();
}

function key(chord: string): Act {
  return (page) => page.keyboard.press(chord);
}

function select(step: string): Act {
  return async (page) => {
    await page.locator(`.react-flow [data-step="${step}"]`).click({ position: { x: 20, y: 12 } });
    await page.locator('aside [role="tablist"]').waitFor();
  };
}
