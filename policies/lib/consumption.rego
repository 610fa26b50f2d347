# METADATA
# title: Consumption
# description: >-
#   What pods and nodes use, as metrics.k8s.io measures it, beside what they may use: one entry for each container and each
#   node, nearest to its limit first. Knows no tool.
# schemas:
#   - input: schema.planning
package lib.consumption

import data.lib.quantities
import data.lib.seen

# METADATA
# title: What was measured, by kind
# description: >-
#   Of each container or node {name, object, container, measures}, and of each measure {resource, used, limit, request,
#   ofLimit, ofRequest}, with 0 for what is not set or not known. The fullest stands first, among entries and in each.
entries[kind] := [entry | some [_, _, _, entry] in sort([_ranked(one) | some one in all])] if some kind, all in _measured

_ranked(one) := [0 - fullest.ofLimit, 0 - fullest.ofRequest, one.name, entry] if {
	measures := _measures(one)
	fullest := measures[0]
	entry := object.union(object.filter(one, ["name", "object", "container"]), {"measures": measures})
}

# Of two that are as full, memory: what has none is killed, what has no cpu waits.
_measures(one) := [measure |
	some [_, _, _, measure] in sort([[0 - measure.ofLimit, 0 - measure.ofRequest, at, measure] |
		some at, resource in ["memory", "cpu"]
		measure := _measure(resource, one)
	])
]

_measure(resource, one) := {
	"resource": resource,
	"used": used,
	"limit": limit,
	"request": request,
	"ofLimit": quantities.percent(used, limit),
	"ofRequest": quantities.percent(used, request),
} if {
	used := quantities.number(one.used[resource])
	limit := _amount(one.limits, resource)
	request := _amount(one.requests, resource)
}

_amount(amounts, resource) := quantities.number(amounts[resource]) if amounts[resource]

else := 0

_measured["pod"] := [{
	"name": _name(item, container),
	"object": seen.key("Pod", seen.namespace_of(item), item.metadata.name),
	"container": container.name,
	"used": object.get(container, "usage", {}),
	"limits": object.get(resources, "limits", {}),
	"requests": object.get(resources, "requests", {}),
} |
	some id in ["usage/pod", "usage again pod"]
	some item in items(id)
	some container in object.get(item, "containers", [])
	resources := object.get(_asked, _name(item, container), {})
]

_measured["node"] := [{
	"name": item.metadata.name,
	"object": seen.key("Node", "", item.metadata.name),
	"container": "",
	"used": object.get(item, "usage", {}),
	"limits": object.get(_allocatable, item.metadata.name, {}),
	"requests": {},
} |
	some id in ["usage/node", "usage again node"]
	some item in items(id)
]

_name(item, container) := concat("/", [seen.namespace_of(item), item.metadata.name, container.name])

# What each container asks for, by its name.
_asked := {_name(pod, container): object.get(container, "resources", {}) |
	some id in ["objects/pod", "object"]
	some pod in items(id)
	some list in ["containers", "initContainers"]
	some container in object.get(pod, ["spec", list], [])
}

_allocatable := {node.metadata.name: node.status.allocatable |
	some id in ["objects/node", "object"]
	some node in items(id)
}

# METADATA
# title: The objects that a request gave, one or many
items(id) := found if {
	observed := seen.observed(id)
	observed.outcome == "ok"
	found := object.get(observed.data, "items", [observed.data])
}

else := []
