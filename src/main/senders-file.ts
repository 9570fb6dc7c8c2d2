// The file of WhatsApp senders (`JORNADA_SENDERS_FILE`): JSON with comments, checked whole before any of it is used. Pure:
// text in, settings or problems with their places out.

import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { z } from 'zod';
import {
  type MarketingApi,
  type WhatsAppProvider,
  whatsappProviders,
} from '../../activities/channels/whatsapp-sender.ts';

/** Where a token is kept. `text`: in the file itself, which is allowed and warned of. */
export type TokenSource = { readonly file: string } | { readonly env: string } | { readonly text: string };

/** A WhatsApp number as configured. */
export interface SenderSettings {
  readonly name: string;
  readonly phoneNumberId: string;
  /** WhatsApp business account. */
  readonly accountId?: string | undefined;
  readonly portfolioId?: string | undefined;
  readonly provider: WhatsAppProvider;
  readonly baseUrl: string;
  readonly apiVersion: string;
  readonly token?: TokenSource | undefined;
  /** Messages a second, where it is not what Meta tells us (F§1.6). */
  readonly perSecond?: number | undefined;
  readonly marketing?: MarketingApi | undefined;
  readonly directSend: boolean;
  readonly isDefault: boolean;
}

export interface SendersDefaults {
  /** Of senders at Meta. */
  readonly baseUrl: string;
  readonly apiVersion: string;
}

/** One line: place, what was expected there. Values are not repeated: they may be secrets. */
export type SendersFile =
  | { readonly ok: true; readonly senders: readonly SenderSettings[] }
  | { readonly ok: false; readonly problems: readonly string[] };

const text = z.string().trim().min(1, 'expected a text that is not empty');
const id = z.string().regex(/^\d+$/, 'expected the digits of an id of Meta, in quotes');

const sender = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected a name such as "shop-kr"'),
  phoneNumberId: id,
  accountId: id,
  portfolioId: id.optional(),
  provider: z.enum(whatsappProviders).default('meta'),
  baseUrl: z.url({ protocol: /^https?$/, error: 'expected http://… or https://…' }).optional(),
  apiVersion: z
    .string()
    .regex(/^v\d+\.\d+$/, 'expected a version such as "v25.0"')
    .optional(),
  accessToken: z.union([z.strictObject({ file: text }), z.strictObject({ env: text }), text], {
    error: 'expected { "file": "…" } or { "env": "…" }',
  }),
  perSecond: z.int().min(1).max(1_000).optional(),
  marketingApi: z
    .union([
      z.boolean(),
      z.strictObject({
        policy: z.enum(['fallback', 'strict']).default('fallback'),
        shareActivity: z.boolean().optional(),
      }),
    ])
    .default(false),
  directSend: z.boolean().default(false),
  default: z.boolean().default(false),
});

const file = z.strictObject({ $schema: text.optional(), senders: z.array(sender).min(1) });

type Written = z.output<typeof sender>;

/** Where providers are unless the file says otherwise; Meta's host is the configuration's. */
const providerUrls = { '360dialog': 'https://waba-v2.360dialog.io' } as const;

export function parseSendersFile(source: string, defaults: SendersDefaults): SendersFile {
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { allowTrailingComma: true });
  const locate = (offset: number) => toPlace(source, offset);
  if (tree === undefined || errors.length > 0) {
    const broken = errors.map(({ offset, error }) => `${locate(offset)}: ${printParseErrorCode(error)}`);
    return { ok: false, problems: broken.length > 0 ? broken : ['1:1: expected { "senders": […] }'] };
  }
  const parsed = file.safeParse(toValue(tree));
  const problems = parsed.success ? listClashes(parsed.data.senders) : parsed.error.issues;
  if (!parsed.success || problems.length > 0) {
    return { ok: false, problems: problems.map((problem) => describe(problem, tree, locate)) };
  }
  return { ok: true, senders: parsed.data.senders.map((written) => toSettings(written, defaults)) };
}

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What must be each sender's own. */
function listClashes(senders: readonly Written[]): Problem[] {
  const seen = new Set<string>();
  return senders.flatMap((one, index) =>
    (['name', 'phoneNumberId', 'default'] as const).flatMap((key) => {
      if (key === 'default' && !one.default) return [];
      const value = `${key} ${one[key]}`;
      const isFirst = !seen.has(value);
      seen.add(value);
      return isFirst ? [] : [{ path: ['senders', index, key], message: 'another sender has this already' }];
    }),
  );
}

function describe({ path, message }: Problem, tree: Node, locate: (offset: number) => string): string {
  const keys = path.filter((key) => typeof key !== 'symbol');
  let node: Node | undefined;
  // What is missing has no place: that of what it is missing in.
  for (let depth = keys.length; node === undefined && depth >= 0; depth -= 1) {
    node = findNodeAtLocation(tree, keys.slice(0, depth));
  }
  return `${locate(node?.offset ?? 0)}: ${keys.join('.') || 'the file'}: ${message}`;
}

/** Line and column, from 1. */
function toPlace(source: string, offset: number): string {
  const lines = source.slice(0, offset).split('\n');
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

function toValue({ type, children = [], value }: Node): unknown {
  if (type === 'array') return children.map(toValue);
  if (type !== 'object') return value;
  return Object.fromEntries(
    children.flatMap(({ children: [key, held] = [] }) =>
      key === undefined || held === undefined ? [] : [[String(key.value), toValue(held)]],
    ),
  );
}

function toSettings(written: Written, { baseUrl, apiVersion }: SendersDefaults): SenderSettings {
  const { accessToken, marketingApi, default: isDefault, ...settings } = written;
  const home = written.provider === 'meta' ? baseUrl : providerUrls[written.provider];
  return {
    ...settings,
    baseUrl: (written.baseUrl ?? home).replace(/\/+$/, ''),
    apiVersion: written.apiVersion ?? apiVersion,
    token: typeof accessToken === 'string' ? { text: accessToken } : accessToken,
    isDefault,
    ...(marketingApi === false ? {} : { marketing: toMarketing(marketingApi) }),
  };
}

function toMarketing(given: Exclude<Written['marketingApi'], false>): MarketingApi {
  if (given === true) return { policy: 'fallback' };
  const { policy, shareActivity } = given;
  return { policy, ...(shareActivity === undefined ? {} : { shareActivity }) };
}
