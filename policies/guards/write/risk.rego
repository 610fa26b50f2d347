# METADATA
# title: "Guard: risk"
# description: Every change needs a person, and the person is told what is at stake. Refuses nothing.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.write.risk

import data.lib.reasons
import data.lib.requests
import data.lib.writes

# METADATA
# title: This changes the cluster and needs a person's approval.
# description: Every change does, whatever is granted.
# custom:
#   code: approval_needed
#   remedy: A person must agree first.
#   risk: medium
approve contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.real
	input.request.verb != "delete"
	not _restarts
}

# METADATA
# title: This deletes an object and needs a person's approval.
# description: What is deleted does not come back by itself, or comes back as another.
# custom:
#   code: deletion_approval
#   remedy: A person must agree first.
#   risk: high
approve contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.real
	input.request.verb == "delete"
}

# METADATA
# title: This restarts a workload and needs a person's approval.
# description: Nothing changes but when its pods were started.
# custom:
#   code: restart_approval
#   remedy: A person must agree first.
#   risk: low
approve contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.edits
	_restarts
}

_restarts if {
	count(writes.changes) > 0
	every change in writes.changes { writes.covered(data.config.writes.restart, change.pattern) }
}
