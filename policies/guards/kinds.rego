# METADATA
# title: "Guard: kinds"
# description: Refuses what no grant covers, and verbs that the policy does not know.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.kinds

import data.lib.grants
import data.lib.reasons
import data.lib.requests
import data.lib.secrets

# METADATA
# title: This is not granted.
# description: No entry of config.grants covers the verb, API group, resource and namespace together.
# custom:
#   code: not_granted
#   remedy: Ask for something that is granted, or ask the operator to add this to config.grants.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	requests.reads(input.request)
	not grants.granted(input.request)
	not _said_better
}

# METADATA
# title: The policy does not know this verb.
# description: Only verbs that config.verbs lists exist; wildcards are not verbs.
# custom:
#   code: verb_unknown
#   remedy: Use get or list.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), input.request.verb) if {
	not _known
}

# METADATA
# title: This verb is never allowed.
# description: config.verbs.never holds verbs that no grant can open.
# custom:
#   code: verb_forbidden
#   remedy: Ask a person to do it.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), input.request.verb) if {
	input.request.verb in data.config.verbs.never
}

# METADATA
# title: A list over all namespaces shows only those in which it is granted.
oblige contains {
	"type": "scope",
	"by": "namespace",
	"allow": grants.scope(input.request),
	"deny": [],
} if {
	requests.is_wide(input.request)
}

# Where no grant could help, or only a namespace is missing, another guard has the better remedy.
_said_better if secrets.closed(input.request)

_said_better if {
	input.request.scope == "Namespaced"
	input.request.namespace == ""
	count(grants.scope(input.request)) > 0
}

_known if input.request.verb in data.config.verbs.read

_known if input.request.verb in data.config.verbs.write

_known if input.request.verb in data.config.verbs.never
