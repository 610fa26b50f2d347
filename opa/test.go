package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/util"
)

type testOptions struct {
	from      sources
	run       string
	coverage  bool
	threshold float64
	timeout   time.Duration
	limit     int
	values    bool
}

func prepareTest(flags *pflag.FlagSet) func([]string) error {
	var options testOptions
	options.from.ignoreFlag(flags)
	options.from.capabilitiesFlag(flags)
	options.from.schemaFlag(flags)
	flags.StringVarP(&options.run, "run", "r", "", "run only the tests whose name matches")
	flags.BoolVarP(&options.coverage, "coverage", "c", false, "report coverage")
	flags.Float64Var(&options.threshold, "threshold", 0, "fail when coverage, in percent, is less")
	flags.DurationVar(&options.timeout, "timeout", 5*time.Second, "time one test may take")
	flags.IntVarP(&options.limit, "max-errors", "m", ast.CompileErrorLimitDefault, "stop after so many errors")
	flags.BoolVar(&options.values, "var-values", false, "show the line that failed and its variables")
	verbose := flags.BoolP("verbose", "v", false, "name passing tests too")
	skipped := flags.BoolP("exit-zero-on-skipped", "z", false, "skipped tests are no failure")
	empty := flags.Bool("fail-on-empty", false, "no test at all is a failure")
	format := flags.StringP("format", "f", "pretty", "pretty or json")

	return func(args []string) error {
		if err := requirePaths(args); err != nil {
			return err
		}
		if options.threshold < 0 || options.threshold > 100 {
			return fmt.Errorf("--threshold must be between 0 and 100")
		}
		options.coverage = options.coverage || options.threshold > 0
		options.values = options.values && *format != "json"

		results, covered, err := test(&options, args)
		if err != nil {
			return report(os.Stderr, *format, err, 1)
		}
		if err := printResults(*format, *verbose, options.values, results, covered); err != nil {
			return err
		}
		if len(results) == 0 && *empty {
			fmt.Fprintln(os.Stderr, "no tests were run")
			return exit(1)
		}
		for _, result := range results {
			if !result.Pass() && (!result.Skip || !*skipped) {
				return exit(2)
			}
		}
		if covered != nil && covered.Coverage < options.threshold {
			fmt.Fprintf(os.Stderr, "coverage is %v%%, wanted %v%%\n", covered.Coverage, options.threshold)
			return exit(2)
		}
		return nil
	}
}

func test(options *testOptions, paths []string) ([]*tester.Result, *cover.Report, error) {
	ctx := context.Background()
	permitted, err := options.from.permitted()
	if err != nil {
		return nil, nil, err
	}
	schemas, err := options.from.schemas()
	if err != nil {
		return nil, nil, err
	}
	modules, store, err := tester.LoadWithParserOptions(paths, options.from.leftOut, ast.ParserOptions{
		Capabilities:      permitted,
		ProcessAnnotation: true,
	})
	if err != nil {
		return nil, nil, err
	}
	if twice := duplicates(modules); len(twice) > 0 {
		return nil, nil, twice
	}
	transaction, err := store.NewTransaction(ctx, storage.WriteParams)
	if err != nil {
		return nil, nil, err
	}
	defer store.Abort(ctx, transaction)

	runner := tester.NewRunner().
		SetCompiler(ast.NewCompiler().
			SetErrorLimit(options.limit).
			WithPathConflictsCheck(storage.NonEmpty(ctx, store, transaction)).
			WithCapabilities(permitted).
			WithSchemas(schemas).
			WithUseTypeCheckAnnotations(true).
			WithRewriteTestRules(options.values).
			WithEnablePrintStatements(true)).
		SetStore(store).
		SetModules(modules).
		SetTimeout(options.timeout).
		CapturePrintOutput(true).
		EnableTracing(options.values).
		Filter(options.run)
	measured := cover.New()
	if options.coverage {
		runner = runner.SetCoverageQueryTracer(measured)
	}
	running, err := runner.RunTests(ctx, transaction)
	if err != nil {
		return nil, nil, err
	}
	results := []*tester.Result{}
	for result := range running {
		results = append(results, result)
	}
	if !options.coverage {
		return results, nil, nil
	}
	covered := measured.Report(modules)
	return results, &covered, nil
}

// duplicates finds tests of one name in one package: OPA joins them with "or", and the one that passes
// hides the one that fails.
func duplicates(modules map[string]*ast.Module) ast.Errors {
	first := map[string]*ast.Location{}
	var errs ast.Errors
	for _, file := range util.KeysSorted(modules) {
		module := modules[file]
		for _, rule := range module.Rules {
			name := rule.Head.Ref().GroundPrefix().String()
			if !strings.HasPrefix(name, tester.TestPrefix) && !strings.HasPrefix(name, tester.SkipTestPrefix) {
				continue
			}
			full := packageName(module) + "." + name
			if before, seen := first[full]; seen {
				errs = append(errs, ast.NewError("duplicate_test", rule.Location,
					"%s is already at %s:%d: either of the two would hide the other's failure", full, before.File, before.Row))
				continue
			}
			first[full] = rule.Location
		}
	}
	return errs
}

// printResults prints the stock command's list; with coverage, JSON is an object of both, and text names
// the lines no test reached.
func printResults(format string, verbose, values bool, results []*tester.Result, covered *cover.Report) error {
	if format == "json" && covered != nil {
		return printJSON(os.Stdout, map[string]any{"results": results, "coverage": covered})
	}
	if format == "json" {
		return printJSON(os.Stdout, results)
	}
	replay := make(chan *tester.Result, len(results))
	for _, result := range results {
		replay <- result
	}
	close(replay)
	reporter := tester.PrettyReporter{Output: os.Stdout, Verbose: verbose, FailureLine: values, LocalVars: values}
	if err := reporter.Report(replay); err != nil || covered == nil {
		return err
	}
	for _, file := range util.KeysSorted(covered.Files) {
		last := 0
		for _, missed := range covered.Files[file].NotCovered {
			for row := max(missed.Start.Row, last+1); row <= missed.End.Row; row++ {
				fmt.Printf("%s:%d: not covered\n", file, row)
				last = row
			}
		}
	}
	fmt.Printf("COVERAGE: %v%%\n", covered.Coverage)
	return nil
}
