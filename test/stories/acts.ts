// What happens in a story besides calls: people vote, and others change the cluster. Knows no gate.
import { parseAllDocuments } from 'yaml';
import type { Cluster, Subject, Vote } from '../../src/gate/ports.ts';
import { resolve } from '../../src/gate/resolve.ts';
import { digest } from '../../src/log/digest.ts';
import { linesOf } from './story.ts';

/** `alice`, or `alice (sre, oncall)` with groups. */
export function personOf(text: string): Subject {
  const [, id = '', groups = ''] = /^(\S+)(?: \((.+)\))?$/.exec(text) ?? [];
  if (id === '') throw new Error(`"${text}" is nobody: write alice, or alice (sre, oncall).`);
  return { id, groups: groups === '' ? [] : groups.split(', '), claims: {}, agent: '', verified: true };
}

/** `bob (sre) by page: yes`, one a line, and behind a dash what they note. */
export function votesOf(text: string): readonly Vote[] {
  return linesOf(text).map((line) => {
    const [, who = '', method = '', verdict = '', note = ''] =
      /^(.+) by ([a-z]+): (yes|no)(?: — (.+))?$/.exec(line) ?? [];
    if (who === '') throw new Error(`approve: "${line}" is no vote: write bob by page: yes.`);
    const { id, groups } = personOf(who);
    return { verdict: verdict === 'yes' ? 'approve' : 'refuse', approver: id, groups, method, note, at: 0 };
  });
}

/** Puts manifests into the cluster as somebody does who need not ask: by kubectl, whoever manages what. */
export async function move(text: string, cluster: Cluster): Promise<void> {
  for (const document of parseAllDocuments(text)) {
    const body = document.toJS() as Record<string, unknown>;
    const { name, namespace = '' } = body.metadata as { readonly name: string; readonly namespace?: string };
    const request = await resolve(
      {
        ...{ id: 'move', verb: 'patch', kind: `${body.apiVersion}/${body.kind}`, namespace, name, body },
        options: { patch: 'apply', force: true },
      },
      { cluster, digest },
    );
    const options = { ...request.options, fieldManager: 'kubectl' };
    const bounds = { items: 1, lines: 1, bytes: 1024 * 1024 };
    await cluster.send({ decisionId: '', request: { ...request, options }, bounds, rowMetadata: false });
  }
}
