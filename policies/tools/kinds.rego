# METADATA
# title: "Tool: kinds"
# description: What kinds exist in the cluster.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.kinds

import data.lib.arguments

# METADATA
# title: What tools/list shows
card := {
	"title": "Kinds",
	"description": "Lists the kinds that exist here, with short names.",
	"arguments": {
		"type": "object",
		"properties": {"continue": arguments.cursor},
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: One list
plan := {"requests": [{
	"id": "kinds",
	"verb": "list",
	"kind": "apiresources.discovery.portcullis",
	"options": {
		"view": "table",
		"limit": data.config.limits.items,
		"continue": arguments.text(input.call.arguments, "continue"),
	},
	"show": {
		"as": "table",
		"title": "Kinds in this cluster",
		"next": {"tool": input.call.tool, "arguments": {}, "cursor": "continue"},
	},
}]}
