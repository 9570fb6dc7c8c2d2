// Why a policy held a message back, in words of both languages, as exact as the facts that it decided by. For whoever
// shows a trace or explains a run. Pure.

import type { LocalizedText } from '../journey/catalogue.ts';
import type { Because } from '../messaging/gate-facts.ts';

type Time = (instantMs: number) => string;
type Say = (because: Because, time: Time) => LocalizedText;

/**
 * @param because what the policy went by; undefined where it is not known
 * @param time writes an instant, epoch ms
 */
export function policyWords(policy: string, because: Because | undefined, time: Time): LocalizedText {
  const say = Object.hasOwn(words, policy) ? words[policy] : undefined;
  return say?.(because ?? {}, time) ?? { en: policy, ko: policy };
}

/** What a kind of restriction bars. */
export function restrictionWords(kind: string): LocalizedText {
  const known = Object.hasOwn(barred, kind) ? barred[kind] : undefined;
  return known ?? { en: kind, ko: kind };
}

const words: { readonly [policy: string]: Say } = {
  recipient: plain('no address for this channel', '이 채널의 연락처 없음'),
  consent(because, time) {
    const isOut = 'topic' in because;
    const topic = because['topic'] === '' || !isOut ? '' : ` (${because['topic']})`;
    const said = isOut
      ? { en: `the person has opted out${topic}`, ko: `수신을 거부한 고객${topic}` }
      : { en: 'no consent', ko: '수신 동의 없음' };
    return span(said, because, time);
  },
  retry(because, time) {
    const code = because['code'] === undefined ? '' : ` (${because['code']})`;
    const said = { en: `refused for now${code}`, ko: `잠시 거절됨${code}` };
    return span(said, because, time);
  },
  'us-pause': (because, time) =>
    span(
      { en: "Meta's pause of marketing to US numbers", ko: '메타의 미국 번호 마케팅 중단' },
      because,
      time,
    ),
  experiment(because, time) {
    const said = { en: "in Meta's marketing experiment (130472)", ko: '메타의 마케팅 실험 대상(130472)' };
    const probe = toInstant(because['until'], time);
    const { en, ko } = span(said, { since: because['since'] ?? '' }, time);
    if (probe === undefined) return { en, ko };
    return {
      en: `${en}, one message is tried again from ${probe}`,
      ko: `${ko}, ${probe}부터 한 번 다시 시도`,
    };
  },
  cooldown(because, time) {
    const times = Number(because['times'] ?? 1);
    const count = times > 1 ? { en: ` (${times} in a row)`, ko: ` (연속 ${times}회)` } : { en: '', ko: '' };
    const said = {
      en: `the cool-down after the per-user marketing limit 131049${count.en}`,
      ko: `고객별 마케팅 한도(131049) 후 휴지 기간${count.ko}`,
    };
    return span(said, because, time);
  },
  reachability(because, time) {
    const said =
      because['belief'] === 'suspect'
        ? { en: 'perhaps not on WhatsApp (131026)', ko: '왓츠앱을 쓰지 않을 수 있음(131026)' }
        : { en: 'not reachable on WhatsApp (131026)', ko: '왓츠앱으로 연락할 수 없음(131026)' };
    return span(said, because, time);
  },
  caps({ max, sent }) {
    const count = max === undefined ? '' : ` (${sent}/${max})`;
    return { en: `frequency cap used up${count}`, ko: `발송 횟수 한도 초과${count}` };
  },
  template(because, time) {
    const { template, status, reason } = because;
    if (status === undefined) return { en: 'the template may not be used', ko: '템플릿을 쓸 수 없음' };
    const name = template === undefined ? '' : ` ${template}`;
    const why = reason === undefined ? '' : ` (${reason})`;
    const said = { en: `the template${name} is ${status}${why}`, ko: `템플릿${name} 상태 ${status}${why}` };
    return span(said, because, time);
  },
  window(because, time) {
    const ended = toInstant(because['endsAt'], time);
    const refused = because['refusals'] === undefined ? '' : ` (131047 × ${because['refusals']})`;
    const said = {
      en: `no open 24-hour window${refused}`,
      ko: `24시간 대화 창이 닫혀 있음${refused}`,
    };
    if (ended === undefined) return said;
    return {
      en: `${said.en}, the last one goes by ${ended}`,
      ko: `${said.ko}, 마지막 창의 기준 시각 ${ended}`,
    };
  },
  'quiet-hours'(because, time) {
    const { from, to } = because;
    const hours = from === undefined ? '' : ` ${from}–${to}`;
    const said = { en: `quiet hours${hours}`, ko: `야간 발송 제한${hours}` };
    return span(said, because, time);
  },
  canary(because) {
    const { first, delivered, failed, needed } = because;
    if (first === undefined) return { en: 'the first messages go ahead', ko: '첫 메시지의 결과를 기다림' };
    return {
      en: `${first} go ahead: ${delivered} delivered, ${failed} failed, ${needed} needed`,
      ko: `먼저 보낸 ${first}건의 결과 확인: 도착 ${delivered}건, 실패 ${failed}건, 필요 ${needed}건`,
    };
  },
  restrictions(because, time) {
    const { kind, reason } = because;
    const bars = kind === undefined ? { en: 'sending', ko: '발송' } : restrictionWords(String(kind));
    const why = reason === undefined ? '' : ` (${reason})`;
    const said = { en: `Meta bars ${bars.en}${why}`, ko: `메타가 제한 중: ${bars.ko}${why}` };
    return span(said, because, time);
  },
  portfolio(because, time) {
    const limit = because['limit'] === undefined ? '' : ` (${because['limit']})`;
    const said = {
      en: `as many people as the portfolio may write to in 24 hours${limit}`,
      ko: `포트폴리오의 24시간 발송 인원 한도${limit}`,
    };
    return span(said, because, time);
  },
  'pair-limit': (because, time) =>
    span(
      { en: 'too many messages to this person just now', ko: '이 사람에게 짧은 시간에 너무 많이 보냄' },
      because,
      time,
    ),
  'sender-rate': (because, time) =>
    span({ en: "the sender's rate is used up", ko: '발신 번호의 발송 속도가 다 참' }, because, time),
  account: plain('the account needs an operator', '운영자가 계정을 확인해야 함'),
  expires: plain('no longer worth sending', '발송 기한이 지남'),
  'exit-rule': plain('an exit rule ended the run', '종료 규칙이 실행을 끝냄'),
  operator: plain('an operator ended the run', '운영자가 실행을 끝냄'),
  cancelled: plain('the run was cancelled', '실행이 취소됨'),
};

const barred: { readonly [kind: string]: LocalizedText } = {
  all: { en: 'all messages', ko: '모든 메시지' },
  'business-initiated': { en: 'messages outside an open window', ko: '대화 창 밖의 메시지' },
  'soft-lock': {
    en: 'messages outside an open window until an operator acknowledges it',
    ko: '운영자가 확인할 때까지 대화 창 밖의 메시지',
  },
  'customer-initiated': { en: 'answers inside a window', ko: '대화 창 안의 답장' },
  marketing: { en: 'marketing', ko: '마케팅' },
  'utility-templates': { en: 'utility templates', ko: '유틸리티 템플릿' },
  'direct-send': { en: 'Direct Send', ko: '다이렉트 센드' },
  payment: { en: 'what costs money, until it is paid', ko: '결제될 때까지 유료 메시지' },
  country: { en: 'messages to this country', ko: '이 국가로의 메시지' },
};

function plain(en: string, ko: string): Say {
  return () => ({ en, ko });
}

/** With `since … until …`, as far as they are known. */
function span(said: LocalizedText, because: Because, time: Time): LocalizedText {
  const since = toInstant(because['since'], time);
  const until = toInstant(because['until'], time);
  return {
    en: [said.en, ...(since ? [`since ${since}`] : []), ...(until ? [`until ${until}`] : [])].join(' '),
    ko: [said.ko, ...(since ? [`${since}부터`] : []), ...(until ? [`${until}까지`] : [])].join(' '),
  };
}

function toInstant(value: Because[string] | undefined, time: Time): string | undefined {
  return typeof value === 'number' ? time(value) : undefined;
}
