# METADATA
# title: "Diagnosis: evictions"
# description: >-
#   Pods that were taken off their node, or refused by it, and are missed. What was replaced by healthy pods since is no
#   finding, and stands there until it is collected.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.evictions

import data.lib.asks
import data.lib.findings
import data.lib.jobs
import data.lib.related
import data.lib.seen

# METADATA
# title: "{who} was evicted from node {node}, which was low on {resource}{usage} (Evicted)."
# description: The kubelet frees what its node is short of, and takes first who uses more than it requested.
# custom:
#   code: evicted
#   stage: node
#   weight: 88
#   remedy: Give its containers requests for {resource} that fit what they use, so that it is placed where there is enough; or find what grows.
finding contains findings.of(rego.metadata.rule(), _about(pod, {
	"values": {"node": _node(pod), "resource": resource},
	"words": {"usage": _usage(pod)},
	"fold": resource,
})) if {
	some pod in _evicted
	resource := _found(`low on resource: ([a-z0-9/-]+)`, pod.status.message)[0]
}

# METADATA
# title: "{who} was evicted because it used more local storage than its limit of {limit}{what} (Evicted, ephemeral-storage)."
# description: Logs, the writable layer and emptyDir volumes count against the limit of ephemeral-storage, and a volume may have a limit of its own.
# custom:
#   code: evicted_for_storage
#   stage: storage
#   weight: 88
#   remedy: Raise the limit (resources.limits.ephemeral-storage, or sizeLimit of the volume), or let it write less and clean up.
finding contains findings.of(rego.metadata.rule(), _about(pod, {
	"values": {"limit": limit},
	"words": {"what": _volume(pod)},
	"fold": limit,
})) if {
	some pod in _evicted
	limit := _found(`(?:limit|total limit of containers) "?([0-9]+(?:[.][0-9]+)?[A-Za-z]*)"?`, pod.status.message)[0]
}

# METADATA
# title: "{who} was refused by node {node}, which had {condition} (Evicted)."
# description: A node under pressure takes no more pods.
# custom:
#   code: evicted_at_once
#   stage: node
#   weight: 86
#   remedy: See what is short on node {node}; the pods that are created next are placed elsewhere, where something is free.
finding contains findings.of(rego.metadata.rule(), _about(pod, {
	"values": {"node": _node(pod), "condition": condition},
	"fold": condition,
})) if {
	some pod in _evicted
	condition := _found(`had condition: \[([A-Za-z, ]+)\]`, pod.status.message)[0]
}

# METADATA
# title: "{who} was evicted from node {node} (Evicted)."
# description: The message of its status says why.
# custom:
#   code: evicted_otherwise
#   stage: node
#   weight: 84
#   remedy: Read the message in the evidence and correct what it names.
finding contains findings.of(rego.metadata.rule(), _about(pod, {"values": {"node": _node(pod)}})) if {
	some pod in _evicted
	not regex.match(`low on resource: |limit "?[0-9]|containers "?[0-9]|had condition: `, object.get(pod, ["status", "message"], ""))
}

# METADATA
# title: "{who} ended when node {node} was shut down ({reason})."
# description: Pods of a node that shuts down are ended, and their owners create others elsewhere.
# custom:
#   code: node_shut_down
#   stage: node
#   weight: 80
#   remedy: See why node {node} was shut down, and whether the others can take what ran on it.
finding contains findings.of(rego.metadata.rule(), _about(pod, {
	"values": {"node": _node(pod), "reason": pod.status.reason},
})) if {
	some pod in _missed
	pod.status.reason in {"NodeShutdown", "Terminated", "Shutdown"}
}

# METADATA
# title: "{who} was refused by node {node} after it had been placed there ({reason})."
# description: The kubelet judges again what the scheduler decided, and found that the pod does not fit.
# custom:
#   code: refused_by_node
#   stage: node
#   weight: 82
#   remedy: Read the message in the evidence; see what else is on node {node} that the scheduler does not count.
finding contains findings.of(rego.metadata.rule(), _about(pod, {
	"values": {"node": _node(pod), "reason": pod.status.reason},
	"fold": pod.status.reason,
})) if {
	some pod in _missed
	_is_refused(pod.status.reason)
}

_is_refused(reason) if startswith(reason, "OutOf")

_is_refused(reason) if reason in {"UnexpectedAdmissionError", "NodeAffinity", "NodePorts", "NodeSelectorMismatching"}

# METADATA
# title: "{who} had to go for a pod of higher priority{node} (Preempted)."
# description: Where nothing else is free, the scheduler takes pods of lower priority off a node.
# custom:
#   code: preempted
#   stage: node
#   weight: 84
#   remedy: Give the cluster more nodes, or {owner} a priority (priorityClassName) that fits its importance.
finding contains findings.of(rego.metadata.rule(), object.union(_about(gone.pod, {}), {
	"words": {
		"who": _who(gone.pod),
		"node": concat("", [concat(" ", [" on node", findings.word(node)]) |
			some node in array.slice(_found(`on node ([A-Za-z0-9.-]+)`, gone.event.message), 0, 1)
		]),
	},
	"evidence": [findings.event(gone.event)],
	"reaches": _waiting(gone.pod),
})) if {
	some gone in _gone
	gone.event.reason in {"Preempted", "Preempting"}
}

# METADATA
# title: "{who} was deleted from its node for a taint that it does not tolerate (TaintManagerEviction, NoExecute)."
# description: A node that is not ready or not reachable gets such a taint, and so may whoever runs the cluster set one.
# custom:
#   code: tainted_away
#   stage: node
#   weight: 82
#   remedy: See the taints of its node; if the node is not ready, that is what to put right.
finding contains findings.of(rego.metadata.rule(), object.union(_about(gone.pod, {}), {"evidence": [findings.event(gone.event)]})) if {
	some gone in _gone
	gone.event.reason == "TaintManagerEviction"
	not startswith(gone.event.message, "Cancelling")
}

# METADATA
# title: The node that a pod was evicted from
# description: What it was short of may still be short.
asks contains asks.want(3, asks.get("v1/Node", "", pod.spec.nodeName)) if {
	some pod in _evicted
	pod.spec.nodeName
}

_evicted := [pod | some pod in _missed; pod.status.reason == "Evicted"]

# Pods that are over, and whose place is empty since.
_missed := [pod |
	some pod in seen.pods
	pod.status.phase == "Failed"
	object.get(pod, ["status", "reason"], "") != ""
	not jobs.over(pod)
	_is_missed(pod)
]

_is_missed(pod) if seen.key_of(pod) == seen.target.key

_is_missed(pod) if {
	seen.lately(_end(pod))
	_is_short(related.root(seen.key_of(pod)))
}

_is_missed(pod) if {
	count(_replacements(pod)) > 0
	_is_short(related.root(seen.key_of(pod)))
}

# By its status, where there is one: a pod that stands alone, and a job, are short of one that is gone.
_is_short(root) if {
	workload := seen.objects(split(root, "/")[0])[root]
	_ready(workload) < _wanted(workload)
}

_is_short(root) if {
	not seen.objects(split(root, "/")[0])[root].status
	count([pod | some pod in related.pods(root); _is_ready(pod)]) == 0
}

_ready(workload) := object.get(workload, ["status", "numberReady"], object.get(workload, ["status", "readyReplicas"], 0))

_wanted(workload) := object.get(workload, ["status", "desiredNumberScheduled"], object.get(workload, ["spec", "replicas"], 1))

_is_ready(pod) if {
	some condition in pod.status.conditions
	condition.type == "Ready"
	condition.status == "True"
}

# Pods that were created in its place, and are not ready.
_replacements(pod) := [seen.key_of(other) |
	root := related.root(seen.key_of(pod))
	some other in related.pods(root)
	other.metadata.name != pod.metadata.name
	other.status.phase != "Failed"
	not _is_ready(other)
	later := seen.ago(_end(pod)) - seen.ago(other.metadata.creationTimestamp)
	later > -60
	later < 300
]

# Who waits for the place that it lost.
_waiting(pod) := [seen.key_of(other) |
	some other in related.pods(related.root(seen.key_of(pod)))
	other.status.phase == "Pending"
]

# When a pod ended, by the first that says it.
_end(pod) := array.concat(
	[condition.lastTransitionTime | some condition in pod.status.conditions; condition.type == "DisruptionTarget"],
	array.concat(
		[event.last | some event in array.reverse(seen.events_of(pod)); event.reason == pod.status.reason],
		array.concat(
			[status.state.terminated.finishedAt | some status in pod.status.containerStatuses],
			[time | time := pod.status.startTime],
		),
	),
)[0]

# Events about pods that are gone, of a workload that is short since.
_gone := [{"event": event, "pod": pod} |
	some event in seen.events
	event.kind == "Pod"
	event.reason in {"Preempted", "Preempting", "TaintManagerEviction"}
	seen.lately(event.last)
	pod := _pod(event)
	_is_short(related.root(seen.key_of(pod)))
]

_pod(event) := seen.pods[key] if {
	key := seen.key("Pod", event.namespace, event.name)
	seen.pods[key]
}

else := owner if {
	owner := seen.objects(seen.target.kind)[seen.target.key]
	startswith(event.name, concat("", [seen.target.name, "-"]))
}

_about(pod, more) := object.union(more, {
	"object": pod,
	"words": object.union({"who": _who(pod)}, object.get(more, "words", {})),
	"reaches": _replacements(pod),
	"evidence": array.concat(
		[findings.field(pod, "status", object.filter(pod.status, ["phase", "reason", "message"]))],
		[findings.event(event) | some event in seen.events_of(pod); event.type == "Warning"],
	),
})

_who(pod) := findings.said(seen.key_of(pod)) if related.root(seen.key_of(pod)) == seen.key_of(pod)

else := concat(" ", ["A pod of", findings.said(related.root(seen.key_of(pod)))])

_usage(pod) := concat("", [
	"; its container ",
	findings.word(found[0]),
	" used ",
	findings.word(found[1]),
	" and requested ",
	findings.word(found[2]),
]) if {
	found := _found(`Container (\S+) was using (\S+), request is ([^,\s]+)`, pod.status.message)
}

else := ""

_volume(pod) := concat(" ", [" on volume", findings.word(found[0])]) if {
	found := _found(`EmptyDir volume "([^"]+)"`, pod.status.message)
}

else := ""

_node(pod) := object.get(pod, ["spec", "nodeName"], "unknown")

_found(form, text) := array.slice(found[0], 1, 9) if {
	found := regex.find_all_string_submatch_n(form, text, 1)
	count(found) > 0
}
