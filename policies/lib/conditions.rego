# METADATA
# title: Conditions
# description: >-
#   What an object says of itself, in order of concern. What a true one means differs: config.diagnosis.conditions tells.
#   Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.conditions

import data.lib.durations
import data.lib.patterns
import data.lib.seen

# METADATA
# title: Those of an object, bad ones first
# description: "Each {rank, condition}: 0 is bad, 1 is not known, 2 is as it should be."
of(object_) := [{"rank": rank, "condition": condition} |
	some [rank, _, condition] in sort([[_rank(object_, one), one.type, one] |
		some one in object.get(object_, ["status", "conditions"], [])
		is_string(one.type)
	])
]

# METADATA
# title: Those that are bad
bad(object_) := [one.condition | some one in of(object_); one.rank == 0]

# What has done its work is no longer ready, and need not be.
_rank(object_, condition) := 2 if object_.status.phase == "Succeeded"

else := 2 if patterns.any_fits(data.config.diagnosis.conditions.neutral, condition.type)

else := 1 if condition.status == "Unknown"

else := 0 if condition.status == _bad(condition.type)

else := 2

_bad(type) := "True" if patterns.any_fits(data.config.diagnosis.conditions.bad, type)

else := "False"

# METADATA
# title: A condition as a line
# description: In the cluster's words. Its message only where it is not as it should be.
line(one) := concat("", [
	short(one.condition),
	_since(one.condition),
	_message(one),
])

# METADATA
# title: A condition in a few words
short(condition) := concat("", [condition.type, "=", object.get(condition, "status", ""), _reason(condition)])

_reason(condition) := concat("", [" (", condition.reason, ")"]) if condition.reason != ""

else := ""

_since(condition) := concat("", [" since ", moment, ", ", durations.words(seen.ago(moment)), " ago"]) if {
	moment := condition.lastTransitionTime
}

else := ""

_message(one) := concat("", [": ", one.condition.message]) if {
	one.rank < 2
	one.condition.message != ""
}

else := ""
