// Files in memory, with a disk that can be filled, and decisions to log.
import type { DecisionEvent } from '../../src/gate/ports.ts';
import type { LogWorld } from '../../src/log/decision-log.ts';
import type { Files, LogFile } from '../../src/log/files.ts';
import { verify } from '../../src/log/verify.ts';

export type Disk = {
  readonly world: LogWorld;
  readonly files: Map<string, Buffer>;
  readonly stderr: string[];
  readonly synced: () => number;
  /** What a file would hold after the power fails now. */
  readonly survives: (path: string) => string;
  /** A sync takes until this is over. */
  syncing: Promise<void>;
  /** Bytes that still fit; half of what does not fit is written first, as a real disk does. */
  room: number;
  /** The next call of this name fails with this code. */
  failing: { readonly call: string; readonly code: string } | undefined;
  readonly text: (path: string) => string;
  readonly lines: (path: string) => Record<string, unknown>[];
};

export function fail(code: string): Error {
  return Object.assign(new Error(`${code}: node would name a path here`), { code });
}

export function memoryDisk(): Disk {
  const files = new Map<string, Buffer>();
  const stderr: string[] = [];
  const locks = new Set<string>();
  const synced = new Map<string, Buffer>();
  let syncs = 0;
  const bytesOf = (path: string) => files.get(path) ?? Buffer.alloc(0);
  const trip = (call: string) => {
    if (disk.failing?.call !== call) return;
    const { code } = disk.failing;
    disk.failing = undefined;
    throw fail(code);
  };
  const open = async (path: string): Promise<LogFile> => {
    trip('open');
    const file = { at: path };
    files.set(path, bytesOf(path));
    return {
      append: async (bytes) => {
        trip('append');
        const fits = Math.min(bytes.length, disk.room);
        const kept = fits < bytes.length ? Math.floor(fits / 2) : fits;
        files.set(file.at, Buffer.concat([bytesOf(file.at), bytes.subarray(0, kept)]));
        disk.room -= kept;
        if (fits < bytes.length) throw fail('ENOSPC');
      },
      size: async () => bytesOf(file.at).length,
      isThere: async () => true,
      read: async (position, length) => bytesOf(file.at).subarray(position, position + length),
      truncate: async (size) => {
        trip('truncate');
        files.set(file.at, bytesOf(file.at).subarray(0, size));
      },
      sync: async () => {
        trip('sync');
        await disk.syncing;
        synced.set(file.at, bytesOf(file.at));
        syncs += 1;
      },
      close: async () => undefined,
    };
  };
  const asFiles: Files = {
    open,
    rename: async (from, to) => {
      trip('rename');
      files.set(to, bytesOf(from));
      files.delete(from);
    },
    remove: async (path) => void files.delete(path),
    rotated: async (path) =>
      [...files.keys()]
        .filter((each) => each.startsWith(`${path}.`))
        .map((each) => Number(each.slice(path.length + 1)))
        .toSorted((a, b) => a - b),
    stays: async () => true,
    lock: async (path) => {
      trip('lock');
      if (locks.has(path)) throw new Error('locked');
      locks.add(path);
      return async () => void locks.delete(path);
    },
  };
  const disk: Disk = {
    files,
    stderr,
    synced: () => syncs,
    survives: (path) => synced.get(path)?.toString('utf8') ?? '',
    syncing: Promise.resolve(),
    room: Number.POSITIVE_INFINITY,
    failing: undefined,
    text: (path) => bytesOf(path).toString('utf8'),
    lines: (path) =>
      bytesOf(path)
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    world: {
      files: asFiles,
      stderr: async (text) => void stderr.push(text),
      now: () => new Date('2026-03-01T10:00:00Z'),
    },
  };
  return disk;
}

/** Verifies files of the memory disk, oldest first, through one stream. */
export function verifyText(text: string | Uint8Array, head?: string) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return verify({ name: 'log', bytes: streamOf(bytes) }, { head });
}

async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

/** A decision as the gate gives it. */
export function decision(over: Partial<DecisionEvent> = {}): DecisionEvent {
  return {
    decision_id: 'd-1',
    timestamp: '2026-03-01T10:00:00.000Z',
    path: 'main/decision',
    revision: 'r1',
    input: { call: { tool: 'read', arguments: { name: 'web' } }, request: { verb: 'get', name: 'web', body: {} } },
    result: { effect: 'allow', reasons: [], obligations: [] },
    error: null,
    requested_by: 'alice@example.com',
    custom: {
      call_id: 'c-1',
      tool: 'read',
      lap: 1,
      effect: 'allow',
      input_digest: 'sha256:00',
      outcome: 'executed',
      fault: '',
      obligations: ['fields'],
      approvals: [],
      facts: [],
      redactions: 0,
    },
    ...over,
  };
}
