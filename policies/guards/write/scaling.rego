# METADATA
# title: "Guard: scaling"
# description: How many replicas there may be, and falls that a person should look at twice.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.write.scaling

import data.lib.reasons
import data.lib.writes

# METADATA
# title: This is not a number of replicas that is allowed.
# description: config.writes.replicas has the bounds; they stand beside the path.
# custom:
#   code: replicas_out_of_bounds
#   remedy: Ask for a whole number between the bounds.
deny contains reasons.of(rego.metadata.rule(), $"{path}: {_bounds.min} to {_bounds.max}") if {
	writes.edits
	some change in _scaled
	not _within(change.to)
	path := writes.spelled(change.path)
}

# METADATA
# title: This stops a workload.
# description: With no replica left, nothing of it runs.
# custom:
#   code: scale_to_zero
#   remedy: A person must agree first.
#   risk: high
approve contains reasons.of(rego.metadata.rule(), writes.spelled(change.path)) if {
	writes.edits
	some change in _scaled
	change.from != 0
	change.to == 0
}

# METADATA
# title: This takes more than half of the replicas away.
# description: What is left may not carry the load.
# custom:
#   code: scale_down
#   remedy: A person must agree first.
#   risk: high
approve contains reasons.of(rego.metadata.rule(), writes.spelled(change.path)) if {
	writes.edits
	some change in _scaled
	change.to > 0
	change.to * 2 < change.from
}

_bounds := data.config.writes.replicas

_within(count) if {
	is_number(count)
	count >= _bounds.min
	count <= _bounds.max
}

# Removed replicas come back as the server's default, which is a change of its own.
_scaled contains change if {
	some change in writes.changes
	change.op != "remove"
	writes.covered(_bounds.fields, change.pattern)
}
