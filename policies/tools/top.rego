# METADATA
# title: "Tool: top"
# description: >-
#   What pods and nodes use of what they may use, nearest to the limit first, where the cluster measures it.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.top

import data.lib.arguments
import data.lib.consumption
import data.lib.findings
import data.lib.nearest
import data.lib.quantities
import data.lib.seen
import data.lib.spread

# METADATA
# title: What tools/list shows
card := {
	"title": "Usage",
	"description": "Shows cpu and memory that pods or nodes use, against requests and limits.",
	"arguments": {
		"type": "object",
		"properties": {
			"kind": {"type": "string", "enum": ["pod", "node"]},
			"name": arguments.name,
			"namespace": arguments.namespace("Omit for all."),
		},
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: What is measured, and of what, in one lap
# description: What the policy refuses is asked for once more, so that the call ends as that does.
plan := {"requests": [request | some kind in _kinds; some request in _looks(kind)], "more": true} if {
	count(input.observations) == 0
}

else := nearest.plan if nearest.plan

else := {"requests": _again, "more": true} if {
	count(_again) > 0
	not seen.observed(_again[0].id)
}

else := {"requests": [], "answer": true}

# METADATA
# title: What is nearest to its limit, then the others
answer := {
	"bytes": data.config.diagnosis.tokens * 3,
	"blocks": _blocks,
}

_blocks := [{"text": _unknown}] if {
	every kind in _kinds { not _outcome(kind) }
}

else := [block |
	some kind in _kinds
	some block in _told(kind)
	block != {"text": ""}
]

_unknown := concat(" ", [
	"This cluster has no metrics API (metrics.k8s.io): nobody measures what runs in it.",
	"What to do: ask the operator for metrics-server; requests and limits stand in the objects, and a container that was",
	"killed for memory says so (diagnose).",
])

_name := arguments.text(input.call.arguments, "name")

_namespace := arguments.text(input.call.arguments, "namespace")

# Only pods are in a namespace, and a name alone is a pod's.
_kinds := [input.call.arguments.kind] if input.call.arguments.kind

else := ["pod"] if concat("", [_name, _namespace]) != ""

else := ["node", "pod"]

_usage := {
	"pod": "metrics.k8s.io/v1beta1/PodMetrics",
	"node": "metrics.k8s.io/v1beta1/NodeMetrics",
}

_objects := {
	"pod": {
		"kind": "v1/Pod",
		# What has ended uses nothing.
		"where": [[{"path": "status.phase", "is": ["Running"]}]],
		"fields": [
			"metadata.name",
			"metadata.namespace",
			"spec.containers[*].name",
			"spec.containers[*].resources",
			"spec.initContainers[*].name",
			"spec.initContainers[*].resources",
		],
	},
	"node": {
		"kind": "v1/Node",
		"where": [],
		"fields": ["metadata.name", "status.allocatable"],
	},
}

_looks(kind) := [
	object.union(spread.lookup(_usage[kind]), {"id": concat("/", ["api", kind]), "optional": true}),
	_measured(kind),
	_compared(kind),
]

_measured(kind) := object.union(_look(kind, _usage[kind]), {"id": concat("/", ["usage", kind])})

_compared(kind) := _of(object.union(_look(kind, _objects[kind].kind), {"id": "object"}), kind) if _name != ""

else := _of(
	object.union(_look(kind, _objects[kind].kind), {
		"id": concat("/", ["objects", kind]),
		"where": _objects[kind].where,
	}),
	kind,
)

_of(request, kind) := object.union(request, {"options": {"fields": _objects[kind].fields}})

_look(kind, written) := object.union(_read(kind, written), {"verb": "get", "name": _name}) if _name != ""

else := object.union(_read(kind, written), {"verb": "list", "options": {"limit": data.config.limits.items}})

_read(kind, written) := {
	"kind": written,
	"namespace": {"pod": _namespace, "node": ""}[kind],
	"options": {"view": "object"},
	"optional": true,
	"show": {"as": "none"},
}

# Where everything was refused, the refusal is the answer.
_again := [object.union(object.remove(_measured(kind), ["optional"]), {"id": concat(" ", ["usage again", kind])}) |
	every kind in _kinds { _outcome(kind) in {"denied", "approve"} }
	some kind in _kinds
]

_outcome(kind) := seen.observed(concat("/", ["usage", kind])).outcome

# Of a kind: a sentence, then a line for each.
_told(kind) := [{"text": _unmeasured(kind)}] if _unmeasured(kind)

else := [
	{"text": _first(kind, consumption.entries[kind][0])},
	{"title": _titles[kind], "quote": [_line(kind, entry) | some entry in consumption.entries[kind]], "more": _more},
	{"text": _rest(kind)},
]

_titles := {"pod": "Containers, nearest to the limit first", "node": "Nodes, fullest first"}

_unmeasured(kind) := $"The metrics API does not know {kind}s." if not _outcome(kind)

else := $"What {kind}s use may not be seen: {_code(kind)}." if _outcome(kind) in {"approve", "denied"}

else := "It is not measured, or not yet: measurements come a minute after the start, and only of what runs." if {
	seen.absent(concat("/", ["usage", kind]))
}

else := $"The metrics API gives no answer for {kind}s: {_fault(kind).code}. What to do: {_fault(kind).remedy}" if {
	_outcome(kind) == "fault"
}

else := $"Nothing is measured of {kind}s here." if count(consumption.entries[kind]) == 0

_code(kind) := concat(", ", [reason.code | some reason in seen.observed(concat("/", ["usage", kind])).reasons])

_fault(kind) := seen.observed(concat("/", ["usage", kind])).fault

_first("pod", entry) := concat("", [_subject(entry), " is nearest to a limit: ", _measure("pod", entry.measures[0]), "."]) if {
	entry.measures[0].ofLimit > 0
}

else := "No container that was measured has a limit that could be seen."

_first("node", entry) := concat("", [_subject(entry), " is fullest: ", _measure("node", entry.measures[0]), "."])

_subject(entry) := findings.said(entry.object) if entry.container == ""

else := concat(" ", ["Container", findings.word(entry.container), "of", findings.said(entry.object)])

_line(kind, entry) := concat("", [entry.name, ": ", concat(", ", [_measure(kind, measure) | some measure in entry.measures])])

_measure(kind, measure) := concat("", [
	measure.resource,
	" ",
	quantities.said(measure.resource, measure.used),
	_against(kind, measure),
])

# What may not be read is not known to be nothing.
_against(kind, measure) := "" if _unseen(kind)

else := concat("", [" (", concat(", ", array.concat(_limit(_bounds[kind], measure), _request(kind, measure))), ")"])

_bounds := {"pod": "limit", "node": "allocatable"}

_limit(bound, measure) := [$"{measure.ofLimit}% of {bound} {quantities.said(measure.resource, measure.limit)}"] if {
	measure.limit > 0
}

else := [concat(" ", ["no", bound])]

_request("pod", measure) := [$"{measure.ofRequest}% of request {quantities.said(measure.resource, measure.request)}"] if {
	measure.request > 0
}

else := ["no request"]

_request("node", _) := []

_unseen(kind) := observation if {
	observation := seen.observed(_compared(kind).id)
	observation.outcome != "ok"
}

_more := "Name a namespace to see those in it." if _namespace == ""

else := "Name a pod to see its own."

_rest(kind) := concat(" ", [sentence |
	some sentence in [_uncompared(kind), _uncounted(kind)]
	sentence != ""
])

_uncompared(kind) := concat("", ["Requests and limits could not be seen: ", _because(_unseen(kind)), "."]) if _unseen(kind)

else := ""

_because(compared) := compared.fault.code if compared.outcome == "fault"

else := concat(", ", [reason.code | some reason in compared.reasons])

_uncounted(kind) := $"There are more {kind}s than were looked at." if {
	some id in [concat("/", ["usage", kind]), concat("/", ["objects", kind])]
	seen.observed(id).truncated
}

else := ""
