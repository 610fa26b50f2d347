// Approvals over a shelf: the same for every store. Whatever is decided here is decided by what is on record, never by
// what this process remembers. Knows no file.
import { Fault } from '../gate/fault.ts';
import type { Approval, Approvals, Vote } from '../gate/ports.ts';
import { type Key, keyOf, nameOf, readKey } from './key.ts';
import { prune } from './prune.ts';
import { approvalOf, type Entry, factNames, readEntry, voteName } from './record.ts';
import { seal, sealFact } from './seal.ts';
import { type Shelf, Unusable } from './shelf.ts';
import { isOpen, may, standing, withdrawn } from './state.ts';
import { until } from './waiting.ts';

/** What people and commands need besides the gate's functions. */
export type Store = Omit<Approvals, 'vote'> & {
  /** All that can be used, open ones first, then the newest first. */
  readonly list: () => Promise<readonly Approval[]>;
  /** One of them. Rejects with {@link Unusable} when there is one but nobody may rely on it. */
  readonly get: (id: string) => Promise<Approval | undefined>;
  /** As the gate's; with the digest that the person has seen, a vote for anything else throws APPROVAL_CLOSED. */
  readonly vote: (id: string, vote: Vote, seen?: string) => Promise<Approval>;
  /** Taken by calls of this owner that never told how they ended: for the start after a crash. */
  readonly unfinished: (owner: string) => Promise<readonly Approval[]>;
  /** Calls the listener after anything was put on record, by any process; gives the way to stop. Time alone is not told. */
  readonly changed: (listener: () => void) => () => void;
};

export type StoreOptions = {
  readonly now: () => Date;
  /** Names this installation in its claims, the same after a restart. */
  readonly owner: string;
  readonly ways: Approvals['ways'];
  /** Told once of each record that cannot be used. */
  readonly onProblem?: ((problem: string) => void) | undefined;
};

/** More than this many are not kept; when so many wait that none can go, no more are taken. */
const most = 500;
/** What a shelf surely gives back. */
const largest = 8 * 1024 * 1024;
const longestNote = 1000;
const tidyEvery = 3600;

export function createStore(shelf: Shelf, { now, owner, ways, onProblem }: StoreOptions): Store {
  const seconds = (): number => Math.floor(now().getTime() / 1000);
  const told = new Set<string>();
  let tidied = 0;
  const state = (entry: Entry) => standing(entry, seconds()).state;
  const shown = (entry: Entry): Approval => approvalOf(entry, seconds());

  /** Those to which nothing can happen any more are read once; hundreds of them may lie beside one that waits. */
  const over = new Map<string, Entry>();
  const isOver = ({ finished, superseded, claim }: Entry): boolean =>
    over.size < 2 * most && (finished !== undefined || (superseded !== undefined && claim === undefined));

  const keys = async (): Promise<readonly Key[]> => (await shelf.keys()).flatMap((name) => readKey(name) ?? []);

  const read = async (key: Key): Promise<Entry | undefined> => {
    const facts = await shelf.read(key.key);
    return facts && readEntry(key, facts);
  };

  /** Those that can be used; of the others only the operator hears. */
  const usable = async (wanted: readonly Key[]): Promise<readonly Entry[]> => {
    const entries: Entry[] = [];
    for (const key of wanted) {
      try {
        const entry = over.get(key.key) ?? (await read(key));
        if (entry) entries.push(entry);
        if (entry && isOver(entry)) over.set(key.key, entry);
      } catch (error) {
        if (!(error instanceof Unusable)) throw error;
        if (!told.has(key.key)) onProblem?.(`The approval ${key.id} cannot be used. ${error.message}`);
        told.add(key.key);
      }
    }
    return entries;
  };

  const entry = async (id: string): Promise<Entry | undefined> => {
    const [key, ...more] = (await keys()).filter((one) => one.id === id);
    if (more.length > 0) throw new Unusable('Two records have this id.');
    return key && read(key);
  };

  /** The open one whose turn is last stays; the others are marked, whoever comes first. */
  const settle = async (
    target: string,
    newest?: Entry,
  ): Promise<{ last: Entry | undefined; before: Entry | undefined }> => {
    const open = (await usable((await keys()).filter((one) => one.target === target)))
      .filter((one) => isOpen(state(one)))
      .toSorted(byTurn);
    const last = open.pop();
    let before: Entry | undefined;
    for (const one of open) {
      const fact = sealFact(one.sum, { by: last?.id ?? '', at: seconds() });
      if ((await shelf.put(one.key, factNames.superseded, fact)) && one.id !== newest?.id) before = one;
    }
    return { last, before };
  };

  /** What is old goes now and then; that it cannot go is no reason to refuse anything. */
  const tidy = async (): Promise<void> => {
    if (seconds() - tidied < tidyEvery) return;
    tidied = seconds();
    await usable(await keys())
      .then((entries) => prune(shelf, entries, seconds()))
      .catch((error: unknown) => onProblem?.(`Old approvals could not be removed: ${String(error)}`));
  };

  const room = async (): Promise<readonly Key[]> => {
    const before = await keys();
    if (before.length < most) return before;
    await prune(shelf, await usable(before), seconds());
    const left = await keys();
    if (left.length >= most) throw new Fault('BUSY', 'Too many approvals wait for a person.');
    return left;
  };

  return {
    find: async (digest) => {
      const wanted = (await keys()).filter((one) => one.digest === nameOf('digest', digest));
      const entries = await usable(wanted.toSorted((one, other) => other.generation - one.generation));
      const found = entries.find((one) => isOpen(state(one))) ?? entries[0];
      return found && shown(found);
    },

    request: async (proposal) => {
      for (let attempt = 0; attempt < 50; attempt += 1) {
        const all = await room();
        const { digest, target, stem } = keyOf(proposal, 1);
        const known = (await usable(all.filter((one) => one.digest === digest))).find((one) => isOpen(state(one)));
        if (known) {
          if ((await settle(target)).last?.id === known.id) return { approval: shown(known) };
          continue;
        }
        const mates = await usable(all.filter((one) => one.target === target));
        const generation = 1 + Math.max(0, ...all.filter((one) => one.stem === stem).map((one) => one.generation));
        const key = keyOf(proposal, generation);
        const turn = 1 + Math.max(0, ...mates.map((one) => one.turn));
        const text = seal({ id: key.id, turn, requestedAt: seconds(), proposal });
        if (Buffer.byteLength(text) > largest) throw new Fault('INPUT_TOO_LARGE');
        const made = written(key, text);
        if (!(await shelf.create(key.key, factNames.proposal, text))) continue;
        const { before } = await settle(target, made);
        await tidy();
        const approval = shown((await read(key)) ?? made);
        const after = before && (await entry(before.id));
        // Taken by a call at the last moment: then it was not replaced.
        return after && state(after) === 'superseded' ? { approval, before: shown(after) } : { approval };
      }
      throw new Fault('BUSY');
    },

    vote: async (id, vote, seen) => {
      const found = await entry(id);
      if (!found || !may(state(found), 'refusal') || (seen !== undefined && seen !== found.proposal.digest))
        throw new Fault('APPROVAL_CLOSED');
      const { verdict, approver, groups, method, note } = vote;
      // The times on record are this store's own: nobody votes from the past or the future.
      const own: Vote = { verdict, approver, groups, method, note: note.slice(0, longestNote), at: seconds() };
      await shelf.put(found.key, voteName(own), sealFact(found.sum, own));
      const after = await entry(id);
      // A yes that a waiting call used in the same moment was not too late; a no was.
      const late = verdict === 'approve' ? ['superseded', 'expired'] : ['used', 'superseded', 'expired'];
      if (!after || late.includes(state(after))) throw new Fault('APPROVAL_CLOSED');
      return shown(after);
    },

    claim: async (id, callId) => {
      const found = await entry(id);
      if (!found || !may(state(found), 'claim')) return false;
      const at = seconds();
      if (!(await shelf.put(found.key, factNames.claim, sealFact(found.sum, { callId, owner, at })))) return false;
      // Whoever refuses or replaces looks for a claim afterwards, and a claim looks for them: one of the two sees the other.
      const after = await entry(id).catch(() => undefined);
      if (after && may(standing({ ...after, claim: undefined }, at).state, 'claim')) return true;
      await shelf.put(found.key, factNames.finished, sealFact(found.sum, { outcome: withdrawn, at }));
      return false;
    },

    finish: async (id, outcome) => {
      const found = await entry(id);
      if (!found?.claim) throw new Error(`The approval ${id} was not taken by any call.`);
      await shelf.put(found.key, factNames.finished, sealFact(found.sum, { outcome, at: seconds() }));
    },

    wait: async (id, time, signal) => {
      const waiting = async (): Promise<Entry | undefined> => {
        const found = await entry(id).catch(() => undefined);
        return found && state(found) === 'requested' ? found : undefined;
      };
      const found = await waiting();
      if (!found) return;
      const left = standing(found, seconds()).expiresAt - seconds();
      await until(async () => !(await waiting()), shelf.watch, Math.min(time, left), signal);
    },

    ways,
    list: async () => (await usable(await keys())).map(shown).toSorted(openFirst),
    get: async (id) => {
      const found = await entry(id);
      return found && shown(found);
    },
    unfinished: async (of) =>
      (await usable(await keys())).filter((one) => one.claim?.owner === of && !one.finished).map(shown),
    changed: shelf.watch,
  };
}

function byTurn(one: Entry, other: Entry): number {
  return one.turn - other.turn || (one.id < other.id ? -1 : 1);
}

function openFirst(one: Approval, other: Approval): number {
  return (
    Number(isOpen(other.state)) - Number(isOpen(one.state)) ||
    other.requestedAt - one.requestedAt ||
    (one.id < other.id ? -1 : 1)
  );
}

/** What was just written, read as everybody will read it: what nobody could rely on is not put on record. */
function written(key: Key, text: string): Entry {
  try {
    return readEntry(key, new Map([[factNames.proposal, text]]));
  } catch (error) {
    throw new Fault('INTERNAL', '', error);
  }
}
