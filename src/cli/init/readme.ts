// The README of a new project, in its author's language.

import type { Language } from '../../journey/issue-prose.ts';
import type { GalleryJourney } from './gallery.ts';

export function toReadme({ id, name }: GalleryJourney, language: Language): string {
  return texts[language](id, name[language]);
}

const texts: { readonly [language in Language]: (id: string, name: string) => string } = {
  en: (id, name) => `# Journeys

| file | what it is |
|---|---|
| \`journeys/${id}.json\` | the journey "${name}": nodes, and where each outcome leads |
| \`journeys/${id}.journey-test.json\` | its test: what the world does, and which way the journey takes |
| \`journeys/templates.json\` | your WhatsApp templates as Meta has them: journeys are checked against it |
| \`journey.v1.json\` | the language as a JSON Schema: editors complete and check with it |
| \`nodes/partner-notify.ts\` | a node type of your own; one file each |
| \`jornada.config.ts\` | lists your node types |

\`\`\`sh
npm install
npx jornada validate journeys                       # what is wrong, where, and what to do
npx jornada simulate journeys/${id}.json   # choose what happens next, see each message
npx jornada test --watch                            # runs every *.journey-test.json
npx jornada dev                                     # the real engine on this machine
\`\`\`

Use your node type in a journey:

\`\`\`json
"tell": {
  "type": "partner.notify",
  "with": { "url": "https://partner.example/told", "note": "{{ person.firstName | default: 'Somebody' }}" },
  "next": { "told": "done", "busy": "done" }
}
\`\`\`

\`npx jornada --help\` lists the commands; each has \`--help\` with an example.
`,
  ko: (id, name) => `# 여정

| 파일 | 설명 |
|---|---|
| \`journeys/${id}.json\` | 여정 "${name}": 노드와 각 결과가 이어지는 곳 |
| \`journeys/${id}.journey-test.json\` | 여정의 테스트: 바깥에서 일어나는 일과 여정이 가는 길 |
| \`journeys/templates.json\` | Meta에 등록된 WhatsApp 템플릿: 여정을 이것과 대조해 검사합니다 |
| \`journey.v1.json\` | 여정 언어의 JSON Schema: 편집기가 자동 완성과 검사에 씁니다 |
| \`nodes/partner-notify.ts\` | 직접 만든 노드 종류. 하나에 파일 하나 |
| \`jornada.config.ts\` | 직접 만든 노드 종류의 목록 |

\`\`\`sh
npm install
npx jornada validate journeys --lang ko             # 무엇이 어디서 잘못되었고 어떻게 고치는지
npx jornada simulate journeys/${id}.json   # 다음에 일어날 일을 고르고 메시지를 봅니다
npx jornada test --watch                            # 모든 *.journey-test.json 실행
npx jornada dev                                     # 이 컴퓨터에서 실제 엔진 실행
\`\`\`

여정에서 직접 만든 노드 종류 쓰기:

\`\`\`json
"tell": {
  "type": "partner.notify",
  "with": { "url": "https://partner.example/told", "note": "{{ person.firstName | default: '고객' }}" },
  "next": { "told": "done", "busy": "done" }
}
\`\`\`

\`npx jornada --help --lang ko\`는 명령 목록을 보여 줍니다. 명령마다 \`--help\`와 예가 있습니다.
`,
};
