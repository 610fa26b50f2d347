# METADATA
# title: "Guard: proposals"
# description: >-
#   What waits for approval may hold what others must not see, so everybody lists their own and nothing else. The group is
#   this server's; who may look at all of it is no matter of data.
# schemas:
#   - input: schema.input
package guards.proposals

import data.lib.reasons
import data.lib.requests

# METADATA
# title: Only what you asked for yourself can be seen.
# description: A list must select spec.requester=<your id>, and may select status.state besides.
# custom:
#   code: approvals_of_others
#   remedy: List with the field selector spec.requester=<your own id>. Approvers use the page or `portcullis approvals`.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	input.request.group == "approvals.portcullis"
	not _own
}

_own if {
	input.request.verb == "list"
	input.request.selector.fields == _mine
}

_own if {
	input.request.verb == "list"
	state := trim_prefix(input.request.selector.fields, concat("", [_mine, ",status.state="]))
	state != input.request.selector.fields
	trim(state, "abcdefghijklmnopqrstuvwxyz") == ""
}

# An id that means something in a selector cannot be selected by.
_mine := concat("", ["spec.requester=", input.subject.id]) if {
	every mark in [",", "=", "\\"] { not contains(input.subject.id, mark) }
}
