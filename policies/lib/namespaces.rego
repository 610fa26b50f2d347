# METADATA
# title: Namespaces
# description: >-
#   Which namespaces are open: the one rule that guards judge by and plans spread lists by.
# schemas:
#   - data.config: schema.config
package lib.namespaces

import data.lib.patterns

# METADATA
# title: The namespace is open
open(name) if {
	well_formed(name)
	patterns.any_fits(data.config.namespaces.allow, name)
	not patterns.any_fits(data.config.namespaces.deny, name)
}

# METADATA
# title: The text can be the name of a namespace
# description: >-
#   An RFC 1123 label, as Kubernetes has it. Anything else is another spelling of one, or an attempt to leave the path.
#   No regular expression: those are compiled anew for every request.
well_formed(name) if {
	trim(name, _letters) == ""
	name != ""
	count(name) < 64
	not startswith(name, "-")
	not endswith(name, "-")
}

_letters := "abcdefghijklmnopqrstuvwxyz0123456789-"
