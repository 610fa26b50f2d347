// What an operator writes: their own values over config/data.yaml, and folders with a policy of their own.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { root, scratch } from './program.ts';

type Grant = {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly namespaces: readonly string[];
};

/** The policy that comes with the server, in a folder that a test may edit. */
export const copyPolicies = async (): Promise<string> => {
  const folder = join(await scratch(), 'policies');
  await cp(join(root, 'policies'), folder, { recursive: true });
  return folder;
};

/** A `--config-data` file; `grants` come on top of those there are, since lists are replaced as a whole. */
export const writeConfigData = async (values: object, grants: readonly Grant[] = []): Promise<string> => {
  const file = join(await scratch(), 'config.yaml');
  await writeFile(
    file,
    stringify({ ...values, ...(grants.length > 0 ? { grants: [...(await shippedGrants()), ...grants] } : {}) }),
  );
  return file;
};

/** The grants of the policy that comes with the server. */
export const shippedGrants = async (): Promise<readonly Grant[]> => {
  const text = await readFile(join(root, 'policies/config/data.yaml'), 'utf8');
  return (parse(text) as { readonly grants: readonly Grant[] }).grants;
};
