// What a store must be able to do: keep records made of facts, each put there whole and once. The store on top is the
// same for all of them. Knows no approval.

/**
 * A place for records. It is used by many callers and processes at once and has no locks: of those who put the same
 * fact, exactly one wins, and everybody else sees either all of it or nothing. A Kubernetes shelf would keep a record
 * as one object: `create` is a POST (409: false), `put` an apply of one annotation that fails when it is there.
 */
export type Shelf = {
  /** The keys of all records, without reading them. */
  readonly keys: () => Promise<readonly string[]>;
  /** All facts of a record by name; undefined when there is no such record. Rejects with {@link Unusable}. */
  readonly read: (key: string) => Promise<ReadonlyMap<string, string> | undefined>;
  /** A new record with its first fact. false when the key is taken. */
  readonly create: (key: string, fact: string, text: string) => Promise<boolean>;
  /** One more fact, kept for good once this resolves. false when it is already there, or the record is gone. */
  readonly put: (key: string, fact: string, text: string) => Promise<boolean>;
  /** Takes a record away, in one piece. */
  readonly remove: (key: string) => Promise<void>;
  /** Calls the listener after anything changed, here or in another process; gives the way to stop. */
  readonly watch: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** A record that nobody may rely on: damaged, edited, or not ours. The message is for people. */
export class Unusable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Unusable';
  }
}
