// Finds kube-apiserver and etcd: named by the environment, in the cache, or built there. Knows nothing of running them.
import { join } from 'node:path';
import { build, cacheFolder, complete, runnable } from './build.ts';

/** The two programs, or why there are none and how to get them. */
export type Binaries = { etcd: string; apiserver: string; missing?: undefined } | { missing: string };

const remedy =
  'Install Go (it is then built once, in some minutes), or set KUBEBUILDER_ASSETS to a folder that holds etcd and ' +
  'kube-apiserver (`setup-envtest use -p path 1.36.x!` prints one).';

/**
 * The programs of the control plane. `KUBEBUILDER_ASSETS`, `TEST_ASSET_ETCD` and `TEST_ASSET_KUBE_APISERVER` mean what
 * they mean to controller-runtime's envtest; when they are set and wrong, that is an answer, not a reason to build.
 */
export const binaries = async (say: (line: string) => void = console.error): Promise<Binaries> => {
  const assets = process.env.KUBEBUILDER_ASSETS;
  const named = {
    etcd: process.env.TEST_ASSET_ETCD || (assets && join(assets, 'etcd')),
    apiserver: process.env.TEST_ASSET_KUBE_APISERVER || (assets && join(assets, 'kube-apiserver')),
  };
  for (const file of Object.values(named))
    if (file && !(await runnable(file))) return { missing: `${file} cannot be run. ${remedy}` };
  if (named.etcd && named.apiserver) return { etcd: named.etcd, apiserver: named.apiserver };

  const folder = await cacheFolder();
  try {
    if (!(await complete(folder))) await build(folder, say);
  } catch (error) {
    return { missing: `${(error as Error).message}. ${remedy}` };
  }
  return {
    etcd: named.etcd || join(folder, 'etcd'),
    apiserver: named.apiserver || join(folder, 'kube-apiserver'),
  };
};
