// Problems of the graph: types, edges, outcomes, what is never entered, what never rests. Facts, severity and prose of each code. Pure.

import type { IssueFamily } from './family.ts';
import { askEn, askKo, list } from './phrases.ts';

export interface GraphFacts {
  /** Unknown node type. */
  J301: { readonly type: string; readonly suggestion?: string };
  J302: { readonly start: string; readonly suggestion?: string };
  /** Edge to nowhere. */
  J303: { readonly target: string; readonly suggestion?: string };
  J304: { readonly node: string };
  /** Edge for an outcome that the type does not declare. */
  J305: { readonly outcome: string; readonly type: string; readonly suggestion?: string };
  /** Outcomes without an edge. */
  J306: { readonly node: string; readonly outcomes: readonly string[] };
  J307: { readonly nodes: readonly string[] };
  J308: { readonly node: string; readonly type: string };
  J309: { readonly type: string; readonly version: number; readonly current: number };
  /** A cycle without a bound. */
  J310: { readonly nodes: readonly string[] };
  /** An edge, or the start, to a note. */
  J311: { readonly target: string; readonly type: string };
  J312: { readonly node: string; readonly type: string };
}

export const graphIssues: IssueFamily<GraphFacts> = {
  J301: {
    severity: 'error',
    en: ({ type, suggestion }) => ({
      message: `The node type "${type}" is not known.`,
      hint: askEn(suggestion, 'List the types with: jornada nodes.'),
    }),
    ko: ({ type, suggestion }) => ({
      message: `"${type}" 노드 종류를 알 수 없습니다.`,
      hint: askKo(suggestion, 'jornada nodes 명령으로 종류를 볼 수 있습니다.'),
    }),
  },
  J302: {
    severity: 'error',
    en: ({ start, suggestion }) => ({
      message: `The journey starts at "${start}", but there is no such node.`,
      hint: askEn(suggestion, 'Name a node of this journey in "start".'),
    }),
    ko: ({ start, suggestion }) => ({
      message: `여정은 "${start}"에서 시작한다고 되어 있지만 그런 노드가 없습니다.`,
      hint: askKo(suggestion, '"start"에 이 여정의 노드를 쓰세요.'),
    }),
  },
  J303: {
    severity: 'error',
    en: ({ target, suggestion }) => ({
      message: `This edge leads to "${target}", but there is no such node.`,
      hint: askEn(suggestion, `Add a node "${target}", or lead the edge to one that exists.`),
    }),
    ko: ({ target, suggestion }) => ({
      message: `이 연결은 "${target}"(으)로 가지만 그런 노드가 없습니다.`,
      hint: askKo(suggestion, `"${target}" 노드를 만들거나 있는 노드로 연결하세요.`),
    }),
  },
  J304: {
    severity: 'error',
    en: ({ node }) => ({
      message: `No path leads to the node "${node}".`,
      hint: 'Lead an edge to it, or remove it.',
    }),
    ko: ({ node }) => ({
      message: `"${node}" 노드로 가는 길이 없습니다.`,
      hint: '연결을 만들거나 노드를 지우세요.',
    }),
  },
  J305: {
    severity: 'error',
    en: ({ outcome, type, suggestion }) => ({
      message: `A ${type} node as configured never ends with "${outcome}".`,
      hint: askEn(suggestion, 'Remove this edge, or correct the outcome.'),
    }),
    ko: ({ outcome, type, suggestion }) => ({
      message: `이 설정의 ${type} 노드는 "${outcome}"(으)로 끝나지 않습니다.`,
      hint: askKo(suggestion, '이 연결을 지우거나 결과를 고치세요.'),
    }),
  },
  J306: {
    severity: 'warning',
    en: ({ node, outcomes }) => ({
      message: `The node "${node}" has no edge for ${list(outcomes)}: the run ends there.`,
      hint: 'Add edges. "*" catches every failure except "unresolved", which needs an edge of its own.',
    }),
    ko: ({ node, outcomes }) => ({
      message: `"${node}" 노드에 ${list(outcomes)} 연결이 없어 거기서 여정이 끝납니다.`,
      hint: '연결을 만드세요. "*"는 실패를 모두 받지만 "unresolved"는 따로 연결해야 합니다.',
    }),
  },
  J307: {
    severity: 'error',
    en: ({ nodes }) => ({
      message: `The cycle ${[...nodes, nodes[0]].join(' → ')} never waits.`,
      hint: 'Put a delay, a wait or a message into the cycle, or let it end.',
    }),
    ko: ({ nodes }) => ({
      message: `순환 ${[...nodes, nodes[0]].join(' → ')}에 기다리는 곳이 없습니다.`,
      hint: '순환 안에 지연, 대기 또는 메시지를 넣거나 끝나게 하세요.',
    }),
  },
  J308: {
    severity: 'error',
    en: ({ node, type }) => ({
      message: `Nothing can follow the node "${node}": ${type} ends the run.`,
      hint: 'Remove "next".',
    }),
    ko: ({ node, type }) => ({
      message: `"${node}" 노드 뒤에는 아무것도 올 수 없습니다. ${type}은(는) 여정을 끝냅니다.`,
      hint: '"next"를 지우세요.',
    }),
  },
  J309: {
    severity: 'error',
    en: ({ type, version, current }) => ({
      message: `Version ${version} of ${type} is not known; the newest is ${current}.`,
      hint: 'Remove "version", or update Jornada.',
    }),
    ko: ({ type, version, current }) => ({
      message: `${type}의 버전 ${version}을(를) 알 수 없습니다. 가장 새 버전은 ${current}입니다.`,
      hint: '"version"을 지우거나 Jornada를 업데이트하세요.',
    }),
  },
  J310: {
    severity: 'error',
    en: ({ nodes }) => ({
      message: `Nothing bounds the cycle ${[...nodes, nodes[0]].join(' → ')}.`,
      hint: 'Set "maxVisits" on one of its nodes; beyond it that node ends as "exhausted".',
    }),
    ko: ({ nodes }) => ({
      message: `순환 ${[...nodes, nodes[0]].join(' → ')}에 한도가 없습니다.`,
      hint: '그 가운데 한 노드에 "maxVisits"를 정하세요. 그 횟수를 넘으면 노드는 "exhausted"로 끝납니다.',
    }),
  },
  J311: {
    severity: 'error',
    en: ({ target, type }) => ({
      message: `"${target}" is a ${type}: no run can enter it.`,
      hint: 'Lead to the node that follows.',
    }),
    ko: ({ target, type }) => ({
      message: `"${target}"은(는) ${type}라서 들어갈 수 없습니다.`,
      hint: '그다음 노드로 연결하세요.',
    }),
  },
  J312: {
    severity: 'error',
    en: ({ node, type }) => ({
      message: `"${node}" is a ${type}: no edge can leave it.`,
      hint: 'Remove "next".',
    }),
    ko: ({ node, type }) => ({
      message: `"${node}"은(는) ${type}라서 연결이 나갈 수 없습니다.`,
      hint: '"next"를 지우세요.',
    }),
  },
};
