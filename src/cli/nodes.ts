// `jornada nodes`: the catalogue of node types, or one of them in full.

import { defineCommand } from './command.ts';

export const nodesCommand = defineCommand<object>({
  name: 'nodes',
  about: {
    en: 'list the node types of this project, or show one in full with an example',
    ko: '이 프로젝트의 노드 종류를 보여 줍니다. 이름을 쓰면 하나를 예와 함께 자세히 보여 줍니다',
  },
  arguments: [{ name: '[type]', about: { en: 'such as whatsapp.template', ko: '예: whatsapp.template' } }],
  json: {
    en: 'print [{type, version, title, outcomes, fields, example}]; with a type, that object with its JSON Schema',
    ko: '[{type, version, title, outcomes, fields, example}]를 출력합니다. 종류를 쓰면 JSON Schema가 있는 그 객체',
  },
  examples: ['nodes', 'nodes whatsapp.template'],
  run: async (input, context) => (await import('./catalogue/run-nodes.ts')).runNodes(input, context),
});
