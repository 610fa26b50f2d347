# METADATA
# title: "Tool: rollback"
# description: >-
#   Back to an earlier template of a workload, as kubectl rollout undo goes. The template goes from the cluster to the
#   cluster: no rule of a tool and no model reads it.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.rollback

import data.lib.arguments
import data.lib.intents
import data.lib.reasons
import data.lib.rollouts
import data.lib.spread
import data.lib.templates

# METADATA
# title: What tools/list shows
card := {
	"title": "Roll back",
	"description": "Returns a workload to an earlier revision.",
	"arguments": intents.form({"toRevision": arguments.number("Omit for the one before.", 0, 1000000)}, []),
	"hints": intents.changing(false),
	"examples": [{"kind": "deploy", "name": "web", "namespace": "shop", "toRevision": 3}],
}

# METADATA
# title: A look at the object, at its revisions, at the one to return to, then the patch
plan := intents.looking([intents.look(_fields)]) if not intents.seen

else := intents.refused(_refusals) if count(_refusals) > 0

else := intents.looking([_history]) if not spread.observed(input.observations, "history")

else := intents.looking([_held]) if not spread.observed(input.observations, "revision")

else := intents.carried([_patch], intents.followed)

# METADATA
# title: The change, and what became of it
answer := intents.told(["rollback"])

_fields := ["metadata.name", "spec.paused", "spec.selector"]

_keeper := templates.keeper(intents.exact.kind)

_history := {
	"id": "history",
	"verb": "list",
	"kind": _keeper.kind,
	"namespace": input.call.arguments.namespace,
	"selector": {"labels": rollouts.selection(intents.seen.spec.selector)},
	"options": {
		"view": "object",
		"fields": [
			"metadata.name",
			"metadata.ownerReferences[*].kind",
			"metadata.ownerReferences[*].name",
			_keeper.revision,
		],
		"limit": data.config.limits.items,
	},
	"show": {"as": "none"},
}

_held := {
	"id": "revision",
	"verb": "get",
	"kind": _keeper.kind,
	"namespace": input.call.arguments.namespace,
	"name": _name,
	"options": {"view": "object", "fields": ["metadata.name"]},
	"hold": true,
	"show": {"as": "none"},
}

# The hash names the pods of one ReplicaSet; it is no part of the template.
_patch := object.union(
	intents.patch("json", {"operations": [{"op": "replace", "path": "/spec/template", "value": {}}]}),
	{"takes": {
		"observation": "revision",
		"from": "/spec/template",
		"to": "/operations/0/value",
		"without": ["/metadata/labels/pod-template-hash"],
	}},
) if intents.exact.kind == "Deployment"

else := object.union(
	intents.patch("strategic", {}),
	{"takes": {"observation": "revision", "from": "/data", "to": ""}},
)

# Number and name of each revision that this object owns, the current one last.
_revisions := [[one.number, one.item.metadata.name] |
	some one in templates.of(spread.observed(input.observations, "history").items, intents.exact.kind, intents.exact.name)
]

_wanted := input.call.arguments.toRevision if object.get(input.call.arguments, "toRevision", 0) > 0

else := _revisions[count(_revisions) - 2][0]

_name := [name | some [number, name] in _revisions; number == _wanted][0]

_known := concat(", ", [$"{number}" | some [number, _] in _revisions])

_refusals contains reason if some reason in intents.paused

# METADATA
# title: This kind keeps no revisions.
# custom:
#   code: no_revisions
#   remedy: Roll back a Deployment, a StatefulSet or a DaemonSet.
_refusals contains reasons.of(rego.metadata.rule(), intents.exact.kind) if {
	intents.seen
	not rollouts.known(intents.exact.group, intents.exact.kind)
}

# METADATA
# title: There is no such revision.
# custom:
#   code: revision_unknown
#   remedy: Name one of these, but not the last, which is the current one.
_refusals contains reasons.of(rego.metadata.rule(), _known) if {
	count(_revisions) > 1
	not _name
}

# METADATA
# title: There is no earlier revision.
# custom:
#   code: no_revisions
#   remedy: Set the image instead.
_refusals contains reasons.of(rego.metadata.rule(), intents.exact.name) if {
	spread.observed(input.observations, "history")
	count(_revisions) < 2
}

# METADATA
# title: This revision is the current one.
# custom:
#   code: revision_current
#   remedy: Name an earlier revision, or none for the one before.
_refusals contains reasons.of(rego.metadata.rule(), _known) if {
	_wanted == _revisions[count(_revisions) - 1][0]
}
