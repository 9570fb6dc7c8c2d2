// Problems of messages: windows, evidence, templates, fallbacks. Facts, severity and prose of each code (J50x to J52x).
// Pure.

import type { IssueFamily } from './family.ts';
import { askEn, askKo, list } from './phrases.ts';

export interface MessageFacts {
  /** A free-form message that a path brings outside the window; `path` is such a path. */
  J501: { readonly node: string; readonly path: readonly string[] };
  J502: { readonly awaits: string; readonly gives: readonly string[]; readonly channel: string };
  /** A choice that is waited for and can't be tapped. */
  J503: { readonly choice: string; readonly message: string; readonly suggestion?: string };
  /** Choices that nobody waits for. */
  J504: { readonly choices: readonly string[]; readonly message: string };
  /** A number that is not configured. */
  J505: { readonly sender: string; readonly known: readonly string[]; readonly suggestion?: string };
  J510: { readonly template: string; readonly suggestion?: string };
  J511: { readonly template: string; readonly language: string; readonly languages: readonly string[] };
  /** A template that is not coming back. */
  J512: { readonly template: string; readonly status: string };
  /** One that can't be sent now. */
  J513: { readonly template: string; readonly status: string };
  J514: {
    readonly template: string;
    readonly header: string;
    readonly needed: number;
    readonly given: number;
    /** What is given instead of the header's own kind. */
    readonly kind?: string;
  };
  J515: { readonly template: string; readonly needed: Parameters; readonly given: Parameters };
  J516: { readonly template: string; readonly category: string; readonly approved: string };
  J517: { readonly template: string };
  J518: { readonly template: string; readonly approved: string };
  /** A message that is quoted, or reacted to, by the node that sends it. */
  J519: { readonly node: string; readonly channel: string; readonly suggestion?: string };
  /** Buttons by position and kind, `0 url`: what the template's can take, must be given, and are given. */
  J520: {
    readonly template: string;
    readonly takes: readonly string[];
    readonly needed: readonly string[];
    readonly given: readonly string[];
  };
  /** The same channel again, after a failure of that channel. */
  J521: {
    readonly node: string;
    readonly outcomes: readonly string[];
    readonly to: string;
    readonly channel: string;
  };
  J522: { readonly nodes: readonly string[] };
}

/** Names, or how many in order. */
type Parameters = readonly string[] | number;

export const messageIssues: IssueFamily<MessageFacts> = {
  J501: {
    severity: 'error',
    en: ({ node, path }) => ({
      message: `The free-form message "${node}" can come outside the 24-hour window, by ${way(path)}.`,
      hint: 'Let it wait for the window ("waitForWindow": true), send a template, or come here from a reply only.',
    }),
    ko: ({ node, path }) => ({
      message: `자유 형식 메시지 "${node}"이(가) 24시간 창 밖에서 나갈 수 있습니다. 경로: ${way(path)}.`,
      hint: '창이 열릴 때까지 기다리게 하거나("waitForWindow": true), 템플릿을 보내거나, 답장을 받은 뒤에만 오도록 하세요.',
    }),
  },
  J502: {
    severity: 'error',
    en: ({ awaits, gives, channel }) => ({
      message: `The node awaits "${awaits}", which ${channel} never tells.`,
      hint: `Await one of ${list(gives)}.`,
    }),
    ko: ({ awaits, gives, channel }) => ({
      message: `노드가 "${awaits}"을(를) 기다리지만 ${channel} 채널은 이를 알려 주지 않습니다.`,
      hint: `다음 중 하나를 기다리세요: ${list(gives)}.`,
    }),
  },
  J503: {
    severity: 'warning',
    en: ({ choice, message, suggestion }) => ({
      message: `The message "${message}" has no button or row "${choice}".`,
      hint: askEn(suggestion, 'Name the id of one that it has.'),
    }),
    ko: ({ choice, message, suggestion }) => ({
      message: `메시지 "${message}"에는 "${choice}" 버튼이나 항목이 없습니다.`,
      hint: askKo(suggestion, '메시지에 있는 버튼이나 항목의 id를 쓰세요.'),
    }),
  },
  J504: {
    severity: 'warning',
    en: ({ choices, message }) => ({
      message: `Tapping ${list(choices)} of the message "${message}" leads nowhere.`,
      hint: 'Add it to "choices", or take everything else with "other": true.',
    }),
    ko: ({ choices, message }) => ({
      message: `메시지 "${message}"의 ${list(choices)}을(를) 눌러도 아무 일도 일어나지 않습니다.`,
      hint: '"choices"에 더하거나 "other": true로 나머지를 모두 받으세요.',
    }),
  },
  J505: {
    severity: 'error',
    en: ({ sender, known, suggestion }) => ({
      message: `No number is called "${sender}".`,
      hint: askEn(suggestion, `The numbers that can send: ${list(known)}.`),
    }),
    ko: ({ sender, known, suggestion }) => ({
      message: `"${sender}"(이)라는 발신 번호가 없습니다.`,
      hint: askKo(suggestion, `쓸 수 있는 발신 번호: ${list(known)}.`),
    }),
  },
  J510: {
    severity: 'error',
    en: ({ template, suggestion }) => ({
      message: `There is no template "${template}" in the account.`,
      hint: askEn(suggestion, 'Create it and have it approved, or name one that exists.'),
    }),
    ko: ({ template, suggestion }) => ({
      message: `계정에 "${template}" 템플릿이 없습니다.`,
      hint: askKo(suggestion, '템플릿을 만들어 승인받거나 있는 템플릿의 이름을 쓰세요.'),
    }),
  },
  J511: {
    severity: 'error',
    en: ({ template, language, languages }) => ({
      message: `The template "${template}" does not exist in the language "${language}".`,
      hint: `It exists in ${list(languages)}.`,
    }),
    ko: ({ template, language, languages }) => ({
      message: `"${template}" 템플릿에는 "${language}" 언어가 없습니다.`,
      hint: `있는 언어: ${list(languages)}.`,
    }),
  },
  J512: {
    severity: 'error',
    en: ({ template, status }) => ({
      message: `The template "${template}" is ${status} and can't be sent.`,
      hint: 'Use an approved template.',
    }),
    ko: ({ template, status }) => ({
      message: `"${template}" 템플릿은 ${status} 상태라 보낼 수 없습니다.`,
      hint: '승인된 템플릿을 쓰세요.',
    }),
  },
  J513: {
    severity: 'warning',
    en: ({ template, status }) => ({
      message: `The template "${template}" is ${status}: its messages wait until it may be sent again.`,
      hint: 'Route "template.paused" for those that wait too long, or use another template.',
    }),
    ko: ({ template, status }) => ({
      message: `"${template}" 템플릿은 ${status} 상태입니다. 다시 보낼 수 있을 때까지 메시지가 기다립니다.`,
      hint: '너무 오래 기다린 경우를 "template.paused" 연결로 다루거나 다른 템플릿을 쓰세요.',
    }),
  },
  J514: {
    severity: 'error',
    en: ({ template, header, needed, given, kind }) => ({
      message:
        kind === undefined
          ? `The header of the template "${template}" (${header}) takes ${needed} parameter(s), but ${given} is given.`
          : `The header of the template "${template}" is of the kind ${header}, but ${kind} is given.`,
      hint: needed === 0 ? 'Remove "header".' : 'Give the header what it needs, or use another template.',
    }),
    ko: ({ template, header, needed, given, kind }) => ({
      message:
        kind === undefined
          ? `"${template}" 템플릿의 머리글(${header})에는 매개변수가 ${needed}개 필요한데 ${given}개가 있습니다.`
          : `"${template}" 템플릿의 머리글은 ${header} 종류인데 ${kind}이(가) 있습니다.`,
      hint: needed === 0 ? '"header"를 지우세요.' : '머리글에 필요한 값을 넣거나 다른 템플릿을 쓰세요.',
    }),
  },
  J515: {
    severity: 'error',
    en: ({ template, needed, given }) => ({
      message: `The body of the template "${template}" takes ${countEn(needed)}, but has ${countEn(given)} here.`,
      hint: 'Give exactly these, by name or in order as the template has them.',
    }),
    ko: ({ template, needed, given }) => ({
      message: `"${template}" 템플릿의 본문에는 ${countKo(needed)}이(가) 필요한데 여기에는 ${countKo(given)}이(가) 있습니다.`,
      hint: '템플릿에 정한 대로 이름이나 순서에 맞추어 빠짐없이 쓰세요.',
    }),
  },
  J516: {
    severity: 'warning',
    en: ({ template, category, approved }) => ({
      message: `The message says that it is ${category}, but the template "${template}" is ${approved}.`,
      hint: "The template's category decides about rules and price.",
    }),
    ko: ({ template, category, approved }) => ({
      message: `메시지는 ${category}라고 되어 있지만 "${template}" 템플릿은 ${approved}입니다.`,
      hint: '규칙과 요금은 템플릿의 분류를 따릅니다.',
    }),
  },
  J517: {
    severity: 'warning',
    en: ({ template }) => ({
      message: `The template "${template}" is for one-time codes, but nobody has asked for one when this journey starts.`,
      hint: 'Send codes from a journey that an event or the API starts.',
    }),
    ko: ({ template }) => ({
      message: `"${template}" 템플릿은 인증번호용인데, 이 여정은 인증번호를 요청하지 않은 사람에게 시작됩니다.`,
      hint: '인증번호는 이벤트나 API로 시작하는 여정에서 보내세요.',
    }),
  },
  J518: {
    severity: 'warning',
    en: ({ template, approved }) => ({
      message: `"repeatUnresolved" has no effect: the template "${template}" is ${approved}.`,
      hint: 'Only UTILITY messages are repeated when it stays unknown whether they were sent.',
    }),
    ko: ({ template, approved }) => ({
      message: `"${template}" 템플릿은 ${approved}이므로 "repeatUnresolved"는 효과가 없습니다.`,
      hint: '발송 여부를 끝내 알 수 없을 때 다시 보내는 것은 UTILITY 메시지뿐입니다.',
    }),
  },
  J519: {
    severity: 'error',
    en: ({ node, channel, suggestion }) => ({
      message: `"${node}" is no node of this journey that sends a message on ${channel}.`,
      hint: askEn(suggestion, 'Name the node whose message is meant.'),
    }),
    ko: ({ node, channel, suggestion }) => ({
      message: `"${node}"은(는) 이 여정에서 ${channel} 메시지를 보내는 노드가 아닙니다.`,
      hint: askKo(suggestion, '어느 노드가 보낸 메시지인지 그 노드 이름을 쓰세요.'),
    }),
  },
  J520: {
    severity: 'error',
    en: ({ template, takes, needed, given }) => ({
      message: `The buttons of the template "${template}" need ${orNone(needed, 'nothing')}, but are given ${orNone(given, 'nothing')}.`,
      hint: `They can be given: ${orNone(takes, 'nothing')}. Position and kind have to fit.`,
    }),
    ko: ({ template, takes, needed, given }) => ({
      message: `"${template}" 템플릿의 버튼에 필요한 값은 ${orNone(needed, '없음')}인데, 준 값은 ${orNone(given, '없음')}입니다.`,
      hint: `줄 수 있는 값: ${orNone(takes, '없음')}. 위치와 종류가 맞아야 합니다.`,
    }),
  },
  J521: {
    severity: 'warning',
    en: ({ node, outcomes, to, channel }) => ({
      message: `After ${list(outcomes)} of "${node}", "${to}" tries ${channel} again at once.`,
      hint: 'The same channel is likely to fail in the same way: use another one, or wait first.',
    }),
    ko: ({ node, outcomes, to, channel }) => ({
      message: `"${node}"이(가) ${list(outcomes)}(으)로 끝나면 "${to}"이(가) 곧바로 다시 ${channel} 채널로 보냅니다.`,
      hint: '같은 채널은 같은 이유로 실패하기 쉽습니다. 다른 채널을 쓰거나 먼저 기다리세요.',
    }),
  },
  J522: {
    severity: 'error',
    en: ({ nodes }) => ({
      message: `These fallbacks lead to each other without a wait or an end: ${list(nodes)}.`,
      hint: 'Break the circle, put a wait into it, or bound it with "maxVisits".',
    }),
    ko: ({ nodes }) => ({
      message: `대체 발송이 기다림도 끝도 없이 서로 이어집니다: ${list(nodes)}.`,
      hint: '고리를 끊거나, 중간에 기다림을 넣거나, "maxVisits"로 횟수를 제한하세요.',
    }),
  },
};

function orNone(buttons: readonly string[], none: string): string {
  return buttons.length === 0 ? none : list(buttons);
}

const shownSteps = 8;

/** A path in a line: its beginning and its end where it is long. */
function way(path: readonly string[]): string {
  const half = shownSteps / 2;
  const shown = path.length <= shownSteps ? path : [...path.slice(0, half), '…', ...path.slice(-half)];
  return shown.join(' → ');
}

function countEn(parameters: Parameters): string {
  if (typeof parameters !== 'number' && parameters.length > 0) return list(parameters);
  const count = typeof parameters === 'number' ? parameters : 0;
  return count === 1 ? '1 parameter' : `${count === 0 ? 'no' : count} parameters`;
}

function countKo(parameters: Parameters): string {
  if (typeof parameters !== 'number' && parameters.length > 0) return list(parameters);
  return `매개변수 ${typeof parameters === 'number' ? parameters : 0}개`;
}
