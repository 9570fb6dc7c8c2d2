// The templates of the account to choose from, with what Meta says of each; and the languages that one has.

import type { IssuePath } from '../../journey/issues.ts';
import type { TemplateInfo } from '../../journey/surroundings.ts';
import { valueAt } from '../model/set-in.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { useEditor } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import type { ControlProps } from './control-props.ts';
import styles from './form.module.css';
import { useFormPlace } from './form-place.ts';
import { categoryWords, findTemplate, languagesOf, standingOf } from './template-words.ts';

const texts = {
  unknown: {
    en: 'Not in the account in this language: its messages would end as “template missing”.',
    ko: '이 언어로는 계정에 없어 보내면 "템플릿 없음"으로 끝납니다.',
  },
  unlisted: {
    en: "Meta's list has not been read yet: the name is not checked.",
    ko: 'Meta의 템플릿 목록을 아직 읽지 못해 이름을 확인할 수 없습니다.',
  },
};

/** The template that the object at this place uses. */
export function useTemplateUse(path: IssuePath): {
  readonly name: string;
  readonly language: string;
  readonly templates: readonly TemplateInfo[] | undefined;
  readonly template: TemplateInfo | undefined;
} {
  const { base } = useFormPlace();
  const templates = useCatalogue((state) => state.surroundings?.templates) ?? undefined;
  const journey = useEditor(({ history }) => history?.present);
  const use = valueAt(journey, [...base, ...path]);
  const whole = valueAt(journey, base);
  const name = textAt(use, 'template') ?? '';
  // Another template takes the language of the first where it names none.
  const language = textAt(use, 'language') ?? textAt(whole, 'language') ?? '';
  return { name, language, templates, template: templates && findTemplate(templates, name, language) };
}

export function TemplateControl({ label, help, error, value, path, onChange }: ControlProps<'text'>) {
  const t = useText();
  const { write } = useFormPlace();
  const around = path.slice(0, -1);
  const { language, templates, template } = useTemplateUse(around);
  const name = typeof value === 'string' ? value : '';
  const names = [...new Set((templates ?? []).map((one) => one.name))];
  const isUnknown = templates !== undefined && name !== '' && template === undefined;
  return (
    <ComboBox
      label={label}
      help={isUnknown ? t(texts.unknown) : templates === undefined ? t(texts.unlisted) : help}
      error={error}
      isRequired
      aside={template && <Standing template={template} />}
      choices={names.map((id) => ({ id, label: id, hint: hintOf(templates ?? [], id, t) }))}
      value={name}
      onChange={(next) => {
        onChange(next);
        const has = languagesOf(templates ?? [], next);
        const [only] = has;
        if (only !== undefined && !has.includes(language)) write([...around, 'language'], only);
      }}
    />
  );
}

/** `Marketing · ko, en · Approved` */
function hintOf(templates: readonly TemplateInfo[], name: string, t: ReturnType<typeof useText>): string {
  const first = templates.find((one) => one.name === name);
  if (first === undefined) return '';
  return [t(categoryWords(first)), languagesOf(templates, name).join(', '), t(standingOf(first).words)].join(
    ' · ',
  );
}

function Standing({ template }: { readonly template: TemplateInfo }) {
  const t = useText();
  const { words, meaning } = standingOf(template);
  return (
    <span className={styles['standing']} data-meaning={meaning}>
      <MeaningShape meaning={meaning} />
      {t(categoryWords(template))} · {t(words)}
    </span>
  );
}

export function TemplateLanguageControl({
  label,
  help,
  error,
  value,
  path,
  isRequired,
  onChange,
}: ControlProps<'text'>) {
  const { name, templates = [] } = useTemplateUse(path.slice(0, -1));
  const written = typeof value === 'string' ? value : '';
  return (
    <ComboBox
      label={label}
      help={help}
      error={error}
      choices={languagesOf(templates, name).map((id) => ({ id, label: id }))}
      value={written}
      onChange={(next) => onChange(next === '' && !isRequired ? undefined : next)}
    />
  );
}

function textAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, [key]);
  return typeof found === 'string' ? found : undefined;
}
