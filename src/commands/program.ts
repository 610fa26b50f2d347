// The command line: which command, and how a mistake is told.
import { Command, CommanderError } from 'commander';
import { approvalsCommand } from './approvals/approvals.ts';
import { auditCommand } from './audit.ts';
import { callCommand } from './call.ts';
import { demoCommand } from './demo.ts';
import { example, Mistake } from './flags.ts';
import { policyCommand } from './policy/policy.ts';
import { serveCommand } from './serve.ts';
import { version } from './version.ts';

const program = new Command('portcullis')
  .description('An MCP server between AI agents and Kubernetes: every API request is decided by compiled Rego.')
  .version(version)
  .showSuggestionAfterError()
  .addCommand(serveCommand())
  .addCommand(demoCommand())
  .addCommand(callCommand())
  .addCommand(policyCommand())
  .addCommand(approvalsCommand())
  .addCommand(auditCommand())
  .addHelpText('after', example('portcullis demo', 'portcullis serve --stdio --context staging'));

strict(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`portcullis: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof Mistake ? error.code : 1;
  }
}

/** Usage errors end with 2 everywhere, and are thrown so that they end in one place. */
function strict(command: Command): void {
  command.exitOverride().showSuggestionAfterError();
  for (const child of command.commands) strict(child);
}
