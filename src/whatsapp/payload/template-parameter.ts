// Template parameters as Meta takes them (132012). Pure.

import type {
  BodyParameter,
  CardComponent,
  HeaderParameter,
  TemplateButton,
  WhatsAppTemplate,
  WhatsAppTemplateComponent,
} from '../../messaging/whatsapp-template.ts';

/**
 * A template parameter without line breaks or tabs, and with at most three spaces in a row. Such runs become one
 * space; the rest of the text stays as written.
 */
export function toTemplateParameter(text: string): string {
  return text.replace(/[\s\u0085]+/g, (run) => (run.length > 3 || /[^ \u00a0]/.test(run) ? ' ' : run)).trim();
}

/** The template with every text that fills it made fit. Payloads and ids come back to us: they stay as they are. */
export function withCleanParameters(template: WhatsAppTemplate): WhatsAppTemplate {
  if (template.components === undefined) return template;
  return { ...template, components: template.components.map(cleanComponent) };
}

function cleanComponent(component: WhatsAppTemplateComponent): WhatsAppTemplateComponent {
  switch (component.type) {
    case 'limited_time_offer':
      return component;
    case 'carousel': {
      const cards = component.cards.map((card) => ({ ...card, components: card.components.map(cleanCard) }));
      return { ...component, cards };
    }
    default:
      return cleanCard(component);
  }
}

function cleanCard(component: CardComponent): CardComponent {
  switch (component.type) {
    case 'header':
      return { ...component, parameters: component.parameters.map(cleanHeader) };
    case 'body':
      return { ...component, parameters: component.parameters.map(cleanBody) };
    case 'button':
      return cleanButton(component);
  }
}

function cleanHeader(parameter: HeaderParameter): HeaderParameter {
  return parameter.type === 'text' ? { ...parameter, text: toTemplateParameter(parameter.text) } : parameter;
}

function cleanBody(parameter: BodyParameter): BodyParameter {
  switch (parameter.type) {
    case 'text':
      return { ...parameter, text: toTemplateParameter(parameter.text) };
    case 'currency':
      return { ...parameter, currency: withCleanFallback(parameter.currency) };
    case 'date_time':
      return { ...parameter, date_time: withCleanFallback(parameter.date_time) };
  }
}

function withCleanFallback<T extends { readonly fallback_value: string }>(shown: T): T {
  return { ...shown, fallback_value: toTemplateParameter(shown.fallback_value) };
}

function cleanButton(button: TemplateButton): TemplateButton {
  switch (button.sub_type) {
    case 'url':
      return {
        ...button,
        parameters: [{ type: 'text', text: toTemplateParameter(button.parameters[0].text) }],
      };
    case 'copy_code': {
      const code = toTemplateParameter(button.parameters[0].coupon_code);
      return { ...button, parameters: [{ type: 'coupon_code', coupon_code: code }] };
    }
    default:
      return button;
  }
}
