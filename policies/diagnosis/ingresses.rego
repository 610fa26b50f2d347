# METADATA
# title: "Diagnosis: ingresses"
# description: Ingresses that nobody serves, and backends that do not exist.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.ingresses

import data.lib.asks
import data.lib.backing
import data.lib.findings
import data.lib.likeness
import data.lib.seen
import data.lib.surroundings

# METADATA
# title: The classes there are
asks contains asks.want(2, asks.list("classes", "networking.k8s.io/v1/IngressClass", "", {})) if {
	count(_ingresses) > 0
}

_ingresses := [ingress |
	some key, ingress in seen.objects("Ingress")
	_matters(key)
]

_matters(_) if surroundings.wide

_matters(key) if key == seen.target.key

# Backends

# Every place an ingress sends to: {ingress, host, path, name, port}.
_routes := [{
	"ingress": ingress,
	"at": concat("", [object.get(rule, "host", "*"), object.get(path, "path", "/")]),
	"name": path.backend.service.name,
	"port": object.get(path, ["backend", "service", "port"], {}),
} |
	some ingress in _ingresses
	some rule in array.concat(
		object.get(ingress, ["spec", "rules"], []),
		[{"http": {"paths": [{"backend": ingress.spec.defaultBackend}]}} | ingress.spec.defaultBackend],
	)
	some path in rule.http.paths
]

_service(route) := seen.objects("Service")[_key(route)]

_key(route) := seen.key("Service", seen.namespace_of(route.ingress), route.name)

# METADATA
# title: "{object} sends {at} to Service {name}, which does not exist{like}."
# description: The Ingress controller answers 503 for a backend that is not there.
# custom:
#   code: ingress_service_missing
#   stage: network
#   weight: 85
#   remedy: Correct the name of the Service in {object}, or create Service {name}.
finding contains findings.of(rego.metadata.rule(), {
	"object": route.ingress,
	"values": {"at": route.at, "name": route.name},
	"words": {"like": _like(route)},
	"fold": route.name,
	"evidence": array.concat([_backend(route)], _warnings(route.ingress)),
	"next": {"tool": "list", "arguments": {"kind": "service", "namespace": seen.namespace_of(route.ingress)}},
}) if {
	some route in _routes
	_were_seen("services", surroundings.namespace)
	not _service(route)
}

# Whole lists only: what was cut may be there.
_were_seen(name, namespace) if {
	observation := seen.observed(asks.list_id(name, namespace))
	observation.outcome == "ok"
	not observation.truncated
}

# The services that may have been meant.
_like(route) := concat("", ["; there is ", findings.word(_near(route))]) if count(_near(route)) > 0

else := ""

_near(route) := sort([service.metadata.name |
	some service in seen.objects("Service")
	seen.namespace_of(service) == seen.namespace_of(route.ingress)
	likeness.alike(service.metadata.name, route.name)
])

_backend(route) := findings.field(
	route.ingress,
	concat(" ", ["backend of", route.at]),
	concat(":", [route.name, _written(route.port)]),
)

_written(port) := $"{port.number}" if port.number

else := object.get(port, "name", "")

# METADATA
# title: "{object} sends {at} to port {port} of Service {name}, which has no such port; it has {ports}."
# description: A backend names a port of the Service, by its number or its name, not a port of the pods.
# custom:
#   code: ingress_port_missing
#   stage: network
#   weight: 85
#   remedy: Name a port of Service {name} in {object}, or add port {port} to the Service.
finding contains findings.of(rego.metadata.rule(), {
	"object": route.ingress,
	"values": {"at": route.at, "name": route.name, "port": _written(route.port), "ports": _ports(service)},
	"fold": concat(":", [route.name, _written(route.port)]),
	"evidence": [_backend(route), findings.field(service, "spec.ports", _ports(service))],
}) if {
	some route in _routes
	service := _service(route)
	not backing.alias(service)
	_written(route.port) != ""
	not _has(service, route.port)
}

_has(service, port) if {
	some one in service.spec.ports
	one.port == port.number
}

_has(service, port) if {
	some one in service.spec.ports
	one.name == port.name
}

_ports(service) := [_spelt(one) | some one in service.spec.ports]

_spelt(port) := $"{port.name}:{port.port}" if port.name

else := $"{port.port}"

# METADATA
# title: "{object} sends {at} to Service {name}, which has no ready endpoint."
# description: What keeps the Service from having one is told by the Service and its pods.
# custom:
#   code: ingress_backend_unready
#   stage: ingress
#   weight: 50
#   symptom: true
#   remedy: Look at Service {name} and its pods.
finding contains findings.of(rego.metadata.rule(), {
	"object": route.ingress,
	"values": {"at": route.at, "name": route.name},
	"fold": route.name,
	"evidence": [_backend(route)],
}) if {
	some route in _routes
	_key(route) in backing.unready
}

# Classes

# METADATA
# title: "{object} asks for IngressClass {class}, which does not exist; there is {there}."
# description: No controller serves an Ingress of a class that is not there.
# custom:
#   code: ingress_class_missing
#   stage: ingress
#   weight: 80
#   remedy: Set spec.ingressClassName of {object} to a class that there is, or create IngressClass {class}.
finding contains findings.of(rego.metadata.rule(), {
	"object": ingress,
	"values": {"class": class, "there": _classes},
	"evidence": array.concat(_address(ingress), _warnings(ingress)),
}) if {
	some ingress in _ingresses
	_were_seen("classes", "")
	class := ingress.spec.ingressClassName
	not seen.objects("IngressClass")[seen.key("IngressClass", "", class)]
	_is_told(ingress)
}

# A dump may hold no classes; then only what nobody serves lacks one.
_is_told(_) if count(seen.objects("IngressClass")) > 0

_is_told(ingress) if _is_unserved(ingress)

_is_unserved(ingress) if count(object.get(ingress, ["status", "loadBalancer", "ingress"], [])) == 0

_classes := sort([class.metadata.name | some class in seen.objects("IngressClass")]) if {
	count(seen.objects("IngressClass")) > 0
}

else := ["none"]

# METADATA
# title: "{object} names no IngressClass, and none is the default; there is {there}."
# description: A controller serves what is of its class; of an Ingress without one, that which is marked as the default.
# custom:
#   code: ingress_without_class
#   stage: ingress
#   weight: 75
#   remedy: Set spec.ingressClassName of {object}, or mark a class as the default (ingressclass.kubernetes.io/is-default-class).
finding contains findings.of(rego.metadata.rule(), {
	"object": ingress,
	"values": {"there": _classes},
	"evidence": array.concat(_address(ingress), _warnings(ingress)),
}) if {
	some ingress in _ingresses
	_were_seen("classes", "")
	not _class(ingress)
	not _has_default
	_is_unserved(ingress)
}

# By its field, or by the annotation of old.
_class(ingress) := ingress.spec.ingressClassName if ingress.spec.ingressClassName

else := "kubernetes.io/ingress.class" if _is_annotated(ingress, "kubernetes.io/ingress.class")

_has_default if {
	some class in seen.objects("IngressClass")
	_is_annotated(class, "ingressclass.kubernetes.io/is-default-class")
}

_is_annotated(one, key) if key in object.keys(object.get(one, ["metadata", "annotations"], {}))

_address(ingress) := [
	findings.field(ingress, "spec.ingressClassName", object.get(ingress, ["spec", "ingressClassName"], "none")),
	findings.field(ingress, "status.loadBalancer", _addresses(ingress)),
]

_addresses(ingress) := "no address" if _is_unserved(ingress)

else := [object.get(one, "ip", object.get(one, "hostname", "")) | some one in ingress.status.loadBalancer.ingress]

# Controllers

# METADATA
# title: "The controller of {object} cannot use Secret {secret} for TLS ({reason})."
# description: The certificate of a host is in a Secret that is not there, or holds none; Secrets are never read here.
# custom:
#   code: ingress_tls
#   stage: ingress
#   weight: 60
#   remedy: Have a person check that Secret {secret} exists in the namespace and is of type kubernetes.io/tls.
finding contains findings.of(rego.metadata.rule(), {
	"object": ingress,
	"values": {"secret": secret, "reason": event.reason},
	"fold": secret,
	"evidence": [findings.field(ingress, "spec.tls.secretName", secret), findings.event(event)],
}) if {
	some [ingress, event] in _complaints
	secret := _secret(ingress, event)
}

# METADATA
# title: "The controller of {object} reports {reason}."
# description: What it says of the Ingress stands in the event.
# custom:
#   code: ingress_controller
#   stage: ingress
#   weight: 60
#   remedy: Correct what the event names.
finding contains findings.of(rego.metadata.rule(), {
	"object": ingress,
	"values": {"reason": event.reason},
	"fold": event.reason,
	"evidence": array.concat([findings.event(event)], _address(ingress)),
}) if {
	some [ingress, event] in _complaints
	not _secret(ingress, event)
}

_secret(ingress, event) := sort([tls.secretName |
	some tls in object.get(ingress, ["spec", "tls"], [])
	contains(event.message, tls.secretName)
])[0]

# The latest of each reason, unless it went well since.
_complaints := [[ingress, event] |
	some ingress in _ingresses
	events := seen.events_of(ingress)
	some at, event in events
	event.type == "Warning"
	_is_current(ingress, event)
	later := array.slice(events, at + 1, count(events))
	count([one | some one in later; one.reason in {event.reason, "SuccessfullyReconciled"}]) == 0
]

# Of one that is served, only what was said lately.
_is_current(ingress, _) if _is_unserved(ingress)

_is_current(_, event) if seen.lately(event.last)

_warnings(ingress) := [findings.event(event) | some event in seen.events_of(ingress); event.type == "Warning"]

# METADATA
# title: "{object} has no address: no controller reports to serve it (class {class})."
# description: Some controllers never set an address; most do, and an Ingress without one is served by none.
# custom:
#   code: ingress_without_address
#   stage: trouble
#   weight: 40
#   remedy: Ask who runs the cluster whether the controller of this class runs, and which namespaces it watches.
finding contains findings.of(rego.metadata.rule(), {
	"object": ingress,
	"values": {"class": _class(ingress)},
	"evidence": array.concat(_address(ingress), [findings.event(event) | some event in seen.events_of(ingress)]),
}) if {
	some ingress in _ingresses
	_is_unserved(ingress)
	_class(ingress)
	seen.aged(ingress)
	_is_odd(ingress)
	not ingress.metadata.deletionTimestamp
}

# Asked about; or another one of its class has an address.
_is_odd(ingress) if seen.key_of(ingress) == seen.target.key

_is_odd(ingress) if {
	some other in _ingresses
	_class(other) == _class(ingress)
	not _is_unserved(other)
}
