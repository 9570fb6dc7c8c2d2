// English prose of every issue: what is wrong, and what to do next. Exhaustive by its type.

import type { IssueProse } from './issue-prose.ts';
import type { FormName } from './issues.ts';
import { describeJsonProblem } from './json-problem.ts';

const forms: { readonly [form in FormName]: string } = {
  'node-id': 'a node id: a lower-case letter, then letters, digits, _ or -, at most 64',
  'journey-id': 'a journey id: lower-case letters, digits and -, at most 64',
  'event-name': 'an event name such as order.placed',
  outcome: 'an outcome word such as converted or limit.user',
  duration: 'a duration such as 30m, 24h, 7d, P1D or PT2H',
  'clock-time': 'a time of day such as 21:00',
  url: 'a URL with its scheme, such as https://example.org/hook',
  other: 'another form',
};

const didYouMean = (suggestion: string | undefined, otherwise: string) =>
  suggestion === undefined ? otherwise : `Did you mean "${suggestion}"?`;

const list = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ');

const variables = 'Expressions and texts see person, event, run, nodes and now.';

export const proseEn: IssueProse = {
  J101: ({ problem }) => ({
    message: `This is not valid JSON: ${describeJsonProblem(problem, 'en')}.`,
    hint: 'Comments and trailing commas are allowed; quotes, colons and closing brackets are needed.',
  }),
  J102: ({ limitBytes }) => ({
    message: `The journey is larger than ${limitBytes} bytes.`,
    hint: 'Move long texts into templates, or split the journey.',
  }),
  J103: ({ limit }) => ({
    message: `Brackets are nested more than ${limit} deep.`,
    hint: 'A journey needs fewer than ten levels: look for a bracket that is never closed.',
  }),
  J104: ({ key }) => ({
    message: `The key "${key}" is here twice.`,
    hint: 'Keep one of the two: the later one would silently win.',
  }),
  J105: ({ key }) => ({ message: `The key "${key}" is not allowed.`, hint: 'Choose another name.' }),
  J106: ({ byte }) => ({
    message: `The file is not UTF-8: byte ${byte} does not fit.`,
    hint: 'Save the file as UTF-8.',
  }),
  J107: ({ found }) => ({
    message: `Expected a journey, an object in braces, but found ${found}.`,
    hint: 'Start with { "id": "…", "name": "…", "entry": …, "start": "…", "nodes": … }.',
  }),
  J201: ({ field, suggestion }) => ({
    message: `The field "${field}" is not known here.`,
    hint: didYouMean(suggestion, 'Remove it; notes go into canvas or into a comment.'),
  }),
  J202: ({ field }) => ({ message: `The field "${field}" is missing.`, hint: `Add "${field}".` }),
  J203: ({ expected, found }) => ({
    message: `Expected ${expected}, but found ${found}.`,
    hint: `Write a value of the kind ${expected}.`,
  }),
  J204: ({ form, found, pattern }) => ({
    message: `"${found}" does not have the right form.`,
    hint: pattern === undefined ? `Expected ${forms[form]}.` : `Expected a text that matches ${pattern}.`,
  }),
  J205: ({ allowed, found, suggestion }) => ({
    message: `"${found}" is not one of the allowed values.`,
    hint: didYouMean(suggestion, `Allowed: ${list(allowed)}.`),
  }),
  J206: ({ bound, limit, of }) => ({
    message: bound === 'max' ? `This is more than the limit of ${limit}.` : `This is less than ${limit}.`,
    hint: `The ${of} needs ${bound === 'max' ? 'at most' : 'at least'} ${limit}${of === 'string' ? ' characters' : ''}.`,
  }),
  J207: ({ found, supported }) => ({
    message: `Language version ${found} is not known.`,
    hint: `This release knows ${supported.join(', ')}; update Jornada for a newer one.`,
  }),
  J208: ({ detail }) => ({
    message: `The node type refuses this: ${detail}.`,
    hint: 'See the page of the node type.',
  }),
  J209: ({ found }) => ({
    message: `"${found}" is none of the forms that are possible here.`,
    hint: 'See the page of the language for the possible forms.',
  }),
  J210: ({ count, limit }) => ({
    message: `The journey has ${count} nodes; at most ${limit} are possible.`,
    hint: 'Split the journey.',
  }),
  J301: ({ type, suggestion }) => ({
    message: `The node type "${type}" is not known.`,
    hint: didYouMean(suggestion, 'List the types with: jornada nodes.'),
  }),
  J302: ({ start, suggestion }) => ({
    message: `The journey starts at "${start}", but there is no such node.`,
    hint: didYouMean(suggestion, 'Name a node of this journey in "start".'),
  }),
  J303: ({ target, suggestion }) => ({
    message: `This edge leads to "${target}", but there is no such node.`,
    hint: didYouMean(suggestion, `Add a node "${target}", or lead the edge to one that exists.`),
  }),
  J304: ({ node }) => ({
    message: `No path leads to the node "${node}".`,
    hint: 'Lead an edge to it, or remove it.',
  }),
  J305: ({ outcome, type, suggestion }) => ({
    message: `A ${type} node as configured never ends with "${outcome}".`,
    hint: didYouMean(suggestion, 'Remove this edge, or correct the outcome.'),
  }),
  J306: ({ node, outcomes }) => ({
    message: `The node "${node}" has no edge for ${list(outcomes)}: the run ends there.`,
    hint: 'Add edges. "*" catches every failure except "unresolved", which needs an edge of its own.',
  }),
  J307: ({ nodes }) => ({
    message: `The cycle ${[...nodes, nodes[0]].join(' → ')} never waits.`,
    hint: 'Put a delay, a wait or a message into the cycle, or let it end.',
  }),
  J308: ({ node, type }) => ({
    message: `Nothing can follow the node "${node}": ${type} ends the run.`,
    hint: 'Remove "next".',
  }),
  J309: ({ type, version, current }) => ({
    message: `Version ${version} of ${type} is not known; the newest is ${current}.`,
    hint: 'Remove "version", or update Jornada.',
  }),
  J401: ({ detail }) => ({
    message: `The expression can't be read: ${detail}.`,
    hint: 'Expressions are CEL, for example: event.total >= 30000 && person.locale == "ko".',
  }),
  J402: ({ name, suggestion }) => ({
    message: `The expression reads "${name}", which does not exist.`,
    hint: didYouMean(suggestion, variables),
  }),
  J403: ({ expected, found }) => ({
    message: `The expression gives ${found}, but ${expected} is needed here.`,
    hint: expected === 'bool' ? 'Compare with something: ==, >=, has(…).' : 'Convert it: string(…).',
  }),
  J404: ({ name }) => ({
    message: `The function "${name}" is not available.`,
    hint: 'Use contains, startsWith or endsWith.',
  }),
  J405: ({ detail }) => ({
    message: `The expression can't work: ${detail}.`,
    hint: 'Both sides need fitting types; convert with string(…), int(…) or double(…).',
  }),
  J406: ({ name }) => ({
    message: `The variable "${name}" does not exist here.`,
    hint: 'Entry conditions see person, event and now; exit conditions also run.',
  }),
  J407: ({ node, suggestion }) => ({
    message: `This reads the result of the node "${node}", but there is no such node.`,
    hint: didYouMean(suggestion, 'Name a node of this journey.'),
  }),
  J411: ({ detail }) => ({
    message: `The text can't be read: ${detail}.`,
    hint: "Texts are Liquid, for example: {{ person.firstName | default: 'there' }}.",
  }),
  J412: ({ name }) => ({
    message: `The tag "${name}" is not available in texts.`,
    hint: 'Use if, unless, case, for, assign or capture.',
  }),
  J413: ({ name }) => ({
    message: `The filter "${name}" is not available in texts.`,
    hint: 'Common filters: default, upcase, date, escape, truncate, round.',
  }),
  J414: ({ name, suggestion }) => ({
    message: `The text reads "${name}", which does not exist.`,
    hint: didYouMean(suggestion, variables),
  }),
  J415: ({ limit }) => ({ message: `The text has more than ${limit} characters.`, hint: 'Shorten it.' }),
};
