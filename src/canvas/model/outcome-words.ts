// Outcomes in words for designers: short ones for chips and edges, a sentence for whoever asks what it means. The words of
// message nodes are DESIGN 4.3; those that authors choose stand as they are. Meta's code of a failure is told where one is
// known: by the run, or by whoever lets it happen. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import { anyFailure } from '../../journey/outcome-match.ts';
import { always } from './edges.ts';

/**
 * A word or two: `withheld by Meta`, `전달됨`.
 *
 * @param key an outcome, a prefix of outcomes, `*`, or `always`
 */
export function outcomeWords(key: string): LocalizedText {
  return find(key)?.[0] ?? { en: key, ko: key };
}

/** What happened when it ends so; undefined for words that the author chose. */
export function outcomeMeaning(key: string): LocalizedText | undefined {
  return find(key)?.[1];
}

function find(key: string): readonly [short: LocalizedText, meaning: LocalizedText] | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

const words: { readonly [key: string]: readonly [LocalizedText, LocalizedText] } = {
  [always]: [
    { en: 'always', ko: '항상' },
    { en: 'However it ends.', ko: '어떤 결과로 끝나든 이어집니다.' },
  ],
  [anyFailure]: [
    { en: 'other failures', ko: '그 외 실패' },
    {
      en: 'Every failure without an edge of its own, except “maybe sent” and “too many visits”.',
      ko: '따로 연결하지 않은 모든 실패입니다. "발송 여부 불명"과 "방문 한도 초과"는 포함되지 않습니다.',
    },
  ],
  accepted: [
    { en: 'accepted', ko: '접수됨' },
    {
      en: 'The provider has taken the message. Nobody knows yet whether it arrived.',
      ko: '발송 업체가 메시지를 접수했습니다. 도착 여부는 아직 알 수 없습니다.',
    },
  ],
  delivered: [
    { en: 'delivered', ko: '전달됨' },
    { en: 'The message is on the phone.', ko: '메시지가 휴대전화에 도착했습니다.' },
  ],
  read: [
    { en: 'read', ko: '읽음' },
    { en: 'The person has read it.', ko: '고객이 메시지를 읽었습니다.' },
  ],
  replied: [
    { en: 'replied', ko: '답장함' },
    { en: 'The person has answered.', ko: '고객이 답장했습니다.' },
  ],
  clicked: [
    { en: 'clicked', ko: '클릭함' },
    {
      en: 'The person has opened a link or tapped a button.',
      ko: '고객이 링크를 열었거나 버튼을 눌렀습니다.',
    },
  ],
  experiment: [
    { en: 'experiment', ko: '실험' },
    {
      en: 'Withheld by Meta: the person is in its marketing experiment.',
      ko: '메타가 보류했습니다. 마케팅 실험 대상 고객입니다.',
    },
  ],
  limit: [
    { en: 'limit', ko: '한도' },
    { en: 'A limit of Meta stood in the way.', ko: '메타의 한도에 걸렸습니다.' },
  ],
  'limit.user': [
    { en: 'withheld by Meta', ko: '메타가 보류' },
    {
      en: 'Withheld by Meta: this person gets enough marketing for now.',
      ko: '메타가 보류했습니다. 이 고객에게 가는 마케팅 메시지가 한도에 찼습니다.',
    },
  ],
  'limit.us': [
    { en: 'US number', ko: '미국 번호' },
    {
      en: 'Meta delivers no marketing templates to US numbers.',
      ko: '메타는 미국 번호로 마케팅 템플릿을 전달하지 않습니다.',
    },
  ],
  'limit.sender': [
    { en: 'sender limit', ko: '발신 한도' },
    {
      en: 'Our number may not send more now: limit, rate or quality.',
      ko: '발신 번호로 지금은 더 보낼 수 없습니다(발송 한도, 속도 또는 품질).',
    },
  ],
  undeliverable: [
    { en: 'undeliverable', ko: '전달 불가' },
    {
      en: 'Not on WhatsApp, terms not accepted, or a version that is too old.',
      ko: '왓츠앱을 쓰지 않거나, 약관에 동의하지 않았거나, 앱이 너무 오래되었습니다.',
    },
  ],
  window: [
    { en: 'window closed', ko: '대화 창 닫힘' },
    {
      en: 'More than 24 hours since the person last wrote: only a template may go out.',
      ko: '고객의 마지막 메시지 이후 24시간이 지나 템플릿만 보낼 수 있습니다.',
    },
  ],
  consent: [
    { en: 'no consent', ko: '수신 동의 없음' },
    {
      en: 'The person has not agreed, or has opted out.',
      ko: '고객이 동의하지 않았거나 수신을 거부했습니다.',
    },
  ],
  template: [
    { en: 'template', ko: '템플릿' },
    { en: 'The template could not be used.', ko: '템플릿을 쓸 수 없었습니다.' },
  ],
  'template.paused': [
    { en: 'template paused', ko: '템플릿 중지' },
    {
      en: 'Meta has paused the template because of its quality.',
      ko: '품질 때문에 메타가 템플릿을 일시 중지했습니다.',
    },
  ],
  'template.missing': [
    { en: 'template missing', ko: '템플릿 없음' },
    {
      en: 'There is no such template in this language, or it is not approved.',
      ko: '이 언어로 된 템플릿이 없거나 승인되지 않았습니다.',
    },
  ],
  'template.params': [
    { en: 'template values', ko: '템플릿 값 오류' },
    { en: 'The values do not fit the template.', ko: '값이 템플릿과 맞지 않습니다.' },
  ],
  account: [
    { en: 'account blocked', ko: '계정 제한' },
    {
      en: 'The account is locked, restricted, unpaid, or barred in this country.',
      ko: '계정이 잠겼거나, 제한되었거나, 결제에 문제가 있거나, 이 국가로 보낼 수 없습니다.',
    },
  ],
  capped: [
    { en: 'frequency cap', ko: '발송 횟수 한도' },
    {
      en: 'The person has had as many messages as the policy allows.',
      ko: '정책에서 정한 횟수만큼 이미 보냈습니다.',
    },
  ],
  silent: [
    { en: 'no sign', ko: '확인 안 됨' },
    {
      en: 'Accepted, and then no word in the time that was set.',
      ko: '접수되었지만 정한 시간 안에 아무 확인도 오지 않았습니다.',
    },
  ],
  expired: [
    { en: 'too late', ko: '기한 지남' },
    {
      en: 'It waited until it was no longer worth sending.',
      ko: '기다리는 동안 발송 기한이 지났습니다.',
    },
  ],
  unresolved: [
    { en: 'maybe sent', ko: '발송 여부 불명' },
    {
      en: 'It may or may not have been sent, and no word came. Sending again could reach the person twice.',
      ko: '실제로 나갔는지 확인되지 않았습니다. 다시 보내면 고객이 두 번 받을 수 있습니다.',
    },
  ],
  unavailable: [
    { en: 'provider down', ko: '발송 업체 장애' },
    {
      en: 'The provider could not be reached, however often it was tried.',
      ko: '여러 번 시도했지만 발송 업체에 연결하지 못했습니다.',
    },
  ],
  invalid: [
    { en: 'refused as wrong', ko: '잘못된 메시지' },
    {
      en: 'The provider refuses the message: a mistake in it or in the data.',
      ko: '메시지나 데이터에 잘못이 있어 발송 업체가 거절했습니다.',
    },
  ],
  stopped: [
    { en: 'stopped', ko: '중단됨' },
    {
      en: 'The first messages did badly, so the rest was stopped.',
      ko: '먼저 보낸 메시지의 결과가 나빠 나머지를 중단했습니다.',
    },
  ],
  cancelled: [
    { en: 'cancelled', ko: '취소됨' },
    { en: 'An operator ended the run.', ko: '운영자가 실행을 끝냈습니다.' },
  ],
  exhausted: [
    { en: 'too many visits', ko: '방문 한도 초과' },
    { en: 'This step was entered as often as it may be.', ko: '이 단계에 정한 횟수만큼 이미 들어왔습니다.' },
  ],
  reached: [
    { en: 'reached', ko: '도달' },
    { en: 'The goal is reached.', ko: '목표에 도달했습니다.' },
  ],
  timeout: [
    { en: 'time is up', ko: '시간 지남' },
    { en: 'It did not happen in the time that was set.', ko: '정한 시간 안에 일어나지 않았습니다.' },
  ],
  received: [
    { en: 'it happened', ko: '이벤트 발생' },
    { en: 'The event came.', ko: '기다리던 이벤트가 왔습니다.' },
  ],
  done: [
    { en: 'done', ko: '완료' },
    { en: 'It is done, and the journey goes on.', ko: '완료되어 다음으로 넘어갑니다.' },
  ],
  passed: [
    { en: 'already over', ko: '이미 지남' },
    { en: 'That time is over already.', ko: '그 시각이 이미 지났습니다.' },
  ],
  missing: [
    { en: 'no date', ko: '날짜 없음' },
    { en: 'The data has no such date.', ko: '데이터에 그 날짜가 없습니다.' },
  ],
  else: [
    { en: 'otherwise', ko: '그 외' },
    { en: 'None of the conditions holds.', ko: '어느 조건에도 해당하지 않습니다.' },
  ],
  open: [
    { en: 'window open', ko: '대화 창 열림' },
    {
      en: 'The person has written: for 24 hours any message may go out.',
      ko: '고객이 먼저 연락했으므로 24시간 동안 어떤 메시지든 보낼 수 있습니다.',
    },
  ],
  other: [
    { en: 'anything else', ko: '다른 답' },
    { en: 'Another answer came.', ko: '다른 답이 왔습니다.' },
  ],
  granted: [
    { en: 'let through', ko: '통과' },
    { en: 'There was room.', ko: '자리가 있어 통과했습니다.' },
  ],
  full: [
    { en: 'full', ko: '가득 참' },
    { en: 'There was no room in the time that was set.', ko: '정한 시간 안에 자리가 나지 않았습니다.' },
  ],
  ok: [
    { en: 'succeeded', ko: '성공' },
    { en: 'The other system has answered.', ko: '상대 시스템이 응답했습니다.' },
  ],
  failed: [
    { en: 'failed', ko: '실패' },
    { en: 'It did not work.', ko: '성공하지 못했습니다.' },
  ],
  started: [
    { en: 'started', ko: '시작됨' },
    { en: 'The other journey has started.', ko: '다른 여정이 시작되었습니다.' },
  ],
  refused: [
    { en: 'not started', ko: '시작 안 됨' },
    { en: 'The other journey did not take the person in.', ko: '다른 여정이 고객을 받지 않았습니다.' },
  ],
};
