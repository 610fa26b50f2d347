# METADATA
# title: "Tool: list"
# description: Objects of one kind, in one namespace or in all that are open.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.list

import data.lib.arguments
import data.lib.spread

# METADATA
# title: What tools/list shows
card := {
	"title": "List objects",
	"description": "Lists objects of any kind as a table.",
	"arguments": {
		"type": "object",
		"properties": {
			"kind": arguments.kind,
			"namespace": arguments.namespace("Omit for all open namespaces."),
			"labelSelector": arguments.selector("e.g. app=web,tier!=db"),
			"fieldSelector": arguments.selector("e.g. status.phase=Running"),
			"limit": arguments.number("Most rows.", 1, data.config.limits.items),
			"continue": arguments.cursor,
			"fields": arguments.fields,
		},
		"required": ["kind"],
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: What the kind is, which namespaces there are, then one list for each place
plan := {"requests": [_list(namespace) | some namespace in _places]} if _settled

else := {"requests": [spread.census], "more": true} if count(input.observations) > 0

else := {"requests": [spread.lookup(input.call.arguments.kind)], "more": true}

_settled if _namespace != ""

# A cursor without a namespace comes from a list over all of them.
_settled if arguments.text(input.call.arguments, "continue") != ""

_settled if spread.counted(input.observations)

# Resources of this server are in no namespace, and in no discovery of a cluster.
_settled if endswith(split(lower(input.call.arguments.kind), "/")[0], ".portcullis")

# What is in no namespace, or granted in none, needs no census: the decision says what is to be said.
_settled if {
	count(input.observations) > 0
	not spread.spreads(input.observations)
}

_places := spread.places(input.observations) if count(input.observations) > 0

else := [_namespace]

_namespace := arguments.text(input.call.arguments, "namespace")

_fields := object.get(input.call.arguments, "fields", [])

_list(namespace) := {
	"id": concat("/", ["list", namespace]),
	"verb": "list",
	"kind": input.call.arguments.kind,
	"namespace": namespace,
	"selector": {
		"labels": arguments.text(input.call.arguments, "labelSelector"),
		"fields": arguments.text(input.call.arguments, "fieldSelector"),
	},
	"options": _options,
	"show": object.union(_look, {"next": _next(namespace)}),
}

_options := {
	"view": _view,
	"fields": [column.path | some column in _columns],
	"limit": object.get(input.call.arguments, "limit", 0),
	"continue": arguments.text(input.call.arguments, "continue"),
}

# Only chosen fields need whole objects; columns are made by the server.
_view := "table" if count(_fields) == 0

else := "object"

_look := {"as": "table"} if count(_fields) == 0

else := {"as": "table", "columns": _columns}

_columns := [] if count(_fields) == 0

else := array.concat(_named, [{"title": path, "path": path} | some path in _fields])

_named := [{"title": "NAME", "path": "metadata.name"}] if _one_place

else := [
	{"title": "NAMESPACE", "path": "metadata.namespace"},
	{"title": "NAME", "path": "metadata.name"},
]

_one_place if _namespace != ""

_one_place if spread.observed(input.observations, "kind").namespaced == false

_next(namespace) := {
	"tool": input.call.tool,
	"arguments": object.union(object.remove(input.call.arguments, ["continue", "namespace"]), _in(namespace)),
	"cursor": "continue",
}

_in(namespace) := {"namespace": namespace} if namespace != ""

else := {}
