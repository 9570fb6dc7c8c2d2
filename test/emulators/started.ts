// Starts an emulator with a receiver for one test and stops both after it.

import { onTestFinished } from 'vitest';
import {
  type CloudApiEmulator,
  type CloudApiOptions,
  startCloudApi,
} from '../../src/emulators/cloud-api/start-cloud-api.ts';
import { CloudClient } from './cloud-client.ts';
import { WebhookReceiver } from './webhook-receiver.ts';

export interface Started {
  readonly emulator: CloudApiEmulator;
  readonly client: CloudClient;
  readonly receiver: WebhookReceiver;
}

export async function started(options: CloudApiOptions = {}): Promise<Started> {
  const receiver = await WebhookReceiver.start();
  const emulator = await startCloudApi({ webhookUrl: receiver.url, maxRetryDelayMs: 200, ...options });
  onTestFinished(async () => {
    await emulator.close();
    await receiver.close();
  });
  return { emulator, client: new CloudClient(emulator), receiver };
}
