// The operator's policy settings: a JSON file over the defaults. Read when a role starts; changed by a restart.

import { readFile } from 'node:fs/promises';
import { ConfigError } from '../config.ts';
import {
  defaultPolicySettings,
  type PolicySettings,
  policySettingsSchema,
} from '../whatsapp/policy-settings.ts';

const variable = 'JORNADA_POLICY_FILE';

/** @throws ConfigError with every bad place of the file */
export async function readPolicySettings(file: string | undefined): Promise<PolicySettings> {
  if (file === undefined) return defaultPolicySettings;
  const parsed = policySettingsSchema.safeParse(await readJson(file));
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map(({ path, message }) => ({
      variable,
      expected: `${file}: ${path.length === 0 ? 'the file' : path.join('.')}: ${message}`,
    })),
  );
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const problem = error instanceof SyntaxError ? `not JSON (${error.message})` : 'the file can not be read';
    throw new ConfigError([{ variable, expected: `${file}: ${problem}` }]);
  }
}
