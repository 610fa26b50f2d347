# METADATA
# title: "Diagnosis: scaling"
# description: HorizontalPodAutoscalers that cannot count, cannot scale, or have no room left.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.scaling

import data.lib.asks
import data.lib.findings
import data.lib.jobs
import data.lib.related
import data.lib.seen
import data.lib.surroundings

# METADATA
# title: What an autoscaler scales
asks contains asks.want(1, asks.get(concat("/", [ref.apiVersion, ref.kind]), surroundings.namespace, ref.name)) if {
	seen.target.kind == "HorizontalPodAutoscaler"
	ref := surroundings.target.spec.scaleTargetRef
}

# METADATA
# title: What scales a workload
asks contains asks.want(4, asks.list("scalers", "autoscaling/v2/HorizontalPodAutoscaler", surroundings.namespace, {"where": [[
	{"path": "spec.scaleTargetRef.kind", "is": [seen.target.kind]},
	{"path": "spec.scaleTargetRef.name", "is": [seen.target.name]},
]]})) if {
	seen.target.kind in {"Deployment", "StatefulSet"}
}

# One condition of an autoscaler: {scaler, type, status, reason, message}.
_conditions := [{
	"scaler": scaler,
	"type": condition.type,
	"status": condition.status,
	"reason": object.get(condition, "reason", ""),
	"message": object.get(condition, "message", ""),
	"since": object.get(condition, "lastTransitionTime", ""),
} |
	some scaler in seen.objects("HorizontalPodAutoscaler")
	some condition in object.get(scaler, ["status", "conditions"], [])
]

_failing(type) := [one | some one in _conditions; one.type == type; one.status == "False"]

_evidence(one) := array.concat(
	[findings.field(one.scaler, concat("", ["status.conditions[", one.type, "]"]), {
		"status": one.status,
		"reason": one.reason,
		"message": one.message,
	})],
	[findings.event(event) |
		some event in seen.events_of(one.scaler)
		event.type == "Warning"
		event.reason == one.reason
	],
)

_target(scaler) := findings.said(_target_key(scaler))

_target_key(scaler) := seen.key(ref.kind, seen.namespace_of(scaler), ref.name) if ref := scaler.spec.scaleTargetRef

# The target

# METADATA
# title: "{object} scales {target}, which does not exist (FailedGetScale)."
# description: Its scaleTargetRef names nothing that is there.
# custom:
#   code: scaler_target_missing
#   stage: scaling
#   weight: 80
#   remedy: Correct spec.scaleTargetRef of {object}, or delete it.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"words": {"target": _target(one.scaler)},
	"evidence": _evidence(one),
}) if {
	some one in _failing("AbleToScale")
	one.reason == "FailedGetScale"
	_is_missing(one)
}

_is_missing(one) if {
	ref := one.scaler.spec.scaleTargetRef
	seen.absent(asks.get(concat("/", [ref.apiVersion, ref.kind]), seen.namespace_of(one.scaler), ref.name).id)
}

_is_missing(one) if {
	contains(one.message, "not found")
	not seen.objects(one.scaler.spec.scaleTargetRef.kind)[_target_key(one.scaler)]
}

# METADATA
# title: "{object} cannot read or set the scale of {target} ({reason})."
# description: The kind of its target is unknown, has no scale subresource, or may not be read.
# custom:
#   code: scaler_target_unread
#   stage: scaling
#   weight: 75
#   remedy: Correct apiVersion, kind and name of spec.scaleTargetRef of {object}.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"values": {"reason": one.reason},
	"words": {"target": _target(one.scaler)},
	"evidence": _evidence(one),
}) if {
	some one in _failing("AbleToScale")
	not _is_missing(one)
}

# METADATA
# title: "{object} does nothing, for {target} is scaled to 0 replicas (ScalingDisabled)."
# description: An autoscaler leaves what was scaled to 0 as it is, until somebody scales it up.
# custom:
#   code: scaler_disabled
#   stage: wanted
#   weight: 25
#   quiet: true
#   remedy: Scale {target} up to at least 1 when it should run.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"words": {"target": _target(one.scaler)},
	"evidence": _evidence(one),
}) if {
	some one in _failing("ScalingActive")
	one.reason == "ScalingDisabled"
}

# Metrics

# METADATA
# title: "{object} cannot count: nothing serves the API {api} in this cluster ({reason})."
# description: Without a metrics server, or an adapter for custom metrics, there is nothing to scale by.
# custom:
#   code: metrics_api_missing
#   stage: cluster
#   weight: 75
#   remedy: Ask who runs the cluster to install what serves {api}, such as metrics-server for metrics.k8s.io.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"values": {"api": _api(one.message), "reason": one.reason},
	"evidence": _evidence(one),
}) if {
	some one in _uncounted
	_is_absent(one.message)
}

_is_absent(message) if contains(message, "could not find the requested resource")

_is_absent(message) if contains(message, "no matches for kind")

_is_absent(message) if contains(message, "no custom metrics API")

_is_absent(message) if contains(message, "no external metrics API")

# METADATA
# title: "{object} cannot count: the API {api} does not answer ({reason})."
# description: What serves the metrics is installed, and down.
# custom:
#   code: metrics_api_down
#   stage: cluster
#   weight: 75
#   remedy: Ask who runs the cluster to look at what serves {api}, such as metrics-server.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"values": {"api": _api(one.message), "reason": one.reason},
	"evidence": _evidence(one),
}) if {
	some one in _uncounted
	not _is_absent(one.message)
	_is_down(one.message)
}

_is_down(message) if {
	some words in ["unable to handle the request", "connection refused", "i/o timeout", "ServiceUnavailable"]
	contains(message, words)
}

# get pods.metrics.k8s.io: the group is what comes behind the resource.
_api(message) := array.concat(
	[group | some [_, group] in regex.find_all_string_submatch_n(`((?:custom\.|external\.)?metrics\.k8s\.io)`, message, 1)],
	array.concat([api | some api, words in _apis; contains(message, words)], ["metrics.k8s.io"]),
)[0]

_apis := {
	"custom.metrics.k8s.io": "custom metrics API",
	"external.metrics.k8s.io": "external metrics API",
}

# METADATA
# title: "{object} cannot count {resource} in percent: container {lacking} of {target} has no {resource} request (FailedGetResourceMetric)."
# description: A utilization is a share of what is requested.
# custom:
#   code: scaler_request_missing
#   stage: configuration
#   weight: 80
#   remedy: Give container {lacking} of {target} a {resource} request, or let {object} count an AverageValue.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"values": {"resource": resource, "lacking": container},
	"words": {"target": _target(one.scaler)},
	"fold": concat(" ", [resource, container]),
	"evidence": _evidence(one),
}) if {
	some one in _uncounted
	some [_, resource, container] in regex.find_all_string_submatch_n(`missing request for (\S+) in container (\S+)`, one.message, 1)
}

# METADATA
# title: "{object} cannot count {resource} in percent: some container of {target} has no {resource} request (FailedGetResourceMetric)."
# description: Clusters of old do not say which container it is.
# custom:
#   code: scaler_requests_missing
#   stage: configuration
#   weight: 80
#   remedy: Give every container of {target} a {resource} request, or let {object} count an AverageValue.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"values": {"resource": resource},
	"words": {"target": _target(one.scaler)},
	"evidence": _evidence(one),
}) if {
	some one in _uncounted
	some [_, resource] in regex.find_all_string_submatch_n(`missing request for (\w+)`, one.message, 1)
	not contains(one.message, " in container ")
}

# METADATA
# title: "{object} and another autoscaler scale the same pods (AmbiguousSelector)."
# description: The pods that the selector of its target fits are those of another autoscaler as well, so neither scales.
# custom:
#   code: scaler_ambiguous
#   stage: scaling
#   weight: 80
#   remedy: Let only one autoscaler have these pods, or tell the selectors of the workloads apart.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"evidence": _evidence(one),
}) if {
	some one in _uncounted
	one.reason == "AmbiguousSelector"
}

# METADATA
# title: "{object} cannot count: the metrics API has nothing of the pods of {target}, which are ready ({reason})."
# description: What serves the metrics answers, and does not know these pods.
# custom:
#   code: metrics_none
#   stage: scaling
#   weight: 60
#   remedy: Ask who runs the cluster whether metrics-server reaches the kubelets of these nodes.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"values": {"reason": one.reason},
	"words": {"target": _target(one.scaler)},
	"evidence": _evidence(one),
}) if {
	some one in _uncounted
	some words in ["no metrics returned from", "did not receive metrics for"]
	contains(one.message, words)
	pods := related.pods(_target_key(one.scaler))
	count(pods) > 0
	every pod in pods { jobs.condition(pod, "Ready") }
}

# METADATA
# title: "{object} cannot count: there is no metric {metric} ({reason})."
# description: What serves the metrics answers, and has none of that name for these objects.
# custom:
#   code: metric_missing
#   stage: scaling
#   weight: 65
#   remedy: See whether {target} or its exporter still gives {metric}, and whether the adapter of metrics maps it; correct its name in {object} otherwise.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"values": {"metric": metric, "reason": one.reason},
	"words": {"target": _target(one.scaler)},
	"fold": metric,
	"evidence": _evidence(one),
}) if {
	some one in _uncounted
	not _is_absent(one.message)
	not _is_down(one.message)
	some [_, metric] in regex.find_all_string_submatch_n(`unable to get (?:external )?metric (?:[a-z0-9-]+/)?([\w.-]*\w)`, one.message, 1)
}

# METADATA
# title: "{object} cannot count {target} by its metrics ({reason})."
# description: The condition says what is missing; pods that are not ready have no metrics yet.
# custom:
#   code: scaler_cannot_count
#   stage: trouble
#   weight: 50
#   symptom: true
#   remedy: Read the message of the condition; look at the pods of {target} first.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"values": {"reason": one.reason},
	"words": {"target": _target(one.scaler)},
	"evidence": _evidence(one),
}) if {
	some one in _uncounted
	one.reason != "AmbiguousSelector"
}

_uncounted := [one |
	some one in _failing("ScalingActive")
	one.reason != "ScalingDisabled"
	not _is_brief(one)
]

# Metrics of a moment ago may be late.
_is_brief(one) if seen.ago(one.since) < 120

# Bounds

# METADATA
# title: "{object} is at its maximum of {most} replicas and would have more{usage} (TooManyReplicas)."
# description: The load is above what the most replicas can take at the target that was set.
# custom:
#   code: scaler_at_maximum
#   stage: scaling
#   weight: 55
#   remedy: Raise spec.maxReplicas of {object} if the nodes have room, or give the pods of {target} more to work with.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.scaler,
	"values": {"most": one.scaler.spec.maxReplicas},
	"words": {"target": _target(one.scaler), "usage": _usage(one.scaler)},
	"evidence": array.concat(_evidence(one), _counts(one.scaler)),
}) if {
	some one in _conditions
	one.type == "ScalingLimited"
	one.status == "True"
	one.reason == "TooManyReplicas"
	not _is_enough(one.scaler)
}

# What was counted last is no more than what is wanted.
_is_enough(scaler) if {
	usages := _usages(scaler)
	count(usages) > 0
	every usage in usages { usage.is <= usage.wanted }
}

_usages(scaler) := [{"name": metric.resource.name, "is": is, "wanted": wanted} |
	some metric in object.get(scaler, ["spec", "metrics"], [])
	wanted := metric.resource.target.averageUtilization
	some current in object.get(scaler, ["status", "currentMetrics"], [])
	current.resource.name == metric.resource.name
	is := current.resource.current.averageUtilization
]

_usage(scaler) := concat("", [": ", concat(", ", sort({_spelt(usage) | some usage in _usages(scaler)}))]) if {
	count(_usages(scaler)) > 0
}

else := ""

# The two that Kubernetes knows; other names are not ours.
_spelt(usage) := $"{usage.name} is at {usage.is} % of its requests, against a target of {usage.wanted} %" if {
	usage.name in {"cpu", "memory"}
}

_counts(scaler) := [findings.field(scaler, "status", object.filter(scaler.status, ["currentReplicas", "desiredReplicas"]))]

# METADATA
# title: "{object} can never scale: its minReplicas {least} is more than its maxReplicas {most}."
# description: The API server refuses this today; an older object may hold it.
# custom:
#   code: scaler_bounds
#   stage: configuration
#   weight: 60
#   remedy: Make minReplicas of {object} at most its maxReplicas.
finding contains findings.of(rego.metadata.rule(), {
	"object": scaler,
	"values": {"least": scaler.spec.minReplicas, "most": scaler.spec.maxReplicas},
	"evidence": [findings.field(scaler, "spec.minReplicas", scaler.spec.minReplicas)],
}) if {
	some scaler in seen.objects("HorizontalPodAutoscaler")
	scaler.spec.minReplicas > scaler.spec.maxReplicas
}
