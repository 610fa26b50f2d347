# METADATA
# title: "Tool: apply"
# description: The objects of a manifest, by server-side apply.
# schemas:
#   - input: schema.planning
package tools.apply

import data.lib.intents
import data.lib.manifests
import data.lib.rollouts

# METADATA
# title: What tools/list shows
card := {
	"title": "Apply",
	"description": "Creates or changes objects by server-side apply.",
	"arguments": {
		"type": "object",
		"properties": object.union(manifests.words, object.union(intents.asking, intents.waiting)),
		"required": ["manifest"],
		"additionalProperties": false,
	},
	"hints": intents.changing(true),
	"examples": [{
		"namespace": "shop",
		"manifest": "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {color: blue}}",
	}],
}

# METADATA
# title: One apply for each object
plan := manifests.plan({}, _workload)

# METADATA
# title: The changes, and what became of the workload
answer := intents.told([request.id | some request in manifests.applies({})])

# The rollout of one workload can be waited for, not of many.
_workload := object.filter(_workloads[0], ["kind", "name", "namespace"]) if count(_workloads) == 1

else := {}

_workloads := [request |
	some request in manifests.applies({})
	rollouts.known(manifests.group(request.body.apiVersion), request.body.kind)
]
