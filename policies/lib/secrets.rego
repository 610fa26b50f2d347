# METADATA
# title: Secrets
# description: >-
#   What holds credentials or gives them out: matched by resource, kind, group and subresource, in any case and in any
#   API group.
# schemas:
#   - data.config: schema.config
package lib.secrets

import data.lib.patterns

# METADATA
# title: The request is about credentials
closed(request) if patterns.any_fits(data.config.secrets.resources, lower(request.resource))

closed(request) if patterns.any_fits(data.config.secrets.kinds, lower(request.kind))

closed(request) if patterns.any_fits(data.config.secrets.groups, lower(request.group))

closed(request) if patterns.any_fits(data.config.secrets.subresources, lower(request.subresource))
