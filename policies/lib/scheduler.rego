# METADATA
# title: Scheduler
# description: >-
#   What the scheduler says of pods that have no node: its message in parts, each as one of a few words of ours with the
#   number of nodes. These texts are part of Kubernetes. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.scheduler

import data.lib.jobs
import data.lib.seen

# METADATA
# title: Pods that have no node
# description: >-
#   By key: {pod, shape (pods of one shape fit the same nodes), gated, message, total (of nodes; 0 when it is not said),
#   reasons}. A reason is {is, number, what, text}: what is a resource, a taint or a claim.
stuck[key] := {
	"pod": pod,
	"shape": _shape(key, pod),
	"gated": condition.reason == "SchedulingGated",
	"message": message,
	"total": _total(message),
	"reasons": _reasons(message),
} if {
	some key, pod in unplaced
	condition := object.union({"reason": ""}, _unscheduled(pod))
	message := _message(pod, condition)
}

# METADATA
# title: Pods without a node, whatever the scheduler says
unplaced[key] := pod if {
	some key, pod in seen.pods
	pod.status.phase == "Pending"
	object.get(pod, ["spec", "nodeName"], "") == ""
	not pod.metadata.deletionTimestamp
	not _is_placed(pod)
}

# A dump may leave out the node of a pod; what its kubelet says of it tells that it has one.
_is_placed(pod) if count(object.get(pod, ["status", "containerStatuses"], [])) > 0

_is_placed(pod) if jobs.condition(pod, "PodScheduled")

# METADATA
# title: The events that tell of it, latest last
events(pod) := [event |
	some event in seen.events_of(pod)
	event.reason in {"FailedScheduling", "NotTriggerScaleUp", "TriggeredScaleUp", "Preempted"}
]

# METADATA
# title: The taint that a message names
# description: '"{key: value}" as {key, value}; undefined where none is named.'
taint(text) := {"key": found[0][1], "value": trim_space(found[0][2])} if {
	found := regex.find_all_string_submatch_n(`\{([^:}]+):([^}]*)\}`, text, 1)
	count(found) > 0
}

_unscheduled(pod) := jobs.failing(pod, "PodScheduled") if jobs.failing(pod, "PodScheduled")

else := {}

# Its state; where that has no words, the latest event. A dump may hold the one without the other.
_message(pod, condition) := array.concat(
	[text | some text in [object.get(condition, "message", "")]; text != ""],
	array.reverse(array.concat([""], [event.message | some event in seen.events_of(pod); event.reason == "FailedScheduling"])),
)[0]

# Pods of one set are alike; those of a DaemonSet or a StatefulSet have a node or a volume each.
_shape(key, pod) := shapes[0] if {
	shapes := [seen.key(reference.kind, seen.namespace_of(pod), reference.name) |
		some reference in object.get(pod, ["metadata", "ownerReferences"], [])
		reference.kind in {"ReplicaSet", "Job", "ReplicationController"}
	]
	count(shapes) > 0
}

else := key

_total(message) := to_number(regex.find_all_string_submatch_n(`^[0-9]+/([0-9]+) nodes`, message, 1)[0][1]) if {
	regex.match(`^[0-9]+/[0-9]+ nodes`, message)
}

else := 0

# What it says of preemption says nothing of the nodes. The parts have commas between them, and none inside.
_reasons(message) := [reason |
	head := split(split(message, " preemption:")[0], " no new claims")[0]
	some part in split(trim_suffix(trim_space(head), "."), ", ")
	reason := _reason(part)
]

_reason(part) := {
	"is": _is(rows[0].is, part),
	"number": _number(part),
	"what": _what(rows[0].is, part),
	"text": part,
} if {
	rows := [row | some row in _said; contains(part, row.says)]
	count(rows) > 0
}

_is("taint", part) := kind_of(taint(part).key) if taint(part)

_is("taint", part) := "taint" if not taint(part)

_is(is, _) := is if is != "taint"

# METADATA
# title: What a taint tells of its node
# description: Kubernetes' own taints say how a node is; all others say whom it is for.
kind_of(key) := object.get(_own, key, "taint")

_own := {
	"node-role.kubernetes.io/control-plane": "control",
	"node-role.kubernetes.io/master": "control",
	"node.kubernetes.io/not-ready": "down",
	"node.kubernetes.io/unreachable": "down",
	"node.kubernetes.io/network-unavailable": "down",
	"node.kubernetes.io/out-of-service": "down",
	"node.cloudprovider.kubernetes.io/uninitialized": "down",
	"node.kubernetes.io/unschedulable": "cordoned",
	"node.kubernetes.io/memory-pressure": "pressure",
	"node.kubernetes.io/disk-pressure": "pressure",
	"node.kubernetes.io/pid-pressure": "pressure",
}

_number(part) := to_number(found[0][2]) if {
	found := regex.find_all_string_submatch_n(`(^|: )([0-9]+) `, part, 1)
	count(found) > 0
}

else := 0

_what("short", part) := trim_suffix(regex.find_all_string_submatch_n(`Insufficient ([^ ]+)`, part, 1)[0][1], ".")

_what("taint", part) := taint(part) if taint(part)

_what("taint", part) := {"key": "", "value": ""} if not taint(part)

_what("claim", part) := regex.find_all_string_submatch_n(`persistentvolumeclaim "([^"]+)"`, part, 1)[0][1] if {
	contains(part, `persistentvolumeclaim "`)
}

_what("claim", part) := "" if not contains(part, `persistentvolumeclaim "`)

_what(is, _) := "" if not is in {"short", "taint", "claim"}

# The first that fits counts: some texts hold others.
_said := [
	{"says": "volume node affinity", "is": "volume"},
	{"says": "no available volume zone", "is": "volume"},
	{"says": "non-existent pv", "is": "claim"},
	{"says": "persistent volumes to bind", "is": "claim"},
	{"says": "unbound immediate PersistentVolumeClaims", "is": "claim"},
	{"says": "persistentvolumeclaim", "is": "claim"},
	{"says": "binding volumes", "is": "claim"},
	{"says": "enough free storage", "is": "storage"},
	{"says": "max volume count", "is": "attachments"},
	{"says": "ReadWriteOncePod", "is": "held"},
	{"says": "no available disk", "is": "held"},
	{"says": "Insufficient ", "is": "short"},
	{"says": "Too many pods", "is": "pods"},
	{"says": "taint", "is": "taint"},
	{"says": "were unschedulable", "is": "cordoned"},
	{"says": "free ports", "is": "port"},
	{"says": "anti-affinity", "is": "apart"},
	{"says": "pod affinity", "is": "together"},
	{"says": "topology spread", "is": "spread"},
	{"says": "node affinity", "is": "selector"},
	{"says": "node selector", "is": "selector"},
	{"says": "requested node name", "is": "selector"},
	{"says": "not ready", "is": "down"},
	{"says": "allocate all claims", "is": "device"},
	{"says": "resourceclaim", "is": "device"},
]
