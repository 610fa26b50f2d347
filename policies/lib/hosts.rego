# METADATA
# title: Hosts
# description: >-
#   Which service of the cluster a host means that a program could not reach, among those that were seen. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.hosts

import data.lib.seen

# METADATA
# title: The key of the service that a host means, for a pod
# description: >-
#   ledger-db, ledger-db.payments, ledger-db.payments.svc.cluster.local, or the address of a service; with or without a
#   port. Undefined for a host outside of the cluster.
service(host, pod) := seen.key("Service", _namespace(labels, pod), labels[0]) if {
	labels := split(trim_suffix(_bare(host), "."), ".")
	_is_inside(labels)
}

else := seen.key_of(found[0]) if {
	found := [one | some one in seen.objects("Service"); one.spec.clusterIP == _bare(host)]
	count(found) > 0
}

_bare(host) := split(host, ":")[0]

_namespace(labels, _) := labels[1] if count(labels) > 1

_namespace(labels, pod) := seen.namespace_of(pod) if count(labels) == 1

# One label, a label and a namespace, or what ends as names of services do.
_is_inside(labels) if {
	count(labels) < 3
	every label in labels { regex.match("^[a-z]([a-z0-9-]*[a-z0-9])?$", label) }
}

_is_inside(labels) if {
	count(labels) > 2
	labels[2] == "svc"
}
