# METADATA
# title: Happenings
# description: >-
#   The events about one object, folded: one line for those that say the same, with how often, first and last. Knows no
#   finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.happenings

import data.lib.asks
import data.lib.durations
import data.lib.seen
import data.lib.surroundings

# METADATA
# title: What is asked for
# description: Events of what is in no namespace stand in one that is open.
wants contains asks.want(0, asks.list("events", "v1/Event", _place, object.union(_selection, {"options": {
	"view": "object",
	"limit": data.config.diagnosis.events,
	"sortBy": "-lastTimestamp,series.lastObservedTime,eventTime,metadata.creationTimestamp",
}}))) if {
	surroundings.target
}

_place := "default" if seen.target.namespace == ""

else := seen.target.namespace

_terms := [["involvedObject.kind", seen.target.kind], ["involvedObject.name", seen.target.name]]

# What the API server need not send.
_selection := {"selector": {"fields": concat(",", [concat("=", term) | some term in _terms])}} if {
	data.config.selectors.fields
}

else := {"where": [[{"path": path, "is": [value]} | some [path, value] in _terms]]}

# METADATA
# title: A line for each thing that happened, warnings first, then the latest
lines := [line |
	some [_, _, line] in array.reverse(sort([[same[0].type, last, line] |
		some [type, reason, message] in {[one.type, one.reason, one.message] | some one in _mine}
		same := [one | some one in _mine; [one.type, one.reason, one.message] == [type, reason, message]]
		last := max([one.last | some one in same])
		line := _line(same, min([one.first | some one in same]), last)
	]))
]

_mine := seen.events_of(surroundings.target)

# Warning stands behind Normal in the alphabet.
_line(same, first, last) := concat("", [
	same[0].type,
	" ",
	same[0].reason,
	_times(sum([one.count | some one in same])),
	", ",
	_span(first, last),
	": ",
	same[0].message,
])

_times(number) := $" x{number}" if number > 1

else := ""

_span(first, last) := concat("", [first, _ago(last)]) if first == last

else := concat("", [first, " to ", last, _ago(last)])

_ago(moment) := concat("", [" (", durations.words(seen.ago(moment)), " ago)"]) if seen.ago(moment)

else := ""
