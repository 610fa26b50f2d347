package main

import (
	"os"
	"strings"

	"github.com/spf13/pflag"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// moduleRules is one file; ruleHead is one rule as written, so a name may come several times.
type moduleRules struct {
	File     string           `json:"file"`
	Package  string           `json:"package"`
	Metadata *ast.Annotations `json:"metadata"`
	Rules    []ruleHead       `json:"rules"`
}

type ruleHead struct {
	Name     string           `json:"name"`
	Ref      string           `json:"ref"`
	Kind     string           `json:"kind"`
	Default  bool             `json:"default"`
	Row      int              `json:"row"`
	Col      int              `json:"col"`
	Metadata *ast.Annotations `json:"metadata"`
}

func prepareRules(flags *pflag.FlagSet) func([]string) error {
	var from sources
	from.ignoreFlag(flags)
	return func(args []string) error {
		if err := requirePaths(args); err != nil {
			return err
		}
		modules, err := from.modules(args)
		if err != nil {
			return report(os.Stderr, "json", err, 1)
		}
		set, errs := ast.BuildAnnotationSet(util.Values(modules))
		if len(errs) > 0 {
			return report(os.Stderr, "json", errs, 1)
		}
		found := []moduleRules{}
		for _, file := range util.KeysSorted(modules) {
			found = append(found, describe(file, modules[file], set))
		}
		return printJSON(os.Stdout, found)
	}
}

func describe(file string, module *ast.Module, set *ast.AnnotationSet) moduleRules {
	described := moduleRules{
		File:     file,
		Package:  packageName(module),
		Metadata: set.GetPackageScope(module.Package),
		Rules:    []ruleHead{},
	}
	for _, rule := range module.Rules {
		described.Rules = append(described.Rules, ruleHead{
			Name:     ruleName(rule),
			Ref:      rule.Head.Ref().String(),
			Kind:     kind(rule),
			Default:  rule.Default,
			Row:      rule.Location.Row,
			Col:      rule.Location.Col,
			Metadata: metadata(rule, set),
		})
	}
	return described
}

// metadata is what rego.metadata.rule() would see: the rule's own, or else the document's.
func metadata(rule *ast.Rule, set *ast.AnnotationSet) *ast.Annotations {
	if own := set.GetRuleScope(rule); len(own) > 0 {
		return own[len(own)-1]
	}
	return set.GetDocumentScope(rule.Path().GroundPrefix())
}

func kind(rule *ast.Rule) string {
	switch {
	case len(rule.Head.Args) > 0:
		return "function"
	case rule.Head.RuleKind() == ast.MultiValue:
		return "set"
	case !rule.Head.Ref().IsGround() || len(rule.Head.Ref()) > 1:
		return "object"
	default:
		return "value"
	}
}

// ruleName is the first word of the head: `deny` for `deny contains r`, `test_x` for `test_x[name]`.
func ruleName(rule *ast.Rule) string {
	first := rule.Head.Ref()[0]
	if name, ok := first.Value.(ast.Var); ok {
		return string(name)
	}
	return first.String()
}

// packageName is the path without its `data.`.
func packageName(module *ast.Module) string {
	return strings.TrimPrefix(module.Package.Path.String(), "data.")
}
