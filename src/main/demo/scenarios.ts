// The eleven people of the demo: what the world does to each, and the path that must come of it.

import type { Scenario } from './scenario.ts';

const hour = 3_600_000;
const day = 24 * hour;

const korea = { timeZone: 'Asia/Seoul' };

export const scenarios: readonly Scenario[] = [
  {
    person: '01 delivered, read, orders',
    phone: '+821012340001',
    ...korea,
    script: { do: 'read' },
    async live(visitor) {
      await visitor.abandonCart();
      await visitor.pass(3 * hour);
      await visitor.order();
    },
    expected: {
      path: ['offer→delivered', 'think→converted'],
      reachedBy: 'whatsapp',
      messages: { whatsapp: 1, sms: 0, email: 0 },
    },
  },
  {
    person: '02 delivered, no order',
    phone: '+821012340002',
    ...korea,
    async live(visitor) {
      await visitor.abandonCart();
      await visitor.pass(day + hour);
    },
    expected: {
      path: ['offer→delivered', 'think→timeout', 'text→accepted', 'done→reached'],
      reachedBy: 'sms',
      messages: { whatsapp: 1, sms: 1, email: 0 },
    },
  },
  {
    person: '03 in Meta’s experiment',
    phone: '+821012340003',
    ...korea,
    script: { do: 'fail', code: 130472 },
    live: (visitor) => visitor.abandonCart(),
    expected: {
      path: ['offer→experiment', 'text→accepted', 'done→reached'],
      reachedBy: 'sms',
      messages: { whatsapp: 1, sms: 1, email: 0 },
    },
  },
  {
    // Korea has no such limit (F§4.2).
    person: '04 per-user limit, then again',
    phone: '+14165550104',
    timeZone: 'America/Toronto',
    script: { do: 'fail', code: 131049 },
    async live(visitor) {
      await visitor.abandonCart();
      await visitor.pass(hour);
      await visitor.start('flash-deal');
    },
    expected: {
      path: [
        'offer→limit.user',
        'text→accepted',
        'done→reached',
        'offer→limit.user',
        'text→accepted',
        'done→reached',
      ],
      reachedBy: 'sms',
      messages: { whatsapp: 1, sms: 2, email: 0 },
    },
  },
  {
    person: '05 US number',
    phone: '+14155550105',
    timeZone: 'America/Los_Angeles',
    live: (visitor) => visitor.abandonCart(),
    expected: {
      path: ['offer→limit.us', 'text→accepted', 'done→reached'],
      reachedBy: 'sms',
      messages: { whatsapp: 0, sms: 1, email: 0 },
    },
  },
  {
    person: '06 Canadian number',
    phone: '+14165550106',
    timeZone: 'America/Toronto',
    async live(visitor) {
      await visitor.abandonCart();
      await visitor.order();
    },
    expected: {
      path: ['offer→delivered', 'think→converted'],
      reachedBy: 'whatsapp',
      messages: { whatsapp: 1, sms: 0, email: 0 },
    },
  },
  {
    person: '07 not on WhatsApp',
    phone: '+821012340007',
    ...korea,
    script: { do: 'fail', code: 131026 },
    live: (visitor) => visitor.abandonCart(),
    expected: {
      path: ['offer→undeliverable', 'mail→accepted', 'done→reached'],
      reachedBy: 'email',
      messages: { whatsapp: 1, sms: 0, email: 1 },
    },
  },
  {
    person: '08 accepted, then silence',
    phone: '+821012340008',
    ...korea,
    script: { do: 'silence' },
    async live(visitor) {
      await visitor.abandonCart();
      await visitor.pass(2 * hour + 60_000);
    },
    expected: {
      path: ['offer→silent', 'mail→accepted', 'done→reached'],
      reachedBy: 'email',
      messages: { whatsapp: 1, sms: 0, email: 1 },
    },
  },
  {
    person: '09 writes after five hours',
    phone: '+821012340009',
    ...korea,
    async live(visitor) {
      await visitor.start('order-help');
      await visitor.pass(5 * hour);
      await visitor.write('안녕하세요, 주문 문의드려요');
    },
    expected: {
      path: ['answer→delivered', 'done→reached'],
      reachedBy: 'whatsapp',
      messages: { whatsapp: 1, sms: 0, email: 0 },
    },
  },
  {
    person: '10 never writes',
    phone: '+821012340010',
    ...korea,
    async live(visitor) {
      await visitor.start('order-help');
      await visitor.pass(3 * day + hour);
    },
    expected: {
      path: ['answer→expired', 'text→accepted', 'done→reached'],
      reachedBy: 'sms',
      messages: { whatsapp: 0, sms: 1, email: 0 },
    },
  },
  {
    person: '11 answer to the POST lost',
    phone: '+821012340011',
    ...korea,
    script: { do: 'reset-after-accept' },
    async live(visitor) {
      await visitor.abandonCart();
      await visitor.order();
    },
    expected: {
      path: ['offer→delivered', 'think→converted'],
      reachedBy: 'whatsapp',
      messages: { whatsapp: 1, sms: 0, email: 0 },
    },
  },
];
