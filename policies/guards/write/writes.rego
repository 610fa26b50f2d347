# METADATA
# title: "Guard: writes"
# description: >-
#   Whatever is not a plain read needs a grant of its own, is tried by the API server before it is judged, meets the very
#   object that was judged, and is never forced at a caller's wish.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.write.writes

import data.lib.grants
import data.lib.patterns
import data.lib.reasons
import data.lib.requests
import data.lib.secrets
import data.lib.writes

# METADATA
# title: This would change the cluster, and it is not granted.
# description: No entry of config.grants covers it.
# custom:
#   code: not_granted
#   remedy: Ask a person to do it, or the operator to grant it in config.grants; it would need approval even then.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	input.request.verb in data.config.verbs.write
	not grants.granted(input.request)
	not secrets.closed(input.request)
	not writes.closed_kind
	not _nowhere
}

# Only the namespace is missing; another guard has the better remedy.
_nowhere if {
	input.request.scope == "Namespaced"
	input.request.namespace == ""
	count(grants.scope(input.request)) > 0
}

# METADATA
# title: There is no such object yet, and creating one is not granted.
# description: Applying a manifest creates what does not exist, so it needs the grant of both verbs.
# custom:
#   code: create_not_granted
#   remedy: Check the name and the namespace. To create it, ask a person, or the operator to grant create in config.grants.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if writes.creates_ungranted

# METADATA
# title: Conflicts with other writers are never forced.
# description: The option force takes fields away from whoever manages them.
# custom:
#   code: force_forbidden
#   remedy: Ask again without force; a conflict then names who manages the field.
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if input.request.options.force

# METADATA
# title: Changes are made under the name of this server only.
# description: config.writes.fieldManager is who the cluster records; under another name a change would pass as another's.
# custom:
#   code: manager_forbidden
#   remedy: Leave the field manager out.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.write
	input.request.options.fieldManager != data.config.writes.fieldManager
}

# METADATA
# title: One call changes one object.
# description: A change without a name would hit every object of the kind; only a new object may get its name later.
# custom:
#   code: name_required
#   remedy: Name the object.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	input.request.verb in data.config.verbs.write
	input.request.verb != "create"
	input.request.name == ""
}

# METADATA
# title: What is changed, and what it would become
# description: For a dry run as well, whose answer is nothing but that.
needs contains need if {
	writes.write
	is_null(input.facts.changes)
	not _asks_first
	some need in ["live", "dry_run"]
}

# What the cluster's own RBAC would refuse is not tried: its word says more than a dry run that fails.
_asks_first if {
	writes.real
	data.config.writes.access
	is_null(input.facts.access)
}

# METADATA
# title: What was judged is what must be there
oblige contains {"type": "precondition", "on": "resourceVersion"} if {
	writes.real
	input.request.verb != "create"
	is_object(input.facts.live)
}

# METADATA
# title: Fields of these kinds are taken over from whoever manages them
oblige contains {"type": "force"} if {
	writes.write
	input.request.options.patch == "apply"
	patterns.any_fits(data.config.writes.force, writes.kind)
}

# METADATA
# title: Tools that change something are not shown while nothing of that kind is granted
# schemas:
#   - data.config: schema.config
hide contains name if {
	data.tools[name].card.hints.readOnly == false
	count(_granted) == 0
}

# METADATA
# title: Nor are tools whose verbs are not granted
# schemas:
#   - data.config: schema.config
hide contains name if {
	some name, verbs in data.config.writes.tools
	every verb in verbs { not verb in _granted }
}

_granted contains verb if {
	some grant in data.config.grants
	some verb in grant.verbs
	verb in data.config.verbs.write
	not verb in data.config.verbs.never
}
