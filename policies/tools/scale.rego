# METADATA
# title: "Tool: scale"
# description: The number of replicas, unless an autoscaler sets it.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.scale

import data.lib.arguments
import data.lib.intents
import data.lib.manifests
import data.lib.reasons
import data.lib.spread

# METADATA
# title: What tools/list shows
card := {
	"title": "Scale",
	"description": "Sets the replicas of a workload.",
	"arguments": intents.form({"replicas": _replicas}, ["replicas"]),
	"hints": intents.changing(true),
	"examples": [{"kind": "deploy", "name": "web", "namespace": "shop", "replicas": 3}],
}

# What the API can hold; what is allowed, the guards say.
_replicas := object.remove(arguments.number("", 0, 2147483647), ["description"])

# METADATA
# title: A look at the object and at what scales it, then the patch
plan := intents.looking([intents.look(["metadata.name", "spec.replicas"]), _autoscalers]) if not intents.seen

else := intents.refused(_refusals) if count(_refusals) > 0

else := intents.carried([intents.patch("strategic", _body)], intents.followed)

# METADATA
# title: The change, and what became of it
answer := intents.told(["scale"])

_body := {"spec": {"replicas": input.call.arguments.replicas}}

# Who may not read autoscalers may scale all the same.
_autoscalers := {
	"id": "autoscalers",
	"verb": "list",
	"kind": "horizontalpodautoscalers.autoscaling",
	"namespace": input.call.arguments.namespace,
	"options": {
		"view": "object",
		"fields": ["metadata.name", "spec.scaleTargetRef"],
		"limit": data.config.limits.items,
	},
	"optional": true,
	"show": {"as": "none"},
}

# METADATA
# title: A HorizontalPodAutoscaler sets the replicas of this object.
# custom:
#   code: autoscaled
#   remedy: Ask who owns the autoscaler to change its minReplicas or maxReplicas.
_refusals contains reasons.of(rego.metadata.rule(), item.metadata.name) if {
	some item in spread.observed(input.observations, "autoscalers").items
	target := item.spec.scaleTargetRef
	target.name == intents.exact.name
	target.kind == intents.exact.kind
	manifests.group(target.apiVersion) == intents.exact.group
}

# METADATA
# title: This kind has no replicas.
# custom:
#   code: not_scalable
#   remedy: Scale what controls it, such as a Deployment or a StatefulSet.
_refusals contains reasons.of(rego.metadata.rule(), intents.exact.kind) if {
	intents.seen
	not intents.seen.spec.replicas
	intents.exact.kind != "DaemonSet"
}

# METADATA
# title: This kind has no replicas.
# custom:
#   code: not_scalable
#   remedy: Leave its number as it is; it runs one pod on each node.
_refusals contains reasons.of(rego.metadata.rule(), intents.exact.kind) if {
	intents.seen
	intents.exact.kind == "DaemonSet"
}
