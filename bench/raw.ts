// The raw request in a process of its own: keep-alive GET and JSON.parse, nothing else. Only for comparison.
// Started by bench/list.ts, which sends it {path, accept}; it answers how long that took, and of how many bytes.
import { api } from '../test/cluster/api.ts';
import { connectionOf } from './connection.ts';

export type RawAsk = { readonly path: string; readonly accept: string };
export type RawAnswer = { readonly ms: number; readonly bytes: number };

const ask = api(connectionOf(process.argv[2] ?? ''));

process.on('message', async ({ path, accept }: RawAsk) => {
  const before = performance.now();
  const { status, text, json } = await ask('GET', path, { accept });
  const ms = performance.now() - before;
  if (status !== 200 || !json) throw new Error(`${status} ${text.slice(0, 200)}`);
  process.send?.({ ms, bytes: Buffer.byteLength(text) } satisfies RawAnswer);
});
process.on('disconnect', () => process.exit(0));
