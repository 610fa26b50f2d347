# METADATA
# title: Manifests
# description: >-
#   From the documents of a manifest to one server-side apply for each object, in the order in which they can be made.
#   What a manifest may change is not judged here, only what makes no sense to send.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.manifests

import data.lib.arguments
import data.lib.intents
import data.lib.reasons
import data.lib.spread

# METADATA
# title: Arguments of a tool that takes a manifest
words := {
	"manifest": {
		"type": "string",
		"contentMediaType": "application/yaml",
		"description": "YAML or JSON, one or many documents.",
		"minLength": 1,
		"maxLength": 1048576,
		"pattern": "^[^\\x00]*$",
	},
	"namespace": arguments.namespace("For objects that name none."),
}

# METADATA
# title: What the gate parsed, one entry for each object
# description: at tells where it stands. A List is opened, as kubectl opens it.
entries := [entry | some index, document in _documents; some entry in _opened(index + 1, document)]

_documents := input.call.arguments.manifest if is_array(input.call.arguments.manifest)

else := []

_opened(place, document) := [{"at": _at(place, index + 1), "object": item} | some index, item in document.items] if {
	document.kind == "List"
	is_array(document.items)
}

else := [{"at": _at(place, 0), "object": document}]

_at(place, 0) := $"document {place}"

_at(place, item) := $"document {place}, item {item}" if item > 0

# METADATA
# title: The group of an apiVersion
group(version) := split(version, "/")[0] if contains(version, "/")

else := ""

# Only where the namespace comes from the arguments does it matter whether the kind has any. What cannot be looked up is
# taken to have them; the cluster says otherwise.
_unsure := sort([kind | some kind in {_written(entry.object) | some entry in entries; _open(entry.object)}])

_open(object_) if {
	_given != ""
	_own(object_) == ""
}

_given := arguments.text(input.call.arguments, "namespace")

_lookups := [object.union(spread.lookup(kind), {"id": _id(index), "optional": true}) | some index, kind in _unsure]

_id(index) := $"kind-{index + 1}"

_settled if count(_unsure) == 0

_settled if count(input.observations) > 0

_written(object_) := concat("/", [object_.apiVersion, object_.kind])

_own(object_) := object.get(object_, ["metadata", "namespace"], "")

_namespace(object_) := _given if {
	_open(object_)
	not _wide(_written(object_))
}

else := _own(object_)

# The kind has no namespaces.
_wide(kind) if {
	some index, unsure in _unsure
	unsure == kind
	spread.observed(input.observations, _id(index)).namespaced == false
}

# METADATA
# title: The plan of a manifest
# description: A look at the kinds where it must be, then one apply for each object.
plan(options, workload) := intents.refused(_refusals) if count(_refusals) > 0

else := intents.looking(_lookups) if not _settled

else := intents.carried(applies(options), workload)

# METADATA
# title: One apply for each object
# description: Ids tell the place in the manifest; what others live in goes first.
applies(options) := array.concat(
	[_apply(index, options) | some kind in data.config.writes.first; some index in _of(kind)],
	[_apply(index, options) | some index, entry in entries; not _written(entry.object) in data.config.writes.first],
)

_of(kind) := [index | some index, entry in entries; _written(entry.object) == kind]

_apply(index, options) := {
	"id": $"apply-{index + 1}",
	"verb": "patch",
	"kind": _written(entries[index].object),
	"namespace": _namespace(entries[index].object),
	"name": entries[index].object.metadata.name,
	"options": object.union({"patch": "apply"}, options),
	"body": entries[index].object,
	"show": {"as": "changes"},
}

# METADATA
# title: There is no object in the manifest.
# custom:
#   code: manifest_empty
#   remedy: Give at least one document with apiVersion, kind and metadata.name.
_refusals contains reasons.of(rego.metadata.rule(), "") if count(entries) == 0

# METADATA
# title: The manifest holds too many objects.
# description: config.writes.manifest.objects bounds it.
# custom:
#   code: too_many_objects
#   remedy: Split it, and apply one part after the other.
_refusals contains reasons.of(rego.metadata.rule(), $"{count(entries)} of at most {_most}") if count(entries) > _most

_most := data.config.writes.manifest.objects

# METADATA
# title: A document is not a whole Kubernetes object.
# custom:
#   code: manifest_incomplete
#   remedy: Write these fields, each as a text.
_refusals contains reasons.of(rego.metadata.rule(), $"{entry.at}: {concat(", ", missing)}") if {
	some entry in entries
	missing := [concat(".", path) | some [path, form] in _needed; not _fits(entry.object, path, form)]
	count(missing) > 0
}

_needed := [
	[["apiVersion"], "^[A-Za-z0-9./-]{1,128}$"],
	[["kind"], "^[A-Za-z0-9]{1,63}$"],
	[["metadata", "name"], "^[!-.0-~]{1,253}$"],
	[["metadata", "namespace"], "^[!-.0-~]{0,63}$"],
]

_fits(object_, path, form) if regex.match(form, object.get(object_, path, ""))

_fits(object_, ["metadata", "name"], _) if object_.metadata.generateName

_fits(object_, ["metadata", "namespace"], _) if not _has(object_, ["metadata", "namespace"])

# METADATA
# title: The server would choose the name of this object.
# custom:
#   code: generate_name
#   remedy: Give metadata.name instead of metadata.generateName; what is applied must be found again.
_refusals contains reasons.of(rego.metadata.rule(), entry.at) if {
	some entry in entries
	entry.object.metadata.generateName
}

# METADATA
# title: These fields are the server's own.
# custom:
#   code: server_field
#   remedy: Leave them out of the document.
_refusals contains reasons.of(rego.metadata.rule(), $"{entry.at}: {concat(", ", found)}") if {
	some entry in entries
	found := [concat(".", path) | some path in _kept; _has(entry.object, path)]
	count(found) > 0
}

_kept := array.concat([["status"]], [["metadata", key] |
	some key in [
		"creationTimestamp",
		"deletionGracePeriodSeconds",
		"deletionTimestamp",
		"generation",
		"managedFields",
		"resourceVersion",
		"selfLink",
		"uid",
	]
])

# Also when it is null or false.
_has(object_, path) if object.get(object_, path, 0) == object.get(object_, path, 1)

# METADATA
# title: A document names another namespace than the call.
# custom:
#   code: namespace_differs
#   remedy: Name one namespace, in the document or in the call.
_refusals contains reasons.of(rego.metadata.rule(), entry.at) if {
	some entry in entries
	not _given in ["", _own(entry.object)]
	_own(entry.object) != ""
}

# METADATA
# title: Two documents are of one object.
# custom:
#   code: object_twice
#   remedy: Keep one of them.
_refusals contains reasons.of(rego.metadata.rule(), $"{entry.at} and {other.at}") if {
	some index, entry in entries
	some later, other in entries
	later > index
	_identity(entry.object) == _identity(other.object)
}

_identity(object_) := [group(object_.apiVersion), object_.kind, object_.metadata.name, _place(object_)]

_place(object_) := _own(object_) if _own(object_) != ""

else := _given
