# METADATA
# title: What a diagnosis has seen
# description: >-
#   Observations for tests, out of objects as a manifest has them: {kind, metadata, ...}. Now is 2026-01-17T10:00:00Z and
#   the namespace is shop, unless told.
package policy_tests.diagnosis.world

# METADATA
# title: The input of a plan or an answer
planning(arguments, observations) := {
	"version": "portcullis.planning/v1",
	"call": {"id": "call-1", "tool": "diagnose", "arguments": arguments, "lap": 2, "transport": "cli"},
	"subject": {"id": "alice", "groups": [], "claims": {}, "agent": "", "verified": true},
	"cluster": {"name": "demo", "labels": {}},
	"observations": observations,
	"now": {"unix": 1768644000, "rfc3339": "2026-01-17T10:00:00Z", "weekday": "Sat", "minuteOfDay": 600},
	"waited": false,
}

# METADATA
# title: Everything that was seen around one object
# description: The object itself, and what else there is, each kind as one list.
around(target, objects) := planning(
	{"kind": target.kind, "name": target.metadata.name, "namespace": _place(target)},
	array.concat([object_(target)], lists(objects)),
)

# METADATA
# title: Everything that was seen of a namespace
within(objects) := planning({"namespace": "shop"}, lists(objects))

# METADATA
# title: The observation of the target
object_(target) := _saw("object", _get(target), target)

# METADATA
# title: The observation of another object
got(one) := _saw(concat("/", ["get", one.kind, _place(one), one.metadata.name]), _get(one), one)

# METADATA
# title: One list of each kind
lists(objects) := [list(concat(" ", ["every", kind]), kind, items) |
	some kind in sort({one.kind | some one in objects})
	items := [one | some one in objects; one.kind == kind]
]

# METADATA
# title: A list under a name of its own
list(name, kind, items) := _saw(concat("/", ["list", name, "shop"]), _list(kind), {"items": items})

# METADATA
# title: A list in a few fields
few(name, kind, items) := _saw(concat("/", ["few", name, "shop"]), _list(kind), {"items": items})

# METADATA
# title: The log of a container
log(pod, container, when, lines) := _saw(
	concat("/", ["log", _place(pod), pod.metadata.name, container, when]),
	object.union(_get(pod), {"subresource": "log"}),
	{"lines": lines},
)

# METADATA
# title: An object that was asked for and is not there
absent(id, kind, name) := object.union(_saw(id, _get({"kind": kind, "metadata": {"name": name}}), null), {
	"outcome": "fault",
	"fault": {"code": "NOT_FOUND", "remedy": ""},
})

# METADATA
# title: An observation that the policy refused
denied(id, kind, name) := object.union(_saw(id, _get({"kind": kind, "metadata": {"name": name}}), null), {
	"outcome": "denied",
	"reasons": [{"code": "not_granted", "message": "", "remedy": "", "subject": ""}],
})

# METADATA
# title: An event about an object, so many minutes ago at the latest
event(one, reason, message, count_) := {
	"kind": "Event",
	"metadata": {"name": concat(".", [one.metadata.name, reason]), "namespace": "shop"},
	"involvedObject": {"kind": one.kind, "name": one.metadata.name, "namespace": _place(one)},
	"type": "Warning",
	"reason": reason,
	"message": message,
	"count": count_,
	"firstTimestamp": "2026-01-17T09:00:00Z",
	"lastTimestamp": "2026-01-17T09:59:00Z",
}

# METADATA
# title: Codes of findings, sorted
codes(findings) := sort({finding.code | some finding in findings})

_place(one) := "" if one.kind in {"Node", "Namespace", "PersistentVolume", "IngressClass", "StorageClass"}

else := object.get(one, ["metadata", "namespace"], "shop")

_get(one) := {
	"verb": "get",
	"group": _groups[one.kind],
	"version": "v1",
	"kind": one.kind,
	"resource": concat("", [lower(one.kind), "s"]),
	"subresource": "",
	"scope": "Namespaced",
	"namespace": _place(one),
	"name": one.metadata.name,
}

_list(kind) := object.union(_get({"kind": kind, "metadata": {"name": ""}}), {"verb": "list"})

_groups := object.union(
	{kind: "" | some kind in [
		"ConfigMap",
		"Endpoints",
		"Event",
		"LimitRange",
		"Namespace",
		"Node",
		"PersistentVolume",
		"PersistentVolumeClaim",
		"Pod",
		"ReplicationController",
		"ResourceQuota",
		"Service",
	]},
	{
		"ControllerRevision": "apps",
		"CronJob": "batch",
		"DaemonSet": "apps",
		"Deployment": "apps",
		"EndpointSlice": "discovery.k8s.io",
		"HorizontalPodAutoscaler": "autoscaling",
		"Ingress": "networking.k8s.io",
		"IngressClass": "networking.k8s.io",
		"Job": "batch",
		"NetworkPolicy": "networking.k8s.io",
		"PodDisruptionBudget": "policy",
		"ReplicaSet": "apps",
		"StatefulSet": "apps",
		"StorageClass": "storage.k8s.io",
	},
)

_saw(id, request, data_) := {
	"id": id,
	"lap": 1,
	"outcome": "ok",
	"request": request,
	"data": data_,
	"reasons": [],
	"fault": null,
	"truncated": false,
}
