# METADATA
# title: Adoption
# description: >-
#   To whom an object belongs that names no owner: dumps are not always whole, and controllers go by labels and names, too.
#   Knows no finding.
package lib.adoption

import data.lib.selectors

# METADATA
# title: An object with its owner
# description: >-
#   objects holds all that were seen, as {kind: {key: object}}. An object that names its owner, or that nobody owns as far as
#   was seen, stays as it is.
adopted(one, objects) := object.union(one, {"metadata": {"ownerReferences": [owners[0]]}}) if {
	one.kind in {"Pod", "ReplicaSet", "Job"}
	count(object.get(one, ["metadata", "ownerReferences"], [])) == 0
	owners := _owners(one, objects)
	count(owners) > 0
}

else := one

_owners(one, objects) := [_owner("Job", _job(one))] if {
	one.kind == "Pod"
	_job(one)
}

else := [_owner(kind, name) |
	some kind in _above[one.kind]
	some name in sort({over.metadata.name |
		some over in object.get(objects, kind, {})
		_namespace(over) == _namespace(one)
		_belongs(one, over)
	})
]

_owner(kind, name) := {"kind": kind, "name": name, "controller": true}

_job(pod) := [name |
	some label in ["batch.kubernetes.io/job-name", "job-name"]
	name := pod.metadata.labels[label]
][0]

_above := {
	"Pod": ["ReplicaSet", "Deployment", "StatefulSet", "DaemonSet"],
	"ReplicaSet": ["Deployment"],
	"Job": ["CronJob"],
}

_belongs(pod, over) if {
	pod.kind == "Pod"
	over.kind != "ReplicaSet"
	_selects(over, pod)
}

_belongs(pod, set) if {
	pod.kind == "Pod"
	set.kind == "ReplicaSet"
	_is_named_after(pod, set)
	_selects(set, pod)
}

_belongs(set, deployment) if {
	set.kind == "ReplicaSet"
	_is_named_after(set, deployment)
	_selects(deployment, {"metadata": {"labels": _labels(set)}})
}

_belongs(job, cron) if {
	job.kind == "Job"
	_is_named_after(job, cron)
	regex.match(`-\d+$`, job.metadata.name)
}

_is_named_after(one, over) if named_after(one.metadata.name, over.metadata.name)

# METADATA
# title: A controller of the second name may have given the first
# description: "web-7d9f of web; not web-api-7d9f of web."
named_after(name, over) if {
	startswith(name, concat("", [over, "-"]))
	not contains(substring(name, count(over) + 1, -1), "-")
}

_selects(over, one) if {
	wanted := over.spec.selector.matchLabels
	count(wanted) > 0
	selectors.pairs(wanted, object.get(one, ["metadata", "labels"], {}))
}

_labels(set) := set.spec.template.metadata.labels if count(set.spec.template.metadata.labels) > 0

else := set.spec.selector.matchLabels if count(set.spec.selector.matchLabels) > 0

else := object.get(set, ["metadata", "labels"], {})

_namespace(one) := object.get(one, ["metadata", "namespace"], "")
