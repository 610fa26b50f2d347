# METADATA
# title: "Tool: rollout"
# description: >-
#   How far the rollout of a workload is, which revisions it keeps, and what differs between them, as far as the policy lets
#   templates be seen.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.rollout

import data.lib.arguments
import data.lib.asks
import data.lib.differences
import data.lib.durations
import data.lib.findings
import data.lib.intents
import data.lib.nearest
import data.lib.reasons
import data.lib.rollouts
import data.lib.seen
import data.lib.surroundings
import data.lib.templates

# METADATA
# title: What tools/list shows
card := {
	"title": "Rollout",
	"description": "Shows how far a rollout is, its revisions, and what differs between them.",
	"arguments": {
		"type": "object",
		"properties": object.union(intents.target, {"revision": arguments.number("Only this one.", 1, 1000000000)}),
		"required": ["kind", "name", "namespace"],
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: The object, its revisions, then the templates of the latest
plan := _more(surroundings.object_) if not seen.observed("object")

else := nearest.plan if nearest.plan

else := intents.refused(_refusals) if count(_refusals) > 0

else := _more(_wanted) if count(_wanted) > 0

else := {"requests": [], "answer": true}

# METADATA
# title: How far it is, its revisions, what differs, and the way back
answer := {
	"bytes": data.config.diagnosis.tokens * 3,
	"blocks": [block | some block in array.concat(array.concat([_status], _told), [_hidden, _back]); not block in _nothing],
}

_nothing := [{"text": ""}]

_more(requests) := {"requests": requests, "more": true}

_object := surroundings.target

_wanted := [request |
	some request in array.concat([_history], array.concat(_templates, array.concat(_shown, _check)))
	not seen.observed(request.id)
]

_keeper := templates.keeper(seen.target.kind)

_history := _list("history", {
	"where": [[{"path": "metadata.ownerReferences[*].name", "is": [seen.target.name]}]],
	"options": {
		"view": "object",
		"fields": array.concat(
			[
				"metadata.name",
				"metadata.creationTimestamp",
				"metadata.annotations",
				"metadata.ownerReferences[*].kind",
				"metadata.ownerReferences[*].name",
				_keeper.revision,
				"status.replicas",
				"status.readyReplicas",
			],
			[concat("", [_keeper.template, ".spec.containers[*].", field]) | some field in ["name", "image"]],
		),
		"limit": data.config.limits.items,
	},
})

_list(name, more) := object.union(asks.list(name, _keeper.kind, seen.target.namespace, _selection), object.union(more, {"id": name}))

# What the API server need not send.
_selection := {"selector": {"labels": asks.labels(_object.spec.selector)}} if data.config.selectors.labels

else := {}

_revisions := templates.of(seen.observed("history").data.items, seen.target.kind, seen.target.name)

_last := count(_revisions) - 1

# Templates are long: of the latest only, or of the one that was asked for and its neighbours.
_templates := [_list("templates", {
	"where": [[{"path": "metadata.name", "is": names}]],
	"options": {
		"view": "object",
		"fields": ["metadata.name", _keeper.revision, _keeper.template],
		"limit": data.config.limits.items,
	},
})] if {
	names := [_revisions[at].item.metadata.name | some pair in _pairs; some at in pair]
	count(names) > 0
}

else := []

_shown := [{
	"id": "revision",
	"verb": "get",
	"kind": _keeper.kind,
	"namespace": seen.target.namespace,
	"name": _revisions[_at].item.metadata.name,
	"options": {"view": "object", "fields": [_keeper.template]},
	"optional": true,
	"show": {"as": "none"},
}] if input.call.arguments.revision

else := []

# What the policy would say to the way back.
_check := [{
	"id": "check",
	"verb": "patch",
	"kind": asks.exact(seen.observed("object").request),
	"namespace": seen.target.namespace,
	"name": seen.target.name,
	"options": {"patch": "json"},
	"optional": true,
	"execute": false,
	"show": {"as": "none"},
}] if _to

else := []

# The places of the revision that was asked for, and of those that are compared: each with the one before it.
_at := [at | some at, one in _revisions; one.number == input.call.arguments.revision][0]

_pairs := [pair | some pair in [[_last, _at], [_at, _at - 1]]; pair[0] != pair[1]; pair[1] >= 0] if {
	input.call.arguments.revision
}

else := [[at, at - 1] | some back in numbers.range(0, data.config.diagnosis.samples - 1); at := _last - back; at > 0]

# Back to what was asked for, or to the one before.
_to := _revisions[_at].number if {
	input.call.arguments.revision
	_at != _last
}

else := _revisions[_last - 1].number if {
	not input.call.arguments.revision
	_last > 0
}

_status := {"text": concat(" ", [sentence |
	some sentence in [
		concat("", [findings.said(seen.target.key), _outcomes[_state.is], _state.words, "."]),
		_paused,
		_why,
	]
	sentence != ""
])}

_state := rollouts.state(seen.target.kind, _object)

_outcomes := {
	"done": " is rolled out: ",
	"failed": ": the rollout failed: ",
	"going": " is being rolled out: ",
}

_paused := "Its rollout is paused: changes of its template wait." if _object.spec.paused

else := ""

_why := "" if _state.is == "done"

else := concat("", ["Why: ", findings.call("diagnose", seen.target.key)])

_told := [{"text": concat("", ["Its revisions could not be seen: ", _because(seen.observed("history")), "."])}] if {
	seen.observed("history").outcome != "ok"
}

else := [{"text": "It keeps no revisions."}] if count(_revisions) == 0

else := array.concat(_list_of_revisions, array.concat(_yaml, _changes))

_because(observation) := observation.fault.code if observation.outcome == "fault"

else := concat(", ", [reason.code | some reason in observation.reasons])

_list_of_revisions := [{"title": "Revisions, newest first", "quote": array.reverse([_line(at, one) | some at, one in _revisions])}] if {
	not input.call.arguments.revision
}

else := [{"title": $"Revision {_revisions[_at].number}", "quote": [_line(_at, _revisions[_at])]}]

_line(at, one) := concat("", [
	$"revision {one.number}",
	_current(at),
	_made(one.item),
	": ",
	concat(", ", [concat("=", [container.name, container.image]) | some container in templates.template(one.item).spec.containers]),
	_pods(one.item),
	_cause(one.item),
])

_current(at) := " (current)" if at == _last

else := ""

_made(item) := concat("", [", made ", durations.words(seen.ago(item.metadata.creationTimestamp)), " ago"]) if {
	item.metadata.creationTimestamp
}

else := ""

_pods(item) := $"; {item.status.readyReplicas} of {item.status.replicas} pods ready" if item.status.readyReplicas > 0

else := $"; none of {item.status.replicas} pods ready" if item.status.replicas > 0

else := $"; {_object.status.currentReplicas} pods still have it" if _is_old(item)

else := ""

# Of a StatefulSet in the middle of its rollout.
_is_old(item) if {
	_object.status.currentRevision == item.metadata.name
	_object.status.updateRevision != item.metadata.name
	_object.status.currentReplicas > 0
}

_cause(item) := concat("", ["; ", cause]) if {
	cause := item.metadata.annotations["kubernetes.io/change-cause"]
	cause != "[withheld]"
}

else := ""

_yaml := [{"observation": "revision", "show": {"as": "yaml"}}] if input.call.arguments.revision

else := []

_flat := {item.metadata.name: differences.flat(_compared(item)) | some item in seen.observed("templates").data.items}

# Of a ReplicaSet its hash, of a ControllerRevision the mark of its patch: they differ always, or say nothing.
_compared(item) := object.union(
	object.remove(template, ["$patch", "metadata"]),
	{"metadata": {
		"labels": object.remove(object.get(template, ["metadata", "labels"], {}), ["pod-template-hash"]),
		"annotations": _keys(object.get(template, ["metadata", "annotations"], {})),
	}},
) if {
	template := templates.template(item)
}

# Of annotations only the keys may be seen, where they are not listed one by one.
_keys(annotations) := {key: "[withheld]" | some key in annotations} if is_array(annotations)

else := annotations

_differing(pair) := differences.lines(_flat[_revisions[pair[1]].item.metadata.name], _flat[_revisions[pair[0]].item.metadata.name])

_changes := [] if count(_pairs) == 0

else := [{"text": concat("", ["Their templates could not be seen: ", _because(seen.observed("templates")), "."])}] if {
	seen.observed("templates").outcome != "ok"
}

else := array.concat([_whole(pair) | some pair in _closely], _shortly)

# What was asked for is told in full; of a history only the last step.
_closely := _pairs if input.call.arguments.revision

else := [_pairs[0]]

_whole(pair) := {"text": $"From revision {_from(pair)} to {_of(pair)} nothing differs that may be seen."} if {
	count(_differing(pair)) == 0
}

else := {"text": $"From revision {_from(pair)} to {_of(pair)} is a restart: nothing else differs that may be seen."} if {
	_is_restart(_differing(pair))
}

else := {"title": $"From revision {_from(pair)} to {_of(pair)}", "quote": _differing(pair)}

_of(pair) := _revisions[pair[0]].number

_from(pair) := _revisions[pair[1]].number

_shortly := [{"title": "Before that", "quote": lines}] if {
	lines := [_briefly(pair, _differing(pair)) | some at, pair in _pairs; at >= count(_closely)]
	count(lines) > 0
}

else := []

_briefly(pair, lines) := concat("", [$"from {_from(pair)} to {_of(pair)}: ", _few(lines)])

_few(lines) := "nothing that may be seen" if count(lines) == 0

else := "a restart" if _is_restart(lines)

else := concat("; ", lines) if count(lines) < 3

else := $"{concat("; ", array.slice(lines, 0, 2))}; and {count(lines) - 2} more"

_is_restart(lines) if {
	every line in lines { contains(line, "kubectl.kubernetes.io/restartedAt") }
}

# What the policy never shows is no difference here.
_hidden := {"text": "Values of environment variables and of annotations are not compared: they may not be seen."} if {
	seen.observed("templates").outcome == "ok"
}

else := {"text": ""}

_back := {"text": concat("", [$"Back to revision {_to}: rollback ", findings.json(arguments_), _allowed])} if {
	arguments_ := {"kind": lower(seen.target.kind), "name": seen.target.name, "namespace": seen.target.namespace, "toRevision": _to}
}

else := {"text": ""}

_decision := seen.observed("check").data

_allowed := concat("", [" (", _verdicts[_decision.effect], ")"]) if _decision

else := ""

_verdicts := {
	"allow": "the policy allows it",
	"approve": "a person must agree",
	"deny": concat("", ["the policy refuses it: ", concat(", ", [reason.code | some reason in _decision.reasons])]),
}

# METADATA
# title: This kind keeps no revisions.
# custom:
#   code: no_revisions
#   remedy: Ask about a Deployment, a StatefulSet or a DaemonSet; describe tells what owns this object.
_refusals contains reasons.of(rego.metadata.rule(), seen.target.kind) if {
	seen.target
	not rollouts.known(seen.target.group, seen.target.kind)
}

# METADATA
# title: There is no such revision.
# custom:
#   code: revision_unknown
#   remedy: Name one of these.
_refusals contains reasons.of(rego.metadata.rule(), concat(", ", [number | some one in _revisions; number := $"{one.number}"])) if {
	input.call.arguments.revision
	seen.observed("history").outcome == "ok"
	not _at
}
