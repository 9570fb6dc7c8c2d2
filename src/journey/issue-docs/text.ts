// Why the rules about the text of a journey exist, with examples.

import type { TextFacts } from '../issues/text.ts';
import type { IssueDocs } from './issue-doc.ts';

export const textDocs: IssueDocs<TextFacts> = {
  J101: {
    why: {
      en: 'Journeys are JSON. Comments and trailing commas are accepted in files; everything else follows the standard.',
      ko: '여정은 JSON입니다. 파일에서는 주석과 끝 쉼표를 쓸 수 있고 나머지는 표준을 따릅니다.',
    },
    shown: {
      whole: true,
      bad: '{ "id": "example" "name": "Example" }',
      good: '{ "id": "example", "name": "Example" }',
    },
  },
  J102: {
    why: {
      en: 'A definition is kept with every version, sent to workers and drawn on the canvas: one megabyte is plenty for a thousand nodes.',
      ko: '정의는 버전마다 보관되고 워커로 전송되며 캔버스에 그려집니다. 노드 천 개에 1메가바이트면 충분합니다.',
    },
    shown: { facts: { limitBytes: 1_048_576 } },
  },
  J103: {
    why: {
      en: 'Deep nesting is a slip or an attack on the reader; journeys need fewer than ten levels.',
      ko: '지나치게 깊은 구조는 실수이거나 해석기를 노린 공격입니다. 여정에는 열 단계도 필요 없습니다.',
    },
    shown: { facts: { limit: 64 } },
  },
  J104: {
    why: {
      en: 'JSON readers silently keep the last of two equal keys: a node or an edge would vanish without a trace.',
      ko: 'JSON 해석기는 같은 키가 둘이면 뒤의 것만 남깁니다. 노드나 연결이 소리 없이 사라집니다.',
    },
    shown: {
      whole: true,
      bad: '{ "id": "example", "id": "sample" }',
      good: '{ "id": "example" }',
    },
  },
  J105: {
    why: {
      en: 'These names mean something else to JavaScript and could change how programs behave that read the journey.',
      ko: '이 이름들은 JavaScript에서 다른 뜻이 있어, 여정을 읽는 프로그램의 동작을 바꿀 수 있습니다.',
    },
    shown: {
      whole: true,
      bad: '{ "id": "example", "canvas": { "__proto__": {} } }',
      good: '{ "id": "example", "canvas": {} }',
    },
  },
  J106: {
    why: {
      en: 'Files in other encodings lose their Korean text when they are stored. Every editor can save as UTF-8.',
      ko: '다른 인코딩의 파일은 저장될 때 한글이 깨집니다. 어느 편집기에서나 UTF-8로 저장할 수 있습니다.',
    },
    shown: { facts: { byte: 11 } },
  },
  J107: {
    why: {
      en: 'A journey is one object; a list of journeys is several files.',
      ko: '여정은 객체 하나입니다. 여정이 여럿이면 파일도 여럿입니다.',
    },
    shown: { whole: true, bad: '[{ "id": "example" }]', good: '{ "id": "example" }' },
  },
  J108: {
    why: {
      en: 'Numbers are kept as doubles: beyond 2^53 digits are lost, and an id would become another one.',
      ko: '숫자는 배정밀도로 보관되므로 2^53을 넘으면 자릿수를 잃고, id라면 다른 id가 됩니다.',
    },
    shown: {
      bad: '"canvas": { "a": { "ticket": 9007199254740993 } }',
      good: '"canvas": { "a": { "ticket": "9007199254740993" } }',
    },
  },
  J109: {
    why: {
      en: 'The database holds neither NUL nor half of a surrogate pair, so such a journey could never be published.',
      ko: '데이터베이스는 NUL 문자와 짝 없는 서로게이트를 담지 못하므로 이런 여정은 게시할 수 없습니다.',
    },
    shown: { bad: String.raw`"name": "Welcome \ud83d"`, good: String.raw`"name": "Welcome \ud83d\ude00"` },
  },
};
