// Carries out `jornada emulator`: starts it, says where it is and how to try it, and ends it on Ctrl-C.

import { appendFileSync } from 'node:fs';
import { z } from 'zod';
import { givenTemplateSchema } from '../../emulators/cloud-api/platform/template.ts';
import {
  type CloudApiEmulator,
  type CloudApiOptions,
  startCloudApi,
} from '../../emulators/cloud-api/start-cloud-api.ts';
import type { CloudSender } from '../../emulators/cloud-api/webhook-value.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { readDocument } from '../read-document.ts';
import { emulatorTexts } from './emulator-texts.ts';

export interface EmulatorFlags {
  readonly port: string;
  readonly webhook?: string;
  readonly verifyToken?: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly numbers?: readonly string[];
  readonly templates?: string;
  readonly rules: 'meta' | 'quiet';
  readonly journal?: string;
}

/** Project files may say more of a template than the emulator asks. */
const templatesSchema = z.array(z.object(givenTemplateSchema.shape));

/** Resolves after Ctrl-C. */
export async function runEmulator(
  { options }: CommandInput<EmulatorFlags>,
  context: CommandContext,
): Promise<ExitCode> {
  const interrupted = waitForInterrupt();
  const emulator = await startOrTell(await toOptions(options, context), options.port);
  try {
    if (options.webhook !== undefined) await connectWebhook(emulator, options.webhook, options.verifyToken);
    tell(emulator, options, context);
    await interrupted;
  } finally {
    await emulator.close();
  }
  return exitCodes.ok;
}

async function toOptions(flags: EmulatorFlags, context: CommandContext): Promise<CloudApiOptions> {
  const { port, webhook, appSecret, accessToken, numbers, templates, rules: ruleSet, journal } = flags;
  if (webhook !== undefined && !isHttpUrl(webhook)) throw CliError.usage(emulatorTexts.badWebhook);
  const senders = numbers === undefined ? undefined : toSenders(numbers);
  const given = templates === undefined ? [] : await readDocument(templates, templatesSchema, context);
  return {
    ...{ port: toPort(port), appSecret, accessToken, ruleSet, templates: given },
    ...(senders !== undefined && { senders }),
    ...(journal !== undefined && { journal: toJournal(journal) }),
  };
}

function toPort(said: string): number {
  const port = Number(said);
  if (/^\d+$/.test(said) && port <= 65_535) return port;
  throw CliError.usage(emulatorTexts.badPort);
}

function isHttpUrl(said: string): boolean {
  return URL.canParse(said) && /^https?:$/.test(new URL(said).protocol);
}

/** One account, and ids in the order of the numbers. @throws CliError usage */
function toSenders(numbers: readonly string[]): readonly [CloudSender, ...CloudSender[]] | undefined {
  const bad = numbers.find((number) => !/^\+\d{7,15}$/.test(number));
  if (bad !== undefined) throw CliError.usage(emulatorTexts.badNumber(bad));
  const [first, ...rest] = numbers.map((number, index) => ({
    phoneNumberId: String(100_000_000_000_001 + index),
    displayPhoneNumber: number.slice(1),
    businessAccountId: '200000000000001',
  }));
  return first === undefined ? undefined : [first, ...rest];
}

/** @throws CliError usage where the file can't be written */
function toJournal(file: string): NonNullable<CloudApiOptions['journal']> {
  const append = (text: string): void => appendFileSync(file, text, { mode: 0o600 });
  try {
    append('');
  } catch {
    throw CliError.usage(emulatorTexts.badJournal(file));
  }
  return (entry) => append(`${JSON.stringify(entry)}\n`);
}

async function startOrTell(options: CloudApiOptions, port: string): Promise<CloudApiEmulator> {
  try {
    return await startCloudApi(options);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    throw CliError.unreachable(emulatorTexts.portTaken(port));
  }
}

/** Without a token the receiver is only sent to; with one it has to pass Meta's handshake first. */
async function connectWebhook(emulator: CloudApiEmulator, url: string, token: string | undefined) {
  if (token === undefined) return emulator.setWebhookUrl(url);
  try {
    await emulator.subscribe(url, token);
  } catch {
    throw CliError.unreachable(emulatorTexts.handshakeFailed(url));
  }
}

function tell(
  emulator: CloudApiEmulator,
  { webhook, rules, json }: EmulatorFlags & { readonly json?: true },
  { console, language }: CommandContext,
): void {
  const { url, accessToken, appSecret, senders } = emulator;
  if (json === true) {
    const page = `${url}/`;
    console.printJson({ url, page, accessToken, appSecret, webhook: webhook ?? null, rules, senders });
    return;
  }
  const words = emulatorTexts.running[language];
  const lines = [
    [words.api, `${url}/v25.0`],
    [words.page, `${url}/`],
    [words.control, `${url}/_emulator`],
    [words.token, accessToken],
    [words.secret, appSecret],
    [words.webhook, webhook ?? words.noWebhook],
    ...senders.map(({ phoneNumberId, displayPhoneNumber, businessAccountId }) => [
      words.number,
      `+${displayPhoneNumber}  phone_number_id ${phoneNumberId}  waba_id ${businessAccountId}`,
    ]),
  ];
  console.print(lines.map(([name = '', value = '']) => `${name}: ${value}`).join('\n'));
  console.print(`\n${words.tryIt}\n\n${toCurl(emulator)}\n\n${words.end}`);
}

function toCurl({ url, accessToken, senders: [sender] }: CloudApiEmulator): string {
  const body = {
    ...{ messaging_product: 'whatsapp', to: '+5521987654321', type: 'template' },
    template: { name: 'hello', language: { code: 'en' } },
  };
  return [
    `curl -X POST ${url}/v25.0/${sender.phoneNumberId}/messages \\`,
    `  -H 'Authorization: Bearer ${accessToken}' -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n');
}

function waitForInterrupt(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
