# METADATA
# title: "Diagnosis: storage"
# description: >-
#   Claims without a volume, and volumes that do not reach their pod. Claims and volumes tell what is so; events name the
#   reason.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.storage

import data.lib.amounts
import data.lib.asks
import data.lib.claims
import data.lib.findings
import data.lib.jobs
import data.lib.placement
import data.lib.scheduler
import data.lib.seen
import data.lib.surroundings

# METADATA
# title: Who holds a volume that another node waits for
asks contains asks.want(2, asks.get("v1/Pod", seen.namespace_of(pod), name)) if some [pod, name] in _held

# METADATA
# title: The node of who holds it
asks contains asks.want(2, asks.get("v1/Node", "", node)) if {
	some [pod, name] in _held
	node := seen.pods[seen.key("Pod", seen.namespace_of(pod), name)].spec.nodeName
}

# METADATA
# title: The claims of pods that have not started
asks contains asks.want(2, asks.get("v1/PersistentVolumeClaim", namespace, name)) if {
	some [namespace, name] in array.slice(_needed, 0, data.config.diagnosis.samples)
}

# METADATA
# title: The classes, for claims that have no volume
asks contains asks.want(2, claims.classes_ask) if _wants_classes

# METADATA
# title: The volumes that claims name
asks contains asks.want(3, asks.get("v1/PersistentVolume", "", name)) if {
	not claims.volumes_known
	some name in array.slice(_named, 0, data.config.diagnosis.samples)
}

# METADATA
# title: All volumes, for claims that wait for one that is there, or of which nothing is known yet
asks contains asks.want(3, claims.volumes_ask) if _wants_volumes

# METADATA
# title: What happens to claims that have no volume
# description: Of the target the events are asked for anyway; where everything is looked at, only warnings are.
asks contains asks.want(3, asks.list("events of claims", "v1/Event", surroundings.namespace, {
	"where": [[
		{"path": "involvedObject.kind", "is": ["PersistentVolumeClaim"]},
		{"path": "involvedObject.name", "begins": _eventful},
	]],
	"options": {
		"view": "object",
		"limit": data.config.diagnosis.events,
		"sortBy": "-lastTimestamp,series.lastObservedTime,eventTime,metadata.creationTimestamp",
	},
})) if {
	count(_eventful) > 0
}

# METADATA
# title: Who uses a claim that has no volume
asks contains asks.want(3, asks.list("users of waiting claims", "v1/Pod", surroundings.namespace, {
	"where": [[{"path": "spec.volumes[*].persistentVolumeClaim.claimName", "is": names}]],
	"options": {"view": "object", "limit": data.config.diagnosis.objects},
})) if {
	names := sort({claim.metadata.name | some claim in _lonely})
	count(names) > 0
}

# METADATA
# title: "{object} names the storage class {class}, which does not exist (StorageClass)."
# description: A claim waits for ever for a class that nobody has defined.
# custom:
#   code: class_missing
#   stage: storage
#   weight: 85
#   remedy: Create the claim anew with a class that exists ({known}), or have a person create the class {class}.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"values": {"class": claim.spec.storageClassName, "known": _known_classes},
	"evidence": _evidence(claim),
}) if {
	some claim in claims.pending
	_lacks_class(claim)
	count(claims.of_class(claim)) == 0
}

# METADATA
# title: "{object} names no storage class, and the cluster has no default one (StorageClass)."
# description: Without a class nobody makes a volume; only one that is there and fits would do.
# custom:
#   code: no_default_class
#   stage: storage
#   weight: 85
#   remedy: Create the claim anew with spec.storageClassName ({known}), or have a person mark a class as default.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"values": {"known": _known_classes},
	"evidence": _evidence(claim),
}) if {
	some claim in claims.pending
	_has_no_class(claim)
}

# METADATA
# title: "{object} waits for the volume {volume}, which does not exist (PersistentVolume)."
# description: A claim that names a volume is bound to no other.
# custom:
#   code: volume_missing
#   stage: storage
#   weight: 85
#   remedy: Have a person create the volume {volume}, or create the claim anew without spec.volumeName.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"values": {"volume": claim.spec.volumeName},
	"evidence": array.concat([findings.field(claim, "spec.volumeName", claim.spec.volumeName)], _evidence(claim)),
}) if {
	some claim in claims.pending
	_names_volume(claim)
	_is_gone(claim.spec.volumeName)
	count(_latest(claim, {"VolumeMismatch"})) == 0
}

# METADATA
# title: "{object} cannot be bound to the volume {volume} that it names: {why}."
# description: A claim that names a volume is bound to no other, and to that one only if it fits.
# custom:
#   code: volume_mismatch
#   stage: storage
#   weight: 85
#   remedy: Create the claim anew so that it fits {volume}, or have a person provide a volume that fits the claim.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"values": {"volume": volume.metadata.name},
	"words": {"why": concat("; ", whys)},
	"evidence": array.concat(_compared(claim, volume), _evidence(claim)),
}) if {
	some claim in claims.pending
	volume := placement.volume_objects[seen.key("PersistentVolume", "", claim.spec.volumeName)]
	whys := _misfits(claim, volume)
	count(whys) > 0
}

# METADATA
# title: "{object} finds no volume: none of the {number} volumes of its class is free and fits{whys}."
# description: Nobody makes volumes for this claim; it is bound to one that is there, large enough, of its access mode and free.
# custom:
#   code: no_volume_fits
#   stage: storage
#   weight: 85
#   remedy: Have a person provide a volume of its class that fits; one that is Released is free again only when its claimRef is taken away.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"words": {"number": $"{count(claims.of_class(claim))}", "whys": _counted(claim)},
	"evidence": array.concat(
		[findings.field(volume, "spec", _volume_words(volume)) | some volume in array.slice(claims.of_class(claim), 0, 4)],
		_evidence(claim),
	),
}) if {
	some claim in claims.pending
	claims.volumes_known
	claims.static(claim)
	not _names_volume(claim)
	_has_user_or_needs_none(claim)
}

# METADATA
# title: "{object} has no volume: {provisioner} cannot make one{reason}."
# description: The driver of its class was asked for a volume, and refused or failed; it tries again by itself.
# custom:
#   code: provisioning_failed
#   stage: storage
#   weight: 85
#   remedy: Correct what the driver names in the evidence (limits, rights, parameters of the class, space), and it goes on by itself.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"values": {"provisioner": _provisioner(claim)},
	"words": {"reason": _reason(event.message)},
	"evidence": [findings.field(claim, _failing(event), _last_part(event.message)), _class_line(claim)],
}) if {
	some claim in claims.pending
	some event in _latest(claim, {"ProvisioningFailed"})
	not _lacks_class(claim)
	not _is_class_not_found(event)
}

# METADATA
# title: "{object} has no volume: {provisioner} does not answer (ExternalProvisioning)."
# description: Its class hands it to a driver outside Kubernetes, which has said nothing since.
# custom:
#   code: provisioner_silent
#   stage: storage
#   weight: 80
#   remedy: See whether the controller of {provisioner} is installed and runs; correct the provisioner of the class where it is misspelt.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"values": {"provisioner": _provisioner(claim)},
	"evidence": _evidence(claim),
}) if {
	some claim in claims.pending
	some event in _latest(claim, {"ExternalProvisioning"})
	seen.aged(claim)
	count(_latest(claim, {"ProvisioningFailed"})) == 0
}

# METADATA
# title: "{object} waits for a pod that uses it, and no pod does (WaitForFirstConsumer)."
# description: Its class makes the volume where the first pod runs; without a pod it stays Pending, which is as it should be.
# custom:
#   code: claim_without_consumer
#   stage: storage
#   weight: 45
#   remedy: Nothing if it is not used yet; else have the workload mount the claim under this name, or delete the claim.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"evidence": _evidence(claim),
}) if {
	some claim in claims.pending
	_waits_for_consumer(claim)
	_users_known
	count(claims.users(claim)) == 0
}

# METADATA
# title: "{object} has lost its volume {volume} (Lost)."
# description: The volume that the claim was bound to is gone; its data may be, too.
# custom:
#   code: volume_lost
#   stage: storage
#   weight: 90
#   remedy: Restore the volume {volume} from a backup or have a person bind another; a lost claim does not recover by itself.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"values": {"volume": object.get(claim, ["spec", "volumeName"], "unknown")},
	"evidence": _evidence(claim),
}) if {
	some claim in placement.claim_objects
	claim.status.phase == "Lost"
}

# METADATA
# title: "{object} has no volume yet (phase Pending)."
# description: Why, is told by its events or by the pod that uses it.
# custom:
#   code: claim_pending
#   stage: readiness
#   weight: 50
#   symptom: true
#   remedy: Read the events of the claim.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"evidence": _evidence(claim),
}) if {
	some claim in claims.pending
	seen.aged(claim)
}

# METADATA
# title: "{object} is being made larger, and cannot be: {provisioner} refused it."
# description: The claim asks for more than its volume has.
# custom:
#   code: resize_failed
#   stage: storage
#   weight: 55
#   remedy: Read why in the evidence; where the driver cannot do it, ask for no more than the volume has.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"values": {"provisioner": _provisioner(claim)},
	"evidence": array.concat(_sizes(claim), _evidence(claim)),
}) if {
	some claim in placement.claim_objects
	_is_growing(claim)
	_growth_fails(claim)
}

# METADATA
# title: "{object} gets its new size when its pod starts again (FileSystemResizePending)."
# description: The disk is larger already; the file system on it grows when it is mounted.
# custom:
#   code: resize_pending
#   stage: storage
#   weight: 35
#   remedy: Restart the pod that uses it when that is convenient.
finding contains findings.of(rego.metadata.rule(), {
	"object": claim,
	"evidence": array.concat(_sizes(claim), _evidence(claim)),
}) if {
	some claim in placement.claim_objects
	jobs.condition(claim, "FileSystemResizePending")
}

# METADATA
# title: "{object} cannot start: its claim {claim} does not exist (persistentvolumeclaim not found)."
# description: A pod that names a claim waits until there is one of that name in its namespace.
# custom:
#   code: claim_missing
#   stage: storage
#   weight: 85
#   remedy: Create the claim {claim}, or correct its name in {owner}.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"claim": name},
	"fold": name,
	"evidence": array.concat(
		[findings.field(pod, "spec.volumes[*].persistentVolumeClaim.claimName", name)],
		[findings.event(event) | some event in array.reverse(_all_events(pod))],
	),
}) if {
	some pod in _waiting
	some name in placement.claims(pod)
	_is_absent(pod, name)
}

# METADATA
# title: "{object} cannot start: its claim {claim} is being deleted."
# description: A claim that is going takes no new pods; it stays as long as an old pod uses it.
# custom:
#   code: claim_going
#   stage: storage
#   weight: 80
#   remedy: Let the claim go and create it anew, or have {owner} use another one.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"claim": name},
	"fold": name,
	"evidence": [findings.field(claim, "metadata.deletionTimestamp", claim.metadata.deletionTimestamp)],
}) if {
	some pod in scheduler.unplaced
	some name in placement.claims(pod)
	claim := placement.claim_objects[seen.key("PersistentVolumeClaim", seen.namespace_of(pod), name)]
	claim.metadata.deletionTimestamp
}

# METADATA
# title: "{object} on node {node} cannot start: its volume {volume} is attached to another node, where {holder} holds it (Multi-Attach error)."
# description: A volume with ReadWriteOnce can be attached to one node at a time.
# custom:
#   code: multi_attach
#   stage: storage
#   weight: 85
#   remedy: Let the pod that holds it go first (a Deployment with such a volume needs strategy Recreate), run both on one node, or use a volume with ReadWriteMany.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"node": pod.spec.nodeName, "volume": _volume_of(pod, event), "holder": _holders(pod, event)},
	"evidence": array.concat([findings.event(event)], _held_by(pod)),
	"needs": {seen.key("Pod", seen.namespace_of(pod), name) | some name in _holders(pod, event)},
}) if {
	some key, pod in claims.starting
	event := _first(claims.complaints[key], "Multi-Attach error")
}

# METADATA
# title: "{object} cannot start: the storage driver {driver} is not there on node {node} (CSI driver not registered)."
# description: Each node needs the driver's own pod, which registers with the kubelet.
# custom:
#   code: driver_missing
#   stage: storage
#   weight: 85
#   remedy: See whether the DaemonSet of {driver} has a ready pod on {node}.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"node": pod.spec.nodeName, "driver": _driver(event.message)},
	"evidence": [findings.event(event)],
}) if {
	some key, pod in claims.starting
	event := _first_of(claims.complaints[key], ["registered CSI drivers", "does not contain driver"])
}

# METADATA
# title: "{object} cannot start: its volume {volume} {why} (FailedMount)."
# description: The node has the volume and cannot mount it, or cannot reach the server that has it.
# custom:
#   code: mount_failed
#   stage: storage
#   weight: 85
#   remedy: "{what}"
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"volume": _volume_of(pod, event)},
	"words": {"why": row.why, "what": row.what},
	"fold": row.why,
	"evidence": [_ending(one) | some one in claims.complaints[key]],
}) if {
	some key, pod in claims.starting
	[event, row] := _told(claims.complaints[key])
}

# METADATA
# title: "{object} cannot start: its volume {volume} is not mounted on node {node} ({reason}){code}."
# description: The kubelet waits for the volume; what the driver says is in the evidence.
# custom:
#   code: mount_waits
#   stage: storage
#   weight: 75
#   remedy: Read what the driver says in the evidence, and look at its pods on {node}.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"volume": _volume_of(pod, event), "node": pod.spec.nodeName, "reason": event.reason},
	"words": {"code": _reason(event.message)},
	"evidence": [findings.event(one) | some one in claims.complaints[key]],
}) if {
	some key, pod in claims.starting
	event := claims.complaints[key][0]
	not _is_named(claims.complaints[key])
}

# What is asked for: claims that are known to matter come before those that a template names.
_needed := [[entry[1], entry[2]] | some entry in sort(_of_pods | _of_template)]

_of_pods := {[0, seen.namespace_of(pod), name] |
	some pod in _waiting
	some name in placement.claims(pod)
	not _is_target("PersistentVolumeClaim", seen.namespace_of(pod), name)
}

_is_target(kind, namespace, name) if seen.target.key == seen.key(kind, namespace, name)

# A workload's claims are asked for together with its pods, so that there is time to look at their volumes.
_of_template := {[1, seen.target.namespace, name] |
	_is_unready(surroundings.target)
	some volume in object.get(surroundings.target, ["spec", "template", "spec", "volumes"], [])
	name := volume.persistentVolumeClaim.claimName
} | {[1, seen.target.namespace, concat("-", [template.metadata.name, seen.target.name, $"{ordinal}"])] |
	_is_unready(surroundings.target)
	some template in surroundings.target.spec.volumeClaimTemplates
	ready := object.get(surroundings.target, ["status", "readyReplicas"], 0)
	some ordinal in numbers.range(ready, ready + 1)
	ordinal < object.get(surroundings.target, ["spec", "replicas"], 1)
}

# The claims of a StatefulSet have one beginning.
_eventful := sort(((({name | some [_, _, name] in _of_pods} | _of_plain_template) | _of_sets) | _of_all))

_of_plain_template := {name |
	some [_, _, name] in _of_template
	not surroundings.target.spec.volumeClaimTemplates
}

_of_sets := {concat("-", [template.metadata.name, seen.target.name, ""]) |
	_is_unready(surroundings.target)
	some template in surroundings.target.spec.volumeClaimTemplates
}

_of_all := {claim.metadata.name | some claim in claims.pending; surroundings.wide}

_wants_volumes if {
	some claim in claims.pending
	claims.classes_known
	_may_be_static(claim)
}

# There is no lap left in which to look at what the claims turn out to be.
_wants_volumes if {
	some one in scheduler.stuck
	some reason in one.reasons
	reason.is in {"claim", "volume"}
	every name in placement.claims(one.pod) {
		not placement.claim_objects[seen.key("PersistentVolumeClaim", seen.namespace_of(one.pod), name)]
	}
}

_is_unready(workload) if {
	object.get(workload, ["status", "readyReplicas"], 0) < object.get(workload, ["spec", "replicas"], 1)
}

_wants_classes if count(_needed) > 0

_wants_classes if count(claims.pending) > 0

_named := sort({claim.spec.volumeName |
	some claim in placement.claim_objects
	_names_volume(claim)
	_is_in_question(claim)
})

_is_in_question(claim) if claim.status.phase != "Bound"

_is_in_question(claim) if {
	some pod in _waiting
	claim.metadata.name in placement.claims(pod)
}

_waiting := object.union(scheduler.unplaced, claims.starting)

_names_volume(claim) if object.get(claim, ["spec", "volumeName"], "") != ""

_may_be_static(claim) if claims.static(claim)

_may_be_static(claim) if not claims.class(claim)

# Claims whose users were not seen by the way.
_lonely := [claim |
	some key, claim in placement.claim_objects
	_may_be_lonely(key)
	count(claims.users(claim)) == 0
]

_may_be_lonely(key) if key == seen.target.key

_may_be_lonely(key) if claims.pending[key]

_users_known if {
	listed := seen.observed(asks.list_id("users of waiting claims", surroundings.namespace))
	listed.outcome == "ok"
}

# What the cluster says of a class proves that it is there, or that it is not; a dump may hold no classes at all.
_lacks_class(claim) if {
	count(seen.objects("StorageClass")) > 0
	claims.classes_known
	_names_class(claim)
	not claims.class(claim)
	count(_latest(claim, {"ExternalProvisioning", "Provisioning", "WaitForFirstConsumer"})) == 0
}

_lacks_class(claim) if {
	not claims.class(claim)
	some event in _latest(claim, {"ProvisioningFailed"})
	_is_class_not_found(event)
}

_is_class_not_found(event) if {
	contains(event.message, "storageclass.storage.k8s.io")
	contains(event.message, "not found")
}

_names_class(claim) if {
	is_string(claim.spec.storageClassName)
	claim.spec.storageClassName != ""
}

_known_classes := sort([class.metadata.name | some class in seen.objects("StorageClass")]) if {
	count(seen.objects("StorageClass")) > 0
}

else := ["none"]

_has_no_class(claim) if {
	not is_string(claim.spec.storageClassName)
	count(seen.objects("StorageClass")) > 0
	claims.classes_known
	count(claims.defaults) == 0
	not _names_volume(claim)
}

_has_no_class(claim) if {
	not is_string(claim.spec.storageClassName)
	count(claims.defaults) == 0
	some event in _latest(claim, {"FailedBinding"})
	contains(event.message, "no storage class is set")
}

_waits_for_consumer(claim) if claims.class(claim).volumeBindingMode == "WaitForFirstConsumer"

_waits_for_consumer(claim) if {
	not claims.classes_known
	count(_latest(claim, {"WaitForFirstConsumer"})) > 0
}

# A class that waits for a pod looks for a volume only then.
_has_user_or_needs_none(claim) if not _waits_for_consumer(claim)

_has_user_or_needs_none(claim) if count(claims.users(claim)) > 0

_is_gone(volume) if seen.absent(asks.get("v1/PersistentVolume", "", volume).id)

_is_gone(volume) if {
	claims.volumes_known
	not placement.volume_objects[seen.key("PersistentVolume", "", volume)]
}

# Why a volume does not fit, in words of ours with its sizes.
_misfits(claim, volume) := array.concat(
	array.concat(
		[concat("", ["it is too small (", _size(volume.spec.capacity), " of ", _size(claim.spec.resources.requests), ")"]) |
			_is_too_small(claim, volume)
		],
		[concat("", ["it has not the access mode ", findings.word(missing)]) |
			missing := _modes_missing(claim, volume)
			count(missing) > 0
		],
	),
	array.concat(
		["it is of another storage class" | not _is_of_class(claim, volume)],
		[concat("", ["it is not free (", findings.word(phase), ")"]) |
			phase := volume.status.phase
			phase != "Available"
		],
	),
)

_size(amounts) := findings.word(object.get(amounts, "storage", "unknown"))

_is_too_small(claim, volume) if {
	amounts.milli(volume.spec.capacity.storage) < amounts.milli(claim.spec.resources.requests.storage)
}

_modes_missing(claim, volume) := [mode |
	some mode in object.get(claim, ["spec", "accessModes"], [])
	not mode in object.get(volume, ["spec", "accessModes"], [])
]

_is_of_class(claim, volume) if {
	object.get(volume, ["spec", "storageClassName"], "") == object.get(claim, ["spec", "storageClassName"], "")
}

_compared(claim, volume) := [
	findings.field(claim, "spec", concat(" ", [
		_size(claim.spec.resources.requests),
		concat(",", object.get(claim, ["spec", "accessModes"], [])),
		object.get(claim, ["spec", "storageClassName"], ""),
	])),
	findings.field(volume, "spec", _volume_words(volume)),
]

_volume_words(volume) := concat(" ", [
	_size(object.get(volume, ["spec", "capacity"], {})),
	concat(",", object.get(volume, ["spec", "accessModes"], [])),
	object.get(volume, ["spec", "storageClassName"], ""),
	object.get(volume, ["status", "phase"], ""),
])

# How many volumes fail for what.
_counted(claim) := concat("", [" (", concat(", ", parts), ")"]) if {
	volumes := claims.of_class(claim)
	parts := [concat(" ", [$"{number}", words]) |
		some [words, number] in [
			["too small", count([1 | some one in volumes; _is_too_small(claim, one)])],
			["without its access mode", count([1 | some one in volumes; count(_modes_missing(claim, one)) > 0])],
			["not free", count([1 | some one in volumes; object.get(one, ["status", "phase"], "") != "Available"])],
		]
		number > 0
	]
	count(parts) > 0
}

else := ""

_evidence(claim) := array.concat(
	[findings.field(claim, "status.phase", object.get(claim, ["status", "phase"], "unknown")), _class_line(claim)],
	[findings.event(event) | some event in array.slice(array.reverse(_all_events(claim)), 0, 3)],
)

_class_line(claim) := findings.field(claim, "spec.storageClassName", object.get(claim, ["spec", "storageClassName"], "(none)"))

_all_events(object_) := [event |
	some event in seen.events_of(object_)
	event.reason != "Provisioning"
]

_latest(claim, reasons) := array.slice(events, count(events) - 1, count(events)) if {
	events := [event | some event in seen.events_of(claim); event.reason in reasons]
	count(events) > 0
}

else := []

_provisioner(claim) := claims.class(claim).provisioner if claims.class(claim).provisioner

else := "its-driver"

_failing(event) := concat(" ", ["event", event.last, event.reason])

# Before what the driver says stands what Kubernetes wanted of it.
_last_part(message) := parts[count(parts) - 1] if parts := split(message, "desc = ")

# What gRPC and the cloud call it, such as ResourceExhausted and VolumeLimitExceeded, and what that means.
_reason(message) := concat("", [" (", findings.word(names), ")", object.get(_codes, names[0], "")]) if {
	names := array.concat(_matches(`code = ([A-Za-z]{2,24})`, message), _last(_matches(_cloud, _last_part(message))))
	count(names) > 0
}

else := ""

# It stands last before a colon.
_cloud := `\b([A-Z][a-z]+(?:[A-Z][a-z]+){1,5}):`

_matches(pattern, text) := [match[1] | some match in regex.find_all_string_submatch_n(pattern, text, -1)]

_last(values) := array.slice(values, count(values) - 1, count(values))

_codes := {
	"ResourceExhausted": ": nothing is left, or a limit is reached",
	"PermissionDenied": ": it lacks the right",
	"Unauthenticated": ": its credentials are not accepted",
	"InvalidArgument": ": a parameter of the class or the claim is wrong",
	"DeadlineExceeded": ": the storage does not answer in time",
	"Unavailable": ": the storage does not answer",
	"NotFound": ": something it needs is not there",
	"OutOfRange": ": the size is out of its range",
}

_is_growing(claim) if {
	amounts.milli(claim.spec.resources.requests.storage) > amounts.milli(claim.status.capacity.storage)
}

_growth_fails(claim) if {
	some type in ["ControllerResizeError", "NodeResizeError"]
	jobs.condition(claim, type)
}

_growth_fails(claim) if count(_latest(claim, {"VolumeResizeFailed", "FileSystemResizeFailed"})) > 0

_sizes(claim) := [
	findings.field(claim, "spec.resources.requests.storage", object.get(claim, ["spec", "resources", "requests", "storage"], "")),
	findings.field(claim, "status.capacity.storage", object.get(claim, ["status", "capacity", "storage"], "")),
]

# The scheduler and the kubelet say so; that it was not found says little in a dump.
_is_absent(pod, name) if {
	not placement.claim_objects[seen.key("PersistentVolumeClaim", seen.namespace_of(pod), name)]
	some message in _words_of(pod)
	contains(message, concat("", [`persistentvolumeclaim "`, name, `" not found`]))
}

_words_of(pod) := array.concat(
	[scheduler.stuck[seen.key_of(pod)].message | scheduler.stuck[seen.key_of(pod)]],
	[event.message | some event in claims.complaints[seen.key_of(pod)]],
)

# What mount says stands behind what it was asked to do.
_ending(event) := findings.event(object.union(event, {"message": findings.ends(event.message)}))

_first(events, text) := [event | some event in events; contains(event.message, text)][0]

_first_of(events, texts) := [event | some event in events; some text in texts; contains(event.message, text)][0]

_volume_of(pod, event) := [names |
	some names in [
		[match[1] | some match in regex.find_all_string_submatch_n(`[Vv]olume "([^" ]+)"`, event.message, 1)],
		claims.unmounted(event.message),
		sort(placement.claims(pod)),
		["unknown"],
	]
	count(names) > 0
][0]

# Pods that the message names, or that were seen with the same claim on another node.
_holders(pod, event) := [names | some names in [_said_holders(event.message), _seen_holders(pod), ["another-pod"]]; count(names) > 0][0]

_held := {[pod, name] |
	some key, pod in claims.starting
	event := _first(claims.complaints[key], "Multi-Attach error")
	some name in array.concat(_said_holders(event.message), _seen_holders(pod))
}

_said_holders(message) := [name |
	some match in regex.find_all_string_submatch_n(`used by pod\(s\) ([a-z0-9., -]+)`, message, 1)
	some name in split(match[1], ", ")
]

_seen_holders(pod) := sort([other.metadata.name | some other in _sharers(pod)])

_sharers(pod) := [other |
	some other in seen.pods
	seen.namespace_of(other) == seen.namespace_of(pod)
	other.spec.nodeName != pod.spec.nodeName
	count(placement.claims(other) & placement.claims(pod)) > 0
	not other.status.phase in {"Succeeded", "Failed"}
]

_held_by(pod) := [findings.field(other, "spec.nodeName", other.spec.nodeName) | some other in _sharers(pod)]

_driver(message) := [match[1] |
	some pattern in [`driver name ([^ ]+) not found`, `does not contain driver ([^ ]+)`]
	some match in regex.find_all_string_submatch_n(pattern, message, 1)
][0]

# What mount and the drivers say, in the words of Linux and of Kubernetes, and what they mean.
_told(events) := [[event, row] |
	some row in _sayings
	some event in events
	some text in row.says
	contains(lower(event.message), text)
][0]

_is_named(events) if _told(events)

_is_named(events) if _first_of(events, ["Multi-Attach error", "registered CSI drivers", "does not contain driver"])

_sayings := [
	{
		"says": ["wrong fs type", "bad superblock", "can't find ext", "unknown filesystem type"],
		"why": "has no file system that the node can mount",
		"what": "See whether the volume holds what it should, and whether fsType of its class or volume is right.",
	},
	{
		"says": ["structure needs cleaning", "fsck found errors", "input/output error"],
		"why": "has a damaged file system",
		"what": "Have a person check the file system of the volume, or restore it from a backup.",
	},
	{
		"says": ["access denied by server"],
		"why": "is refused by its server (access denied)",
		"what": "Have the export of the server admit the nodes, and check its path.",
	},
	{
		"says": ["connection timed out", "connection refused", "no route to host", "failed to resolve server", "host is down"],
		"why": "is on a server that the node cannot reach",
		"what": "Check the address of the server in the volume, that it runs, and that the network admits the node.",
	},
	{
		"says": ["hostpath type check failed"],
		"why": "is a path of the node that is not there, or not of the type it should be (hostPath)",
		"what": "Create the path on the node, or correct path and type in the pod.",
	},
	{
		"says": ["no such file or directory", "does not exist"],
		"why": "names a path that is not there",
		"what": "Check the path in the volume, on its server or its node.",
	},
	{
		"says": ["read-only file system", "write-protected", "cannot remount"],
		"why": "is read-only, and is to be written",
		"what": "Mount it read-only, or find out why the storage made it so.",
	},
	{
		"says": ["already mounted or mount point busy", "device is busy"],
		"why": "is still in use on the node",
		"what": "Find what holds it on the node; a pod that is still going may be it.",
	},
	{
		"says": ["external-attacher"],
		"why": "is not attached, since the controller of its driver does not answer",
		"what": "See whether the controller of the CSI driver runs, and what it says.",
	},
	{
		"says": ["invalidvolume.notfound", "volume not found", "could not find volume"],
		"why": "does not exist any more where it is stored",
		"what": "Find out who deleted it, and restore it from a snapshot or a backup.",
	},
	{
		"says": ["permission denied", "operation not permitted"],
		"why": "may not be mounted by the node (permission denied)",
		"what": "Check the rights that the driver and its server give the node.",
	},
]
