// The nodes of random journeys: every kind, with its outcomes and what its random config needs.

export type Random = ReturnType<typeof createChance>;

export interface Made {
  readonly type: string;
  readonly with: Record<string, unknown>;
  readonly outcomes: readonly string[];
  readonly fails?: true;
  readonly waits?: true;
}

function whatsapp(chance: Random): Made {
  const awaited = chance.of(['accepted', 'delivered', 'delivered', 'read', 'replied']);
  const within = chance.of(['2h', '6h', 'P1D']);
  const body = { name: "{{ person.firstName | default: 'you' }}" };
  const buttons = ['yes', 'no'].map((payload, index) => ({ index, payload }));
  return {
    type: 'whatsapp.template',
    // Each node its own: a template that Meta stops is stopped for everybody, other cases included.
    with: {
      template: `sale_${chance.below(1_000_000)}`,
      language: 'ko',
      body,
      buttons,
      await: awaited,
      within,
    },
    outcomes: [awaited, 'silent', 'experiment', 'limit'],
    fails: true,
  };
}

function freeForm(chance: Random): Made {
  const awaited = chance.of(['accepted', 'delivered', 'replied']);
  return {
    type: 'whatsapp.message',
    with: {
      text: 'Hello {{ event.total }}',
      buttons: [
        { id: 'ok', title: 'OK' },
        { id: 'no', title: 'Not now' },
      ],
      await: awaited,
      within: chance.of(['1h', '5h']),
      expires: '610m',
    },
    outcomes: [awaited, 'expired', 'silent'],
    fails: true,
  };
}

const sms = (): Made => ({
  type: 'sms.send',
  with: { text: 'Hello' },
  outcomes: ['accepted', 'undeliverable'],
  fails: true,
});

const email = (): Made => ({
  type: 'email.send',
  with: { subject: 'Hello', html: '<p>{{ run.vars.level | default: 0 }}</p>' },
  outcomes: ['accepted'],
  fails: true,
});

function delay(chance: Random): Made {
  const until = { until: { weekdays: ['tuesday', 'friday'], at: '10:05' } };
  const plain = { for: chance.of(['1h', '7h', 'P1D', 'P3D']) };
  return { type: 'delay', with: chance.is(0.25) ? until : plain, outcomes: ['done'], waits: true };
}

function waitEvent(chance: Random): Made {
  const condition = chance.is(0.5) ? { if: 'event.total >= 50' } : {};
  const since = chance.is(0.25) ? { since: 'entry' } : {};
  return {
    type: 'wait.event',
    with: { event: 'order.placed', within: chance.of(['4h', 'P1D']), ...condition, ...since },
    outcomes: ['received', 'timeout'],
    waits: true,
  };
}

function raced(chance: Random): Made {
  const events = [
    { event: 'order.placed', if: 'event.total >= 50', as: 'large' },
    { event: 'order.placed', as: 'small' },
    { event: 'page.viewed', as: 'viewed' },
  ];
  return {
    type: 'wait.event',
    with: { events, within: chance.of(['4h', 'P2D']) },
    outcomes: ['large', 'small', 'viewed', 'timeout'],
    waits: true,
  };
}

function waitReply(chance: Random): Made {
  const other = chance.is(0.3) ? { other: true } : {};
  return {
    type: 'whatsapp.wait-reply',
    with: {
      choices: { yes: 'accepted', ok: 'accepted', no: 'declined' },
      keywords: { thanked: ['thanks'] },
      within: chance.of(['4h', 'P1D']),
      ...other,
    },
    outcomes: ['accepted', 'declined', 'thanked', 'timeout', ...Object.keys(other)],
    waits: true,
  };
}

function waitWindow(chance: Random): Made {
  return {
    type: 'whatsapp.wait-window',
    with: { within: chance.of(['4h', 'P2D']), minutesLeft: chance.of([5, 600]) },
    outcomes: ['open', 'timeout'],
    waits: true,
  };
}

const branch = (): Made => ({
  type: 'branch',
  with: {
    cases: [
      { name: 'rich', if: 'event.total >= 50' },
      { name: 'night', if: "person.firstName == 'Haneul'" },
    ],
  },
  outcomes: ['rich', 'night', 'else'],
});

const split = (chance: Random): Made => ({
  type: 'split',
  with: {
    arms: [
      { name: 'a', weight: chance.of([10, 50, 90]) },
      { name: 'b', weight: 0 },
    ].map((arm, index, [first]) => (index === 0 ? arm : { ...arm, weight: 100 - (first?.weight ?? 0) })),
    keep: 'person',
  },
  outcomes: ['a', 'b'],
});

const set = (): Made => ({
  type: 'set',
  with: { vars: { level: 'event.total + 1.0' } },
  outcomes: ['done'],
});

const goal = (): Made => ({ type: 'goal', with: { name: 'came-far' }, outcomes: ['reached'] });

const personUpdate = (chance: Random): Made => ({
  type: 'person.update',
  with: {
    attributes: { firstName: chance.of([null, "'Haneul'"]) },
    consents: [{ channel: chance.of(['whatsapp', 'sms']), state: chance.of(['in', 'out', 'in']) }],
  },
  outcomes: ['done'],
});

const throttle = (chance: Random): Made => ({
  type: 'throttle',
  with: { limit: 1, per: 'day', full: chance.of(['wait', 'leave']), within: chance.of(['3h', 'P7D']) },
  outcomes: ['granted', 'full'],
});

export const subJourney = (journey: string): Made => ({
  type: 'journey.run',
  with: { journey },
  outcomes: ['reached'],
});

/** What a node may be; some more often than others. */
export const makers: readonly ((chance: Random) => Made)[] = [
  ...[whatsapp, whatsapp, freeForm, sms, email, delay, waitEvent, raced, branch, split, set, goal],
  ...[personUpdate, throttle, waitReply, waitReply, waitWindow],
];

/** Numbers in [0, 1), the same ones for the same seed (mulberry32), and what is drawn by them. */
export function createChance(seed: number) {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(draw() * count);
  return {
    below,
    is: (share: number): boolean => draw() < share,
    of: <Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item =>
      items[below(items.length)] as Item,
  };
}
