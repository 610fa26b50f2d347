# METADATA
# title: Rollouts
# description: >-
#   How far the rollout of a workload is, as kubectl rollout status judges it by its status. Pods that are no longer
#   wanted count until they are gone, which a scale down waits for. Knows no tool.
package lib.rollouts

# METADATA
# title: A kind that rolls out a template and keeps its revisions
known(group, kind) if {
	group == "apps"
	kind in ["Deployment", "StatefulSet", "DaemonSet"]
}

# METADATA
# title: The request that looks how far it is
look(target) := object.union(target, {
	"id": "rollout",
	"verb": "get",
	"options": {"view": "object", "fields": [
		"metadata.generation",
		"spec.replicas",
		"spec.selector",
		"spec.updateStrategy",
		"status",
	]},
	"optional": true,
	"show": {"as": "none"},
})

# METADATA
# title: A selector of labels, as a list takes it
selection(selector) := concat(",", array.concat(
	sort([concat("=", [key, value]) | some key, value in object.get(selector, "matchLabels", {})]),
	[_term(one.key, one.operator, concat(",", object.get(one, "values", []))) |
		some one in object.get(selector, "matchExpressions", [])
	],
))

_term(key, "In", values) := $"{key} in ({values})"

_term(key, "NotIn", values) := $"{key} notin ({values})"

_term(key, "Exists", _) := key

_term(key, "DoesNotExist", _) := $"!{key}"

# METADATA
# title: How far it is
# description: "is: done, going or failed. words: half a sentence of our own, with the numbers."
state(kind, workload) := _going("the change has not been taken up yet") if {
	known("apps", kind)
	object.get(workload, ["metadata", "generation"], 0) > _status(workload, "observedGeneration")
}

else := _judged(kind, workload)

_judged("Deployment", workload) := _deployment(workload, _replicas(workload))

_judged("StatefulSet", workload) := _stateful_set(workload, _replicas(workload))

_judged("DaemonSet", workload) := _daemon_set(workload, _status(workload, "desiredNumberScheduled"))

_deployment(workload, wanted) := _failed("no progress was made within its deadline (ProgressDeadlineExceeded)") if {
	some condition in object.get(workload, ["status", "conditions"], [])
	condition.type == "Progressing"
	condition.reason == "ProgressDeadlineExceeded"
}

else := _count(workload, "updatedReplicas", wanted, "replicas are updated") if {
	_status(workload, "updatedReplicas") < wanted
}

else := _old(workload, wanted) if _status(workload, "replicas") > wanted

else := _count(workload, "availableReplicas", wanted, "replicas are available") if {
	_status(workload, "availableReplicas") < wanted
}

else := _all(wanted, "replicas are updated and available")

_stateful_set(workload, wanted) := _count(workload, "readyReplicas", wanted, "pods are ready") if {
	_status(workload, "readyReplicas") < wanted
}

else := _old(workload, wanted) if _status(workload, "replicas") > wanted

else := _by_hand(wanted) if _on_delete(workload)

else := _count(workload, "updatedReplicas", _due(workload, wanted), "pods are updated") if {
	_status(workload, "updatedReplicas") < _due(workload, wanted)
}

else := _some(_due(workload, wanted), wanted) if _due(workload, wanted) < wanted

else := _all(wanted, "pods are updated and ready")

_daemon_set(workload, wanted) := _count(workload, "numberAvailable", wanted, "pods are available") if {
	_on_delete(workload)
	_status(workload, "numberAvailable") < wanted
}

else := _by_hand(wanted) if _on_delete(workload)

else := _count(workload, "updatedNumberScheduled", wanted, "pods are updated") if {
	_status(workload, "updatedNumberScheduled") < wanted
}

else := _count(workload, "numberAvailable", wanted, "pods are available") if {
	_status(workload, "numberAvailable") < wanted
}

else := _all(wanted, "pods are updated and available")

_going(words) := {"is": "going", "words": words}

_all(wanted, words) := {"is": "done", "words": $"all of {wanted} {words}"}

_some(updated, wanted) := {"is": "done", "words": $"{updated} of {wanted} pods are updated, as its partition has it"}

_failed(words) := {"is": "failed", "words": words}

_count(workload, field, wanted, words) := _going($"{_status(workload, field)} of {wanted} {words}")

_old(workload, wanted) := _going($"{_status(workload, "replicas") - wanted} old pods are still there")

_by_hand(wanted) := _all(wanted, "pods are there; each takes up a new template when it is deleted (OnDelete)")

_on_delete(workload) if workload.spec.updateStrategy.type == "OnDelete"

# Pods below the partition keep the old template.
_due(workload, wanted) := max([0, wanted - object.get(workload, _partition, 0)])

_partition := ["spec", "updateStrategy", "rollingUpdate", "partition"]

_replicas(workload) := _number(object.get(workload, ["spec", "replicas"], 1))

_status(workload, field) := _number(object.get(workload, ["status", field], 0))

# These stand in sentences of ours.
_number(value) := value if is_number(value)

else := 0
