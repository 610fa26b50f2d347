# METADATA
# title: Earlier
# description: >-
#   What the revisions before a pod's own looked like, and the call that returns to one of them. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.earlier

import data.lib.asks
import data.lib.related
import data.lib.seen

# METADATA
# title: Revisions before that of a pod, the latest first
# description: >-
#   {root, revision, spec, ready}; ready is how many of its pods still are. None when the pod is not of the latest one itself: what is gone already is not what fails.
before(pod) := [entry[2] | some entry in array.reverse(sort([[one.revision, id, one] |
	own := _all[_own(pod)]
	count([later | some later in _all; later.root == own.root; later.revision > own.revision]) == 0
	some id, one in _all
	one.root == own.root
	one.revision < own.revision
]))]

_all := object.union(_sets, _histories)

# Deployments keep their templates in ReplicaSets, the others in ControllerRevisions.
_sets := {key: {
	"root": _root(set),
	"revision": to_number(revision),
	"spec": set.spec.template.spec,
	"ready": object.get(set, ["status", "readyReplicas"], 0),
} |
	some key, set in seen.objects("ReplicaSet")
	revision := set.metadata.annotations["deployment.kubernetes.io/revision"]
	regex.match(`^\d+$`, revision)
}

_histories := {key: {
	"root": _root(one),
	"revision": one.revision,
	"spec": one.data.spec.template.spec,
	"ready": 0,
} |
	some key, one in seen.objects("ControllerRevision")
	is_number(one.revision)
}

_root(one) := [seen.key(owner.kind, seen.namespace_of(one), owner.name) | some owner in one.metadata.ownerReferences][0]

_own(pod) := [key |
	root := related.root(seen.key_of(pod))
	some key, one in _all
	one.root == root
	_has_made(pod, key)
][0]

_has_made(pod, key) if {
	some owner in pod.metadata.ownerReferences
	key == seen.key("ReplicaSet", seen.namespace_of(pod), owner.name)
}

_has_made(pod, key) if {
	startswith(key, "ControllerRevision/")
	endswith(key, pod.metadata.labels["controller-revision-hash"])
}

# METADATA
# title: A container of a revision
# description: Undefined when it had none of that name.
container(one, name) := [container |
	some list in ["containers", "initContainers"]
	some container in object.get(one.spec, list, [])
	container.name == name
][0]

# METADATA
# title: The call that returns to a revision
back(one) := {
	"tool": "rollback",
	"arguments": object.union(workload, {"toRevision": one.revision}),
	"check": object.union(workload, {"verb": "patch"}),
} if {
	parts := split(one.root, "/")
	workload := {"kind": lower(parts[0]), "namespace": parts[1], "name": parts[2]}
}

# METADATA
# title: The question for the revisions of a pod's workload
# description: Undefined where they are looked at already, or nothing keeps them, and where no one object was asked for.
ask(pod) := asks.want(4, asks.list(concat(" ", ["revisions of", parts[2]]), _keepers[parts[0]], parts[1], {"where": [[{
	"path": "metadata.ownerReferences[*].name",
	"is": [parts[2]],
}]]})) if {
	seen.target
	not seen.observed(asks.list_id("sets", seen.namespace_of(pod)))
	parts := split(related.root(seen.key_of(pod)), "/")
}

_keepers := {
	"Deployment": "apps/v1/ReplicaSet",
	"StatefulSet": "apps/v1/ControllerRevision",
	"DaemonSet": "apps/v1/ControllerRevision",
}
