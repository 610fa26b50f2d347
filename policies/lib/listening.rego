# METADATA
# title: Listening
# description: Where a program says in its log that it listens. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.listening

import data.lib.containers
import data.lib.seen

# METADATA
# title: Where the container says it listens
# description: >-
#   {port, local, pod, when, line}; local when only processes of its own pod reach it. What another of its kind says counts
#   where it says nothing itself.
places(one) := array.concat(
	[log.places | some log in _heard; log.key == one.key],
	array.concat([log.places | some log in _heard; log.kind == _kind(one)], [[]]),
)[0]

_heard := [object.union(log, {"places": _places(log)}) | some log in _logs]

_places(log) := [{"port": port, "local": local, "pod": log.pod, "when": log.when, "line": line} |
	some line in log.lines
	_says(lower(line))
	some [port, local] in _ports(line)
]

# What it says now comes before what it said before its restart.
_logs := [log |
	some one in containers.all
	log := [{"key": one.key, "kind": _kind(one), "pod": one.pod, "when": when, "lines": lines} |
		some when in ["now", "before"]
		lines := seen.log(one.pod, one.name, when)
		count([line | some line in lines; _says(lower(line))]) > 0
	][0]
]

_kind(one) := concat(" ", [containers.group(one), one.spec.image])

_says(line) if {
	some word in data.config.diagnosis.lines.listening
	contains(line, word)
}

# A port behind its host, or behind the word for it. Hours and minutes, and numbers of other things, are none.
_ports(line) := [[to_number(found[2]), found[1] in _own] |
	some form in _forms
	some found in regex.find_all_string_submatch_n(form, line, 9)
]

_forms := [
	`(\d+\.\d+\.\d+\.\d+|localhost|\[[0-9a-f:]+\]|\*):(\d{2,5})(?:[^0-9.]|$)`,
	`//([A-Za-z][A-Za-z0-9.-]*):(\d{2,5})(?:[^0-9.]|$)`,
	`((?:[:=] ?|[ (])["']|[ =(]):(\d{2,5})(?:[^0-9.]|$)`,
	`(?i)(port(?:\(s\))?["']?[^0-9a-z]{1,4})(\d{2,5})(?:[^0-9.]|$)`,
	`(?i)(listening (?:on|at)) (\d{2,5})(?:[^0-9.:]|$)`,
]

_own := {"127.0.0.1", "localhost", "[::1]"}
