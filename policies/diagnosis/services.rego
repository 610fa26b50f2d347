# METADATA
# title: "Diagnosis: services"
# description: >-
#   Services that lead nowhere: by their selector, their ports, or because nothing behind them is ready.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.services

import data.lib.asks
import data.lib.backing
import data.lib.findings
import data.lib.jobs
import data.lib.likeness
import data.lib.related
import data.lib.seen
import data.lib.surroundings

# METADATA
# title: The EndpointSlices of what matters
asks contains asks.want(2, asks.list("slices", "discovery.k8s.io/v1/EndpointSlice", surroundings.namespace, {
	"selector": {"labels": concat("", ["kubernetes.io/service-name in (", concat(",", names), ")"])},
	"options": {"view": "object", "limit": data.config.diagnosis.objects * 2},
})) if {
	not surroundings.wide
	names := sort(_names)
	count(names) > 0
}

_names contains service.metadata.name if some service in backing.services

_names contains name if {
	seen.target.kind == "Ingress"
	some name in related.backends(surroundings.target)
}

# METADATA
# title: The labels that pods have where a selector misses
asks contains asks.want(3, asks.labelled(namespace)) if some namespace in _bare_namespaces

# METADATA
# title: Pods of services without EndpointSlices
# description: Dumps may hold none; an API server makes one for each service that selects pods.
asks contains asks.want(3, asks.some_behind(service)) if {
	not surroundings.wide
	seen.observed(asks.list_id("slices", surroundings.namespace)).outcome == "ok"
	some service in array.slice(
		[service |
			some key, service in backing.services
			backing.selecting(service)
			count(backing.slices(key)) == 0
			count(backing.pods(key)) == 0
		],
		0, 3,
	)
}

# METADATA
# title: Endpoints of a service without a selector
# description: They are made by hand; an API server makes slices of them, a dump may not.
asks contains asks.want(3, asks.get("v1/Endpoints", seen.namespace_of(service), service.metadata.name)) if {
	some key, service in backing.services
	_is_by_hand(service)
	_slices_were_seen(service)
	count(backing.slices(key)) == 0
}

# METADATA
# title: The workloads that have no pod for a service
asks contains asks.want(3, asks.behind(service, kind)) if {
	not surroundings.wide
	some service in array.slice(_bare, 0, 2)
	some kind in ["Deployment", "StatefulSet"]
}

# METADATA
# title: What happened to those
asks contains asks.want(3, asks.list("events of workloads", "v1/Event", surroundings.namespace, {
	"where": [[{"path": "involvedObject.name", "begins": names}]],
	"options": {"view": "object", "limit": data.config.diagnosis.events},
})) if {
	not surroundings.wide
	names := sort({workload.metadata.name |
		some service in _bare
		some workload in backing.workloads(seen.key_of(service))
		workload.spec.replicas != 0
	})
	count(names) > 0
}

# METADATA
# title: Pods behind what is not ready in a namespace
asks contains asks.want(3, asks.some_behind(service)) if {
	surroundings.wide
	some service in array.slice(_quiet, 0, 3)
}

# In a namespace: services that have nothing ready, with no pod that was seen.
_quiet := [service |
	some key in backing.unready
	count(backing.pods(key)) == 0
	not _is_chosen(key)
	service := backing.services[key]
	backing.selecting(service)
]

# Services that select nothing that was seen.
_bare := [service |
	some key, service in backing.services
	backing.selecting(service)
	count(backing.pods(key)) == 0
	count(backing.endpoints(key)) == 0
	_looked_for(key, service)
]

_looked_for(key, _) if key in backing.hollow

_looked_for(_, service) if _listed(service)

# A dump may hold no slices; then nothing that was seen would have such pods.
_looked_for(key, _) if {
	surroundings.wide
	count(seen.objects("EndpointSlice")) == 0
	_workloads_were_seen
	count(backing.workloads(key)) == 0
}

_bare_namespaces := array.slice(sort({seen.namespace_of(service) | some service in _bare}), 0, 3)

# Its pods were asked for by its selector, and there are none.
_listed(service) if {
	observation := seen.observed(asks.list_id(concat(" ", ["some pods of", service.metadata.name]), seen.namespace_of(service)))
	observation.outcome == "ok"
	observation.data.items == []
}

# Selectors

_unselected := [service | some service in _missing; not _is_beside(service)]

# Of those whose name is only like that of the target, which comes nearest to its labels is meant.
_is_beside(service) if {
	key := seen.key_of(service)
	key in backing.beside
	not _is_meant(key)
}

_is_meant(key) if _nearest[key].who == seen.target.key

_missing := [service |
	some service in _bare
	not _is_selected(service)
	_is_certain(service)
]

_is_certain(service) if _listed(service)

# Of a namespace, whose workloads were all seen.
_is_certain(service) if {
	surroundings.wide
	seen.key_of(service) in backing.hollow
	_workloads_were_seen
}

_workloads_were_seen if {
	every kind in ["deployments", "statefulsets", "daemonsets"] {
		observation := seen.observed(asks.list_id(kind, surroundings.namespace))
		observation.outcome == "ok"
		not observation.truncated
	}
}

_is_certain(service) if {
	list := seen.few("labels", seen.namespace_of(service))
	not list.truncated
}

# Pods that are done are selected as well.
_is_selected(service) if backing.selects(seen.key_of(service))

_is_selected(service) if count(backing.workloads(seen.key_of(service))) > 0

_is_selected(service) if {
	some pod in seen.few("labels", seen.namespace_of(service)).data.items
	related.selects(service.spec.selector, pod)
}

# Who has which labels, a workload for all of its pods: {namespace, who, labels}.
_labelled := {{"namespace": namespace, "who": _who(pod), "labels": object.remove(pod.metadata.labels, _own)} |
	some namespace in _bare_namespaces
	some pod in seen.few("labels", namespace).data.items
} | {{"namespace": seen.namespace_of(workload), "who": key, "labels": workload.spec.template.metadata.labels} |
	some kind in ["Deployment", "StatefulSet", "DaemonSet"]
	some key, workload in seen.objects(kind)
}

# Labels that controllers give to tell pods apart.
_own := [
	"apps.kubernetes.io/pod-index",
	"batch.kubernetes.io/controller-uid",
	"batch.kubernetes.io/job-name",
	"controller-revision-hash",
	"controller-uid",
	"job-name",
	"pod-template-generation",
	"pod-template-hash",
	"statefulset.kubernetes.io/pod-name",
]

_who(pod) := seen.key("Deployment", pod.metadata.namespace, trim_suffix(reference.name, concat("", ["-", hash]))) if {
	reference := pod.metadata.ownerReferences[0]
	reference.kind == "ReplicaSet"
	hash := pod.metadata.labels["pod-template-hash"]
}

else := seen.key(reference.kind, pod.metadata.namespace, reference.name) if {
	reference := pod.metadata.ownerReferences[0]
}

else := seen.key("Pod", pod.metadata.namespace, min({other.metadata.name |
	some other in seen.few("labels", pod.metadata.namespace).data.items
	other.metadata.labels == pod.metadata.labels
}))

# Of the workloads of the namespace, the one that a selector comes nearest to; none when two are as near. Where many
# selectors miss, those of the first are looked into.
_nearest[key] := found[0] if {
	some service in array.slice(_missing, 0, 6)
	key := seen.key_of(service)
	scores := [[_score(service, one), one] | some one in _labelled; one.namespace == seen.namespace_of(service)]
	best := max([score | some [score, _] in scores])
	best > 0
	found := [one | some [score, one] in scores; score == best]
	count({one.who | some one in found}) == 1
}

_score(service, one) := likeness.nearness(service.spec.selector, one.labels) + _named(service, one)

_named(service, one) := 1 if split(one.who, "/")[2] == service.metadata.name

else := 0

# METADATA
# title: "{object} selects no pod: it asks for {asked}, and {nearest} have {have}."
# description: A selector and the labels of the pods that were meant differ, so that the Service has no endpoints.
# custom:
#   code: service_selector_differs
#   stage: network
#   weight: 85
#   remedy: Make spec.selector of {object} the labels of the pods, or correct the labels in the template of {whose}.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"values": {"asked": likeness.missing(service.spec.selector, near.labels), "have": have},
	"words": {"nearest": _pods_of(near.who), "whose": _whose(near.who)},
	"evidence": _selector(service, near),
}) if {
	some service in _unselected
	near := _nearest[seen.key_of(service)]
	have := likeness.instead(service.spec.selector, near.labels)
	count(have) > 0
}

# METADATA
# title: "{object} selects no pod: it asks for {asked}, which the nearest, {nearest}, do not have."
# description: A selector asks for a label that the pods that were meant do not carry.
# custom:
#   code: service_selector_lacks
#   stage: network
#   weight: 85
#   remedy: Take {asked} out of spec.selector of {object}, or put it on the template of {whose}.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"values": {"asked": likeness.missing(service.spec.selector, near.labels)},
	"words": {"nearest": _pods_of(near.who), "whose": _whose(near.who)},
	"evidence": _selector(service, near),
}) if {
	some service in _unselected
	near := _nearest[seen.key_of(service)]
	count(likeness.instead(service.spec.selector, near.labels)) == 0
}

# METADATA
# title: "{object} selects no pod: none in its namespace has the labels {asked}."
# description: No pod fits the selector, and none comes near to it.
# custom:
#   code: service_selects_nothing
#   stage: network
#   weight: 75
#   remedy: Correct spec.selector of {object}, or create what it should send to.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"values": {"asked": likeness.missing(service.spec.selector, {})},
	"evidence": _selector(service, {}),
}) if {
	some service in _unselected
	not _nearest[seen.key_of(service)]
}

# METADATA
# title: "{object} has no endpoints: no pod that has an address fits its selector {asked}."
# description: Its EndpointSlices are empty; which pods were meant was not looked for.
# custom:
#   code: service_empty
#   stage: network
#   weight: 70
#   remedy: Look at the Service by itself, to see which labels are near to its selector.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"values": {"asked": likeness.missing(service.spec.selector, {})},
	"evidence": _selector(service, {}),
	"next": {"tool": "diagnose", "arguments": {
		"kind": "service",
		"name": service.metadata.name,
		"namespace": seen.namespace_of(service),
	}},
}) if {
	some service in _bare
	not service in _missing
	not _is_selected(service)
	not seen.key_of(service) in backing.beside
	not seen.few("labels", seen.namespace_of(service))
	seen.key_of(service) != seen.target.key
}

_pods_of(who) := concat("", ["pods such as ", substring(findings.said(who), 4, -1)]) if startswith(who, "Pod/")

else := concat("", ["the pods of ", findings.said(who)])

_whose(who) := "their workload" if startswith(who, "Pod/")

else := findings.said(who)

_selector(service, near) := array.concat(
	[findings.field(service, "spec.selector", service.spec.selector)],
	array.concat(
		[concat("", ["labels of ", _pods_of(near.who), ": ", concat(", ", likeness.missing(near.labels, {}))]) | near.who],
		_slices(service),
	),
)

_slices(service) := [findings.field(slice, "endpoints", _summary(slice)) |
	some slice in sort(backing.slices(seen.key_of(service)))
]

_summary(slice) := "none" if count(object.get(slice, "endpoints", [])) == 0

else := $"{count(slice.endpoints)}, ready {_ready(slice)}"

_ready(slice) := count([one | some one in slice.endpoints; object.get(one, ["conditions", "ready"], true) != false])

# Readiness

# METADATA
# title: "{object} has no ready endpoint: nothing answers behind it."
# description: Its pods are not ready, or there are none; what keeps them from it is told by them.
# custom:
#   code: service_not_ready
#   stage: endpoints
#   weight: 50
#   symptom: true
#   remedy: Look at the pods that {object} selects.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"evidence": array.concat([findings.field(service, "spec.selector", service.spec.selector)], _slices(service)),
}) if {
	some key, service in backing.services
	backing.selecting(service)
	_is_unready(key, service)
	not _is_beside(service)
	not _is_chosen(key)
	not _is_young(key)
}

# By its EndpointSlices; without them, by its pods.
_is_unready(key, _) if key in backing.unready

_is_unready(key, service) if {
	count(backing.slices(key)) == 0
	not service.spec.publishNotReadyAddresses
	pods := backing.pods(key)
	count(pods) > 0
	every pod in pods { jobs.failing(pod, "Ready") }
	seen.others(asks.list_id(concat(" ", ["pods of", service.metadata.name]), seen.namespace_of(service))) == 0
}

_is_unready(_, service) if service in _unselected

# Somebody scaled it down; nobody asked for its service.
_is_chosen(key) if {
	not _is_asked
	workloads := backing.workloads(key)
	count(workloads) > 0
	every workload in workloads { workload.spec.replicas == 0 }
}

_is_asked if seen.target.kind in {"Service", "Ingress"}

# Pods of a moment ago may still become ready.
_is_young(key) if {
	count(backing.pods(key)) > 0
	every pod in backing.pods(key) { seen.ago(seen.since(pod)) < 60 }
}

# METADATA
# title: "{object} has no selector, and no EndpointSlice says where it sends."
# description: Without a selector somebody has to write the EndpointSlices; nobody has.
# custom:
#   code: service_without_endpoints
#   stage: network
#   weight: 70
#   remedy: Give {object} a selector, or create an EndpointSlice with the label kubernetes.io/service-name.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"evidence": array.concat([findings.field(service, "spec.selector", "none")], _slices(service)),
}) if {
	some key, service in backing.services
	_is_by_hand(service)
	count(backing.endpoints(key)) == 0
	_slices_were_seen(service)
	not _has_addresses(key)
}

_has_addresses(key) if {
	some endpoints in seen.objects("Endpoints")
	seen.key("Service", seen.namespace_of(endpoints), endpoints.metadata.name) == key
	count(endpoints.subsets) > 0
}

# METADATA
# title: "{object} has no selector: whoever writes its EndpointSlices decides where it sends."
# description: What stands behind such a Service is no pod that it knows.
# custom:
#   code: service_by_hand
#   stage: wanted
#   weight: 5
#   quiet: true
#   remedy: Check that the addresses in its EndpointSlices are still right.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"evidence": _slices(service),
}) if {
	some key, service in backing.services
	_is_by_hand(service)
	count(backing.endpoints(key)) > 0
}

_is_by_hand(service) if {
	not backing.selecting(service)
	not backing.alias(service)
}

# The list was complete; in a namespace, something else is in it: a dump may hold none at all.
_slices_were_seen(service) if {
	observation := seen.observed(asks.list_id("slices", surroundings.namespace))
	observation.outcome == "ok"
	not observation.truncated
	_is_telling(service)
}

_is_telling(service) if seen.key_of(service) == seen.target.key

# A headless one may stand for nothing but a name, and the API server writes its own.
_is_telling(service) if {
	count(seen.objects("EndpointSlice")) > 0
	not backing.headless(service)
	seen.key_of(service) != "Service/default/kubernetes"
}

# METADATA
# title: "{object} also selects the pods of {others}, which declare no port {aim}."
# description: A selector that is too wide sends some of the requests to pods that do not serve them.
# custom:
#   code: service_selects_others
#   stage: network
#   weight: 55
#   remedy: Narrow spec.selector of {object} to the labels of one workload.
finding contains findings.of(rego.metadata.rule(), {
	"object": service,
	"values": {"aim": aim},
	"words": {"others": findings.said(stranger)},
	"fold": stranger,
	"evidence": [findings.field(service, "spec.selector", service.spec.selector)],
}) if {
	some key, service in backing.services
	backing.selecting(service)
	aim := backing.aim(service.spec.ports[0])
	some stranger in _roots(key)
	not _serves(key, stranger, aim)
	some other in _roots(key)
	_serves(key, other, aim)
}

_roots(key) := {related.root(seen.key_of(pod)) | some pod in backing.pods(key)}

# One of the pods of a workload declares the port, or none of them declares any.
_serves(key, root, aim) if {
	some pod in backing.pods(key)
	related.root(seen.key_of(pod)) == root
	some port in backing.declared(pod.spec)
	aim in {port.number, port.name}
}

_serves(key, root, _) if {
	some pod in backing.pods(key)
	related.root(seen.key_of(pod)) == root
	count(backing.declared(pod.spec)) == 0
}
