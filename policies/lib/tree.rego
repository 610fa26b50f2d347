# METADATA
# title: Tree
# description: >-
#   Who owns an object, and what it owns, three steps up and three down, by ownerReferences. Nothing in the API finds what an
#   object owns: kinds that it may own are looked through (config.diagnosis.owned). Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.tree

import data.lib.asks
import data.lib.requests
import data.lib.seen
import data.lib.spread
import data.lib.states
import data.lib.surroundings
import data.lib.unwell

# Above: each step is known once the one below it was read. What is in no namespace is asked for without one, so of kinds
# of others it is asked first what they are.
_above[step] := reference if {
	some step, one in array.concat([surroundings.target], [_read(at) | some at in [1, 2]; _read(at)])
	reference := _controller(one)
}

_read(step) := observation.data if {
	observation := seen.observed(_owner_id(step))
	observation.outcome == "ok"
}

_owner_id(step) := $"owner {step}"

_kind_id(step) := $"kind of owner {step}"

# The one that controls it, or else the first.
_controller(object_) := array.concat(
	[one | some one in references; one.controller == true],
	references,
)[0] if {
	references := object.get(object_, ["metadata", "ownerReferences"], [])
}

# METADATA
# title: What is asked for
wants contains asks.want(1, request) if {
	some step, reference in _above
	step < 2
	request := _owner(step + 1, reference)
}

_owner(step, reference) := _get(step, reference, seen.target.namespace) if _is_plain(reference)

else := object.union(spread.lookup(_kind(reference)), {"id": _kind_id(step), "optional": true}) if {
	not seen.observed(_kind_id(step))
}

else := _get(step, reference, {true: seen.target.namespace, false: ""}[seen.observed(_kind_id(step)).data.namespaced])

# Kubernetes' own workloads live in namespaces.
_is_plain(reference) if reference.apiVersion in ["apps/v1", "batch/v1"]

_get(step, reference, namespace) := object.union(
	asks.get(_kind(reference), namespace, reference.name),
	{"id": _owner_id(step)},
)

_kind(reference) := concat("/", [reference.apiVersion, reference.kind])

# Below: what owns is known, what is owned is asked for, kind by kind, step by step.
wants contains asks.want(1, request) if {
	seen.target.namespace != ""
	target := {"kind": seen.target.kind, "full": requests.full_name(seen.observed("object").request), "name": seen.target.name}
	some kind in _owned_by(target.full, seen.target.group)
	some request in _lists(1, kind, target.kind, [target.name])
}

wants contains asks.want(2, request) if {
	some request in _looks(2, _first)
}

wants contains asks.want(3, request) if {
	some request in _looks(3, _second)
}

_looks(step, parents) := [request |
	some full in {parent.full | some parent in parents}
	some kind in object.get(data.config.diagnosis.owned, full, [])
	names := sort({parent.object.metadata.name | some parent in parents; parent.full == full})
	parent_kind := [parent.kind | some parent in parents; parent.full == full][0]
	some request in _lists(step, kind, parent_kind, array.slice(names, 0, data.config.diagnosis.objects))
]

_owned_by(full, _) := data.config.diagnosis.owned[full]

_owned_by(full, group) := data.config.diagnosis.owned["*"] if {
	not data.config.diagnosis.owned[full]
	contains(group, ".")
	not endswith(group, ".k8s.io")
}

# Of pods those that are unwell, and a few others; of jobs the latest.
_lists(step, kind, owner, names) := [
	_list(step, kind, "unwell", {
		"where": [array.concat(_is_owned(owner, names), conditions) | some conditions in unwell.where.Pod],
		"options": {"view": "object", "limit": data.config.diagnosis.objects},
	}),
	_list(step, kind, "all", {
		"where": [_is_owned(owner, names)],
		"options": {"view": "object", "limit": data.config.diagnosis.samples},
	}),
] if {
	kind == "v1/Pod"
}

else := [_list(step, kind, "all", {
	"where": [_is_owned(owner, names)],
	"options": {"view": "object", "limit": data.config.diagnosis.samples, "sortBy": "-metadata.creationTimestamp"},
})] if {
	kind == "batch/v1/Job"
}

else := [_list(step, kind, "all", {"where": [_is_owned(owner, names)]})]

_list(step, kind, which, more) := asks.list(
	concat(" ", [_step(step), which, kind]),
	kind,
	seen.target.namespace,
	object.union(_selection(kind), more),
)

_step(step) := $"owned {step}"

_is_owned(owner, names) := [
	{"path": "metadata.ownerReferences[*].kind", "is": [owner]},
	{"path": "metadata.ownerReferences[*].name", "is": names},
]

# What the API server need not send: the selector of a workload is that of its sets and its pods.
_selection(kind) := {"selector": {"labels": labels}} if {
	kind in ["apps/v1/ReplicaSet", "v1/Pod"]
	data.config.selectors.labels
}

else := {}

# METADATA
# title: The labels of what it owns, as a selector
# description: Undefined where it has none.
labels := asks.labels(selector) if {
	selector := surroundings.target.spec.selector
	object.filter(selector, ["matchLabels", "matchExpressions"]) != {}
}

_first contains _entry([], observation, item) if {
	some [observation, item] in _items(1)
	_owns(seen.target.kind, seen.target.name, item)
}

_second contains _entry(parent.path, observation, item) if {
	some [observation, item] in _items(2)
	some parent in _first
	_owns(parent.kind, parent.object.metadata.name, item)
}

_third contains _entry(parent.path, observation, item) if {
	some [observation, item] in _items(3)
	some parent in _second
	_owns(parent.kind, parent.object.metadata.name, item)
}

_items(step) := [[observation, item] |
	some observation in input.observations
	startswith(observation.id, concat("", ["list/", _step(step), " "]))
	observation.outcome == "ok"
	some item in observation.data.items
	not _is_idle(observation.request.kind, item)
]

# A set of an earlier revision: rollout tells of those.
_is_idle("ReplicaSet", set) if {
	object.get(set, ["spec", "replicas"], 1) == 0
	object.get(set, ["status", "replicas"], 0) == 0
}

_owns(kind, name, item) if {
	some reference in item.metadata.ownerReferences
	reference.kind == kind
	reference.name == name
}

_entry(path, observation, item) := {
	"path": array.concat(path, [[_rank(observation.request.kind, item), observation.request.kind, item.metadata.name]]),
	"kind": observation.request.kind,
	"full": requests.full_name(observation.request),
	"object": item,
}

# What is unwell stands first among its like.
_rank(kind, object_) := 0 if states.unwell(kind, object_)

else := 1

# METADATA
# title: What it owns that is unwell
unwell_ones := {seen.key(entry.kind, seen.target.namespace, entry.object.metadata.name) |
	some entry in ((_first | _second) | _third)
	states.unwell(entry.kind, entry.object)
}

# METADATA
# title: The tree, a line for each object, in the cluster's words
# description: "[] when it has neither owners nor anything it owns."
lines := [] if count(_above) + count(_first) == 0

else := array.concat(
	[line | some at, one in _owners; line := concat("", [_indent(at), one])],
	array.concat(
		[concat("", [_indent(count(_owners)), states.brief(seen.target.kind, surroundings.target)])],
		[line |
			some [path, one] in sort({[entry.path, states.line(entry.kind, entry.object)] | some entry in ((_first | _second) | _third)})
			line := concat("", [_indent(count(_owners) + count(path)), one])
		],
	),
)

# From the top.
_owners := array.reverse([line |
	some step in [0, 1, 2]
	line := _owner_line(step + 1, _above[step])
])

_owner_line(step, reference) := states.line(reference.kind, _read(step)) if _read(step)

else := concat("", [reference.kind, " ", reference.name, " is not there"]) if seen.absent(_owner_id(step))

else := concat(" ", [reference.kind, reference.name])

_indent(depth) := substring("                ", 0, depth * 2)

# METADATA
# title: Kinds of which it owns more than is shown
more := sort({observation.request.kind |
	some observation in input.observations
	startswith(observation.id, "list/owned ")
	contains(observation.id, " all ")
	observation.truncated
})
