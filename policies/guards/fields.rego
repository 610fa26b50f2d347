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
# description: Paths bind objects and columns bind tables; neither is let out by a view that has no use for it.
oblige contains {"type": "fields", "paths": _paths, "columns": _columns} if {
	not requests.full_name(input.request) in data.config.fields.text
}

_paths := [] if input.request.options.view == "table"

else := data.config.fields.common if input.request.options.view == "metadata"

else := array.concat(data.config.fields.common, array.concat(_of_kind("read"), _included))

_columns := _of_kind("columns") if input.request.options.view == "table"

else := []

_included := [concat(".", [at, path]) |
	some at, part in object.get(data.config.fields.include, requests.full_name(input.request), {})
	some path in data.config.fields.parts[part]
]

_of_kind(what) := object.get(
	data.config.fields[what],
	requests.full_name(input.request),
	data.config.fields.otherwise[what],
)
