# METADATA
# title: References
# description: >-
#   What an object refers to, and what refers to it: by names that its spec holds, by selectors, by those of others. Of what it
#   refers to, whether it is there; Secrets and ServiceAccounts are only named. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.references

import data.lib.asks
import data.lib.related
import data.lib.requests
import data.lib.seen
import data.lib.selectors
import data.lib.states
import data.lib.surroundings
import data.lib.unwell

_target := surroundings.target

_name := seen.target.name

_namespace := seen.target.namespace

# The spec of its pods, where it has one.
_pod_spec := object.get(_target, split(data.config.workload.templates[_full], "."), {})

_full := requests.full_name(seen.observed("object").request)

# The labels of its pods.
_pod_labels := _target.metadata.labels if seen.target.kind == "Pod"

else := _target.spec.template.metadata.labels

# METADATA
# title: What it refers to
# description: "{kind, name, as, optional}."
to contains {"kind": kind, "name": name, "as": how, "optional": object.get(at, "optional", false)} if {
	some [kind, field, how, at] in _of_pods
	name := at[field]
	name != ""
}

to contains {"kind": kind, "name": name, "as": how, "optional": false} if {
	some [kind, name, how] in _of_others
	name != ""
}

# How a pod names what it needs: the kind, the field that holds the name, what for, and the part of the spec.
_of_pods contains entry if {
	some volume in object.get(_pod_spec, "volumes", [])
	some entry in [
		["ConfigMap", "name", "volume", object.get(volume, "configMap", {})],
		["Secret", "secretName", "volume", object.get(volume, "secret", {})],
		["PersistentVolumeClaim", "claimName", "volume", object.get(volume, "persistentVolumeClaim", {})],
	]
}

_of_pods contains entry if {
	some volume in object.get(_pod_spec, "volumes", [])
	some source in object.get(volume, ["projected", "sources"], [])
	some entry in [
		["ConfigMap", "name", "volume", object.get(source, "configMap", {})],
		["Secret", "name", "volume", object.get(source, "secret", {})],
	]
}

_of_pods contains entry if {
	some container in _containers
	some source in object.get(container, "envFrom", [])
	some entry in [
		["ConfigMap", "name", "environment", object.get(source, "configMapRef", {})],
		["Secret", "name", "environment", object.get(source, "secretRef", {})],
	]
}

_of_pods contains entry if {
	some container in _containers
	some variable in object.get(container, "env", [])
	some entry in [
		["ConfigMap", "name", "environment", object.get(variable, ["valueFrom", "configMapKeyRef"], {})],
		["Secret", "name", "environment", object.get(variable, ["valueFrom", "secretKeyRef"], {})],
	]
}

_of_pods contains ["Secret", "name", "to pull images", secret] if {
	some secret in object.get(_pod_spec, "imagePullSecrets", [])
}

_containers := array.concat(object.get(_pod_spec, "containers", []), object.get(_pod_spec, "initContainers", []))

_of_others contains ["ServiceAccount", _pod_spec.serviceAccountName, "account"]

_of_others contains ["PriorityClass", _pod_spec.priorityClassName, "priority"]

_of_others contains ["Node", _target.spec.nodeName, "where it runs"] if seen.target.kind == "Pod"

_of_others contains ["Service", _target.spec.serviceName, "names its pods"] if seen.target.kind == "StatefulSet"

_of_others contains [reference.kind, reference.name, "what it scales"] if {
	seen.target.kind == "HorizontalPodAutoscaler"
	reference := _target.spec.scaleTargetRef
}

_of_others contains ["PersistentVolume", _target.spec.volumeName, "volume"] if seen.target.kind == "PersistentVolumeClaim"

_of_others contains ["StorageClass", _target.spec.storageClassName, "class"] if {
	seen.target.kind in ["PersistentVolumeClaim", "PersistentVolume"]
}

_of_others contains ["IngressClass", _target.spec.ingressClassName, "class"] if seen.target.kind == "Ingress"

_of_others contains ["Service", name, "backend"] if {
	seen.target.kind == "Ingress"
	some name in related.backends(_target)
}

_of_others contains ["Secret", entry.secretName, "certificate"] if {
	seen.target.kind == "Ingress"
	some entry in _target.spec.tls
}

# Kinds of which it can be seen whether they are there.
_looked_up := {
	"ConfigMap": "v1/ConfigMap",
	"PersistentVolumeClaim": "v1/PersistentVolumeClaim",
	"Service": "v1/Service",
	"Deployment": "apps/v1/Deployment",
	"StatefulSet": "apps/v1/StatefulSet",
	"PersistentVolume": "v1/PersistentVolume",
	"StorageClass": "storage.k8s.io/v1/StorageClass",
	"IngressClass": "networking.k8s.io/v1/IngressClass",
	"PriorityClass": "scheduling.k8s.io/v1/PriorityClass",
}

# These are in no namespace.
_wide := ["PersistentVolume", "StorageClass", "IngressClass", "PriorityClass"]

_place(kind) := "" if kind in _wide

else := _namespace

# METADATA
# title: What is asked for
wants contains asks.want(2, _referred(kind, names)) if {
	some kind in {one.kind | some one in to}
	_looked_up[kind]
	names := sort({one.name | some one in to; one.kind == kind})
}

_referred(kind, names) := asks.few(_there(kind), _looked_up[kind], _place(kind), ["metadata.name"], {
	"where": [[{"path": "metadata.name", "is": names}]],
	"options": {"view": "metadata", "fields": ["metadata.name"], "limit": data.config.diagnosis.objects * 10},
})

_there(kind) := concat(" ", ["referred", kind])

_missing(one) if {
	observation := seen.few(_there(one.kind), _place(one.kind))
	not observation.truncated
	not one.name in {item.metadata.name | some item in observation.data.items}
}

# METADATA
# title: What it refers to, a line for each
# description: Those that are missing first.
to_lines := [line |
	some [_, line] in sort({[rank, line] |
		some [kind, name] in {[one.kind, one.name] | some one in to}
		same := [one | some one in to; one.kind == kind; one.name == name]
		rank := min([1, count([one | some one in same; not _missing(one)])])
		line := _to_line(kind, name, same)
	})
]

_to_line(kind, name, same) := concat("", [
	kind,
	" ",
	name,
	" (",
	concat(", ", sort({one.as | some one in same})),
	")",
	_absent(same),
])

_absent(same) := ": not there" if {
	_missing(same[0])
	some one in same
	not one.optional
}

else := ": not there, and optional" if _missing(same[0])

else := ""

# METADATA
# title: It refers to something that is not there
gone if {
	some one in to
	not one.optional
	_missing(one)
}

# Who refers to it. Each question is a list, of which what fits is kept: [kind, fields, condition], in the namespace of the
# object, or in all where it has none.
_questions contains ["services", "v1/Service", ["spec.selector", "spec.type", "spec.ports"], []] if _pod_labels

_questions contains ["budgets", "policy/v1/PodDisruptionBudget", ["spec.selector", "status"], []] if _pod_labels

_questions contains ["scalers", "autoscaling/v2/HorizontalPodAutoscaler", ["spec.minReplicas", "spec.maxReplicas", "status"], [[
	{"path": "spec.scaleTargetRef.kind", "is": [seen.target.kind]},
	{"path": "spec.scaleTargetRef.name", "is": [_name]},
]]] if {
	_target.spec.replicas >= 0
}

_questions contains ["ingresses", "networking.k8s.io/v1/Ingress", ["spec.ingressClassName"], [
	[{"path": "spec.rules[*].http.paths[*].backend.service.name", "is": names}],
	[{"path": "spec.defaultBackend.service.name", "is": names}],
]] if {
	names := sort(_services)
	count(names) > 0
}

_questions contains ["sets", "apps/v1/StatefulSet", ["spec.replicas", "status"], [[{"path": "spec.serviceName", "is": [_name]}]]] if {
	seen.target.kind == "Service"
}

_questions contains ["claims", "v1/PersistentVolumeClaim", ["metadata.namespace", "status"], [[{"path": path, "is": [_name]}]]] if {
	path := {"PersistentVolume": "spec.volumeName", "StorageClass": "spec.storageClassName"}[seen.target.kind]
}

_questions contains ["ingresses", "networking.k8s.io/v1/Ingress", ["metadata.namespace"], [[{
	"path": "spec.ingressClassName",
	"is": [_name],
}]]] if {
	seen.target.kind == "IngressClass"
}

_questions contains [name, kind, fields, []] if {
	seen.target.kind == "Namespace"
	some [name, kind, fields] in [
		["quotas", "v1/ResourceQuota", ["status"]],
		["ranges", "v1/LimitRange", []],
	]
}

_questions contains [concat(" ", ["users", kind]), kind, _fields, [[{
	"path": concat(".", [data.config.workload.templates[kind], path]),
	"is": [_name],
}] |
	some path in _paths
]] if {
	some kind in _users
}

_fields := ["metadata.ownerReferences", "spec.containers[*].name", "spec.replicas", "spec.schedule", "spec.suspend", "status"]

# The kinds that use what pods can name. A claim is also one of the templates of a set: its pods tell.
_users := ["pods"] if seen.target.kind == "PersistentVolumeClaim"

else := ["pods", "deployments.apps", "statefulsets.apps", "daemonsets.apps", "jobs.batch", "cronjobs.batch"] if count(_paths) > 0

_paths := ["volumes[*].persistentVolumeClaim.claimName"] if seen.target.kind == "PersistentVolumeClaim"

else := ["serviceAccountName"] if seen.target.kind == "ServiceAccount"

else := array.concat(
	["volumes[*].configMap.name", "volumes[*].projected.sources[*].configMap.name"],
	[concat("[*].", [list, path]) |
		some list in ["containers", "initContainers"]
		some path in ["envFrom[*].configMapRef.name", "env[*].valueFrom.configMapKeyRef.name"]
	],
) if {
	seen.target.kind == "ConfigMap"
}

else := []

wants contains asks.want(2, asks.few(
	concat(" ", ["referring", name]),
	kind,
	_asked,
	array.concat(["metadata.name"], fields),
	{"where": conditions},
)) if {
	some [name, kind, fields, conditions] in _questions
}

_asked := _name if seen.target.kind == "Namespace"

else := _namespace

_found(name) := [object.union(item, {"kind": observation.request.kind}) |
	observation := seen.few(concat(" ", ["referring", name]), _asked)
	some item in observation.data.items
]

# The services that send to it, or that it is.
_services := {_name} if seen.target.kind == "Service"

else := {service.metadata.name | some service in _sending}

_sending := [service |
	some service in _found("services")
	related.selects(service.spec.selector, {"metadata": {"labels": _pod_labels}})
]

_guarding := [budget |
	some budget in _found("budgets")
	selectors.fits(budget.spec.selector, _pod_labels)
]

_using := [one |
	some kind in _users
	some one in _found(concat(" ", ["users", kind]))
	not _is_told(one)
]

# By its workload, which uses the same.
_is_told(one) if {
	seen.target.kind != "PersistentVolumeClaim"
	some reference in one.metadata.ownerReferences
	reference.kind in {"ReplicaSet", "StatefulSet", "DaemonSet", "Job", "CronJob"}
}

# METADATA
# title: What refers to it, a line for each
from_lines := sort({concat("", [line, where]) |
	some one in array.concat(
		array.concat(_sending, _guarding),
		array.concat(_using, [one | some name in ["scalers", "ingresses", "sets", "claims", "quotas", "ranges"]; some one in _found(name)]),
	)
	line := states.line(one.kind, one)
	where := _where(one)
})

# What is in a namespace refers to what is in none.
_where(one) := concat("", [" in ", one.metadata.namespace]) if {
	_namespace == ""
	one.metadata.namespace
}

else := ""

# The pods that a service sends to, or that run on a node: which of them are unwell, and how many there are.
_terms := [term |
	some key, value in _target.spec.selector
	term := {"path": concat("", ["metadata.labels[\"", key, "\"]"]), "is": [value]}
] if {
	seen.target.kind == "Service"
	count(_target.spec.selector) > 0
}

_terms := [{"path": "spec.nodeName", "is": [_name]}] if seen.target.kind == "Node"

# What the API server need not send.
_selector := {"selector": {"labels": asks.labels(_target.spec.selector)}} if {
	seen.target.kind == "Service"
	data.config.selectors.labels
}

else := {"selector": {"fields": concat("=", ["spec.nodeName", _name])}} if {
	seen.target.kind == "Node"
	data.config.selectors.fields
}

else := {}

wants contains asks.want(1, object.union(
	asks.few(name, "v1/Pod", _namespace, array.concat(["metadata.name", "metadata.namespace"], fields), {"where": where}),
	_selector,
)) if {
	some [name, fields, where] in [
		["all pods", [], [_terms]],
		[
			"unwell pods",
			["metadata.deletionTimestamp", "spec.containers[*].name", "spec.nodeName", "status"],
			[array.concat(_terms, conditions) | some conditions in unwell.where.Pod],
		],
	]
}

# METADATA
# title: How many pods it has, in our words, and those that are unwell, in the cluster's
# description: "{title, lines}. Undefined for what has none, or where they were not seen."
its_pods := {"title": concat("", [_titles[seen.target.kind], _number]), "lines": lines} if {
	lines := sort([concat("", [line, where]) |
		some pod in seen.few("unwell pods", _namespace).data.items
		states.unwell("Pod", pod)
		line := states.line("Pod", pod)
		where := _where(pod)
	])
}

_titles := {"Service": "Pods that it sends to: ", "Node": "Pods on it: "}

_number := "none" if _count == 0

else := $"{_or_more}{_count}" if _count > 0

_or_more := "more than " if _pods_seen.truncated

else := ""

_pods_seen := seen.few("all pods", _namespace)

_count := count(_pods_seen.data.items)

# METADATA
# title: It sends to no pod, or to one that is unwell
misses if {
	seen.target.kind == "Service"
	_count == 0
}

misses if {
	seen.target.kind == "Service"
	count(its_pods.lines) > 0
}

# METADATA
# title: Not all that may refer to it was looked through
cut if {
	some observation in input.observations
	startswith(observation.id, "few/referring ")
	observation.truncated
}
