// What `jornada emulator` says, in both languages.

export const emulatorTexts = {
  badPort: {
    en: '--port takes a number from 0 to 65535.',
    ko: '--port에는 0에서 65535까지의 수를 쓰세요.',
  },
  badWebhook: {
    en: '--webhook takes a whole address, such as http://localhost:3000/webhook.',
    ko: '--webhook에는 http://localhost:3000/webhook 같은 전체 주소를 쓰세요.',
  },
  badNumber: (number: string) => ({
    en: `--numbers takes numbers with their country code, such as +15550100001; found ${number}.`,
    ko: `--numbers에는 +15550100001처럼 국가 번호를 붙인 번호를 쓰세요. 받은 값: ${number}`,
  }),
  badJournal: (file: string) => ({
    en: `${file} can't be written; choose another file for --journal.`,
    ko: `${file}에 쓸 수 없습니다. --journal에 다른 파일을 지정하세요.`,
  }),
  portTaken: (port: string) => ({
    en: `Port ${port} can't be had. Choose another with --port; 0 takes a free one.`,
    ko: `${port} 포트를 쓸 수 없습니다. --port로 다른 포트를 지정하세요. 0이면 빈 포트를 씁니다.`,
  }),
  handshakeFailed: (url: string) => ({
    en: `${url} did not answer the handshake: expected 200 with hub.challenge. Is it up, and is the verify token the same?`,
    ko: `${url}이(가) 확인 절차에 답하지 않았습니다. 200과 hub.challenge 값을 돌려줘야 합니다. 서버가 켜져 있고 확인 토큰이 같은지 보세요.`,
  }),
  running: {
    en: {
      api: 'API',
      page: 'Phones',
      control: 'Control API',
      token: 'Access token',
      secret: 'App secret',
      webhook: 'Webhooks go to',
      noWebhook: 'nobody yet: PUT /_emulator/webhook {"url": …}',
      number: 'Number',
      tryIt: 'Try it:',
      end: 'Nothing reaches Meta. Ctrl-C ends it.',
    },
    ko: {
      api: 'API',
      page: '휴대폰 화면',
      control: '제어 API',
      token: '액세스 토큰',
      secret: '앱 시크릿',
      webhook: '웹훅 주소',
      noWebhook: '아직 없음: PUT /_emulator/webhook {"url": …}',
      number: '번호',
      tryIt: '이렇게 해 보세요:',
      end: 'Meta에는 아무것도 가지 않습니다. Ctrl-C로 끝냅니다.',
    },
  },
} as const;
