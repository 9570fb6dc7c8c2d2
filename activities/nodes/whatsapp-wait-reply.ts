// `whatsapp.wait-reply`: waits for the person's answer to a message of this run. A tapped button or row counts by its id,
// a text by a keyword. What was answered before the wait began counts too; each answer counts for one node only.

import {
  defineFlow,
  durationField,
  type EvaluateContext,
  type HeardEvent,
  inboundEvent,
  isKeyword,
  labelled,
  longestMsOf,
  nodeField,
  refusal,
  shortestMsOf,
  wait,
  wordField,
  z,
} from '../../src/node-kit/index.ts';

const timeout = 'timeout';
const other = 'other';

const answerField = wordField.refine(
  (word) => word !== timeout && word !== other,
  refusal({
    en: 'timeout and other are outcomes of their own',
    ko: 'timeout과 other는 따로 정해진 결과입니다',
  }),
);

const fields = z.strictObject({
  to: nodeField.optional().meta({
    ...labelled(
      { en: 'Reply to', ko: '답장 대상' },
      {
        en: 'The node whose message is answered; the last message of this run where absent.',
        ko: '답장을 받을 메시지를 보낸 노드입니다. 비워 두면 이 실행의 마지막 메시지입니다.',
      },
    ),
    examples: ['offer'],
  }),
  choices: z
    .record(z.string().min(1).max(256), answerField)
    .optional()
    .meta({
      ...labelled(
        { en: 'Choices', ko: '선택지' },
        {
          en: 'Outcomes by what is tapped: the id of a button or row, or the payload of a quick reply.',
          ko: '누른 것에 따른 결과: 버튼이나 행의 id, 또는 빠른 답장의 payload입니다.',
        },
      ),
      examples: [{ yes: 'accepted', no: 'declined' }],
    }),
  keywords: z
    .record(answerField, z.array(z.string().trim().min(1).max(60)).min(1).max(50))
    .optional()
    .meta({
      ...labelled(
        { en: 'Keywords', ko: '키워드' },
        {
          en: 'Outcomes with the texts that mean them, whatever the case and the punctuation around them.',
          ko: '결과와 그 뜻의 문구입니다. 대소문자와 앞뒤 문장 부호는 무시합니다.',
        },
      ),
      examples: [{ refund: ['환불', 'refund'] }],
    }),
  other: z
    .boolean()
    .default(false)
    .meta(
      labelled(
        { en: 'Any other answer', ko: '그 밖의 답장' },
        {
          en: 'Outcome `other` for any other answer; else it is passed over.',
          ko: '그 밖의 답장은 결과 `other`가 됩니다. 끄면 무시합니다.',
        },
      ),
    ),
  within: durationField.meta(
    labelled(
      { en: 'At most', ko: '최대 대기' },
      { en: 'Outcome `timeout` after this long.', ko: '이 시간이 지나면 결과는 `timeout`입니다.' },
    ),
  ),
});
type Config = z.infer<typeof fields>;

const config = fields.refine((with_) => wordsOf(with_).length > 0, {
  ...refusal({
    en: 'choices, keywords or "other": true say which answers count',
    ko: '어떤 답장을 받을지 choices, keywords 또는 "other": true로 정하세요',
  }),
  path: ['choices'],
});

export const whatsappWaitReply = defineFlow<Config>({
  type: 'whatsapp.wait-reply',
  version: 1,
  title: { en: 'Wait for a reply', ko: '답장 기다리기' },
  icon: 'message-circle-reply',
  help: {
    en: "Waits for the person's answer to a message: a tapped button or row, or a keyword.",
    ko: '메시지에 대한 고객의 답장을 기다립니다: 버튼, 행 또는 키워드.',
  },
  config,
  outcomes: (with_) => [...wordsOf(with_), timeout],
  successes: wordsOf,
  waits: true,
  quotes: ({ to }) => (to === undefined ? [] : [{ path: ['to'], node: to }]),
  events: () => [inboundEvent],
  looksBack: () => true,
  replies: ({ to, choices = {}, other: takesAll }) => ({
    ...(to === undefined ? {} : { to }),
    choices: Object.keys(choices),
    takesAll,
  }),
  inboundOutcomes: wordsOf,
  longestMs: ({ within }) => longestMsOf(within),
  shortestMs: ({ within }, outcome) => (outcome === timeout ? shortestMsOf(within) : 0),
  chart: ({ config: with_, node }) =>
    wait({ node, exactMs: undefined, elapsed: timeout, events: { [inboundEvent]: wordsOf(with_) } }),
  evaluate: ({ heard, earlier, config: with_, after }: EvaluateContext<Config>) => {
    for (const reply of heard === undefined ? earlier : [heard]) {
      const outcome = findMeaning(reply, with_);
      if (outcome !== undefined) return { outcome, changes: [{ kind: 'take', reply: reply.id }] };
    }
    return heard === undefined ? { due: after(with_.within) } : { ignored: true };
  },
});

function wordsOf({ choices = {}, keywords = {}, other: takesAll }: Config): readonly string[] {
  return [...new Set([...Object.values(choices), ...Object.keys(keywords), ...(takesAll ? [other] : [])])];
}

/** The outcome that an answer means; undefined where it means nothing here. */
function findMeaning(
  { data: { type, payload, text } }: HeardEvent,
  { choices = {}, keywords = {}, other: takesAll }: Config,
): string | undefined {
  // An emoji on a message is no answer in words.
  if (type === 'reaction') return undefined;
  if (typeof payload === 'string' && Object.hasOwn(choices, payload)) return choices[payload];
  const written = typeof text === 'string' ? text : '';
  const meant = Object.entries(keywords).find(([, texts]) => isKeyword(written, texts));
  return meant?.[0] ?? (takesAll ? other : undefined);
}
