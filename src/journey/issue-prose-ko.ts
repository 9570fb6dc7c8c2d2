// Korean prose of every issue: what is wrong, and what to do next. Exhaustive by its type.

import type { IssueProse } from './issue-prose.ts';
import type { FormName } from './issues.ts';
import { describeJsonProblem } from './json-problem.ts';

const forms: { readonly [form in FormName]: string } = {
  'node-id': '노드 id: 소문자로 시작하고 영문자, 숫자, _, -만 쓰며 64자 이하',
  'journey-id': '여정 id: 소문자, 숫자, -만 쓰며 64자 이하',
  'event-name': 'order.placed 같은 이벤트 이름',
  outcome: 'converted, limit.user 같은 결과 단어',
  duration: '30m, 24h, 7d, P1D, PT2H 같은 기간',
  'clock-time': '21:00 같은 시각',
  url: 'https://example.org/hook처럼 스킴이 있는 URL',
  other: '다른 형식',
};

const didYouMean = (suggestion: string | undefined, otherwise: string) =>
  suggestion === undefined ? otherwise : `혹시 "${suggestion}"인가요?`;

const list = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ');

const kinds: { readonly [kind: string]: string } = {
  string: '문자열',
  number: '숫자',
  integer: '정수',
  boolean: '참/거짓',
  object: '객체',
  array: '배열',
  null: 'null',
  nothing: '빈 내용',
};
const kind = (name: string) => kinds[name] ?? name;

const variables = '식과 문구에서는 person, event, run, nodes, now를 쓸 수 있습니다.';

export const proseKo: IssueProse = {
  J101: ({ problem }) => ({
    message: `올바른 JSON이 아닙니다: ${describeJsonProblem(problem, 'ko')}.`,
    hint: '주석과 끝 쉼표는 괜찮지만 따옴표, 콜론, 닫는 괄호는 있어야 합니다.',
  }),
  J102: ({ limitBytes }) => ({
    message: `여정이 ${limitBytes}바이트보다 큽니다.`,
    hint: '긴 문구는 템플릿으로 옮기거나 여정을 나누세요.',
  }),
  J103: ({ limit }) => ({
    message: `괄호가 ${limit}단계보다 깊게 겹쳤습니다.`,
    hint: '여정은 열 단계도 필요 없습니다. 닫지 않은 괄호가 있는지 보세요.',
  }),
  J104: ({ key }) => ({
    message: `"${key}" 키가 두 번 있습니다.`,
    hint: '하나만 남기세요. 그대로 두면 뒤의 것만 쓰입니다.',
  }),
  J105: ({ key }) => ({ message: `"${key}" 키는 쓸 수 없습니다.`, hint: '다른 이름을 쓰세요.' }),
  J106: ({ byte }) => ({
    message: `파일이 UTF-8이 아닙니다: ${byte}번째 바이트가 맞지 않습니다.`,
    hint: '파일을 UTF-8로 저장하세요.',
  }),
  J107: ({ found }) => ({
    message: `중괄호로 된 여정이 있어야 하는데 ${kind(found)}이(가) 있습니다.`,
    hint: '{ "id": "…", "name": "…", "entry": …, "start": "…", "nodes": … }로 시작하세요.',
  }),
  J201: ({ field, suggestion }) => ({
    message: `"${field}" 필드는 여기에서 쓰지 않습니다.`,
    hint: didYouMean(suggestion, '지우세요. 메모는 canvas나 주석에 적습니다.'),
  }),
  J202: ({ field }) => ({ message: `"${field}" 필드가 없습니다.`, hint: `"${field}" 필드를 넣으세요.` }),
  J203: ({ expected, found }) => ({
    message: `${kind(expected)}이(가) 있어야 하는데 ${kind(found)}이(가) 있습니다.`,
    hint: `${kind(expected)} 값을 쓰세요.`,
  }),
  J204: ({ form, found, pattern }) => ({
    message: `"${found}"의 형식이 맞지 않습니다.`,
    hint: `필요한 형식: ${pattern ?? forms[form]}.`,
  }),
  J205: ({ allowed, found, suggestion }) => ({
    message: `"${found}"은(는) 쓸 수 있는 값이 아닙니다.`,
    hint: didYouMean(suggestion, `쓸 수 있는 값: ${list(allowed)}.`),
  }),
  J206: ({ bound, limit, of }) => ({
    message: bound === 'max' ? `한도 ${limit}을(를) 넘었습니다.` : `${limit}보다 적습니다.`,
    hint: `${kind(of)}: ${bound === 'max' ? '최대' : '최소'} ${limit}${of === 'string' ? '자' : ''}.`,
  }),
  J207: ({ found, supported }) => ({
    message: `언어 버전 ${found}을(를) 알 수 없습니다.`,
    hint: `이 버전은 ${supported.join(', ')}을(를) 압니다. 더 새 것은 Jornada를 업데이트하세요.`,
  }),
  J208: ({ detail }) => ({
    message: `노드 종류가 받아들이지 않습니다: ${detail}.`,
    hint: '이 노드 종류의 설명을 보세요.',
  }),
  J209: ({ found }) => ({
    message: `"${found}"은(는) 여기에 쓸 수 있는 형식이 아닙니다.`,
    hint: '쓸 수 있는 형식은 언어 설명을 보세요.',
  }),
  J210: ({ count, limit }) => ({
    message: `노드가 ${count}개입니다. 최대 ${limit}개까지 쓸 수 있습니다.`,
    hint: '여정을 나누세요.',
  }),
  J301: ({ type, suggestion }) => ({
    message: `"${type}" 노드 종류를 알 수 없습니다.`,
    hint: didYouMean(suggestion, 'jornada nodes 명령으로 종류를 볼 수 있습니다.'),
  }),
  J302: ({ start, suggestion }) => ({
    message: `여정은 "${start}"에서 시작한다고 되어 있지만 그런 노드가 없습니다.`,
    hint: didYouMean(suggestion, '"start"에 이 여정의 노드를 쓰세요.'),
  }),
  J303: ({ target, suggestion }) => ({
    message: `이 연결은 "${target}"(으)로 가지만 그런 노드가 없습니다.`,
    hint: didYouMean(suggestion, `"${target}" 노드를 만들거나 있는 노드로 연결하세요.`),
  }),
  J304: ({ node }) => ({
    message: `"${node}" 노드로 가는 길이 없습니다.`,
    hint: '연결을 만들거나 노드를 지우세요.',
  }),
  J305: ({ outcome, type, suggestion }) => ({
    message: `이 설정의 ${type} 노드는 "${outcome}"(으)로 끝나지 않습니다.`,
    hint: didYouMean(suggestion, '이 연결을 지우거나 결과를 고치세요.'),
  }),
  J306: ({ node, outcomes }) => ({
    message: `"${node}" 노드에 ${list(outcomes)} 연결이 없어 거기서 여정이 끝납니다.`,
    hint: '연결을 만드세요. "*"는 실패를 모두 받지만 "unresolved"는 따로 연결해야 합니다.',
  }),
  J307: ({ nodes }) => ({
    message: `순환 ${[...nodes, nodes[0]].join(' → ')}에 기다리는 곳이 없습니다.`,
    hint: '순환 안에 지연, 대기 또는 메시지를 넣거나 끝나게 하세요.',
  }),
  J308: ({ node, type }) => ({
    message: `"${node}" 노드 뒤에는 아무것도 올 수 없습니다. ${type}은(는) 여정을 끝냅니다.`,
    hint: '"next"를 지우세요.',
  }),
  J309: ({ type, version, current }) => ({
    message: `${type}의 버전 ${version}을(를) 알 수 없습니다. 가장 새 버전은 ${current}입니다.`,
    hint: '"version"을 지우거나 Jornada를 업데이트하세요.',
  }),
  J401: ({ detail }) => ({
    message: `식을 읽을 수 없습니다: ${detail}.`,
    hint: '식은 CEL입니다. 예: event.total >= 30000 && person.locale == "ko".',
  }),
  J402: ({ name, suggestion }) => ({
    message: `식에 쓴 "${name}"은(는) 없습니다.`,
    hint: didYouMean(suggestion, variables),
  }),
  J403: ({ expected, found }) => ({
    message: `식의 결과는 ${found}인데 여기에는 ${expected}이(가) 필요합니다.`,
    hint: expected === 'bool' ? '==, >=, has(…)로 비교하세요.' : 'string(…)으로 바꾸세요.',
  }),
  J404: ({ name }) => ({
    message: `"${name}" 함수는 쓸 수 없습니다.`,
    hint: 'contains, startsWith, endsWith를 쓰세요.',
  }),
  J405: ({ detail }) => ({
    message: `식이 성립하지 않습니다: ${detail}.`,
    hint: '양쪽의 타입이 맞아야 합니다. string(…), int(…), double(…)로 바꾸세요.',
  }),
  J406: ({ name }) => ({
    message: `여기에서는 "${name}" 변수를 쓸 수 없습니다.`,
    hint: '시작 조건에서는 person, event, now를, 종료 조건에서는 run도 쓸 수 있습니다.',
  }),
  J407: ({ node, suggestion }) => ({
    message: `"${node}" 노드의 결과를 읽지만 그런 노드가 없습니다.`,
    hint: didYouMean(suggestion, '이 여정의 노드를 쓰세요.'),
  }),
  J411: ({ detail }) => ({
    message: `문구를 읽을 수 없습니다: ${detail}.`,
    hint: "문구는 Liquid입니다. 예: {{ person.firstName | default: '고객' }}.",
  }),
  J412: ({ name }) => ({
    message: `문구에서 "${name}" 태그는 쓸 수 없습니다.`,
    hint: 'if, unless, case, for, assign, capture를 쓰세요.',
  }),
  J413: ({ name }) => ({
    message: `문구에서 "${name}" 필터는 쓸 수 없습니다.`,
    hint: '자주 쓰는 필터: default, upcase, date, escape, truncate, round.',
  }),
  J414: ({ name, suggestion }) => ({
    message: `문구에 쓴 "${name}"은(는) 없습니다.`,
    hint: didYouMean(suggestion, variables),
  }),
  J415: ({ limit }) => ({ message: `문구가 ${limit}자보다 깁니다.`, hint: '줄이세요.' }),
};
