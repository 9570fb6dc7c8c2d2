// `health_status` (F§5.3): whether an object can send, by itself and with all that it depends on. Pure.

import * as z from 'zod';

/** BLOCKED carries an error of the list, LIMITED a reason in words. */
export const canSendSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('AVAILABLE') }),
  z.strictObject({ status: z.literal('LIMITED'), reason: z.string().min(1) }),
  z.strictObject({
    status: z.literal('BLOCKED'),
    code: z.int(),
    reason: z.string().min(1),
    solution: z.string().min(1),
  }),
]);

export type CanSend = z.infer<typeof canSendSchema>;

export interface HealthEntity {
  readonly type: 'MESSAGE_TEMPLATE' | 'PHONE_NUMBER' | 'WABA' | 'BUSINESS' | 'APP';
  readonly id: string;
  readonly canSend: CanSend;
}

/** Overall, things are as bad as with the worst entity. */
export function toHealthStatus(entities: readonly HealthEntity[]): Record<string, unknown> {
  const statuses = entities.map(({ canSend }) => canSend.status);
  const worst = (['BLOCKED', 'LIMITED'] as const).find((status) => statuses.includes(status));
  return { can_send_message: worst ?? 'AVAILABLE', entities: entities.map(toEntity) };
}

function toEntity({ type, id, canSend }: HealthEntity): Record<string, unknown> {
  const entity = { entity_type: type, id, can_send_message: canSend.status };
  switch (canSend.status) {
    case 'AVAILABLE':
      return entity;
    case 'LIMITED':
      return { ...entity, additional_info: [canSend.reason] };
    case 'BLOCKED': {
      const { code, reason, solution } = canSend;
      return {
        ...entity,
        errors: [{ error_code: code, error_description: reason, possible_solution: solution }],
      };
    }
  }
}
