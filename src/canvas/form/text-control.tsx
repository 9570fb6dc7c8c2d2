// Texts by what they are: words, names of things that are known, times, conditions, texts with variables.

import { useText } from '../text/use-text.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { TextField } from '../ui/field.tsx';
import { CodeField } from './code-field.tsx';
import type { ControlProps } from './control-props.ts';
import { DurationControl } from './duration-control.tsx';
import { TemplateControl, TemplateLanguageControl } from './template-control.tsx';
import { useDraft } from './use-draft.ts';
import { useSuggestions } from './use-suggestions.ts';

const languages: { readonly [kind: string]: 'cel' | 'liquid' } = {
  condition: 'cel',
  value: 'cel',
  text: 'liquid',
  'web-address': 'liquid',
};
const times: { readonly [kind: string]: 'time' | 'date' } = { 'clock-time': 'time', date: 'date' };

const texts = {
  refused: {
    en: 'A word begins with a small letter; letters, digits, - and _ may follow.',
    ko: '영문 소문자로 시작하고 영문자, 숫자, -, _만 쓸 수 있습니다.',
  },
};

export function TextControl(props: ControlProps<'text'>) {
  const { control, schema, value, isRequired, onChange, path, ...field } = props;
  const t = useText();
  const written = typeof value === 'string' ? value : '';
  const set = (text: string) => {
    if (text === '' && !isRequired) onChange(undefined);
    // An edge may go by the word: it keeps the last that could be one.
    else if (control.as !== 'word' || isForm(schema, text)) onChange(text);
  };
  const draft = useDraft(written, set);
  const suggestions = useSuggestions(control.as);
  if (control.as === 'duration') return <DurationControl {...props} />;
  if (control.as === 'template') return <TemplateControl {...props} />;
  if (control.as === 'template-language') return <TemplateLanguageControl {...props} />;
  const language = languages[control.as];
  if (language !== undefined) {
    return (
      <CodeField
        {...field}
        path={path}
        language={language}
        lines={linesOf(props)}
        schema={schema}
        value={written}
        onChange={set}
      />
    );
  }
  const common = {
    label: field.label,
    error: draft.isRefused ? t(texts.refused) : field.error,
    isRequired,
    isLabelHidden: field.isLabelHidden === true,
    ...(field.help === undefined ? {} : { help: field.help }),
    value: draft.text,
    onChange: draft.onChange,
    placeholder: placeholderOf(schema),
  };
  if (suggestions !== undefined) return <ComboBox {...common} choices={suggestions} />;
  return <TextField {...common} type={times[control.as] ?? 'text'} lines={linesOf(props)} />;
}

function isForm(
  { pattern, maxLength = Number.POSITIVE_INFINITY }: ControlProps['schema'],
  text: string,
): boolean {
  return text.length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(text));
}

/** What is all of a message has room from the start; every text grows as it is written. */
function linesOf({ control, schema, path }: ControlProps<'text'>): number {
  const isWhole = ['text', 'html', 'body'].includes(String(path.at(-1)));
  return isWhole && (schema.maxLength ?? 0) > 256 && (control.as === 'text' || control.as === '') ? 3 : 1;
}

function placeholderOf({ default: usual, examples }: ControlProps['schema']): string {
  const [example] = examples ?? [];
  const shown = usual ?? example;
  return typeof shown === 'string' ? shown : '';
}
