# METADATA
# title: "Diagnosis: dependencies"
# description: >-
#   What a program that fails, or is not ready, says that it misses of others: a host, a name, a certificate, a login, a
#   table, a right. Only where the cluster's own state shows that it fails, and does not say why.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.dependencies

import data.lib.asks
import data.lib.findings
import data.lib.hosts
import data.lib.logs
import data.lib.related
import data.lib.seen
import data.lib.surroundings
import data.lib.tales
import data.lib.unwell

# METADATA
# title: What is unwell beside it
# description: In a few fields; what is missed by name is looked at closely.
asks contains asks.want(3, asks.few("unwell pods", "v1/Pod", namespace, _few_fields, {"where": unwell.where.Pod})) if {
	not surroundings.wide
	some one in logs.subjects
	namespace := seen.namespace_of(one.pod)
}

_few_fields := ["metadata.name", "metadata.labels", "spec.containers[*].name", "status.phase", "status.containerStatuses"]

# METADATA
# title: Services, to know which names there are
asks contains asks.want(3, asks.list("services", "v1/Service", namespace, {"options": {
	"view": "object",
	"limit": data.config.diagnosis.objects * 10,
}})) if {
	seen.target.kind in {"Job", "CronJob", "HorizontalPodAutoscaler", "ReplicationController"}
	some one in logs.subjects
	namespace := seen.namespace_of(one.pod)
}

# METADATA
# title: The service that a program misses, and who stands behind it
asks contains asks.want(2, request) if {
	some key in _missed
	[_, namespace, name] := split(key, "/")
	some request in _behind(namespace, name)
}

_missed := {key | some tale in logs.told; some key in tales.needs(tale)}

_behind(namespace, name) := array.concat(
	[asks.list(asks.slices_of(name), "discovery.k8s.io/v1/EndpointSlice", namespace, {
		"selector": {"labels": concat("=", ["kubernetes.io/service-name", name])},
	})],
	array.concat(
		[asks.get("v1/Service", namespace, name) | namespace != surroundings.namespace],
		array.concat(_unwell_pods(namespace, name), _workloads(namespace, name)),
	),
)

# Where no pod of it is unwell there may be none: what should have made them tells why, or who has nearly its labels.
_workloads(namespace, name) := [request |
	_unwell_pods(namespace, name) == []
	service := seen.objects("Service")[seen.key("Service", namespace, name)]
	count(object.get(service, ["spec", "selector"], {})) > 0
	some request in [
		asks.some_behind(service),
		asks.labelled(namespace),
		asks.behind(service, "Deployment"),
		asks.behind(service, "StatefulSet"),
	]
]

_unwell_pods(namespace, name) := array.slice(
	[request |
		service := seen.objects("Service")[seen.key("Service", namespace, name)]
		some item in seen.few("unwell pods", namespace).data.items
		pod := object.union(item, {"metadata": {"namespace": namespace}})
		related.selects(service.spec.selector, pod)
		some request in array.concat(
			[asks.get("v1/Pod", namespace, pod.metadata.name)],
			[asks.log(pod, status.name, when) |
				some status in pod.status.containerStatuses
				not status.ready
				some when in logs.moments({"status": status})
			],
		)
	],
	0,
	4,
)

# METADATA
# title: "{role} {container} of {owner} {fails}: it connects to {peer}, but {service} offers only port {ports}."
# description: A Service forwards the ports it names, and no other.
# custom:
#   code: service_port
#   stage: dependency
#   weight: 88
#   remedy: Correct the port in the configuration of {container}, or add it to {service}.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"values": {"peer": peer, "ports": [$"{port.port}" | some port in service.spec.ports]},
	"words": {"service": findings.said(seen.key_of(service))},
	"evidence": [findings.field(service, "spec.ports", [$"{port.port}" | some port in service.spec.ports])],
})) if {
	some tale in logs.told
	tale.kind in {"refused", "timeout", "waiting"}
	peer := tale.words.peer
	service := _service(tale)
	_misses_port(service, peer)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: {peer}{served} refuses its connection (connection refused)."
# description: The host is there, but nothing listens on that port, or no ready pod stands behind the Service.
# custom:
#   code: connection_refused
#   stage: dependency
#   weight: 85
#   remedy: See whether {peer} runs, is ready and listens on that port; correct the address if it is another one.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"values": {"peer": tale.words.peer},
	"words": {"served": _served(tale)},
	"evidence": _serving(tale),
})) if {
	some tale in tales.of("refused")
	not _is_itself(tale.words.peer)
	not _names_wrong_port(tale)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: nothing listens on {peer} in its own pod (connection refused)."
# description: localhost is the pod itself; another container of it is meant, or another host.
# custom:
#   code: connection_refused_itself
#   stage: dependency
#   weight: 85
#   remedy: Correct the address if another host is meant; else see why the container that should listen there does not.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"values": {"peer": tale.words.peer}})) if {
	some tale in tales.of("refused")
	_is_itself(tale.words.peer)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: a connection of it is refused (connection refused)."
# description: Its log does not name the host.
# custom:
#   code: connection_refused_somewhere
#   stage: dependency
#   weight: 82
#   remedy: Find out what {container} connects to, and see whether it runs and listens.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {})) if {
	some tale in tales.of("refused")
	not tale.words.peer
}

# METADATA
# title: "{role} {container} of {owner} {fails}: {peer}{served} does not answer in time (timeout)."
# description: Packets get lost on the way, or who should answer is too busy.
# custom:
#   code: connection_timeout
#   stage: dependency
#   weight: 84
#   remedy: See whether {peer} is the right address and runs, and whether a NetworkPolicy or a firewall stands between.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"values": {"peer": tale.words.peer},
	"words": {"served": _served(tale)},
	"evidence": _serving(tale),
})) if {
	some tale in tales.of("timeout")
	tale.words.peer
	not _names_wrong_port(tale)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: something that it waits for does not answer in time (timeout)."
# description: Its log does not name the host.
# custom:
#   code: connection_timeout_somewhere
#   stage: dependency
#   weight: 80
#   remedy: Find out what {container} waits for, and see whether it runs and can be reached.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {})) if {
	some tale in tales.of("timeout")
	not tale.words.peer
}

# METADATA
# title: "{role} {container} of {owner} {fails}: it waits for {peer}{served}."
# description: It does not go on before that answers.
# custom:
#   code: waits_for
#   stage: dependency
#   weight: 80
#   remedy: See whether {peer} is the right address, runs and is ready.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"values": {"peer": tale.words.peer},
	"words": {"served": _served(tale)},
	"evidence": _serving(tale),
})) if {
	some tale in tales.of("waiting")
	tale.words.peer
	not _names_wrong_port(tale)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: there is no Service {name} in namespace {namespace}, so the name does not resolve."
# description: The name of a Service resolves in its own namespace; elsewhere as name.namespace.
# custom:
#   code: no_such_service
#   stage: dependency
#   weight: 88
#   remedy: Correct the name in the configuration of {container}, or create the Service{nearest}.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"values": {"name": parts[2], "namespace": parts[1]},
	"words": {"nearest": _nearest(parts[2], parts[1])},
	"evidence": [findings.field(tale.one.pod, "services of its namespace", _services(parts[1]))],
})) if {
	some tale in _unresolved
	parts := split(_lacking(tale), "/")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: {name} does not resolve (no such host)."
# description: DNS answers that there is no such name.
# custom:
#   code: name_unresolved
#   stage: dependency
#   weight: 86
#   remedy: Correct the name in the configuration of {container}, or see who should serve it.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"words": {"name": _named(tale, "the name ", "a name")}})) if {
	some tale in _unresolved
	not _lacking(tale)
	not _is_silent(tale)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: DNS{server}, in most clusters CoreDNS, does not answer when it looks up {name}."
# description: Not the name is wrong, but nobody answers for it; the pods of the cluster's DNS, or the way to them.
# custom:
#   code: dns_silent
#   stage: dependency
#   weight: 87
#   remedy: See whether the pods of the cluster's DNS (k8s-app=kube-dns in kube-system) run, and whether a NetworkPolicy closes port 53.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"name": _named(tale, "", "a name"), "server": _bracketed(tales.named(tale, "resolver"))},
	"evidence": [findings.field(service, "spec.clusterIP", service.spec.clusterIP) |
		service := seen.objects("Service")[hosts.service(tale.words.name, tale.one.pod)]
	],
})) if {
	some tale in _unresolved
	not _lacking(tale)
	_is_silent(tale)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: the certificate{of} {expired} (TLS)."
# description: A certificate holds from one moment to another, by the clock of whoever looks at it.
# custom:
#   code: certificate_expired
#   stage: dependency
#   weight: 85
#   remedy: Renew the certificate{of}; see why it was not renewed by itself (cert-manager), and whether the clocks are right.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"words": {
	"of": tales.after(" of ", tales.named(tale, "peer")),
	"expired": _expired(lower(tale.line)),
}})) if {
	some tale in tales.of("tls_expired")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: the certificate{of} is signed by an authority that it does not know (TLS)."
# description: The bundle of authorities in the image does not hold the one that signed it.
# custom:
#   code: certificate_unknown
#   stage: dependency
#   weight: 85
#   remedy: Give {container} the certificate of that authority, in its bundle of authorities; or give the server one that it knows.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"words": {"of": tales.after(" of ", tales.named(tale, "peer"))}})) if {
	some tale in tales.of("tls_unknown")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: the certificate{of} is for another host name{names} (TLS)."
# description: The name by which it was called is none of those that the certificate holds.
# custom:
#   code: certificate_name
#   stage: dependency
#   weight: 85
#   remedy: Call the server by a name that its certificate holds, or have the name added to it.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"words": {
	"of": tales.after(" of ", tales.named(tale, "peer")),
	"names": concat("", [
		tales.after(" than ", tales.named(tale, "called")),
		tales.after(", such as ", tales.named(tale, "held")),
	]),
}})) if {
	some tale in tales.of("tls_name")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: one side speaks TLS and the other does not{with}."
# description: The port, or the scheme of the address, is the other one.
# custom:
#   code: tls_mismatch
#   stage: dependency
#   weight: 84
#   remedy: Switch TLS on or off in the configuration of {container}, or use the port that fits.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"words": {"with": tales.after(" at ", tales.named(tale, "peer"))}})) if {
	some tale in tales.of("tls_plain")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its login{as}{at} is refused (authentication failed)."
# description: The server is there, and does not accept the account or its password.
# custom:
#   code: login_refused
#   stage: dependency
#   weight: 86
#   remedy: Compare the Secret that {container} takes its password from with what the server knows; a password that was changed needs a restart.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"as": tales.after(" as ", tales.named(tale, "user")), "at": tales.after(" at ", tales.named(tale, "peer"))},
	"evidence": _secrets(tale.one),
})) if {
	some tale in tales.of("login")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its server{at} has no connection left for it (too many connections)."
# description: The number of connections that a database accepts is limited; every replica takes some.
# custom:
#   code: too_many_connections
#   stage: dependency
#   weight: 84
#   remedy: Lower the pool of each replica or their number, close idle connections, or raise the limit of the server.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"words": {"at": tales.after(" at ", tales.named(tale, "peer"))}})) if {
	some tale in tales.of("connections")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its server{at} is not up yet, or is going down."
# description: The server answers, and does not accept anybody at the moment.
# custom:
#   code: server_starting
#   stage: dependency
#   weight: 82
#   remedy: See why that server starts or ends; it may be restarted again and again itself.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"at": tales.after(" at ", tales.named(tale, "peer"))},
	"evidence": _serving(tale),
})) if {
	some tale in tales.of("starting")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: what it calls{at} answers that it cannot serve it (HTTP 429 or 5xx)."
# description: The server is there, and is too busy, or fails itself.
# custom:
#   code: server_failing
#   stage: dependency
#   weight: 80
#   remedy: See what is wrong with that server, or whether it limits how often it may be asked.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"at": tales.after(" at ", tales.named(tale, "peer"))},
	"evidence": _serving(tale),
})) if {
	some tale in tales.of("failing")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: the database{name} does not exist."
# description: The server is there, and accepts the account.
# custom:
#   code: no_database
#   stage: dependency
#   weight: 86
#   remedy: Create the database{name}, or correct its name in the configuration of {container}.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"name": tales.after(" ", tales.named(tale, "database"))},
})) if {
	some tale in tales.of("database")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: the table{name} does not exist in its database."
# description: Migrations that have not run, or another database than was meant.
# custom:
#   code: no_table
#   stage: dependency
#   weight: 85
#   remedy: Run the migrations of the database, or correct which database {container} uses.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"name": tales.after(" ", tales.named(tale, "table"))},
})) if {
	some tale in tales.of("table")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: it does not get a lock that something else holds."
# description: Another replica, or one that ended without giving it back.
# custom:
#   code: locked
#   stage: dependency
#   weight: 83
#   remedy: See who holds the lock in the evidence; if nobody lives who does, release it.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {})) if {
	some tale in tales.of("lock")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its database refuses what it writes{column} (constraint violated)."
# description: Rows that are there, or that come, are not what a constraint of the schema allows.
# custom:
#   code: constraint_violated
#   stage: dependency
#   weight: 85
#   remedy: Correct the rows or the statement in the evidence, then run it again.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"words": {"column": tales.after(" at ", tales.named(tale, "column"))}})) if {
	some tale in tales.of("constraint")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: a migration of its database failed."
# description: The schema is not what the program wants.
# custom:
#   code: migration_failed
#   stage: dependency
#   weight: 83
#   remedy: Read the migration in the evidence, repair the schema, and run it again; or roll back.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {})) if {
	some tale in tales.of("migration")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: {peer} refuses it the right to what it asks for (403, access denied)."
# description: The server is there and knows who asks, and does not let them.
# custom:
#   code: access_denied
#   stage: dependency
#   weight: 84
#   remedy: Give the account that {container} uses there the right that the evidence names, or let it use another account.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"peer": _denier(tale)},
	"evidence": [findings.field(tale.one.pod, "spec.serviceAccountName", account) |
		account := tale.one.pod.spec.serviceAccountName
	],
})) if {
	some tale in tales.of("rejected")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its account {account} may not {verb} {resource}{place} (RBAC, forbidden)."
# description: No Role or ClusterRole that is bound to its service account grants it.
# custom:
#   code: forbidden
#   stage: dependency
#   weight: 87
#   remedy: Bind a Role with {verb} on {resource} to that service account, or give the pod the account that has it (serviceAccountName).
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"values": object.filter(refused, ["account", "verb", "resource"]),
	"words": {"place": tales.after(" in namespace ", [refused.place | refused.place != ""])},
	"evidence": [findings.field(tale.one.pod, "spec.serviceAccountName", object.get(tale.one.pod, ["spec", "serviceAccountName"], "default"))],
})) if {
	some tale in tales.of("forbidden")
	refused := tale.words.refusal
}

# METADATA
# title: "{role} {container} of {owner} {fails}: the API server forbids what it asks for (RBAC, forbidden)."
# description: No Role or ClusterRole that is bound to its service account grants it.
# custom:
#   code: forbidden_something
#   stage: dependency
#   weight: 84
#   remedy: Bind a Role with what the evidence names to its service account.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {})) if {
	some tale in tales.of("forbidden")
	not tale.words.refusal
}

_is_itself(peer) if regex.match(`^(localhost|127\.0\.0\.1|\[?::1\]?)(:|$)`, peer)

_service(tale) := seen.objects("Service")[hosts.service(tale.words.peer, tale.one.pod)]

_misses_port(service, peer) if {
	port := to_number(array.reverse(split(peer, ":"))[0])
	ports := [one.port | some one in object.get(service, ["spec", "ports"], [])]
	count(ports) > 0
	not port in ports
}

_names_wrong_port(tale) if _misses_port(_service(tale), tale.words.peer)

# A name of the cluster for an address, or for the short name of a log.
_served(tale) := concat("", [concat("", [" (", findings.said(seen.key_of(service)), ")"]) | service := _service(tale); not _names(tale, service)])

_names(tale, service) if startswith(tale.words.peer, concat("", [service.metadata.name, ":"]))

_serving(tale) := array.concat(
	[findings.field(service, "spec.selector", service.spec.selector) | service := _service(tale)],
	[findings.field(slice, "endpoints", _endpoints(slice)) |
		service := _service(tale)
		some slice in seen.objects("EndpointSlice")
		slice.metadata.labels["kubernetes.io/service-name"] == service.metadata.name
		seen.namespace_of(slice) == seen.namespace_of(service)
	],
)

_endpoints(slice) := concat("", [$"{count(all)}, of which ", $"{count(ready)} ready"]) if {
	all := [one | some one in slice.endpoints]
	ready := [one | some one in all; object.get(one, ["conditions", "ready"], true)]
}

# Go says both at once, and then which it is.
_expired(low) := "is not valid yet" if _is_early(low)

else := "has expired"

_is_early(low) if {
	contains(low, "not yet valid")
	not contains(low, "expired")
}

_is_early(low) if {
	contains(low, "not yet valid")
	contains(low, " is before ")
}

_is_early(low) if contains(low, "notyetvalid")

_unresolved := array.concat(tales.of("unresolved"), tales.of("dns"))

_named(tale, before, otherwise) := array.concat(
	[tales.after(before, [name]) | some name in tales.named(tale, "name")],
	[otherwise],
)[0]

# A name of the cluster's own, where its services were seen and it is none of them.
_lacking(tale) := key if {
	key := hosts.service(tale.words.name, tale.one.pod)
	namespace := split(key, "/")[1]
	_services_were_seen(namespace)
	not seen.objects("Service")[key]
}

_services_were_seen(namespace) if {
	observation := seen.observed(asks.list_id("services", namespace))
	observation.outcome == "ok"
	not observation.truncated
}

_services(namespace) := sort([service.metadata.name |
	some service in seen.objects("Service")
	seen.namespace_of(service) == namespace
])

# Services whose names share a part with one that is not there.
_denier(tale) := array.concat([findings.word(peer) | some peer in tales.named(tale, "peer")], ["a server"])[0]

_nearest(name, namespace) := tales.after("; there is ", sort([other |
	some other in _services(namespace)
	count({part | some part in split(other, "-")} & {part | some part in split(name, "-")}) > 0
]))

_bracketed(list) := concat("", [concat("", [" (", findings.word(one), ")"]) | some one in list])

_is_silent(tale) if tale.kind == "dns"

_is_silent(tale) if {
	some words in ["i/o timeout", "connection refused", "timed out"]
	contains(lower(tale.line), words)
}

# Names of Secrets and keys, never what they hold.
_secrets(one) := [findings.field(one.pod, concat("", ["spec.containers[", one.name, "].env"]), names) |
	names := [concat("", [variable.name, " from Secret ", from.name, " key ", from.key]) |
		some variable in object.get(one.spec, "env", [])
		from := variable.valueFrom.secretKeyRef
	]
	count(names) > 0
]
