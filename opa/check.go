package main

import (
	"os"

	"github.com/spf13/pflag"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/loader"
)

func prepareCheck(flags *pflag.FlagSet) func([]string) error {
	var from sources
	from.ignoreFlag(flags)
	from.capabilitiesFlag(flags)
	from.schemaFlag(flags)
	from.bundleFlag(flags)
	strict := flags.BoolP("strict", "S", false, "refuse unused and shadowed names, and deprecated builtins")
	format := flags.StringP("format", "f", "pretty", "pretty or json")
	limit := flags.IntP("max-errors", "m", ast.CompileErrorLimitDefault, "stop after so many errors")

	return func(args []string) error {
		if err := requirePaths(args); err != nil {
			return err
		}
		if err := check(&from, args, *strict, *limit); err != nil {
			return report(os.Stderr, *format, err, 1)
		}
		return nil
	}
}

func check(from *sources, paths []string, strict bool, limit int) error {
	permitted, err := from.permitted()
	if err != nil {
		return err
	}
	schemas, err := from.schemas()
	if err != nil {
		return err
	}
	compiler := ast.NewCompiler().
		SetErrorLimit(limit).
		WithCapabilities(permitted).
		WithSchemas(schemas).
		WithUseTypeCheckAnnotations(true).
		WithEnablePrintStatements(true).
		WithStrict(strict)

	modules, err := checkedModules(from, paths, compiler)
	if err != nil {
		return err
	}
	if compiler.Compile(modules); compiler.Failed() {
		return compiler.Errors
	}
	return nil
}

// checkedModules also makes rules that collide with bundled data an error.
func checkedModules(from *sources, paths []string, compiler *ast.Compiler) (map[string]*ast.Module, error) {
	if !from.bundle {
		return from.modules(paths)
	}
	var loaded []*bundle.Bundle
	for _, path := range paths {
		one, err := loader.NewFileLoader().
			WithProcessAnnotation(true).
			WithSkipBundleVerification(true).
			WithFilter(from.leftOut).
			AsBundle(path)
		if err != nil {
			return nil, err
		}
		loaded = append(loaded, one)
	}
	merged, err := bundle.Merge(loaded)
	if err != nil {
		return nil, err
	}
	compiler.WithPathConflictsCheck(func(path []string) (bool, error) {
		return holdsData(merged.Data, path), nil
	})
	return merged.ParsedModules(""), nil
}

// holdsData tells whether data has a value at the path, or above it one that cannot hold rules.
func holdsData(data map[string]any, path []string) bool {
	for _, key := range path {
		value, found := data[key]
		if !found {
			return false
		}
		deeper, isObject := value.(map[string]any)
		if !isObject {
			return true
		}
		data = deeper
	}
	return len(path) > 0
}
