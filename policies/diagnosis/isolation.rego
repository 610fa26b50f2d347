# METADATA
# title: "Diagnosis: isolation"
# description: >-
#   NetworkPolicies that let nothing in where a Service sends. Whether the network of a cluster obeys them is not seen, so
#   that every sentence here is a likely one.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.isolation

import data.lib.asks
import data.lib.backing
import data.lib.findings
import data.lib.seen
import data.lib.selectors
import data.lib.surroundings

# METADATA
# title: The NetworkPolicies beside a Service
asks contains asks.want(3, asks.list("policies", "networking.k8s.io/v1/NetworkPolicy", surroundings.namespace, {"options": {
	"view": "object",
	"limit": data.config.diagnosis.objects * 2,
}})) if {
	seen.target.kind in {"Service", "Ingress"}
}

# A port of a service, and the policies of which one of its pods knows: {key, service, pod, aim, policies, rules}.
_legs := [{
	"service": service,
	"aim": aim,
	"policies": sort([policy.metadata.name | some policy in policies]),
	"rules": rules,
	"evidence": [findings.field(policy, "spec", _summary(policy)) | some policy in policies],
	"open": [rule | some rule in rules; _lets(rule, aim, backing.protocol(port))],
} |
	some key, service in backing.services
	backing.selecting(service)
	some pod in array.slice(backing.pods(key), 0, 1)
	policies := _isolating(pod)
	count(policies) > 0
	rules := [rule | some policy in policies; some rule in policy.spec.ingress]
	some port in service.spec.ports
	aim := _number(pod, backing.aim(port))
]

_isolating(pod) := [policy |
	some policy in seen.objects("NetworkPolicy")
	seen.namespace_of(policy) == seen.namespace_of(pod)
	"Ingress" in object.get(policy, ["spec", "policyTypes"], ["Ingress"])
	selectors.fits(object.get(policy, ["spec", "podSelector"], {}), object.get(pod, ["metadata", "labels"], {}))
]

# A name stands for what the pod declares under it.
_number(pod, aim) := sort([port.number | some port in backing.declared(pod.spec); port.name == aim])[0] if is_string(aim)

else := aim

# A rule without ports lets all of them in.
_lets(rule, _, _) if count(object.get(rule, "ports", [])) == 0

_lets(rule, aim, protocol) if {
	some port in rule.ports
	backing.protocol(port) == protocol
	_is_port(port, aim)
}

_is_port(port, _) if not port.port

_is_port(port, aim) if port.port == aim

_is_port(port, aim) if {
	port.port <= aim
	port.endPort >= aim
}

# A name is that of a container port: what it stands for differs from pod to pod.
_is_port(port, _) if is_string(port.port)

_summary(policy) := {
	"podSelector": selector,
	"ingress": $"{count(object.get(policy, ["spec", "ingress"], []))} rules",
} if {
	selector := concat(",", sort([concat("=", [key, value]) |
		some key, value in object.get(policy, ["spec", "podSelector", "matchLabels"], {"": "(all)"})
	]))
}

# METADATA
# title: "NetworkPolicy {policies} lets nothing in to the pods of {object}: very likely that is why they are not reached."
# description: >-
#   A pod that one policy selects for Ingress gets only what some policy lets in; here none lets in anything. Probes of the
#   kubelet pass all the same.
# custom:
#   code: network_policy_closed
#   stage: network
#   weight: 60
#   remedy: Have a person add an ingress rule for those who should reach {object}, or narrow the podSelector.
finding contains findings.of(rego.metadata.rule(), {
	"object": leg.service,
	"values": {"policies": leg.policies},
	"evidence": leg.evidence,
}) if {
	some leg in _legs
	count(leg.rules) == 0
}

# METADATA
# title: "No NetworkPolicy lets port {aim} in to the pods of {object} ({policies}): very likely that is why it is not reached."
# description: The policies that select these pods let other ports in.
# custom:
#   code: network_policy_port
#   stage: network
#   weight: 55
#   remedy: Have a person add port {aim} to the ingress rules of {policies}.
finding contains findings.of(rego.metadata.rule(), {
	"object": leg.service,
	"values": {"policies": leg.policies, "aim": leg.aim},
	"fold": $"{leg.aim}",
	"evidence": leg.evidence,
}) if {
	some leg in _legs
	count(leg.rules) > 0
	count(leg.open) == 0
}

# METADATA
# title: "NetworkPolicy {policies} lets only pods of its own namespace in to {object}; an Ingress controller mostly runs in another."
# description: A peer with a podSelector and no namespaceSelector means the namespace of the policy.
# custom:
#   code: network_policy_namespace
#   stage: network
#   weight: 45
#   remedy: Have a person let the namespace of the Ingress controller in (namespaceSelector) on port {aim}.
finding contains findings.of(rego.metadata.rule(), {
	"object": leg.service,
	"values": {"policies": leg.policies, "aim": leg.aim},
	"evidence": leg.evidence,
}) if {
	seen.target.kind == "Ingress"
	some leg in _legs
	count(leg.open) > 0
	every rule in leg.open { _is_inward(rule) }
}

_is_inward(rule) if {
	count(rule.from) > 0
	every peer in rule.from {
		peer.podSelector
		not peer.namespaceSelector
	}
}
