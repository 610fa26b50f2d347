package main

import (
	"bytes"
	"context"
	"os"

	"github.com/spf13/pflag"

	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
)

// The entry points of a Portcullis bundle; `-e` replaces them.
var entryPoints = []string{"main/catalog", "main/plan", "main/decision", "main/answer", "system/log/mask"}

func prepareBuild(flags *pflag.FlagSet) func([]string) error {
	var from sources
	from.ignoreFlag(flags)
	from.capabilitiesFlag(flags)
	from.bundleFlag(flags)
	target := flags.StringP("target", "t", compile.TargetWasm, "wasm, plan or rego")
	entries := flags.StringArrayP("entrypoint", "e", entryPoints, "entry point, with slashes")
	revision := flags.StringP("revision", "r", "", "revision to write into the bundle")
	output := flags.StringP("output", "o", "bundle.tar.gz", "file to write")
	optimize := flags.IntP("optimize", "O", 0, "optimization level")
	format := flags.StringP("format", "f", "pretty", "errors as pretty or json")
	key := flags.String("signing-key", "", "secret, or file with a private key, to sign the bundle with")
	algorithm := flags.String("signing-alg", "RS256", "signing algorithm")
	claims := flags.String("claims-file", "", "file with claims to sign")

	return func(args []string) error {
		if err := requirePaths(args); err != nil {
			return err
		}
		permitted, err := from.permitted()
		if err != nil {
			return err
		}
		var written bytes.Buffer
		compiler := compile.New().
			WithCapabilities(permitted).
			WithTarget(*target).
			WithAsBundle(from.bundle).
			WithOptimizationLevel(*optimize).
			WithEntrypoints(*entries...).
			WithRegoAnnotationEntrypoints(true).
			WithEnablePrintStatements(*target == compile.TargetPlan).
			WithPaths(args...).
			WithFilter(from.leftOut).
			WithOutput(&written)
		if flags.Changed("revision") {
			compiler = compiler.WithRevision(*revision)
		}
		if *key != "" {
			compiler = compiler.WithBundleSigningConfig(bundle.NewSigningConfig(*key, *algorithm, *claims))
		}
		if err := compiler.Build(context.Background()); err != nil {
			return report(os.Stderr, *format, err, 1)
		}
		// Only a whole bundle reaches the file.
		return os.WriteFile(*output, written.Bytes(), 0o644)
	}
}
