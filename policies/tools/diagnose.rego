# METADATA
# title: "Tool: diagnose"
# description: >-
#   Why something does not work, in one call. What is looked at is asked by lib/surroundings and by the concerns under
#   diagnosis; none of these is named here.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.diagnose

import data.lib.arguments
import data.lib.intents
import data.lib.nearest
import data.lib.ranking
import data.lib.reasons
import data.lib.seen
import data.lib.surroundings
import data.lib.telling
import data.tools.describe

# METADATA
# title: What tools/list shows
card := {
	"title": "Diagnose",
	"description": "Finds why something fails: cause first, with evidence and what to do. Without a name: what is unwell in the namespace, or anywhere.",
	"arguments": {
		"type": "object",
		"properties": {
			"kind": arguments.kind,
			"name": arguments.name,
			"namespace": arguments.namespace("Omit for all."),
			"skip": arguments.number("From an earlier answer.", 0, 10000),
		},
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: The object, then what its state asks for, then what the policy would say to the cure
plan := intents.refused(_refusals) if count(_refusals) > 0

else := _more(surroundings.object_) if {
	surroundings.single
	not seen.observed("object")
}

else := nearest.plan if _is_over

else := describe.plan if surroundings.strange

else := _more(_next) if count(_next) > 0

else := {"requests": [], "answer": true}

# Without the object there is nothing to diagnose; a namespace is looked at although it may not be read itself.
_is_over if nearest.missing

_is_over if {
	surroundings.single
	nearest.refused
}

# What the policy would say to the cure is asked beside the last look.
_next := _asked if {
	count(_asked) > 0
	input.call.lap < data.config.diagnosis.laps
}

else := array.concat(_asked, _checks) if input.call.lap <= data.config.diagnosis.laps

else := []

_checks := [telling.check | not seen.observed(telling.check.id)]

# METADATA
# title: The cause first
answer := {"bytes": describe.answer.bytes, "blocks": array.concat([_no_diagnosis], describe.answer.blocks)} if {
	surroundings.strange
	count(ranking.causes) == 0
}

else := _told

_no_diagnosis := {"text": $"There is no diagnosis for this kind ({seen.target.kind}); this is what describe says."}

_told := {"blocks": telling.blocks}

_more(requests) := {"requests": requests, "more": true, "answer": true}

_known := {observation.id | some observation in input.observations}

# By rank, and no more than one diagnosis may ask.
_asked := array.slice(_ordered, 0, max([0, (data.config.diagnosis.requests - count(_known)) - 1]))

_ordered := [entry[2] | some entry in sort({min(entries) | some entries in _wanted})]

# Two concerns may ask for the same, each with a rank of its own.
_wanted[id] contains [want.rank, id, want.request] if {
	some want in (surroundings.want | {one | some one in data.diagnosis[_].asks})
	id := want.request.id
	not id in _known
}

# METADATA
# title: A name says little without its kind.
# custom:
#   code: kind_missing
#   remedy: Name the kind, too, such as deployment; or leave the name out to see all that is unwell.
_refusals contains reasons.of(rego.metadata.rule(), input.call.arguments.name) if {
	surroundings.single
	arguments.text(input.call.arguments, "kind") == ""
}
