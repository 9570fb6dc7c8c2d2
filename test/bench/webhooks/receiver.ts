// A process of its own with three receivers, alike but for what they do with the items: ours, one INSERT per POST, and
// no database at all. Tells its ports to its parent and ends with it.

import { pino } from 'pino';
import { importBuilt } from '../built.ts';

type App = typeof import('../../../src/http/app.ts');
type GroupCommits = typeof import('../../../src/inbox/group-commit.ts');
type Inbox = typeof import('../../../src/store/inbox.ts');
type Stores = typeof import('../../../src/store/store.ts');
type GroupCommit = ReturnType<GroupCommits['createGroupCommit']>;

/** The ports, by what is measured. */
export interface ReceiverPorts {
  readonly ours: number;
  readonly insertPerPost: number;
  readonly noDatabase: number;
}

const [databaseUrl = '', appSecret = '', code = 'built'] = process.argv.slice(2);
const { createApp }: App = await importFrom('http/app');
const { createGroupCommit }: GroupCommits = await importFrom('inbox/group-commit');
const { insertInboxItems }: Inbox = await importFrom('store/inbox');
const { createStore }: Stores = await importFrom('store/store');

const store = createStore({ url: databaseUrl });
const nothing = async () => {};
const ports: ReceiverPorts = {
  ours: await listen(createGroupCommit({ store })),
  insertPerPost: await listen({
    add: (items) => insertInboxItems(store, items),
    ignore: () => {},
    flush: nothing,
  }),
  noDatabase: await listen({ add: nothing, ignore: () => {}, flush: nothing }),
};
process.send?.(ports);
// Asked before and after each turn.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuUs: user + system });
});
process.on('disconnect', () => process.exit());

function importFrom<Module>(file: string): Promise<Module> {
  return code === 'built' ? importBuilt(`src/${file}.js`) : import(`../../../src/${file}.ts`);
}

async function listen(inbox: GroupCommit): Promise<number> {
  const app = createApp({
    store,
    // No route of this bench asks for runs.
    runs: { start: nothing, state: nothing } as never,
    inbox,
    catalogue: new Map(),
    ...{ nodeTypes: [], builtInTypes: new Set<string>() },
    clock: { now: () => Date.now() },
    syncTemplates: async () => [],
    // Info is the level of production; its lines go where they cost nothing but their making.
    log: pino({ level: 'info' }, { write: () => {} }),
    appSecrets: [appSecret],
    verifyToken: undefined,
    bootstrapKey: () => undefined,
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return Number(new URL(address).port);
}
