// The configuration for commands: a bad environment is a wrong use, not a crash.

import { CliError } from '../cli/cli-error.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';

/** @throws CliError usage, with every bad variable */
export function readConfigOrUsage(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const list = error.problems.map(({ variable, expected }) => `- ${variable}: ${expected}`).join('\n');
    throw CliError.usage({
      en: error.message,
      ko: `환경 변수를 쓸 수 없습니다.\n${list}\n각 변수의 뜻은 .env.example을 보세요.`,
    });
  }
}
