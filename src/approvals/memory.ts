// Records in memory, for as long as the process lives. Must not know what they are.
import type { Shelf } from './shelf.ts';

export function memoryShelf(): Shelf {
  const records = new Map<string, Map<string, string>>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) queueMicrotask(listener);
  };
  return {
    keys: async () => [...records.keys()],
    read: async (key) => {
      const record = records.get(key);
      return record && new Map(record);
    },
    create: async (key, fact, text) => {
      if (records.has(key)) return false;
      records.set(key, new Map([[fact, text]]));
      changed();
      return true;
    },
    put: async (key, fact, text) => {
      const record = records.get(key);
      if (!record || record.has(fact)) return false;
      record.set(fact, text);
      changed();
      return true;
    },
    remove: async (key) => {
      if (records.delete(key)) changed();
    },
    watch: (listener) => {
      const own = () => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
    close: () => listeners.clear(),
  };
}
