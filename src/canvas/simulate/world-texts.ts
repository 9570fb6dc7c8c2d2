// Words of what the world can do.

export const texts = {
  world: { en: 'What happens next?', ko: '다음에 무슨 일이 일어날까요?' },
  about: {
    en: (step: string) => `The message of “${step}”`,
    ko: (step: string) => `"${step}" 메시지`,
  },
  deliver: { en: 'Delivered', ko: '전달됨' },
  read: { en: 'Read', ko: '읽음' },
  click: { en: 'Clicked', ko: '클릭함' },
  fail: { en: 'Fail…', ko: '실패…' },
  silence: { en: 'No sign', ko: '소식 없음' },
  reply: { en: 'Reply…', ko: '답장…' },
  tap: {
    en: (title: string) => `Taps “${title}”`,
    ko: (title: string) => `"${title}" 누름`,
  },
  next: {
    en: (time: string) => `On to ${time}`,
    ko: (time: string) => `${time}까지 이동`,
  },
  advance: { en: 'Time passes…', ko: '시간 지나기…' },
  more: { en: 'Something else…', ko: '다른 일…' },
  pending: { en: 'Ready for whoever comes next:', ko: '다음 차례에 준비됨:' },
} as const;
