# METADATA
# title: "Guard: writes"
# description: Whatever is not a plain read needs a grant of its own and a person's approval, and is never forced.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.writes

import data.lib.grants
import data.lib.reasons
import data.lib.requests
import data.lib.secrets

# METADATA
# title: This would change the cluster, and it is not granted.
# description: No entry of config.grants covers it; by default none gives any verb that changes something.
# custom:
#   code: not_granted
#   remedy: Ask a person to do it, or the operator to grant it in config.grants; it would need approval even then.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	input.request.verb in data.config.verbs.write
	not grants.granted(input.request)
	not secrets.closed(input.request)
}

# METADATA
# title: Conflicts with other writers are never forced.
# description: The option force takes fields away from whoever manages them.
# custom:
#   code: force_forbidden
#   remedy: Ask again without force; a conflict then names who manages the field.
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if input.request.options.force

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
# title: This changes the cluster and needs a person's approval.
# description: Every change does, whatever is granted.
# custom:
#   code: approval_needed
#   remedy: Wait for the approval, then make the same call again.
approve contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if requests.changes(input.request)

# METADATA
# title: Tools that change something are not shown while nothing of that kind is granted
# schemas:
#   - data.config: schema.config
hide contains name if {
	data.tools[name].card.hints.readOnly == false
	count(_granted) == 0
}

_granted contains verb if {
	some grant in data.config.grants
	some verb in grant.verbs
	not verb in data.config.verbs.read
}
