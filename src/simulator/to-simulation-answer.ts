// Shows a simulation as its answer: path, trace in words, messages with their ticks, what can happen next. Pure.

import type { LocalizedText } from '../journey/catalogue.ts';
import { createBriefTime } from './local-time.ts';
import { toMessageAnswers } from './message-answers.ts';
import type { PlayedActions } from './play-actions.ts';
import { toAction } from './play-script.ts';
import { listPossible } from './possible-actions.ts';
import type { Rest, Simulation } from './simulation.ts';
import type {
  EnteredAnswer,
  InboundAnswer,
  RefusedAnswer,
  RestAnswer,
  SimulationAnswer,
  TraceLine,
} from './simulation-answer.ts';
import type { TraceEntry } from './trace.ts';
import { traceWords } from './trace-labels.ts';
import { createTraceText } from './trace-text.ts';
import { toWalk, type WalkedStep } from './walked-path.ts';
import type { SimulatorInput } from './workings.ts';

export function toSimulationAnswer(input: SimulatorInput, played: PlayedActions): SimulationAnswer {
  if (!played.entered) return toRefusal(played);
  const { simulation } = played;
  const { now, ended = null, rest, facts, trace } = simulation;
  const path = toWalk(input, simulation);
  return {
    entered: true,
    startedAt: facts.startedAt,
    now,
    timeZone: facts.person.timeZone,
    ended,
    rest: rest === undefined ? null : toRest(rest),
    path,
    trace: toLines(trace, facts.person.timeZone),
    messages: toMessageAnswers(simulation, input.surroundings?.templates ?? []),
    inbound: trace.flatMap(toInbound),
    possible: listPossible(simulation),
    lines: played.played.map(({ line }) => line),
    leftover: played.played.flatMap(({ met }, index) => (met ? [] : [index])),
    pending: facts.answers.map(toAction),
    coverage: coverageOf(path),
  };
}

function toRefusal({ reason, code }: Extract<PlayedActions, { readonly entered: false }>): RefusedAnswer {
  return { entered: false, reason, code: code ?? null, words: refusals[reason] };
}

const refusals: { readonly [reason in RefusedAnswer['reason']]: LocalizedText } = {
  condition: {
    en: "The person may not enter: the entry's condition says no. Choose another person, or change the event's data.",
    ko: '이 사람은 들어올 수 없습니다: 진입 조건이 맞지 않습니다. 다른 사람을 고르거나 이벤트 데이터를 바꾸세요.',
  },
  expression: {
    en: "The person may not enter: an expression of the entry fails on this data. Give the event's data.",
    ko: '이 사람은 들어올 수 없습니다: 진입 식이 이 데이터에서 실패합니다. 이벤트 데이터를 넣어 주세요.',
  },
};

function toRest({ node, visit, waiting, due, message, events }: Rest): RestAnswer {
  const words = {
    en: traceWords.en.waitsFor[waiting] ?? waiting,
    ko: traceWords.ko.waitsFor[waiting] ?? waiting,
  };
  return { node, visit, waiting, due: due ?? null, message: message ?? null, events, words };
}

function toLines(trace: Simulation['trace'], timeZone: string): readonly TraceLine[] {
  const toEnglish = createTraceText('en', timeZone, createBriefTime(timeZone, 'en'));
  const toKorean = createTraceText('ko', timeZone, createBriefTime(timeZone, 'ko'));
  return trace.map((entry) => {
    const [en, ...moreEnglish] = toEnglish(entry);
    const [ko, ...moreKorean] = toKorean(entry);
    return {
      at: entry.at,
      kind: entry.kind,
      node: 'node' in entry ? entry.node : null,
      label: { en: traceWords.en[entry.kind], ko: traceWords.ko[entry.kind] },
      text: { en, ko },
      more: { en: moreEnglish, ko: moreKorean },
    };
  });
}

function toInbound(entry: TraceEntry): readonly InboundAnswer[] {
  if (entry.kind !== 'heard' || (entry.what !== 'inbound' && entry.what !== 'tap')) return [];
  return [{ at: entry.at, kind: entry.what === 'tap' ? 'tap' : 'text', text: entry.name }];
}

function coverageOf(path: readonly WalkedStep[]): EnteredAnswer['coverage'] {
  const edges = path.flatMap(({ node, edge }) => (edge === null ? [] : [{ node, key: edge.key }]));
  const isFirst = (index: number) =>
    edges.findIndex(({ node, key }) => node === edges[index]?.node && key === edges[index]?.key) === index;
  return {
    nodes: [...new Set(path.map(({ node }) => node))],
    edges: edges.filter((_edge, index) => isFirst(index)),
  };
}
