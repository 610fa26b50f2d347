# METADATA
# title: "Guard: approvals"
# description: A no is a no, until something changes or time has passed.
# schemas:
#   - input: schema.input
package guards.approvals

import data.lib.approvals
import data.lib.reasons

# METADATA
# title: A person refused exactly this.
# description: Somebody who may approve it said no, within config.approval.requestWithinSeconds.
# custom:
#   code: approval_refused
#   remedy: Do not ask again unless something changed. Say what was refused, and propose something else.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), approver) if some approver in approvals.refusing
