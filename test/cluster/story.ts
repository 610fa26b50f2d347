// The cluster of a story on a real API server: what it holds, as old as it was, as if the story's moment were now.
import { parseAllDocuments } from 'yaml';
import { shifted } from '../../src/cluster/snapshot/manifests.ts';
import { readStory, type Story } from '../stories/story.ts';
import { age, readable } from './age.ts';
import { type Cluster, type ClusterOptions, startCluster } from './control-plane.ts';
import { startKubelet } from './kubelet.ts';
import { type Manifest, unpack } from './manifests.ts';
import { seed, writeLog } from './seed.ts';

/** A cluster that can hold stories, with its kubelet. */
export const startStoryCluster = async (options: ClusterOptions = {}): Promise<Cluster> => {
  const cluster = await startCluster({ ...options, flags: [...(options.flags ?? []), ...readable] });
  const kubelet = await startKubelet(cluster);
  return { ...cluster, stop: () => kubelet.stop().then(cluster.stop) };
};

/** A story as text and as what it says. */
export type Told = { readonly story: Story; readonly manifests: readonly Manifest[] };

const time = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** The story with all its times moved, so that the latest moment it speaks of is this one. */
export const toldNow = (markdown: string, now = new Date()): Told => {
  const { manifests } = readStory(markdown);
  const moments = (manifests.match(time) ?? []).map(Date.parse).filter((moment) => moment <= now.getTime());
  const story = readStory(shifted(markdown, now.getTime() - Math.max(0, ...moments)));
  return { story, manifests: parseAllDocuments(story.manifests).flatMap((document) => unpack(document.toJS())) };
};

/** Puts a story into a cluster. Throws one error that names all that the API server refused. */
export const seedStory = async (cluster: Cluster, { story, manifests }: Told): Promise<void> => {
  for (const [key, text] of Object.entries(story.logs)) await writeLog(cluster, key, text);
  await seed(cluster, manifests);
  await age(cluster, manifests);
};
