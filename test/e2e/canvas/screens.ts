// Every screen, mode and dialog of the canvas, and the way to each in either language: for what has to hold on all of them.

import {
  answers,
  choose,
  click,
  dialog,
  key,
  menu,
  press,
  refuses,
  type Screen,
  select,
  shows,
  signsOut,
  tab,
  writes,
} from './acts.ts';
import { runScreens, simulating } from './run-screens.ts';
import type { ShownSale } from './shown-sale.ts';

const sale = '/journeys/spring-sale';
const drawn = shows('[data-step="offer"]');
const more = press(/^(More|더 보기)$/);

/** In an order: at the end nobody is signed in any more. */
export function screensOf(shown: ShownSale): readonly Screen[] {
  return [...home, ...editing, ...dialogs, ...texts, ...runScreens(shown), ...drafting(shown), ...leaving];
}

/** Those of these names that need nothing but the published `spring-sale`. */
export function mainScreens(...names: readonly string[]): readonly Screen[] {
  return [...home, ...editing, ...simulating].filter(({ name }) => names.includes(name));
}

const home: readonly Screen[] = [
  { name: 'home', path: '/', way: [shows('[data-tour="journeys"]')] },
  {
    name: 'home-empty',
    path: '/',
    given: [answers('**/v1/drafts', { drafts: [] }), answers('**/v1/journeys', { journeys: [] })],
    way: [shows('h1')],
  },
  { name: 'home-not-found', path: '/', way: [click('input'), writes('zzz')] },
  { name: 'home-failed', path: '/', given: [refuses('**/v1/drafts')], way: [shows('main button')] },
  { name: 'home-menu', path: '/', way: [click('[data-tour="spring-sale"] button'), menu] },
  {
    name: 'home-delete',
    path: '/',
    way: [
      click('[data-tour="broken"] button'),
      choose(/^(Delete the draft|초안 삭제)/),
      shows('[role="dialog"], [role="alertdialog"]'),
    ],
  },
  { name: 'tour', path: '/', way: [more, choose(/tour|둘러보기/), dialog] },
  { name: 'new-journey', path: '/', way: [press(/^(New journey|새 여정)$/), dialog] },
  {
    name: 'gallery',
    path: '/',
    way: [press(/^(New journey|새 여정)$/), tab(/^(Gallery|갤러리)$/), shows('[role="option"]')],
  },
  { name: 'new-journey-file', path: '/', way: [press(/^(New journey|새 여정)$/), tab(/^JSON/)] },
  { name: 'no-journey', path: '/journeys/nowhere', way: [shows('h1, h2')] },
];

const editing: readonly Screen[] = [
  { name: 'edit', path: sale, way: [drawn] },
  { name: 'edit-empty', path: '/journeys/blank', way: [shows('.react-flow')] },
  { name: 'edit-far', path: sale, way: [drawn, key('-', '-', '-')] },
  { name: 'edit-step', path: sale, way: [drawn, select('offer')] },
  { name: 'edit-text', path: sale, way: [drawn, select('text')] },
  { name: 'edit-outcomes', path: sale, way: [drawn, select('offer'), tab(/^(Outcomes|결과)$/)] },
  {
    name: 'edit-step-json',
    path: sale,
    way: [drawn, select('think'), tab(/^JSON$/), shows('.cm-lineNumbers')],
  },
  { name: 'edit-edge', path: sale, way: [drawn, select('offer'), key('e')] },
  { name: 'edit-many', path: sale, way: [drawn, key('Control+a')] },
  {
    name: 'edit-rare',
    path: sale,
    way: [drawn, (page) => page.locator('[data-step="text"] [data-outcome="*"] button').hover()],
  },
  {
    name: 'edit-menu',
    path: sale,
    way: [drawn, (page) => page.locator('[data-step="offer"]').click({ button: 'right' }), menu],
  },
  { name: 'edit-map', path: sale, way: [drawn, key('m'), shows('.react-flow__minimap')] },
  { name: 'list', path: sale, way: [drawn, key('l'), shows('[role="treegrid"]')] },
  { name: 'add-step', path: sale, way: [drawn, key('a'), dialog] },
  { name: 'connect', path: sale, way: [drawn, select('offer'), key('c'), dialog] },
  { name: 'app-menu', path: sale, way: [drawn, more, menu] },
  { name: 'version', path: `${sale}?version=1`, way: [drawn] },
];

const dialogs: readonly Screen[] = [
  { name: 'problems', path: '/journeys/broken', way: [press(/^(Problems|문제): /), dialog] },
  { name: 'no-problems', path: sale, way: [drawn, press(/^(Problems|문제): .*(No|없음)/), dialog] },
  { name: 'commands', path: sale, way: [drawn, key('Control+k'), dialog] },
  { name: 'commands-found', path: sale, way: [drawn, key('Control+k'), dialog, writes('s')] },
  { name: 'find', path: sale, way: [drawn, key('Control+f'), dialog] },
  { name: 'shortcuts', path: sale, way: [drawn, key('?'), dialog] },
  { name: 'export', path: sale, way: [drawn, key('Control+Shift+e'), dialog] },
  { name: 'toast', path: sale, way: [drawn, key('Control+a', 'Control+c'), shows('[role="status"] > div')] },
  {
    name: 'import',
    path: sale,
    way: [
      drawn,
      key('Control+k'),
      dialog,
      click('[role="option"]:is(:has-text("Import a file"), :has-text("가져오기"))'),
      shows('[role="dialog"] button[disabled]'),
    ],
  },
  { name: 'changes', path: sale, way: [drawn, press(/^(Changes|변경 사항)/), dialog] },
  { name: 'publish', path: sale, way: [drawn, press(/^(Publish|게시)$/), dialog] },
  {
    name: 'publish-broken',
    path: '/journeys/broken',
    way: [shows('[data-step="wait"]'), press(/^(Publish|게시)$/), dialog],
  },
  { name: 'versions', path: sale, way: [drawn, more, choose(/^(Versions|버전)/), dialog] },
  {
    name: 'compare',
    path: sale,
    way: [drawn, more, choose(/^(Versions|버전)/), dialog, tab(/^(Text|텍스트)$/), shows('table')],
  },
];

const texts: readonly Screen[] = [
  { name: 'json', path: sale, way: [drawn, key('j'), shows('.cm-lineNumbers')] },
  {
    name: 'json-invalid',
    path: '/journeys/torn',
    way: [
      shows('[data-step]'),
      key('j'),
      click('.cm-editor:has(.cm-lineNumbers) .cm-line'),
      writes('{'),
      shows('.cm-lintRange-error'),
    ],
  },
  { name: 'unreadable', path: '/journeys/unreadable', way: [shows('pre')] },
  { name: 'not-opened', path: sale, given: [refuses('**/v1/drafts/spring-sale')], way: [shows('h1, h2')] },
];

/** Two authors of one draft, and one whom no server hears. */
function drafting({ changeElsewhere }: ShownSale): readonly Screen[] {
  const opened = shows('[data-step="wait"]');
  const rename = [select('wait'), click('aside input'), writes('!')];
  return [
    {
      name: 'offline',
      path: '/journeys/offline',
      way: [opened, refuses('**/v1/drafts/**'), ...rename, shows('header :text-matches("Offline|오프라인")')],
    },
    {
      name: 'conflict',
      path: '/journeys/shared',
      way: [opened, changeElsewhere, ...rename, dialog],
    },
  ];
}

const leaving: readonly Screen[] = [
  { name: 'server-away', path: '/', given: [refuses('**/v1/session')], way: [shows('h1, h2')] },
  {
    name: 'session-ended',
    path: '/journeys/expired',
    way: [shows('[data-step="wait"]'), signsOut, select('wait'), click('aside input'), writes('!'), dialog],
  },
  { name: 'signed-out', path: '/', way: [shows('h1, h2')] },
];
