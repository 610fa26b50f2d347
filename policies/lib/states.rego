# METADATA
# title: States
# description: >-
#   How an object stands, in half a line, and whether it is unwell: for lists in which many stand. In the cluster's words, so
#   it belongs behind a fence. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.states

import data.lib.conditions

# METADATA
# title: An object in a line
# description: Its kind, its name, and how it stands.
line(kind, object_) := _line(kind, object_, _concerns(kind, object_))

# METADATA
# title: The same, where its conditions are told beside it
brief(kind, object_) := _line(kind, object_, [])

_line(kind, object_, concerns) := concat("", [kind, " ", object_.metadata.name, told]) if {
	parts := array.concat(array.concat(_going(object_), short(kind, object_)), concerns)
	told := concat("", [text | some at, part in parts; text := concat("", [[": ", ", "][min([at, 1])], part])])
}

# METADATA
# title: It is not as it should be
unwell("Pod", pod) if {
	pod.status.phase != "Succeeded"
	some status in _statuses(pod)
	not status.ready
}

unwell("Pod", pod) if object.get(pod, ["status", "phase"], "") in ["Failed", "Pending", "Unknown"]

unwell(kind, object_) if {
	kind != "Pod"
	count(conditions.bad(object_)) > 0
}

unwell(kind, object_) if object.get(object_, _wanted[kind].of, 0) > object.get(object_, _wanted[kind].has, 0)

unwell(_, object_) if object_.metadata.deletionTimestamp

# How many there are of how many, by kind.
_wanted := {
	"Deployment": {"has": ["status", "readyReplicas"], "of": ["spec", "replicas"], "are": "ready"},
	"ReplicaSet": {"has": ["status", "readyReplicas"], "of": ["spec", "replicas"], "are": "ready"},
	"StatefulSet": {"has": ["status", "readyReplicas"], "of": ["spec", "replicas"], "are": "ready"},
	"DaemonSet": {"has": ["status", "numberReady"], "of": ["status", "desiredNumberScheduled"], "are": "ready"},
	"PodDisruptionBudget": {"has": ["status", "currentHealthy"], "of": ["status", "desiredHealthy"], "are": ""},
}

# METADATA
# title: Parts of how it stands
short(kind, object_) := _pod(object_) if kind == "Pod"

else := array.concat(_counted(kind, object_), [text |
	some [words, path] in object.get(_told, kind, [])
	value := object.get(object_, path, null)
	not value in [null, false]
	text := concat("", [words, _text(value)])
])

_counted(kind, object_) := [$"{has} of {of} {are}"] if {
	are := _wanted[kind].are
	are != ""
	has := object.get(object_, _wanted[kind].has, 0)
	of := object.get(object_, _wanted[kind].of, 0)
}

else := []

_told := {
	"Job": [["active ", ["status", "active"]], ["succeeded ", ["status", "succeeded"]], ["failed ", ["status", "failed"]]],
	"CronJob": [["", ["spec", "schedule"]], ["suspended: ", ["spec", "suspend"]], ["last ", ["status", "lastScheduleTime"]]],
	"Service": [["", ["spec", "type"]], ["", ["spec", "ports"]]],
	"PersistentVolumeClaim": [["", ["status", "phase"]], ["", ["status", "capacity", "storage"]], ["class ", ["spec", "storageClassName"]]],
	"PersistentVolume": [["", ["status", "phase"]]],
	"HorizontalPodAutoscaler": [["min ", ["spec", "minReplicas"]], ["max ", ["spec", "maxReplicas"]], ["now ", ["status", "currentReplicas"]]],
	"PodDisruptionBudget": [
		["healthy ", ["status", "currentHealthy"]],
		["needed ", ["status", "desiredHealthy"]],
		["disruptions allowed ", ["status", "disruptionsAllowed"]],
	],
	"Ingress": [["class ", ["spec", "ingressClassName"]]],
	"EndpointSlice": [["endpoints: ", ["endpoints"]]],
	"ResourceQuota": [["used ", ["status", "used"]], ["hard ", ["status", "hard"]]],
}

_text([]) := "none"

_text(value) := concat(" ", [text | some one in value; text := _item(one)]) if {
	is_array(value)
	count(value) > 0
}

_text(value) := concat(" ", sort([text | some key, one in value; text := concat("", [key, "=", $"{one}"])])) if is_object(value)

_text(value) := $"{value}" if not type_name(value) in ["array", "object"]

# A port of a service, an endpoint of a slice.
_item(one) := $"{one.port}→{object.get(one, "targetPort", one.port)}" if one.port

else := concat("", [concat(",", one.addresses), _readiness(one)])

_readiness(endpoint) := " not ready" if endpoint.conditions.ready == false

else := ""

_going(object_) := [concat("", ["being deleted since ", object_.metadata.deletionTimestamp])] if object_.metadata.deletionTimestamp

else := []

_concerns(kind, object_) := [conditions.short(one) | some one in conditions.bad(object_); kind != "Pod"]

_pod(pod) := array.concat(
	[object.get(pod, ["status", "reason"], object.get(pod, ["status", "phase"], "")), _ready(pod)],
	array.concat(_why(pod), array.concat(_restarts(pod), _place(pod))),
)

_statuses(pod) := object.get(pod, ["status", "containerStatuses"], [])

_ready(pod) := $"{count([one | some one in _statuses(pod); one.ready])} of {count(_expected(pod))} ready"

# Before its node has it, a pod has no statuses.
_expected(pod) := object.get(pod, ["spec", "containers"], _statuses(pod))

# What its containers wait for, and those that begin.
_why(pod) := sort({reason |
	some list in ["initContainerStatuses", "containerStatuses"]
	some status in object.get(pod, ["status", list], [])
	reason := status.state.waiting.reason
})

_restarts(pod) := [$"{number} restarts"] if {
	number := sum([object.get(one, "restartCount", 0) | some one in _statuses(pod)])
	number > 0
}

else := []

_place(pod) := [concat("", ["on ", pod.spec.nodeName])] if pod.spec.nodeName

else := []
