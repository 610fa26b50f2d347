# METADATA
# title: Tales
# description: >-
#   What the findings about logs have in common: whose log it is, how that container fails, and the line as evidence.
#   Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.tales

import data.lib.containers
import data.lib.findings
import data.lib.hosts
import data.lib.logs

# METADATA
# title: What logs tell of one kind
of(kind) := [tale | some tale in logs.told; tale.kind == kind]

# METADATA
# title: What a finding is about
# description: >-
#   Laid under what the finding says itself; its evidence follows the line. {role} and {fails} stand for the container and
#   how it fails.
about(tale, more) := object.union(more, {
	"object": tale.one.pod,
	"container": tale.one.name,
	"words": object.union(object.get(more, "words", {}), {
		"role": tale.one.role,
		"fails": containers.fails(tale.one),
	}),
	"reaches": containers.held(tale.one),
	"needs": needs(tale),
	"next": containers.cure(tale.one),
	"evidence": array.concat(
		[_quoted(tale, line) | some line in array.concat([_around(tale.line, tale.word)], tale.more)],
		array.concat(containers.state(tale.one), array.concat(object.get(more, "evidence", []), containers.warnings(tale.one))),
	),
})

# METADATA
# title: What it waits for, by key
needs(tale) := {key |
	tale.kind in _of_others
	some what in ["peer", "name"]
	some host in named(tale, what)
	key := hosts.service(host, tale.one.pod)
}

_of_others := {
	"refused",
	"timeout",
	"waiting",
	"unresolved",
	"dns",
	"login",
	"connections",
	"tls_plain",
	"starting",
	"failing",
}

# METADATA
# title: What its line names of a kind of words, as a list
# description: "[] where it names none."
named(tale, what) := [tale.words[what] | tale.words[what]]

# METADATA
# title: Words of the cluster behind words of our own, nothing where there are none
after(words, list) := concat("", [words, findings.word(list)]) if count(list) == 1

else := concat("", [words, findings.word(list)]) if count(list) > 1

else := ""

# Only what stands before words that speak to a model.
_quoted(tale, line) := findings.field(tale.pod, concat(" ", ["message of the end of", tale.one.name]), logs.safe(line)) if {
	tale.when == "message"
}

else := findings.log(tale.pod, tale.one.name, tale.when, logs.safe(line))

# Of a long line, what stands around its word.
_around(line, word) := line if count(line) < _long

else := concat("", ["…", substring(line, start, _long)]) if {
	start := count(split(lower(line), word)[0]) - _before
	start > 0
}

else := line

_long := 220

_before := 80
