// What Meta shows of a WhatsApp business account (its OpenAPI description; F§1.5 for the Marketing Messages API).

import { toHealthStatus } from '../platform/health.ts';
import type { Platform } from '../platform/platform.ts';
import type { FieldsOf } from './fields.ts';
import { listAccountHealth } from './number-fields.ts';

export function toAccountFields(platform: Platform, accountId: string): FieldsOf {
  const account = platform.accounts.of(accountId);
  return {
    nodeType: 'WhatsAppBusinessAccount',
    defaults: ['id', 'name', 'currency', 'timezone_id', 'message_template_namespace'],
    fields: {
      id: () => accountId,
      name: () => account.name,
      currency: () => 'USD',
      timezone_id: () => '1',
      message_template_namespace: () => 'emulated',
      account_review_status: () => 'APPROVED',
      business_verification_status: () => 'verified',
      disable_marketing_messages_on_cloud_api: () => !account.marketingOnCloudApi,
      health_status: () => toHealthStatus(listAccountHealth(platform, accountId)),
    },
  };
}
