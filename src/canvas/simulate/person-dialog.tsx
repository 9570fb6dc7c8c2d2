// Who is simulated and with what: one of the people that the server knows, or somebody invented. Whoever is chosen fills
// in the form, and everything in it can be changed.

import { useEffect, useState } from 'react';
import type { PersonAnswer } from '../../client/client.ts';
import type { PersonSummary } from '../../client/live-calls.ts';
import { weekdays } from '../../journey/entry.ts';
import { client } from '../api/client.ts';
import { useJourney } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { ask } from '../worker/ask.ts';
import styles from './person-dialog.module.css';
import { texts } from './person-texts.ts';
import { countries, countryOf } from './phone-countries.ts';
import { changeSetup, type Setup } from './session.ts';
import {
  type Agreement,
  channels,
  fromForm,
  type SetupErrors,
  type SetupForm,
  toForm,
} from './setup-form.ts';
import { change } from './state.ts';

interface Props {
  readonly setup: Setup;
  readonly onClose: () => void;
}

export function PersonDialog({ setup, onClose }: Props) {
  const t = useText();
  const [form, setForm] = useState(() => toForm(setup));
  const [errors, setErrors] = useState<SetupErrors>({});
  const set = (fields: Partial<SetupForm>) => setForm((before) => ({ ...before, ...fields }));
  const use = () => {
    const made = fromForm(form, setup);
    if ('errors' in made) return setErrors(made.errors);
    change(changeSetup(made.setup));
    onClose();
  };
  return (
    <Dialog
      title={t(texts.title)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t(texts.cancel)}</Button>
          <Button look="primary" onPress={use}>
            {t(texts.use)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Samples onChoose={set} />
        <PersonFields form={form} errors={errors} set={set} />
        <Consents form={form} set={set} />
        <DataFields form={form} errors={errors} set={set} />
        <Start form={form} errors={errors} set={set} />
      </div>
    </Dialog>
  );
}

interface FieldsProps {
  readonly form: SetupForm;
  readonly errors: SetupErrors;
  readonly set: (fields: Partial<SetupForm>) => void;
}

const invented = 'invented';

/** The people of the server; one who is chosen fills in the form. */
function Samples({ onChoose }: { readonly onChoose: FieldsProps['set'] }) {
  const t = useText();
  const journey = useJourney();
  const [people, setPeople] = useState<readonly PersonSummary[]>([]);
  const [chosen, setChosen] = useState<string>();
  const [fault, setFault] = useState(false);
  useEffect(() => {
    client.people({ limit: 50 }).then(
      (answer) => setPeople(answer.people),
      () => setFault(true),
    );
  }, []);
  const choose = async (id: string) => {
    setChosen(id);
    if (id !== invented) return onChoose(ofPerson(await client.person(id)));
    if (journey !== undefined) onChoose(toForm(await ask('invent', { journey })));
  };
  return (
    <Select
      label={t(texts.who)}
      help={t(fault ? texts.unreachable : texts.whoHelp)}
      placeholder={t(texts.choose)}
      choices={[
        { id: invented, label: t(texts.invented), hint: t(texts.inventedHint) },
        ...people.map(({ externalId, name, phone, locale, timeZone }) => ({
          id: externalId,
          label: name ?? externalId,
          hint: [phone, locale, timeZone].filter((fact) => fact !== null).join(' · '),
        })),
      ]}
      value={chosen}
      onChange={(id) => {
        choose(id).catch(() => setFault(true));
      }}
    />
  );
}

/** The event stays: it is the journey's. */
function ofPerson({ externalId, phone, email, locale, timeZone, attributes, consents }: PersonAnswer) {
  const known = channels.flatMap((channel) =>
    consents.flatMap(({ channel: of, topic, state }) => (of === channel ? [{ channel, topic, state }] : [])),
  );
  const person = {
    id: externalId,
    timeZone,
    attributes,
    consents: known,
    ...(phone === null ? {} : { phone }),
    ...(email === null ? {} : { email }),
    ...(locale === null ? {} : { locale }),
  };
  const { event: _event, weekday: _weekday, at: _at, ...fields } = toForm({ person, event: {} });
  return fields;
}

function PersonFields({ form, errors, set }: FieldsProps) {
  const t = useText();
  const error = (field: keyof SetupForm) => {
    const text = errors[field];
    return text === undefined ? {} : { error: t(text) };
  };
  return (
    <div className={styles['pair']}>
      <TextField label={t(texts.name)} value={form.name} onChange={(name) => set({ name })} />
      <TextField label={t(texts.id)} value={form.id} onChange={(id) => set({ id })} {...error('id')} />
      <Select
        label={t(texts.country)}
        choices={countries.map(({ id, name }) => ({ id, label: t(name) }))}
        value={countryOf(form.phone)}
        onChange={(id) => set({ phone: countries.find((one) => one.id === id)?.sample ?? '' })}
      />
      <TextField
        label={t(texts.phone)}
        value={form.phone}
        onChange={(phone) => set({ phone })}
        {...error('phone')}
      />
      <TextField
        label={t(texts.email)}
        value={form.email}
        onChange={(email) => set({ email })}
        {...error('email')}
      />
      <TextField
        label={t(texts.locale)}
        value={form.locale}
        onChange={(locale) => set({ locale })}
        {...error('locale')}
      />
      <TextField
        label={t(texts.timeZone)}
        value={form.timeZone}
        onChange={(timeZone) => set({ timeZone })}
        {...error('timeZone')}
      />
    </div>
  );
}

const agreements: readonly Agreement[] = ['in', 'out', 'none'];

function Consents({ form, set }: Pick<FieldsProps, 'form' | 'set'>) {
  const t = useText();
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{t(texts.consents)}</legend>
      {channels.map((channel) => (
        <Select
          key={channel}
          label={t(texts[channel])}
          choices={agreements.map((id) => ({ id, label: t(texts[id]) }))}
          value={form.consents[channel]}
          onChange={(chosen) => {
            const agreement = agreements.find((one) => one === chosen) ?? 'none';
            set({ consents: { ...form.consents, [channel]: agreement } });
          }}
        />
      ))}
    </fieldset>
  );
}

function DataFields({ form, errors, set }: FieldsProps) {
  const t = useText();
  return (
    <>
      <TextField
        label={t(texts.event)}
        help={t(texts.eventHelp)}
        value={form.event}
        onChange={(event) => set({ event })}
        lines={5}
        isCode
        {...(errors.event === undefined ? {} : { error: t(errors.event) })}
      />
      <TextField
        label={t(texts.attributes)}
        value={form.attributes}
        onChange={(attributes) => set({ attributes })}
        lines={4}
        isCode
        {...(errors.attributes === undefined ? {} : { error: t(errors.attributes) })}
      />
    </>
  );
}

function Start({ form, errors, set }: FieldsProps) {
  const t = useText();
  const language = useLanguage();
  const dayName = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{t(texts.start)}</legend>
      <Select
        label={t(texts.day)}
        // The first day of 2029 is a Monday.
        choices={weekdays.map((id, day) => ({ id, label: dayName.format(Date.UTC(2029, 0, 1 + day)) }))}
        value={form.weekday}
        onChange={(chosen) => set({ weekday: weekdays.find((day) => day === chosen) ?? 'monday' })}
      />
      <TextField
        label={t(texts.time)}
        value={form.at}
        onChange={(at) => set({ at })}
        {...(errors.at === undefined ? {} : { error: t(errors.at) })}
      />
    </fieldset>
  );
}
