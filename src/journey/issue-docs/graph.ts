// Why the rules about the graph exist, with examples.

import type { GraphFacts } from '../issues/graph.ts';
import type { IssueDocs } from './issue-doc.ts';

export const graphDocs: IssueDocs<GraphFacts> = {
  J301: {
    why: {
      en: 'What a node does is written in code: a type that is not registered does nothing.',
      ko: '노드가 하는 일은 코드에 있습니다. 등록되지 않은 종류는 아무 일도 하지 못합니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "sms.sent", "with": { "text": "Hello" }, "next": "end" } }',
      good: '"nodes": { "a": { "type": "sms.send", "with": { "text": "Hello" }, "next": "end" } }',
    },
  },
  J302: {
    why: { en: 'Every run begins here.', ko: '모든 여정은 여기에서 시작합니다.' },
    shown: { bad: '"start": "b"', good: '"start": "a"' },
  },
  J303: {
    why: {
      en: 'A run that follows this edge would have nowhere to go.',
      ko: '이 연결을 따라간 여정은 갈 곳이 없습니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "delay", "with": { "for": "1h" }, "next": "ende" } }',
      good: '"nodes": { "a": { "type": "delay", "with": { "for": "1h" }, "next": "end" } }',
    },
  },
  J304: {
    why: {
      en: 'A node that nobody can enter is most often a node whose edge was forgotten.',
      ko: '아무도 들어갈 수 없는 노드는 대개 연결을 빠뜨린 노드입니다.',
    },
    shown: {
      bad: '"nodes": { "thanks": { "type": "sms.send", "with": { "text": "Thank you" }, "next": "end" } }',
      good: '"nodes": { "a": { "type": "delay", "with": { "for": "1h" }, "next": "thanks" }, "thanks": { "type": "sms.send", "with": { "text": "Thank you" }, "next": "end" } }',
    },
  },
  J305: {
    why: {
      en: 'An edge for an outcome that never comes is never followed. Outcomes follow from type and config: `jornada nodes` lists them.',
      ko: '나오지 않는 결과의 연결은 쓰이지 않습니다. 결과는 종류와 설정에 따라 정해지며 `jornada nodes`로 볼 수 있습니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "delay", "with": { "for": "1h" }, "next": { "done": "end", "timeout": "end" } } }',
      good: '"nodes": { "a": { "type": "delay", "with": { "for": "1h" }, "next": { "done": "end" } } }',
    },
  },
  J306: {
    why: {
      en: 'Where an outcome has no edge the run ends with that word. That may be meant, so this is a warning. "*" catches failures only, never what was hoped for, and not "unresolved": nobody knows then whether the person has got the message.',
      ko: '연결이 없는 결과에서 여정은 그 단어로 끝납니다. 의도일 수 있으므로 경고입니다. "*"는 실패만 받고 기대한 결과나 "unresolved"는 받지 않습니다. "unresolved"는 메시지가 갔는지 알 수 없는 경우입니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "wait.event", "with": { "event": "order.placed", "within": "1d" }, "next": { "received": "end" } } }',
      good: '"nodes": { "a": { "type": "wait.event", "with": { "event": "order.placed", "within": "1d" }, "next": { "received": "end", "timeout": "end" } } }',
    },
  },
  J307: {
    why: {
      en: 'Such a cycle would go round as fast as machines can, for every person in it.',
      ko: '이런 순환은 그 안의 모든 사람에 대해 쉬지 않고 돕니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "branch", "with": { "cases": [{ "name": "vip", "if": "person.id != \'\'" }] }, "next": { "vip": "a", "else": "end" } } }',
      good: '"nodes": { "a": { "type": "branch", "with": { "cases": [{ "name": "vip", "if": "person.id != \'\'" }] }, "next": { "vip": "end", "else": "end" } } }',
    },
  },
  J308: {
    why: {
      en: 'The run is over here; an edge would promise something else.',
      ko: '여정은 여기서 끝납니다. 연결이 있으면 그렇지 않은 것처럼 보입니다.',
    },
    shown: {
      bad: '"nodes": { "end": { "type": "exit", "next": "a" } }',
      good: '"nodes": { "end": { "type": "exit" } }',
    },
  },
  J309: {
    why: {
      en: 'Configs of older versions are brought up to date; newer ones are not understood.',
      ko: '이전 버전의 설정은 자동으로 바뀌지만 더 새 버전은 해석할 수 없습니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "delay", "version": 99, "with": { "for": "1h" }, "next": "end" } }',
      good: '"nodes": { "a": { "type": "delay", "version": 1, "with": { "for": "1h" }, "next": "end" } }',
    },
  },
  J310: {
    why: {
      en: 'A person must not be in a journey for ever. With "maxVisits" the visit after so many ends at once as "exhausted".',
      ko: '사람이 여정에 영원히 머물러서는 안 됩니다. "maxVisits"를 정하면 그 횟수 다음 방문은 바로 "exhausted"로 끝납니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "wait.event", "with": { "event": "order.placed", "within": "7d" }, "next": { "received": "end", "timeout": "a" } } }',
      good: '"nodes": { "a": { "type": "wait.event", "with": { "event": "order.placed", "within": "7d" }, "maxVisits": 3, "next": { "received": "end", "timeout": "a" } } }',
    },
  },
  J311: {
    why: {
      en: 'Notes are for readers. They stand beside the path, never on it.',
      ko: '메모는 읽는 사람을 위한 것입니다. 경로 옆에 있을 뿐 경로 위에 있지 않습니다.',
    },
    shown: {
      bad: '"start": "why", "nodes": { "why": { "type": "note", "with": { "text": "Asked for by sales" } } }',
      good: '"start": "a", "nodes": { "why": { "type": "note", "with": { "text": "Asked for by sales" } } }',
    },
  },
  J312: {
    why: {
      en: 'Notes are for readers: no run is ever in one.',
      ko: '메모는 읽는 사람을 위한 것이어서 여정이 그 안에 있을 수 없습니다.',
    },
    shown: {
      bad: '"nodes": { "why": { "type": "note", "with": { "text": "Asked for by sales" }, "next": "a" } }',
      good: '"nodes": { "why": { "type": "note", "with": { "text": "Asked for by sales" } } }',
    },
  },
};
