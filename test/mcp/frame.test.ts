// Bytes to lines and lines to messages, whatever the bytes are.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrame } from '../../src/mcp/frame.ts';
import { lines } from '../../src/mcp/lines.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The lines of these chunks, `null` for each that was too long. */
function split(maxBytes: number, chunks: readonly Uint8Array[]): (string | null)[] {
  const seen: (string | null)[] = [];
  const reader = lines(
    maxBytes,
    (line) => seen.push(Buffer.from(line).toString('latin1')),
    () => seen.push(null),
  );
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return seen;
}

test('any bytes are a message or a refusal, never an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.json().map(bytes), fc.string().map(bytes)), (input) => {
      const frame = readFrame(input);
      expect('message' in frame || frame.refusal.error.code < 0).toBe(true);
    }),
  );
});

test('what is in a message stays what it was', () => {
  const message = { jsonrpc: '2.0', id: 'a', method: 'tools/call', params: { name: 'x', text: '}{"]["\\' } };
  expect(readFrame(bytes(JSON.stringify(message)))).toEqual({ message });
});

test('text that only mentions __proto__ is text', () => {
  const message = { jsonrpc: '2.0', id: 1, method: 'ping', params: { text: '__proto__', other: ['\\u005f'] } };
  expect(readFrame(bytes(JSON.stringify(message)))).toEqual({ message });
});

test('a refusal carries the id of what it refuses when there is one', () => {
  const refused = readFrame(bytes('{"jsonrpc":"2.0","id":7,"method":"x","params":{"__proto__":1}}'));
  expect(refused).toMatchObject({ refusal: { id: 7, error: { code: -32600 } } });
  expect(readFrame(bytes('{"id":{}}'))).toMatchObject({ refusal: { id: null } });
});

test('however a stream is cut into chunks, its lines are the same', () => {
  const alphabet = fc.constantFrom(0x0a, 0x0d, 0x20, 0x61, 0xff);
  fc.assert(
    fc.property(fc.array(fc.array(alphabet).map((part) => Uint8Array.from(part))), (chunks) => {
      expect(split(4, chunks)).toEqual(split(4, [Buffer.concat(chunks)]));
    }),
  );
});

test.for<[string, string, number, (string | null)[]]>([
  ['a line that is just long enough', 'abcd\ne', 4, ['abcd', 'e']],
  ['a line that is too long, and the one after it', 'abcde\nf\n', 4, [null, 'f']],
  ['two lines that are too long', 'abcde\nabcdef\n', 4, [null, null]],
  ['one that is too long and has no end', 'abcdefgh', 4, [null]],
  ['white space', '\n\r\n \t \n', 4, []],
  ['nothing', '', 4, []],
])('%s', ([, input, maxBytes, expected]) => {
  expect(split(maxBytes, [bytes(input)])).toEqual(expected);
});

test.for<[string, string, object]>([
  ['params.name must be a string.', 'tools/call', {}],
  ['params.name must be a string.', 'tools/call', { name: ['echo'] }],
  ['params.arguments must be an object.', 'tools/call', { name: 'echo', arguments: [1] }],
  ['params.arguments must be an object.', 'tools/call', { name: 'echo', arguments: null }],
  ['params.arguments must be an object.', 'tools/call', { name: 'echo', arguments: '{}' }],
  ['params.name must be a string.', 'prompts/get', { name: 7 }],
  ['Every value in params.arguments must be a string.', 'prompts/get', { name: 'x', arguments: { a: 1 } }],
  ['params.cursor must be a string.', 'tools/list', { cursor: 1 }],
])('%s (%s)', ([message, method, params]) => {
  const frame = readFrame(bytes(JSON.stringify({ jsonrpc: '2.0', id: 3, method, params })));
  expect(frame).toEqual({ refusal: { jsonrpc: '2.0', id: 3, error: { code: -32602, message } } });
});
