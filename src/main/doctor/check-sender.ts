// What is wrong with a configured WhatsApp sender, in words: its credentials, its number, its account, the version of the
// API, the clock. Asks Meta what it shows (GET only); nothing is sent.

import type { WhatsAppProvider } from '../../../activities/channels/whatsapp-sender.ts';
import type { Check } from '../../cli/doctor/check.ts';
import { toClock } from './check-server.ts';
import { checkApiVersion } from './sender/api-version.ts';
import { askGraph, type GraphAccess, tellRefusal, tellUnreachable } from './sender/ask-graph.ts';
import { checkAccount } from './sender/check-account.ts';
import { numberFields, numberSchema, tellHealth, tellNumber } from './sender/check-number.ts';
import { checkToken } from './sender/check-token.ts';

export interface SenderAccess extends Omit<GraphAccess, 'accessToken'> {
  readonly name: string;
  readonly provider: WhatsAppProvider;
  readonly phoneNumberId: string;
  readonly accountId: string | undefined;
  readonly accessToken: string | undefined;
}

export async function checkSenders(
  senders: readonly SenderAccess[],
  nowMs = Date.now(),
): Promise<readonly Check[]> {
  if (senders.length === 0) return [noSender];
  const found = await Promise.all(senders.map((sender) => checkSender(sender, nowMs)));
  // With one there is no doubt who is meant.
  if (senders.length === 1) return found.flat();
  return found.flatMap((checks, index) =>
    checks.map((check) => ({ ...check, sender: senders[index]?.name ?? '' })),
  );
}

async function checkSender(sender: SenderAccess, nowMs: number): Promise<readonly Check[]> {
  const { accessToken, provider, phoneNumberId, accountId, apiVersion } = sender;
  if (accessToken === undefined) return [toNoToken(sender)];
  if (provider !== 'meta') return [opaque];
  const access: GraphAccess = { ...sender, accessToken };
  const asked = await askGraph(access, `${phoneNumberId}?fields=${numberFields}`, numberSchema);
  // Nothing more is learnt from an address that does not answer, or a token that is not valid.
  if (asked.is === 'unreachable') return [{ id: 'sender', ...tellUnreachable(access) }];
  if (asked.is === 'refused' && (asked.code === 190 || asked.code === 0))
    return [{ id: 'sender', ...tellRefusal(asked.code, access) }];
  const number: readonly Check[] =
    asked.is === 'refused'
      ? [{ id: 'sender', ...tellRefusal(asked.code, access) }]
      : [
          { id: 'sender', ...tellNumber(asked.answer) },
          ...(asked.answer.health_status === undefined
            ? []
            : [{ id: 'sender-health', ...tellHealth(asked.answer.health_status) } as const]),
          { ...toClock(asked.serverDate), id: 'sender-clock' },
        ];
  return [
    ...number,
    ...(await checkToken(access, nowMs)),
    checkApiVersion(apiVersion, nowMs),
    ...(accountId === undefined ? [] : await checkAccount(access, accountId)),
  ];
}

const noSender: Check = {
  id: 'sender',
  status: 'warn',
  found: { en: 'no WhatsApp sender is configured', ko: 'WhatsApp 발신 번호가 설정되지 않음' },
  todo: {
    en: 'Set WHATSAPP_ACCESS_TOKEN, WHATSAPP_PHONE_NUMBER_ID and WHATSAPP_ACCOUNT_ID, or JORNADA_SENDERS_FILE, to send for real.',
    ko: '실제로 보내려면 WHATSAPP_ACCESS_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_ACCOUNT_ID 또는 JORNADA_SENDERS_FILE을 지정하세요.',
  },
};

function toNoToken({ tokenPlace }: SenderAccess): Check {
  return {
    id: 'sender',
    status: 'fail',
    found: { en: `no access token in ${tokenPlace}`, ko: `${tokenPlace}에 액세스 토큰이 없음` },
    todo: {
      en: 'Put it there: messages of this number wait for it.',
      ko: '토큰을 넣으세요. 이 번호의 메시지는 토큰을 기다립니다.',
    },
  };
}

/** Such a provider has an API of its own for the rest. */
const opaque: Check = {
  id: 'sender',
  status: 'ok',
  found: {
    en: 'sends through a provider, which shows nothing of the number here',
    ko: '대행사를 통해 발송하며, 번호 상태는 대행사에서 확인해야 함',
  },
};
