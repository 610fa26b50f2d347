# METADATA
# title: Templates
# description: >-
#   Where a workload keeps its earlier templates, and in which order: Deployments in ReplicaSets, the others in
#   ControllerRevisions. Knows no tool.
package lib.templates

# METADATA
# title: Where they are kept
# description: "{kind, revision, template}: the kind, and the paths of the number and of the template."
keeper("Deployment") := {
	"kind": "replicasets.apps",
	"revision": "metadata.annotations[\"deployment.kubernetes.io/revision\"]",
	"template": "spec.template",
}

keeper(kind) := {
	"kind": "controllerrevisions.apps",
	"revision": "revision",
	"template": "data.spec.template",
} if {
	kind != "Deployment"
}

# METADATA
# title: The number of a revision
number(item) := item.revision if is_number(item.revision)

number(item) := to_number(text) if {
	text := item.metadata.annotations["deployment.kubernetes.io/revision"]
	regex.match("^[0-9]{1,15}$", text)
}

# METADATA
# title: The template that it keeps
template(item) := item.data.spec.template

template(item) := item.spec.template

# METADATA
# title: Those of one workload, each {number, item}, the current one last
of(items, kind, name) := [{"number": number_, "item": item} |
	some [number_, _, item] in sort([[number(item), item.metadata.name, item] |
		some item in items
		some owner in item.metadata.ownerReferences
		owner.kind == kind
		owner.name == name
	])
]
