# METADATA
# title: "Diagnosis: going"
# description: What was deleted and does not go away.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.going

import data.lib.asks
import data.lib.findings
import data.lib.jobs
import data.lib.related
import data.lib.seen
import data.lib.surroundings
import data.lib.unwell

# METADATA
# title: Namespaces that are going
asks contains asks.want(2, asks.list("namespaces", "v1/Namespace", "", {"where": unwell.where.Namespace})) if {
	not seen.target
	surroundings.namespace == ""
}

# METADATA
# title: What is left in a namespace that is going
asks contains asks.want(3, asks.list(concat(" ", ["left", kind]), kind, namespace.metadata.name, {"where": [[{"path": "metadata.deletionTimestamp"}]]})) if {
	some namespace in seen.objects("Namespace")
	seen.key_of(namespace) == seen.target.key
	some kind in array.slice(sort({left.kind | some left in _left(namespace)}), 0, 4)
}

# METADATA
# title: The pods that use claims that are going
asks contains asks.want(2, asks.list("users of claims", "v1/Pod", namespace, {"where": [[{
	"path": "spec.volumes[*].persistentVolumeClaim.claimName",
	"is": sort([claim.metadata.name | some claim in _claims; seen.namespace_of(claim) == namespace]),
}]]})) if {
	some namespace in array.slice(sort({seen.namespace_of(claim) | some claim in _claims}), 0, 3)
}

# METADATA
# title: The nodes of pods that do not go
asks contains asks.want(2, asks.get("v1/Node", "", node)) if {
	some node in array.slice(sort({pod.spec.nodeName | some pod in _late}), 0, 3)
}

# Namespaces

_namespaces := [namespace |
	some namespace in seen.objects("Namespace")
	namespace.metadata.deletionTimestamp
]

# METADATA
# title: "{object} cannot go: the API {api} does not answer, and nobody can tell whether something of it is left (DiscoveryFailed)."
# description: >-
#   To empty a namespace every API is asked for what it has in it; one whose server is down stops this for all namespaces.
# custom:
#   code: namespace_api_down
#   stage: cluster
#   weight: 85
#   remedy: Ask who runs the cluster to repair what serves {api}, or to delete its APIService if it is gone for good.
finding contains findings.of(rego.metadata.rule(), {
	"object": namespace,
	"values": {"api": _apis(condition)},
	"evidence": _conditions(namespace),
}) if {
	some namespace in _namespaces
	condition := jobs.condition(namespace, "NamespaceDeletionDiscoveryFailure")
}

# metrics.k8s.io/v1beta1: the server is currently unable to handle the request
_apis(condition) := sort({api | some [_, api] in regex.find_all_string_submatch_n(`([\w.-]+/v\d\w*): `, condition.message, 4)})

# METADATA
# title: "{object} cannot go: what is in it could not be deleted{by} (ContentDeletionFailed)."
# description: Something refuses or breaks the deletion, such as a webhook that does not answer.
# custom:
#   code: namespace_content_failure
#   stage: cluster
#   weight: 80
#   remedy: Correct what the message of the condition names.
finding contains findings.of(rego.metadata.rule(), {
	"object": namespace,
	"words": {"by": _webhook(condition)},
	"evidence": _conditions(namespace),
}) if {
	some namespace in _namespaces
	condition := jobs.condition(namespace, "NamespaceDeletionContentFailure")
}

# failed calling webhook "guard.example.com"
_webhook(condition) := concat("", [concat(" ", [", for webhook", findings.word(name), "fails"]) |
	some [_, name] in regex.find_all_string_submatch_n(`webhook "([^"]+)"`, object.get(condition, "message", ""), 1)
])

# METADATA
# title: "{object} cannot go: {left} in it still have the finalizer {finalizers} (SomeFinalizersRemain)."
# description: A finalizer is taken off by the controller that set it; where that is gone, nobody does.
# custom:
#   code: namespace_finalizers
#   stage: rollout
#   weight: 75
#   remedy: >-
#     Find the controller behind {finalizers} and why it does not finish; have a person take the finalizer off only where that
#     controller is gone for good.
finding contains findings.of(rego.metadata.rule(), {
	"object": namespace,
	"values": {"left": [left.kind | some left in _left(namespace)], "finalizers": _finalizers(namespace)},
	"evidence": array.concat(_conditions(namespace), _items(namespace)),
}) if {
	some namespace in _namespaces
	seen.lasting(namespace.metadata.deletionTimestamp)
	count(_finalizers(namespace)) > 0
}

# example.com/cleanup in 2 resource instances
_finalizers(namespace) := sort({finalizer |
	condition := jobs.condition(namespace, "NamespaceFinalizersRemaining")
	some [_, finalizer] in regex.find_all_string_submatch_n(`([\w./-]+) in \d+ resource instances`, condition.message, 8)
})

# persistentvolumeclaims. has 1 resource instances
_left(namespace) := [{"kind": trim_suffix(kind, "."), "count": to_number(number)} |
	condition := jobs.condition(namespace, "NamespaceContentRemaining")
	some [_, kind, number] in regex.find_all_string_submatch_n(`([a-z0-9.-]+) has (\d+) resource instances`, condition.message, 8)
]

# METADATA
# title: "{object} was deleted and is still going: {left} are left in it (SomeResourcesRemain)."
# description: What is left goes first; what keeps it is told by itself.
# custom:
#   code: namespace_content
#   stage: trouble
#   weight: 60
#   symptom: true
#   remedy: Look at what is left.
finding contains findings.of(rego.metadata.rule(), {
	"object": namespace,
	"values": {"left": [left.kind | some left in _left(namespace)]},
	"evidence": array.concat(_conditions(namespace), _items(namespace)),
}) if {
	some namespace in _namespaces
	seen.lasting(namespace.metadata.deletionTimestamp)
	count(_left(namespace)) > 0
}

# METADATA
# title: "{object} was deleted at {since}; what is in it is going."
# description: A moment ago this is as it should be.
# custom:
#   code: namespace_going
#   stage: wanted
#   weight: 10
#   quiet: true
#   remedy: Look again in a few minutes.
finding contains findings.of(rego.metadata.rule(), {
	"object": namespace,
	"values": {"since": namespace.metadata.deletionTimestamp},
	"evidence": _conditions(namespace),
}) if {
	some namespace in _namespaces
	not seen.lasting(namespace.metadata.deletionTimestamp)
}

_conditions(namespace) := [findings.field(
	namespace,
	concat("", ["status.conditions[", condition.type, "]"]),
	object.filter(condition, ["reason", "message"]),
) |
	some condition in object.get(namespace, ["status", "conditions"], [])
	condition.status == "True"
]

# What is left in it, by name.
_items(namespace) := [findings.field(one, "metadata.finalizers", one.metadata.finalizers) |
	some one in _leaving
	seen.namespace_of(one) == namespace.metadata.name
	count(_holding(one)) > 0
]

# Finalizers

# Everything that was seen and deleted.
_leaving := [one |
	some kind in {observation.request.kind | some observation in input.observations}
	some one in seen.objects(kind)
	one.metadata.deletionTimestamp
	kind != "Namespace"
	_matters(seen.key_of(one))
]

_matters(_) if surroundings.wide

_matters(key) if seen.target.key in related.reaches(key)

_matters(key) if key in _reached

_reached := related.reaches(seen.target.key)

_holding(one) := object.get(one, ["metadata", "finalizers"], [])

# METADATA
# title: "{object} was deleted at {since} and cannot go: it still has the finalizer {finalizers}{who}."
# description: The controller that set a finalizer takes it off when it has tidied up. It does not, or it is gone.
# custom:
#   code: finalizer_remains
#   stage: cluster
#   weight: 70
#   remedy: >-
#     Find the controller behind {finalizers} and why it does not finish; have a person take the finalizer off only where that
#     controller is gone for good.
finding contains findings.of(rego.metadata.rule(), {
	"object": one,
	"values": {"since": one.metadata.deletionTimestamp, "finalizers": finalizers},
	"words": {"who": _who(finalizers)},
	"reaches": _place(one),
	"evidence": array.concat(
		[findings.field(one, "metadata.deletionTimestamp", one.metadata.deletionTimestamp)],
		array.concat(
			[findings.field(one, "metadata.finalizers", finalizers)],
			[findings.event(event) | some event in seen.events_of(one); event.type == "Warning"],
		),
	),
}) if {
	some one in _leaving
	seen.lasting(one.metadata.deletionTimestamp)
	finalizers := [finalizer | some finalizer in _holding(one); not finalizer in {"foregroundDeletion", "orphan"}]
	count(finalizers) > 0
	not _is_used(one)
}

_place(one) := [seen.key("Namespace", "", seen.namespace_of(one))]

# Who takes off the finalizers of Kubernetes itself.
_who(finalizers) := concat("", [words | some finalizer, words in _whose; finalizer in finalizers])

_whose := {
	"batch.kubernetes.io/job-tracking": ", which the Job controller takes off",
	"customresourcecleanup.apiextensions.k8s.io": ", which goes when all objects of its kind are gone",
	"external-provisioner.volume.kubernetes.io/finalizer": ", which the CSI provisioner takes off when the disk is deleted",
	"kubernetes.io/pv-protection": ", which goes when no claim is bound to it",
	"kubernetes.io/pvc-protection": ", which goes when no pod uses it",
	"service.kubernetes.io/load-balancer-cleanup": ", which the cloud controller manager takes off when the load balancer is deleted",
}

# METADATA
# title: "{object} was deleted at {since} and waits for what it owns (foregroundDeletion)."
# description: A foreground deletion ends with the last of the dependents; what keeps those is told by themselves.
# custom:
#   code: foreground_deletion
#   stage: trouble
#   weight: 50
#   symptom: true
#   remedy: Look at what it owns and what keeps that.
finding contains findings.of(rego.metadata.rule(), {
	"object": one,
	"values": {"since": one.metadata.deletionTimestamp},
	"reaches": _place(one),
	"needs": _owned(one),
	"evidence": array.concat(
		[findings.field(one, "metadata.finalizers", _holding(one))],
		[concat("", [findings.said(key), " is owned by it"]) | some key in _owned(one)],
	),
}) if {
	some one in _leaving
	seen.lasting(one.metadata.deletionTimestamp)
	"foregroundDeletion" in _holding(one)
}

_owned(owner) := sort({seen.key_of(one) |
	some kind in ["Pod", "ReplicaSet", "Job", "PersistentVolumeClaim"]
	some one in seen.objects(kind)
	some reference in object.get(one, ["metadata", "ownerReferences"], [])
	reference.kind == owner.kind
	reference.name == owner.metadata.name
})

# Storage

_claims := [claim |
	some claim in seen.objects("PersistentVolumeClaim")
	claim.metadata.deletionTimestamp
	"kubernetes.io/pvc-protection" in _holding(claim)
]

_users(claim) := sort([pod.metadata.name |
	some pod in seen.pods
	seen.namespace_of(pod) == seen.namespace_of(claim)
	some volume in object.get(pod, ["spec", "volumes"], [])
	volume.persistentVolumeClaim.claimName == claim.metadata.name
])

_is_used(one) if {
	one.kind == "PersistentVolumeClaim"
	count(_users(one)) > 0
}

_is_used(one) if {
	one.kind == "PersistentVolume"
	one.status.phase == "Bound"
}

# METADATA
# title: "{object} was deleted at {since} and stays as long as Pod {users} uses it (kubernetes.io/pvc-protection)."
# description: A claim in use is kept until no pod names it, be that pod running or done.
# custom:
#   code: claim_in_use
#   stage: storage
#   weight: 60
#   remedy: Delete Pod {users} or scale its workload down when the data may go; a deletion cannot be taken back.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"values": {"since": claim.metadata.deletionTimestamp, "users": _users(claim)},
	"reaches": _place(claim),
	"evidence": array.concat(
		[findings.field(claim, "metadata.finalizers", _holding(claim))],
		[findings.field(pod, "spec.volumes.persistentVolumeClaim.claimName", claim.metadata.name) |
			some pod in seen.pods
			seen.namespace_of(pod) == seen.namespace_of(claim)
			pod.metadata.name in _users(claim)
		],
	),
}) if {
	some claim in _claims
	count(_users(claim)) > 0
}

# METADATA
# title: "{object} was deleted at {since} and stays as long as a claim is bound to it (kubernetes.io/pv-protection)."
# description: A volume in use is kept until its claim is gone.
# custom:
#   code: volume_in_use
#   stage: storage
#   weight: 55
#   remedy: Delete the claim first when the data may go; a deletion cannot be taken back.
finding contains findings.of(rego.metadata.rule(), {
	"object": volume,
	"values": {"since": volume.metadata.deletionTimestamp},
	"evidence": [
		findings.field(volume, "metadata.finalizers", _holding(volume)),
		findings.field(volume, "status.phase", volume.status.phase),
	],
}) if {
	some volume in seen.objects("PersistentVolume")
	volume.metadata.deletionTimestamp
	_is_used(volume)
}

# Pods

# Their grace is over: the moment of deletion holds it already.
_late := [pod |
	some pod in seen.pods
	seen.ago(pod.metadata.deletionTimestamp) > 120
]

# METADATA
# title: "{object} cannot go: its node {node} {state}, so that nobody says that its containers ended."
# description: Only the kubelet of its node lets a pod go. Without it the pod stays, and a StatefulSet makes no other.
# custom:
#   code: pod_on_lost_node
#   stage: rollout
#   weight: 65
#   remedy: Bring node {node} back; only when it is surely off, force the deletion, or the pod may run twice.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"node": pod.spec.nodeName},
	"words": {"state": state},
	"reaches": _place(pod),
	"needs": [seen.key("Node", "", pod.spec.nodeName)],
	"evidence": _terminating(pod),
	"next": {
		"tool": "delete",
		"arguments": object.union(_named(pod), {"gracePeriodSeconds": 0}),
		"check": object.union(_named(pod), {"verb": "delete"}),
	},
}) if {
	some pod in _late
	count(_holding(pod)) == 0
	state := _lost(pod.spec.nodeName)
}

_lost(name) := "does not exist any more" if seen.absent(asks.get("v1/Node", "", name).id)

else := "does not answer (NotReady)" if {
	node := seen.objects("Node")[seen.key("Node", "", name)]
	some condition in node.status.conditions
	condition.type == "Ready"
	condition.status != "True"
}

_named(pod) := {"kind": "pod", "name": pod.metadata.name, "namespace": seen.namespace_of(pod)}

# METADATA
# title: "{object} cannot go: the kubelet cannot end it ({reason})."
# description: A container or a volume does not come off the node.
# custom:
#   code: pod_not_killed
#   stage: rollout
#   weight: 65
#   remedy: Look at node {node}, its container runtime and what is mounted there.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"reason": event.reason, "node": pod.spec.nodeName},
	"reaches": _place(pod),
	"evidence": _terminating(pod),
}) if {
	some pod in _late
	count(_holding(pod)) == 0
	not _lost(pod.spec.nodeName)
	event := _complaint(pod)
}

_complaint(pod) := events[count(events) - 1] if {
	events := [event |
		some event in seen.events_of(pod)
		event.reason in {"FailedKillPod", "FailedPreStopHook", "FailedUnMount", "FailedSync", "KillPodSandboxError"}
	]
}

# METADATA
# title: "{object} should have been gone by {until}, and is still there (Terminating)."
# description: Its grace period is over; a process that does not end, or a kubelet that does not, keeps it.
# custom:
#   code: pod_stuck
#   stage: trouble
#   weight: 60
#   symptom: true
#   remedy: Look at node {node} and its kubelet; force the deletion only when its containers have surely ended.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"until": pod.metadata.deletionTimestamp, "node": object.get(pod, ["spec", "nodeName"], "none")},
	"reaches": _place(pod),
	"evidence": _terminating(pod),
}) if {
	some pod in _late
}

# METADATA
# title: "{object} is going; it has until {until} (terminationGracePeriodSeconds {grace})."
# description: A long grace period is what somebody wanted.
# custom:
#   code: pod_going
#   stage: wanted
#   weight: 10
#   quiet: true
#   remedy: Wait for it, or look at its log to see what it still does.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {
		"until": pod.metadata.deletionTimestamp,
		"grace": object.get(pod, ["spec", "terminationGracePeriodSeconds"], 30),
	},
	"evidence": _terminating(pod),
}) if {
	some pod in seen.pods
	seen.ago(pod.metadata.deletionTimestamp) <= 120
}

_terminating(pod) := array.concat(
	[findings.field(pod, "metadata.deletionTimestamp", pod.metadata.deletionTimestamp)],
	array.concat(
		[findings.field(pod, concat("", ["status.containerStatuses[", status.name, "].state"]), sort(object.keys(status.state))) |
			some status in object.get(pod, ["status", "containerStatuses"], [])
		],
		[findings.event(event) | some event in seen.events_of(pod); event.type == "Warning"],
	),
)
