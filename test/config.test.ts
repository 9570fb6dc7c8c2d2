import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  ConfigError,
  envExample,
  environmentVariables,
  readConfig,
  toSecretVariables,
} from '../src/config.ts';

test('an empty environment gives a configuration that only listens on loopback', () => {
  const config = readConfig({});
  expect(config.http).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    webhookSelfUrl: 'http://127.0.0.1:3000',
  });
  expect(config.temporal).toMatchObject({ namespace: 'default', taskQueue: 'jornada', address: undefined });
  expect(config.whatsapp).toMatchObject({ baseUrl: 'https://graph.facebook.com', apiVersion: 'v25.0' });
  expect(config.databaseUrl).toBeUndefined();
});

test('variables go to their places, with their types', () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://a:b@127.0.0.1:5432/jornada',
    TEMPORAL_ADDRESS: 'temporal:7233',
    JORNADA_HTTP_PORT: '8080',
    WHATSAPP_BASE_URL: 'http://127.0.0.1:4000',
    SMTP_URL: 'smtp://127.0.0.1:2525',
  });
  expect(config.databaseUrl).toBe('postgres://a:b@127.0.0.1:5432/jornada');
  expect(config.temporal.address).toBe('temporal:7233');
  expect(config.http.port).toBe(8080);
  expect(config.whatsapp.baseUrl).toBe('http://127.0.0.1:4000');
  expect(config.email.smtpUrl).toBe('smtp://127.0.0.1:2525');
});

test('secrets are known by the names that journeys use', () => {
  const { secrets } = readConfig({ JORNADA_SECRET_CRM_TOKEN: 'open-sesame', JORNADA_SECRET_NONE: '' });
  expect([...secrets]).toEqual([['CRM_TOKEN', 'open-sesame']]);
  expect([...readConfig(toSecretVariables(secrets)).secrets]).toEqual([...secrets]);
});

test('a variable that is set to nothing counts as not set', () => {
  expect(readConfig({ TEMPORAL_NAMESPACE: '', DATABASE_URL: '' }).temporal.namespace).toBe('default');
});

test('every bad variable is named with what was expected, and no value is repeated', () => {
  const bad = { DATABASE_URL: 'mysql://hidden', JORNADA_HTTP_PORT: '99999', TEMPORAL_ADDRESS: 'hidden' };
  const error = catchError(() => readConfig(bad));
  expect(error).toBeInstanceOf(ConfigError);
  const { code, problems, message } = error as ConfigError;
  expect(code).toBe('CONFIG_INVALID');
  expect(problems.map(({ variable }) => variable).sort()).toEqual(Object.keys(bad).sort());
  expect(message).toContain('- TEMPORAL_ADDRESS: expected host:port');
  expect(message).toContain('- DATABASE_URL: expected postgres://');
  expect(message).not.toContain('hidden');
});

test('the self-test goes to loopback when the server listens on all addresses', () => {
  const selfUrl = (host: string, port = '3000') =>
    readConfig({ JORNADA_HTTP_HOST: host, JORNADA_HTTP_PORT: port }).http.webhookSelfUrl;
  expect(selfUrl('0.0.0.0')).toBe('http://127.0.0.1:3000');
  expect(selfUrl('::1')).toBe('http://[::1]:3000');
  expect(selfUrl('127.0.0.1', '0')).toBeUndefined();
});

test('the committed .env.example is the generated one', () => {
  expect(readFileSync(new URL('../.env.example', import.meta.url), 'utf8')).toBe(envExample());
});

test('the example explains every variable and can be read back', () => {
  const lines = envExample().split('\n');
  for (const name of environmentVariables) {
    const index = lines.findIndex((line) => line.replace('# ', '').startsWith(`${name}=`));
    expect(lines[index - 1], name).toMatch(/^# \S.*\.$/);
  }
  const set = lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('=', 2));
  expect(readConfig(Object.fromEntries(set))).toEqual(readConfig({}));
});

function catchError(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
