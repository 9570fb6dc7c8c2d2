// The files of a new project, by their path. Node types are TypeScript: tsx loads them without a build.

import type { Language } from '../../journey/issue-prose.ts';
import type { GalleryJourney } from './gallery.ts';
import { toReadme } from './readme.ts';

export interface ProjectPlan {
  readonly journey: GalleryJourney;
  readonly language: Language;
  /** Text of `templates.json`. */
  readonly templates: string;
}

export function createProjectFiles({
  journey,
  language,
  templates,
}: ProjectPlan): ReadonlyMap<string, string> {
  const files = new Map([
    [`journeys/${journey.id}.json`, withSchema(journey.source)],
    ['journeys/templates.json', templates],
    ['nodes/partner-notify.ts', partnerNotify[language]],
    ['jornada.config.ts', config[language]],
    ['tsconfig.json', tsconfig],
    ['.gitignore', 'node_modules/\n.jornada/\n'],
    ['README.md', toReadme(journey, language)],
  ]);
  if (journey.test !== undefined) files.set(`journeys/${journey.id}.journey-test.json`, journey.test);
  return files;
}

/** So that editors complete node types and their fields. */
function withSchema(source: string): string {
  const reference = '"$schema": "../journey.v1.json"';
  if (/"\$schema"/.test(source)) return source.replace(/"\$schema"\s*:\s*"[^"]*"/, reference);
  return source.replace('{', `{\n  ${reference},`);
}

const node = ({ about, title }: { readonly about: string; readonly title: string }) => `${about}
import { defineNode, textField, z } from 'jornada/node';

export const partnerNotify = defineNode({
  type: 'partner.notify',
  version: 1,
  title: ${title},
  idempotent: true,
  config: z.strictObject({ url: z.url(), note: textField(200) }),
  outcomes: ['told', 'busy'],
  texts: ({ note }) => [{ path: ['note'], source: note }],
  async run({ config, render, http, idempotencyKey }) {
    const { status } = await http({
      method: 'POST',
      url: config.url,
      headers: { 'content-type': 'text/plain', 'idempotency-key': idempotencyKey },
      body: render(config.note),
      timeoutMs: 5_000,
    });
    return status < 300 ? { outcome: 'told' } : { outcome: 'busy', code: \`http_\${status}\` };
  },
});
`;

const title = "{ en: 'Tell the partner', ko: '파트너에게 알리기' }";

const partnerNotify: { readonly [language in Language]: string } = {
  en: node({
    about: `// A node type of your own: it tells a partner's system about a person. \`idempotent\` says that the engine may run it
// again after a crash; the key is the same each time, so that the partner can tell repetitions.
`,
    title,
  }),
  ko: node({
    about: `// 직접 만든 노드 종류: 파트너 시스템에 어떤 사람에 대해 알립니다. \`idempotent\`는 장애 뒤에 엔진이 다시 실행해도
// 된다는 뜻입니다. 키는 매번 같으므로 파트너가 반복된 요청을 구별할 수 있습니다.
`,
    title,
  }),
};

const config: { readonly [language in Language]: string } = {
  en: `// What this project adds to Jornada: its own node types. They work in \`validate\`, \`test\`, \`simulate\` and \`dev\`.

import { defineConfig } from 'jornada/node';
import { partnerNotify } from './nodes/partner-notify.ts';

export default defineConfig({ nodes: [partnerNotify] });
`,
  ko: `// 이 프로젝트가 Jornada에 더하는 것: 직접 만든 노드 종류. \`validate\`, \`test\`, \`simulate\`, \`dev\`에서 모두 동작합니다.

import { defineConfig } from 'jornada/node';
import { partnerNotify } from './nodes/partner-notify.ts';

export default defineConfig({ nodes: [partnerNotify] });
`,
};

/** For editors; nothing is compiled. */
const tsconfig = `{
  "compilerOptions": {
    "target": "ES2023",
    "module": "NodeNext",
    "strict": true,
    "noEmit": true,
    "skipLibCheck": true,
    "allowImportingTsExtensions": true,
    "verbatimModuleSyntax": true
  },
  "include": ["jornada.config.ts", "nodes"]
}
`;
