// portcullis policy build: a bundle that a server takes without compiling, out of a policy in which nothing is wrong.
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { Mistake } from '../flags.ts';
import type { Out } from '../out.ts';
import { found } from './check.ts';
import { compiler } from './compiler.ts';
import { type Checked, onPolicy, withData } from './options.ts';
import { placed, report } from './report.ts';

type BuildFlags = Checked & { readonly output: string; readonly revision?: string };

/** The subcommand. */
export function buildCommand(out: Out): Command {
  return withData(
    onPolicy(
      'build',
      'check, then compile into a bundle that a server takes without compiling',
      'portcullis policy build -o bundle.tar.gz',
      'portcullis policy build policies -o bundle.tar.gz --revision 2026-03-01',
    ),
  )
    .option('-o, --output <file>', 'where the bundle goes', 'bundle.tar.gz')
    .option('--revision <text>', 'what the log and the metrics call it (a digest of the folder unless given)')
    .action(async (policies: string, flags: BuildFlags) => {
      const problems = await found(policies, '', flags);
      if (problems.length > 0) return report(out, flags, problems, { ok: false, problems }, '');
      const revision = flags.revision ?? (await revisionOf(policies));
      const built = await (await compiler(flags.opa)).build({ policies, tests: undefined }, { revision });
      if (!built.ok) {
        const refused = built.diagnostics.map((each) => placed(each, policies, ''));
        return report(out, flags, refused, { ok: false, problems: refused }, '');
      }
      const { readBundle } = await import('../../policy/bundle.ts');
      await readBundle(built.value);
      await writeFile(flags.output, built.value).catch((error: NodeJS.ErrnoException) => {
        throw new Mistake(`${flags.output} cannot be written (${error.code ?? 'for an unknown reason'}).`, 1);
      });
      const made = { ok: true, file: flags.output, revision, bytes: built.value.length };
      report(out, flags, [], made, `${made.file}: revision ${revision}, ${made.bytes} bytes.`);
    });
}

/** A name for what stands in a folder now: its Rego and all of its data. */
async function revisionOf(policies: string): Promise<string> {
  const [{ readFolder, regoDigest }, { digest }] = await Promise.all([
    import('../../policy/folder.ts'),
    import('../../log/digest.ts'),
  ]);
  const { rego, base, presets } = await readFolder(policies);
  const data = {
    base: base.map(({ value }) => value),
    presets: [...presets].map(([name, { value }]) => [name, value]),
  };
  return digest({ rego: regoDigest(rego), data }).slice('sha256:'.length, 'sha256:'.length + 12);
}
