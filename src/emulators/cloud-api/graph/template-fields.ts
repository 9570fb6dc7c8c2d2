// What Meta shows of a message template (its OpenAPI description; F§4.6 and F§5.3 for status and health).

import type { CanSend } from '../platform/health.ts';
import { toHealthStatus } from '../platform/health.ts';
import type { Platform } from '../platform/platform.ts';
import type { Template } from '../platform/template.ts';
import type { FieldsOf } from './fields.ts';
import { listAccountHealth } from './number-fields.ts';

export function toTemplateFields(platform: Platform, template: Template): FieldsOf {
  return {
    nodeType: 'WhatsAppMessageTemplate',
    defaults: ['name', 'parameter_format', 'components', 'language', 'status', 'category', 'id'],
    fields: {
      id: () => template.id,
      name: () => template.name,
      language: () => template.language,
      status: () => template.status,
      category: () => template.category,
      components: () => template.components ?? [],
      parameter_format: () => template.parameterFormat,
      quality_score: () => ({ score: template.qualityScore }),
      rejected_reason: () => template.rejectedReason,
      message_send_ttl_seconds: () => template.ttlSeconds,
      health_status: () =>
        toHealthStatus([
          { type: 'MESSAGE_TEMPLATE', id: template.id, canSend: toCanSend(template) },
          ...listAccountHealth(platform, template.accountId),
        ]),
    },
  };
}

function toCanSend({ status }: Template): CanSend {
  if (status === 'APPROVED') return { status: 'AVAILABLE' };
  return {
    status: 'BLOCKED',
    code: 141002,
    reason: `The message template is ${status}.`,
    solution: 'Use an approved template, or wait until this one is approved.',
  };
}
