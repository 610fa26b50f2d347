package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/loader"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// diagnostic is one error as the stock command prints it with `--format json`.
type diagnostic struct {
	Message  string        `json:"message"`
	Code     string        `json:"code,omitempty"`
	Location *ast.Location `json:"location,omitempty"`
}

// diagnostics takes wrapped and grouped errors apart and sorts them by place.
func diagnostics(err error) []diagnostic {
	found := takeApart(err)
	slices.SortStableFunc(found, func(a, b diagnostic) int {
		if a.Location == nil || b.Location == nil {
			return 0
		}
		return cmp.Or(
			cmp.Compare(a.Location.File, b.Location.File),
			cmp.Compare(a.Location.Row, b.Location.Row),
			cmp.Compare(a.Location.Col, b.Location.Col),
		)
	})
	return found
}

func takeApart(err error) []diagnostic {
	switch e := err.(type) {
	case nil:
		return nil
	case *ast.Error:
		return []diagnostic{{Message: withDetails(e), Code: e.Code, Location: e.Location}}
	case *topdown.Error:
		return []diagnostic{{Message: e.Message, Code: e.Code, Location: e.Location}}
	case ast.Errors:
		return each(e)
	case loader.Errors:
		return each(e)
	case rego.Errors:
		return each(e)
	}
	if inner := errors.Unwrap(err); inner != nil {
		found := takeApart(inner)
		if slices.ContainsFunc(found, func(d diagnostic) bool { return d.Code != "" }) {
			return found
		}
	}
	return []diagnostic{{Message: err.Error()}}
}

func each[E error](group []E) []diagnostic {
	var found []diagnostic
	for _, err := range group {
		found = append(found, takeApart(err)...)
	}
	return found
}

// withDetails keeps what the type checker knows beyond its sentence: what it had and what it wanted.
func withDetails(err *ast.Error) string {
	message := err.Message
	if err.Details != nil {
		for _, line := range err.Details.Lines() {
			message += "\n\t" + line
		}
	}
	return message
}

// report prints the errors as text or JSON and returns the code to leave with.
func report(out io.Writer, format string, err error, code exit) error {
	found := diagnostics(err)
	if format == "json" {
		if err := printJSON(out, map[string]any{"errors": found}); err != nil {
			return err
		}
		return code
	}
	if len(found) > 1 {
		fmt.Fprintf(out, "%d errors occurred:\n", len(found))
	}
	for _, d := range found {
		if d.Location != nil {
			fmt.Fprintf(out, "%s:%d:%d: ", d.Location.File, d.Location.Row, d.Location.Col)
		}
		if d.Code != "" {
			fmt.Fprintf(out, "%s: ", d.Code)
		}
		fmt.Fprintln(out, d.Message)
	}
	return code
}
