package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/loader"
)

// sources are the flags by which every command says what it reads and what that may use.
type sources struct {
	ignore       []string
	capabilities string
	schema       string
	bundle       bool
}

func (s *sources) ignoreFlag(flags *pflag.FlagSet) {
	flags.StringSliceVar(&s.ignore, "ignore", nil, "file and folder names to leave out")
}

func (s *sources) capabilitiesFlag(flags *pflag.FlagSet) {
	flags.StringVar(&s.capabilities, "capabilities", "", "capabilities file, or a version such as v1.22.0")
}

func (s *sources) schemaFlag(flags *pflag.FlagSet) {
	flags.StringVarP(&s.schema, "schema", "s", "", "schema file or folder")
}

func (s *sources) bundleFlag(flags *pflag.FlagSet) {
	flags.BoolVarP(&s.bundle, "bundle", "b", false, "load paths as bundles")
}

// permitted returns the capabilities asked for, or those of this version.
func (s *sources) permitted() (*ast.Capabilities, error) {
	if s.capabilities == "" {
		return ast.CapabilitiesForThisVersion(), nil
	}
	found, err := ast.LoadCapabilitiesFile(s.capabilities)
	if os.IsNotExist(err) {
		if named, unknown := ast.LoadCapabilitiesVersion(s.capabilities); unknown == nil {
			return named, nil
		}
	}
	if err != nil {
		return nil, fmt.Errorf("capabilities %s: %w", s.capabilities, err)
	}
	return found, nil
}

func (s *sources) schemas() (*ast.SchemaSet, error) {
	return loader.Schemas(s.schema)
}

// leftOut tells the loader which files not to read.
func (s *sources) leftOut(path string, info os.FileInfo, depth int) bool {
	for _, pattern := range s.ignore {
		if loader.GlobExcludeName(pattern, 1)(path, info, depth) {
			return true
		}
	}
	return false
}

// regoOnly leaves out everything that is not a Rego file as well.
func (s *sources) regoOnly(path string, info os.FileInfo, depth int) bool {
	if !info.IsDir() && filepath.Ext(info.Name()) != bundle.RegoExt {
		return true
	}
	return s.leftOut(path, info, depth)
}

// modules parses every Rego file under the paths, annotations included.
func (s *sources) modules(paths []string) (map[string]*ast.Module, error) {
	permitted, err := s.permitted()
	if err != nil {
		return nil, err
	}
	loaded, err := loader.NewFileLoader().
		WithProcessAnnotation(true).
		WithCapabilities(permitted).
		Filtered(paths, s.regoOnly)
	if err != nil {
		return nil, err
	}
	return loaded.ParsedModules(), nil
}

func printJSON(out io.Writer, value any) error {
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}

func requirePaths(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("specify at least one file or folder")
	}
	return nil
}
