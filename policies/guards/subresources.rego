# METADATA
# title: "Guard: subresources"
# description: A subresource such as exec, proxy or token is a door of its own, so only listed ones exist.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.subresources

import data.lib.reasons
import data.lib.requests

# METADATA
# title: This subresource is closed.
# description: config.subresources does not list it for the kind.
# custom:
#   code: subresource_closed
#   remedy: Read the object itself. The operator opens a subresource in config.subresources and in config.grants.
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	input.request.subresource != ""
	not input.request.subresource in object.get(data.config.subresources, _parent, [])
}

_parent := requests.full_name(object.union(input.request, {"subresource": ""}))
