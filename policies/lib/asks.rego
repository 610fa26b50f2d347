# METADATA
# title: Asks
# description: >-
#   The requests of a diagnosis. Each is a read that may be missing, and the same question always has the same id, so
#   that two concerns that ask for one thing ask once. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.asks

import data.lib.namespaces
import data.lib.rollouts
import data.lib.seen

# METADATA
# title: A question with its rank
# description: When there are more than may be asked, those of the lowest rank are asked.
want(rank, request) := {"rank": rank, "request": request}

# METADATA
# title: One object
# description: kind is exact, such as apps/v1/Deployment.
get(kind, namespace, name) := object.union(_read, {
	"id": concat("/", ["get", _word(kind), namespace, name]),
	"verb": "get",
	"kind": kind,
	"namespace": namespace,
	"name": name,
	"options": {"view": "object"},
}) if {
	_is_place(namespace)
	_is_name(name)
}

# METADATA
# title: A list, under an id of one's own
# description: What is more (selector, options, where) is laid over what every list has.
list(name, kind, namespace, more) := object.union(
	object.union(_read, {
		"id": list_id(name, namespace),
		"verb": "list",
		"kind": kind,
		"namespace": namespace,
		"options": {"view": "object", "limit": data.config.diagnosis.objects},
	}),
	_texts(more),
) if {
	_is_place(namespace)
}

# METADATA
# title: The id of a list
list_id(name, namespace) := concat("/", ["list", name, namespace])

# METADATA
# title: A list in a few fields
# description: >-
#   For a question that a few fields of many objects answer. What it gives is read by seen.few, and is none of
#   seen.objects.
few(name, kind, namespace, fields, more) := object.union(
	list(name, kind, namespace, {
		"id": seen.few_id(name, namespace),
		"options": {
			"view": "object",
			"fields": fields,
			"limit": data.config.diagnosis.objects * 10,
		},
	}),
	_texts(more),
)

# METADATA
# title: The id of the question where a service leads that a program misses
slices_id(service) := list_id(slices_of(service.metadata.name), seen.namespace_of(service))

# METADATA
# title: The name of that question
slices_of(name) := concat(" ", ["slices of", name])

# METADATA
# title: A few of the pods that a service selects
some_behind(service) := list(concat(" ", ["some pods of", service.metadata.name]), "v1/Pod", seen.namespace_of(service), {
	"selector": {"labels": labels(service.spec.selector)},
	"options": {"view": "object", "limit": 2},
})

# METADATA
# title: The labels of all pods of a namespace
labelled(namespace) := few(
	"labels",
	"v1/Pod",
	namespace,
	["metadata.name", "metadata.namespace", "metadata.labels", "metadata.ownerReferences"],
	{},
)

# METADATA
# title: The workloads whose pods a service selects
# description: kind is Deployment, StatefulSet or DaemonSet.
behind(service, kind) := list(
	concat(" ", [kind, "behind", service.metadata.name]),
	concat("/", ["apps/v1", kind]),
	seen.namespace_of(service),
	{"where": [[
	{"path": concat("", [`spec.template.metadata.labels["`, key, `"]`]), "is": [value]} |
		some key, value in service.spec.selector
	]]},
) if {
	every key, _ in service.spec.selector { regex.match(`^[A-Za-z0-9][A-Za-z0-9._/-]*$`, key) }
}

# METADATA
# title: The end of a log
# description: when is "now" or "before".
log(pod, container, when) := object.union(_read, {
	"id": seen.log_id(pod, container, when),
	"verb": "get",
	"kind": "v1/Pod",
	"subresource": "log",
	"namespace": seen.namespace_of(pod),
	"name": pod.metadata.name,
	"options": {
		"container": container,
		"previous": when == "before",
		"tailLines": data.config.diagnosis.logLines,
	},
}) if {
	_is_place(seen.namespace_of(pod))
	_is_name(pod.metadata.name)
}

# What an object says of others may be anything; what could be no name is not asked for, or the whole call would fail.
_is_name(name) if regex.match(`^[A-Za-z0-9][A-Za-z0-9._:@+=,~-]{0,252}$`, name)

_is_place("")

_is_place(namespace) if namespaces.well_formed(namespace)

# What is compared with texts is a text.
_texts(more) := object.union(more, {"where": [[condition |
	some one in conditions
	condition := {field: _kept(value) | some field, value in one}
] |
	some conditions in more.where
]}) if more.where

else := more

_kept(value) := value if is_string(value)

else := [text | some text in value; is_string(text)]

# METADATA
# title: A selector of labels from a map, or from a LabelSelector
# description: Nothing ("") when there is none.
labels(selector) := rollouts.selection(selector) if _is_label_selector(selector)

else := concat(",", sort([concat("=", [key, value]) | some key, value in selector]))

_is_label_selector(selector) if selector.matchLabels

_is_label_selector(selector) if selector.matchExpressions

# METADATA
# title: A kind exactly as a request has it
# description: apps/v1/Deployment, v1/Pod.
exact(request) := concat("/", [part | some part in [request.group, request.version, request.kind]; part != ""])

_read := {"optional": true, "show": {"as": "none"}}

_word(kind) := parts[count(parts) - 1] if parts := split(kind, "/")
