// Problems of machines that are imported: not ours, without meaning here, changed since. Facts, severity and prose of
// each code. Pure.

import type { Language } from '../issue-prose.ts';
import type { IssueFamily } from './family.ts';

/** What XState has and a journey has not. */
export type ForeignFeature =
  | 'parallel'
  | 'history'
  | 'context'
  | 'actor'
  | 'action'
  | 'exit-action'
  | 'guard'
  | 'delay'
  | 'event'
  | 'output'
  | 'input'
  | 'tags'
  | 'types';

export interface ExchangeFacts {
  /** No journey inside. */
  J701: Record<never, never>;
  /** `name` is empty where the feature has none. */
  J702: { readonly feature: ForeignFeature; readonly name: string };
  /** Changed since the export. */
  J703: { readonly part: 'machine' | 'definition' };
}

type Words = { readonly [language in Language]: { readonly what: string; readonly instead: string } };

const features: { readonly [feature in ForeignFeature]: Words } = {
  parallel: {
    en: {
      what: 'Parallel states have',
      instead: 'A person is in one node at a time; start a second journey with journey.run.',
    },
    ko: {
      what: '병렬 상태는',
      instead: '한 사람은 한 번에 한 노드에만 있습니다. journey.run으로 다른 여정을 시작하세요.',
    },
  },
  history: {
    en: { what: 'History states have', instead: 'Lead an edge to the node where the journey should go on.' },
    ko: { what: '히스토리 상태는', instead: '이어서 진행할 노드로 연결하세요.' },
  },
  context: {
    en: {
      what: 'A context of its own has',
      instead: 'Keep values with a set node; expressions read them as run.vars.',
    },
    ko: { what: '자체 context는', instead: 'set 노드로 값을 저장하세요. 식에서는 run.vars로 읽습니다.' },
  },
  actor: {
    en: {
      what: 'This actor has',
      instead: 'Use a node type: jornada nodes lists them, and you can write your own.',
    },
    ko: {
      what: '이 액터는',
      instead: '노드 종류를 쓰세요. jornada nodes로 목록을 볼 수 있고 직접 만들 수도 있습니다.',
    },
  },
  action: {
    en: {
      what: 'This action has',
      instead: 'What a journey does is a node: a message, set, person.update, http.request.',
    },
    ko: {
      what: '이 액션은',
      instead: '여정이 하는 일은 노드로 표현합니다: 메시지, set, person.update, http.request.',
    },
  },
  'exit-action': {
    en: { what: 'Actions on exit have', instead: 'Put a node behind this one.' },
    ko: { what: '나갈 때의 액션은', instead: '이 노드 뒤에 노드를 하나 더 두세요.' },
  },
  guard: {
    en: { what: 'This guard has', instead: 'Use a branch node with conditions (CEL), or edges by outcome.' },
    ko: { what: '이 가드는', instead: '조건(CEL)이 있는 branch 노드나 결과별 연결을 쓰세요.' },
  },
  delay: {
    en: { what: 'This delay has', instead: 'Use a delay node, or within of a node that waits.' },
    ko: { what: '이 지연은', instead: 'delay 노드나 기다리는 노드의 within을 쓰세요.' },
  },
  event: {
    en: {
      what: 'This event has',
      instead: 'Business events are awaited by a wait.event node, as event.<name> in a chart.',
    },
    ko: {
      what: '이 이벤트는',
      instead: '비즈니스 이벤트는 wait.event 노드로 기다리며, 차트에서는 event.<이름>입니다.',
    },
  },
  output: {
    en: {
      what: 'The output of a machine has',
      instead: 'End with an exit node: its word is what the run came to.',
    },
    ko: { what: '머신의 output은', instead: 'exit 노드로 끝내세요. 그 단어가 여정의 결과입니다.' },
  },
  input: {
    en: { what: 'The input of a machine has', instead: 'Expressions read what a run began with as event.' },
    ko: { what: '머신의 input은', instead: '여정이 시작된 데이터는 식에서 event로 읽습니다.' },
  },
  tags: {
    en: { what: 'Tags have', instead: 'Give nodes a name or a note.' },
    ko: { what: '태그는', instead: '노드에 name이나 note를 쓰세요.' },
  },
  types: {
    en: { what: 'Types of a machine have', instead: 'Say what is known of people and events in data.' },
    ko: { what: '머신의 타입 정보는', instead: '사람과 이벤트의 필드는 data에 적으세요.' },
  },
};

export const exchangeIssues: IssueFamily<ExchangeFacts> = {
  J701: {
    severity: 'error',
    en: () => ({
      message: 'There is no journey in this machine: Jornada has not exported it.',
      hint: 'Write the journey anew (jornada init gives one to begin with); what follows says what to use instead.',
    }),
    ko: () => ({
      message: '이 머신에는 여정이 없습니다. Jornada에서 내보낸 파일이 아닙니다.',
      hint: '여정을 새로 작성하세요(jornada init으로 시작할 수 있습니다). 아래는 대신 쓸 것을 알려 줍니다.',
    }),
  },
  J702: {
    severity: 'warning',
    en: ({ feature, name }) => ({
      message: `${features[feature].en.what} no meaning in a journey${name === '' ? '' : `: "${name}"`}.`,
      hint: features[feature].en.instead,
    }),
    ko: ({ feature, name }) => ({
      message: `${features[feature].ko.what} 여정에서 의미가 없습니다${name === '' ? '' : `: "${name}"`}.`,
      hint: features[feature].ko.instead,
    }),
  },
  J703: {
    severity: 'error',
    en: ({ part }) => ({
      message: `The ${part} was changed after the export.`,
      hint: 'Change the journey itself and export it again: changes of a machine can not be read back.',
    }),
    ko: ({ part }) => ({
      message: `내보낸 뒤에 ${part === 'machine' ? '머신' : '정의'}이(가) 바뀌었습니다.`,
      hint: '여정을 고친 다음 다시 내보내세요. 머신에서 바꾼 내용은 가져올 수 없습니다.',
    }),
  },
};
