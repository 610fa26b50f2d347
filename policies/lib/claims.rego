# METADATA
# title: Claims
# description: >-
#   Claims, their classes and volumes among what was seen, the pods that use them, and what the cluster says of mounting
#   them. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.claims

import data.lib.asks
import data.lib.placement
import data.lib.seen

# METADATA
# title: Claims that have no volume yet
pending[key] := claim if {
	some key, claim in placement.claim_objects
	claim.status.phase == "Pending"
	not claim.metadata.deletionTimestamp
}

# METADATA
# title: The question for all classes
classes_ask := asks.list("classes", "storage.k8s.io/v1/StorageClass", "", {"options": {
	"view": "object",
	"limit": data.config.diagnosis.objects * 5,
}})

# METADATA
# title: All classes were seen
classes_known if _is_whole(classes_ask.id)

# METADATA
# title: The question for all volumes
volumes_ask := asks.list("volumes", "v1/PersistentVolume", "", {"options": {
	"view": "object",
	"limit": data.config.diagnosis.objects * 10,
}})

# METADATA
# title: All volumes were seen
volumes_known if _is_whole(volumes_ask.id)

_is_whole(id) if {
	listed := seen.observed(id)
	listed.outcome == "ok"
	not listed.truncated
}

# METADATA
# title: The class of a claim, when it was seen
class(claim) := _classes[seen.key("StorageClass", "", claim.spec.storageClassName)]

_classes := seen.objects("StorageClass")

# METADATA
# title: The classes that stand in where a claim names none
defaults := [class_ |
	some class_ in _classes
	class_.metadata.annotations["storageclass.kubernetes.io/is-default-class"] == "true"
]

# METADATA
# title: Nobody makes a volume for this claim; it waits for one that is there
static(claim) if claim.spec.storageClassName == ""

static(claim) if class(claim).provisioner == "kubernetes.io/no-provisioner"

static(claim) if _names_volume(claim)

static(claim) if {
	count(of_class(claim)) > 0
	not class(claim)
}

_names_volume(claim) if object.get(claim, ["spec", "volumeName"], "") != ""

# METADATA
# title: The volumes of the class that a claim names
of_class(claim) := [volume |
	some volume in placement.volume_objects
	object.get(volume, ["spec", "storageClassName"], "") == object.get(claim, ["spec", "storageClassName"], "")
]

# METADATA
# title: The pods that use a claim, among those that were seen
users(claim) := [pod |
	some pod in seen.pods
	seen.namespace_of(pod) == seen.namespace_of(claim)
	claim.metadata.name in placement.claims(pod)
]

# METADATA
# title: Pods that have a node and wait for something before their first container starts
starting[key] := pod if {
	some key, pod in seen.pods
	pod.status.phase == "Pending"
	object.get(pod, ["spec", "nodeName"], "") != ""
	not pod.metadata.deletionTimestamp
	every status in object.get(pod, ["status", "containerStatuses"], []) { _has_not_begun(status) }
}

_has_not_begun(status) if status.state.waiting.reason in {"ContainerCreating", "PodInitializing"}

_has_not_begun(status) if count(object.get(status, "state", {})) == 0

# METADATA
# title: What the cluster says of volumes that such a pod waits for, the latest first
# description: What is older than a sign of progress is over. ConfigMaps and Secrets are no volumes of a claim.
complaints[key] := array.reverse([event |
	some event in _volume_events(pod)
	event.last >= since
]) if {
	some key, pod in starting
	since := max({""} | {event.last | some event in seen.events_of(pod); event.reason in _progress})
}

_volume_events(pod) := [event |
	some event in seen.events_of(pod)
	event.reason in {"FailedMount", "FailedAttachVolume", "FailedMapVolume", "FailedMountOnFilesystemMismatch"}
	not _is_of_config(event.message)
	not _waits_for_config(pod, unmounted(event.message))
]

# METADATA
# title: The volumes of a pod that a message says are not mounted
unmounted(message) := [name |
	some match in regex.find_all_string_submatch_n(`unmounted volumes=\[([^\]]*)\]`, message, 1)
	some name in split(match[1], " ")
]

_waits_for_config(pod, names) if {
	count(names) > 0
	every name in names { name in _of_config(pod) }
}

_of_config(pod) := [volume.name |
	some volume in pod.spec.volumes
	some source in ["configMap", "secret", "projected", "downwardAPI"]
	volume[source]
]

_progress := {"Pulling", "Pulled", "Created", "Started", "SuccessfulMountVolume"}

_is_of_config(message) if {
	some text in ["configmap", "secret", "references non-existent config key", "object-\"", "kube-root-ca", "projected"]
	contains(message, text)
}
