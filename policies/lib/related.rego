# METADATA
# title: Related
# description: >-
#   Who suffers from whom, among what was seen: a pod's workload and its services, a service's ingresses, a workload's
#   autoscaler, a claim's pods. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.related

import data.lib.seen
import data.lib.selectors

# METADATA
# title: The keys of everything that suffers when an object fails, and its own
reaches(key) := graph.reachable(_suffering, {key}) | {key}

# METADATA
# title: The workload on top of an object
# description: The key of its topmost owner; its own when nobody owns it.
root(key) := object.get(_roots, key, key)

_roots := {key: tops[0] |
	some key, _ in _owning
	tops := sort([top |
		some top in graph.reachable(_owning, {key})
		count(object.get(_owning, top, [])) == 0
	])
}

# METADATA
# title: The pods of an object
# description: Those that were seen, and have it above them.
pods(key) := [pod |
	some id, pod in seen.pods
	key in reaches(id)
]

# METADATA
# title: The services that send to a pod, among those that were seen
services(pod) := [service |
	some key, value in object.get(pod, ["metadata", "labels"], {})
	some service in object.get(_by_pair, [[seen.namespace_of(pod), key, value]], [])
	selects(service.spec.selector, pod)
]

# Services by the first pair of their selector: with hundreds of them, few are worth a closer look.
_by_pair[pair] contains service if {
	some service in seen.objects("Service")
	selector := service.spec.selector
	key := min(object.keys(selector))
	pair := [seen.namespace_of(service), key, selector[key]]
}

# METADATA
# title: A map of labels selects a pod
# description: An empty one selects nothing; such a service has no selector.
selects(selector, pod) if {
	count(selector) > 0
	selectors.pairs(selector, object.get(pod, ["metadata", "labels"], {}))
}

# A graph holds every node, those that nothing leaves too.
_owning := {node: object.get(_owners, node, set()) | some node in _nodes(_ownings)}

_suffering := {node: object.get(_sufferers, node, set()) | some node in _nodes(_edges)}

_owners[from] contains to if some [from, to] in _ownings

_sufferers[from] contains to if some [from, to] in _edges

_nodes(edges) := {end | some edge in edges; some end in edge}

_edges := (_ownings | _sendings) | ((_usings | _scalings) | _guardings)

# Owned, and who owns it.
_ownings := {[id, owner] |
	some kind in _owned
	some id, one in seen.objects(kind)
	some reference in object.get(one, ["metadata", "ownerReferences"], [])
	owner := seen.key(reference.kind, seen.namespace_of(one), reference.name)
} | _guessed

_owned := ["Pod", "ReplicaSet", "Job", "EndpointSlice", "PersistentVolumeClaim"]

# The Deployment of a pod whose ReplicaSet was not seen: its name is the set's without the hash.
_guessed := {[seen.key("ReplicaSet", namespace, set), seen.key("Deployment", namespace, name)] |
	some [pod, set] in _unknown_sets
	namespace := seen.namespace_of(pod)
	parts := split(set, "-")
	count(parts) > 1
	name := concat("-", array.slice(parts, 0, count(parts) - 1))
	_is_hashed(pod, namespace, name)
}

_unknown_sets := [[pod, reference.name] |
	some pod in seen.pods
	some reference in object.get(pod, ["metadata", "ownerReferences"], [])
	reference.kind == "ReplicaSet"
	not seen.objects("ReplicaSet")[seen.key("ReplicaSet", seen.namespace_of(pod), reference.name)]
]

_is_hashed(pod, _, _) if pod.metadata.labels["pod-template-hash"]

_is_hashed(_, namespace, name) if seen.objects("Deployment")[seen.key("Deployment", namespace, name)]

# A pod and the services that send to it; a service and the ingresses that send to it.
_sendings := ({[id, seen.key_of(service)] |
	some id, pod in seen.pods
	some service in services(pod)
} | _templates) | {[seen.key("Service", seen.namespace_of(ingress), name), id] |
	some id, ingress in seen.objects("Ingress")
	some name in backends(ingress)
}

# A workload without pods is missed by its services all the same.
_templates := {[id, seen.key_of(service)] |
	some kind in ["Deployment", "StatefulSet", "DaemonSet"]
	some id, workload in seen.objects(kind)
	labels := object.get(workload, ["spec", "template", "metadata", "labels"], {})
	some service in services({"metadata": {"namespace": seen.namespace_of(workload), "labels": labels}})
}

# METADATA
# title: The names of the services that an ingress sends to
backends(ingress) := {name |
	some rule in object.get(ingress, ["spec", "rules"], [])
	some path in object.get(rule, ["http", "paths"], [])
	name := path.backend.service.name
} | {name | name := ingress.spec.defaultBackend.service.name}

# A claim and the pods that use it.
_usings := {[seen.key("PersistentVolumeClaim", seen.namespace_of(pod), name), id] |
	some id, pod in seen.pods
	some volume in object.get(pod, ["spec", "volumes"], [])
	name := volume.persistentVolumeClaim.claimName
}

# A workload and what scales it.
_scalings := {[seen.key(ref.kind, seen.namespace_of(scaler), ref.name), id] |
	some id, scaler in seen.objects("HorizontalPodAutoscaler")
	ref := scaler.spec.scaleTargetRef
}

# A pod and the budgets that keep it from eviction.
_guardings := {[id, budget_key] |
	some budget_key, budget in seen.objects("PodDisruptionBudget")
	some id, pod in seen.pods
	seen.namespace_of(pod) == seen.namespace_of(budget)
	selectors.fits(budget.spec.selector, object.get(pod, ["metadata", "labels"], {}))
}
