# METADATA
# title: Intents
# description: >-
#   What the tools that change something share: their arguments, the look at the object before, the change, and with
#   wait what becomes of it. Allows nothing; the guards judge the requests.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.intents

import data.lib.arguments
import data.lib.reasons
import data.lib.rollouts
import data.lib.spread

# METADATA
# title: Hints of a tool that changes something
# description: Each of them can take something away; only whether a second call does more differs.
changing(idempotent) := {"readOnly": false, "destructive": true, "idempotent": idempotent, "openWorld": false}

# METADATA
# title: Arguments of a tool that changes a workload
form(own, required) := {
	"type": "object",
	"properties": object.union(object.union(target, own), object.union(asking, waiting)),
	"required": array.concat(["kind", "name", "namespace"], required),
	"additionalProperties": false,
}

# METADATA
# title: Arguments that name the object
target := {
	"kind": object.remove(arguments.kind, ["description"]),
	"name": arguments.name,
	"namespace": object.remove(arguments.namespace(""), ["description"]),
}

# METADATA
# title: Arguments for whoever approves
# description: That a person agreed can only be said where the policy would count it.
asking := object.union(_why, {"approved": {"type": "boolean", "description": "A person agreed to exactly this."}}) if {
	"argument" in data.config.approval.methods
}

else := _why

_why := {"reason": {
	"type": "string",
	"description": "Why, for the approver.",
	"maxLength": 200,
	"pattern": "^[^\\x00-\\x1f\\x7f]*$",
}}

# METADATA
# title: Argument wait
waiting := {"wait": {"type": "boolean", "description": "Until rolled out."}}

# METADATA
# title: A lap of looking, before the change
looking(requests) := {"requests": requests, "more": true}

# METADATA
# title: The request that looks at the object
look(fields) := object.union(_target, {
	"id": "object",
	"verb": "get",
	"options": {"view": "object", "fields": fields},
	"show": {"as": "none"},
})

_target := object.filter(input.call.arguments, ["kind", "name", "namespace"])

# METADATA
# title: The object, once it was looked at
seen := spread.observed(input.observations, "object")

# METADATA
# title: What the object exactly is
exact := observation.request if {
	some observation in input.observations
	observation.id == "object"
}

# METADATA
# title: A patch of the object
patch(type, body) := object.union(_target, {
	"id": input.call.tool,
	"verb": "patch",
	"options": {"patch": type},
	"body": body,
	"show": {"as": "changes"},
})

# METADATA
# title: The plan that sends nothing, and says why
# description: In an order of its own, and not more than a plan may hold.
refused(refusals) := {"requests": [], "refuse": array.slice(_plain(refusals), 0, 16)}

_plain(refusals) := sort([object.filter(reason, ["code", "message", "remedy", "subject"]) | some reason in refusals])

# METADATA
# title: The rollout of this object is paused.
# custom:
#   code: paused
#   remedy: Have a person resume it first; while it is paused, a change of its template rolls nothing out.
paused contains reasons.of(rego.metadata.rule(), "") if seen.spec.paused

# METADATA
# title: The object, where its rollout is to be followed
# description: "{} where there is nothing to follow."
followed := _target if rollouts.known(exact.group, exact.kind)

else := {}

# METADATA
# title: The plan of the changes, and with wait of what becomes of a workload
# description: The rollout is looked at again and again until it ends, or the time is over.
carried(changes, workload) := _asked(changes, {}) if not _waits

else := _asked(changes, {"answer": true}) if workload == {}

else := _asked(changes, {"more": true}) if not _made(changes)

else := _asked([rollouts.look(workload)], {"more": true}) if not _rollout

else := _asked([rollouts.look(workload)], {"more": true, "again": {
	"afterSeconds": 2,
	"withinSeconds": data.config.writes.waitSeconds,
	"progress": _state.words,
}}) if {
	_state.is == "going"
	not input.waited
}

else := {"requests": [], "answer": true}

# What the caller says for whoever approves.
_asked(requests, rest) := object.union(
	object.union({"requests": requests}, rest),
	object.filter(input.call.arguments, ["approved", "reason"]),
)

_waits if input.call.arguments.wait

_made(changes) if {
	some observation in input.observations
	observation.id == changes[0].id
}

_rollout := observation if {
	some observation in input.observations
	observation.id == "rollout"
}

_state := rollouts.state(_rollout.request.kind, _rollout.data) if _rollout.outcome == "ok"

# METADATA
# title: What became of the changes
# description: The changes as they were made, a sentence on the rollout, and its status where it did not end well.
told(ids) := {"blocks": array.concat(
	[{"observation": id, "show": {"as": "changes"}} | some id in ids],
	array.concat([{"text": _sentence}], _evidence),
)}

_sentence := "There is no rollout to wait for." if not _rollout

else := "The rollout cannot be followed: the object cannot be read." if _rollout.outcome != "ok"

else := concat("", [_outcomes[_state.is], ": ", _state.words, ".", _further])

_outcomes := {
	"done": "Rolled out",
	"failed": "The rollout failed",
	"going": $"Not rolled out after {data.config.writes.waitSeconds} seconds",
}

# The words of the cluster itself stand behind a fence, as an observation.
_evidence := [{"observation": "rollout", "show": {"as": "yaml"}}] if _state.is in ["failed", "going"]

else := []

# Calls that show more, as the caller would write them. Labels and namespaces hold nothing that needs escaping.
_further := "" if _state.is == "done"

else := concat("", [
	` To look: list {"kind":"pods","labelSelector":"`,
	rollouts.selection(object.get(_rollout.data, ["spec", "selector"], {})),
	`","namespace":"`,
	_rollout.request.namespace,
	`"}, events {"namespace":"`,
	_rollout.request.namespace,
	`","type":"Warning"}.`,
])
