# METADATA
# title: "Guard: changes"
# description: >-
#   Which fields a change may touch, by kind. Judged is what the API server says would change, never the text that was
#   sent: defaults, merges and webhooks are in it.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.write.changes

import data.lib.patterns
import data.lib.reasons
import data.lib.requests
import data.lib.writes

# METADATA
# title: What this would change is not known, so it is refused.
# description: No change is made, and no approval used, without the API server's own account of it.
# custom:
#   code: changes_unknown
#   remedy: Make the same call again; if it stays, tell the operator.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.real
	_unknown
}

# METADATA
# title: These fields may not be changed.
# description: config.writes.fields lists, by kind, what may be added, replaced and removed.
# custom:
#   code: field_closed
#   remedy: Change something else, ask a person to do it, or the operator to list the path in config.writes.fields.
deny contains reasons.of(rego.metadata.rule(), concat(", ", writes.few(_unlisted))) if {
	writes.edits
	count(_unlisted) > 0
	not writes.creates_ungranted
}

# METADATA
# title: The status is the cluster's own account, and is not written.
# custom:
#   code: status_closed
#   remedy: Leave the status out; change the spec, and the controller will follow.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.write
	some path in writes.few(_status)
}

# METADATA
# title: Finalizers are not changed here.
# description: They hold a deletion back until somebody has cleaned up.
# custom:
#   code: finalizers_closed
#   remedy: Leave metadata.finalizers as they are; find the controller that each belongs to, and say what it waits for.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.edits
	some path in writes.few(_of("finalizers"))
}

# METADATA
# title: Owners of an object are not changed here.
# description: An ownerReference decides what is deleted with what, and who undoes a change.
# custom:
#   code: owners_closed
#   remedy: Leave metadata.ownerReferences as they are.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.edits
	some path in writes.few(_of("owners"))
}

# METADATA
# title: Nothing is put into a running pod.
# custom:
#   code: ephemeral_closed
#   remedy: Read the logs and the events instead, or ask a person to debug the pod.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.edits
	some path in writes.few(_of("ephemeral"))
}

# METADATA
# title: Labels of namespaces are not changed here.
# description: Pod security, network policies and quotas follow them.
# custom:
#   code: namespace_labels_closed
#   remedy: Ask a cluster administrator to label the namespace.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.edits
	some path in writes.few(_labels)
}

_unknown if {
	is_null(input.facts.changes)
	_gone_on
}

_unknown if {
	writes.edits
	is_array(input.facts.changes)
	is_null(input.facts.dryRun)
}

# Past the first lap: something was looked up, or a person was already asked.
_gone_on if input.approval.digest != ""

_gone_on if is_object(input.facts.dryRun)

_unlisted contains writes.spelled(change.path) if {
	some change in writes.changes
	not _identity(change)
	not _special(change)
	not _listed(change)
}

_listed(change) if writes.covered(data.config.writes.fields[writes.kind][change.op], change.pattern)

_listed(change) if {
	writes.creates
	writes.covered(object.get(data.config.writes.fields[writes.kind], "create", []), change.pattern)
}

# What makes an object that one and no other comes with every new one.
_identity(change) if {
	writes.creates
	change.pattern in data.config.writes.identity
}

_special(change) if {
	some texts in data.config.writes.closed.fields
	writes.covered(texts, change.pattern)
}

_special(change) if _label(change)

_of(what) := {writes.spelled(change.path) |
	some change in writes.changes
	writes.covered(data.config.writes.closed.fields[what], change.pattern)
}

# A status that is sent and ignored would make a caller believe in it.
_status contains path if some path in _of("status")

_status contains "status" if input.request.body.status

_labels contains writes.spelled(change.path) if {
	some change in writes.changes
	not _identity(change)
	_label(change)
}

_label(change) if {
	requests.is_namespaces(input.request)
	count(change.path) > 2
	array.slice(change.path, 0, 2) == ["metadata", "labels"]
	patterns.any_fits(data.config.writes.closed.namespaceLabels, change.path[2])
}
