# METADATA
# title: Grants
# description: >-
#   What config.grants gives: verbs, apiGroups and resources as in a Kubernetes PolicyRule, and patterns of namespaces.
#   Neither an allow nor an approve exists without one.
# schemas:
#   - data.config: schema.config
package lib.grants

import data.lib.patterns
import data.lib.requests

# METADATA
# title: A grant covers the request
granted(request) if {
	request.scope == "Namespaced"
	request.namespace != ""
	some grant in data.config.grants
	_covers(grant, request)
	patterns.any_fits(grant.namespaces, request.namespace)
}

granted(request) if {
	requests.is_wide(request)
	count(scope(request)) > 0
}

granted(request) if {
	request.scope == "Cluster"
	request.namespace == ""
	some grant in data.config.grants
	count(grant.namespaces) == 0
	_covers(grant, request)
}

# METADATA
# title: Patterns of the namespaces in which the request is granted
scope(request) := sort([pattern |
	some grant in data.config.grants
	_covers(grant, request)
	some pattern in grant.namespaces
])

_covers(grant, request) if {
	request.verb in grant.verbs
	_group(grant, request)
	_resource(grant, request)
}

_group(grant, request) if request.group in grant.apiGroups

_group(grant, _) if "*" in grant.apiGroups

_resource(grant, request) if {
	not contains(request.resource, "/")
	_named(request) in grant.resources
}

# A wildcard covers whole kinds that live in namespaces, and no subresource: those are granted by name.
_resource(grant, request) if {
	"*" in grant.resources
	request.scope == "Namespaced"
	request.subresource == ""
}

_named(request) := request.resource if request.subresource == ""

else := concat("/", [request.resource, request.subresource])
