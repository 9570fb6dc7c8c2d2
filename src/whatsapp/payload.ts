// The body of POST /{phone-number-id}/messages from a composed message (F§1.2, F§1.3). Pure; the Cloud API client
// sends it, the simulator shows it. What Meta would refuse for its form alone comes back as problems, not as a send.

import type { Failure } from '../messaging/delivery.ts';
import type { Recipient, WhatsAppContent, WhatsAppTemplateComponent } from '../messaging/message.ts';

/** Why Meta would refuse this message. `place` is where in the content, e.g. `body[0]`; never its text. */
export interface PayloadProblem {
  readonly code:
    | 'no-recipient'
    | 'phone-not-e164'
    | 'text-empty'
    | 'text-too-long'
    | 'parameter-empty'
    | 'parameter-too-long'
    | 'token-too-long';
  readonly place: string;
  readonly limit?: number;
}

/** Meta's request body. `to` wins over `recipient`, so only one of them is ever there (F§1.2). */
export type WhatsAppRequestBody = WhatsAppContent & {
  readonly messaging_product: 'whatsapp';
  readonly recipient_type: 'individual';
  readonly to?: string;
  readonly recipient?: string;
  /** Echoed in every status webhook: how evidence finds its attempt. */
  readonly biz_opaque_callback_data: string;
};

export type PayloadResult =
  | { readonly ok: true; readonly body: WhatsAppRequestBody }
  | { readonly ok: false; readonly problems: readonly PayloadProblem[] };

/** Characters; F§1.3 (a button's is that of its URL), and for the token F§1.2 (older documentation said 512). */
const limits = { text: 4096, body: 1024, header: 60, button: 2000, token: 512 } as const;

/** Builds the body, with template parameters made fit for Meta, or says what is wrong. */
export function toRequestBody(send: {
  readonly content: WhatsAppContent;
  readonly to: Recipient;
  readonly token: string;
}): PayloadResult {
  const content = withCleanParameters(send.content);
  const problems = [...checkRecipient(send.to), ...checkContent(content), ...checkToken(send.token)];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    body: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...toAddress(send.to),
      ...content,
      biz_opaque_callback_data: send.token,
    },
  };
}

/** What a message with these problems comes to: it never leaves. */
export function failureOfProblems(problems: readonly PayloadProblem[]): Failure {
  const fromParameters = problems.length > 0 && problems.every(({ code }) => code.startsWith('parameter'));
  const outcome = fromParameters ? 'template.params' : 'invalid';
  return { code: problems[0]?.code ?? 'payload', outcome, retry: 'never' };
}

/**
 * A template parameter as Meta takes it: no line breaks or tabs, at most three spaces in a row (132012). Such runs
 * become one space; the rest of the text stays as written.
 */
export function toTemplateParameter(text: string): string {
  return text.replace(/[\s\u0085]+/g, (run) => (run.length > 3 || /[^ \u00a0]/.test(run) ? ' ' : run)).trim();
}

function toAddress(to: Recipient): { to: string } | { recipient: string } {
  return to.phone === undefined ? { recipient: to.businessScopedUserId ?? '' } : { to: to.phone };
}

function checkRecipient({ phone, businessScopedUserId }: Recipient): PayloadProblem[] {
  if (phone === undefined) {
    return businessScopedUserId ? [] : [{ code: 'no-recipient', place: 'to' }];
  }
  // Without the plus Meta would prepend our own country code and write to a stranger (F§1.1).
  return /^\+[1-9]\d{6,14}$/.test(phone) ? [] : [{ code: 'phone-not-e164', place: 'to' }];
}

function checkContent(content: WhatsAppContent): PayloadProblem[] {
  if (content.type === 'text') {
    return checkLength(content.text.body, { place: 'text', limit: limits.text, of: 'text' });
  }
  return (content.template.components ?? []).flatMap((component) =>
    component.parameters.flatMap((parameter, index) =>
      checkLength(parameter.text, {
        place: `${component.type}[${parameter.parameter_name ?? index}]`,
        limit: limits[component.type],
        of: 'parameter',
      }),
    ),
  );
}

function checkLength(
  text: string,
  rule: { readonly place: string; readonly limit: number; readonly of: 'text' | 'parameter' },
): PayloadProblem[] {
  if (text.trim() === '') return [{ code: `${rule.of}-empty`, place: rule.place }];
  if ([...text].length <= rule.limit) return [];
  return [{ code: `${rule.of}-too-long`, place: rule.place, limit: rule.limit }];
}

function checkToken(token: string): PayloadProblem[] {
  return token.length <= limits.token
    ? []
    : [{ code: 'token-too-long', place: 'token', limit: limits.token }];
}

function withCleanParameters(content: WhatsAppContent): WhatsAppContent {
  if (content.type !== 'template' || content.template.components === undefined) return content;
  const components = content.template.components.map(withCleanTexts);
  return { type: 'template', template: { ...content.template, components } };
}

function withCleanTexts(component: WhatsAppTemplateComponent): WhatsAppTemplateComponent {
  const parameters = component.parameters.map((parameter) => ({
    ...parameter,
    text: toTemplateParameter(parameter.text),
  }));
  return { ...component, parameters };
}
