# METADATA
# title: "Guard: access"
# description: Where an operator wants it, a change needs the cluster's own permission and its namespace's consent first.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.write.access

import data.lib.patterns
import data.lib.reasons
import data.lib.requests
import data.lib.writes

# METADATA
# title: What the cluster's own RBAC says of it
needs contains "access" if {
	writes.real
	data.config.writes.access
	is_null(input.facts.access)
}

# METADATA
# title: The labels of the namespace
needs contains "namespace" if {
	writes.real
	count(data.config.writes.offLabels) > 0
	input.request.namespace != ""
	is_null(input.facts.namespace)
}

# METADATA
# title: The cluster itself would refuse this (RBAC).
# description: config.writes.access asks it before a person is asked.
# custom:
#   code: rbac_denied
#   remedy: Ask the operator to grant it in the cluster, or a person to do it.
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.real
	data.config.writes.access
	is_object(input.facts.access)
	input.facts.access.allowed == false
}

# METADATA
# title: Changes are switched off in this namespace.
# description: It carries a label of config.writes.offLabels.
# custom:
#   code: writes_off_here
#   remedy: Ask those who own the namespace; they set the label.
deny contains reasons.of(rego.metadata.rule(), input.request.namespace) if {
	writes.real
	some label, values in data.config.writes.offLabels
	value := object.get(input.facts.namespace, ["metadata", "labels", label], null)
	is_string(value)
	patterns.any_fits(values, value)
}
