package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/pflag"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/util"
)

func prepareEval(flags *pflag.FlagSet) func([]string) error {
	var from sources
	from.ignoreFlag(flags)
	from.capabilitiesFlag(flags)
	from.schemaFlag(flags)
	data := flags.StringArrayP("data", "d", nil, "policy or data, a file or folder")
	bundles := flags.StringArrayP("bundle", "b", nil, "bundle, a file or folder")
	input := flags.StringP("input", "i", "", "input file")
	format := flags.StringP("format", "f", "json", "json")
	strict := flags.BoolP("strict", "S", false, "compile strictly")
	strictErrors := flags.Bool("strict-builtin-errors", false, "the first error of a builtin ends the query")
	fail := flags.Bool("fail", false, "leave with 1 when the result is undefined")

	return func(args []string) error {
		if len(args) != 1 {
			return fmt.Errorf("specify exactly one query")
		}
		if *format != "json" {
			return fmt.Errorf("this build prints json only")
		}
		permitted, err := from.permitted()
		if err != nil {
			return err
		}
		schemas, err := from.schemas()
		if err != nil {
			return err
		}
		options := []func(*rego.Rego){
			rego.Query(args[0]),
			rego.Capabilities(permitted),
			rego.Schemas(schemas),
			rego.Strict(*strict),
			rego.StrictBuiltinErrors(*strictErrors),
			rego.EnablePrintStatements(true),
			rego.PrintHook(topdown.NewPrintHook(os.Stderr)),
			rego.SkipBundleVerification(true),
			rego.WithFilter(from.leftOut),
		}
		if len(*data) > 0 {
			options = append(options, rego.Load(*data, from.leftOut))
		}
		for _, path := range *bundles {
			options = append(options, rego.LoadBundle(path))
		}
		if *input != "" {
			document, err := readInput(*input)
			if err != nil {
				return err
			}
			options = append(options, rego.ParsedInput(document))
		}

		results, err := rego.New(options...).Eval(context.Background())
		if err != nil {
			return report(os.Stdout, "json", err, 2)
		}
		shown := map[string]any{}
		if len(results) > 0 {
			shown["result"] = results
		}
		if err := printJSON(os.Stdout, shown); err != nil {
			return err
		}
		if *fail && len(results) == 0 {
			return exit(1)
		}
		return nil
	}
}

func readInput(path string) (ast.Value, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var document any
	if err := util.Unmarshal(text, &document); err != nil {
		return nil, fmt.Errorf("input %s: %w", path, err)
	}
	return ast.InterfaceToValue(document)
}
