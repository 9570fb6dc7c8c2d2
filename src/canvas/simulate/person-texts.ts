// Words of the form for who is simulated.

export const texts = {
  title: { en: 'Who is simulated', ko: '시뮬레이션할 고객' },
  use: { en: 'Simulate this person', ko: '이 고객으로 시뮬레이션' },
  cancel: { en: 'Cancel', ko: '취소' },
  who: { en: 'Take somebody', ko: '고객 고르기' },
  whoHelp: {
    en: 'They fill in what is below; all of it can be changed.',
    ko: '아래 내용이 채워집니다. 모두 고칠 수 있습니다.',
  },
  unreachable: {
    en: 'The server’s people can’t be read just now.',
    ko: '지금은 서버의 고객을 읽을 수 없습니다.',
  },
  choose: { en: 'Choose…', ko: '선택…' },
  invented: { en: 'Invented', ko: '가상의 고객' },
  inventedHint: { en: 'somebody whom this journey lets in', ko: '이 여정에 들어올 수 있는 사람' },
  name: { en: 'First name', ko: '이름' },
  id: { en: 'Id', ko: 'ID' },
  country: { en: 'Country of the phone', ko: '전화번호 국가' },
  phone: { en: 'Phone', ko: '전화번호' },
  email: { en: 'E-mail', ko: '이메일' },
  locale: { en: 'Language', ko: '언어' },
  timeZone: { en: 'Time zone', ko: '시간대' },
  consents: { en: 'Agreed to marketing', ko: '마케팅 수신 동의' },
  whatsapp: { en: 'WhatsApp', ko: '왓츠앱' },
  sms: { en: 'Text message', ko: '문자' },
  /** Of the consent. */
  in: { en: 'agreed', ko: '동의함' },
  out: { en: 'opted out', ko: '거부함' },
  none: { en: 'unknown', ko: '모름' },
  event: { en: 'Data of the event', ko: '이벤트 데이터' },
  eventHelp: { en: 'What the run is entered by, as JSON.', ko: '여정에 들어올 때의 데이터(JSON)' },
  attributes: { en: 'Attributes of the person', ko: '고객 속성' },
  start: { en: 'The run starts', ko: '여정 시작' },
  day: { en: 'Day', ko: '요일' },
  time: { en: 'Time on the person’s clock', ko: '고객의 현지 시각' },
} as const;
