// What Meta shows of a number when it is asked (OpenAPI description; F§1.6, F§4.8, F§5.3), in the few parts that we go by.
// Lenient: a part that is new or odd is left out, and changes nothing. Pure.

import { z } from 'zod';
import { parseDailyLimit } from './daily-limit.ts';
import { throughputs } from './throughputs.ts';

const basicFields = ['display_phone_number', 'platform_type', 'throughput', 'quality_rating'] as const;
const limitFields = ['whatsapp_business_manager_messaging_limit', 'health_status'] as const;

export interface NumberShown {
  /** Digits. */
  readonly displayPhone?: string | undefined;
  /** Messages a second, in and out. */
  readonly perSecond?: number | undefined;
  /** People a day of its portfolio; -1 without a limit. */
  readonly dailyLimit?: number | undefined;
  /** Business portfolio. */
  readonly portfolioId?: string | undefined;
  /** Meta's word: GREEN, YELLOW, RED, NA, UNKNOWN. */
  readonly quality?: string | undefined;
  readonly health?: NumberHealth | undefined;
}

export interface NumberHealth {
  /** AVAILABLE, LIMITED, BLOCKED: as bad as the worst that the number depends on. */
  readonly word: string;
  /** What is to blame: types of entities, and Meta's codes. Nothing personal. */
  readonly entities: readonly string[];
  readonly codes: readonly string[];
}

/**
 * The fields to ask for, most first: where the API lacks one it refuses to answer at all, and the next set is asked for.
 * C: that it has all of the first set in all versions.
 */
export const numberFieldSets = [
  [...basicFields, ...limitFields, 'is_on_biz_app'],
  [...basicFields, ...limitFields],
  basicFields,
].map((fields) => fields.join(','));

const text = z.string().optional().catch(undefined);
const code = z.looseObject({ error_code: z.union([z.string(), z.number()]).transform(String) });

const entityShape = z.looseObject({
  entity_type: z.string(),
  id: text,
  can_send_message: text,
  errors: z.array(z.unknown()).catch([]),
});

const numberShape = z.looseObject({
  display_phone_number: text,
  platform_type: text,
  throughput: z.looseObject({ level: text }).optional().catch(undefined),
  quality_rating: text,
  whatsapp_business_manager_messaging_limit: text,
  is_on_biz_app: z.boolean().optional().catch(undefined),
  health_status: z
    .looseObject({ can_send_message: z.string(), entities: z.array(z.unknown()).catch([]) })
    .optional()
    .catch(undefined),
});

type Shape = z.output<typeof numberShape>;
type Entity = z.output<typeof entityShape>;

/** Undefined for what is no number at all. */
export function parseNumberShown(raw: unknown): NumberShown | undefined {
  const { success, data } = numberShape.safeParse(raw);
  if (!success) return undefined;
  const entities = (data.health_status?.entities ?? []).flatMap(
    (entity) => entityShape.safeParse(entity).data ?? [],
  );
  return {
    displayPhone: data.display_phone_number?.replace(/\D/g, '') || undefined,
    perSecond: toPerSecond(data),
    dailyLimit: parseDailyLimit(data.whatsapp_business_manager_messaging_limit),
    // C: that it is the portfolio whose limit counts; no other field tells it.
    portfolioId: entities.find(({ entity_type: type }) => type === 'BUSINESS')?.id,
    quality: data.quality_rating,
    health: data.health_status && toHealth(data.health_status.can_send_message, entities),
  };
}

/** C: that a number in the business app keeps to its lower rate whatever its level says. */
function toPerSecond({ platform_type, throughput, is_on_biz_app }: Shape): number | undefined {
  if (platform_type !== undefined && platform_type !== 'CLOUD_API') return undefined;
  if (is_on_biz_app === true) return throughputs.coexistence;
  if (throughput?.level === 'HIGH') return throughputs.upgraded;
  return throughput?.level === 'STANDARD' ? throughputs.default : undefined;
}

function toHealth(word: string, entities: readonly Entity[]): NumberHealth {
  const bad = entities.filter(({ can_send_message: can }) => can !== undefined && can !== 'AVAILABLE');
  const codes = bad.flatMap(({ errors }) =>
    errors.flatMap((error) => code.safeParse(error).data?.error_code ?? []),
  );
  return { word, entities: bad.map(({ entity_type: type }) => type), codes };
}
