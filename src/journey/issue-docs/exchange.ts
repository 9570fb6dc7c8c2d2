// Why the rules of imported machines exist. Their examples are machines, not journeys, so the page shows what is said.

import type { ExchangeFacts } from '../issues/exchange.ts';
import type { IssueDocs } from './issue-doc.ts';

export const exchangeDocs: IssueDocs<ExchangeFacts> = {
  J701: {
    why: {
      en: 'A state machine says how states follow one another, not what a message says or when it may be sent. Only a machine that Jornada exported carries the whole journey.',
      ko: '상태 머신은 상태의 순서만 알려 줄 뿐 어떤 메시지를 언제 보낼지는 알려 주지 않습니다. Jornada에서 내보낸 머신만 여정 전체를 담고 있습니다.',
    },
    shown: { facts: {} },
  },
  J702: {
    why: {
      en: 'Charts of journeys use a small fixed vocabulary, so that the engine can prove, replay and move them. Whatever else XState can do would be carried out by nobody.',
      ko: '여정의 차트는 정해진 적은 어휘만 씁니다. 그래야 엔진이 증명하고 재현하고 옮길 수 있습니다. XState의 그 밖의 기능은 실행되지 않습니다.',
    },
    shown: { facts: { feature: 'parallel', name: '' } },
  },
  J703: {
    why: {
      en: 'An import takes the journey that the export carries. If the machine was edited meanwhile, those edits would be lost without a word.',
      ko: '가져오기는 내보낸 파일에 담긴 여정을 그대로 읽습니다. 그사이 머신을 고쳤다면 그 내용이 말없이 사라지게 됩니다.',
    },
    shown: { facts: { part: 'machine' } },
  },
};
