# METADATA
# title: Spread
# description: >-
#   A list without a namespace: first what the kind is and which namespaces there are, then one list for each that is
#   open and granted, so that nothing of a closed namespace is even fetched. Past the limit, one list over all of them,
#   which the scope obligation binds.
# schemas:
#   - data.config: schema.config
package lib.spread

import data.lib.grants
import data.lib.namespaces

# METADATA
# title: The request that tells what a kind is
lookup(kind) := {
	"id": "kind",
	"verb": "get",
	"kind": "apiresources.discovery.portcullis",
	"name": path_name(kind),
	"options": {"view": "object"},
	"show": {"as": "none"},
}

# METADATA
# title: A kind as the name of a virtual resource
path_name(kind) := strings.replace_n({"/": "~"}, kind)

# METADATA
# title: The request that tells which namespaces there are
census := {
	"id": "namespaces",
	"verb": "list",
	"kind": "v1/Namespace",
	"options": {
		"view": "metadata",
		"fields": ["metadata.name"],
		"limit": data.config.limits.namespacesPerList + 1,
	},
	"optional": true,
	"show": {"as": "none"},
}

# METADATA
# title: The object that an earlier lap observed under an id
observed(observations, id) := observation.data if {
	some observation in observations
	observation.id == id
	observation.outcome == "ok"
}

# METADATA
# title: Whether a kind is listed namespace by namespace
spreads(observations) if {
	kind := observed(observations, "kind")
	kind.namespaced
	count(grants.scope(_probe(kind, ""))) > 0
}

# METADATA
# title: Whether it was asked which namespaces there are
counted(observations) if {
	some observation in observations
	observation.id == "namespaces"
}

# METADATA
# title: Where to list
# description: The namespaces to list one by one, or [""] for one list over all of them.
places(observations) := [""] if not observed(observations, "kind").namespaced

else := _few(_visible(observations)) if _complete(observations)

else := [""]

_few(names) := names if {
	count(names) > 0
	count(names) <= data.config.limits.namespacesPerList
}

else := [""]

# Closed namespaces count, too: what was cut may hold open ones.
_complete(observations) if {
	some observation in observations
	observation.id == "namespaces"
	observation.outcome == "ok"
	not observation.truncated
}

_visible(observations) := sort([item.metadata.name |
	some item in observed(observations, "namespaces").items
	namespaces.open(item.metadata.name)
	grants.granted(_probe(observed(observations, "kind"), item.metadata.name))
])

_probe(kind, namespace) := {
	"verb": "list",
	"group": kind.group,
	"resource": kind.resource,
	"subresource": "",
	"scope": "Namespaced",
	"namespace": namespace,
}
