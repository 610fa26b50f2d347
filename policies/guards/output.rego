# METADATA
# title: "Guard: output"
# description: Binds how every answer is cleaned and labelled. Refuses nothing.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.output

import data.lib.requests

# METADATA
# title: Secrets inside texts are redacted
oblige contains {
	"type": "redact",
	"profile": data.config.output.redact.profile,
	"words": data.config.output.redact.words,
}

# METADATA
# title: An answer carries the classification of its kind
oblige contains {
	"type": "classify",
	"level": object.get(
		data.config.output.classify.kinds,
		requests.full_name(input.request),
		data.config.output.classify.otherwise,
	),
}
