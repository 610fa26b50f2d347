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
# description: "{port, local, pod, when, line}; local when only processes of its own pod reach it."
places(one) := [place |
	[when, lines] := _logs(one)
	some line in lines
	_says(lower(line))
	some [port, local] in _ports(line)
	place := {"port": port, "local": local, "pod": one.pod, "when": when, "line": line}
]

# What it says now, or what it said before its restart, or what another of its kind says.
_logs(one) := [[when, lines] |
	some other in array.concat([one], [other | some other in containers.all; _is_like(other, one)])
	some when in ["now", "before"]
	lines := seen.log(other.pod, other.name, when)
	count([line | some line in lines; _says(lower(line))]) > 0
][0]

_is_like(other, one) if {
	containers.group(other) == containers.group(one)
	other.spec.image == one.spec.image
}

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
