// The cluster of a story: the demo, or its own manifests and logs as the embedded cluster reads them from a folder.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openSnapshot } from '../../src/cluster/snapshot.ts';

type OpenCluster = Awaited<ReturnType<typeof openSnapshot>>;

/** Opens it. Without manifests it is the demo, whose times are moved to the moment it is opened. */
export async function openStoryCluster({
  manifests,
  logs,
  now,
}: {
  readonly manifests: string;
  readonly logs: Readonly<Record<string, string>>;
  readonly now: () => Date;
}): Promise<OpenCluster> {
  if (manifests === '') return openSnapshot('demo', { now });
  const folder = await mkdtemp(join(tmpdir(), 'portcullis-story-'));
  try {
    await put(join(folder, 'cluster.yaml'), manifests);
    for (const [container, text] of Object.entries(logs)) await put(join(folder, 'logs', `${container}.log`), text);
    return await openSnapshot(folder, { now });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
