# METADATA
# title: "Tool: logs"
# description: The end of a pod's logs, of one container or of all.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.logs

import data.lib.arguments
import data.lib.durations
import data.lib.spread

# METADATA
# title: What tools/list shows
card := {
	"title": "Logs",
	"description": "Shows the end of a pod's logs.",
	"arguments": {
		"type": "object",
		"properties": {
			"pod": arguments.name,
			"namespace": arguments.namespace("Required."),
			"container": object.union(arguments.name, {"description": "Omit for all."}),
			"tail": object.union(
				arguments.number("Lines.", 1, data.config.limits.lines),
				{"default": data.config.limits.linesDefault},
			),
			"since": {"type": "string", "description": "e.g. 5m, 1h30m.", "pattern": durations.form},
			"previous": {"type": "boolean", "description": "Of the container before its restart."},
			"grep": {
				"type": "string",
				"description": "Only lines with this text.",
				"maxLength": 256,
				"pattern": "^[^\\x00-\\x1f\\x7f]+$",
			},
			"skip": arguments.number("Leave out this many lines at the end.", 0, 1000000),
		},
		"required": ["pod"],
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: One log for each container, once their names are known
plan := {"requests": [_log(input.call.arguments.container, false)]} if {
	arguments.text(input.call.arguments, "container") != ""
}

else := {"requests": [_log(container, _forgiving) | some container in _containers]} if {
	count(input.observations) > 0
}

else := {"requests": [_pod, _probe], "more": true}

_pod := {
	"id": "pod",
	"verb": "get",
	"kind": "v1/Pod",
	"namespace": arguments.text(input.call.arguments, "namespace"),
	"name": input.call.arguments.pod,
	"options": {
		"view": "object",
		"fields": [concat("", ["spec.", part, "[*].name"]) | some part in _parts],
	},
	"show": {"as": "none"},
}

# May logs be read at all? Decided first, so that a refusal is one refusal and not one for each container.
_probe := object.union(_log("", false), {"id": "may", "execute": false, "show": {"as": "none"}})

_log(container, optional) := {
	"id": concat("/", ["log", container]),
	"verb": "get",
	"kind": "v1/Pod",
	"subresource": "log",
	"namespace": arguments.text(input.call.arguments, "namespace"),
	"name": input.call.arguments.pod,
	"options": object.union(_options, {"container": container}),
	"optional": optional,
	"show": {"as": "text", "next": {
		"tool": input.call.tool,
		"arguments": object.union(object.remove(input.call.arguments, ["skip"]), {"container": container}),
		"cursor": "skip",
	}},
}

_options := {
	"tailLines": object.get(input.call.arguments, "tail", data.config.limits.linesDefault),
	"skipLines": object.get(input.call.arguments, "skip", 0),
	"sinceSeconds": durations.seconds(arguments.text(input.call.arguments, "since")),
	"previous": object.get(input.call.arguments, "previous", false),
	"grep": arguments.text(input.call.arguments, "grep"),
}

_containers := [container.name |
	pod := spread.observed(input.observations, "pod")
	some part in _parts
	some container in object.get(pod, ["spec", part], [])
]

_parts := ["initContainers", "containers", "ephemeralContainers"]

# Of several containers, one that has no log yet must not hide the others.
_forgiving if {
	count(_containers) > 1
	spread.observed(input.observations, "may").effect == "allow"
}

else := false
