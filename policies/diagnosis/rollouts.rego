# METADATA
# title: "Diagnosis: rollouts"
# description: Workloads that have not the pods they want. What keeps a pod from being ready is told by the pod.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.rollouts

import data.lib.asks
import data.lib.findings
import data.lib.jobs
import data.lib.placement
import data.lib.related
import data.lib.rollouts
import data.lib.seen

# METADATA
# title: "{object} is scaled to 0 replicas, so it has no pods."
# description: Somebody wanted it so.
# custom:
#   code: scaled_to_zero
#   stage: wanted
#   weight: 20
#   quiet: true
#   remedy: Scale it up when it should run.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"evidence": [findings.field(workload, "spec.replicas", 0)],
	"next": {
		"tool": "scale",
		"arguments": object.union(_named(workload), {"replicas": 1}),
		"check": object.union(_named(workload), {"verb": "patch"}),
	},
}) if {
	some workload in _workloads
	workload.spec.replicas == 0
}

# METADATA
# title: "The rollout of {object} is paused (spec.paused), and a change of its template waits."
# description: A paused Deployment scales, but takes up no new template.
# custom:
#   code: rollout_paused
#   stage: wanted
#   weight: 70
#   remedy: Have a person resume it (kubectl rollout resume), or roll it back.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"evidence": array.concat([findings.field(workload, "spec.paused", true)], _conditions(workload)),
}) if {
	some workload in seen.objects("Deployment")
	workload.spec.paused
	_waits(workload)
}

# METADATA
# title: "The rollout of {object} is paused (spec.paused)."
# description: Somebody wanted it so; no change of its template waits.
# custom:
#   code: paused
#   stage: trouble
#   weight: 20
#   quiet: true
#   remedy: Have a person resume it (kubectl rollout resume) when changes should be rolled out.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"evidence": array.concat([findings.field(workload, "spec.paused", true)], _conditions(workload)),
}) if {
	some workload in seen.objects("Deployment")
	workload.spec.paused
	not _waits(workload)
}

# METADATA
# title: "The last change of {object} has not been taken up by its controller (observedGeneration is behind)."
# description: Its status is older than its spec; the controller manager may be down.
# custom:
#   code: not_observed
#   stage: end
#   weight: 60
#   remedy: Ask who runs the cluster whether the controller manager works.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"evidence": [
		findings.field(workload, "metadata.generation", workload.metadata.generation),
		findings.field(workload, "status.observedGeneration", workload.status.observedGeneration),
	],
}) if {
	some workload in _workloads
	workload.metadata.generation > workload.status.observedGeneration
	_differs(workload)
}

# Not where all is as its spec has it: then what was changed shows nowhere.
_differs(workload) if object.get(workload, ["spec", "replicas"], 1) != object.get(workload, ["status", "replicas"], 0)

_differs(workload) if {
	some pod in related.pods(seen.key_of(workload))
	_run(pod.spec) != _run(workload.spec.template.spec)
}

_differs(workload) if count(related.pods(seen.key_of(workload))) == 0

_run(spec) := {[one.name, one.image] | some one in spec.containers}

# METADATA
# title: "{object} waits for somebody to delete its pods: {updated} of {wanted} have the new template (updateStrategy OnDelete)."
# description: With OnDelete a pod takes up a new template only when it is deleted.
# custom:
#   code: on_delete
#   stage: rollout
#   weight: 25
#   remedy: Delete the old pods one after the other, or set the update strategy to RollingUpdate.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"words": {"updated": findings.word(updated), "wanted": findings.word(wanted)},
	"evidence": [
		findings.field(workload, "spec.updateStrategy.type", "OnDelete"),
		findings.field(workload, "status", _numbers(workload)),
	],
}) if {
	some workload in _workloads
	workload.spec.updateStrategy.type == "OnDelete"
	wanted := _wanted(workload)
	updated := _updated(workload)
	updated < wanted
}

# METADATA
# title: "{object} keeps its old pods below partition {partition} ({updated} of {wanted} have the new template)."
# description: A partition of a StatefulSet holds an update back for the pods below it.
# custom:
#   code: partition
#   stage: rollout
#   weight: 25
#   remedy: Lower spec.updateStrategy.rollingUpdate.partition when the rest should follow.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"values": {"partition": partition},
	"words": {"updated": findings.word(updated), "wanted": findings.word(wanted)},
	"evidence": [findings.field(workload, "status", _numbers(workload))],
}) if {
	some workload in seen.objects("StatefulSet")
	partition := workload.spec.updateStrategy.rollingUpdate.partition
	partition > 0
	wanted := _wanted(workload)
	updated := _updated(workload)
	updated < wanted
}

# METADATA
# title: "{object} is stuck with an old revision of {owner}{images}, and keeps it from rolling out the current one until it is deleted."
# description: >-
#   A StatefulSet waits for a pod that is not ready, even where its template has been put right since. Somebody must
#   delete the pod.
# custom:
#   code: old_revision_stuck
#   stage: wanted
#   weight: 85
#   remedy: Delete the pod {pod}; it comes back with the current template.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"pod": pod.metadata.name},
	"words": {"images": _images(pod, workload)},
	"evidence": array.concat(
		[
			findings.field(pod, "metadata.labels[controller-revision-hash]", revision),
			findings.field(workload, "status.updateRevision", workload.status.updateRevision),
		],
		array.concat(
			[findings.field(pod, concat("", ["spec.containers[", one.name, "].image"]), one.image) | some one in pod.spec.containers],
			[findings.field(workload, concat("", ["spec.template.spec.containers[", one.name, "].image"]), one.image) |
				some one in workload.spec.template.spec.containers
			],
		),
	),
	"next": {
		"tool": "delete",
		"arguments": _named(pod),
		"check": object.union(_named(pod), {"verb": "delete"}),
	},
}) if {
	some workload in seen.objects("StatefulSet")
	object.get(workload, ["spec", "updateStrategy", "type"], "RollingUpdate") == "RollingUpdate"
	some pod in related.pods(seen.key_of(workload))
	jobs.failing(pod, "Ready")
	revision := pod.metadata.labels["controller-revision-hash"]
	revision != workload.status.updateRevision
	not pod.metadata.deletionTimestamp
	_is_due(pod, workload)
}

# METADATA
# title: "The rollout of {object} came no further within its deadline (ProgressDeadlineExceeded)."
# description: New pods did not become available within progressDeadlineSeconds; the pods tell why.
# custom:
#   code: rollout_deadline
#   stage: rollout
#   weight: 60
#   symptom: true
#   remedy: Correct what keeps the new pods from being ready, or roll back.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"evidence": _conditions(workload),
	"next": {
		"tool": "rollback",
		"arguments": _named(workload),
		"check": object.union(_named(workload), {"verb": "patch"}),
	},
}) if {
	some workload in seen.objects("Deployment")
	some condition in object.get(workload, ["status", "conditions"], [])
	condition.reason == "ProgressDeadlineExceeded"
}

# METADATA
# title: "{object} has {ready} of {wanted} replicas ready."
# description: What keeps them is told by the pods, or by who creates them.
# custom:
#   code: replicas_missing
#   stage: rollout
#   weight: 55
#   symptom: true
#   remedy: Look at its pods and its events.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"words": {"ready": findings.word(ready), "wanted": findings.word(wanted)},
	"evidence": array.concat(
		array.concat([findings.field(workload, "status", _numbers(workload))], _conditions(workload)),
		[findings.event(event) | some event in seen.events_of(workload); event.type == "Warning"],
	),
}) if {
	some workload in _workloads
	workload.status
	wanted := _wanted(workload)
	ready := _ready(workload)
	ready < wanted
	not _is_young(workload)
}

# METADATA
# title: "The rollout of {object} is not complete: {updated} of {wanted} replicas have its latest template."
# description: No condition says how it goes; enough of the old ones still serve.
# custom:
#   code: rollout_incomplete
#   stage: rollout
#   weight: 50
#   symptom: true
#   remedy: Look at its pods and its events.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"words": {"updated": findings.word(updated), "wanted": findings.word(wanted)},
	"evidence": [findings.field(workload, "status", _numbers(workload))],
}) if {
	some workload in seen.objects("Deployment")
	wanted := _wanted(workload)
	updated := workload.status.updatedReplicas
	updated < wanted
	_ready(workload) >= wanted
	not _tells_progress(workload)
	not workload.spec.paused
	not _is_young(workload)
}

_tells_progress(workload) if {
	some condition in workload.status.conditions
	condition.type == "Progressing"
}

# METADATA
# title: "{object} is still rolling out: {state}."
# description: It began a moment ago, and nothing has gone wrong yet.
# custom:
#   code: rolling_out
#   stage: rollout
#   weight: 10
#   quiet: true
#   remedy: Look again in a few minutes.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"words": {"state": state.words},
	"evidence": [findings.field(workload, "status", _numbers(workload))],
}) if {
	some workload in seen.objects("Deployment")
	_is_young(workload)
	state := rollouts.state("Deployment", workload)
	state.is == "going"
}

# METADATA
# title: "{object} runs on {wanted} of {nodes} nodes; {left} has a taint that it does not tolerate ({taint})."
# description: A DaemonSet leaves out nodes whose taints it does not tolerate.
# custom:
#   code: nodes_left_out
#   stage: wanted
#   weight: 35
#   remedy: Add a toleration for {taint} to its template, if it should run there, too.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"values": {"left": left, "taint": taint},
	"words": {"wanted": findings.word(wanted), "nodes": $"{count(seen.objects("Node"))}"},
	"fold": taint,
	"evidence": [
		findings.field(workload, "status.desiredNumberScheduled", wanted),
		findings.field(node, "spec.taints", concat(" ", [taint, effect])),
	],
}) if {
	some workload in seen.objects("DaemonSet")
	workload.metadata.name == seen.target.name
	some node in seen.objects("Node")
	some [taint, effect] in _untolerated(workload, node)
	wanted := workload.status.desiredNumberScheduled
	wanted < count(seen.objects("Node"))
	left := node.metadata.name
}

# Pods below the partition keep the old revision, and where they are managed in parallel none waits for another.
_is_due(pod, workload) if {
	object.get(workload, ["spec", "podManagementPolicy"], "OrderedReady") == "OrderedReady"
	ordinal := regex.find_all_string_submatch_n(`-([0-9]{1,9})$`, pod.metadata.name, 1)[0][1]
	to_number(ordinal) >= object.get(workload, ["spec", "updateStrategy", "rollingUpdate", "partition"], 0)
}

# Which image it has that its template has no longer.
_images(pod, workload) := concat("", [" (image ", findings.word(found[0]), ")"]) if {
	found := [one.image |
		some one in pod.spec.containers
		some current in workload.spec.template.spec.containers
		current.name == one.name
		current.image != one.image
	]
	count(found) > 0
}

else := ""

# METADATA
# title: The nodes of a DaemonSet
asks contains asks.want(4, placement.ask) if {
	seen.target.kind == "DaemonSet"
}

_workloads := [workload |
	some kind in ["Deployment", "StatefulSet", "DaemonSet", "ReplicationController", "ReplicaSet"]
	some key, workload in seen.objects(kind)
	_counts(kind, key)
]

# A set belongs to its Deployment, which speaks for it.
_counts(kind, _) if kind != "ReplicaSet"

_counts("ReplicaSet", key) if key == seen.target.key

_named(workload) := {
	"kind": lower(workload.kind),
	"name": workload.metadata.name,
	"namespace": seen.namespace_of(workload),
}

_wanted(workload) := object.get(workload, ["status", "desiredNumberScheduled"], 0) if workload.kind == "DaemonSet"

else := object.get(workload, ["spec", "replicas"], 1)

_ready(workload) := object.get(workload, ["status", "numberReady"], 0) if workload.kind == "DaemonSet"

else := object.get(workload, ["status", "readyReplicas"], 0)

_updated(workload) := object.get(workload, ["status", "updatedNumberScheduled"], 0) if workload.kind == "DaemonSet"

else := object.get(workload, ["status", "updatedReplicas"], 0)

_numbers(workload) := object.filter(workload.status, [
	"replicas",
	"updatedReplicas",
	"readyReplicas",
	"availableReplicas",
	"unavailableReplicas",
	"desiredNumberScheduled",
	"updatedNumberScheduled",
	"numberReady",
	"numberUnavailable",
])

_waits(workload) if _updated(workload) < _wanted(workload)

# A Deployment says when it last came further.
_is_young(workload) if {
	condition := jobs.condition(workload, "Progressing")
	condition.reason in {"ReplicaSetUpdated", "NewReplicaSetCreated", "FoundNewReplicaSet"}
	not seen.lasting(condition.lastUpdateTime)
	every pod in _unready(workload) { not seen.lasting(seen.since(pod)) }
}

_unready(workload) := [pod |
	some pod in related.pods(seen.key_of(workload))
	not jobs.condition(pod, "Ready")
]

_conditions(workload) := [findings.field(
	workload,
	concat("", ["status.conditions[", condition.type, "]"]),
	object.filter(condition, ["status", "reason", "message"]),
) |
	some condition in object.get(workload, ["status", "conditions"], [])
	_is_bad(condition)
]

_is_bad(condition) if {
	condition.type in {"Available", "Progressing"}
	condition.status != "True"
}

_is_bad(condition) if {
	condition.type == "ReplicaFailure"
	condition.status == "True"
}

_untolerated(workload, node) := [[taint.key, taint.effect] |
	some taint in object.get(node, ["spec", "taints"], [])
	taint.effect in {"NoSchedule", "NoExecute"}
	not startswith(taint.key, "node.kubernetes.io/")
	tolerations := object.get(workload, ["spec", "template", "spec", "tolerations"], [])
	count([one | some one in tolerations; _tolerates(one, taint)]) == 0
]

_tolerates(toleration, taint) if {
	object.get(toleration, "key", "") in {"", taint.key}
	object.get(toleration, "effect", "") in {"", taint.effect}
	object.get(toleration, "operator", "Equal") == "Exists"
}

_tolerates(toleration, taint) if {
	toleration.key == taint.key
	object.get(toleration, "effect", "") in {"", taint.effect}
	object.get(toleration, "value", "") == object.get(taint, "value", "")
}
