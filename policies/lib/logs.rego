# METADATA
# title: Logs
# description: >-
#   What the logs of containers that fail say of the reason: of each the last line that tells of one, by the words of
#   data.config.diagnosis.says. What goes on with its work afterwards is no reason. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.logs

import data.lib.containers
import data.lib.lines
import data.lib.seen

# METADATA
# title: Containers whose logs may tell why
# description: Those that fail or hang, and whose state does not say by itself who ended them.
subjects := array.concat(
	[object.union(one, {"fails": true}) | some one in containers.failed; not containers.is_explained(one)],
	[object.union(one, {"fails": false}) | some one in array.concat(containers.stuck, _probed); not _is_misled(one)],
)

# A probe ends what hangs, and what it hangs on is the reason.
_probed := [one | some one in containers.failed; containers.probed(one)]

# METADATA
# title: Which logs of a container there are
# description: What was said before its restart tells most; a dump does not always have it.
moments(one) := ["before", "now"] if containers.started_again(one)

else := ["now"]

# Who asks for what is not there learns nothing of the program.
_is_misled(one) if {
	some event in seen.events_of(one.pod)
	event.reason == "Unhealthy"
	event.container in {one.name, ""}
	contains(event.message, "statuscode: 4")
}

# METADATA
# title: What logs tell, of every container it is true of
# description: >-
#   {one, kind, line, words, when, pod}: the container, a kind of data.config.diagnosis.says, the line, and what it names.
#   Of the containers of one name and workload that fail in the same way, one speaks for all.
told := [object.union(tale, {"one": one}) |
	some one in subjects
	tale := _tales[_alike(one)]
]

# METADATA
# title: The keys of containers whose logs tell why
telling := {tale.one.key | some tale in told}

# A line that says much is worth more than an earlier log.
_tales := {alike: _found[min(places)[1]] | some alike, places in _places}

_places[tale.alike] contains [_vagueness(tale), at] if some at, tale in _found

_vagueness(tale) := 1 if tale.kind in _vague

else := 0

_alike(one) := concat(" ", [containers.group(one), one.role, _end(one)])

_end(one) := $"{one.ended.exitCode}" if one.fails

else := "lives"

# What was said before the restart comes first; what was said later is read where that tells too little.
_found := array.concat(_before, [tale |
	some source in array.concat(_messages, _read("now"))
	not source.alike in _clear
	tale := _told(source)
])

_before := [tale | some source in _read("before"); tale := _told(source)]

_clear := {tale.alike | some tale in _before; not tale.kind in _vague}

_told(source) := object.union(reason(source), object.filter(source, ["alike", "when", "pod"]))

_read(when) := [_source(one, when, lines) |
	some one in subjects
	lines := seen.log(one.pod, one.name, when)
	count(lines) > 0
]

# A runtime may keep the last lines of a log as the message of the end.
_messages := [_source(one, "message", split(one.ended.message, "\n")) |
	some one in subjects
	one.fails
	one.ended.message != ""
]

_source(one, when, lines) := {
	"alike": _alike(one),
	"pod": one.pod,
	"when": when,
	"fails": one.fails,
	"listens": count([1 | not one.fails; _is_refused(one); _listens(lines)]) > 0,
	"silent": object.get(one.ended, "exitCode", 1) in _from_outside,
	"faulty": object.get(one.ended, "exitCode", 1) in containers.faults,
	"lines": lines,
	"low": [lower(line) | some line in lines],
}

# It listens, and is asked elsewhere.
_is_refused(one) if {
	some event in seen.events_of(one.pod)
	event.reason == "Unhealthy"
	event.container in {one.name, ""}
	contains(event.message, "connection refused")
}

_listens(lines) if {
	text := lower(concat("\n", lines))
	some word in data.config.diagnosis.lines.listening
	contains(text, word)
}

# Who was ended from outside, or came to an end, says nothing about why.
_from_outside := {0, 137, 143}

# METADATA
# title: The last lines of the log of a container
# description: "{when, lines}: of the log before its restart where there is one; undefined without any."
last(one) := found[0] if {
	found := [{"when": when, "lines": lines} |
		some when in ["before", "now"]
		lines := [line | some line in seen.log(one.pod, one.name, when); _tells(lower(line))]
		count(lines) > 0
	]
	count(found) > 0
}

# METADATA
# title: Those of them that tell most
# description: "{when, lines}: what is said as it fails, rather than what is said of its work."
telling_lines(one) := {"when": said.when, "lines": array.slice(lines, max([0, count(lines) - 3]), count(lines))} if {
	said := last(one)
	levels := [_level(lower(line)) | some line in said.lines]
	starts := array.concat([at | some at, level in levels; level in {"grave", "fatal"}], [count(levels)])
	grave := [line | some at, line in said.lines; at >= starts[0]; not levels[at] in {"calm", "warning"}]
	lines := array.concat([grave | count(grave) > 0], [said.lines])[0]
}

# Neither empty, nor a call on a stack, nor words to a model.
_tells(low) if {
	trim_space(low) != ""
	not strings.any_prefix_match(low, _stack)
	not regex.match(_call, low)
	not _speaks(low)
}

# As Ruby and Python write a call on a stack.
_call := `^\S+\.rb:\d+:in |^file "`

# The kinds of which a log speaks at all: most words are in none of its lines.
_present(source) := [[at, place, word] |
	text := concat("\n", source.low)
	some at, kind in _kinds
	some place, word in data.config.diagnosis.says[kind]
	contains(text, word)
]

# The kinds in order: where a line tells of several, the earlier one says more.
_kinds := array.concat(
	[kind | some kind in _order; data.config.diagnosis.says[kind]],
	sort([kind | some kind, _ in data.config.diagnosis.says; not kind in _order]),
)

_order := [
	"dns",
	"unresolved",
	"tls_expired",
	"tls_name",
	"tls_plain",
	"tls_unknown",
	"login",
	"connections",
	"starting",
	"forbidden",
	"threads",
	"heap",
	"memory",
	"child_killed",
	"disk_full",
	"files",
	"port_in_use",
	"refused",
	"timeout",
	"rejected",
	"failing",
	"database",
	"table",
	"read_only",
	"module",
	"format",
	"flag",
	"command",
	"variable",
	"license",
	"identity",
	"version",
	"corrupt",
	"deadlock",
	"lock",
	"permission",
	"file",
	"constraint",
	"migration",
	"config",
	"waiting",
	"panic",
]

# METADATA
# title: The kinds of which something is known
kinds := {kind | some kind in _order}

# METADATA
# title: A line without words that speak to a model
# description: It is cut before them.
safe(line) := substring(line, 0, min(ends)) if {
	low := lower(line)
	ends := [count(split(low, word)[0]) | some word in data.config.diagnosis.lines.orders; contains(low, word)]
	count(ends) > 0
}

else := line

_speaks(line) if {
	some word in data.config.diagnosis.lines.orders
	contains(line, word)
}

# Kinds that say little by themselves: any other one is better.
_vague := {"panic", "waiting", "migration"}

# Words that mean something only where a form stands beside them.
_forms := {
	"version": `(?i)version|\d+\.\d+`,
	"constraint": `(?i)column|constraint|for key|relation|sqlstate|unique`,
	"variable": `\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b|\b[A-Z][A-Z0-9]{2,}: (unbound|parameter)|placeholder '`,
	"database": `(?i)database ["'\\]*[A-Za-z0-9_.-]+["'\\]* does not exist|unknown database|cannot open database`,
	"table": `(?i)relation .{1,80} does not exist|no such table|undefinedtable|not found|table '.{1,80}doesn't exist`,
	"command": `[A-Za-z0-9_./-]+: (command )?not found|executable file not found|os error 2`,
	"file": `(?i)enoent|no such file|not ?found|nosuchfile|open file|find file|part of the path|[/.][A-Za-z0-9_./-]+['"]? does not exist`,
	"child_killed": `(?i)sigkill|signal:? (9|killed)|out of memory|prematurely|: +\d+ Killed\b|^Killed$`,
}

_fits(kind, _) if not _forms[kind]

_fits(kind, line) if regex.match(_forms[kind], line)

# METADATA
# title: The line of a log that tells why, and what it names
# description: >-
#   source holds its lines, low (the same in lower case), and what is known of the container: fails, silent (ended from
#   outside), faulty (ended for a fault), listens. Undefined when no line does.
reason(source) := _tale(source, sort(ranked)[count(ranked) - 1]) if {
	hits := _hits(source)
	count(hits) > 0
	working := _working(source, min({hit.at | some hit in hits}))
	ranked := [_rank(source, hit) |
		some hit in hits
		_counts(source, hit, hits, count([at | some at in working; at > hit.at]))
	]
	count(ranked) > 0
}

_tale(source, ranked) := object.union(ranked[5], {
	"line": line,
	"more": _more(source, ranked[5]),
	"words": lines.words(ranked[5].kind, line, near),
}) if {
	at := ranked[5].at
	line := source.lines[at]
	near := concat("\n", array.slice(source.lines, max([0, at - 2]), at + 7))
}

# What else it says of that: lines of the same kind just before, or the line after.
_more(source, hit) := [source.lines[at] |
	hit.kind in _continued
	some at in numbers.range(max([0, hit.at - 3]), min([count(source.lines) - 1, hit.at + 1]))
	at != hit.at
	_belongs(source.low[at], hit, at)
]

_belongs(low, hit, at) if {
	at > hit.at
	trim_space(low) != ""
	not strings.any_prefix_match(low, _stack)
}

_belongs(low, hit, at) if {
	at < hit.at
	some word in data.config.diagnosis.says[hit.kind]
	contains(low, word)
}

# Kinds whose reason may stand on several lines.
_continued := {"panic", "config", "migration", "lock", "module"}

# What says much, then what is grave, then what is no part of a stack, then what was said last.
_rank(source, hit) := [
	count([1 | not hit.kind in _vague]),
	count([1 | hit.level != "warning"]),
	count([1 | not strings.any_prefix_match(source.low[hit.at], _indented)]),
	hit.at - _later(hit),
	0 - hit.order,
	hit,
]

# Of lines close to each other that tell of a panic, the one with the first of its words.
_later(hit) := min([hit.place, 8]) if hit.kind == "panic"

else := 0

_indented := array.concat([" ", "\t"], _stack)

_stack := ["\tat ", "    at ", "at ", "  file ", "\t", "... ", "goroutine ", "}", ")", "]"]

# Of each word its last lines: earlier ones say the same.
_hits(source) := {{"at": at, "kind": _kinds[order], "order": order, "word": word, "place": place, "level": level} |
	some [order, place, word] in _present(source)
	ats := [at | some at, low in source.low; contains(low, word)]
	some at in array.slice(ats, max([0, count(ats) - _last]), count(ats))
	low := source.low[at]
	not _is_harmless(low)
	level := _level(low)
	level != "calm"
	_fits(_kinds[order], source.lines[at])
}

_last := 3

_is_harmless(low) if {
	some word in data.config.diagnosis.lines.harmless
	contains(low, word)
}

# Lines of work that goes on after a line.
_working(source, start) := [at |
	some at, low in source.low
	at > start
	_level(low) == "calm"
	not _is_ending(low)
]

_is_ending(low) if {
	some word in data.config.diagnosis.lines.ending
	contains(low, word)
}

# A line counts when little goes on after it. A program that lives says so at last, or again and again.
_counts(source, hit, _, after) if {
	source.fails
	not source.silent
	not _is_fault(source, hit)
	after < _patience[hit.level]
	_is_near(source, hit)
	not _is_outranked(source, hit)
}

_counts(source, hit, _, _) if {
	source.fails
	source.silent
	hit.kind in {"heap", "memory", "child_killed", "deadlock"}
}

_counts(source, hit, _, after) if {
	not source.fails
	not source.listens
	after < _patience[hit.level]
	count(source.lines) - hit.at < _last_lines
}

_counts(source, hit, hits, _) if {
	not source.fails
	not source.listens
	hit.at * 2 >= count(source.lines)
	count({one.at | some one in hits; one.kind == hit.kind}) > 1
}

# A warning is no reason where the program says later why it breaks off.
_is_outranked(source, hit) if {
	hit.level == "warning"
	some at, low in source.low
	at > hit.at
	_level(low) == "fatal"
}

# What the processor, or the program itself, broke off is told by its exit code.
_is_fault(source, hit) if {
	source.faulty
	hit.kind == "panic"
}

# How many lines of work may follow a line, by its level.
_patience := {"fatal": 1000, "grave": 2, "": 2, "warning": 1}

# How far from its end a log tells of it, stacks of calls included.
_is_near(source, hit) if count(source.lines) - hit.at < object.get(_nearness, hit.level, 60)

_nearness := {"warning": 20, "fatal": 1000}

_last_lines := 12

_level(low) := level if level := _by_word[_captured(_field, low)]

else := level if level := _by_word[_captured(_word, substring(low, 0, 120))]

else := ""

_captured(form, text) := [word |
	some found in regex.find_all_string_submatch_n(form, text, 1)
	some word in array.slice(found, 1, count(found))
	word != ""
][0]

_by_word := {word: level |
	some word in {one | some level in _levels; some one in data.config.diagnosis.lines[level]}
	level := [level | some level in _levels; word in data.config.diagnosis.lines[level]][0]
}

_levels := ["calm", "warning", "grave", "fatal"]

# Where lines say their level: as a field, or as a letter in front of a date; else as the first such word.
_field := concat("", [
	`\b(?:level|lvl|severity|levelname|loglevel)"?\s*[:=]\s*"?([a-z]+|\d0)\b`,
	`|"s":\s*"([a-z])"|^([iwefd])\d{4} \d\d:`,
])

_word := concat("", [
	`(?:^|[^a-z0-9_./-])(`,
	concat("|", sort([word | some word, _ in _by_word; count(word) > 2])),
	`)(?:[^a-z0-9_]|$)`,
])
