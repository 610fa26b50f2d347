# METADATA
# title: Surroundings
# description: >-
#   What a diagnosis looks at whatever is wrong: the object, its pods, who sends to them, its events. What else the
#   state of these asks for is asked by the concerns. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.surroundings

import data.lib.arguments
import data.lib.asks
import data.lib.jobs
import data.lib.related
import data.lib.seen
import data.lib.spread
import data.lib.unwell

# METADATA
# title: The first look at one object
object_ := [
	spread.lookup(input.call.arguments.kind),
	_object(input.call.arguments.kind, arguments.text(input.call.arguments, "namespace"), input.call.arguments.name),
]

_object(kind, place, name) := {
	"id": "object",
	"verb": "get",
	"kind": kind,
	"namespace": place,
	"name": name,
	"options": {"view": "object"},
	"optional": true,
	"show": {"as": "none"},
}

# METADATA
# title: One object was asked for
single if arguments.text(input.call.arguments, "name") != ""

# METADATA
# title: The target as it was seen
target := seen.objects(seen.target.kind)[seen.target.key] if seen.target

# METADATA
# title: The target could not be seen, or is not there, or nothing of a namespace could be
missing if {
	seen.target
	single
	not target
}

missing if seen.absent("object")

missing if {
	wide
	count(seen.unseen) > 0
	every observation in input.observations { not _is_seen(observation) }
}

_is_seen(observation) if {
	observation.outcome == "ok"
	observation.id != "kind"
}

# METADATA
# title: The namespace that is looked at, "" for all
namespace := seen.target.name if seen.target.kind == "Namespace"

else := seen.target.namespace if seen.target

else := arguments.text(input.call.arguments, "namespace")

# METADATA
# title: One object of a kind that no concern knows
strange if {
	single
	seen.target
	not seen.target.kind in _known
}

_known := {
	"Pod",
	"ReplicationController",
	"ReplicaSet",
	"Deployment",
	"StatefulSet",
	"DaemonSet",
	"Job",
	"CronJob",
	"Service",
	"Endpoints",
	"EndpointSlice",
	"Ingress",
	"NetworkPolicy",
	"HorizontalPodAutoscaler",
	"PodDisruptionBudget",
	"PersistentVolumeClaim",
	"PersistentVolume",
	"StorageClass",
	"ResourceQuota",
	"LimitRange",
	"Node",
	"Namespace",
}

# METADATA
# title: A namespace, or everything, is looked at
wide if not single

wide if target.kind == "Namespace"

# METADATA
# title: The kind that alone is told of
# description: Undefined where one object is looked at, or all kinds are.
only := kind if {
	not single
	kind := seen.observed("kind").data.kind
}

# METADATA
# title: What is asked for around what is looked at
want contains asks.want(1, request) if {
	wide
	some request in _everything
}

# With a kind and no name, only what touches that kind is told.
want contains asks.want(0, object.union(spread.lookup(input.call.arguments.kind), {"id": "kind"})) if {
	not single
	arguments.text(input.call.arguments, "kind") != ""
}

want contains asks.want(0, _object("v1/Namespace", "", place)) if {
	not single
	place := arguments.text(input.call.arguments, "namespace")
	place != ""
}

want contains asks.want(1, request) if {
	not wide
	some focus in focuses
	some request in _pods(focus)
}

want contains asks.want(1, _events) if {
	not wide
	count(_names) > 0
}

want contains asks.want(1, _list("services", "v1/Service", _most)) if {
	not wide
	namespace != ""
	target.kind in ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Pod", "Ingress", "Service"]
}

want contains asks.want(1, _list("sets", "apps/v1/ReplicaSet", {"selector": {"labels": selector}})) if {
	some focus in focuses
	focus.kind == "Deployment"
	selector := asks.labels(focus.spec.selector)
}

# METADATA
# title: The objects whose pods and events matter
# description: >-
#   The target, and what it stands for: what an autoscaler scales, the jobs of a cron job, the services of an ingress.
focuses := {target | not wide} | {one |
	some key in _meant
	some kind in ["Deployment", "StatefulSet", "ReplicaSet", "Service", "Job"]
	one := seen.objects(kind)[key]
	key != seen.target.key
}

_meant contains seen.key(ref.kind, namespace, ref.name) if {
	seen.target.kind == "HorizontalPodAutoscaler"
	ref := target.spec.scaleTargetRef
}

_meant contains seen.key("Service", namespace, name) if {
	seen.target.kind == "Ingress"
	some name in related.backends(target)
}

# Of a cron job, its latest jobs.
_meant contains key if {
	seen.target.kind == "CronJob"
	some job in array.slice(jobs.of(target), 0, 2)
	key := seen.key_of(job)
}

# METADATA
# title: The question for the jobs of a cron job
jobs_of(cron) := asks.want(1, asks.list("jobs", "batch/v1/Job", namespace, {
	"where": [
		[
			{"path": "metadata.ownerReferences[*].kind", "is": ["CronJob"]},
			{"path": "metadata.ownerReferences[*].name", "is": [cron.metadata.name]},
		],
		[{"path": "metadata.name", "begins": [concat("", [cron.metadata.name, "-"])]}],
	],
	"options": {"view": "object", "sortBy": "-metadata.creationTimestamp", "limit": data.config.diagnosis.objects},
}))

# METADATA
# title: The names whose events matter
# description: Of pods and sets the names begin with those of their workload.
_names := {focus.metadata.name | some focus in focuses} | {name |
	some pod in seen.pods
	name := pod.metadata.name
}

# What is behind the target has a name of its own, which is known only later: its events are another list.
_events := _listed_events("events", [seen.target.name])

want contains asks.want(2, _listed_events("events behind", names)) if {
	not wide
	names := sort([name | some name in _names; not startswith(name, seen.target.name)])
	count(names) > 0
	_pods_were_seen
}

_pods_were_seen if count(seen.pods) > 0

_pods_were_seen if count(focuses) > 1

_listed_events(name, names) := asks.list(name, "v1/Event", _place, {
	"where": [[{"path": "involvedObject.name", "begins": names}]],
	"options": {
		"view": "object",
		"limit": data.config.diagnosis.events,
		"sortBy": concat("", ["-", _seen]),
	},
})

_seen := "lastTimestamp,series.lastObservedTime,eventTime,metadata.creationTimestamp"

# Events of what is in no namespace stand in one that is open.
_place := "default" if namespace == ""

else := namespace

_list(name, kind, more) := asks.list(name, kind, namespace, more)

# The pods of one focus: those that are unwell, and a few of the others to compare with.
_pods(focus) := [
	_few_pods(concat(" ", ["pods of", focus.metadata.name]), object.union(selection, {
		"where": unwell.where.Pod,
		"options": {"view": "object", "limit": data.config.diagnosis.objects},
	})),
	_few_pods(concat(" ", ["some pods of", focus.metadata.name]), object.union(selection, {"options": {
		"view": "object",
		"limit": data.config.diagnosis.samples,
	}})),
] if selection := _selection(focus)

else := [_few_pods(concat(" ", ["pods of", focus.metadata.name]), {
	"where": [[{"path": path, "is": [focus.metadata.name]}] | some path in _jobs_mark],
	"options": {"view": "object", "limit": data.config.diagnosis.objects},
})] if {
	focus.kind == "Job"
}

else := []

_few_pods(name, more) := asks.list(name, "v1/Pod", _pods_place, more)

# The pods of a node are in all namespaces.
_pods_place := namespace

_selection(focus) := {"selector": {"fields": $"spec.nodeName={focus.metadata.name}"}} if focus.kind == "Node"

else := _labelled(asks.labels(focus.spec.selector)) if _selects(focus)

else := _labelled(concat("=", [_job_label(focus), focus.metadata.name])) if _is_job(focus)

_selects(focus) if {
	focus.kind in _selecting
	asks.labels(focus.spec.selector) != ""
}

_is_job(focus) if focus.kind == "Job"

# The label has had a prefix since Kubernetes 1.27. An API server puts both into the template; a dump may hold neither.
_job_label(job) := [label |
	some label in ["batch.kubernetes.io/job-name", "job-name"]
	job.spec.template.metadata.labels[label]
][0]

# What pods of a job have of its name.
_jobs_mark := [
	`metadata.labels["batch.kubernetes.io/job-name"]`,
	`metadata.labels["job-name"]`,
	"metadata.ownerReferences[*].name",
]

_labelled(labels) := {"selector": {"labels": labels}}

_selecting := {
	"Deployment",
	"StatefulSet",
	"DaemonSet",
	"ReplicaSet",
	"ReplicationController",
	"Job",
	"Service",
	"PodDisruptionBudget",
}

# Of a namespace, or of all: what is unwell of each kind, and what tells of it.
_everything := array.concat(
	[_list("pods", "v1/Pod", object.union(_unwell("Pod"), _many)), _list("events", "v1/Event", {
		"selector": {"fields": "type=Warning"},
		"options": {
			"view": "object",
			"limit": data.config.diagnosis.events,
			"sortBy": concat("", ["-", _seen]),
		},
	})],
	[_list(name, kind, object.union(_unwell(short), _most)) | some [name, kind, short] in [
		["deployments", "apps/v1/Deployment", "Deployment"],
		["statefulsets", "apps/v1/StatefulSet", "StatefulSet"],
		["daemonsets", "apps/v1/DaemonSet", "DaemonSet"],
		["jobs", "batch/v1/Job", "Job"],
		["cronjobs", "batch/v1/CronJob", "CronJob"],
		["services", "v1/Service", "Service"],
		["slices", "discovery.k8s.io/v1/EndpointSlice", "EndpointSlice"],
		["ingresses", "networking.k8s.io/v1/Ingress", "Ingress"],
		["scalers", "autoscaling/v2/HorizontalPodAutoscaler", "HorizontalPodAutoscaler"],
		["claims", "v1/PersistentVolumeClaim", "PersistentVolumeClaim"],
		["budgets", "policy/v1/PodDisruptionBudget", "PodDisruptionBudget"],
		["quotas", "v1/ResourceQuota", "ResourceQuota"],
	]],
)

_unwell(kind) := {"where": unwell.where[kind]} if unwell.where[kind]

else := {}

_many := {"options": {"view": "object", "limit": data.config.diagnosis.objects * 3}}

_most := {"options": {"view": "object", "limit": data.config.diagnosis.objects * 10}}
