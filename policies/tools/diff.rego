# METADATA
# title: "Tool: diff"
# description: What an apply would change, by the dry run of the server.
# schemas:
#   - input: schema.planning
package tools.diff

import data.lib.arguments
import data.lib.manifests

# METADATA
# title: What tools/list shows
card := {
	"title": "Diff",
	"description": "Shows what apply would change, and changes nothing.",
	"arguments": {
		"type": "object",
		"properties": manifests.words,
		"required": ["manifest"],
		"additionalProperties": false,
	},
	"hints": arguments.reading,
	"examples": [{
		"namespace": "shop",
		"manifest": "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {color: blue}}",
	}],
}

# METADATA
# title: The plan of apply, as a dry run
plan := manifests.plan({"dryRun": true}, {})
