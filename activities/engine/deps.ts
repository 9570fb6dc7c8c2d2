// What activities are given by the composition root: nothing here reads the environment.

import type { Logger } from 'pino';
import type { ChannelClient } from '../../src/messaging/delivery.ts';
import type { Channel } from '../../src/messaging/message.ts';
import type { AnyNode, HttpPort } from '../../src/node-kit/node-type.ts';
import type { Store } from '../../src/store/store.ts';
import type { PolicySettings } from '../../src/whatsapp/policy-settings.ts';

export interface EngineDeps {
  readonly store: Store;
  readonly nodeTypes: readonly AnyNode[];
  readonly channels: ReadonlyMap<Channel, ChannelClient>;
  readonly http: HttpPort;
  /** What journeys name as `secrets.NAME`, by name. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Left out: the defaults. */
  readonly settings?: PolicySettings;
  readonly log: Logger;
}
