# METADATA
# title: "Diagnosis: budgets"
# description: PodDisruptionBudgets that let nothing go, and drains that wait for them.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.budgets

import data.lib.asks
import data.lib.findings
import data.lib.seen
import data.lib.selectors
import data.lib.surroundings
import data.lib.unwell

# METADATA
# title: The budgets beside a budget
asks contains asks.want(3, asks.list("budgets", "policy/v1/PodDisruptionBudget", surroundings.namespace, {})) if {
	seen.target.kind == "PodDisruptionBudget"
}

# METADATA
# title: The budgets that may hold the drain of a node up
asks contains asks.want(2, asks.list("budgets", "policy/v1/PodDisruptionBudget", "", {"where": _tight})) if {
	count(_drained) > 0
}

# METADATA
# title: The pods that a budget waits for
asks contains asks.want(3, asks.list(concat(" ", ["pods of budget", budget.metadata.name]), "v1/Pod", seen.namespace_of(budget), {
	"selector": {"labels": asks.labels(budget.spec.selector)},
	"where": unwell.where.Pod,
})) if {
	some budget in array.slice(sort(_waiting), 0, 3)
}

_tight := [[{"path": "status.disruptionsAllowed", "is": ["0"]}]]

# The node in question, when it is closed to new pods: drained, or about to be.
_drained := [node |
	some key, node in seen.objects("Node")
	key == seen.target.key
	node.spec.unschedulable
]

# Pods that an eviction would have to take away.
_left(node) := [pod |
	some pod in seen.pods
	pod.spec.nodeName == node.metadata.name
	not pod.status.phase in {"Succeeded", "Failed"}
	not _is_of_every_node(pod)
]

_is_of_every_node(pod) if {
	some reference in pod.metadata.ownerReferences
	reference.kind in {"DaemonSet", "Node"}
}

_budgets := seen.objects("PodDisruptionBudget")

# No pod may go, and there are some.
_closed := {key: budget |
	some key, budget in _budgets
	budget.status.disruptionsAllowed == 0
	object.get(budget, ["status", "expectedPods"], 0) > 0
	_matters(budget)
}

# Of a node, those that have pods on it; of a budget, itself.
_matters(budget) if {
	some node in _drained
	count(_held(node, budget)) > 0
}

_matters(budget) if seen.key_of(budget) == seen.target.key

_matters(_) if not _is_narrow

_is_narrow if seen.target.kind in {"Node", "PodDisruptionBudget"}

_is_node if seen.target.kind == "Node"

_held(node, budget) := [pod |
	some pod in _left(node)
	seen.namespace_of(pod) == seen.namespace_of(budget)
	_covers(budget, pod)
]

_covers(budget, pod) if {
	selectors.fits(object.get(budget, ["spec", "selector"], {}), object.get(pod, ["metadata", "labels"], {}))
}

# Those that are short of pods.
_waiting := [budget | some budget in _closed; _is_short(budget)]

_pods(budget) := [pod |
	some pod in seen.pods
	seen.namespace_of(pod) == seen.namespace_of(budget)
	_covers(budget, pod)
]

# Not all of its pods are well: then they are the cause.
_is_short(budget) if budget.status.currentHealthy < budget.status.expectedPods

# METADATA
# title: "{object} never lets any of its {expected} pods go: {rule}."
# description: A budget like that stops every drain, upgrade and scale down of nodes until somebody deletes pods by hand.
# custom:
#   code: budget_allows_nothing
#   stage: wanted
#   weight: 45
#   quiet: true
#   remedy: Let {object} spare at least one pod, or run more replicas than it asks for.
finding contains findings.of(rego.metadata.rule(), {
	"object": budget,
	"values": {"expected": budget.status.expectedPods},
	"words": {"rule": _rule(budget)},
	"evidence": _evidence(budget),
}) if {
	not _is_node
	some budget in _closed
	not _is_short(budget)
}

_rule(budget) := array.concat(
	[words | some words, values in _rules; some path, value in values; budget.spec[path] == value],
	[_demand(budget)],
)[0]

_demand(budget) := $"minAvailable is {budget.spec.minAvailable}" if is_number(budget.spec.minAvailable)

else := concat(" ", [findings.word(budget.status.desiredHealthy), "must be healthy"])

_rules := {
	"maxUnavailable is 0": {"maxUnavailable": 0},
	"maxUnavailable is 0%": {"maxUnavailable": "0%"},
	"minAvailable is 100%": {"minAvailable": "100%"},
}

_evidence(budget) := [
	findings.field(budget, "spec", object.filter(budget.spec, ["minAvailable", "maxUnavailable"])),
	findings.field(budget, "status", object.filter(
		budget.status,
		["disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods"],
	)),
]

# METADATA
# title: "{object} lets no pod go, for only {healthy} of {expected} are healthy and {desired} must be."
# description: What keeps its pods from being ready keeps drains waiting, too.
# custom:
#   code: budget_waits
#   stage: scaling
#   weight: 45
#   symptom: true
#   remedy: Correct what keeps the pods from being ready.
finding contains findings.of(rego.metadata.rule(), {
	"object": budget,
	"values": _health(budget),
	"evidence": _evidence(budget),
}) if {
	not _is_node
	some budget in _closed
	_is_short(budget)
}

_health(budget) := {
	"healthy": budget.status.currentHealthy,
	"expected": budget.status.expectedPods,
	"desired": budget.status.desiredHealthy,
}

# METADATA
# title: "A drain of {node} waits for ever: {object} never lets any of its {expected} pods go, for {rule}."
# description: An eviction that a budget forbids is tried again and again.
# custom:
#   code: drain_forbidden
#   stage: wanted
#   weight: 95
#   remedy: Let {object} spare at least one pod, or run more replicas than it asks for; or have a person delete the pod that is left.
finding contains findings.of(rego.metadata.rule(), {
	"object": budget,
	"values": {"expected": budget.status.expectedPods},
	"words": {"node": findings.said(seen.key_of(node)), "rule": _rule(budget)},
	"fold": node.metadata.name,
	"evidence": _draining(node, budget),
}) if {
	some node in _drained
	some budget in _closed
	not _is_short(budget)
	count(_held(node, budget)) > 0
}

# METADATA
# title: "A drain of {node} waits: {object} lets no pod go while only {healthy} of its {expected} are healthy and {desired} must be."
# description: >-
#   What keeps the pods of the budget from being ready keeps the drain waiting; it is told beside it, for the drain is what
#   was asked about.
# custom:
#   code: drain_waits
#   stage: wanted
#   weight: 95
#   remedy: Correct what keeps the other pods of {object} from being ready; the drain then goes on by itself.
finding contains findings.of(rego.metadata.rule(), {
	"object": budget,
	"values": _health(budget),
	"words": {"node": findings.said(seen.key_of(node))},
	"fold": node.metadata.name,
	"evidence": _draining(node, budget),
}) if {
	some node in _drained
	some budget in _closed
	_is_short(budget)
	count(_held(node, budget)) > 0
}

_draining(node, budget) := array.concat(
	_evidence(budget),
	array.concat(
		[findings.field(node, "spec.unschedulable", true)],
		[findings.field(pod, "spec.nodeName", node.metadata.name) | some pod in _held(node, budget)],
	),
)

# METADATA
# title: "{object} selects no pod."
# description: It protects nothing; where it was meant to, its selector misses.
# custom:
#   code: budget_selects_nothing
#   stage: network
#   weight: 30
#   remedy: Correct spec.selector of {object}, or delete it.
finding contains findings.of(rego.metadata.rule(), {
	"object": budget,
	"evidence": array.concat(
		[findings.field(budget, "spec.selector", object.get(budget, ["spec", "selector", "matchLabels"], {}))],
		_evidence(budget),
	),
}) if {
	some key, budget in _budgets
	key == seen.target.key
	object.get(budget, ["status", "expectedPods"], 0) == 0
	count(_pods(budget)) == 0
	not _has_workload(budget)
}

# Scaled to 0, it has what to protect, later.
_has_workload(budget) if {
	some kind in _scaled
	some workload in seen.few(concat(" ", [kind, "of a budget"]), seen.namespace_of(budget)).data.items
	selectors.fits(budget.spec.selector, workload.spec.template.metadata.labels)
}

_scaled := ["Deployment", "StatefulSet"]

# METADATA
# title: The workloads of a budget without pods
asks contains asks.want(
	3,
	asks.few(
		concat(" ", [kind, "of a budget"]),
		concat("/", ["apps/v1", kind]),
		surroundings.namespace,
		["metadata.name", "spec.template.metadata.labels"],
		{},
	),
) if {
	seen.target.kind == "PodDisruptionBudget"
	object.get(surroundings.target, ["status", "expectedPods"], 0) == 0
	some kind in _scaled
}

# METADATA
# title: "{object} cannot count its pods: {pod} has no controller that says how many there should be (SyncFailed)."
# description: A share, or maxUnavailable, needs pods of a workload that can be scaled.
# custom:
#   code: budget_without_controller
#   stage: configuration
#   weight: 45
#   remedy: Give {object} a minAvailable that is a number, or make its pods those of a workload.
finding contains findings.of(rego.metadata.rule(), {
	"object": budget,
	"values": {"pod": array.concat(orphans, ["one"])[0]},
	"evidence": array.concat(
		[findings.field(budget, "status.conditions[DisruptionAllowed]", {
			"reason": condition.reason,
			"message": object.get(condition, "message", ""),
		})],
		_evidence(budget),
	),
}) if {
	some budget in _budgets
	some condition in budget.status.conditions
	condition.reason == "SyncFailed"
	orphans := sort([pod.metadata.name |
		some pod in _pods(budget)
		count(object.get(pod, ["metadata", "ownerReferences"], [])) == 0
	])
}

# METADATA
# title: "{object} and {others} select the same pods, and a pod of two budgets cannot be evicted."
# description: The eviction API answers with an error for a pod that more than one budget covers.
# custom:
#   code: budget_twice
#   stage: configuration
#   weight: 55
#   remedy: Leave each pod one budget only.
finding contains findings.of(rego.metadata.rule(), {
	"object": budget,
	"words": {"others": findings.said(other)},
	"fold": other,
	"reaches": [other],
	"evidence": [findings.field(pod, "metadata.labels", labels)],
}) if {
	some key, budget in _budgets
	some other, second in _budgets
	key < other
	shared := [pod | some pod in _pods(budget); pod in _pods(second)]
	count(shared) > 0
	pod := shared[0]
	labels := object.get(pod, ["metadata", "labels"], {})
}
