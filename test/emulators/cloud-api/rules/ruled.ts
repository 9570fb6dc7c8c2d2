// An emulator with some rules on and a clock that only moves when a test moves it; what becomes of a message in one word.

import type { RulePatch } from '../../../../src/emulators/cloud-api/rules/rule-settings.ts';
import type { CloudApiOptions } from '../../../../src/emulators/cloud-api/start-cloud-api.ts';
import { type Started, started } from '../../started.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const ADA = '+821012345678';
/** In no country with an exemption. */
export const RIO = '+5521987654321';

export interface Ruled extends Started {
  /** Moves the emulator's clock. */
  readonly advance: (ms: number) => void;
  /** Sends and waits: the code that refused or failed it, else its last status, `held` or `accepted`. */
  readonly market: (to: string, template?: string) => Promise<string | number>;
  readonly text: (to: string) => Promise<string | number>;
}

export async function ruled(rules: RulePatch, options: CloudApiOptions = {}): Promise<Ruled> {
  const clock = { nowMs: Date.parse('2026-11-02T09:00:00Z') };
  const world = await started({ now: () => clock.nowMs, rules, ...options });
  const { emulator, client } = world;
  const follow = async (to: string, sent: ReturnType<typeof client.text>): Promise<string | number> => {
    const { body } = await sent;
    if (body.error !== undefined) return body.error.code;
    await emulator.idle();
    const message = emulator.messages(to).find(({ wamid }) => wamid === body.messages?.[0]?.id);
    const last = message?.statuses.at(-1);
    return last?.code ?? last?.status ?? (message?.held ? 'held' : 'accepted');
  };
  return {
    ...world,
    advance: (ms) => {
      clock.nowMs += ms;
      emulator.catchUp();
    },
    market: (to, template) => follow(to, client.template(to, undefined, template)),
    text: (to) => follow(to, client.text(to, 'hello')),
  };
}
