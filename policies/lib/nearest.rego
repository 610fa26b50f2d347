# METADATA
# title: Nearest
# description: >-
#   What becomes of a call whose one object did not come. Where it does not exist, the call ends with the nearest names that
#   this subject may see; where it was refused or failed, the same request is made again as one that may not be missing, so
#   that the call ends as that request does. Knows no tool.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.nearest

import data.lib.asks
import data.lib.findings
import data.lib.intents
import data.lib.reasons
import data.lib.seen

# METADATA
# title: The plan while the object is missing
# description: Undefined before it was asked for, and once it is there.
plan := {"requests": [_again], "more": true} if refused

else := {"requests": _unseen, "more": true} if {
	missing
	count(_unseen) > 0
}

else := intents.refused(refusal) if missing

# METADATA
# title: The object does not exist
missing if {
	seen.absent("object")
	not seen.observed(_again.id)
}

# METADATA
# title: The object was refused, or could not be read
refused if {
	seen.observed("object").outcome != "ok"
	not seen.absent("object")
	not seen.observed(_again.id)
}

# Not optional: as this one ends, so does the call.
_again := object.union(_target, {
	"id": "object again",
	"verb": "get",
	"options": {"view": "object"},
	"show": {"as": "none"},
})

_target := {"kind": asks.exact(request), "namespace": request.namespace, "name": request.name} if {
	request := seen.observed("object").request
}

# METADATA
# title: What is asked to find names
# description: The names of its kind in its namespace, and the namespaces that have one of its name.
requests := [_names] if seen.target.namespace == ""

else := [_names, _namesakes]

_unseen := [request | some request in requests; not seen.observed(request.id)]

_names := _list("names", seen.target.namespace, {"options": {
	"view": "metadata",
	"fields": ["metadata.name"],
	"limit": data.config.limits.items,
}})

_namesakes := _list("namesakes", "", {
	"selector": {"fields": concat("=", ["metadata.name", seen.target.name])},
	"options": {
		"view": "metadata",
		"fields": ["metadata.name", "metadata.namespace"],
		"limit": data.config.diagnosis.nearest,
	},
})

_list(id, namespace, more) := object.union(
	asks.list(id, asks.exact(seen.observed("object").request), namespace, more),
	{"id": id},
)

# METADATA
# title: There is no such object.
# custom:
#   code: object_unknown
#   remedy: Make the call again with a name that exists; list shows them all.
refusal contains reasons.of(rego.metadata.rule(), concat("; ", [part | some part in _told; part != ""])) if missing

_told := [
	findings.said(seen.target.key),
	_few("nearest: ", array.slice(_near, 0, data.config.diagnosis.nearest)),
	_few("one of this name is in ", _elsewhere),
]

_few(words, names) := concat("", [words, concat(", ", names)]) if count(names) > 0

else := ""

_elsewhere := sort({namespace |
	some item in seen.observed("namesakes").data.items
	namespace := item.metadata.namespace
	_is_name(namespace)
})

# Half as much in common as the best has: what is further away would only mislead.
_near := [name |
	some [common, _, name] in _ranked
	common + common <= _ranked[0][0]
]

# Most in common first; of those, the shortest.
_ranked := sort([[0 - common, count(name), name] |
	some item in seen.observed("names").data.items
	name := item.metadata.name
	common := count([pair | some pair in _pairs; contains(concat("", ["^", name, "$"]), pair)])
	common > 0
	_is_name(name)
])

# Each two letters that stand side by side, with signs for beginning and end.
_pairs := {substring(_wanted, at, 2) | some at in numbers.range(0, count(_wanted) - 2)}

_wanted := concat("", ["^", lower(seen.target.name), "$"])

# Nothing that could be more than a name is said outside a fence.
_is_name(text) if {
	trim(text, "abcdefghijklmnopqrstuvwxyz0123456789-.:") == ""
	text != ""
}
