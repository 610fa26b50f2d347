# METADATA
# title: Writes
# description: >-
#   What guards know of a change once its facts are there: what it makes of the object, path by path, against the object
#   as it is. Everything here is undefined or empty for a plain read, so that reading pays nothing. Knows no kind.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package lib.writes

import data.lib.grants
import data.lib.patterns
import data.lib.requests

# METADATA
# title: The request changes something, or tries to
# description: "These five are true or false, never undefined: what is undefined is asked again by every rule."
default write := false

write if requests.changes(input.request)

# METADATA
# title: The request changes something for good
# description: A dry run has no effect on anything.
default real := false

real if {
	write
	input.request.options.dryRun == false
}

# METADATA
# title: The request leaves an object behind
default edits := false

edits if {
	real
	input.request.verb != "delete"
}

# METADATA
# title: The facts are there, and there is no object yet
default creates := false

creates if {
	edits
	is_array(input.facts.changes)
	is_null(input.facts.live)
}

# METADATA
# title: The edit would create an object, which is not granted
default creates_ungranted := false

creates_ungranted if {
	creates
	not grants.granted(object.union(input.request, {"verb": "create"}))
}

# METADATA
# title: What an edit would change; nothing before the facts are there
changes := input.facts.changes if {
	edits
	is_array(input.facts.changes)
} else := []

# METADATA
# title: The object as it is, empty when there is none
live := input.facts.live if is_object(input.facts.live)

else := {}

# METADATA
# title: The object as an edit would leave it, empty before the facts are there
next := input.facts.dryRun if {
	edits
	is_object(input.facts.dryRun)
} else := {}

# METADATA
# title: The name of the kind, as config/data.yaml keys it
kind := requests.full_name(input.request)

# METADATA
# title: The kind is closed for writes, whatever is granted
# description: Said of the verbs that there are; others are refused for what they are.
default closed_kind := false

closed_kind if {
	input.request.verb in data.config.verbs.write
	some list in data.config.writes.closed.kinds
	patterns.any_fits(list, kind)
}

# METADATA
# title: One of the texts covers the pattern of a change
# description: It is the pattern itself, or the beginning of it up to a whole key.
covered(texts, pattern) if {
	some text in texts
	_covers(text, pattern)
}

_covers(text, pattern) if text == pattern

_covers(text, pattern) if startswith(pattern, concat("", [text, "."]))

_covers(text, pattern) if startswith(pattern, concat("", [text, "["]))

# METADATA
# title: A path as people write it
# description: "For example: spec.template.spec.containers[name=web].image."
spelled(path) := trim_prefix(concat("", [_step(key) | some key in path]), ".")

_step(key) := $"[{key}]" if is_number(key)

else := concat("", [".", key]) if trim(key, _letters) == ""

else := concat("", ["[", key, "]"]) if _is_item(key)

else := concat("", ["[\"", key, "\"]"])

# An item of a keyed list, name=web, or of a set, "text".
_is_item(key) if contains(key, "=")

_is_item(key) if startswith(key, "\"")

_letters := "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"

# METADATA
# title: Texts in order, the first ones only, and how many more there are
few(texts) := sort(texts) if count(texts) <= data.config.writes.pathsShown

else := array.concat(
	array.slice(sort(texts), 0, data.config.writes.pathsShown),
	[$"and {count(texts) - data.config.writes.pathsShown} more"],
)
