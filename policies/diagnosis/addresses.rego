# METADATA
# title: "Diagnosis: addresses"
# description: Addresses of Services from outside, and Services that are names of something else.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.addresses

import data.lib.asks
import data.lib.backing
import data.lib.findings
import data.lib.seen

# METADATA
# title: The Service of this cluster that another one is a name of
asks contains asks.want(2, asks.get("v1/Service", namespace, name)) if {
	some alias in _aliases
	[name, namespace] := _inside(alias)
	seen.key_of(alias) == seen.target.key
}

# METADATA
# title: "{object} waits for a load balancer: it could not be made ({reason})."
# description: Whoever gives load balancers of this cluster their addresses says why it did not.
# custom:
#   code: load_balancer_failed
#   stage: network
#   weight: 65
#   remedy: Correct what the event names, such as a quota, a subnet, an annotation or a pool of addresses.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"values": {"reason": failure.reason},
	"evidence": [findings.event(failure), findings.field(service, "status.loadBalancer", "no address")],
}) if {
	some service in _waiting
	failure := _failure(service)
}

# METADATA
# title: "{object} has waited for a load balancer since {since}, and no controller reports making one (EXTERNAL-IP pending)."
# description: A cluster without a cloud or an address pool gives a Service of type LoadBalancer no address.
# custom:
#   code: load_balancer_pending
#   stage: network
#   weight: 50
#   remedy: Ask who runs the cluster what makes load balancers here (a cloud controller manager, MetalLB), or use another type.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"values": {"since": object.get(service, ["metadata", "creationTimestamp"], "")},
	"evidence": array.concat(
		[findings.field(service, "spec.type", "LoadBalancer"), findings.field(service, "status.loadBalancer", "no address")],
		[findings.event(event) | some event in seen.events_of(service)],
	),
}) if {
	some service in _waiting
	not _failure(service)
	seen.aged(service)
}

# METADATA
# title: "{object} keeps its address, but its load balancer could not be brought up to date ({reason})."
# description: What changed lately, such as nodes or ports, does not reach the load balancer.
# custom:
#   code: load_balancer_stale
#   stage: network
#   weight: 40
#   remedy: Correct what the event names.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"values": {"reason": failure.reason},
	"evidence": [findings.event(failure)],
}) if {
	some service in backing.services
	service.spec.type == "LoadBalancer"
	count(_addresses(service)) > 0
	failure := _failure(service)
	failure.reason in {"SyncLoadBalancerFailed", "UpdateLoadBalancerFailed"}
	seen.lately(failure.last)
}

_waiting := [service |
	some service in backing.services
	service.spec.type == "LoadBalancer"
	count(_addresses(service)) == 0
	not service.metadata.deletionTimestamp
]

_addresses(service) := object.get(service, ["status", "loadBalancer", "ingress"], [])

# The last word on it, when it is a bad one.
_failure(service) := last if {
	told := [event |
		some event in seen.events_of(service)
		not event.reason in {"EnsuringLoadBalancer", "UpdatingLoadBalancer"}
	]
	last := told[count(told) - 1]
	last.type == "Warning"
}

# Names

_aliases := [service | some service in backing.services; backing.alias(service)]

_name(service) := trim_suffix(object.get(service, ["spec", "externalName"], ""), ".")

# The Service of this cluster that the name means: [name, namespace].
_inside(service) := [parts[0], parts[1]] if {
	parts := split(_name(service), ".")
	count(parts) > 2
	parts[2] == "svc"
}

# METADATA
# title: "{object} has the address {name} as its externalName, which has to be a DNS name (ExternalName)."
# description: DNS answers with a CNAME record, which cannot lead to an address.
# custom:
#   code: external_name_address
#   stage: network
#   weight: 80
#   remedy: Give the host a name, or use a Service without selector and an EndpointSlice with the address.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"values": {"name": _name(service)},
	"evidence": [findings.field(service, "spec.externalName", service.spec.externalName)],
}) if {
	some service in _aliases
	_is_address(_name(service))
}

# METADATA
# title: "{object} stands for Service {name}, which does not exist (ExternalName)."
# description: It leads to a Service of this cluster that is not there.
# custom:
#   code: external_name_nobody
#   stage: network
#   weight: 80
#   remedy: Correct spec.externalName of {object}, or create the Service.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"values": {"name": concat("/", [namespace, name])},
	"evidence": [findings.field(service, "spec.externalName", service.spec.externalName)],
}) if {
	some service in _aliases
	[name, namespace] := _inside(service)
	seen.absent(asks.get("v1/Service", namespace, name).id)
}

# METADATA
# title: "{object} stands for {name}, outside of the cluster (ExternalName): there is nothing to check here."
# description: Whether that host answers is not seen by the cluster.
# custom:
#   code: external_name
#   stage: wanted
#   weight: 5
#   quiet: true
#   remedy: Check that {name} resolves and answers from a pod.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"values": {"name": _name(service)},
	"evidence": [findings.field(service, "spec.externalName", service.spec.externalName)],
}) if {
	some service in _aliases
	not _is_address(_name(service))
	not _inside(service)
}

_is_address(name) if regex.match(`^(\d+\.){3}\d+$`, name)

_is_address(name) if contains(name, ":")
