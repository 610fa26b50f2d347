# METADATA
# title: "Guard: selectors"
# description: >-
#   A selector answers yes or no about a field for every object, so it may only name fields that could be read as well.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.selectors

import data.lib.reasons
import data.lib.requests

# METADATA
# title: This kind of selector is switched off.
# description: config.selectors.labels and config.selectors.fields switch selectors on.
# custom:
#   code: selector_off
#   remedy: List without the selector and look for the objects in the answer.
deny contains reasons.of(rego.metadata.rule(), use) if {
	some use in ["labels", "fields"]
	input.request.selector[use] != ""
	data.config.selectors[use] == false
}

# METADATA
# title: The selector is too long.
# description: config.selectors.maxLength bounds it.
# custom:
#   code: selector_too_long
#   remedy: Select by fewer values, or list without the selector.
deny contains reasons.of(rego.metadata.rule(), use) if {
	some use in ["labels", "fields"]
	count(input.request.selector[use]) > data.config.selectors.maxLength
}

# METADATA
# title: Objects cannot be selected by this field.
# description: Only the fields of config.selectors.common and config.selectors.kinds can be asked for.
# custom:
#   code: selector_field_closed
#   remedy: Select by labels, or by a field that the operator lists for the kind in config.selectors.kinds.
deny contains reasons.of(rego.metadata.rule(), field) if {
	some field in _fields
	not field in data.config.selectors.common
	not field in object.get(data.config.selectors.kinds, requests.full_name(input.request), [])
}

# The fields that are named; a term that is no comparison counts as a field of its own, which none is.
_fields contains split(split(term, "=")[0], "!")[0] if {
	input.request.selector.fields != ""
	some term in split(input.request.selector.fields, ",")
}
