package main

import (
	"fmt"
	"os"

	"github.com/spf13/pflag"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/version"
)

func prepareVersion(*pflag.FlagSet) func([]string) error {
	return func([]string) error {
		fmt.Println("Version: " + version.Version)
		fmt.Println("Go Version: " + version.GoVersion)
		fmt.Println("Platform: " + version.Platform)
		fmt.Println("Rego Version: " + ast.DefaultRegoVersion.String())
		return nil
	}
}

func prepareCapabilities(flags *pflag.FlagSet) func([]string) error {
	current := flags.Bool("current", false, "those of this version")
	return func([]string) error {
		if !*current {
			return fmt.Errorf("only --current is supported")
		}
		return printJSON(os.Stdout, ast.CapabilitiesForThisVersion())
	}
}
