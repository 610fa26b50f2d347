# METADATA
# title: "Guard: closed kinds"
# description: >-
#   Kinds through which a change would reach further than the object itself: who may do what, what the API accepts, where
#   everything runs. Closed for writes whatever is granted; config.writes.closed.kinds lists them.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.write.closed

import data.lib.patterns
import data.lib.reasons
import data.lib.requests
import data.lib.writes

# METADATA
# title: Who may do what in the cluster is not changed here.
# custom:
#   code: rbac_closed
#   remedy: Ask a cluster administrator for the permission; say who needs which verb on which kind.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.closed_kind
	_closed("rbac")
}

# METADATA
# title: Accounts of workloads are not changed here.
# custom:
#   code: account_closed
#   remedy: Ask whoever owns the namespace to change the ServiceAccount.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.closed_kind
	_closed("accounts")
}

# METADATA
# title: What the API server lets in is not changed here.
# custom:
#   code: webhook_closed
#   remedy: Ask a cluster administrator; admission webhooks and policies bind everyone.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.closed_kind
	_closed("webhooks")
}

# METADATA
# title: Which kinds the cluster has is not changed here.
# custom:
#   code: crd_closed
#   remedy: Ask a cluster administrator to install or change the custom resource definition or the API service.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.closed_kind
	_closed("kinds")
}

# METADATA
# title: Nodes are not changed here.
# custom:
#   code: node_closed
#   remedy: Ask a cluster administrator to cordon, label or remove the node.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.closed_kind
	_closed("nodes")
}

# METADATA
# title: Namespaces themselves are not changed here.
# custom:
#   code: namespace_closed_for_writes
#   remedy: Ask a person to make, label or delete the namespace; objects in an open one can be changed.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.closed_kind
	_closed("namespaces")
}

# METADATA
# title: Which pods go before others is not changed here.
# custom:
#   code: priority_closed
#   remedy: Ask a cluster administrator to change the priority class.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.closed_kind
	_closed("priorities")
}

# METADATA
# title: Storage of the cluster is not changed here.
# custom:
#   code: storage_closed
#   remedy: Ask a cluster administrator to change the volume or the storage class.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.closed_kind
	_closed("storage")
}

# METADATA
# title: What keeps a namespace in its bounds is not changed here.
# custom:
#   code: guardrail_closed
#   remedy: Ask whoever set the quota, the limits or the network policy.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.closed_kind
	_closed("guardrails")
}

# METADATA
# title: Certificates of the cluster are not changed here.
# custom:
#   code: certificate_closed
#   remedy: Ask a cluster administrator to sign or approve the request.
#   shadow: never
deny contains reasons.of(rego.metadata.rule(), requests.words(input.request)) if {
	writes.closed_kind
	_closed("certificates")
}

_closed(what) if patterns.any_fits(data.config.writes.closed.kinds[what], writes.kind)
