# METADATA
# title: Revisions
# description: >-
#   What a new revision of a Deployment changed in its pods, as long as pods of the one before it serve. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.revisions

import data.lib.earlier
import data.lib.seen

# METADATA
# title: The set of the revision before, which still has pods that serve
# description: Of a set that a Deployment owns. Undefined when there is none.
before(set) := array.reverse(sort([[_revision(other), key, other] |
	some key, other in _sets
	other.metadata.name != set.metadata.name
	_deployment(other) == _deployment(set)
	_revision(other) < _revision(set)
	other.status.readyReplicas > 0
]))[0][2]

# METADATA
# title: The set of a pod
set_of(pod) := _sets[_owner(pod, "ReplicaSet")]

# METADATA
# title: A new revision changed one of some fields of the spec of its pods
# description: Of containers, their resources, ports and security count; their images are a field called images.
changed(set, fields) if {
	old := before(set)
	some field in fields
	_part(old, field) != _part(set, field)
}

# METADATA
# title: The call that goes back, and the request it makes
# description: "null where the revision before has not other values there, or nothing of it serves."
back(set, fields) := earlier.back({"root": _deployment(set), "revision": _revision(before(set))}) if changed(set, fields)

else := null

_sets := seen.objects("ReplicaSet")

_deployment(set) := _owner(set, "Deployment")

_owner(one, kind) := [seen.key(kind, seen.namespace_of(one), reference.name) |
	some reference in object.get(one, ["metadata", "ownerReferences"], [])
	reference.kind == kind
][0]

_revision(set) := to_number(set.metadata.annotations["deployment.kubernetes.io/revision"])

_part(set, "containers") := [object.filter(one, ["name", "resources", "ports", "securityContext"]) |
	some one in set.spec.template.spec.containers
]

_part(set, "images") := [one.image | some one in set.spec.template.spec.containers]

_part(set, field) := object.get(set, ["spec", "template", "spec", field], null) if not field in {"containers", "images"}
