# METADATA
# title: "Tool: explain"
# description: The fields of a kind, from the cluster's own OpenAPI document.
# schemas:
#   - input: schema.planning
package tools.explain

import data.lib.arguments
import data.lib.spread

# METADATA
# title: What tools/list shows
card := {
	"title": "Explain a kind",
	"description": "Describes the fields of a kind.",
	"arguments": {
		"type": "object",
		"properties": {
			"kind": arguments.kind,
			"path": {
				"type": "string",
				"description": "e.g. spec.template.spec",
				"maxLength": 512,
				"pattern": "^[ -~]*$",
			},
		},
		"required": ["kind"],
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: One get
plan := {"requests": [{
	"id": "schema",
	"verb": "get",
	"kind": "apischemas.discovery.portcullis",
	"name": spread.path_name(input.call.arguments.kind),
	"options": {"view": "object", "path": arguments.text(input.call.arguments, "path")},
	"show": {"as": "yaml", "title": concat(" ", ["Fields of", input.call.arguments.kind])},
}]}
