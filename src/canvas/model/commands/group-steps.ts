// Frames around steps. Pure.

import { type Group, groupsOf, withGroups } from '../groups.ts';
import { type Command, stepOf } from '../journey.ts';

/** Puts steps into a new group; they leave the ones they were in. Nothing changes where the group's id is not free. */
export function groupSteps(
  ids: Iterable<string>,
  group: { readonly id: string; readonly name: string },
): Command {
  return (journey) => {
    const steps = [...new Set(ids)].filter((id) => stepOf(journey, id) !== undefined);
    const before = groupsOf(journey);
    if (steps.length === 0 || before.some(({ id }) => id === group.id)) return journey;
    const others = before.map((other) => ({
      ...other,
      steps: other.steps.filter((step) => !steps.includes(step)),
    }));
    return withGroups(journey, [...others, { id: group.id, name: group.name, steps }]);
  };
}

/** Puts steps into a group that is there, or into none. Nothing changes where they are in it, or where there is no such group. */
export function moveToGroup(ids: Iterable<string>, group?: string): Command {
  return (journey) => {
    const before = groupsOf(journey);
    const into = before.find(({ id }) => id === group);
    if (into === undefined && group !== undefined) return journey;
    const moved = [...new Set(ids)].filter(
      (step) => stepOf(journey, step) !== undefined && into?.steps.includes(step) !== true,
    );
    const leaves = (step: string) => moved.includes(step);
    const hasChanged = into !== undefined ? moved.length > 0 : before.some(({ steps }) => steps.some(leaves));
    if (!hasChanged) return journey;
    return withGroups(
      journey,
      before.map((one) => {
        const steps = one.steps.filter((step) => !leaves(step));
        return { ...one, steps: one === into ? [...steps, ...moved] : steps };
      }),
    );
  };
}

/** Takes the frame away; the steps stay. */
export function ungroupSteps(id: string): Command {
  return (journey) => {
    const groups = groupsOf(journey);
    const others = groups.filter((group) => group.id !== id);
    return others.length === groups.length ? journey : withGroups(journey, others);
  };
}

export function setGroup(id: string, fields: Partial<Pick<Group, 'name' | 'folded'>>): Command {
  return (journey) => {
    const groups = groupsOf(journey);
    const group = groups.find((one) => one.id === id);
    if (group === undefined) return journey;
    const { folded, ...rest } = { ...group, ...fields };
    const changed: Group = folded === true ? { ...rest, folded } : rest;
    if (changed.name === group.name && changed.folded === group.folded) return journey;
    return withGroups(
      journey,
      groups.map((one) => (one === group ? changed : one)),
    );
  };
}

/** `group-1`, `group-2` …: the first that is free. */
export function freshGroupId(journey: Parameters<typeof groupsOf>[0]): string {
  const taken = new Set(groupsOf(journey).map(({ id }) => id));
  let count = 1;
  while (taken.has(`group-${count}`)) count += 1;
  return `group-${count}`;
}
