# METADATA
# title: "Guard: secrets"
# description: >-
#   What holds credentials is closed to every verb and in every subresource, whatever is granted. It is matched by
#   resource, kind, group and subresource, in any case and any API group.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.secrets

import data.lib.patterns
import data.lib.reasons
import data.lib.requests

# METADATA
# title: This holds credentials or gives them out, and is closed to everyone.
# description: It fits config.secrets. No grant opens it and no shadow mode softens it.
# custom:
#   code: secrets_closed
#   remedy: Work without the value. That an object names a secret can be read where it is named, such as in a pod.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if _closed

_closed if patterns.any_fits(data.config.secrets.resources, lower(input.request.resource))

_closed if patterns.any_fits(data.config.secrets.kinds, lower(input.request.kind))

_closed if patterns.any_fits(data.config.secrets.groups, lower(input.request.group))

_closed if patterns.any_fits(data.config.secrets.subresources, lower(input.request.subresource))
