// The number itself: is it there, registered, verified, in good standing, and may it send now?

import { z } from 'zod';
import type { LocalizedText } from '../../../journey/catalogue.ts';
import type { Told } from './ask-graph.ts';

const entity = z.object({
  entity_type: z.string(),
  id: z.string().optional(),
  can_send_message: z.string(),
  errors: z
    .array(z.object({ error_description: z.string().optional(), possible_solution: z.string().optional() }))
    .default([]),
  additional_info: z.array(z.string()).default([]),
});

const health = z.object({ can_send_message: z.string(), entities: z.array(entity).default([]) });

export const numberSchema = z.object({
  verified_name: z.string().optional(),
  display_phone_number: z.string().optional(),
  quality_rating: z.string().optional(),
  status: z.string().optional(),
  code_verification_status: z.string().optional(),
  name_status: z.string().optional(),
  health_status: health.optional(),
});

export const numberFields = Object.keys(numberSchema.shape).join(',');

export type NumberAnswer = z.output<typeof numberSchema>;

export function tellNumber(number: NumberAnswer): Told {
  const { verified_name: name = '?', quality_rating: quality = 'NA', status = 'CONNECTED' } = number;
  const words = `${name}, ${status}`;
  const found = { en: `${words}, quality ${quality}`, ko: `${words}, 품질 ${quality}` };
  const problem = findProblem(number);
  return problem === undefined ? { status: 'ok', found } : { found, ...problem };
}

/** The worst first. */
function findProblem(
  number: NumberAnswer,
): (Pick<Told, 'status'> & { readonly todo: LocalizedText }) | undefined {
  const { status = 'CONNECTED', code_verification_status: code, name_status: name } = number;
  if (status === 'FLAGGED' || status === 'RESTRICTED') return { status: 'warn', todo: standing };
  if (status !== 'CONNECTED') return { status: 'fail', todo: code === 'VERIFIED' ? register : verify };
  if (code === 'NOT_VERIFIED') return { status: 'warn', todo: verify };
  if (name === 'DECLINED') return { status: 'warn', todo: rename };
  return number.quality_rating === 'RED' ? { status: 'warn', todo: quality } : undefined;
}

const verify: LocalizedText = {
  en: 'The number is not verified: ask for a code (POST /{number}/request_code), confirm it (verify_code), then register it.',
  ko: '번호가 인증되지 않았습니다. 코드를 요청(POST /{번호}/request_code)하고 확인(verify_code)한 뒤 등록하세요.',
};
const register: LocalizedText = {
  en: 'The number is verified but not registered for the Cloud API: POST /{number}/register with its PIN.',
  ko: '번호는 인증되었지만 Cloud API에 등록되지 않았습니다. PIN으로 POST /{번호}/register를 호출하세요.',
};
const standing: LocalizedText = {
  en: 'Meta has lowered the standing of this number: see WhatsApp Manager; send less, to whom agreed.',
  ko: 'Meta가 이 번호의 등급을 낮췄습니다. WhatsApp 관리자를 확인하고 동의한 사람에게만 줄여서 보내세요.',
};
const rename: LocalizedText = {
  en: 'Meta has declined the display name: choose another one in WhatsApp Manager.',
  ko: 'Meta가 표시 이름을 거절했습니다. WhatsApp 관리자에서 다른 이름을 고르세요.',
};
const quality: LocalizedText = {
  en: 'The quality rating is low: people block or report these messages. Send less, to whom agreed.',
  ko: '품질 등급이 낮습니다. 차단이나 신고가 많으니 동의한 사람에게만 줄여서 보내세요.',
};

/** Whether a message would go out now, with what Meta itself advises (F§5.3). */
export function tellHealth({ can_send_message: overall, entities }: z.output<typeof health>): Told {
  const bad = entities.filter(({ can_send_message: one }) => one !== 'AVAILABLE');
  const names = bad.map(({ entity_type: type }) => type).join(', ');
  if (overall === 'AVAILABLE') return { status: 'ok', found: { en: 'can send', ko: '발송 가능' } };
  const found =
    overall === 'BLOCKED'
      ? { en: `Meta blocks sending (${names})`, ko: `Meta가 발송을 막음(${names})` }
      : { en: `Meta limits sending (${names})`, ko: `Meta가 발송을 제한함(${names})` };
  const advice = bad.flatMap(({ errors, additional_info: more }) => [
    ...errors.map(({ error_description: what = '', possible_solution: how = '' }) => `${what} ${how}`.trim()),
    ...more,
  ]);
  // In Meta's own words: they name the case.
  const said = advice.join(' ') || 'See WhatsApp Manager.';
  const todo = { en: said, ko: `Meta의 안내: ${said}` };
  return { status: overall === 'BLOCKED' ? 'fail' : 'warn', found, todo };
}
