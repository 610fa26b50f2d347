# METADATA
# title: Ranking
# description: >-
#   Causes before symptoms. Findings that say the same of the same workload are one, with a number; a finding is explained
#   by one of an earlier stage that reaches what it is about, and stands below it.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.ranking

import data.lib.jobs
import data.lib.seen
import data.lib.surroundings

# METADATA
# title: All findings
found := {finding | some finding in data.diagnosis[_].finding}

# Everything below is by fold: with hundreds of findings, to compare each with each would take too long.
_folded := {fold: _one(same) | some fold, same in _same}

_same[finding.fold] contains finding if some finding in found

_one(all) := object.union(first, {
	"ats": {one.at | some one in same},
	"reach": {key | some one in same; some key in one.reaches},
	"places": {place | some one in same; some place in _places(one.at)},
	"needed": {key | some one in same; some key in one.needs},
	"number": count({one.at | some one in same}),
	"weight": max({one.weight | some one in same}),
	"evidence": _several([one.evidence | some one in same]),
}) if {
	same := sort(all)
	first := same[0]
}

# The evidence of the first, and the first line of each of the others.
_several(all) := array.concat(all[0], [lines[0] |
	some at, lines in all
	at > 0
	count(lines) > 0
	not lines[0] in all[0]
])

_at[key] contains cause.fold if {
	some cause in _folded
	some key in cause.ats
}

_within[key] contains cause.fold if {
	some cause in _folded
	some key in cause.places
}

_waiting[key] contains cause.fold if {
	some cause in _folded
	some key in cause.needed
}

# Who explains whom. What stands later and is reached; and whatever waits for what does not work.
_graph[fold] := (_later(cause, _at) | _befallen(cause)) | _kept(cause) if {
	some fold, cause in _folded
}

_later(cause, index) := {fold |
	some key in cause.reach
	some fold in index[key]
	_folded[fold].stage > cause.stage
}

# What befalls a pod befalls its containers; what befalls a container, no other one.
_befallen(cause) := _later(cause, _within) if {
	every at in cause.ats { not _is_container(at) }
}

else := set()

_kept(cause) := {fold |
	some key in cause.reach
	some fold in _waiting[key]
	fold != cause.fold
	count(cause.needed & _folded[fold].reach) == 0
}

# Pod/shop/web-1 of Pod/shop/web-1/app.
_places(at) := [concat("/", array.slice(split(at, "/"), 0, 3))] if _is_container(at)

else := []

_is_container(at) if count(split(at, "/")) > 3

_explained := {fold | some _, effects in _graph; some fold in effects}

_first := ({fold | some fold, _ in _folded} - _explained) | _rings

# Where all wait for each other, one of them stands for the ring, or none would be told.
_rings := {entry[1] |
	some entry in _untold
	not _follows(entry)
}

_untold := {[_folded[fold].stage, fold] | some fold in _explained; not fold in _told}

_told := graph.reachable(_graph, {fold | some fold, _ in _folded; not fold in _explained})

_follows(entry) if {
	some earlier in _untold
	earlier < entry
	entry[1] in graph.reachable(_graph, {earlier[1]})
}

# METADATA
# title: What nothing else explains, worst first, each with what it explains
causes := [cause | some cause in _unexplained; not _is_quiet(cause); _is_asked(cause)]

_is_asked(cause) if {
	some key in cause.reach
	split(key, "/")[0] == surroundings.only
}

_is_asked(_) if not surroundings.only

# METADATA
# title: What somebody chose, at the target itself
quiet := [cause | some cause in _unexplained; _is_quiet(cause); _concerns(cause)]

_concerns(cause) if seen.target.key in cause.ats

# Who asks for a service asks for what stands behind it.
_concerns(cause) if {
	seen.target.kind in {"Service", "Ingress"}
	seen.target.key in cause.reach
}

# What somebody chose is a cause only where something suffers from it.
_is_quiet(cause) if {
	cause.quiet
	count(cause.explained) == 0
}

_unexplained := [entry[6] | some entry in sort([_entry(_folded[fold], effects) | some fold, effects in _effects])]

_entry(cause, effects) := [
	_far(cause, effects),
	_doubt(cause, effects),
	0 - _severity(cause, effects),
	cause.stage,
	0 - cause.number,
	cause.fold,
	object.union(cause, {"explained": effects}),
]

# How bad it is, or what it leads to; and how much suffers from it.
_severity(cause, effects) := sum([
	max({cause.weight} | {effect.weight | some effect in effects}),
	3 * min([8, count({at | some effect in effects; some at in effect.ats})]),
])

# A symptom that nothing explains comes behind what is a cause, but before small things beside it, and before what failed
# for good some time ago, unless that is what was asked for.
_doubt(cause, effects) := 2 if _is_small(cause, effects)

else := 1 if cause.symptom

else := 0

_is_small(cause, _) if {
	surroundings.wide
	every at in cause.ats { jobs.past(at) }
}

_is_small(cause, effects) if {
	not cause.symptom
	cause.weight < 30
	count(effects) == 0
}

# What each explains, also by way of others.
_effects[fold] := [entry[2] | some entry in sort([[_folded[effect].stage, effect, _folded[effect]] |
	some effect in graph.reachable(_graph, {fold})
	effect != fold
])] if {
	some fold in _first
}

# What touches the target comes before what only stands beside it.
_far(cause, effects) := 0 if touches(cause, effects)

else := 1

# METADATA
# title: What was asked for suffers from a cause, or from what it explains
touches(_, _) if not seen.target

touches(cause, _) if seen.target.key in cause.reach

touches(_, effects) if {
	some effect in effects
	seen.target.key in effect.reach
}
