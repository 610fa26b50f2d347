# METADATA
# title: "Guard: limits"
# description: Binds how much one answer may be. What asks for more is given the most, not refused.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.limits

# METADATA
# title: An answer has bounds
oblige contains {
	"type": "limit",
	"items": _bound(input.request.options.limit, data.config.limits.itemsDefault, data.config.limits.items),
	"lines": _bound(input.request.options.tailLines, data.config.limits.linesDefault, data.config.limits.lines),
	"lineBytes": data.config.limits.lineBytes,
	"bytes": data.config.limits.bytes,
}

_bound(0, usual, most) := min([usual, most])

_bound(asked, _, most) := min([asked, most]) if asked != 0
