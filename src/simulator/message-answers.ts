// The messages of a simulated run as its person's phone has them: content, ticks, what became of them. Pure.

import { maskPhone } from '../journey/mask-phone.ts';
import type { TemplateInfo } from '../journey/surroundings.ts';
import type { PersonView } from '../node-kit/node-type.ts';
import type { SimulatedSend } from './facts.ts';
import { showMessage } from './shown-message.ts';
import type { Simulation } from './simulation.ts';
import type { MessageAnswer } from './simulation-answer.ts';
import type { TraceEntry } from './trace.ts';

export function toMessageAnswers(
  { facts, trace }: Simulation,
  templates: readonly TemplateInfo[],
): readonly MessageAnswer[] {
  const findTemplate = (name: string, language: string) =>
    templates.find((template) => template.name === name && template.language === language);
  return facts.sends.map((send) => {
    const told = trace.filter((entry): entry is Told => isAbout(entry, send.id));
    const posted = told.findLast((entry) => entry.kind === 'message');
    const { node, visit, id, channel, category, state, policy = null, outcome = null } = send;
    return {
      node,
      visit,
      send: id,
      channel,
      category,
      to: maskedAddress(channel, facts.person),
      state,
      at: posted?.at ?? null,
      // At the gate another template may have taken the place of the first.
      message: showMessage(posted?.kind === 'message' ? posted.message : send.message, findTemplate),
      ticks: toTicks(send, told),
      failure: toFailure(send, told),
      policy,
      outcome,
    };
  });
}

type Told = Extract<TraceEntry, { readonly send: string }>;

function isAbout(entry: TraceEntry, send: string): boolean {
  return (entry.kind === 'message' || entry.kind === 'evidence') && entry.send === send;
}

/** A message that was read has been delivered, whether anybody said so or not. */
function toTicks({ attempts }: SimulatedSend, told: readonly Told[]): MessageAnswer['ticks'] {
  const when = (word: string) =>
    told.find((entry) => entry.kind === 'evidence' && entry.word === word)?.at ?? null;
  const clicked = when('clicked');
  const read = when('read');
  const isTaken = attempts.some(({ state }) => state === 'accepted');
  const posted = told.find(({ kind }) => kind === 'message')?.at ?? null;
  return {
    sent: when('sent') ?? (isTaken ? posted : null),
    delivered: when('delivered') ?? read ?? clicked,
    read,
    clicked,
  };
}

function toFailure({ code, outcome }: SimulatedSend, told: readonly Told[]): MessageAnswer['failure'] {
  const failed = told.findLast((entry) => entry.kind === 'evidence' && entry.word === 'failed');
  if (failed?.kind === 'evidence') return { code: failed.code ?? '', at: failed.at };
  if (code === undefined || outcome === undefined) return null;
  return { code, at: told.findLast(({ kind }) => kind === 'message')?.at ?? null };
}

/** Enough to recognise it by. */
function maskedAddress(channel: SimulatedSend['channel'], { phone, email }: PersonView): string | null {
  if (channel === 'email') return email?.replace(/^(.).*(@.*)$/, '$1 ••• $2') ?? null;
  return phone === undefined ? null : maskPhone(phone);
}
