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
# description: Anything else is another spelling of one, or an attempt to leave the path.
well_formed(name) if regex.match(data.config.namespaces.form, name)
