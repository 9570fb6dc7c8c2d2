// The configuration for commands: a bad environment, or a bad file that it names, is a wrong use, not a crash.

import { pino } from 'pino';
import { CliError } from '../cli/cli-error.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import type { PolicySettings } from '../whatsapp/policy-settings.ts';
import { readPolicySettings } from './read-policy-settings.ts';
import { openSenderBook, type SenderBook } from './sender-book.ts';

/** @throws CliError usage, with every bad variable */
export function readConfigOrUsage(): Config {
  try {
    return readConfig();
  } catch (error) {
    throw toUsage(error);
  }
}

/** @throws CliError usage, with every bad place of the file */
export async function readPolicySettingsOrUsage(file: Config['policyFile']): Promise<PolicySettings> {
  try {
    return await readPolicySettings(file);
  } catch (error) {
    throw toUsage(error);
  }
}

/** The senders as a command sees them; what is wrong with one is for the command to say. @throws CliError usage */
export async function openSenderBookOrUsage(config: Config): Promise<SenderBook> {
  try {
    return await openSenderBook(config, pino({ level: 'silent' }));
  } catch (error) {
    throw toUsage(error);
  }
}

function toUsage(error: unknown): unknown {
  if (!(error instanceof ConfigError)) return error;
  const list = error.problems.map(({ variable, expected }) => `- ${variable}: ${expected}`).join('\n');
  return CliError.usage({
    en: error.message,
    ko: `환경 변수를 쓸 수 없습니다.\n${list}\n각 변수의 뜻은 .env.example을 보세요.`,
  });
}
