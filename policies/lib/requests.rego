# METADATA
# title: Requests
# description: How guards speak of a request. Knows what Kubernetes is, not what is allowed.
# schemas:
#   - data.config: schema.config
package lib.requests

# METADATA
# title: The full name of the resource
# description: >-
#   pods, deployments.apps, pods/log: as kubectl writes it and as config/data.yaml keys it. Undefined when the resource
#   itself smuggles a subresource.
full_name(request) := concat("", [_grouped(request), _slashed(request)]) if {
	not contains(request.resource, "/")
}

_grouped(request) := request.resource if request.group == ""

else := concat(".", [request.resource, request.group])

_slashed(request) := "" if request.subresource == ""

else := concat("/", ["", request.subresource])

# METADATA
# title: The request only reads
reads(request) if request.verb in data.config.verbs.read

# METADATA
# title: The request changes something, or might
changes(request) if not request.verb in data.config.verbs.read

# METADATA
# title: The namespace that the request is about
# description: The one it is made in; for Namespace objects their own name. "" when there is none or all are meant.
namespace(request) := request.name if is_namespaces(request)

else := request.namespace

# METADATA
# title: The request is about Namespace objects themselves
is_namespaces(request) if {
	request.group == ""
	request.resource == "namespaces"
}

# METADATA
# title: A list over all namespaces of a kind that has them
is_wide(request) if {
	request.scope == "Namespaced"
	request.namespace == ""
	request.verb == "list"
}

# METADATA
# title: The request in the words of a grant
# description: "For example: get pods/log in shop."
words(request) := concat(" ", array.concat([request.verb, _target(request)], _place(request)))

_target(request) := full_name(request) if not contains(request.resource, "/")

else := request.resource

_place(request) := ["in", request.namespace] if request.namespace != ""

else := ["in all namespaces"] if is_wide(request)

else := []
