// Ties approvals to a running server: the gate's port, the desk behind the page, the link on stderr, and what a crash
// left open. Nothing is opened before something waits or somebody looks: a server that only reads never pays for it.
import { resolve } from 'node:path';
import type { OpenedApprovals } from '../approvals/approvals.ts';
import { Fault } from '../gate/fault.ts';
import type { Approval, Approvals, Result } from '../gate/ports.ts';
import type { DecisionLog } from '../log/decision-log.ts';
import type { Desk } from '../web/desk.ts';
import { approvalsFolder } from './state.ts';

export type Approving = {
  /** The gate's port. */
  readonly port: Approvals;
  readonly list: () => Promise<readonly Approval[]>;
  /** What the page shows and does. */
  readonly desk: Desk;
  /** Where the page is, asked when it is first needed; undefined where there is none. */
  readonly show: (page: () => Promise<string | undefined>) => void;
  /** Says in the approvals folder where the page is, so that others find it before anything waits. */
  readonly announce: () => Promise<void>;
  /** A link for the person who started this server: it works once, for ten minutes. */
  readonly link: (id?: string) => Promise<string | undefined>;
  /** Tells the operator, once for each, that something waits. */
  readonly told: (result: Result) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ApprovingOptions = {
  /** `memory`, a folder, or undefined for the one in the state folder. */
  readonly where: string | undefined;
  readonly log: Pick<DecisionLog, 'interrupted'>;
  /** The log's file: names whose claims are ours after a restart. */
  readonly logFile: string | undefined;
  readonly report: (problem: unknown) => void;
};

const cli = 'portcullis approvals approve';

/** Approvals, opened at first use. */
export function approving({ where, log, logFile, report }: ApprovingOptions): Approving {
  const owner = logFile === undefined ? '' : resolve(logFile);
  let page: () => Promise<string | undefined> = async () => undefined;
  let address: string | undefined;
  let withdraw: () => Promise<void> = async () => {};
  let opening: Promise<OpenedApprovals> | undefined;
  let opened: OpenedApprovals | undefined;
  const known = new Set<string>();
  const memory = where === 'memory';

  const open = (): Promise<OpenedApprovals> => {
    opening ??= begin().catch((error: unknown) => {
      opening = undefined;
      report(error);
      throw new Fault('APPROVAL_UNAVAILABLE', '', error);
    });
    return opening;
  };

  const begin = async (): Promise<OpenedApprovals> => {
    const { openApprovals } = await import('../approvals/approvals.ts');
    const dir = where ?? approvalsFolder();
    // Memory is no place that a command line could reach.
    const options = { now: () => new Date(), onProblem: report, owner, page: () => address };
    const store = await (dir === 'memory'
      ? openApprovals('memory', options)
      : openApprovals({ dir: resolve(dir) }, { ...options, cli }));
    if (owner !== '') await recover(store, owner, report);
    opened = store;
    return store;
  };

  /** The page is opened before anything is said of it. */
  const ready = async (): Promise<OpenedApprovals> => {
    const store = await open();
    if (address === undefined) {
      address = await page().catch((error: unknown) => void report(error));
      if (address !== undefined) withdraw = await store.pages.announce(address);
    }
    return store;
  };

  const link = async (id = ''): Promise<string | undefined> => {
    const store = await ready();
    if (address === undefined) return undefined;
    const { person } = await import('./approvals/person.ts');
    const { linkTo } = await import('./approvals/open.ts');
    return linkTo(address, await store.links.mint(person().who()), id);
  };

  if (log.interrupted.length > 0) open().catch(() => {});
  return {
    port: {
      find: async (digest) => (await open()).find(digest),
      request: async (proposal) => (await ready()).request(proposal),
      vote: async (id, vote) => (await open()).vote(id, vote),
      claim: async (id, callId) => (await open()).claim(id, callId),
      finish: async (id, outcome) => (await open()).finish(id, outcome),
      wait: async (id, seconds, signal) => (await open()).wait(id, seconds, signal),
      ways: (id) => opened?.ways(id) ?? {},
    },
    list: async () => (await open()).list(),
    desk: deskOf(open),
    show: (where) => {
      page = where;
    },
    announce: async () => {
      // Whatever keeps it from opening was reported, and is said to whoever needs it.
      await ready().catch(() => {});
    },
    link,
    told: async ({ approval }) => {
      if (!approval || known.has(approval.id)) return;
      known.add(approval.id);
      const page = approval.methods.includes('page') ? await link(approval.id).catch(() => undefined) : undefined;
      const folder = where === undefined || memory ? '' : ` --approvals ${where}`;
      const typed =
        approval.methods.includes('cli') && !memory ? `decide with: ${cli} ${approval.id}${folder}` : undefined;
      const way = page === undefined ? typed : `open (once, within ten minutes): ${page}`;
      const said = way ?? `nobody can be reached here by ${approval.methods.join(', ') || 'any way'}`;
      process.stderr.write(`portcullis: approval ${approval.id} waits for a person; ${said}\n`);
    },
    close: async () => {
      await withdraw().catch(report);
      opened?.close();
    },
  };
}

/** What this server's predecessor had claimed and never ended. Whether anything was sent stands in the log. */
async function recover(store: OpenedApprovals, owner: string, report: (problem: unknown) => void): Promise<void> {
  for (const { id } of await store.unfinished(owner)) {
    await store.finish(id, 'unknown');
    report(`approval ${id} was being used when this server last stopped; the log says whether anything was sent.`);
  }
}

function deskOf(open: () => Promise<OpenedApprovals>): Desk {
  const now = () => Math.floor(Date.now() / 1000);
  return {
    list: async () => (await open()).list(),
    get: async (id) => {
      const approval = await (await open()).get(id);
      if (!approval) return undefined;
      const { diff } = await import('../approvals/diff.ts');
      return { approval, diffs: approval.requests.map(({ before, after }) => diff(before, after)) };
    },
    vote: async (id, vote) => (await open()).vote(id, { ...vote, method: 'page', at: now() }),
    changed: (listener) => {
      let stop = () => {};
      let stopped = false;
      void open()
        .then((store) => {
          if (!stopped) stop = store.changed(listener);
        })
        .catch(() => {});
      return () => {
        stopped = true;
        stop();
      };
    },
    redeem: async (token) => (await open()).links.redeem(token),
    now,
  };
}
