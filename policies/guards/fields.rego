# METADATA
# title: "Guard: fields"
# description: Binds what may leave an object, by paths and by columns, for its kind. Refuses nothing.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.fields

import data.lib.requests

# METADATA
# title: Only granted paths and columns leave the cluster
oblige contains {
	"type": "fields",
	"paths": array.concat(data.config.fields.common, _of_kind("read")),
	"columns": _of_kind("columns"),
} if {
	not requests.full_name(input.request) in data.config.fields.text
}

_of_kind(what) := object.get(
	data.config.fields[what],
	requests.full_name(input.request),
	data.config.fields.otherwise[what],
)
