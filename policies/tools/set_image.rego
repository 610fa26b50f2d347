# METADATA
# title: "Tool: set_image"
# description: The image of one container.
# schemas:
#   - input: schema.planning
package tools.set_image

import data.lib.arguments
import data.lib.intents
import data.lib.reasons

# METADATA
# title: What tools/list shows
card := {
	"title": "Set an image",
	"description": "Sets the image of a container.",
	"arguments": intents.form(
		{
			"container": object.union(arguments.name, {"description": "Omit if there is one."}),
			"image": {"type": "string", "minLength": 1, "maxLength": 512, "pattern": "^[!-~]+$"},
		},
		["image"],
	),
	"hints": intents.changing(true),
	"examples": [{"kind": "deploy", "name": "web", "namespace": "shop", "image": "registry.example.com/web:2"}],
}

# METADATA
# title: A look at the containers, then the patch of one
plan := intents.looking([intents.look(array.concat(["metadata.name"], _fields))]) if not intents.seen

else := intents.refused(_refusals) if count(_refusals) > 0

else := intents.carried([intents.patch("strategic", _body)], intents.followed)

# METADATA
# title: The change, and what became of it
answer := intents.told(["set_image"])

_fields := [concat("", [concat(".", place), ".", part, "[*].name"]) |
	some place in _places
	some part in _parts
]

# Where a kind has the spec of its pods. A pod's own comes last: every kind has a spec.
_places := [
	["spec", "jobTemplate", "spec", "template", "spec"],
	["spec", "template", "spec"],
	["spec"],
]

_parts := ["containers", "initContainers"]

_place := [place |
	some place in _places
	object.get(intents.seen, array.concat(place, ["containers"]), null) != null
][0]

_names(part) := [container.name | some container in object.get(intents.seen, array.concat(_place, [part]), [])]

_all := [name | some part in _parts; some name in _names(part)]

_container := object.get(input.call.arguments, "container", _names("containers")[0])

_body := _nested(count(_place), {_part: [{"name": _container, "image": input.call.arguments.image}]})

_part := [part | some part in _parts; _container in _names(part)][0]

_nested(1, spec) := {"spec": spec}

_nested(3, spec) := {"spec": {"template": {"spec": spec}}}

_nested(5, spec) := {"spec": {"jobTemplate": {"spec": {"template": {"spec": spec}}}}}

# METADATA
# title: The object has no such container.
# custom:
#   code: container_unknown
#   remedy: Name one of these containers.
_refusals contains reasons.of(rego.metadata.rule(), concat(", ", _all)) if {
	_place
	not input.call.arguments.container in _all
	input.call.arguments.container
}

# METADATA
# title: The object has more than one container.
# custom:
#   code: container_required
#   remedy: Name one of these containers.
_refusals contains reasons.of(rego.metadata.rule(), concat(", ", _all)) if {
	count(_names("containers")) > 1
	not input.call.arguments.container
}

# METADATA
# title: This kind has no containers.
# custom:
#   code: no_containers
#   remedy: Set the image of a workload or a pod.
_refusals contains reasons.of(rego.metadata.rule(), intents.exact.kind) if {
	intents.seen
	not _place
}
