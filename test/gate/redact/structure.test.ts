// Structure first: fields by name, partners, Secrets, and JSON that stays JSON.
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../src/gate/redact/redactor.ts';
import { fingerprint } from './fingerprint.ts';

const redactor = createRedactor({ fingerprint });
const mark = (kind: string, secret: string) => `[redacted:${kind}:${fingerprint(secret)}]`;

describe('values', () => {
  test('a field with a telling name is redacted, its neighbours are the same', () => {
    const { value, count } = redactor.value({ user: 'x', password: 'hunter22', port: 1 });
    expect(value).toEqual({ user: 'x', password: mark('password', 'hunter22'), port: 1 });
    expect(count).toBe(1);
  });
  test('what holds no secret is returned as it is', () => {
    const value = { a: [1, { b: 'text' }] };
    expect(redactor.value(value).value).toBe(value);
  });
  test('the value of an env pair goes by its name', () => {
    const env = (value: string) => ({
      env: [
        { name: 'DB_PASSWORD', value },
        { name: 'PORT', value: '80' },
      ],
    });
    expect(redactor.value(env('hunter22')).value).toEqual(env(mark('password', 'hunter22')));
  });
  test('a reference to a Secret names no secret', () => {
    const value = { env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] };
    expect(redactor.value(value).count).toBe(0);
  });
  test('all data of a Secret goes, whatever its keys are called', () => {
    const secret = (a: string) => ({ kind: 'Secret', metadata: { name: 'x' }, data: { a } });
    expect(redactor.value(secret('aGk=')).value).toEqual(secret(mark('secret', 'aGk=')));
  });
  test('JSON inside an annotation is redacted and stays JSON', () => {
    const nested = (s: string) => ({ annotations: { last: JSON.stringify({ data: { password: s }, n: 1 }) } });
    expect(redactor.value(nested('hunter22')).value).toEqual(nested(mark('password', 'hunter22')));
  });
  test('a flag and the word after it', () => {
    expect(redactor.value({ args: ['--password', 'hunter22', '-v'] }).value).toEqual({
      args: ['--password', mark('password', 'hunter22'), '-v'],
    });
  });
  test('what lies deeper than we walk is withheld, even where nothing else was found', () => {
    let value: unknown = { password: 'hunter22' };
    for (let i = 0; i < 300; i++) value = { a: value };
    const result = redactor.value(value);
    expect(JSON.stringify(result.value)).not.toContain('hunter22');
    expect(JSON.stringify(result.value)).toContain('nested too deeply');
    expect(result).toMatchObject({ count: 1, classes: ['unread'] });
  });
  test('prototype keys are ordinary keys', () => {
    const value = JSON.parse('{"__proto__":{"password":"hunter22"}}') as unknown;
    expect(JSON.stringify(redactor.value(value).value)).toBe(
      `{"__proto__":{"password":"${mark('password', 'hunter22')}"}}`,
    );
  });
  test('words of a policy announce secrets too', () => {
    const own = createRedactor({ fingerprint, words: ['launch_code'] });
    expect(own.text('LAUNCH_CODE=abc').text).toBe(`LAUNCH_CODE=${mark('secret', 'abc')}`);
    expect(own.value({ launchCode: 'abc' }).value).toEqual({ launchCode: mark('secret', 'abc') });
  });
});

describe('JSON in text', () => {
  test('a number becomes a string, every other byte stays', () => {
    expect(redactor.text('{ "a" : 1.0, "password" : 12345678 , "b":"\\u00e9" }').text).toBe(
      `{ "a" : 1.0, "password" : "${mark('password', '12345678')}" , "b":"\\u00e9" }`,
    );
  });
  test('equal secrets have equal fingerprints, however they are spelt', () => {
    const { text } = redactor.text('{"password":"hunt\\u0065r22"}\npassword=hunter22');
    expect(text.split(mark('password', 'hunter22'))).toHaveLength(3);
  });
  test('several lines of a Secret in YAML', () => {
    const yaml = (s: string) => `apiVersion: v1\ndata:\n  x: ${s}\nkind: Secret\nmetadata:\n  name: y\n`;
    expect(redactor.text(yaml('aGk=')).text).toBe(yaml(mark('secret', 'aGk=')));
  });
  test('a private key cut short', () => {
    const { text } = redactor.text(
      `-----BEGIN PRIVATE ${'KEY'}-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQ`,
    );
    expect(text).not.toContain('MIIE');
    expect(text).not.toContain('BKcw');
  });
});
