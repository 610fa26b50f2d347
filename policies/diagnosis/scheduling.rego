# METADATA
# title: "Diagnosis: scheduling"
# description: >-
#   Pods that no node takes. The scheduler gives a reason for each node; the one that would have to go for the pod to run
#   leads, the others are counted behind it. The taint of the control plane is there every day and never leads.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.scheduling

import data.lib.amounts
import data.lib.asks
import data.lib.findings
import data.lib.placement
import data.lib.related
import data.lib.revisions
import data.lib.scheduler
import data.lib.seen
import data.lib.surroundings

# METADATA
# title: The nodes, once a pod has none
asks contains asks.want(2, placement.ask) if {
	some _, one in scheduler.stuck
	not one.gated
}

# METADATA
# title: Who was put off for others
# description: Where everything is looked at, only warnings are asked for otherwise.
asks contains asks.want(3, asks.list("preemptions", "v1/Event", surroundings.namespace, {
	"selector": {"fields": "reason=Preempted"},
	"options": {"view": "object", "limit": data.config.diagnosis.objects},
})) if {
	surroundings.wide
	count(scheduler.stuck) > 0
}

# METADATA
# title: "{object} fits on no node: it requests {requested} {resource}, and the largest node it may run on has {largest} (Insufficient {resource}).{others}"
# description: Not that the nodes are full; none is big enough, so that waiting does not help.
# custom:
#   code: no_node_large_enough
#   stage: scheduling
#   weight: 80
#   remedy: Lower the {resource} request of {owner} below what a node has, or add a larger node; waiting does not help.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["containers"]), {
	"values": {
		"resource": one.short,
		"requested": amounts.said(one.short, placement.requested(one.pod, one.short)),
		"largest": amounts.said(one.short, one.view.largest[one.short]),
	},
	"evidence": array.concat(_requests(one.pod, one.short), array.concat(
		[findings.field(node.node, concat("", ["status.allocatable.", one.short]), node.allocatable[one.short]) |
			some node in array.slice(one.view.open, 0, 3)
		],
		_evidence(one),
	)),
})) if {
	some one in _cases
	one.lead == "large"
}

# Where everything is looked at, full nodes concern many at once, which is told once.
# METADATA
# title: "{object} cannot be scheduled: no node has the {requested} {resource} free that it requests; {number} of {total} nodes are too full (Insufficient {resource}).{others}{more}"
# description: A node is full when the requests of its pods add up to what it has, however idle it is.
# custom:
#   code: nodes_full
#   stage: scheduling
#   weight: 80
#   remedy: Free {resource} (lower requests that are higher than need be, scale something down) or add a node.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["containers"]), {
	"values": {
		"resource": one.short,
		"requested": amounts.said(one.short, placement.requested(one.pod, one.short)),
	},
	"words": {"more": _more_words(one)},
	"evidence": array.concat(_requests(one.pod, one.short), _evidence(one)),
	"reaches": array.concat(_waiting(one.pod), [key | some other in _same(one); some key in related.reaches(other.key)]),
})) if {
	some one in _cases
	one.lead == "short"
	count([other | some other in _same(one); other.key < one.key]) == 0
}

# METADATA
# title: "{object} cannot be scheduled: it requests {resource}, which no node that it may run on offers (Insufficient {resource}).{others}"
# description: Devices such as GPUs are offered by a plugin on the node; without it a node has none.
# custom:
#   code: resource_not_offered
#   stage: scheduling
#   weight: 80
#   remedy: Check the name {resource} and that its device plugin runs on the nodes that have the device, or add such a node.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["containers", "nodeSelector", "affinity"]), {
	"values": {"resource": resource},
	"evidence": array.concat(_requests(one.pod, resource), _evidence(one)),
})) if {
	some one in _cases
	one.lead == "absent"
	resource := _missing(one)
}

# METADATA
# title: "{object} cannot be scheduled: {number} of {total} nodes have as many pods as they may have (Too many pods).{others}"
# description: A node takes a number of pods at most, 110 unless the kubelet is told otherwise.
# custom:
#   code: too_many_pods
#   stage: scheduling
#   weight: 80
#   remedy: Add a node, delete pods that are not needed, or have maxPods of the kubelets raised.
finding contains findings.of(rego.metadata.rule(), _about(one, [])) if {
	some one in _cases
	one.lead == "pods"
}

# METADATA
# title: "{object} cannot be scheduled: it does not tolerate the taint {taint} of the nodes that it could run on (untolerated taint).{near}{others}"
# description: A taint keeps a node for pods that tolerate it.
# custom:
#   code: untolerated_taint
#   stage: scheduling
#   weight: 80
#   remedy: If it belongs there, give {owner} a toleration that fits {taint}; else add a node without the taint.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["tolerations", "nodeSelector", "affinity"]), {
	"values": {"taint": _taint(one)},
	"words": {"near": _near(one)},
	"evidence": array.concat(_tolerations(one.pod), array.concat(_tainted(one), _evidence(one))),
})) if {
	some one in _cases
	one.lead == "taint"
}

# METADATA
# title: "{object} cannot be scheduled: it asks for the node label {label}, which no node has (node affinity/selector).{others}"
# description: A node selector, or a required node affinity, admits only nodes with the labels it names.
# custom:
#   code: no_node_with_label
#   stage: scheduling
#   weight: 80
#   remedy: Correct the node selector of {owner}, or have a person label a node {label}.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["nodeSelector", "affinity"]), {
	"values": {"label": labels},
	"evidence": array.concat(_alike(one), _evidence(one)),
})) if {
	some one in _cases
	one.lead == "selector"
	labels := _unmet(one)
	count(labels) > 0
}

# METADATA
# title: "{object} cannot be scheduled: no node fits its node selector and its required node affinity (node affinity/selector).{others}"
# description: Each label may be on some node, but no node has all that one term asks for.
# custom:
#   code: no_node_matches
#   stage: scheduling
#   weight: 80
#   remedy: Compare the node selector and the affinity of {owner} with the labels of the nodes, and correct either.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["nodeSelector", "affinity"]), {
	"evidence": array.concat(_chosen(one.pod), _evidence(one)),
})) if {
	some one in _cases
	one.lead == "selector"
	count(_unmet(one)) == 0
}

# METADATA
# title: "{object} cannot be scheduled: what it could run on is cordoned ({node}, SchedulingDisabled).{others}"
# description: Somebody keeps new pods off the node, mostly for maintenance.
# custom:
#   code: nodes_cordoned
#   stage: scheduling
#   weight: 80
#   remedy: Have a person uncordon {node} when its maintenance is over (kubectl uncordon), or add a node.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, []), {
	"words": {"node": _names(one, "cordoned")},
	"evidence": array.concat(
		[findings.field(node, "spec.unschedulable", true) | some node in _kept(one, "cordoned")],
		_evidence(one),
	),
})) if {
	some one in _cases
	one.lead == "cordoned"
}

# METADATA
# title: "{object} cannot be scheduled: what it could run on is not ready ({node}).{others}"
# description: Nodes that do not answer, or say that they are not ready, take no pods.
# custom:
#   code: nodes_not_ready
#   stage: scheduling
#   weight: 80
#   remedy: Find out what is wrong with {node}, or add a node.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, []), {
	"words": {"node": _names(one, "down")},
	"evidence": _evidence(one),
})) if {
	some one in _cases
	one.lead == "down"
}

# METADATA
# title: "{object} cannot be scheduled: what it could run on is short of disk, memory or processes ({node}).{others}"
# description: A node under pressure takes no pods until it has room again.
# custom:
#   code: nodes_under_pressure
#   stage: scheduling
#   weight: 80
#   remedy: Find out what fills {node}, or add a node.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, []), {
	"words": {"node": _names(one, "pressure")},
	"evidence": _evidence(one),
})) if {
	some one in _cases
	one.lead == "pressure"
}

# METADATA
# title: "{object} cannot be scheduled: the only nodes left are those of the control plane, which take no ordinary pods.{others}"
# description: All other nodes are gone, or there were never any.
# custom:
#   code: only_control_plane
#   stage: scheduling
#   weight: 80
#   remedy: Add a worker node, or let {owner} tolerate the taint of the control plane if this is a cluster of one node.
finding contains findings.of(rego.metadata.rule(), _about(one, [])) if {
	some one in _cases
	one.lead == "control"
}

# METADATA
# title: "{object} cannot be scheduled: its volume {volume} is in {place}, and no node that it may run on is there (volume node affinity conflict).{others}"
# description: A disk of one zone, or of one node, can be used nowhere else.
# custom:
#   code: volume_elsewhere
#   stage: scheduling
#   weight: 85
#   remedy: Add a node in {place}, or restore the data to a volume that the other nodes can reach.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["nodeSelector", "affinity"]), {
	"values": {"volume": [volume.metadata.name | some volume in volumes], "place": _places(volumes)},
	"evidence": array.concat(_volume_places(volumes), _evidence(one)),
})) if {
	some one in _cases
	one.lead == "volume"
	volumes := placement.volumes(one.pod)
	count(_places(volumes)) > 0
}

# METADATA
# title: "{object} cannot be scheduled: {number} of {total} nodes cannot reach its volume (volume node affinity conflict).{others}"
# description: A disk of one zone, or of one node, can be used nowhere else.
# custom:
#   code: volume_out_of_reach
#   stage: scheduling
#   weight: 85
#   remedy: See in which zone or on which node the volume of its claim is, and have a node there take the pod.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["nodeSelector", "affinity"]), {
	"evidence": array.concat(
		[findings.field(one.pod, "spec.volumes[*].persistentVolumeClaim.claimName", sort(placement.claims(one.pod)))],
		_evidence(one),
	),
})) if {
	some one in _cases
	one.lead == "volume"
	count(_places(placement.volumes(one.pod))) == 0
}

# METADATA
# title: "{object} cannot be scheduled: its claim{claim} is not bound to a volume (unbound PersistentVolumeClaims)."
# description: A pod waits until its claims have volumes; why one has none is told by the claim.
# custom:
#   code: waits_for_claim
#   stage: scheduling
#   weight: 75
#   remedy: Find out why its claim{claim} has no volume.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, []), {
	"words": {"claim": _unbound_words(one)},
	"evidence": _evidence(one),
	"next": _look_at(one),
})) if {
	some one in _cases
	one.lead == "claim"
}

# METADATA
# title: "{object} cannot be scheduled: the host port {port} that it asks for is taken on {number} of {total} nodes (no free ports).{others}"
# description: A port of a node belongs to one pod; of two pods with the same host port each needs a node of its own.
# custom:
#   code: host_port_taken
#   stage: scheduling
#   weight: 80
#   remedy: Give up the host port for a Service, or let the old pod go first (strategy Recreate, or maxSurge 0), or add a node.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["containers"]), {
	"values": {"port": _host_ports(one.pod)},
	"evidence": array.concat([findings.field(one.pod, "spec.containers[*].ports[*].hostPort", _host_ports(one.pod))], _evidence(one)),
})) if {
	some one in _cases
	one.lead == "port"
}

# METADATA
# title: "{object} cannot be scheduled: on {number} of {total} nodes runs a pod that it must not stand beside, by {topology} (pod anti-affinity).{others}"
# description: A required anti-affinity keeps pods apart; with one pod a node there are never more pods than nodes.
# custom:
#   code: anti_affinity
#   stage: scheduling
#   weight: 80
#   remedy: Add a node, run fewer replicas, let a rollout take a pod away first (maxUnavailable 1), or make the rule a preferred one.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["affinity"]), {
	"words": {"topology": _topologies(one.pod, "podAntiAffinity")},
	"evidence": _evidence(one),
})) if {
	some one in _cases
	one.lead == "apart"
}

# METADATA
# title: "{object} cannot be scheduled: on {number} of {total} nodes no pod runs that it must stand beside, by {topology} (pod affinity).{others}"
# description: A required affinity waits for a pod with certain labels; where none runs, no node fits.
# custom:
#   code: pod_affinity
#   stage: scheduling
#   weight: 80
#   remedy: Check that pods with the labels its affinity names run, in the same namespace; correct the labels, or make the rule a preferred one.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["affinity"]), {
	"words": {"topology": _topologies(one.pod, "podAffinity")},
	"evidence": array.concat(_companions(one.pod), _evidence(one)),
})) if {
	some one in _cases
	one.lead == "together"
}

# METADATA
# title: "{object} cannot be scheduled: it must be spread evenly by {topology}, and where a pod is missing no node takes one (topology spread constraints).{others}"
# description: A spread with DoNotSchedule counts zones whose nodes cannot take a pod, too, unless it is told not to.
# custom:
#   code: topology_spread
#   stage: scheduling
#   weight: 80
#   remedy: Make the missing place take pods again (uncordon or add a node there), raise maxSkew, or set whenUnsatisfiable to ScheduleAnyway.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["topologySpreadConstraints"]), {
	"values": {"topology": [constraint.topologyKey | some constraint in _constraints(one.pod)]},
	"evidence": array.concat(
		array.concat(
			[findings.field(one.pod, "spec.topologySpreadConstraints", object.filter(constraint, _constraint_fields)) |
				some constraint in _constraints(one.pod)
			],
			_closed_places(one),
		),
		_evidence(one),
	),
})) if {
	some one in _cases
	one.lead == "spread"
}

# METADATA
# title: "{object} cannot be scheduled: {number} of {total} nodes have as many volumes attached as they may have (exceed max volume count).{others}"
# description: A machine can have so many disks; the driver says how many.
# custom:
#   code: volume_limit
#   stage: scheduling
#   weight: 80
#   remedy: Add a node, or move pods with volumes elsewhere.
finding contains findings.of(rego.metadata.rule(), _about(one, [])) if {
	some one in _cases
	one.lead == "attachments"
}

# METADATA
# title: "{object} cannot be scheduled: its claim {claim} is in use by another pod, and only one may use it (ReadWriteOncePod).{others}"
# description: A claim with ReadWriteOncePod is for one pod at a time.
# custom:
#   code: claim_taken
#   stage: scheduling
#   weight: 80
#   remedy: Let the other pod go first (strategy Recreate), or use another access mode.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["volumes"]), {
	"values": {"claim": sort(placement.claims(one.pod))},
	"evidence": _evidence(one),
})) if {
	some one in _cases
	one.lead == "held"
}

# METADATA
# title: "{object} cannot be scheduled: {number} of {total} nodes have too little storage for its claim {claim} (not enough free storage).{others}"
# description: The storage driver says how much it can still make, by place.
# custom:
#   code: storage_full
#   stage: scheduling
#   weight: 80
#   remedy: Free or add storage, or claim less.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, []), {
	"values": {"claim": sort(placement.claims(one.pod))},
	"evidence": _evidence(one),
})) if {
	some one in _cases
	one.lead == "storage"
}

# METADATA
# title: "{object} cannot be scheduled: no node can give the devices that it claims (ResourceClaim).{others}"
# description: Devices are allocated by dynamic resource allocation; none that fits its claims is free.
# custom:
#   code: devices_taken
#   stage: scheduling
#   weight: 80
#   remedy: Look at its ResourceClaims and at the ResourceSlices of the nodes.
finding contains findings.of(rego.metadata.rule(), _about(one, [])) if {
	some one in _cases
	one.lead == "device"
}

# METADATA
# title: "{object} cannot be scheduled: the cluster has none (no nodes available)."
# description: Nothing can run until a node has joined.
# custom:
#   code: no_nodes
#   stage: cluster
#   weight: 95
#   remedy: Add a node, or find out why none joins.
finding contains findings.of(rego.metadata.rule(), _about(one, [])) if {
	some one in _cases
	one.lead == "none"
}

# METADATA
# title: "{object} cannot be scheduled, for a reason that has no name here (Unschedulable)."
# description: The scheduler, or a plugin of it, says why in words of its own.
# custom:
#   code: unschedulable
#   stage: scheduling
#   weight: 70
#   remedy: Read what the scheduler says in the evidence.
finding contains findings.of(rego.metadata.rule(), _about(one, [])) if {
	some one in _cases
	one.lead == "other"
}

# METADATA
# title: "{object} is not scheduled on purpose: its scheduling gates are not removed ({gate}, SchedulingGated)."
# description: The scheduler leaves a pod alone until whoever set its gates removes them.
# custom:
#   code: scheduling_gated
#   stage: scheduling
#   weight: 75
#   remedy: Find what removes the gate {gate} (a queue or an operator of that name), and what it waits for.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, []), {
	"values": {"gate": [gate.name | some gate in object.get(one.pod, ["spec", "schedulingGates"], [])]},
	"evidence": array.concat(
		[findings.field(one.pod, "spec.schedulingGates", [gate.name | some gate in one.pod.spec.schedulingGates])],
		_evidence(one),
	),
})) if {
	some one in _cases
	one.lead == "gated"
}

# METADATA
# title: "{object} is seen by no scheduler: it asks for the one called {scheduler} (spec.schedulerName)."
# description: Only the scheduler of that name looks at the pod; where none runs under it, nothing ever happens.
# custom:
#   code: scheduler_missing
#   stage: scheduling
#   weight: 80
#   remedy: Correct spec.schedulerName (default-scheduler is the usual one), or see whether a scheduler called {scheduler} runs.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["schedulerName"]), {
	"values": {"scheduler": one.pod.spec.schedulerName},
	"evidence": [findings.field(one.pod, "spec.schedulerName", one.pod.spec.schedulerName)],
})) if {
	some one in _cases
	one.lead == "unseen"
	one.pod.spec.schedulerName != "default-scheduler"
	not _is_new(one.pod)
}

_is_new(pod) if seen.ago(pod.metadata.creationTimestamp) <= 60

# METADATA
# title: "{object} has not been looked at by the scheduler of the cluster."
# description: A pod without any word of the scheduler after minutes means that the scheduler does not work.
# custom:
#   code: scheduler_silent
#   stage: cluster
#   weight: 80
#   remedy: Ask who runs the cluster whether kube-scheduler works.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, []), {
	"evidence": [findings.field(one.pod, "metadata.creationTimestamp", object.get(one.pod, ["metadata", "creationTimestamp"], "not said"))],
})) if {
	some one in _cases
	one.lead == "unseen"
	object.get(one.pod, ["spec", "schedulerName"], "default-scheduler") == "default-scheduler"
	seen.aged(one.pod)
}

# Each pod with the reason that leads. Of what lacks on several nodes, what no node could ever give comes first.
_cases := [object.union(one, {
	"key": key,
	"root": related.root(key),
	"view": view,
	"lead": sort(_leads(one, view))[0][1],
	"short": _short(one, view),
}) |
	some key, one in scheduler.stuck
	view := placement.view(one)
]

_leads(one, view) := (_plain(one) | _by_nodes(one, view)) | (_by_reasons(one) | {[99, "other"]})

_plain(one) := ({[0, "gated"] | one.gated} | {[1, "unseen"] | one.message == ""}) | {[2, "none"] | contains(one.message, "no nodes available")}

# Where the nodes were seen they tell what the scheduler leaves open: whether a tainted node would have fit at all.
_by_nodes(one, view) := ({[20, "selector"] | count(view.chosen) == 0} | {[21, "volume"] | _narrows(view.chosen, view.near)}) | (({[22, "absent"] |
	_narrows(view.near, view.able)
} | {[23, why] | _narrows(view.able, view.open); why := _shut(view)}) | {[30, "large"] | _is_large(one, view, _short(one, view))})

_narrows(more, less) if {
	count(more) > 0
	count(less) == 0
}

_shut(view) := [why |
	whys := {kept.why | some kept in view.kept}
	some why in ["down", "cordoned", "pressure", "taint", "control"]
	why in whys
][0]

_is_large(one, view, resource) if placement.requested(one.pod, resource) > view.largest[resource]

_by_reasons(one) := {[_ranks[reason.is], reason.is] | some reason in one.reasons}

# A claim first: a pod with one that is not bound is held against no node. Then what a node that fits in all else lacks,
# then what keeps it from nodes in general.
_ranks := {
	"claim": 10,
	"short": 40,
	"pods": 41,
	"port": 42,
	"held": 43,
	"storage": 44,
	"attachments": 45,
	"apart": 46,
	"together": 47,
	"spread": 48,
	"device": 49,
	"volume": 50,
	"taint": 51,
	"selector": 52,
	"cordoned": 53,
	"down": 54,
	"pressure": 55,
	"control": 56,
}

# What most nodes lack; what none could ever give comes before.
_short(one, view) := array.concat(
	[entry[2] | some entry in sort([[_is_possible(one, view, reason.what), 0 - reason.number, reason.what] |
		some reason in one.reasons
		reason.is == "short"
	])],
	[""],
)[0]

_is_possible(one, view, resource) := 0 if _is_large(one, view, resource)

else := 1

# Pods of other workloads that wait for the same.
_same(one) := [other |
	surroundings.wide
	some other in _cases
	other.lead == one.lead
	other.short == one.short
	other.root != one.root
]

_more_words(one) := $" So it goes for pods of {number} other workloads." if {
	number := count({other.root | some other in _same(one)})
	number > 0
}

else := ""

_about(one, fields) := {
	"object": one.pod,
	"words": {
		"number": $"{_number(one)}",
		"total": $"{one.total}",
		"others": _others(one),
	},
	"evidence": _evidence(one),
	"reaches": _waiting(one.pod),
	"next": revisions.back(object.union({"metadata": {"name": ""}}, _set(one.pod)), fields),
}

_set(pod) := revisions.set_of(pod) if revisions.set_of(pod)

else := {}

_number(one) := sum([reason.number | some reason in one.reasons; _leads_here(one, reason)])

_leads_here(one, reason) if {
	reason.is == one.lead
	reason.what == one.short
}

_leads_here(one, reason) if {
	reason.is == one.lead
	reason.is != "short"
}

# A claim that waits for its first consumer waits for the pod.
_waiting(pod) := [key |
	some name in placement.claims(pod)
	key := seen.key("PersistentVolumeClaim", seen.namespace_of(pod), name)
	placement.claim_objects[key].status.phase == "Pending"
]

# What keeps it from the other nodes, in words of ours. Where no node would do anyway, they do not matter.
_others(one) := concat("", [" Other nodes: ", concat(", ", parts), "."]) if {
	not one.lead in {"large", "selector", "volume", "absent", "claim", "control", "other", "gated", "unseen", "none"}
	numbers_ := {words: sum([reason.number | some reason in one.reasons; _is_beside(one, reason); _word(reason) == words]) |
		some words in {_word(reason) | some reason in one.reasons; _is_beside(one, reason)}
	}
	parts := sort([concat(" ", [$"{number}", words]) | some words, number in numbers_])
	count(parts) > 0
}

else := ""

_is_beside(one, reason) if {
	not _leads_here(one, reason)
	not reason.is in {"control", "claim", "large"}
}

_word(reason) := concat(" ", ["short of", findings.word(reason.what)]) if reason.is == "short"

else := object.get(_words, reason.is, "that do not fit")

_words := {
	"pods": "with too many pods",
	"taint": "tainted for other pods",
	"down": "not ready",
	"pressure": "short of disk, memory or processes",
	"cordoned": "cordoned",
	"selector": "that its selector or affinity does not admit",
	"port": "with its host port taken",
	"apart": "with a pod that it must not stand beside",
	"together": "without the pod that it must stand beside",
	"spread": "where it would be spread unevenly",
	"volume": "that cannot reach its volume",
	"attachments": "with too many volumes",
	"held": "where its claim is in use",
	"storage": "with too little storage",
	"device": "without its devices",
}

# The condition is the state; the event says the same with a time and a number.
_evidence(one) := array.concat(
	[findings.field(one.pod, "status.conditions[PodScheduled].message", one.message) |
		one.message != ""
		not one.message in {event.message | some event in scheduler.events(one.pod)}
	],
	[findings.event(event) | some event in array.reverse(scheduler.events(one.pod))],
)

_requests(pod, resource) := array.concat(
	[findings.field(pod, _request(container, resource), container.resources.requests[resource]) |
		some container in pod.spec.containers
	],
	[findings.field(before, _request(container, resource), container.resources.requests[resource]) |
		set := revisions.set_of(pod)
		revisions.changed(set, ["containers"])
		before := revisions.before(set)
		some container in before.spec.template.spec.containers
	],
)

_request(container, resource) := concat("", ["spec.containers[", container.name, "].resources.requests.", resource])

_missing(one) := array.concat(
	sort([device |
		some device in placement.devices(one.pod)
		every node in one.view.near { not amounts.milli(node.allocatable[device]) > 0 }
	]),
	sort([device | some device in placement.devices(one.pod)]),
)[0]

# Of the nodes that fit in all else; where the nodes were not seen, as the scheduler says.
_taint(one) := sort({_spelled(kept.taint) | some kept in _kept_entries(one, "taint")}) if count(_kept_entries(one, "taint")) > 0

else := sort({_spelled(reason.what) | some reason in one.reasons; reason.is == "taint"})

_spelled(taint) := concat("", [
	taint.key,
	concat("", [mark | some mark in ["="]; object.get(taint, "value", "") != ""]),
	object.get(taint, "value", ""),
	concat("", [mark | some mark in [":"]; object.get(taint, "effect", "") != ""]),
	object.get(taint, "effect", ""),
])

# A toleration that was meant for the taint, and misses.
_near(one) := " It tolerates that key with another value or effect." if {
	keys := {split(split(text, "=")[0], ":")[0] | some text in _taint(one)}
	some toleration in object.get(one.pod, ["spec", "tolerations"], [])
	toleration.key in keys
}

else := ""

_tainted(one) := [findings.field(kept.node.node, "spec.taints", _spelled(kept.taint)) |
	some kept in array.slice(_kept_entries(one, "taint"), 0, 2)
]

_tolerations(pod) := [findings.field(pod, "spec.tolerations", _spelled(toleration)) |
	some toleration in object.get(pod, ["spec", "tolerations"], [])
	toleration.key
	not startswith(toleration.key, "node.kubernetes.io/")
]

# What selector and affinity ask for, one by one, and no node has.
_unmet(one) := sort({want.text |
	count(one.view.chosen) == 0
	some want in _wants(one.pod)
	every node in placement.nodes { not placement.chooses(want.spec, node) }
})

_wants(pod) := array.concat(
	[{"key": key, "text": concat("=", [key, value]), "spec": {"nodeSelector": {key: value}}} |
		some key, value in object.get(pod, ["spec", "nodeSelector"], {})
	],
	[{
		"key": expression.key,
		"text": concat("", [expression.key, _sign(expression.operator), concat(",", object.get(expression, "values", []))]),
		"spec": {"affinity": {"nodeAffinity": {_required: {"nodeSelectorTerms": [{part: [expression]}]}}}},
	} |
		some term in object.get(pod, ["spec", "affinity", "nodeAffinity", _required, "nodeSelectorTerms"], [])
		some part in ["matchExpressions", "matchFields"]
		some expression in object.get(term, part, [])
	],
)

_required := "requiredDuringSchedulingIgnoredDuringExecution"

_sign(operator) := object.get({"In": "=", "NotIn": "~", "Gt": "~", "Lt": "~"}, operator, "")

# Labels of nodes whose key is the same, or the same but for its marks: often one was meant for the other.
_alike(one) := sort({findings.field(node.node, concat("", ["metadata.labels.", key]), value) |
	some want in _wants(one.pod)
	some node in placement.nodes
	some key, value in node.labels
	_plainly(key) == _plainly(want.key)
})

_plainly(key) := strings.replace_n({"-": "", "_": "", ".": ""}, lower(key))

_chosen(pod) := array.concat(
	[findings.field(pod, "spec.nodeSelector", asks.labels(pod.spec.nodeSelector)) | pod.spec.nodeSelector],
	[findings.field(pod, "spec.affinity.nodeAffinity", sort([want.text | some want in _wants(pod); want.spec.affinity])) |
		pod.spec.affinity.nodeAffinity[_required]
	],
)

_kept_entries(one, why) := [kept | some kept in object.get(one.view, "kept", []); kept.why == why]

_kept(one, why) := [kept.node.node | some kept in array.slice(_kept_entries(one, why), 0, 3)]

_names(one, why) := findings.word([kept.node.name | some kept in _kept_entries(one, why)]) if {
	count(_kept_entries(one, why)) > 0
}

else := $"{_number(one)} of {one.total} nodes"

_places(volumes) := sort({value |
	some volume in volumes
	some term in volume.spec.nodeAffinity.required.nodeSelectorTerms
	some expression in term.matchExpressions
	some value in object.get(expression, "values", [])
})

_volume_places(volumes) := [findings.field(volume, concat("", ["spec.nodeAffinity.", expression.key]), expression.values) |
	some volume in volumes
	some term in volume.spec.nodeAffinity.required.nodeSelectorTerms
	some expression in term.matchExpressions
]

# Those that are known not to be bound, or else those that the scheduler or the pod names.
_unbound(one) := array.concat([found | some found in [unbound, said, sort(placement.claims(one.pod))]; count(found) > 0], [[]])[0] if {
	unbound := [split(key, "/")[2] | some key in sort(_waiting(one.pod))]
	said := [reason.what | some reason in one.reasons; reason.is == "claim"; reason.what != ""]
}

_unbound_words(one) := concat("", [concat(" ", ["", findings.word(_unbound(one))]) | count(_unbound(one)) > 0])

_look_at(one) := {"tool": "diagnose", "arguments": {
	"kind": "pvc",
	"name": _unbound(one)[0],
	"namespace": seen.namespace_of(one.pod),
}} if {
	count(_unbound(one)) > 0
}

else := null

_host_ports(pod) := sort({port.hostPort |
	some container in pod.spec.containers
	some port in object.get(container, "ports", [])
	port.hostPort > 0
})

_topologies(pod, rule) := findings.word(keys) if {
	keys := sort({term.topologyKey | some term in pod.spec.affinity[rule][_required]})
	count(keys) > 0
}

else := "the rule of the other pod"

_companions(pod) := [findings.field(pod, "spec.affinity.podAffinity", asks.labels(term.labelSelector)) |
	some term in object.get(pod, ["spec", "affinity", "podAffinity", _required], [])
]

_constraints(pod) := [constraint |
	some constraint in object.get(pod, ["spec", "topologySpreadConstraints"], [])
	object.get(constraint, "whenUnsatisfiable", "DoNotSchedule") == "DoNotSchedule"
]

_constraint_fields := ["topologyKey", "maxSkew", "whenUnsatisfiable"]

# The nodes that are there and take none, with their place.
_closed_places(one) := [findings.field(kept.node.node, "spec", concat(" ", [kept.why, "in", place])) |
	some kept in object.get(one.view, "kept", [])
	kept.why in {"cordoned", "down", "pressure"}
	some constraint in _constraints(one.pod)
	place := kept.node.labels[constraint.topologyKey]
]
