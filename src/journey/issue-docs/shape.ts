// Why the rules about the form of a definition exist, with examples.

import type { ShapeFacts } from '../issues/shape.ts';
import type { IssueDocs } from './issue-doc.ts';

export const shapeDocs: IssueDocs<ShapeFacts> = {
  J201: {
    why: {
      en: 'A misspelt field would simply have no effect. So unknown fields are refused everywhere.',
      ko: '철자가 틀린 필드는 아무 효과 없이 지나갑니다. 그래서 모르는 필드는 어디에서나 거부합니다.',
    },
    shown: {
      bad: '"entry": { "on": { "evnt": "cart.abandoned" } }',
      good: '"entry": { "on": { "event": "cart.abandoned" } }',
    },
  },
  J202: {
    why: {
      en: 'Without this field the journey does not say what it should do.',
      ko: '이 필드가 없으면 여정이 무엇을 해야 하는지 알 수 없습니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "with": { "for": "1h" }, "next": "end" } }',
      good: '"nodes": { "a": { "type": "delay", "with": { "for": "1h" }, "next": "end" } }',
    },
  },
  J203: {
    why: {
      en: 'Values are never converted: a number in quotes is a text.',
      ko: '값은 자동으로 변환되지 않습니다. 따옴표 안의 숫자는 문자열입니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "delay", "with": { "for": "1h" }, "next": "end", "maxVisits": "3" } }',
      good: '"nodes": { "a": { "type": "delay", "with": { "for": "1h" }, "next": "end", "maxVisits": 3 } }',
    },
  },
  J204: {
    why: {
      en: 'Ids, names of events, durations and times become state names, signals and timers: each has one form.',
      ko: 'id, 이벤트 이름, 기간, 시각은 상태 이름, 신호, 타이머가 되므로 형식이 정해져 있습니다.',
    },
    shown: { bad: '"id": "Spring Sale"', good: '"id": "spring-sale"' },
  },
  J205: {
    why: {
      en: 'Only these values have a meaning here.',
      ko: '여기에서는 정해진 값만 뜻이 있습니다.',
    },
    shown: {
      bad: '"entry": { "on": { "schedule": { "at": "09:00", "weekdays": ["mondy"] } } }',
      good: '"entry": { "on": { "schedule": { "at": "09:00", "weekdays": ["monday"] } } }',
    },
  },
  J206: {
    why: {
      en: 'Beyond these limits a value has no effect or would be harmful.',
      ko: '이 한도를 벗어난 값은 효과가 없거나 해가 됩니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "delay", "with": { "for": "1h" }, "next": "end", "maxVisits": 0 } }',
      good: '"nodes": { "a": { "type": "delay", "with": { "for": "1h" }, "next": "end", "maxVisits": 1 } }',
    },
  },
  J207: {
    why: {
      en: 'A newer language may mean something else by the same words. Guessing would be worse than refusing.',
      ko: '새 언어 버전에서는 같은 단어의 뜻이 다를 수 있습니다. 짐작하기보다 거부합니다.',
    },
    shown: { bad: '"language": 2', good: '"language": 1' },
  },
  J208: {
    why: {
      en: 'The node type has rules of its own besides the form of its fields.',
      ko: '노드 종류에는 필드 형식 외에 자체 규칙이 있습니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "journey.run", "with": { "journey": "welcome", "key": "event.id" }, "next": "end" } }',
      good: '"nodes": { "a": { "type": "journey.run", "with": { "journey": "welcome", "wait": false, "key": "event.id" }, "next": "end" } }',
    },
  },
  J209: {
    why: {
      en: 'Several forms are possible here, and this is none of them.',
      ko: '여기에는 여러 형식이 가능하지만 그 어느 것도 아닙니다.',
    },
    shown: {
      bad: '"entry": { "on": { "api": true }, "again": "sometimes" }',
      good: '"entry": { "on": { "api": true }, "again": { "after": "7d" } }',
    },
  },
  J210: {
    why: {
      en: 'Nobody can follow a thousand nodes, and a chart of that size is the largest that stays fast.',
      ko: '노드 천 개는 사람이 따라갈 수 있는 한계이자, 빠르게 실행할 수 있는 가장 큰 크기입니다.',
    },
    shown: { facts: { count: 1_200, limit: 1_000 } },
  },
};
