# METADATA
# title: Approvals
# description: >-
#   Whose yes is enough. A vote is an input like any other: it counts when it names the very digest that is asked for, in
#   time, by a way and a person that the terms accept. Where several terms fit a request, the strictest of each binds.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package lib.approvals

import data.lib.patterns
import data.lib.requests

# METADATA
# title: The terms of this request
terms := object.union(_usual, {"approvers": _named, "notRequester": _excluded}) if count(_stricter) == 0

else := {
	"methods": [method | some method in _usual.methods; _accepted(method)],
	"approvers": _named,
	"quorum": max(array.concat([_usual.quorum], [one.quorum | some one in _stricter])),
	"requestWithinSeconds": _shortest("requestWithinSeconds"),
	"useWithinSeconds": _shortest("useWithinSeconds"),
	"waitSeconds": _usual.waitSeconds,
	"notRequester": _excluded,
}

_usual := object.filter(
	data.config.approval,
	["methods", "approvers", "quorum", "requestWithinSeconds", "useWithinSeconds", "waitSeconds"],
)

_stricter := [one |
	requests.changes(input.request)
	some one in data.config.approval.stricter
	_fits(one)
]

_fits(one) if {
	patterns.any_fits(one.verbs, input.request.verb)
	patterns.any_fits(one.apiGroups, input.request.group)
	_resource_fits(one.resources)
	patterns.any_fits(one.namespaces, requests.namespace(input.request))
	every label, wanted in one.clusterLabels {
		patterns.any_fits(wanted, object.get(input.cluster.labels, label, ""))
	}
}

# What is asked of a kind is asked of its subresources, too.
_resource_fits(resources) if patterns.any_fits(resources, input.request.resource)

_resource_fits(resources) if {
	patterns.any_fits(resources, concat("/", [input.request.resource, input.request.subresource]))
}

_accepted(method) if {
	every one in _stricter { method in object.get(one, "methods", _usual.methods) }
}

_shortest(what) := min(array.concat([_usual[what]], [one[what] | some one in _stricter]))

# Everyone who approves must be in each list that is not empty.
_lists := [list |
	some list in array.concat([_usual.approvers], [one.approvers | some one in _stricter])
	count(list) > 0
]

# Only one list can be told: the last is the one of the narrowest terms.
_named := [] if count(_lists) == 0

else := sort({one | some entry in _lists[count(_lists) - 1]; some one in _meant(entry)})

# Whoever keeps the votes knows no configuration: a group of it stands beside its members.
_meant(entry) := [entry] if not startswith(entry, "group:")

else := array.concat([entry], object.get(data.config.approval.groups, trim_prefix(entry, "group:"), []))

_excluded if _not_requester

else := false

# METADATA
# title: Enough people agree to exactly this
# description: >-
#   Each said so while their proposal was open; how old a yes may be is counted from the one that made them enough, so
#   that people need not be there at once.
enough if {
	input.approval.digest != ""
	some last in _yeses
	input.now.unix - last.at <= terms.useWithinSeconds
	people := {yes.by | some yes in _yeses; yes.of == last.of; yes.at <= last.at}
	count(people) >= terms.quorum
}

_yeses contains {"of": vote.id, "by": lower(vote.approver), "at": vote.at} if {
	some vote in input.approvals
	vote.verdict == "approve"
	_counts(vote)
	_in_time(vote)
	not _own(vote)
}

# METADATA
# title: Who of those that may approve exactly this refused it, and when that is not long ago
refusing contains vote.approver if {
	some vote in input.approvals
	vote.verdict == "refuse"
	_counts(vote)
	input.now.unix - vote.at <= terms.requestWithinSeconds
}

_counts(vote) if {
	vote.digest != ""
	vote.digest == input.approval.digest
	vote.used == false
	vote.superseded == false
	vote.method in terms.methods
	vote.approver != ""
	every list in _lists { _in(list, vote) }
}

_in_time(vote) if {
	vote.at >= vote.requestedAt - data.config.approval.skewSeconds
	vote.at <= vote.requestedAt + terms.requestWithinSeconds
	vote.at <= input.now.unix + data.config.approval.skewSeconds
}

# People: by pattern, by a group of the configuration, or by a group that was verified when they voted.
_in(list, vote) if {
	some entry in list
	not startswith(entry, "group:")
	patterns.fits(entry, vote.approver)
}

_in(list, vote) if {
	some entry in list
	startswith(entry, "group:")
	_member(trim_prefix(entry, "group:"), vote)
}

_member(group, vote) if group in vote.groups

_member(group, vote) if patterns.any_fits(object.get(data.config.approval.groups, group, []), vote.approver)

_own(vote) if {
	_not_requester
	lower(vote.approver) == lower(input.subject.id)
}

_not_requester if data.config.approval.notRequester

_not_requester if {
	some one in _stricter
	one.notRequester
}
