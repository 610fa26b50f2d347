# METADATA
# title: Backing
# description: >-
#   What stands behind the services that matter to a diagnosis: their EndpointSlices, the pods and the workloads that they
#   select, the ports that these declare. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.backing

import data.lib.asks
import data.lib.likeness
import data.lib.related
import data.lib.seen
import data.lib.surroundings

# METADATA
# title: The services that matter, by key
# description: >-
#   The target; what an ingress sends to; what sends to a workload or a pod, or has a name like it; what a program misses; of a
#   namespace, all.
services := {key: service |
	some key, service in seen.objects("Service")
	_matters(key, service)
}

_matters(_, _) if surroundings.wide

_matters(key, _) if key in _reached

_matters(_, service) if {
	seen.target.kind == "Ingress"
	service.metadata.name in related.backends(surroundings.target)
}

_matters(_, service) if {
	seen.target.kind in {"Deployment", "StatefulSet", "DaemonSet"}
	likeness.alike(service.metadata.name, seen.target.name)
}

# Somebody asked where it leads.
_matters(key, _) if count(slices(key)) > 0

_matters(_, service) if {
	seen.observed(asks.slices_id(service)).outcome == "ok"
}

_reached := related.reaches(seen.target.key)

# METADATA
# title: Services that only have a name like that of a workload
# description: They may be those of another one.
beside contains key if {
	some key, service in services
	seen.target.kind in {"Deployment", "StatefulSet", "DaemonSet"}
	service.metadata.name != seen.target.name
	likeness.alike(service.metadata.name, seen.target.name)
	not key in _reached
	not seen.observed(asks.slices_id(service))
}

# METADATA
# title: It has a selector, and so its EndpointSlices are made for it
selecting(service) if {
	count(object.get(service, ["spec", "selector"], {})) > 0
	not alias(service)
}

# METADATA
# title: It is another name of a host
alias(service) if service.spec.type == "ExternalName"

# METADATA
# title: It has no address of its own
headless(service) if service.spec.clusterIP == "None"

# METADATA
# title: The EndpointSlices of a service
slices(key) := object.get(_slices, key, set())

_slices[key] contains slice if {
	some slice in seen.objects("EndpointSlice")
	name := slice.metadata.labels["kubernetes.io/service-name"]
	key := seen.key("Service", seen.namespace_of(slice), name)
}

# METADATA
# title: Where a service sends, ready or not
endpoints(key) := [endpoint |
	some slice in slices(key)
	some endpoint in slice.endpoints
]

# METADATA
# title: The services whose EndpointSlices were seen, and hold nothing
hollow contains key if {
	some key, service in services
	selecting(service)
	count(slices(key)) > 0
	count(endpoints(key)) == 0
}

# METADATA
# title: The services whose EndpointSlices were seen, and hold nothing that is ready
unready contains key if {
	some key, service in services
	not alias(service)
	count(slices(key)) > 0
	count([endpoint | some endpoint in endpoints(key); object.get(endpoint, ["conditions", "ready"], true) != false]) == 0
}

# METADATA
# title: The pods that a service selects, among those that were seen
# description: A pod that is done gets no traffic.
pods(key) := [pod |
	some id in object.get(_pods, key, set())
	pod := seen.pods[id]
	not pod.status.phase in {"Succeeded", "Failed"}
]

# METADATA
# title: A service selects a pod that was seen, be it done or not
selects(key) if count(object.get(_pods, key, set())) > 0

_pods[key] contains id if {
	some id, pod in seen.pods
	some service in related.services(pod)
	key := seen.key_of(service)
}

# METADATA
# title: The workloads whose pods a service would select, among those that were seen
workloads(key) := [seen.objects(kind)[id] | some [kind, id] in object.get(_workloads, key, set())]

_workloads[key] contains [kind, id] if {
	some kind in ["Deployment", "StatefulSet", "DaemonSet"]
	some id, workload in seen.objects(kind)
	labels := object.get(workload, ["spec", "template", "metadata", "labels"], {})
	some service in related.services({"metadata": {"namespace": seen.namespace_of(workload), "labels": labels}})
	key := seen.key_of(service)
}

# METADATA
# title: The specs of pods behind a service
# description: Of pods that were seen; without them, of the templates of workloads.
specs(key) := [pod.spec | some pod in pods(key); pod.spec.containers] if count(pods(key)) > 0

else := [workload.spec.template.spec | some workload in workloads(key); workload.spec.template.spec.containers]

# METADATA
# title: The ports that the containers of a spec declare
# description: "{number, name, protocol}. Sidecars count."
declared(spec) := {port |
	some container in array.concat(object.get(spec, "containers", []), _sidecars(spec))
	some one in container.ports
	port := {
		"number": one.containerPort,
		"name": object.get(one, "name", ""),
		"protocol": object.get(one, "protocol", "TCP"),
	}
}

_sidecars(spec) := [one | some one in object.get(spec, "initContainers", []); one.restartPolicy == "Always"]

# METADATA
# title: The ports that the probes of a spec knock at, as numbers
probed(spec) := {number |
	some container in object.get(spec, "containers", [])
	some probe in ["readinessProbe", "livenessProbe", "startupProbe"]
	some way in ["httpGet", "tcpSocket", "grpc"]
	number := container[probe][way].port
	is_number(number)
}

# METADATA
# title: The port of a pod that a port of a service leads to
# description: A number, or a name.
aim(port) := object.get(port, "targetPort", port.port)

# METADATA
# title: How a protocol is written when nobody writes it
protocol(port) := object.get(port, "protocol", "TCP")
