# METADATA
# title: What the decision log hides
# description: >-
#   Read by whoever writes the decision log, as OPA's system.log.mask. Events are OPA's; no policy can show more than
#   the gate gives, only hide more.
# schemas:
#   - data.config: schema.config
package system.log

import data.lib.patterns

# METADATA
# title: JSON pointers of what an event must not keep
# description: Bodies whole, free text that callers wrote, and every argument or claim with a telling name.
# entrypoint: true
# scope: document
mask := sort([pointer | some pointer in _pointers])

_pointers contains pointer if some pointer in data.config.log.mask

_pointers contains concat("", ["/input/", part, "/", escaped]) if {
	some part, names in _named
	some name in names
	patterns.any_fits(data.config.log.maskNames, lower(name))
	escaped := strings.replace_n({"/": "~1"}, strings.replace_n({"~": "~0"}, name))
}

_named := {
	"call/arguments": object.keys(object.get(input, ["input", "call", "arguments"], {})),
	"subject/claims": object.keys(object.get(input, ["input", "subject", "claims"], {})),
}
