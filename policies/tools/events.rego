# METADATA
# title: "Tool: events"
# description: Events, newest first, of everything or of one object.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.events

import data.lib.arguments
import data.lib.spread

# METADATA
# title: What tools/list shows
card := {
	"title": "Events",
	"description": "Lists events, newest first.",
	"arguments": {
		"type": "object",
		"properties": {
			"namespace": arguments.namespace("Omit for all open namespaces."),
			"kind": object.union(arguments.kind, {"description": "Of objects of this kind."}),
			"name": object.union(arguments.name, {"description": "Of the object of this name."}),
			"type": {"type": "string", "enum": ["Normal", "Warning"]},
			"limit": arguments.number("Most rows.", 1, data.config.limits.items),
		},
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: One list, once it is known how events spell the kind
plan := {"requests": [_list]} if _settled

else := {"requests": [spread.lookup(input.call.arguments.kind)], "more": true}

_settled if arguments.text(input.call.arguments, "kind") == ""

_settled if count(input.observations) > 0

# Newest first over all namespaces needs one list over all of them; its scope obligation keeps closed ones out.
_list := {
	"id": "events",
	"verb": "list",
	"kind": "v1/Event",
	"namespace": arguments.text(input.call.arguments, "namespace"),
	"selector": {"fields": concat(",", _terms)},
	"options": {
		"view": "object",
		"fields": _paths,
		"sortBy": concat("", ["-", _seen]),
		"limit": object.get(input.call.arguments, "limit", data.config.limits.eventsDefault),
	},
	"show": {"as": "table", "columns": _columns, "next": _next},
}

# A sorted list is read whole each time: to see more of it is to ask for more.
_next := {"tool": input.call.tool, "arguments": object.remove(input.call.arguments, ["limit"]), "cursor": "limit"}

_terms := [concat("=", [path, text]) |
	some [path, text] in [
		["involvedObject.kind", _kind],
		["involvedObject.name", arguments.text(input.call.arguments, "name")],
		["type", arguments.text(input.call.arguments, "type")],
	]
	text != ""
]

_kind := spread.observed(input.observations, "kind").kind if count(input.observations) > 0

else := ""

# Old and new writers of events put the time and the count in different places.
_seen := "lastTimestamp,series.lastObservedTime,eventTime,metadata.creationTimestamp"

_columns := array.concat(_place, [
	{"title": "LAST SEEN", "path": _seen},
	{"title": "TYPE", "path": "type"},
	{"title": "REASON", "path": "reason"},
	{"title": "OBJECT", "path": "involvedObject.kind/involvedObject.name"},
	{"title": "COUNT", "path": "count,series.count"},
	{"title": "MESSAGE", "path": "message"},
])

_place := [{"title": "NAMESPACE", "path": "metadata.namespace"}] if _list_is_wide

else := []

_list_is_wide if arguments.text(input.call.arguments, "namespace") == ""

_paths := [path |
	some column in _columns
	some choice in split(column.path, ",")
	some path in split(choice, "/")
]
