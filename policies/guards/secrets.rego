# METADATA
# title: "Guard: secrets"
# description: >-
#   What holds credentials is closed to every verb and in every subresource, whatever is granted.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.secrets

import data.lib.reasons
import data.lib.requests
import data.lib.secrets
import data.lib.writes

# METADATA
# title: This holds credentials or gives them out, and is closed to everyone.
# description: It fits config.secrets. No grant opens it and no shadow mode softens it.
# custom:
#   code: secrets_closed
#   remedy: Work without the value. That an object names a secret can be read where it is named, such as in a pod.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	requests.reads(input.request)
	secrets.closed(input.request)
}

# METADATA
# title: This holds credentials or gives them out, and is closed to everyone.
# description: Where a kind is closed for writes besides, the reason of that says more.
# custom:
#   code: secrets_closed
#   remedy: Ask a person to write it.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	requests.changes(input.request)
	secrets.closed(input.request)
	not writes.closed_kind
}
