// Rehearsals and simulations: what can be wrong with starting one and with letting its time pass.

import type { ProblemTexts } from '../problem-text.ts';

export const rehearsalProblemTexts = {
  CANNOT_SKIP: {
    status: 409,
    title: { en: 'This server can not skip time.', ko: '이 서버는 시간을 건너뛸 수 없습니다.' },
    hint: {
      en: 'Rehearse on the stack that `npm start` or `jornada dev` brings up itself.',
      ko: '`npm start`나 `jornada dev`가 직접 띄운 환경에서 리허설하세요.',
    },
  },
  REHEARSAL_MIXED: {
    status: 409,
    title: {
      en: 'A run of this person goes by real time: skipped time would be theirs too.',
      ko: '이 사람에게 실제 시간으로 진행 중인 실행이 있어 시간을 건너뛸 수 없습니다.',
    },
    hint: {
      en: 'See "run"; wait for its end, or rehearse with another person.',
      ko: '"run"이 끝나기를 기다리거나 다른 사람으로 리허설하세요.',
    },
  },
  RUN_NOT_REHEARSED: {
    status: 409,
    title: { en: 'This run is no rehearsal.', ko: '이 실행은 리허설이 아닙니다.' },
    hint: {
      en: 'Start one with "rehearse": true; only its time can be skipped.',
      ko: '"rehearse": true로 시작한 실행만 시간을 건너뛸 수 있습니다.',
    },
  },
  RUN_OVER: {
    status: 409,
    title: { en: 'The run is over.', ko: '이미 끝난 실행입니다.' },
    hint: { en: 'GET /v1/runs/:id tells how it ended.', ko: 'GET /v1/runs/:id에서 결과를 확인하세요.' },
  },
  SIMULATION_TOO_LONG: {
    status: 422,
    title: {
      en: 'The run does too much to be simulated in one request.',
      ko: '실행이 하는 일이 너무 많아 한 번의 요청으로 시뮬레이션할 수 없습니다.',
    },
    hint: {
      en: 'Up to "limit" timers and actions of the run are played: let less time pass, or lower `maxVisits` of its cycles.',
      ko: '실행의 타이머와 동작을 "limit"개까지 재생합니다. 시간을 더 짧게 보내거나 반복 구간의 `maxVisits`를 줄이세요.',
    },
  },
  SKIP_NOTHING_DUE: {
    status: 409,
    title: { en: 'The run waits for no instant.', ko: '이 실행이 기다리는 시각이 없습니다.' },
    hint: {
      en: 'It waits for somebody: answer from the phone, send the event, or say "for" how long.',
      ko: '누군가를 기다리고 있습니다. 휴대폰에서 답하거나 이벤트를 보내거나 "for"로 시간을 정하세요.',
    },
  },
  SKIP_RUNNING: {
    status: 409,
    title: {
      en: 'Time is being skipped for this person already.',
      ko: '이 사람의 시간을 이미 건너뛰는 중입니다.',
    },
    hint: { en: 'Wait until that is done.', ko: '끝날 때까지 기다리세요.' },
  },
  SKIP_TOO_LONG: {
    status: 422,
    title: { en: 'That is longer than a run may last.', ko: '실행의 최대 기간보다 깁니다.' },
    hint: { en: 'Skip two years at most.', ko: '최대 2년까지 건너뛸 수 있습니다.' },
  },
  SKIP_UNFINISHED: {
    status: 409,
    title: {
      en: 'Too much happens on the way: only a part of the time has passed.',
      ko: '도중에 일어나는 일이 많아 시간의 일부만 지났습니다.',
    },
    hint: {
      en: 'Look where the run is, and skip on from there.',
      ko: '실행이 어디에 있는지 확인하고 거기서 이어서 건너뛰세요.',
    },
  },
} as const satisfies ProblemTexts;
