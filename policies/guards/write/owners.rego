# METADATA
# title: "Guard: owners"
# description: What a controller keeps as it is, is changed where the controller looks.
# schemas:
#   - input: schema.input
package guards.write.owners

import data.lib.reasons
import data.lib.writes

# METADATA
# title: A controller manages this object and would undo the change.
# description: One of its ownerReferences says so; custom controllers count as well.
# custom:
#   code: owned
#   remedy: Change the owner that is named here instead.
deny contains reasons.of(rego.metadata.rule(), owner) if {
	writes.edits
	some reference in object.get(writes.live, ["metadata", "ownerReferences"], [])
	reference.controller == true
	owner := concat("/", [object.get(reference, "kind", ""), object.get(reference, "name", "")])
}
