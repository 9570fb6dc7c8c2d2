// Whether what a template message brings is what its template has room for: 132000 for counts, 132012 for kinds and
// names, 131008 and 132018 for buttons, 132005 for a text that grew too long (F§3.2). Details are worded as Meta's.

import type { ButtonComponent, FieldParameter, TemplateComponent } from '../messages/template.ts';
import { type Rule, type RuleVerdict, refuse } from '../rules/rule.ts';
import { type ButtonSlot, findSlots, type HeaderKind, type TemplateSlots } from './template-slots.ts';

const LONGEST_BODY = 1024;

export const templateFit: Rule = ({ message, template }) => {
  if (message.type !== 'template' || template === undefined) return undefined;
  const slots = findSlots(template);
  if (slots === undefined) return undefined;
  const components = message.template.components ?? [];
  const body = parametersOf(components, 'body');
  return (
    checkCount('header', parametersOf(components, 'header').length, slots.header === undefined ? 0 : 1) ??
    checkHeader(parametersOf(components, 'header')[0], slots.header) ??
    checkCount('body', body.length, slots.body.length) ??
    checkNames(body, template.parameterFormat === 'NAMED' ? slots.body : undefined) ??
    checkLength(body, slots) ??
    checkButtons(components, slots.buttons)
  );
};

function checkCount(place: string, found: number, expected: number): RuleVerdict | undefined {
  if (found === expected) return undefined;
  return refuse(
    132000,
    `${place}: number of localizable_params (${found}) does not match the expected number of params (${expected})`,
  );
}

function checkHeader(
  parameter: FieldParameter | undefined,
  expected: HeaderKind | undefined,
): RuleVerdict | undefined {
  if (parameter === undefined || expected === undefined) return undefined;
  const found = parameter.type.toUpperCase();
  if (found === expected) return undefined;
  return refuse(132012, `header: Format mismatch, expected ${expected}, received ${found}`);
}

/** Named variables come by their names in any order, positional ones without names. */
function checkNames(
  body: readonly FieldParameter[],
  expected: readonly string[] | undefined,
): RuleVerdict | undefined {
  const names = body.flatMap((parameter) =>
    'parameter_name' in parameter ? [parameter.parameter_name] : [],
  );
  const isFine =
    expected === undefined
      ? names.every((name) => name === undefined)
      : names.length === body.length && expected.every((name) => names.includes(name));
  return isFine ? undefined : refuse(132012, 'body: Parameter names do not match the template');
}

function checkLength(body: readonly FieldParameter[], { bodyText }: TemplateSlots): RuleVerdict | undefined {
  const fixed = [...bodyText.replaceAll(/\{\{\s*\w+\s*\}\}/g, '')].length;
  const filled = body.reduce((sum, parameter) => sum + [...toText(parameter)].length, fixed);
  if (filled <= LONGEST_BODY) return undefined;
  return refuse(132005, `body: Translated text too long (${filled}), at most ${LONGEST_BODY}`);
}

function checkButtons(
  components: readonly TemplateComponent[],
  slots: readonly ButtonSlot[],
): RuleVerdict | undefined {
  const given = components.flatMap((component) => (component.type === 'button' ? [component] : []));
  const stray = given.find((button) => slots[Number(button.index)]?.kind !== button.sub_type);
  if (stray !== undefined) {
    return refuse(132018, `buttons: The template has no ${stray.sub_type} button at index ${stray.index}`);
  }
  const isGiven = ({ index }: ButtonSlot) =>
    given.some((button: ButtonComponent) => Number(button.index) === index);
  const missing = slots.find((slot) => slot.isRequired && !isGiven(slot));
  if (missing === undefined) return undefined;
  return refuse(
    131008,
    `buttons: Button at index ${missing.index} of type ${missing.kind} requires a parameter`,
  );
}

function parametersOf(
  components: readonly TemplateComponent[],
  type: 'header' | 'body',
): readonly FieldParameter[] {
  return components.flatMap((component) => (component.type === type ? (component.parameters ?? []) : []));
}

function toText(parameter: FieldParameter): string {
  switch (parameter.type) {
    case 'text':
      return parameter.text;
    case 'currency':
      return parameter.currency.fallback_value;
    case 'date_time':
      return parameter.date_time.fallback_value;
    default:
      return '';
  }
}
