// The emulators' README and the code say the same: every route, rule, setting, behaviour and field, both ways.

import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { behaviourSchema } from '../../src/emulators/cloud-api/behaviour.ts';
import { CloudWorld } from '../../src/emulators/cloud-api/cloud-world.ts';
import { registerControlRoutes } from '../../src/emulators/cloud-api/control-routes.ts';
import { registerPageRoutes } from '../../src/emulators/cloud-api/page/page-routes.ts';
import { META_RULES, QUIET_RULES, RULE_NAMES } from '../../src/emulators/cloud-api/rules/rule-settings.ts';
import { DEFAULT_SENDER } from '../../src/emulators/cloud-api/start-cloud-api.ts';
import { BUILT_FIELDS } from '../../src/emulators/cloud-api/webhook-builders.ts';
import { USUAL_SHAPE } from '../../src/emulators/cloud-api/webhook-shape.ts';
import { projectRoot } from '../support/run-tool.ts';

const readme = readFileSync(`${projectRoot}/src/emulators/README.md`, 'utf8');
const rowsOf = (heading: string) =>
  (readme.split(`### ${heading}\n`)[1] ?? '').split('\n### ')[0]?.match(/^\| `.*$/gm) ?? [];
const wordsOf = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '');

describe("the emulators' README", () => {
  test('lists every route of the control API, and no other', async () => {
    const routes: string[] = [];
    const app = Fastify();
    app.addHook('onRoute', ({ method, url }) => {
      if (method !== 'HEAD' && /^\/_emulator\/(?!page\/)/.test(url)) routes.push(`${method} ${url}`);
    });
    const world = createWorld();
    registerControlRoutes(app, world);
    await registerPageRoutes(app, world);
    await Promise.all([app.close(), world.close()]);
    const told = rowsOf('Control API').map((row) => wordsOf(row.split(' | ')[0])[0]);
    expect(told.toSorted()).toEqual(routes.toSorted());
  });

  test('lists every rule in its order, with its settings and where it is on', () => {
    const told = rowsOf('Rules').map((row) => {
      const cells = row.split(' | ');
      return [wordsOf(cells[0])[0], cells[1], cells[2], wordsOf(cells[4])];
    });
    const word = (isOn: boolean) => (isOn ? 'on' : 'off');
    expect(told).toEqual(
      RULE_NAMES.map((name) => {
        const { on, ...settings } = QUIET_RULES[name];
        return [name, word(on), word(META_RULES[name].on), Object.keys(settings)];
      }),
    );
  });

  test('lists every behaviour of scripts and every field that is made whole', () => {
    const behaviours = rowsOf('Scripts').flatMap((row) => wordsOf(row.split(' | ')[0]));
    expect(behaviours.toSorted()).toEqual(
      behaviourSchema.options.map((option) => option.shape.do.value).toSorted(),
    );
    const [line] = /^Fields with `about`:.*$/m.exec(readme) ?? [];
    expect(wordsOf(line).slice(1)).toEqual(BUILT_FIELDS);
  });
});

function createWorld(): CloudWorld {
  return new CloudWorld({
    ...{ senders: [DEFAULT_SENDER], accessToken: 'token', templates: [], templateCategories: {} },
    ...{ now: Date.now, defaultBehaviour: { do: 'deliver' }, rules: QUIET_RULES, shape: USUAL_SHAPE },
    outbox: { url: undefined, appSecret: 's', delivery: {}, giveUpAfterMs: 1, maxRetryDelayMs: 1 },
  });
}
