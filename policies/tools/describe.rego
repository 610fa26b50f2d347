# METADATA
# title: "Tool: describe"
# description: >-
#   One object and what is around it: its conditions, its owners and what it owns, its events, what it refers to and what
#   refers to it, and the object itself without noise. Of any kind.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.describe

import data.lib.arguments
import data.lib.conditions
import data.lib.durations
import data.lib.findings
import data.lib.happenings
import data.lib.nearest
import data.lib.noise
import data.lib.references
import data.lib.seen
import data.lib.states
import data.lib.surroundings
import data.lib.tree

# METADATA
# title: What tools/list shows
card := {
	"title": "Describe",
	"description": "Shows one object, its conditions, owners, events and relations.",
	"arguments": {
		"type": "object",
		"properties": {
			"kind": arguments.kind,
			"name": arguments.name,
			"namespace": arguments.namespace("Required if the kind is namespaced."),
		},
		"required": ["kind", "name"],
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: The object, then what is around it, step by step
plan := _more(surroundings.object_) if not seen.observed("object")

else := nearest.plan if nearest.plan

else := _more(_wanted) if {
	count(_wanted) > 0
	input.call.lap <= data.config.diagnosis.laps
}

else := {"requests": [], "answer": true}

# METADATA
# title: How it stands, then what is around it, then the object itself
answer := {
	"bytes": data.config.diagnosis.tokens * 3,
	"blocks": [block | some block in _blocks; not block in _nothing],
}

_nothing := [{"text": ""}]

_more(requests) := {"requests": requests, "more": true, "answer": true}

_known := {observation.id | some observation in input.observations}

_wanted := array.slice(
	[want.request | some [_, _, want] in sort([[want.rank, want.request.id, want] |
		some want in ((happenings.wants | tree.wants) | references.wants)
		not want.request.id in _known
	])],
	0,
	max([0, data.config.diagnosis.requests - count(_known)]),
)

_object := surroundings.target

_blocks := [
	{"text": concat(" ", [sentence | some sentence in [_head, _bad, _leaving, _below, _gone]; sentence != ""])},
	_listed("Conditions, in order of concern", [conditions.line(one) | some one in conditions.of(_object)], ""),
	_listed("Owners and owned", tree.lines, ""),
	{"text": _rest},
	_listed("Events", happenings.lines, concat("", ["To see them: ", _events])),
	_its_pods,
	_listed("Refers to", references.to_lines, ""),
	_listed("Referred to by", references.from_lines, ""),
	{"observation": _shown, "show": {
		"as": "yaml",
		"title": concat(" ", [findings.said(seen.target.key), "without noise"]),
		"without": array.slice(noise.pointers(_object), 0, 128),
		"next": {
			"tool": "get",
			"arguments": object.filter(input.call.arguments, ["kind", "name", "namespace"]),
			"cursor": "fields",
		},
	}},
	{"text": _uncounted},
	{"text": _unseen},
]

_listed(_, lines, _) := {"text": ""} if count(lines) == 0

_listed(title, lines, more) := {"title": title, "quote": lines, "more": more} if count(lines) > 0

_head := concat("", [findings.said(seen.target.key), _made, "."])

_made := concat("", [", made ", durations.words(seen.ago(_object.metadata.creationTimestamp)), " ago"]) if {
	_object.metadata.creationTimestamp
}

else := ""

_bad := concat("", ["Not as it should be: ", concat(", ", bad), "."]) if {
	bad := [text |
		some one in conditions.bad(_object)
		text := concat("", [findings.word(one.type), "=", one.status, _reason(one)])
	]
	count(bad) > 0
}

else := ""

# A sentence of somebody else's stands below, behind its fence.
_reason(condition) := concat("", [" (", condition.reason, ")"]) if findings.word(condition.reason) == condition.reason

else := ""

_leaving := concat("", ["It is being deleted since ", findings.word(_object.metadata.deletionTimestamp), _held, "."]) if {
	_object.metadata.deletionTimestamp
}

else := ""

_held := concat("", [", and waits for its finalizers: ", findings.word(_object.metadata.finalizers)]) if {
	count(_object.metadata.finalizers) > 0
}

else := ""

# Why, is another question.
_below := concat("", ["What is unwell in it: diagnose ", findings.json({"namespace": seen.target.name}), "."]) if {
	seen.target.kind == "Namespace"
}

else := concat("", ["Not well", _number, "; why: ", findings.call("diagnose", seen.target.key), "."]) if {
	_is_unwell
}

else := ""

_is_unwell if states.unwell(seen.target.kind, _object)

_is_unwell if count(tree.unwell_ones) > 0

_is_unwell if references.misses

_number := $": {count(tree.unwell_ones)} of what it owns" if count(tree.unwell_ones) > 0

else := ""

_gone := "It refers to something that is not there." if references.gone

else := ""

_rest := concat("", [
	"It owns more than is shown: ", concat("; ", [call |
		some kind in tree.more
		call := concat("", ["list ", findings.json(object.union(
			{"kind": lower(kind), "namespace": seen.target.namespace},
			_labels,
		))])
	]),
	".",
]) if {
	count(tree.more) > 0
}

else := ""

_labels := {"labelSelector": tree.labels} if tree.labels

else := {}

_events := concat("", ["events ", findings.json({name: value |
	some name, value in {"kind": lower(seen.target.kind), "name": seen.target.name, "namespace": seen.target.namespace}
	value != ""
})])

_its_pods := _listed(concat("", [references.its_pods.title, "; the unwell ones"]), references.its_pods.lines, "") if count(references.its_pods.lines) > 0

else := {"text": concat("", [references.its_pods.title, "."])} if references.its_pods

else := {"text": ""}

_uncounted := "Not all that may refer to it was looked through." if references.cut

else := ""

_shown := "object" if seen.observed("object").outcome == "ok"

else := "object again"

_unseen := concat("", ["Not seen, so not told: ", concat("; ", missing), "."]) if {
	missing := sort({text |
		some one in seen.unseen
		one.id != "object"
		text := concat("", [one.request.resource, " (", one.why, ")"])
	})
	count(missing) > 0
}

else := ""
