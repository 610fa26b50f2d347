// The flags that serve, demo and call share: which policy, which cluster, which log.
import { type Command, InvalidArgumentError, Option } from 'commander';

export type Flags = {
  readonly policy?: string;
  readonly preset: string;
  readonly configData?: string;
  readonly opa?: string;
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly cluster?: string;
  readonly log?: string;
  readonly logStderr?: boolean;
  readonly approvals?: string;
  readonly clusterLabel?: Readonly<Record<string, string>>;
};

/** Adds the shared flags to a command. */
export function withFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--policy <dir|bundle>',
        'a policy folder, compiled on start and on save, or a bundle.tar.gz, never compiled',
      ).default(undefined, 'the policy that comes with portcullis'),
    )
    .addOption(new Option('--preset <name>', "which of the policy's presets holds").default('default'))
    .addOption(new Option('--config-data <file>', 'your own values, laid over config/data.yaml'))
    .addOption(new Option('--opa <path>', 'an opa binary of the pinned version, instead of the built-in compiler'))
    .addOption(
      new Option('--kubeconfig <file>', 'the kubeconfig to use').default(
        undefined,
        'as kubectl finds it; in a pod, its service account',
      ),
    )
    .addOption(new Option('--context <name>', 'which context of the kubeconfig'))
    .addOption(
      new Option(
        '--cluster <demo|dir|file>',
        'an embedded cluster instead: the demo, manifests, a support bundle',
      ).conflicts(['kubeconfig', 'context']),
    )
    .addOption(
      new Option('--cluster-label <key=value>', 'says of the cluster what policies ask for (again for more)').argParser(
        labelled,
      ),
    )
    .addOption(
      new Option('--log <file>', 'append every decision to this file, chained; nothing is changed without one'),
    )
    .addOption(new Option('--log-stderr', 'write every decision to stderr, too'))
    .addOption(
      new Option('--approvals <dir|memory>', 'where approvals are kept').default(undefined, 'your state folder'),
    );
}

/** `env=prod`, and what was given before. */
function labelled(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, key, value] = /^([^=\s]{1,253})=([^\s]{0,63})$/.exec(text) ?? [];
  if (key === undefined || value === undefined) throw new InvalidArgumentError('Write KEY=VALUE.');
  return { ...before, [key]: value };
}

/** An example for the end of a command's help. */
export function example(...lines: readonly string[]): string {
  return `\nExample${lines.length > 1 ? 's' : ''}:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

/** Something the operator got wrong, in words for them; ends the process with `code`. */
export class Mistake extends Error {
  readonly code: number;

  constructor(message: string, code = 1) {
    super(message);
    this.name = 'Mistake';
    this.code = code;
  }
}
