# METADATA
# title: Telling
# description: >-
#   The answer of a diagnosis: the cause in one sentence, its evidence, what it explains, what to do, what else is wrong,
#   and what could not be seen, within a budget. Knows no finding.
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
blocks := array.concat(_kept, [{"text": _cut} | _cut != ""])

_all := [_nothing] if surroundings.missing

else := [_healthy, _unseen] if count(ranking.causes) == 0

else := [{"text": $"There are no more than {count(ranking.causes)} findings."}] if count(_causes) == 0

else := array.concat(_cause(_causes[0]), [_others, _unseen])

# Without those that an earlier answer told of.
_causes := array.slice(ranking.causes, _skipped, count(ranking.causes))

_skipped := object.get(input.call.arguments, "skip", 0)

# Of what could not be read nothing is said, least of all that it is well.
_nothing := {"text": concat("", ["There is no ", findings.said(seen.target.key), "."])} if seen.absent("object")

else := {"text": concat("", [_about, " could not be read (", seen.unseen[0].why, "), so nothing is known of it. ", _help])}

_help := concat("", ["What to do: ", _remedy])

_remedy := reasons[0].remedy if {
	reasons := seen.observed(seen.unseen[0].id).reasons
	count(reasons) > 0
}

else := seen.observed(seen.unseen[0].id).fault.remedy

# What somebody chose is said first: it may be what was asked about.
_healthy := {"text": concat("", [_chosen, _nothing_is, " wrong with ", _about, ", as far as could be seen", _but, ".", _checked, _closed])}

_nothing_is := "Otherwise nothing is" if count(ranking.quiet) > 0

else := "Nothing is"

_but := "; some of it could not" if count(_missing) > 0

else := ""

_about := concat("", [_kinds, findings.said(seen.target.key)]) if seen.target

else := concat("", [_kinds, "what can be seen of all namespaces"])

_kinds := concat("", ["any ", surroundings.only, " of "]) if surroundings.only

else := ""

_chosen := concat("", [concat("", [cause.title, " ", cause.remedy, "\n\n"]) | some cause in ranking.quiet])

# How much was looked at: numbers of our own.
_checked := concat("", [" Looked at: ", concat(", ", _looked), "."]) if count(_looked) > 0

else := ""

# What the target names and nobody may look at.
_closed := concat("", [" Not looked at, since Secrets are closed: whether Secret ", findings.word(_secrets), " is there."]) if count(_secrets) > 0

else := ""

_secrets := sort({tls.secretName | some tls in surroundings.target.spec.tls})

_looked := [$"{kind} {number}" |
	some kind in sort({observation.request.kind | some observation in input.observations})
	not kind in {"APIResource", "Event"}
	number := max([count(seen.objects(kind)), sum(_sizes(kind))])
	number > 0
]

# Of lists that count what they leave out; others show some of the same.
_sizes(kind) := [sum([count(observation.data.items), observation.data.others]) |
	some observation in input.observations
	observation.request.kind == kind
]

_cause(cause) := [
	{"text": _titled(cause)},
	{"title": "Evidence", "quote": array.slice(cause.evidence, 0, _evidence)},
	{"text": concat("\n", array.concat(_breaks(cause), [_cure(cause)]))},
]

# Lines of evidence, and of what is explained, that one answer shows.
_evidence := 6

_effects := 5

# A symptom that nothing explains is no cause.
_titled(cause) := concat("", [_counted(cause), _doubt]) if cause.symptom

else := concat("", [_counted(cause), _why_asked(cause)])

# A cause may lie far from what was asked about.
_why_asked(cause) := concat("", [" This is what keeps ", _about, " from ", object.get(_doings, seen.target.kind, "working"), "."]) if {
	seen.target
	ranking.touches(cause, cause.explained)
	not _is_named(cause)
}

else := ""

_doings := {"PodDisruptionBudget": "letting pods go"}

_is_named(cause) if contains(cause.title, findings.said(seen.target.key))

# A pod of it has its name, too.
_is_named(cause) if {
	contains(cause.title, seen.target.name)
	not seen.target.kind in {"Service", "Ingress", "PodDisruptionBudget"}
}

_doubt := " What causes it could not be read; the evidence is in order of concern." if count(_missing) > 0

else := " No known cause fits; the evidence is in order of concern."

_counted(cause) := cause.title if cause.number < 2

else := $"{cause.title} ({_least}{cause.number} of these{_of(cause)})"

_of(cause) := concat("", [", of ", findings.said(cause.root)]) if not contains(cause.title, split(cause.root, "/")[2])

else := ""

# Of many that are unwell only some were looked at.
_least := "at least " if {
	some observation in input.observations
	observation.request.kind == "Pod"
	observation.truncated
	observation.data.others
}

else := ""

_breaks(cause) := [concat(" ", array.concat(
	["It explains:"],
	[_counted(effect) | some effect in array.slice(cause.explained, 0, _effects)],
))] if {
	count(cause.explained) > 0
}

else := []

_cure(cause) := concat("", ["What to do: ", cause.remedy, _next(cause)])

_next(cause) := concat("", [" Next call: ", _call(cause.next), _allowed]) if _is_offered(cause.next)

else := ""

# What could be a sentence of somebody else's is no argument of a call.
_is_offered(next) if {
	is_object(next)
	findings.plain(next.arguments)
}

_call(next) := concat(" ", [next.tool, findings.json(next.arguments)])

# What the policy says to the cure of the first cause; nothing was sent for it.
_allowed := concat("", [" (", _said, ")."]) if _decision

else := "."

_decision := seen.observed(check.id).data

# METADATA
# title: What the policy would say to the cure
# description: A request that is decided and not sent. Undefined where the first cause names no call that changes anything.
check := object.union(
	{
		"id": concat(" ", ["check", _causes[0].fold]),
		"execute": false,
		"optional": true,
		"options": {"view": "object"},
		"show": {"as": "none"},
	},
	_causes[0].next.check,
) if {
	_is_offered(_causes[0].next)
}

_said := "the policy allows it" if _decision.effect == "allow"

else := concat("", ["the policy asks a person for it", _who, _how]) if _decision.effect == "approve"

else := concat("", ["the policy refuses it: ", concat(", ", [reason.code | some reason in _decision.reasons])])

_who := concat("", [": one of ", concat(", ", _decision.approval.approvers)]) if count(_decision.approval.approvers) > 0

else := ""

_how := concat("", [", by ", concat(" or ", _decision.approval.methods)]) if count(_decision.approval.methods) > 0

else := ""

_others := {"text": concat("\n", array.concat(["Also wrong, apart from that:"], lines))} if {
	lines := [_other(cause) | some cause in array.slice(_causes, 1, 1 + _shown)]
	count(lines) > 0
}

else := {"text": ""}

_other(cause) := concat("", ["- ", _counted(cause), " ", cause.remedy])

# As many of the other causes as the budget holds.
_shown := count([at |
	some at, _ in _rest
	sum([count(_other(one)) | some before, one in _rest; before <= at]) < _budget - _spent
])

_rest := array.slice(_causes, 1, 30)

# A token is about three bytes. What is not said of other causes, but stands in the answer anyway, is counted.
_budget := data.config.diagnosis.tokens * 3

_spent := sum([_size(block) | some block in array.concat(_cause(_causes[0]), [_unseen])]) + 300

_size(block) := count(block.text) if block.text

else := sum([count(line) | some line in block.quote])

_unseen := {"text": concat("\n", array.concat(_refused, _partly))}

_refused := [concat("", ["Not seen, so not judged: ", concat("; ", _missing), "."]) | count(_missing) > 0]

# Samples are meant to be few, and of events the latest tell most.
_partly := [concat("", ["Not all were looked at: ", concat(", ", lists), "."]) |
	lists := sort({$"{observation.request.resource} (the first {count(observation.data.items)})" |
		some observation in input.observations
		observation.truncated
		observation.request.kind != "Event"
		not startswith(observation.id, "list/some ")
		count(observation.data.items) > 0
	})
	count(lists) > 0
]

_missing := [concat("", [_some(names), " (", why, ")"]) |
	some why in sort({one.why | some one in _unknown})
	names := sort({_named(one.request) | some one in _unknown; one.why == why})
]

# Where one log of a container was seen, nobody misses the other.
_unknown := [one |
	some one in seen.unseen
	not _was_told(one.id)
]

_was_told(id) if seen.observed(_other_log(id)).outcome == "ok"

_other_log(id) := concat("/", array.concat(array.slice(parts, 0, 4), [_moments[parts[4]]])) if {
	parts := split(id, "/")
	parts[0] == "log"
}

_moments := {"now": "before", "before": "now"}

_some(names) := concat(", ", names) if count(names) < 8

else := $"{concat(", ", array.slice(names, 0, 7))} and {count(names) - 7} more"

_named(request) := concat("", [request.resource, _sub(request), _where(request)])

_sub(request) := "/log" if request.subresource == "log"

else := ""

_where(request) := concat(" ", ["", request.name]) if request.name != ""

else := ""

_kept := [block | some block in _all; _size(block) > 0]

# What was cut, and the calls that show it.
_cut := concat(" ", array.concat(array.concat(_left, _later), _further)) if count(_causes) > 0

else := ""

_left := [concat("", ["Left out: ", concat(", ", parts), "."]) |
	parts := [part |
		some part in [
			_number("evidence", count(_causes[0].evidence) - _evidence),
			_number("symptoms", count(_causes[0].explained) - _effects),
		]
		part != ""
	]
	count(parts) > 0
]

_later := [$"{number} more findings did not fit. To see them: {call}" |
	number := (count(_causes) - 1) - _shown
	number > 0
	call := concat(" ", [input.call.tool, findings.json(object.union(input.call.arguments, {"skip": _told}))])
]

_told := (_skipped + 1) + _shown

_number(what, number) := $"{what} ({number})" if number > 0

else := ""

# A call that ends the line is easier to make.
_further := [] if count(_later) > 0

else := [concat(" ", ["More of one of them:", findings.call("diagnose", _elsewhere[0])])] if count(_elsewhere) > 0

else := [concat(" ", ["More of it:", findings.call("describe", _causes[0].at)])] if findings.plain(_causes[0].at)

else := []

# Another diagnosis of what was diagnosed would say the same.
_elsewhere := [cause.root |
	some cause in array.slice(_causes, 1, 1 + _shown)
	cause.root != _itself
	findings.plain(cause.root)
]

_itself := seen.target.key if seen.target

else := ""
