// The policy in force: opened, watched, replaced when it changes, kept when the change is bad. It must not know the line.
import { Fault } from '../gate/fault.ts';
import { createPolicy, type OpenPolicy, type PolicyOptions } from './engine.ts';
import { PolicyError, spell } from './problems.ts';
import { createSource, type Loaded, type SourceOptions } from './sources.ts';
import { type WatchOptions, watchPaths } from './watch.ts';

export type LiveOptions = SourceOptions &
  WatchOptions &
  Omit<PolicyOptions, 'revision'> & {
    /** false: read once. Watched unless told. */
    readonly watch?: boolean;
    /** A new policy is in force; `recovered` after an edit that was not taken. */
    readonly onChange?: (policy: OpenPolicy, change: { readonly recovered: boolean }) => void;
    /** An edit is not taken, and the last good policy stays. Called once for each edit. */
    readonly onProblem?: (error: PolicyError) => void;
    readonly now?: () => number;
  };

/** For metrics and readiness. Times in milliseconds since 1970; `lastError` is '' while the newest edit is in force. */
export type PolicyState = {
  readonly revision: string;
  readonly activatedAt: number;
  readonly lastErrorAt: number | null;
  readonly lastError: string;
  readonly loads: number;
  readonly failures: number;
};

export type LivePolicy = {
  /** The policy in force. A call keeps the one it began with: it works on after it was replaced. */
  readonly current: () => OpenPolicy;
  readonly state: () => PolicyState;
  /** Reads again now; resolves when the outcome is in force or was refused. */
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens a policy and keeps it fresh. Rejects with a {@link PolicyError} when there is no good policy to begin with. */
export async function openPolicy(options: LiveOptions): Promise<LivePolicy> {
  const { now = Date.now, onChange = () => {}, onProblem = () => {} } = options;
  const read = createSource(options);
  const retired = new Set<OpenPolicy>();
  let policy = await activate(await read(), options);
  let state: PolicyState = {
    revision: policy.revision,
    activatedAt: now(),
    lastErrorAt: null,
    lastError: '',
    loads: 1,
    failures: 0,
  };

  const refresh = async () => {
    try {
      const loaded = await read();
      // The revision is a digest of all that was read: the same one is the same policy.
      if (loaded.revision === policy.revision && state.lastError === '') return;
      const recovered = state.lastError !== '';
      if (loaded.revision !== policy.revision) {
        const before = policy;
        policy = await activate(loaded, options);
        retired.add(before);
        before.retire();
        state = { ...state, loads: state.loads + 1, revision: policy.revision, activatedAt: now() };
      }
      state = { ...state, lastError: '' };
      onChange(policy, { recovered });
    } catch (thrown) {
      const error = asPolicyError(thrown);
      const said = error.problems.map(spell).join('\n');
      if (said === state.lastError) return;
      state = { ...state, lastError: said, lastErrorAt: now(), failures: state.failures + 1 };
      onProblem(error);
    }
  };

  // One at a time, in order: an older edit never overtakes a newer one.
  let line: Promise<void> = Promise.resolve();
  let closed = false;
  const reload = () => {
    line = line.then(() => (closed ? undefined : refresh()));
    return line;
  };
  const paths = [options.dir, options.bundle, options.configData].filter((path) => path !== undefined);
  const watching = options.watch === false ? undefined : watchPaths(paths, () => void reload(), options);

  return {
    current: () => policy,
    state: () => state,
    reload,
    close: async () => {
      closed = true;
      watching?.close();
      await line;
      await Promise.all([policy, ...retired].map((one) => one.close()));
    },
  };
}

async function activate(loaded: Loaded, options: LiveOptions): Promise<OpenPolicy> {
  return createPolicy(
    loaded.wasm,
    { config: loaded.config },
    {
      ...options,
      revision: loaded.revision,
      thorough: loaded.fresh,
    },
  );
}

function asPolicyError(thrown: unknown): PolicyError {
  if (thrown instanceof PolicyError) return thrown;
  // The engine's own faults name no cause to a caller; the operator gets it.
  const cause = thrown instanceof Fault && thrown.cause instanceof Error ? thrown.cause : thrown;
  const message = cause instanceof Error ? cause.message : 'The policy could not be loaded.';
  return new PolicyError([{ file: '', row: 0, col: 0, message }], thrown);
}
