// What a provider, or what stands before it, does with a POST on a bad day: byte by byte on a raw socket. A fault here
// happens after the whole request has come, unless it has `onConnect`.

import { gzipSync } from 'node:zlib';
import type { Delivery } from '../../../src/messaging/delivery.ts';
import { accepted, graphError, say } from './cloud-client.ts';
import type { Answer } from './raw-server.ts';

export interface Fault {
  readonly name: string;
  readonly answer: Answer;
  /** Strikes before the request is read. */
  readonly onConnect?: (socket: Parameters<Answer>[0]) => void;
  readonly expected: { readonly result: Delivery['result']; readonly [fact: string]: unknown };
  /** Only time ends it. */
  readonly isSlow?: true;
}

const whole = JSON.stringify(accepted);
const half = whole.slice(0, 60);
const head = (lines: string, status = '200 OK') => `HTTP/1.1 ${status}\r\n${lines}\r\n\r\n`;
const chunked = head('transfer-encoding: chunked');
const nothing: Answer = () => {};

function pour(text: string, everyMs: number): Answer {
  return (socket) => {
    socket.write(chunked);
    const timer = setInterval(() => socket.write(text), everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}

const unsure: readonly (Omit<Fault, 'expected'> & { readonly expected?: object })[] = [
  { name: 'a close before the request is read', answer: nothing, onConnect: (socket) => void socket.end() },
  {
    name: 'a reset when the first bytes of the request come',
    answer: nothing,
    onConnect: (socket) => void socket.once('readable', () => socket.resetAndDestroy()),
  },
  { name: 'a reset after the request', answer: (socket) => void socket.resetAndDestroy() },
  { name: 'a close without an answer', answer: (socket) => void socket.end() },
  { name: 'silence', answer: nothing, expected: { reason: 'headers_timeout' }, isSlow: true },
  { name: 'half a status line', answer: (socket) => void socket.end('HTTP/1.1 20') },
  { name: 'half of the headers', answer: (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-ty') },
  { name: 'something that is not HTTP', answer: (socket) => void socket.end('SSH-2.0-OpenSSH\r\n') },
  {
    name: 'a reset in the middle of the body',
    answer: (socket) => void socket.write(head('content-length: 900') + half, () => socket.resetAndDestroy()),
  },
  {
    name: 'half JSON under the length of the whole',
    answer: (socket) => void socket.end(head(`content-length: ${whole.length}`) + half),
  },
  { name: 'half JSON under its own length', answer: say(200, half), expected: http(200) },
  {
    name: 'whole JSON under a length that is too short',
    answer: (socket) => void socket.end(head('content-length: 40') + whole),
  },
  { name: 'an HTML page with 200', answer: say(200, '<html>Welcome</html>'), expected: http(200) },
  { name: 'an HTML 502', answer: say(502, '<html>Bad gateway</html>'), expected: http(502) },
  { name: 'an empty 503', answer: say(503, ''), expected: http(503) },
  { name: 'a 504 with foreign JSON', answer: say(504, { error: 'timeout' }), expected: http(504) },
  { name: 'an error without a code', answer: say(400, { error: { code: null } }), expected: http(400) },
  { name: 'a 200 without a message', answer: say(200, { ...accepted, messages: [] }), expected: http(200) },
  { name: 'a message without an id', answer: say(200, { ...accepted, messages: [{}] }), expected: http(200) },
  {
    name: 'a 302 to elsewhere',
    answer: say(302, '', { location: 'http://127.0.0.1:1/' }),
    expected: http(302),
  },
  {
    name: 'an answer in gzip that nobody asked for',
    answer: (socket) => {
      const body = gzipSync(whole).subarray(0, 30);
      socket.end(Buffer.concat([Buffer.from(head(`content-encoding: gzip\r\ncontent-length: 30`)), body]));
    },
    expected: http(200),
  },
  {
    name: '100 Continue and then nothing',
    answer: (socket) => void socket.write('HTTP/1.1 100 Continue\r\n\r\n'),
  },
  {
    name: 'a body that stops',
    answer: (socket) => void socket.write(head('content-length: 900') + half),
    expected: { reason: 'body_timeout', httpStatus: 200 },
    isSlow: true,
  },
  {
    name: 'chunks that never end',
    answer: (socket) => void socket.write(`${chunked}${half.length.toString(16)}\r\n${half}\r\n`),
    expected: { reason: 'body_timeout', httpStatus: 200 },
    isSlow: true,
  },
  {
    name: 'a body that drips',
    answer: pour('1\r\n \r\n', 50),
    expected: { reason: 'total_timeout', httpStatus: 200 },
    isSlow: true,
  },
  {
    name: 'a body without end',
    answer: pour(`1000\r\n${'x'.repeat(4096)}\r\n`, 1),
    expected: { reason: 'body_too_large', httpStatus: 200 },
  },
];

/** Nobody knows whether the message is on its way. */
export const unknownFaults: readonly Fault[] = unsure.map(({ expected = {}, ...fault }) => ({
  ...fault,
  expected: { result: 'unknown', ...expected },
}));

function http(status: number): object {
  return { reason: `http_${status}`, httpStatus: status };
}

/** The provider says no in its own words. */
export const refusals: readonly Fault[] = [
  { code: 131016, status: 503, name: 'a Graph error with 503' },
  { code: 130429, status: 429, name: 'a Graph error with 429' },
  { code: 131000, status: 200, name: 'a Graph error under a 200' },
].map(({ code, status, name }) => ({
  name,
  answer: say(status, graphError(code)),
  expected: { result: 'refused', httpStatus: status },
}));
