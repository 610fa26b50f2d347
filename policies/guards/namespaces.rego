# METADATA
# title: "Guard: namespaces"
# description: Keeps closed namespaces closed, in every spelling, and a list over all of them to the open ones.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.namespaces

import data.lib.namespaces
import data.lib.reasons
import data.lib.requests

# METADATA
# title: The namespace is closed.
# description: It fits none of config.namespaces.allow, or one of config.namespaces.deny.
# custom:
#   code: namespace_closed
#   remedy: Use an open namespace; listing namespaces shows them. The operator opens one in config.namespaces.
deny contains reasons.of(rego.metadata.rule(), requests.namespace(input.request)) if {
	namespaces.well_formed(requests.namespace(input.request))
	not namespaces.open(requests.namespace(input.request))
}

# METADATA
# title: This is not the name of a namespace.
# description: Names are lower case letters, digits and hyphens; no other spelling of one is taken.
# custom:
#   code: namespace_invalid
#   remedy: Write the namespace exactly as a list of namespaces shows it.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), "") if {
	requests.namespace(input.request) != ""
	not namespaces.well_formed(requests.namespace(input.request))
}

# METADATA
# title: A namespace is needed.
# description: Only a list may go over all namespaces of a kind that lives in them.
# custom:
#   code: namespace_required
#   remedy: Name the namespace. A list of the kind without a namespace shows where its objects are.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	input.request.scope == "Namespaced"
	input.request.namespace == ""
	input.request.verb != "list"
}

# METADATA
# title: No namespace is open.
# description: A list over all namespaces would read everything and show nothing.
# custom:
#   code: no_namespace_open
#   remedy: "Ask the operator to open a namespace in config.namespaces."
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), "") if {
	requests.is_wide(input.request)
	count(data.config.namespaces.allow) == 0
}

# METADATA
# title: A list over all namespaces shows the open ones only.
oblige contains _scope("namespace") if requests.is_wide(input.request)

# METADATA
# title: A list of namespaces shows the open ones only.
oblige contains _scope("name") if {
	requests.is_namespaces(input.request)
	input.request.verb == "list"
}

_scope(by) := {
	"type": "scope",
	"by": by,
	"allow": data.config.namespaces.allow,
	"deny": data.config.namespaces.deny,
}
