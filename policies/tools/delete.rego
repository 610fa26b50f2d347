# METADATA
# title: "Tool: delete"
# description: One object, by name.
# schemas:
#   - input: schema.planning
package tools.delete

import data.lib.arguments
import data.lib.intents

# METADATA
# title: What tools/list shows
card := {
	"title": "Delete one object",
	"description": "Deletes one object.",
	"arguments": {
		"type": "object",
		"properties": object.union(object.union(intents.target, intents.asking), {
			"propagationPolicy": {"type": "string", "enum": ["Foreground", "Background", "Orphan"]},
			"gracePeriodSeconds": object.remove(arguments.number("", 0, 86400), ["description"]),
			"uid": {"type": "string", "maxLength": 64, "pattern": "^[!-~]*$"},
		}),
		"required": ["kind", "name"],
		"additionalProperties": false,
	},
	"hints": intents.changing(false),
	"examples": [{"kind": "pod", "name": "web-1", "namespace": "shop"}],
}

# METADATA
# title: One delete
plan := intents.carried([_delete], {})

_delete := object.union(object.filter(input.call.arguments, ["kind", "name", "namespace"]), {
	"id": "delete",
	"verb": "delete",
	"options": object.filter(input.call.arguments, ["propagationPolicy", "gracePeriodSeconds", "uid"]),
	"show": {"as": "changes"},
})
