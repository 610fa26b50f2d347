# METADATA
# title: "Tool: complete"
# description: >-
#   Values for the arguments of prompts. It has no card, so it stands in no list of tools; config.prompts names it.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.complete

import data.lib.arguments
import data.lib.spread

# METADATA
# title: One list of what the argument may be
plan := {"requests": [object.union(_wanted[input.call.arguments.what], _common)], "answer": true}

# METADATA
# title: One value a line
answer := {"blocks": [{"text": concat("\n", sort(_values))}]}

_common := {
	"id": "values",
	"verb": "list",
	"show": {"as": "none"},
}

_wanted["namespace"] := {
	"kind": "v1/Namespace",
	"options": {"view": "metadata", "fields": ["metadata.name"], "limit": data.config.limits.items},
}

_wanted["kind"] := {
	"kind": "apiresources.discovery.portcullis",
	"options": {"view": "object", "fields": ["resource"], "limit": data.config.limits.items},
}

_wanted["name"] := {
	"kind": arguments.text(input.call.arguments.context, "kind"),
	"namespace": arguments.text(input.call.arguments.context, "namespace"),
	"options": {"view": "metadata", "fields": ["metadata.name"], "limit": data.config.limits.items},
}

_values := [text |
	some item in spread.observed(input.observations, "values").items
	text := _name(item)
	startswith(text, arguments.text(input.call.arguments, "value"))
]

_name(item) := item.metadata.name

_name(item) := item.resource
