// The only reader of the environment. Everything else gets the typed, nested configuration that is made here.
// Invariant: one schema gives the defaults, the checks, the messages and the committed `.env.example`.

import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const text = z.string().min(1);
const webAddress = z.url({ protocol: /^https?$/, error: 'expected http://… or https://…' });

/** Variables by name. A description is one sentence; what may be left out is optional or has a default. */
const environment = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'expected postgres://user:password@host:port/database',
    })
    .optional()
    .describe('PostgreSQL 15 or newer. Without it, a PostgreSQL of our own is started in .jornada.'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:/]+:\d{1,5}$/, 'expected host:port')
    .optional()
    .describe('Temporal frontend as host:port. Without it, a development server is started in .jornada.'),
  TEMPORAL_NAMESPACE: text.default('default').describe('Temporal namespace of all runs.'),
  TEMPORAL_UI_URL: webAddress
    .optional()
    .describe('Where the Temporal UI is, for links to the workflow of a run.'),
  JORNADA_TASK_QUEUE: text.default('jornada').describe('Temporal task queue that workers poll.'),
  JORNADA_HTTP_HOST: text.default('127.0.0.1').describe('Address that the API and the webhooks listen on.'),
  JORNADA_HTTP_PORT: port
    .default(3000)
    .describe('Port that the API and the webhooks listen on; 0 takes a free one.'),
  JORNADA_PUBLIC_URL: webAddress
    .optional()
    .describe(
      'Where browsers reach the server, if not on its listening address: behind a proxy, for example.',
    ),
  JORNADA_REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(0)
    .default(60_000)
    .describe(
      'Requests to the API that one address may make in a minute; 0: without limit. Webhooks have none.',
    ),
  JORNADA_API_KEY: z
    .string()
    .min(16, 'expected at least 16 characters')
    .optional()
    .describe('First admin key; it is stored as a hash when the server starts.'),
  JORNADA_URL: webAddress
    .optional()
    .describe('Server that the command line talks to. Without it, the one that `jornada dev` runs.'),
  JORNADA_WEBHOOK_SELF_URL: webAddress
    .optional()
    .describe(
      'Where our own webhook receiver can be reached, for its signed self-test. By default on the listening address.',
    ),
  JORNADA_WORKFLOW_BUNDLE: text
    .optional()
    .describe(
      'File with workflow code that was bundled before. Without it, workers bundle it when they start.',
    ),
  WHATSAPP_BASE_URL: webAddress
    .default('https://graph.facebook.com')
    .describe('Host of the WhatsApp Cloud API.'),
  WHATSAPP_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'expected a version such as v25.0')
    .default('v25.0')
    .describe('Version of the WhatsApp Cloud API.'),
  WHATSAPP_PHONE_NUMBER_ID: text.optional().describe('Business phone number id that sends.'),
  WHATSAPP_ACCOUNT_ID: text.optional().describe('WhatsApp business account id of that number.'),
  WHATSAPP_ACCESS_TOKEN: text.optional().describe('System user access token.'),
  WHATSAPP_APP_SECRET: text.optional().describe('App secret that signs webhooks.'),
  WHATSAPP_APP_SECRET_PREVIOUS: text
    .optional()
    .describe(
      'App secret before the present one: webhooks that it signed are taken too while it is rotated.',
    ),
  WHATSAPP_TEMPLATE_SYNC_MINUTES: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_440)
    .default(5)
    .describe(
      "How often the accounts' templates and numbers are read at Meta, in minutes; 0: only when somebody asks.",
    ),
  WHATSAPP_VERIFY_TOKEN: text.optional().describe('Token that Meta repeats when it verifies the webhook.'),
  JORNADA_POLICY_FILE: text
    .optional()
    .describe(
      'JSON file with margins, cool-downs, the US pause, keywords: what docs/policy-settings.md lists.',
    ),
  JORNADA_SENDERS_FILE: text
    .optional()
    .describe(
      'JSON file, comments allowed, with the WhatsApp numbers that send (docs/senders.md); the single number above is not read then.',
    ),
  SMS_BASE_URL: webAddress.default('https://api.twilio.com').describe('Host of a Twilio-shaped SMS API.'),
  SMS_ACCOUNT_SID: text.optional().describe('Account of the SMS API.'),
  SMS_AUTH_TOKEN: text.optional().describe('Token of that account; it also signs SMS webhooks.'),
  SMS_FROM: text.optional().describe('Number or sender name of our SMS.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'expected smtp://user:password@host:port' })
    .optional()
    .describe('Mail server as smtp://user:password@host:port.'),
  EMAIL_FROM: text.optional().describe('Sender of our e-mail, such as "Shop <hello@example.com>".'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least severe log line that is written.'),
});

/** Beside the schema: one variable for each secret that journeys name. */
const secretPrefix = 'JORNADA_SECRET_';

export type EnvironmentVariable = keyof typeof environment.shape;

/** A variable's problem: what was expected of it. The value itself is not repeated: it may be a secret. */
export interface ConfigProblem {
  readonly variable: string;
  readonly expected: string;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'CONFIG_INVALID';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, expected }) => `- ${variable}: ${expected}`);
    super(
      `The environment is not usable:\n${lines.join('\n')}\nSee .env.example for what each variable means.`,
    );
    this.problems = problems;
  }
}

export type Config = ReturnType<typeof toConfig>;

/** The names that `readConfig` knows. */
export const environmentVariables = Object.keys(environment.shape) as readonly EnvironmentVariable[];

/**
 * Empty variables count as not set, as in `.env` files.
 * @throws ConfigError listing every bad variable
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(environmentVariables.map((name) => [name, env[name] || undefined]));
  const result = environment.safeParse(given);
  if (result.success) return toConfig(result.data, readSecrets(env));
  throw new ConfigError(
    result.error.issues.map((issue) => ({ variable: issue.path.join('.'), expected: issue.message })),
  );
}

/** A variable that a configuration file names, a credential for example; empty counts as not set. */
export function readNamedVariable(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env[name] || undefined;
}

/** The folders that programs are looked up in. Not a setting of ours, hence not in the configuration. */
export function readSearchPath(env: NodeJS.ProcessEnv = process.env): string {
  return env['PATH'] ?? env['Path'] ?? '';
}

/** The text of `.env.example`: every variable with its meaning; those with a default show it. */
export function envExample(): string {
  const entries = Object.entries(environment.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined).data;
    return `# ${schema.description}\n${fallback === undefined ? `# ${name}=` : `${name}=${fallback}`}\n`;
  });
  const header =
    '# Made from src/config.ts, do not edit: npm run gen. Copy to .env and fill in what you need.\n';
  const secrets = `# A secret that journeys send to other systems as {{ secrets.NAME }}; one variable for each.\n# ${secretPrefix}NAME=\n`;
  return [header, ...entries, secrets].join('\n');
}

function readSecrets(env: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const secrets = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith(secretPrefix) && value ? [[name.slice(secretPrefix.length), value] as const] : [],
  );
  return new Map(secrets);
}

/** The environment that `readConfig` reads these secrets from. */
export function toSecretVariables(secrets: Config['secrets']): Record<string, string> {
  return Object.fromEntries([...secrets].map(([name, value]) => [`${secretPrefix}${name}`, value]));
}

function toConfig(env: z.output<typeof environment>, secrets: ReadonlyMap<string, string>) {
  const host = env.JORNADA_HTTP_HOST;
  return {
    /** The command line's server. */
    serverUrl: env.JORNADA_URL,
    databaseUrl: env.DATABASE_URL,
    temporal: {
      address: env.TEMPORAL_ADDRESS,
      namespace: env.TEMPORAL_NAMESPACE,
      uiUrl: env.TEMPORAL_UI_URL,
      taskQueue: env.JORNADA_TASK_QUEUE,
      workflowBundle: env.JORNADA_WORKFLOW_BUNDLE,
    },
    http: {
      host,
      port: env.JORNADA_HTTP_PORT,
      publicUrl: env.JORNADA_PUBLIC_URL,
      requestsPerMinute: env.JORNADA_REQUESTS_PER_MINUTE,
      apiKey: env.JORNADA_API_KEY,
      /** Undefined with port 0: only the listening server knows it then. */
      webhookSelfUrl: env.JORNADA_WEBHOOK_SELF_URL ?? selfUrl(host, env.JORNADA_HTTP_PORT),
    },
    whatsapp: {
      baseUrl: env.WHATSAPP_BASE_URL,
      apiVersion: env.WHATSAPP_API_VERSION,
      phoneNumberId: env.WHATSAPP_PHONE_NUMBER_ID,
      accountId: env.WHATSAPP_ACCOUNT_ID,
      accessToken: env.WHATSAPP_ACCESS_TOKEN,
      appSecret: env.WHATSAPP_APP_SECRET,
      /** Those that webhooks may be signed with: more than one while the secret is rotated. */
      appSecrets: [env.WHATSAPP_APP_SECRET, env.WHATSAPP_APP_SECRET_PREVIOUS].filter(
        (secret) => secret !== undefined,
      ),
      verifyToken: env.WHATSAPP_VERIFY_TOKEN,
      templateSyncMs: env.WHATSAPP_TEMPLATE_SYNC_MINUTES * 60_000,
    },
    sms: {
      baseUrl: env.SMS_BASE_URL,
      accountSid: env.SMS_ACCOUNT_SID,
      authToken: env.SMS_AUTH_TOKEN,
      from: env.SMS_FROM,
    },
    email: { smtpUrl: env.SMTP_URL, from: env.EMAIL_FROM },
    policyFile: env.JORNADA_POLICY_FILE,
    sendersFile: env.JORNADA_SENDERS_FILE,
    logLevel: env.LOG_LEVEL,
    /** By the name that journeys use. */
    secrets,
  } as const;
}

function selfUrl(host: string, port: number): string | undefined {
  if (port === 0) return undefined;
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
