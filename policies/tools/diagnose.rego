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
import data.lib.seen
import data.lib.surroundings
import data.lib.telling

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
		},
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: The object, then what its state asks for, then what the policy would say to the cure
plan := _more(surroundings.object_) if {
	surroundings.single
	not seen.observed("object")
}

else := _more(_asked) if {
	count(_asked) > 0
	input.call.lap < data.config.diagnosis.laps
}

else := _more(array.concat(_last, [telling.check])) if {
	input.call.lap <= data.config.diagnosis.laps
	not seen.observed(telling.check.id)
}

else := {"requests": [], "answer": true}

# What the policy would say to the cure is asked in the last lap, beside what is still to be seen.
_last := _asked if input.call.lap == data.config.diagnosis.laps

else := []

# METADATA
# title: The cause first
answer := {"blocks": telling.blocks}

_more(requests) := {"requests": requests, "more": true, "answer": true}

_known := {observation.id | some observation in input.observations}

# By rank, and no more than one diagnosis may ask.
_asked := array.slice(_ordered, 0, max([0, (data.config.diagnosis.requests - count(_known)) - 1]))

_ordered := [entry[2] |
	some entry in sort({[want.rank, want.request.id, want.request] |
		some want in (surroundings.want | {one | some one in data.diagnosis[_].asks})
		not want.request.id in _known
	})
]
