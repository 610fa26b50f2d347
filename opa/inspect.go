package main

import (
	"fmt"
	"os"

	"github.com/spf13/pflag"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/loader"
)

// inspection has the keys of the stock command, as far as it goes.
type inspection struct {
	Manifest    bundle.Manifest          `json:"manifest"`
	WasmModules []wasmModule             `json:"wasm_modules,omitempty"`
	Namespaces  map[string][]string      `json:"namespaces"`
	Annotations []*ast.AnnotationsRef    `json:"annotations,omitempty"`
	Signatures  *bundle.SignaturesConfig `json:"signatures_config,omitempty"`
}

type wasmModule struct {
	URL         string   `json:"url"`
	Path        string   `json:"path"`
	EntryPoints []string `json:"entrypoints"`
}

func prepareInspect(flags *pflag.FlagSet) func([]string) error {
	var from sources
	from.ignoreFlag(flags)
	annotations := flags.BoolP("annotations", "a", false, "list annotations")
	format := flags.StringP("format", "f", "json", "json")

	return func(args []string) error {
		if len(args) != 1 {
			return fmt.Errorf("specify exactly one bundle or folder")
		}
		if *format != "json" {
			return fmt.Errorf("this build prints json only")
		}
		found, err := inspect(&from, args[0], *annotations)
		if err != nil {
			return report(os.Stderr, "json", err, 1)
		}
		return printJSON(os.Stdout, found)
	}
}

func inspect(from *sources, path string, annotations bool) (*inspection, error) {
	loaded, err := loader.NewFileLoader().
		WithProcessAnnotation(true).
		WithSkipBundleVerification(true).
		WithFilter(from.leftOut).
		AsBundle(path)
	if err != nil {
		return nil, err
	}
	found := &inspection{Manifest: loaded.Manifest, Namespaces: map[string][]string{}}
	if len(loaded.Signatures.Signatures) > 0 {
		found.Signatures = &loaded.Signatures
	}
	var modules []*ast.Module
	for _, file := range loaded.Modules {
		name := file.Parsed.Package.Path.String()
		found.Namespaces[name] = append(found.Namespaces[name], file.Path)
		modules = append(modules, file.Parsed)
	}
	for _, compiled := range loaded.WasmModules {
		shown := wasmModule{URL: compiled.URL, Path: compiled.Path}
		for _, entry := range compiled.Entrypoints {
			shown.EntryPoints = append(shown.EntryPoints, entry.String())
		}
		found.WasmModules = append(found.WasmModules, shown)
	}
	if annotations {
		set, errs := ast.BuildAnnotationSet(modules)
		if len(errs) > 0 {
			return nil, errs
		}
		found.Annotations = set.Flatten()
	}
	return found, nil
}
