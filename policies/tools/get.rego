# METADATA
# title: "Tool: get"
# description: One object.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.get

import data.lib.arguments

# METADATA
# title: What tools/list shows
card := {
	"title": "Get one object",
	"description": "Shows one object as YAML, cut to what the policy grants.",
	"arguments": {
		"type": "object",
		"properties": {
			"kind": arguments.kind,
			"name": arguments.name,
			"namespace": arguments.namespace("Required if the kind is namespaced."),
			"fields": arguments.fields,
		},
		"required": ["kind", "name"],
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: One get
plan := {"requests": [{
	"id": "object",
	"verb": "get",
	"kind": input.call.arguments.kind,
	"namespace": arguments.text(input.call.arguments, "namespace"),
	"name": input.call.arguments.name,
	"options": {
		"view": "object",
		"fields": object.get(input.call.arguments, "fields", []),
	},
	"show": {
		"as": "yaml",
		"next": {
			"tool": input.call.tool,
			"arguments": object.remove(input.call.arguments, ["fields"]),
			"cursor": "fields",
		},
	},
}]}
