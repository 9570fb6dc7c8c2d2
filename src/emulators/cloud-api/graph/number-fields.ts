// What Meta shows of a business phone number (its OpenAPI description; F§4.8 for the limit).

import { APP_ID, BUSINESS_ID } from '../platform/app.ts';
import { type HealthEntity, toHealthStatus } from '../platform/health.ts';
import type { Platform } from '../platform/platform.ts';
import type { CloudSender } from '../webhook-value.ts';
import type { FieldsOf } from './fields.ts';

export function toNumberFields(platform: Platform, sender: CloudSender): FieldsOf {
  const number = platform.numbers.of(sender.phoneNumberId);
  return {
    nodeType: 'WhatsAppBusinessPhoneNumber',
    defaults: [
      'verified_name',
      'code_verification_status',
      'display_phone_number',
      'quality_rating',
      'platform_type',
      'throughput',
      'status',
      'id',
    ],
    fields: {
      id: () => sender.phoneNumberId,
      display_phone_number: () => sender.displayPhoneNumber,
      verified_name: () => number.verifiedName,
      quality_rating: () => number.qualityRating,
      status: () => number.status,
      code_verification_status: () => number.codeVerificationStatus,
      name_status: () => number.nameStatus,
      platform_type: () => number.platformType,
      throughput: () => ({ level: number.throughput }),
      whatsapp_business_manager_messaging_limit: () => number.messagingLimit,
      is_official_business_account: () => false,
      account_mode: () => 'LIVE',
      health_status: () => toHealthStatus(listSenderHealth(platform, sender)),
    },
  };
}

/** A number and all that its sending depends on (F§5.3). */
export function listSenderHealth(platform: Platform, sender: CloudSender): readonly HealthEntity[] {
  const { canSend } = platform.numbers.of(sender.phoneNumberId);
  const number: HealthEntity = { type: 'PHONE_NUMBER', id: sender.phoneNumberId, canSend };
  return [number, ...listAccountHealth(platform, sender.businessAccountId)];
}

export function listAccountHealth(platform: Platform, accountId: string): readonly HealthEntity[] {
  const isWell = { status: 'AVAILABLE' } as const;
  return [
    { type: 'WABA', id: accountId, canSend: platform.accounts.of(accountId).canSend },
    { type: 'BUSINESS', id: BUSINESS_ID, canSend: isWell },
    { type: 'APP', id: APP_ID, canSend: isWell },
  ];
}
