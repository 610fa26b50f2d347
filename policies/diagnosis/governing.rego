# METADATA
# title: "Diagnosis: governing"
# description: >-
#   The Service that gives the pods of a StatefulSet their names in DNS. Told only where a program of it says that such a
#   name does not resolve: most StatefulSets never need them.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.governing

import data.lib.asks
import data.lib.backing
import data.lib.findings
import data.lib.logs
import data.lib.related
import data.lib.seen

# A StatefulSet with a program that does not find one of its pods by name: {set, name, key, tale}.
_lost := [{"set": set_, "name": name, "key": seen.key("Service", seen.namespace_of(set_), name), "tale": tale} |
	some id, set_ in seen.objects("StatefulSet")
	name := object.get(set_, ["spec", "serviceName"], "")
	name != ""
	some tale in logs.told
	tale.kind in {"unresolved", "dns", "waiting", "timeout"}
	id in related.reaches(seen.key_of(tale.one.pod))
	_is_peer(set_, name, tale.line)
]

# db-0.db
_is_peer(set_, name, line) if {
	some [_, label] in regex.find_all_string_submatch_n(`([a-z0-9-]+-\d+)\.[a-z0-9-]+`, line, 4)
	startswith(label, concat("", [set_.metadata.name, "-"]))
	contains(line, concat(".", [label, name]))
}

# METADATA
# title: The Service that a StatefulSet names
asks contains asks.want(2, asks.get("v1/Service", seen.namespace_of(one.set), one.name)) if {
	some one in _lost
}

# METADATA
# title: "{object} names Service {name} as its serviceName, which does not exist: its pods do not find each other in DNS."
# description: Names such as db-0.db are made by the headless Service that a StatefulSet names.
# custom:
#   code: governing_service_missing
#   stage: configuration
#   weight: 88
#   remedy: Create a headless Service {name} (clusterIP None) that selects the pods of {object}.
finding contains findings.of(rego.metadata.rule(), _about(one, [findings.field(one.set, "spec.serviceName", one.name)])) if {
	some one in _lost
	seen.absent(asks.get("v1/Service", seen.namespace_of(one.set), one.name).id)
}

# METADATA
# title: "{object} names Service {name} as its serviceName, which is not headless: its pods have no names of their own in DNS."
# description: A Service with an address of its own gives DNS that address, and its pods no names.
# custom:
#   code: governing_service_address
#   stage: configuration
#   weight: 88
#   remedy: Give {object} a headless Service (clusterIP None) as its serviceName.
finding contains findings.of(rego.metadata.rule(), _about(one, [findings.field(service, "spec.clusterIP", service.spec.clusterIP)])) if {
	some one in _lost
	service := seen.objects("Service")[one.key]
	service.spec.clusterIP
	not backing.headless(service)
}

# METADATA
# title: "{object} waits for itself: Service {name} names only pods that are ready, and these wait for each other's names (publishNotReadyAddresses)."
# description: DNS has the name of a pod once it is ready, unless its headless Service publishes it before.
# custom:
#   code: governing_service_unpublished
#   stage: configuration
#   weight: 84
#   remedy: Set spec.publishNotReadyAddresses of Service {name} to true, if its pods find each other by these names.
finding contains findings.of(rego.metadata.rule(), _about(one, [findings.field(service, "spec.publishNotReadyAddresses", false)])) if {
	some one in _lost
	service := seen.objects("Service")[one.key]
	backing.headless(service)
	not service.spec.publishNotReadyAddresses
	one.key in backing.unready
}

_about(one, evidence) := {
	"object": one.set,
	"values": {"name": one.name},
	"reaches": [seen.key_of(pod) | some pod in related.pods(seen.key_of(one.set))],
	"evidence": array.concat(evidence, [findings.log(one.tale.one.pod, one.tale.one.name, one.tale.when, logs.safe(one.tale.line))]),
}
