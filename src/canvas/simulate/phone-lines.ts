// What stands on the simulated person's phone: messages with their ticks, and what the person said. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { EnteredAnswer, InboundAnswer, MessageAnswer } from '../../simulator/simulation-answer.ts';
import type { PhoneLine, Tick } from '../phone/phone-line.ts';

/** Oldest first; what has not left stands last. */
export function toPhoneLines(
  { messages, inbound }: Pick<EnteredAnswer, 'messages' | 'inbound'>,
  t: (text: LocalizedText) => string,
): readonly PhoneLine[] {
  const lines = [...messages.map((message) => toSent(message, t)), ...inbound.map(toSaid)];
  return lines.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function placeOf({ at }: PhoneLine): number {
  return at ?? Number.POSITIVE_INFINITY;
}

function toSent(answer: MessageAnswer, t: (text: LocalizedText) => string): PhoneLine {
  const { send, message, at } = answer;
  const remark = remarkOf(answer);
  return {
    id: send,
    message,
    at,
    tick: tickOf(answer),
    ...(remark === undefined ? {} : { remark: t(remark) }),
  };
}

function toSaid({ at, text }: InboundAnswer, index: number): PhoneLine {
  return { id: `said ${index}`, said: text, at };
}

function tickOf({ failure, ticks, state, at }: MessageAnswer): Tick {
  if (failure !== null) return 'failed';
  if (ticks.read !== null || ticks.clicked !== null) return 'read';
  if (ticks.delivered !== null) return 'delivered';
  return ticks.sent === null || at === null || state === 'held' ? 'waiting' : 'sent';
}

function remarkOf({ failure, state, at, ticks }: MessageAnswer): LocalizedText | undefined {
  if (failure !== null) {
    return { en: `not on the phone: failed (${failure.code})`, ko: `휴대전화에 없음: 실패(${failure.code})` };
  }
  if (state === 'held') return { en: 'held back by Meta for its quality', ko: '품질 때문에 메타가 보류 중' };
  if (state === 'unknown') return { en: 'maybe sent: no answer came', ko: '발송 여부 불명: 응답 없음' };
  if (state === 'parked') return { en: 'not sent yet: it waits', ko: '아직 안 보냄: 대기 중' };
  if (at === null) return { en: 'was not sent', ko: '보내지 않음' };
  return ticks.clicked === null ? undefined : { en: 'clicked', ko: '클릭함' };
}
