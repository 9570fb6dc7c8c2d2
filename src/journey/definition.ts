// The journey language v1 as a zod schema: what people write, and what forms and editors call it. Says nothing about node
// types; the catalogue does. Pure. Unknown fields are refused everywhere.

import { z } from 'zod';
import { dataSchema } from './data-schema.ts';
import { entrySchema, exitRuleSchema } from './entry.ts';
import { labelled } from './field-hints.ts';
import { journeyIdPattern, nameSchema, nodeId } from './fields.ts';
import { policySchema } from './policy-schema.ts';

/** The version of the language that this schema is; `upgrade.ts` brings older documents to it. */
export const languageVersion = 1;

const remark = z
  .string()
  .max(2_000)
  .meta(
    labelled(
      { en: 'Note', ko: '메모' },
      { en: 'For colleagues; not part of the meaning.', ko: '동료를 위한 것으로, 동작과는 무관합니다.' },
    ),
  );

export const nodeSchema = z.strictObject({
  type: z
    .string()
    .min(1)
    .max(80)
    .meta(labelled({ en: 'Type', ko: '종류' })),
  version: z
    .int()
    .positive()
    .meta(
      labelled(
        { en: 'Version of the type', ko: '종류의 버전' },
        {
          en: 'The version of the node type that `with` is written for; the newest where absent.',
          ko: '`with`가 맞춰 쓰인 종류의 버전입니다. 비워 두면 최신입니다.',
        },
      ),
    )
    .optional(),
  name: nameSchema
    .meta(
      labelled(
        { en: 'Name', ko: '이름' },
        { en: 'For people; not part of the meaning.', ko: '사람을 위한 것으로, 동작과는 무관합니다.' },
      ),
    )
    .optional(),
  note: remark.optional(),
  with: z
    .record(z.string(), z.unknown())
    .meta(
      labelled(
        { en: 'Settings', ko: '설정' },
        { en: 'The configuration, as the type has it.', ko: '종류가 정한 설정입니다.' },
      ),
    )
    .optional(),
  next: z
    .union([nodeId, z.record(z.string(), nodeId)])
    .meta(
      labelled(
        { en: 'Next', ko: '다음' },
        {
          en: 'Where the run goes on: one node for all outcomes, or one for each.',
          ko: '실행이 이어질 곳입니다. 모든 결과에 한 단계, 또는 결과마다 한 단계를 적습니다.',
        },
      ),
    )
    .optional(),
  maxVisits: z
    .int()
    .min(1)
    .max(1_000)
    .meta(
      labelled(
        { en: 'Visits at most', ko: '최대 방문 횟수' },
        {
          en: 'The visit after this many ends at once as `exhausted`: the bound of a cycle.',
          ko: '이 횟수 다음의 방문은 바로 `exhausted`로 끝납니다. 되풀이의 한계입니다.',
        },
      ),
    )
    .optional(),
});

export const definitionSchema = z.strictObject({
  $schema: z
    .string()
    .meta(
      labelled(
        { en: 'Schema', ko: '스키마' },
        { en: 'Where editors find this schema.', ko: '편집기가 이 스키마를 찾는 곳입니다.' },
      ),
    )
    .optional(),
  language: z
    .literal(languageVersion)
    .meta(
      labelled(
        { en: 'Language', ko: '언어 버전' },
        {
          en: 'The version of the journey language; the newest where absent.',
          ko: '여정 언어의 버전입니다. 비워 두면 최신입니다.',
        },
      ),
    )
    .optional(),
  id: z
    .string()
    .regex(journeyIdPattern)
    .meta(
      labelled(
        { en: 'Id', ko: 'id' },
        {
          en: 'Names the journey for ever: its versions share it.',
          ko: '여정의 변하지 않는 이름입니다. 모든 버전이 함께 씁니다.',
        },
      ),
    ),
  name: nameSchema.meta(
    labelled(
      { en: 'Name', ko: '이름' },
      {
        en: 'For people: one text, or one for each language.',
        ko: '사람을 위한 것입니다. 하나로 쓰거나 언어마다 씁니다.',
      },
    ),
  ),
  note: remark.optional(),
  data: dataSchema
    .meta(
      labelled(
        { en: 'Data', ko: '데이터' },
        {
          en: 'What is known of the data. Where it is said, expressions and texts are checked against it.',
          ko: '데이터에 대해 아는 것입니다. 적어 두면 식과 문구를 검사합니다.',
        },
      ),
    )
    .optional(),
  entry: entrySchema.meta(
    labelled(
      { en: 'Entry', ko: '진입' },
      { en: 'How people come into the journey.', ko: '고객이 여정에 들어오는 방법입니다.' },
    ),
  ),
  exit: z
    .array(exitRuleSchema)
    .max(20)
    .meta(
      labelled(
        { en: 'Leave early', ko: '중간에 나가기' },
        {
          en: 'Events that end a run at once, wherever it is.',
          ko: '어디에 있든 바로 끝내는 이벤트입니다.',
        },
      ),
    )
    .optional(),
  policy: policySchema
    .meta(
      labelled(
        { en: 'Policy', ko: '정책' },
        { en: 'Rules for all messages of the journey.', ko: '여정의 모든 메시지에 적용되는 규칙입니다.' },
      ),
    )
    .optional(),
  start: nodeId.meta(
    labelled(
      { en: 'First step', ko: '첫 단계' },
      { en: 'The node that a run begins with.', ko: '실행이 시작되는 단계입니다.' },
    ),
  ),
  nodes: z
    .record(nodeId, nodeSchema)
    .meta(
      labelled(
        { en: 'Steps', ko: '단계' },
        { en: 'The steps of the journey by id.', ko: '여정의 단계를 id별로 적습니다.' },
      ),
    ),
  canvas: z
    .record(z.string(), z.unknown())
    .meta(
      labelled(
        { en: 'Canvas', ko: '캔버스' },
        {
          en: 'Positions and notes; never part of the meaning or the hash.',
          ko: '위치와 메모입니다. 동작이나 해시에는 들어가지 않습니다.',
        },
      ),
    )
    .optional(),
});

export type Definition = z.infer<typeof definitionSchema>;
export type DefinitionNode = z.infer<typeof nodeSchema>;
