package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
	"github.com/spf13/pflag"

	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/format"
)

func prepareFormat(flags *pflag.FlagSet) func([]string) error {
	list := flags.BoolP("list", "l", false, "name the files that would change")
	diff := flags.BoolP("diff", "d", false, "show what would change")
	write := flags.BoolP("write", "w", false, "change the files")
	fail := flags.Bool("fail", false, "leave with 2 when a file would change")

	return func(args []string) error {
		if err := requirePaths(args); err != nil {
			return err
		}
		unformatted := false
		for _, root := range args {
			err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
				if err != nil || entry.IsDir() || filepath.Ext(path) != bundle.RegoExt {
					return err
				}
				before, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				after, err := format.Source(path, before)
				if err != nil {
					return report(os.Stderr, "pretty", err, 2)
				}
				changed := !bytes.Equal(before, after)
				unformatted = unformatted || changed
				switch {
				case *list && changed:
					fmt.Println(path)
				case *diff && changed:
					fmt.Print(difference(path, string(before), string(after)))
				case *write && changed:
					return os.WriteFile(path, after, 0o644)
				case !*list && !*diff && !*write:
					_, err = os.Stdout.Write(after)
				}
				return err
			})
			if err != nil {
				return err
			}
		}
		if *fail && unformatted {
			fmt.Fprintln(os.Stderr, "unexpected diff (2)")
			return exit(2)
		}
		return nil
	}
}

// difference shows whole lines, `-` for what is there and `+` for what would be.
func difference(path, before, after string) string {
	tool := diffmatchpatch.New()
	a, b, lines := tool.DiffLinesToChars(before, after)
	var out strings.Builder
	fmt.Fprintf(&out, "--- %s\n+++ %s (formatted)\n", path, path)
	row := 1
	for _, part := range tool.DiffCharsToLines(tool.DiffMain(a, b, false), lines) {
		text := strings.SplitAfter(strings.TrimSuffix(part.Text, "\n"), "\n")
		if part.Type == diffmatchpatch.DiffEqual {
			row += len(text)
			continue
		}
		sign := "+"
		if part.Type == diffmatchpatch.DiffDelete {
			sign = "-"
		}
		for i, line := range text {
			at := row
			if sign == "-" {
				at = row + i
			}
			fmt.Fprintf(&out, "%4d %s %s\n", at, sign, strings.TrimSuffix(line, "\n"))
		}
		if sign == "-" {
			row += len(text)
		}
	}
	return out.String()
}
