# METADATA
# title: "Diagnosis: isolation"
# description: >-
#   NetworkPolicies that let nothing in where a Service sends, or out where a pod gets no answer. Whether the network of a
#   cluster obeys them is not seen, so that every sentence here is a likely one.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.isolation

import data.lib.asks
import data.lib.backing
import data.lib.findings
import data.lib.logs
import data.lib.seen
import data.lib.selectors
import data.lib.surroundings
import data.lib.tales

# METADATA
# title: The NetworkPolicies beside a Service, and beside a pod that gets no answer
asks contains asks.want(3, asks.list("policies", "networking.k8s.io/v1/NetworkPolicy", namespace, {"options": {
	"view": "object",
	"limit": data.config.diagnosis.objects * 2,
}})) if {
	some namespace in _places
}

_places contains surroundings.namespace if {
	seen.target.kind in {"Service", "Ingress"}
	some service in backing.services
	backing.selecting(service)
}

_places contains seen.namespace_of(tale.one.pod) if some tale in _unanswered

_places contains split(key, "/")[1] if some [_, key] in _missed

# A port of a service as one of its pods has it, the policies that select that pod, by name, their rules, and those of
# them that let the port in (open).
_legs := [{
	"service": service,
	"aim": aim,
	"policies": _names(policies),
	"rules": rules,
	"evidence": _lines(policies),
	"open": [rule | some rule in rules; _lets(rule, aim, backing.protocol(port))],
} |
	some key, service in backing.services
	backing.selecting(service)
	some pod in array.slice(backing.pods(key), 0, 1)
	policies := _selecting(pod, "Ingress")
	count(policies) > 0
	rules := [rule | some policy in policies; some rule in policy.spec.ingress]
	some port in service.spec.ports
	aim := _number(pod, backing.aim(port))
]

# The policies by which a pod gets, or sends, only what is let through.
_selecting(pod, direction) := [policy |
	some policy in seen.objects("NetworkPolicy")
	seen.namespace_of(policy) == seen.namespace_of(pod)
	direction in object.get(policy, ["spec", "policyTypes"], _implied(policy))
	selectors.fits(object.get(policy, ["spec", "podSelector"], {}), object.get(pod, ["metadata", "labels"], {}))
]

_implied(policy) := ["Ingress", "Egress"] if policy.spec.egress

else := ["Ingress"]

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
	"podSelector": concat(",", sort(_pairs(object.get(policy, ["spec", "podSelector", "matchLabels"], {})))),
	"policyTypes": concat(",", object.get(policy, ["spec", "policyTypes"], _implied(policy))),
	"ingress": _through(object.get(policy, ["spec", "ingress"], []), "from"),
	"egress": _through(object.get(policy, ["spec", "egress"], []), "to"),
}

# What rules let through: from role=backend port 5432.
_through(rules, way) := concat("; ", [concat("", [way, " ", _peers(object.get(rule, way, [])), " ", _doors(rule)]) |
	some rule in rules
]) if {
	count(rules) > 0
}

else := "nothing"

_peers(peers) := concat(" or ", [_peer(peer) | some peer in peers]) if count(peers) > 0

else := "anywhere"

_peer(peer) := concat("", ["pods ", concat(",", sort(_pairs(object.get(peer, ["podSelector", "matchLabels"], {}))))]) if {
	peer.podSelector
	not peer.namespaceSelector
}

else := concat(" ", ["addresses", peer.ipBlock.cidr]) if peer.ipBlock

else := "pods of some namespaces"

_doors(rule) := concat(" ", ["port", concat(",", [_door(port) | some port in rule.ports])]) if {
	count(object.get(rule, "ports", [])) > 0
}

else := "any port"

_door(port) := $"{port.port}" if port.port

else := "any"

_pairs(labels) := [concat("=", [key, value]) | some key, value in labels] if count(labels) > 0

else := ["(all)"]

_lines(policies) := [findings.field(policy, "spec", _summary(policy)) | some policy in policies]

_names(policies) := sort([policy.metadata.name | some policy in policies])

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

# The way out

# What programs that fail say of answers that do not come.
_unanswered := [tale |
	some tale in logs.told
	_is_unanswered(tale)
]

_is_unanswered(tale) if tale.kind in {"timeout", "dns"}

_is_unanswered(tale) if {
	tale.kind == "unresolved"
	contains(lower(tale.line), "timeout")
}

# Each with the policies that let only some of it out: {tale, policies, rules}.
_held := [{
	"tale": tale,
	"policies": policies,
	"rules": [rule | some policy in policies; some rule in policy.spec.egress],
} |
	some tale in _unanswered
	policies := _selecting(tale.one.pod, "Egress")
	count(policies) > 0
]

# METADATA
# title: "{pods} may send nothing out, by NetworkPolicy {policies}, and get no answer: very likely that is why they fail."
# description: A pod that one policy selects for Egress sends only what some policy lets out; here that is nothing, not even DNS.
# custom:
#   code: egress_closed
#   stage: configuration
#   weight: 75
#   remedy: Have a person add egress rules for DNS (port 53) and for what the pods need, or narrow the podSelector.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.tale.one.pod,
	"values": {"policies": _names(one.policies)},
	"evidence": _telling(one),
}) if {
	some one in _held
	count(one.rules) == 0
}

# METADATA
# title: "{pods} may not ask DNS (port 53), by NetworkPolicy {policies}, and names do not resolve there: very likely that is why they fail."
# description: Whoever closes the way out has to leave DNS open, by UDP and TCP.
# custom:
#   code: egress_dns
#   stage: configuration
#   weight: 75
#   remedy: Have a person add an egress rule for port 53, UDP and TCP.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.tale.one.pod,
	"values": {"policies": _names(one.policies)},
	"evidence": _telling(one),
}) if {
	some one in _held
	count(one.rules) > 0
	one.tale.kind in {"dns", "unresolved"}
	not _is_open(one, 53)
}

# METADATA
# title: "{pods} may not send to port {port}, by NetworkPolicy {policies}, and {peer} does not answer: very likely that is why they fail."
# description: The policies that select these pods let other ports out.
# custom:
#   code: egress_port
#   stage: configuration
#   weight: 72
#   remedy: Have a person add an egress rule for port {port}.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.tale.one.pod,
	"values": {"policies": _names(one.policies), "port": port, "peer": peer},
	"fold": $"{port}",
	"evidence": _telling(one),
}) if {
	some one in _held
	count(one.rules) > 0
	one.tale.kind == "timeout"
	some peer in tales.named(one.tale, "peer")
	port := _port(peer)
	not _is_open(one, port)
}

_port(peer) := to_number(digits) if {
	some [_, digits] in regex.find_all_string_submatch_n(`:(\d+)$`, peer, 1)
}

_is_open(one, port) if {
	some rule in one.rules
	some protocol in ["TCP", "UDP"]
	_lets(rule, port, protocol)
}

_telling(one) := array.concat(
	_lines(one.policies),
	[findings.log(one.tale.one.pod, one.tale.one.name, one.tale.when, logs.safe(one.tale.line))],
)

# The way in to another service

# Who gets no answer from which service: [tale, key].
_missed := {[tale, key] |
	some tale in _unanswered
	some key in tales.needs(tale)
}

# METADATA
# title: "{pods} may not reach {service}, by NetworkPolicy {policies}, and it does not answer: very likely that is why they fail."
# description: The policies that select the pods of the Service name others as those who may come in.
# custom:
#   code: ingress_peer
#   stage: configuration
#   weight: 75
#   remedy: Have a person add the labels of these pods to the ingress rules of {policies}, or give the pods a label that is let in.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"policies": _names(policies)},
	"words": {"service": findings.said(key)},
	"fold": key,
	"evidence": array.concat(
		_lines(policies),
		[
			findings.field(pod, "metadata.labels", pod.metadata.labels),
			findings.log(pod, tale.one.name, tale.when, logs.safe(tale.line)),
		],
	),
}) if {
	some [tale, key] in _missed
	pod := tale.one.pod
	service := seen.objects("Service")[key]
	backing.selecting(service)
	policies := _selecting(_behind(service), "Ingress")
	count(policies) > 0
	every policy in policies { _keeps_out(policy, pod) }
}

# What is surely true of the pods of a service: its selector.
_behind(service) := {"metadata": {
	"namespace": seen.namespace_of(service),
	"labels": service.spec.selector,
}}

# No rule may fit the pod: what cannot be told, such as a block of addresses, may.
_keeps_out(policy, pod) if {
	every rule in object.get(policy, ["spec", "ingress"], []) {
		count(object.get(rule, "from", [])) > 0
		every peer in rule.from { _is_other(policy, peer, pod) }
	}
}

_is_other(policy, peer, pod) if {
	not peer.namespaceSelector
	not peer.ipBlock
	not _is_inside(policy, peer, pod)
}

_is_inside(policy, peer, pod) if {
	seen.namespace_of(pod) == seen.namespace_of(policy)
	selectors.fits(peer.podSelector, object.get(pod, ["metadata", "labels"], {}))
}

# With the labels of pods beside it, a namespace is only half of it.
_is_other(_, peer, pod) if {
	peer.namespaceSelector
	peer.podSelector
	not selectors.fits(peer.podSelector, object.get(pod, ["metadata", "labels"], {}))
}
