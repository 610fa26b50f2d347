# METADATA
# title: "Diagnosis: ports"
# description: >-
#   Ports of Services that lead to no port of a pod.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.ports

import data.lib.asks
import data.lib.backing
import data.lib.findings
import data.lib.logs
import data.lib.seen
import data.lib.surroundings

# METADATA
# title: Pods behind a doubtful port of a namespace
asks contains asks.want(3, asks.list(concat(" ", ["some pods of", leg.service.metadata.name]), "v1/Pod", seen.namespace_of(leg.service), {
	"selector": {"labels": asks.labels(leg.service.spec.selector)},
	"options": {"view": "object", "limit": 2},
})) if {
	surroundings.wide
	some leg in array.slice(_doubtful, 0, 3)
	count(backing.pods(leg.key)) == 0
}

# METADATA
# title: What the containers behind a doubtful port say of it
asks contains asks.want(3, asks.log(pod, container, "now")) if {
	some leg in _doubtful
	some [pod, container] in _speakers(leg)
}

# Every port of a service, with what stands behind it: {service, key, port, aim, specs, declared}.
_legs := [{
	"service": service,
	"key": key,
	"port": port,
	"aim": backing.aim(port),
	"specs": specs,
	"declared": declared,
} |
	some key, service in backing.services
	backing.selecting(service)
	not backing.headless(service)
	specs := backing.specs(key)
	count(specs) > 0
	declared := {one | some spec in specs; some one in backing.declared(spec)}
	some port in service.spec.ports
]

# METADATA
# title: "{object} sends to targetPort {aim}, a name that no container port of its pods has; they declare {declared}."
# description: A port by name leads to no pod whose containers do not declare that name.
# custom:
#   code: service_port_name
#   stage: network
#   weight: 85
#   remedy: Set targetPort of {object} to a name or a number that the containers declare, or name the container port {aim}.
finding contains findings.of(rego.metadata.rule(), {
	"object": leg.service,
	"values": {"aim": leg.aim, "declared": _written(leg.declared)},
	"fold": leg.aim,
	"evidence": _ports(leg),
}) if {
	some leg in _legs
	is_string(leg.aim)
	not leg.aim in {one.name | some one in leg.declared}
}

# METADATA
# title: "{object} sends {protocol} to targetPort {aim}, which its pods declare for another protocol ({declared})."
# description: A port is a number and a protocol; what listens with the one does not answer the other.
# custom:
#   code: service_port_protocol
#   stage: network
#   weight: 70
#   remedy: Make the protocol of the port in {object} that of the container port.
finding contains findings.of(rego.metadata.rule(), {
	"object": leg.service,
	"values": {"aim": leg.aim, "protocol": backing.protocol(leg.port), "declared": _written(same)},
	"fold": $"{leg.aim}",
	"evidence": _ports(leg),
}) if {
	some leg in _legs
	same := {one | some one in leg.declared; leg.aim in {one.name, one.number}}
	count(same) > 0
	not backing.protocol(leg.port) in {one.protocol | some one in same}
}

# METADATA
# title: "{object} sends to port {aim}, but its pods say that they listen on {heard} (targetPort)."
# description: No container declares the port that the Service sends to, and the log names another one.
# custom:
#   code: service_port_unheard
#   stage: network
#   weight: 80
#   remedy: Set targetPort of {object} to the port that the containers listen on.
finding contains findings.of(rego.metadata.rule(), {
	"object": leg.service,
	"values": {"aim": leg.aim, "heard": sort({number | some [number, _] in leg.heard})},
	"fold": $"{leg.aim}",
	"evidence": array.concat(_ports(leg), sort({line | some [_, line] in leg.heard})),
}) if {
	some leg in _doubtful
	count(leg.heard) > 0
	not _is_heard(leg)
}

# METADATA
# title: "{object} sends to port {aim}, which no container of its pods declares (targetPort); they declare {declared}."
# description: >-
#   A container may listen on what it does not declare, so this is a guess; it is told only of what was asked about.
# custom:
#   code: service_port_undeclared
#   stage: network
#   weight: 35
#   remedy: Find out which port the containers listen on, and set targetPort of {object} to it.
finding contains findings.of(rego.metadata.rule(), {
	"object": leg.service,
	"values": {"aim": leg.aim, "declared": _written(leg.declared)},
	"fold": $"{leg.aim}",
	"evidence": _ports(leg),
}) if {
	seen.target.kind in {"Service", "Ingress"}
	some leg in _doubtful
	count(leg.heard) == 0
	count(leg.declared) > 0
}

# A number that nothing declares and no probe knocks at.
_doubtful := [object.union(leg, {"heard": _heard(leg)}) |
	some leg in _legs
	is_number(leg.aim)
	not leg.aim in {one.number | some one in leg.declared}
	not leg.aim in {number | some spec in leg.specs; some number in backing.probed(spec)}
	_is_worth_it(leg)
]

# Most containers that declare nothing listen where they should: their logs are read only when they are asked about.
_is_worth_it(leg) if count(leg.declared) > 0

_is_worth_it(_) if seen.target.kind in {"Service", "Ingress"}

# One pod speaks for all, by its first containers.
_speakers(leg) := [[pod, container.name] |
	some pod in array.slice(backing.pods(leg.key), 0, 1)
	some container in array.slice(object.get(pod, ["spec", "containers"], []), 0, 2)
]

# Ports that the logs behind a leg name where they speak of listening: [number, line of evidence].
_heard(leg) := {[to_number(digits), findings.log(pod, container, "now", logs.safe(line))] |
	some [pod, container] in _speakers(leg)
	some line in seen.log(pod, container, "now")
	some word in data.config.diagnosis.lines.listening
	contains(lower(line), word)
	some [_, digits] in regex.find_all_string_submatch_n(_port, line, 8)
	to_number(digits) > 0
}

# :8080, port 8080, port(s): 8080, "port":8080, listening on 8080; no moment of a day.
_port := `(?i)(?:\D:|\d\.\d+:|[a-su-z]\d{1,3}:|\bport(?:\(s\))?\W{1,4}|\b(?:on|at|listening) )(\d{2,5})(?:\D|$)`

_is_heard(leg) if leg.aim in {number | some [number, _] in leg.heard}

_ports(leg) := array.concat(
	[findings.field(leg.service, $"spec.ports[{leg.port.port}].targetPort", leg.aim)],
	[findings.field(_example(leg), "ports of its containers", _written(leg.declared)) | count(leg.declared) > 0],
)

_example(leg) := backing.pods(leg.key)[0] if count(backing.pods(leg.key)) > 0

else := backing.workloads(leg.key)[0]

# http:8080, or 53/UDP.
_written(declared) := sort({_spelt(one) | some one in declared}) if count(declared) > 0

else := ["none"]

_spelt(one) := concat("", [_prefix(one.name), $"{one.number}", _suffix(one.protocol)])

_prefix(name) := "" if name == ""

else := concat("", [name, ":"])

_suffix("TCP") := ""

_suffix(protocol) := concat("", ["/", protocol]) if protocol != "TCP"
