# METADATA
# title: Placement
# description: >-
#   Which nodes a pod could run on, by what nodes and pod say of themselves: labels, taints, size, and where its volumes
#   are. How full a node is and which pods it runs is not looked at. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.placement

import data.lib.amounts
import data.lib.asks
import data.lib.scheduler
import data.lib.seen

# METADATA
# title: The question for all nodes
ask := asks.list("nodes", "v1/Node", "", {"options": {
	"view": "object",
	"fields": [
		"metadata.name",
		"metadata.labels",
		"spec.taints",
		"spec.unschedulable",
		"status.conditions",
		"status.allocatable",
	],
	"limit": data.config.diagnosis.objects * 10,
}})

# METADATA
# title: All nodes were seen
whole if {
	listed := seen.observed(ask.id)
	listed.outcome == "ok"
	not listed.truncated
	count(nodes) > 0
}

# METADATA
# title: Every node that was seen
# description: "{name, key, labels, taints (that keep pods away), allocatable, amounts (in thousandths), node}."
nodes := [{
	"name": node.metadata.name,
	"key": key,
	"labels": object.get(node, ["metadata", "labels"], {}),
	"taints": _taints(node),
	"allocatable": object.get(node, ["status", "allocatable"], {}),
	"amounts": {resource: amounts.milli(object.get(node, ["status", "allocatable"], {})[resource]) | some resource in _sizes},
	"node": node,
} |
	some key, node in seen.objects("Node")
]

_sizes := ["cpu", "memory", "ephemeral-storage"]

# A cordoned node has a taint that says so; in a dump it may be missing.
_taints(node) := array.concat(
	[taint |
		some taint in object.get(node, ["spec", "taints"], [])
		taint.effect in {"NoSchedule", "NoExecute"}
		taint.key != _cordon.key
	],
	[_cordon | node.spec.unschedulable],
)

_cordon := {"key": "node.kubernetes.io/unschedulable", "effect": "NoSchedule"}

# METADATA
# title: Where a stuck pod could run
# description: "{} where it was not looked at, or where the scheduler knows of more nodes than were seen."
view(one) := views[one.shape] if {
	views[one.shape]
	count(nodes) >= one.total
}

else := {}

# METADATA
# title: Where the pods of a shape could run
# description: >-
#   chosen are the nodes that selector and affinity allow, near those of them that reach the volumes, able those of them
#   that have the devices, open those of them whose taints it tolerates; kept are the others of these, each {node, why,
#   taint}. largest is the most that an open node has, by resource. Of a few shapes only: it is much to count.
views[shape] := {
	"chosen": chosen,
	"near": near,
	"able": able,
	"kept": kept,
	"open": open,
	"largest": {resource: max([node.amounts[resource] | some node in open]) |
		some resource in _sizes
		some node in open
		node.amounts[resource]
	},
} if {
	whole
	some shape, pod in _samples
	chosen := [node | some node in nodes; chooses(pod.spec, node)]
	near := _near(volumes(pod), chosen)
	able := _able(devices(pod), near)
	kept := _kept(object.get(pod, ["spec", "tolerations"], []), able)
	closed := {one.node.name | some one in kept}
	open := [node | some node in able; not node.name in closed]
}

_near(held, chosen) := chosen if count(held) == 0

else := [node |
	some node in chosen
	every volume in held { _is_near(object.get(volume, ["spec", "nodeAffinity", "required"], {}), node) }
]

_able(wanted, near) := near if count(wanted) == 0

else := [node |
	some node in near
	every device in wanted { amounts.milli(node.allocatable[device]) > 0 }
]

_kept(tolerations, able) := [{"node": node, "why": _why(taints), "taint": taints[0]} |
	some node in able
	count(node.taints) > 0
	taints := [taint | some taint in node.taints; not _is_tolerated(taint, tolerations)]
	count(taints) > 0
]

# A node that is for others is for others, however it is.
_why(taints) := [why |
	kinds := {scheduler.kind_of(taint.key) | some taint in taints}
	some why in ["control", "taint", "down", "pressure", "cordoned"]
	why in kinds
][0]

# METADATA
# title: What a pod requests that not every node has
devices(pod) := {resource |
	some container in pod.spec.containers
	some resource, _ in object.get(container, ["resources", "requests"], {})
	not resource in {"cpu", "memory", "ephemeral-storage"}
}

_samples[shape] := pods[0] if {
	some shape in array.slice(sort({one.shape | some one in scheduler.stuck}), 0, data.config.diagnosis.samples)
	pods := [one.pod | some one in scheduler.stuck; one.shape == shape]
}

# METADATA
# title: The selector and the required affinity of a pod allow a node
chooses(spec, node) if {
	object.subset(node.labels, object.get(spec, "nodeSelector", {}))
	_is_near(object.get(spec, ["affinity", "nodeAffinity", _required], {}), node)
}

_required := "requiredDuringSchedulingIgnoredDuringExecution"

# Any of the terms will do.
_is_near(affinity, _) if count(object.get(affinity, "nodeSelectorTerms", [])) == 0

_is_near(affinity, node) if {
	some term in affinity.nodeSelectorTerms
	every one in object.get(term, "matchExpressions", []) { _holds(one, node.labels) }
	every one in object.get(term, "matchFields", []) { _holds(one, {"metadata.name": node.name}) }
}

_holds(one, labels) if {
	one.operator == "In"
	labels[one.key] in one.values
}

_holds(one, labels) if {
	one.operator == "NotIn"
	not object.get(labels, one.key, null) in one.values
}

_holds(one, labels) if {
	one.operator == "Exists"
	labels[one.key]
}

_holds(one, labels) if {
	one.operator == "DoesNotExist"
	not labels[one.key]
}

_holds(one, labels) if {
	one.operator == "Gt"
	amounts.milli(labels[one.key]) > amounts.milli(one.values[0])
}

_holds(one, labels) if {
	one.operator == "Lt"
	amounts.milli(labels[one.key]) < amounts.milli(one.values[0])
}

# METADATA
# title: The names of the claims of a pod
claims(pod) := {name |
	some volume in object.get(pod, ["spec", "volumes"], [])
	name := volume.persistentVolumeClaim.claimName
} | {concat("-", [pod.metadata.name, volume.name]) |
	some volume in object.get(pod, ["spec", "volumes"], [])
	volume.ephemeral
}

# METADATA
# title: The volumes of a pod that were seen
volumes(pod) := [volume |
	some name in claims(pod)
	claim := claim_objects[seen.key("PersistentVolumeClaim", seen.namespace_of(pod), name)]
	volume := volume_objects[seen.key("PersistentVolume", "", claim.spec.volumeName)]
]

# METADATA
# title: The claims that were seen
claim_objects := seen.objects("PersistentVolumeClaim")

# METADATA
# title: The volumes that were seen
volume_objects := seen.objects("PersistentVolume")

_is_tolerated(taint, tolerations) if {
	some one in tolerations
	object.get(one, "effect", "") in {"", taint.effect}
	_is_meant(one, taint)
}

_is_meant(toleration, taint) if {
	toleration.operator == "Exists"
	object.get(toleration, "key", "") in {"", taint.key}
}

_is_meant(toleration, taint) if {
	toleration.key == taint.key
	object.get(toleration, "value", "") == object.get(taint, "value", "")
}

# METADATA
# title: How much of a resource a pod requests, in thousandths
# description: Containers run together; those of the beginning one by one before them.
requested(pod, resource) := max(array.concat([sum(array.concat(beside, together))], first)) if {
	starting := object.get(pod, ["spec", "initContainers"], [])
	together := [_amount(one, resource) | some one in pod.spec.containers]
	beside := [_amount(one, resource) | some one in starting; one.restartPolicy == "Always"]
	first := [_amount(one, resource) | some one in starting]
}

_amount(container, resource) := amounts.milli(container.resources.requests[resource])
