# METADATA
# title: "Diagnosis: nodes"
# description: >-
#   Nodes that do not carry their pods: silent ones, ones that are not ready, ones without room, and what they did to pods.
#   A cordon is no fault; where it keeps a pod waiting, the pod says so.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.nodes

import data.lib.amounts
import data.lib.asks
import data.lib.claims
import data.lib.findings
import data.lib.jobs
import data.lib.placement
import data.lib.related
import data.lib.scheduler
import data.lib.seen
import data.lib.surroundings
import data.lib.unwell

# METADATA
# title: The nodes of pods that they may be the cause for
asks contains asks.want(3, asks.get("v1/Node", "", name)) if {
	not placement.whole
	some name in array.slice(_suspects, 0, data.config.diagnosis.samples)
}

# METADATA
# title: All nodes that are unwell, where everything is looked at
asks contains asks.want(3, asks.list("unwell nodes", "v1/Node", "", {
	"where": unwell.where.Node,
	"options": {"view": "object", "limit": data.config.diagnosis.objects},
})) if {
	surroundings.wide
	surroundings.namespace == ""
}

# METADATA
# title: All nodes, where one that a pod names was not found
# description: A dump may hold no nodes at all, which says nothing.
asks contains asks.want(3, placement.ask) if {
	some name in _suspects
	seen.absent(asks.get("v1/Node", "", name).id)
}

# METADATA
# title: "{object} does not answer: its kubelet stopped posting its status (NodeStatusUnknown, NotReady).{pods}"
# description: The machine is off, cut off, or its kubelet does not run; what its pods do is unknown.
# custom:
#   code: node_silent
#   stage: cluster
#   weight: 92
#   remedy: Have a person look at the machine {node} (power, network, kubelet); if it is gone for good, delete the Node so that its pods move.
finding contains findings.of(rego.metadata.rule(), _about(node, ["Ready"])) if {
	some node in _nodes
	_condition(node, "Ready").status == "Unknown"
}

# METADATA
# title: "{object} is not ready: its network plugin is not ready (NetworkPluginNotReady).{pods}"
# description: Without a network plugin no pod on the node gets an address.
# custom:
#   code: node_network_plugin
#   stage: cluster
#   weight: 92
#   remedy: Look at the pod of the network plugin (CNI) on {node}, mostly one of a DaemonSet in kube-system.
finding contains findings.of(rego.metadata.rule(), _about(node, ["Ready"])) if {
	some node in _nodes
	_trouble(node) == "network"
}

# METADATA
# title: "{object} is not ready: its container runtime does not work (container runtime is down).{pods}"
# description: The kubelet cannot start or stop containers there.
# custom:
#   code: node_runtime
#   stage: cluster
#   weight: 92
#   remedy: Have a person look at the container runtime of {node}, and restart it or the machine.
finding contains findings.of(rego.metadata.rule(), _about(node, ["Ready"])) if {
	some node in _nodes
	_trouble(node) == "runtime"
}

# METADATA
# title: "{object} is not ready ({reason}).{pods}"
# description: Its kubelet says so; the message says why.
# custom:
#   code: node_not_ready
#   stage: cluster
#   weight: 92
#   remedy: Read what the kubelet says in the evidence, and have a person look at {node}.
finding contains findings.of(rego.metadata.rule(), object.union(_about(node, ["Ready"]), {
	"values": {"reason": object.get(_condition(node, "Ready"), "reason", "NotReady")},
})) if {
	some node in _nodes
	_trouble(node) == "other"
}

# METADATA
# title: "{object} has run short of {what} ({pressure}), so that its kubelet evicts pods and takes no new ones.{pods}"
# description: A kubelet that has too little left of something ends pods to save the node.
# custom:
#   code: node_pressure
#   stage: cluster
#   weight: 88
#   remedy: Find what uses up the {what} of {node}, free some, and set requests and limits that tell the truth.
finding contains findings.of(rego.metadata.rule(), object.union(_about(node, [type]), {
	"values": {"pressure": type},
	"words": {"what": what, "pods": concat("", [_listed(" Evicted: ", _evicted(node)), _listed(" Kept off: ", _kept_off(node)), _listed(" Waiting there: ", _silent(node))])},
	"evidence": array.concat(_conditions(node, [type]), [findings.field(pod, "status", object.filter(pod.status, ["reason", "message"])) |
		some pod in array.slice(_evicted(node), 0, 3)
	]),
	"fold": type,
	"reaches": _reached(_pressed(node)),
})) if {
	some node in _nodes
	some type, what in {"DiskPressure": "disk space", "MemoryPressure": "memory", "PIDPressure": "process numbers"}
	_condition(node, type).status == "True"
}

# METADATA
# title: "{object} has no route in the network of the cluster (NetworkUnavailable).{pods}"
# description: Pods on it cannot be reached, and reach nobody.
# custom:
#   code: node_network
#   stage: cluster
#   weight: 88
#   remedy: Ask who runs the network of the cluster for the route to {node}.
finding contains findings.of(rego.metadata.rule(), _about(node, ["NetworkUnavailable"])) if {
	some node in _nodes
	_condition(node, "NetworkUnavailable").status == "True"
}

# METADATA
# title: "{object} is cordoned and takes no new pods (SchedulingDisabled)."
# description: Somebody wanted it so, mostly for maintenance.
# custom:
#   code: node_cordoned
#   stage: wanted
#   weight: 25
#   quiet: true
#   remedy: Have a person uncordon {node} when its maintenance is over (kubectl uncordon).
finding contains findings.of(rego.metadata.rule(), {
	"object": node,
	"values": {"node": node.metadata.name},
	"evidence": [findings.field(node, "spec.unschedulable", true)],
}) if {
	some key, node in _nodes
	key == seen.target.key
	node.spec.unschedulable
}

# METADATA
# title: "{object} is on node {node}, which no longer exists (Node not found)."
# description: The machine was taken away; its pod stays in the books until somebody clears it.
# custom:
#   code: node_gone
#   stage: node
#   weight: 90
#   remedy: Delete the pod by force when it is certain that the machine is off; its controller makes another.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"node": pod.spec.nodeName},
	"evidence": [findings.field(pod, "spec.nodeName", pod.spec.nodeName)],
	"reaches": _reached([pod]),
}) if {
	some pod in seen.pods
	_is_gone(pod.spec.nodeName)
	not pod.status.phase in {"Succeeded", "Failed"}
	_is_lost(pod)
}

# A dump may leave nodes out; what runs there is no loss.
_is_lost(pod) if pod.metadata.deletionTimestamp

_is_lost(pod) if pod.status.phase == "Unknown"

_is_lost(pod) if pod.status.reason in {"NodeLost", "NodeNotFound"}

# METADATA
# title: "{object} cannot start: node {node} cannot set up its network{why} (FailedCreatePodSandBox)."
# description: Before the first container the runtime makes a sandbox with an address, for which it asks the network plugin.
# custom:
#   code: sandbox_failed
#   stage: scheduling
#   weight: 85
#   remedy: Look at the pod of the network plugin (CNI) on {node}, and at the addresses it has left.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"node": pod.spec.nodeName},
	"words": {"why": _sandbox_words(event.message)},
	"evidence": [findings.event(event)],
}) if {
	some pod in seen.pods
	pod.status.phase == "Pending"
	some event in _sandbox(pod)
}

_nodes := seen.objects("Node")

_condition(node, type) := [one | some one in object.get(node, ["status", "conditions"], []); one.type == type][0]

# What a kubelet that is not ready says of it. That of the network plugin is a part of what the runtime says.
_trouble(node) := array.concat([trouble | some [text, trouble] in _troubles; contains(message, text)], ["other"])[0] if {
	ready := _condition(node, "Ready")
	ready.status == "False"
	message := lower(object.get(ready, "message", ""))
}

_troubles := [
	["networkplugin", "network"],
	["network plugin", "network"],
	["cni", "network"],
	["runtime", "runtime"],
	["pleg", "runtime"],
]

_about(node, types) := {
	"object": node,
	"values": {"node": node.metadata.name},
	"words": {"pods": concat("", [_listed(" On it: ", _on(node)), _listed(" Kept off: ", _kept_off(node)), _tied(node)])},
	"evidence": array.concat(_conditions(node, types), _waiting(node)),
	"reaches": _reached(array.concat(_on(node), _kept_off(node))),
}

_conditions(node, types) := array.concat(
	[findings.field(node, concat("", ["status.conditions[", one.type, "]"]), object.filter(one, _telling)) |
		some one in object.get(node, ["status", "conditions"], [])
		one.type in types
	],
	[findings.event(event) | some event in array.slice(array.reverse(_warnings(node)), 0, 3)],
)

_listed(words, pods) := concat("", [words, findings.word(names), "."]) if {
	names := sort({concat("/", [seen.namespace_of(pod), pod.metadata.name]) | some pod in pods})
	count(names) > 0
}

else := ""

_telling := ["status", "reason", "message", "lastTransitionTime"]

_warnings(node) := [event | some event in seen.events_of(node); event.type == "Warning"]

_on(node) := [pod | some pod in seen.pods; pod.spec.nodeName == node.metadata.name]

# Pods that wait, and could run there if it were well.
_kept_off(node) := [one.pod |
	some one in scheduler.stuck
	some kept in placement.view(one).kept
	kept.node.name == node.metadata.name
	kept.why in {"down", "pressure"}
	_would_help(one, node)
]

# In a large cluster one node more or less is no reason.
_would_help(one, node) if {
	view := placement.view(one)
	count([kept | some kept in view.kept; kept.why in {"down", "pressure"}]) * 5 >= count(view.able)
	every resource in ["cpu", "memory"] { _is_large_enough(node, one.pod, resource) }
}

_is_large_enough(node, pod, resource) if {
	placement.requested(pod, resource) <= amounts.milli(node.status.allocatable[resource])
}

# A node that is down may not say how large it is.
_is_large_enough(node, _, resource) if not node.status.allocatable[resource]

# Why no other node takes what waits for this one.
_tied(node) := " No other node can reach its volume (volume node affinity)." if {
	some one in _stuck_for(node)
	some reason in one.reasons
	reason.is == "volume"
}

else := ""

# What the scheduler says of one of them.
_waiting(node) := [findings.field(one.pod, "status.conditions[PodScheduled].message", one.message) |
	some one in array.slice(_stuck_for(node), 0, 1)
]

_stuck_for(node) := [one |
	some one in scheduler.stuck
	some pod in _kept_off(node)
	seen.key_of(pod) == seen.key_of(one.pod)
]

_evicted(node) := [pod | some pod in _on(node); pod.status.reason == "Evicted"]

_pressed(node) := array.concat(array.concat(_evicted(node), _kept_off(node)), _silent(node))

# Pods there that do not begin, and of which nobody says why.
_silent(node) := [pod |
	some pod in _on(node)
	pod.status.phase == "Pending"
	not pod.metadata.deletionTimestamp
	every status in pod.status.containerStatuses { status.state.waiting.reason in {"PodInitializing", "ContainerCreating"} }
	count([event | some event in seen.events_of(pod); event.type == "Warning"]) == 0
]

# A pod, all that it takes along, and the pods that wait for a volume that it holds.
_reached(pods) := {key | some pod in pods; some key in findings.parts(pod)} | {key |
	some pod in pods
	some other, waiting in claims.starting
	count(placement.claims(pod) & placement.claims(waiting)) > 0
	some key in related.reaches(other)
}

# Pods that a node may have to do with.
_suspects := sort({pod.spec.nodeName |
	some pod in seen.pods
	object.get(pod, ["spec", "nodeName"], "") != ""
	not _is_target(pod.spec.nodeName)
	_is_suspicious(pod)
})

_is_target(name) if seen.target.key == seen.key("Node", "", name)

_is_suspicious(pod) if pod.status.phase == "Unknown"

_is_suspicious(pod) if pod.metadata.deletionTimestamp

_is_suspicious(pod) if pod.status.reason in {"Evicted", "NodeLost"}

_is_suspicious(pod) if {
	jobs.failing(pod, "Ready")
	every status in object.get(pod, ["status", "containerStatuses"], []) { status.ready }
}

_is_suspicious(pod) if {
	some event in seen.events_of(pod)
	event.reason in {"NodeNotReady", "TaintManagerEviction", "FailedCreatePodSandBox"}
}

# The node of who holds a volume may be down.
_is_suspicious(pod) if {
	some key, _ in claims.starting
	some event in claims.complaints[key]
	contains(event.message, "Multi-Attach error")
	count(placement.claims(pod) & placement.claims(seen.pods[key])) > 0
}

_is_gone(name) if {
	placement.whole
	name != ""
	not _nodes[seen.key("Node", "", name)]
}

_sandbox(pod) := [event |
	heard := [event | some event in seen.events_of(pod); event.reason in _steps]
	event := heard[count(heard) - 1]
	event.reason == "FailedCreatePodSandBox"
]

_steps := {"FailedCreatePodSandBox", "Pulling", "Pulled", "Created", "Started"}

_sandbox_words(message) := array.concat([words | some [text, words] in _networks; contains(lower(message), text)], [""])[0]

_networks := [
	["no ip addresses available", ": no address is left"],
	["no available ip", ": no address is left"],
	["failed to assign an ip", ": no address is left"],
	["runtimehandler", ": it has not the runtime of the pod's runtime class"],
	["connection refused", ": its network plugin does not answer"],
	["no such file", ": its network plugin is not set up"],
	["unauthorized", ": its network plugin is not let in by the API server"],
]
