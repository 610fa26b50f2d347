// Command opa is the part of OPA a policy needs before it runs: check, test, build, fmt, eval, inspect.
//
// It is built from OPA's library packages for WASI, so that Portcullis compiles policies with nothing
// installed. Flags, outputs and exit codes follow the stock command line of the same version; what differs
// is named in README.md. It must not know Portcullis's rules: what a guard or a tool may be called is judged
// elsewhere, from what `rules` prints.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/pflag"
)

// A command declares its flags and returns what to run once they are parsed.
type command struct {
	name    string
	usage   string
	summary string
	prepare func(flags *pflag.FlagSet) func(args []string) error
}

var commands = []command{
	{"build", "<path>...", "compile policies to a bundle", prepareBuild},
	{"capabilities", "--current", "print every builtin and feature of this version", prepareCapabilities},
	{"check", "<path>...", "parse and compile, report every error", prepareCheck},
	{"eval", "<query>", "evaluate a query", prepareEval},
	{"fmt", "<path>...", "format Rego files", prepareFormat},
	{"inspect", "<path>", "print manifest, packages and annotations of a bundle or folder", prepareInspect},
	{"rules", "<path>...", "print every rule with its METADATA", prepareRules},
	{"test", "<path>...", "run Rego tests", prepareTest},
	{"version", "", "print the version", prepareVersion},
}

// exit is an error that has been reported already and only carries the code to leave with.
type exit int

func (code exit) Error() string { return fmt.Sprintf("exit %d", int(code)) }

func main() {
	os.Exit(run(os.Args[1:], os.Stderr))
}

func run(args []string, stderr io.Writer) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "--help" || args[0] == "-h" {
		printHelp(os.Stdout)
		return 0
	}
	at := slices.IndexFunc(commands, func(c command) bool { return c.name == args[0] })
	if at < 0 {
		fmt.Fprintf(stderr, "error: unknown command %q\n", args[0])
		printHelp(stderr)
		return 1
	}
	chosen := commands[at]

	flags := pflag.NewFlagSet(chosen.name, pflag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintf(stderr, "Usage: opa %s [flags] %s\n\n%s", chosen.name, chosen.usage, flags.FlagUsages())
	}
	act := chosen.prepare(flags)
	if err := flags.Parse(args[1:]); err != nil {
		if errors.Is(err, pflag.ErrHelp) {
			return 0
		}
		fmt.Fprintln(stderr, "error:", err)
		return 1
	}

	err := act(flags.Args())
	if err == nil {
		return 0
	}
	if code, reported := errors.AsType[exit](err); reported {
		return int(code)
	}
	fmt.Fprintln(stderr, "error:", err)
	return 1
}

func printHelp(out io.Writer) {
	fmt.Fprintln(out, "Usage: opa <command> [flags] [arguments]")
	for _, c := range commands {
		fmt.Fprintf(out, "  %-13s %s\n", c.name, c.summary)
	}
}
