// What the fields of a journey are called, what they are for, and by what they are edited. Keys are places of its schema
// (`journey-schema.ts`). `example` is what a field begins with when it is added.

import type { LocalizedText } from '../../journey/catalogue.ts';

export interface Label {
  readonly title?: LocalizedText;
  readonly help?: LocalizedText;
  /** An `x-kind` (docs/node-kit.md). */
  readonly kind?: string;
  readonly example?: unknown;
}

const event: Label = { title: { en: 'Event', ko: '이벤트' }, kind: 'event', example: 'order.placed' };

export const journeyLabels: { readonly [place: string]: Label } = {
  'entry.on': { title: { en: 'How people come in', ko: '들어오는 방법' } },
  'entry.on|0': { title: { en: 'On an event', ko: '이벤트' } },
  'entry.on|0.event': event,
  'entry.on|1': { title: { en: 'By the API', ko: 'API' } },
  'entry.on|1.api': { title: { en: 'API', ko: 'API' } },
  'entry.on|2': { title: { en: 'By a campaign', ko: '캠페인' } },
  'entry.on|2.campaign': { title: { en: 'Campaign', ko: '캠페인' } },
  'entry.on|3': { title: { en: 'When a person writes', ko: '고객이 보낸 메시지' } },
  'entry.on|3.inbound': { title: { en: 'Which messages', ko: '어떤 메시지' } },
  'entry.on|3.inbound|0': { title: { en: 'Any message', ko: '모든 메시지' } },
  'entry.on|3.inbound|1': { title: { en: 'A keyword', ko: '키워드' } },
  'entry.on|3.inbound|1.keywords': {
    title: { en: 'Keywords', ko: '키워드' },
    help: {
      en: 'The message is one of these words and nothing else; capitals and punctuation do not count.',
      ko: '메시지가 이 단어 하나일 때입니다. 대소문자와 문장 부호는 상관없습니다.',
    },
  },
  'entry.on|3.inbound|1.keywords[]': { kind: 'keyword', example: 'start' },
  'entry.on|3.strangers': {
    title: { en: 'Strangers too', ko: '모르는 사람도' },
    help: {
      en: 'People whom nobody has told us of come in too, without any consent.',
      ko: '등록되지 않은 사람도 수신 동의 없이 들어옵니다.',
    },
  },
  'entry.on|4': { title: { en: 'On a schedule', ko: '일정' } },
  'entry.on|4.schedule': { title: { en: 'Schedule', ko: '일정' } },
  'entry.on|4.schedule.at': { title: { en: 'At', ko: '시각' }, kind: 'clock-time', example: '10:00' },
  'entry.on|4.schedule.weekdays': {
    title: { en: 'Days of the week', ko: '요일' },
    help: { en: 'Every day where none is chosen.', ko: '고르지 않으면 매일입니다.' },
  },
  'entry.on|4.schedule.dayOfMonth': { title: { en: 'Day of the month', ko: '매월 며칠' } },
  'entry.on|4.schedule.timeZone': {
    title: { en: 'Time zone', ko: '시간대' },
    help: { en: "Each person's own where absent.", ko: '비워 두면 고객마다 자기 시간대입니다.' },
    kind: 'time-zone',
  },
  'entry.on|4.schedule.from': { title: { en: 'From', ko: '시작일' }, kind: 'date' },
  'entry.on|4.schedule.until': { title: { en: 'Until', ko: '종료일' }, kind: 'date' },
  'entry.if': {
    title: { en: 'Only if', ko: '조건' },
    help: { en: 'Nobody comes in where it is false.', ko: '거짓이면 들어오지 않습니다.' },
    kind: 'condition',
    example: 'event.total >= 30000',
  },
  'entry.key': {
    title: { en: 'Key', ko: '구분 키' },
    help: {
      en: 'A person may be in the journey once for each key at a time, such as once for each cart.',
      ko: '한 고객이 키마다 한 번씩 동시에 들어올 수 있습니다. 예: 장바구니마다 한 번.',
    },
    kind: 'value',
    example: 'event.cartId',
  },
  'entry.again': {
    title: { en: 'Come in again', ko: '다시 들어오기' },
    help: {
      en: 'After a run has ended. Usually never for campaigns, always for everything else.',
      ko: '실행이 끝난 뒤입니다. 기본값은 캠페인은 불가, 그 밖에는 언제든지입니다.',
    },
  },
  'entry.again|0': { title: { en: 'Never', ko: '다시 못 들어옴' } },
  'entry.again|1': { title: { en: 'Always', ko: '언제든지' } },
  'entry.again|2': { title: { en: 'After a pause', ko: '쉬었다가' } },
  'entry.again|2.after': { title: { en: 'Pause', ko: '쉬는 시간' }, kind: 'duration', example: 'P7D' },
  exit: {
    title: { en: 'Leave early', ko: '중간에 나가기' },
    help: {
      en: 'Events that end a run at once, wherever it is.',
      ko: '어디에 있든 바로 끝내는 이벤트입니다.',
    },
  },
  'exit[].on': { title: { en: 'On', ko: '계기' } },
  'exit[].on.event': event,
  'exit[].if': {
    title: { en: 'Only if', ko: '조건' },
    kind: 'condition',
    example: 'event.cartId == run.key',
  },
  'exit[].as': {
    title: { en: 'Outcome of the run', ko: '실행의 결과' },
    kind: 'word',
    example: 'converted',
  },
  'policy.quietHours': {
    title: { en: 'Quiet hours', ko: '조용한 시간' },
    help: {
      en: "No marketing between these times of the person's day.",
      ko: '고객의 시간대로 이 시간에는 마케팅을 보내지 않습니다.',
    },
    example: { from: '21:00', to: '08:00' },
  },
  'policy.quietHours.from': { title: { en: 'From', ko: '부터' }, kind: 'clock-time', example: '21:00' },
  'policy.quietHours.to': { title: { en: 'To', ko: '까지' }, kind: 'clock-time', example: '08:00' },
  'policy.expires': {
    title: { en: 'Worth sending for', ko: '보낼 가치가 있는 기간' },
    help: {
      en: 'How long a message may wait before it is too late: 3 days unless something else is said.',
      ko: '메시지가 기다릴 수 있는 최대 시간입니다. 기본값은 3일입니다.',
    },
    kind: 'duration',
    example: 'P3D',
  },
  'policy.caps': {
    title: { en: 'Frequency caps', ko: '발송 횟수 한도' },
    help: {
      en: 'Marketing to one person, counted over all journeys.',
      ko: '한 사람에게 가는 마케팅을 모든 여정에 걸쳐 셉니다.',
    },
  },
  'policy.caps[].max': { title: { en: 'Messages at most', ko: '최대 메시지 수' } },
  'policy.caps[].per': { title: { en: 'In', ko: '기간' }, kind: 'duration', example: 'P7D' },
  'policy.caps[].channel': {
    title: { en: 'Channel', ko: '채널' },
    help: { en: 'All channels where absent.', ko: '비워 두면 모든 채널입니다.' },
    kind: 'channel',
  },
  'policy.topics': {
    title: { en: 'Topics of consent', ko: '수신 동의 주제' },
    help: {
      en: 'Marketing needs consent to each of them; “marketing” where absent.',
      ko: '마케팅에는 모든 주제의 동의가 필요합니다. 비워 두면 "marketing"입니다.',
    },
  },
  'policy.topics[]': { kind: 'topic', example: 'marketing' },
  'policy.sender': {
    title: { en: 'Sender', ko: '발신 번호' },
    help: { en: 'Where a step names none.', ko: '단계에서 정하지 않은 경우입니다.' },
    kind: 'sender',
    example: 'default',
  },
  'data.person': {
    title: { en: 'Attributes of people', ko: '고객 속성' },
    help: {
      en: 'Beside id, phone, email, locale and timeZone. Where it is said, conditions and texts are checked.',
      ko: 'id, phone, email, locale, timeZone 외의 속성입니다. 적어 두면 조건과 문구를 검사합니다.',
    },
  },
  'data.person{key}': { title: { en: 'Attribute', ko: '속성' }, example: 'firstName' },
  'data.person{}': { title: { en: 'Kind', ko: '종류' } },
  'data.events': {
    title: { en: 'Fields of events', ko: '이벤트 필드' },
    help: {
      en: '“entry” is the data of runs that the API or a campaign starts.',
      ko: '"entry"는 API나 캠페인으로 시작한 실행의 데이터입니다.',
    },
  },
  'data.events{key}': { title: { en: 'Event', ko: '이벤트' }, example: 'order.placed' },
  'data.events{}': { title: { en: 'Fields', ko: '필드' } },
  'data.events{}{key}': { title: { en: 'Field', ko: '필드' }, example: 'total' },
  'data.events{}{}': { title: { en: 'Kind', ko: '종류' } },
};
