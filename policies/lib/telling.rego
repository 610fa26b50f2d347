# METADATA
# title: Telling
# description: >-
#   The answer of a diagnosis: the cause in one sentence, its evidence, what it breaks, what to do, what else is wrong, and
#   what could not be seen, within a budget. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.telling

import data.lib.findings
import data.lib.ranking
import data.lib.seen
import data.lib.surroundings

# METADATA
# title: The answer
blocks := _fitting(array.concat(_parts, [_unseen]))

_parts := [_healthy] if count(ranking.causes) == 0

else := array.concat(_cause(ranking.causes[0]), _others)

_healthy := {"text": concat("", ["Nothing is wrong with ", _about, ", as far as could be seen.", _chosen, _checked])}

_chosen := concat("", [concat("", [" ", cause.title]) | some cause in ranking.quiet])

_about := findings.said(seen.target.key) if seen.target

else := "what can be seen of all namespaces" if surroundings.namespace == ""

else := concat(" ", ["namespace", surroundings.namespace])

# How much was looked at: numbers of our own.
_checked := concat("", [" Looked at: ", concat(", ", _looked), "."]) if count(_looked) > 0

else := ""

_looked := [concat(" ", [$"{number}", kind]) |
	some kind in sort({observation.request.kind | some observation in input.observations})
	not kind in {"APIResource", "Event"}
	number := count(seen.objects(kind)) + sum([seen.others(observation.id) |
		some observation in input.observations
		observation.request.kind == kind
	])
	number > 0
]

_cause(cause) := [
	{"text": _titled(cause)},
	{"title": "Evidence", "quote": array.slice(cause.evidence, 0, 6)},
	{"text": concat("\n", array.concat(_breaks(cause), _cure(cause)))},
]

# A symptom that nothing explains is no cause.
_titled(cause) := concat("", [_counted(cause), _unexplained(cause)])

_unexplained(cause) := " No known cause fits; the evidence is in order of concern." if cause.symptom

else := ""

_counted(cause) := cause.title if cause.number < 2

else := $"{cause.title} ({cause.number} of these)"

_breaks(cause) := [concat(" ", ["It explains:", concat(" ", [effect.title | some effect in array.slice(cause.explained, 0, 5)])])] if {
	count(cause.explained) > 0
}

else := []

_cure(cause) := [concat("", ["What to do: ", cause.remedy, _next(cause)])]

_next(cause) := concat("", [" Next call: ", _call(cause.next), _allowed]) if is_object(cause.next)

else := ""

_call(next) := concat(" ", [next.tool, findings.json(next.arguments)])

# What the policy says to the cure of the first cause; nothing was sent for it.
_allowed := concat("", [" (", _said, ")"]) if _decision

else := ""

_decision := seen.observed("check").data

_said := "the policy allows it" if _decision.effect == "allow"

else := concat("", ["the policy asks a person for it", _who]) if _decision.effect == "approve"

else := concat("", ["the policy refuses it: ", concat(", ", [reason.code | some reason in _decision.reasons])])

_who := concat("", [": one of ", concat(", ", _decision.approval.approvers), _how]) if count(_decision.approval.approvers) > 0

else := _how

_how := concat("", [", by ", concat(" or ", _decision.approval.methods)]) if count(_decision.approval.methods) > 0

else := ""

_others := [{"text": concat("\n", array.concat(["Also wrong, apart from that:"], lines))}] if {
	lines := [_other(cause) | some at, cause in ranking.causes; at > 0; at < 9]
	count(lines) > 0
}

else := []

_other(cause) := concat("", ["- ", _counted(cause), " ", cause.remedy])

_unseen := {"text": concat("", ["Not seen, so not judged: ", concat("; ", _missing), "."])} if count(_missing) > 0

else := {"text": ""}

_missing := sort({concat("", [_named(one.request), " (", one.why, ")"]) | some one in seen.unseen})

_named(request) := concat("", [request.resource, _sub(request), _where(request)])

_sub(request) := "/log" if request.subresource == "log"

else := ""

_where(request) := concat(" ", ["", request.name]) if request.name != ""

else := ""

# As many blocks as the budget holds; the first always.
_fitting(all) := [block |
	some at, block in all
	_size(block) > 0
	sum([_size(one) | some before, one in all; before <= at]) <= max([data.config.diagnosis.tokens * 3, _size(all[0])])
]

_size(block) := count(block.text) if block.text

else := sum([count(line) | some line in block.quote]) if block.quote

else := 0
