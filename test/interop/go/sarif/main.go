// Validates a SARIF log on standard input against the schema of SARIF 2.1.0, which go-sarif has as a constant in its
// source: the folder of that module is the one argument.
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"strconv"

	// For its source.
	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/xeipuuv/gojsonschema"
)

func main() {
	offences, err := validate(os.Args[1], os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	for _, offence := range offences {
		fmt.Println(offence)
	}
	if len(offences) > 0 {
		os.Exit(1)
	}
}

func validate(module string, input io.Reader) ([]gojsonschema.ResultError, error) {
	schema, err := schemaIn(filepath.Join(module, "pkg/report/v210/sarif/schema.go"))
	if err != nil {
		return nil, err
	}
	log, err := io.ReadAll(input)
	if err != nil {
		return nil, err
	}
	result, err := gojsonschema.Validate(
		gojsonschema.NewStringLoader(schema), gojsonschema.NewBytesLoader(log))
	if err != nil {
		return nil, err
	}
	return result.Errors(), nil
}

// schemaIn is the longest string in a Go file.
func schemaIn(path string) (string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		return "", err
	}
	longest := ""
	ast.Inspect(file, func(node ast.Node) bool {
		literal, is := node.(*ast.BasicLit)
		if is && literal.Kind == token.STRING && len(literal.Value) > len(longest) {
			longest = literal.Value
		}
		return true
	})
	return strconv.Unquote(longest)
}
