# METADATA
# title: "Diagnosis: configuration"
# description: >-
#   What containers are started with and is not there: ConfigMaps, Secrets, their keys, and what else keeps a container from
#   being created. Secrets are never asked for; of them the kubelet's word counts.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.configuration

import data.lib.alike
import data.lib.asks
import data.lib.containers
import data.lib.creating
import data.lib.earlier
import data.lib.findings
import data.lib.related
import data.lib.seen

# METADATA
# title: The ConfigMaps that are said to lack something, or may lack it
asks contains asks.want(3, _ask(doubt.pod, doubt.name)) if {
	some doubt in array.concat(_of_containers, array.concat(_of_volumes, _doubts))
	object.get(doubt, "kind", "ConfigMap") == "ConfigMap"
}

# METADATA
# title: The names of ConfigMaps, where one is not there
asks contains asks.want(5, asks.few("config maps", "v1/ConfigMap", seen.namespace_of(need.pod), ["metadata.name"], {})) if {
	some need in _needs
	need.kind == "ConfigMap"
	need.key == ""
	seen.absent(_ask(need.pod, need.name).id)
}

# METADATA
# title: The revisions before, one of which may not need what is missing
asks contains earlier.ask(need.pod) if some need in _needs

# METADATA
# title: "{who} cannot start: ConfigMap {name} does not exist in namespace {namespace} ({reason}).{near}"
# description: A container waits for what its environment or its volumes are made of.
# custom:
#   code: config_map_missing
#   stage: configuration
#   weight: 90
#   remedy: "Create ConfigMap {name}, or correct its name{back}."
finding contains findings.of(rego.metadata.rule(), object.union(_about(need), {"words": object.union(_words(need), {"near": _near_name(need)})})) if {
	some need in _needs
	need.kind == "ConfigMap"
	need.key == ""
	not _is_there(need)
}

# METADATA
# title: "{who} cannot start: ConfigMap {name} has no key {key} ({reason}); {keys}."
# description: Keys are asked for by name, and none may be missing unless it is optional.
# custom:
#   code: config_map_key_missing
#   stage: configuration
#   weight: 90
#   remedy: "Add key {key} to ConfigMap {name}, or correct the key that is asked for{back}."
finding contains findings.of(rego.metadata.rule(), object.union(_about(need), {"words": object.union(_words(need), {"keys": _has(need)})})) if {
	some need in _needs
	need.kind == "ConfigMap"
	need.key != ""
	not _is_there(need)
}

# METADATA
# title: "{who} cannot start: Secret {name} does not exist in namespace {namespace} ({reason})."
# description: The kubelet says so; Secrets are not read here.
# custom:
#   code: secret_missing
#   stage: configuration
#   weight: 90
#   remedy: "Have a person create Secret {name}, or correct its name{back}."
finding contains findings.of(rego.metadata.rule(), _about(need)) if {
	some need in _needs
	need.kind == "Secret"
	need.key == ""
}

# METADATA
# title: "{who} cannot start: Secret {name} has no key {key} ({reason})."
# description: The kubelet says so; Secrets are not read here.
# custom:
#   code: secret_key_missing
#   stage: configuration
#   weight: 90
#   remedy: "Have a person add key {key} to Secret {name}, or correct the key that is asked for{back}."
finding contains findings.of(rego.metadata.rule(), _about(need)) if {
	some need in _needs
	need.kind == "Secret"
	need.key != ""
}

# METADATA
# title: "{who} waits for ConfigMap {name}, which has by now what was missing ({reason})."
# description: The kubelet tries again by itself, within a few minutes.
# custom:
#   code: config_map_there_now
#   stage: configuration
#   weight: 40
#   remedy: Look again in a few minutes.
finding contains findings.of(rego.metadata.rule(), _about(need)) if {
	some need in _needs
	_is_there(need)
}

# METADATA
# title: "{pods} cannot start: ServiceAccount {account} does not exist in namespace {namespace} any more (FailedMount)."
# description: Pods need a token of their account, which was there when they were created.
# custom:
#   code: service_account_gone
#   stage: configuration
#   weight: 90
#   remedy: Have a person create ServiceAccount {account} again, or set another one.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"account": account, "namespace": seen.namespace_of(pod)},
	"evidence": [findings.event(event)],
}) if {
	some pod in _stuck
	some volume in object.get(pod, ["spec", "volumes"], [])
	event := _mount_failures(pod, volume)[0]
	account := regex.find_all_string_submatch_n(`serviceaccounts "([^"]+)" not found`, event.message, 1)[0][1]
}

# METADATA
# title: "{pods} cannot start: volume {volume} is not filled{why} (FailedMount)."
# description: The kubelet does not get what a volume of configuration is made of, for a reason that is not known here.
# custom:
#   code: volume_not_filled
#   stage: configuration
#   weight: 75
#   remedy: Read what the kubelet says in the evidence.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"volume": volume.name},
	"words": {"why": _why_not_filled(event.message)},
	"fold": volume.name,
	"evidence": [findings.event(object.union(event, {"message": findings.ends(event.message)}))],
}) if {
	some pod in _stuck
	not _has_just_begun(pod)
	some volume in object.get(pod, ["spec", "volumes"], [])
	_is_of_configuration(volume)
	event := _mount_failures(pod, volume)[0]
	event.count > 2
	not regex.match(_known_failures, event.message)
}

# Where a driver brings what a store of secrets holds, the class says which.
_why_not_filled(text) := concat("", ["; SecretProviderClass ", findings.word(found[0][1]), " does not exist"]) if {
	found := regex.find_all_string_submatch_n(`(?i)SecretProviderClass[^"]{0,60}"([^"]+)" not found`, text, 1)
	count(found) > 0
}

else := ""

_known_failures := `(configmap|secret) "[^"]+" not found|references non-existent (config|secret) key|serviceaccounts "[^"]+" not found`

_is_of_configuration(volume) if {
	some source in ["configMap", "secret", "projected", "downwardAPI"]
	volume[source]
}

_is_of_configuration(volume) if startswith(volume.csi.driver, "secrets-store")

# METADATA
# title: "{role} {container} of {owner} cannot start: at {path} a file is mounted onto a directory, or a directory onto a file (subPath {part})."
# description: What a subPath names is not what the image has at that place, or is not there, in which case the kubelet makes a directory.
# custom:
#   code: mount_not_a_directory
#   stage: configuration
#   weight: 85
#   remedy: Correct subPath or mountPath; a subPath that is not in its volume becomes an empty directory.
finding contains findings.of(rego.metadata.rule(), {
	"object": failed.one.pod,
	"container": failed.one.name,
	"words": {"role": failed.one.role},
	"values": {"path": path, "part": object.get(_mount(failed.one, path), "subPath", "none")},
	"evidence": [failed.evidence],
}) if {
	some failed in creating.failed
	failed.how == "mount"
	path := _mount_path(failed.text)
	not _lacks_sub_path(failed)
}

# METADATA
# title: "{role} {container} of {owner} cannot start: the container runtime of Node {node} does not get done with creating it ({reason})."
# description: The runtime took longer than the kubelet waits, and may hold the name of the container still. Slow disks do this.
# custom:
#   code: runtime_stuck
#   stage: configuration
#   weight: 75
#   remedy: Have a person look at the disk and the container runtime of Node {node}, and restart the runtime if it stays so.
finding contains findings.of(rego.metadata.rule(), _uncreated(failed)) if {
	some failed in creating.failed
	failed.how == "stuck"
}

# METADATA
# title: "{role} {container} of {owner} cannot be created ({reason})."
# description: The kubelet gives a reason that is not known here.
# custom:
#   code: not_created
#   stage: configuration
#   weight: 70
#   remedy: Read what the kubelet says.
finding contains findings.of(rego.metadata.rule(), _uncreated(failed)) if {
	some failed in creating.failed
	failed.how == "other"
	failed.one.waiting.reason in {"CreateContainerConfigError", "CreateContainerError"}
	containers.starts_badly(failed.text) == ""
}

# METADATA
# title: "{role} {container} of {owner} runs without {names}: keys of {source} that are no names of environment variables (InvalidEnvironmentVariableNames)."
# description: envFrom leaves out keys that are no valid names, and starts the container all the same.
# custom:
#   code: variable_names
#   stage: program
#   weight: 55
#   remedy: Rename the keys in {source}, or name each with env and valueFrom.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.pod,
	"container": one.name,
	"words": {"role": one.role},
	"values": {"names": split(found[1], ", "), "source": found[2]},
	"evidence": [findings.event(event)],
}) if {
	some one in containers.failed
	some event in seen.events_of(one.pod)
	event.reason == "InvalidEnvironmentVariableNames"
	event.container in {one.name, ""}
	seen.lately(event.last)
	found := regex.find_all_string_submatch_n(`^Keys \[([^\]]*)\] from the EnvFrom \S+ (\S+) `, event.message, 1)[0]
}

_uncreated(failed) := {
	"object": failed.one.pod,
	"container": failed.one.name,
	"words": {"role": failed.one.role},
	"values": {
		"reason": object.get(failed.one.waiting, "reason", "unknown"),
		"node": object.get(failed.one.pod, ["spec", "nodeName"], "unknown"),
	},
	"evidence": [failed.evidence],
}

# What is missing, and by whom it is missed: {pod, container, kind, name, key, reason, evidence}.
_needs := array.concat(array.concat(_of_containers, _of_volumes), array.concat(_of_sub_paths, _of_silence))

_of_containers := [{
	"pod": failed.one.pod,
	"container": failed.one.name,
	"role": failed.one.role,
	"kind": kind,
	"name": name,
	"key": key,
	"reason": findings.word(failed.one.waiting.reason),
	"evidence": [failed.evidence],
} |
	some failed in creating.failed
	some [kind, name, key] in _named(failed.text)
]

# What a message of the kubelet says is missing.
_named(text) := array.concat(
	[[found[2], found[3], found[1]] |
		some found in regex.find_all_string_submatch_n(`couldn't find key (\S+) in (ConfigMap|Secret) [^/\s]+/([A-Za-z0-9.-]+)`, text, 4)
	],
	[[_kinds[found[1]], found[2], ""] |
		some found in regex.find_all_string_submatch_n(`(configmap|secret) "([^"]+)" not found`, text, 4)
	],
)

_kinds := {"configmap": "ConfigMap", "config": "ConfigMap", "secret": "Secret"}

_of_volumes := [{
	"pod": pod,
	"container": "",
	"kind": kind,
	"name": name,
	"key": key,
	"reason": concat("", ["FailedMount of volume ", findings.word(volume.name)]),
	"evidence": [findings.event(event)],
} |
	some pod in _stuck
	some volume in object.get(pod, ["spec", "volumes"], [])
	event := _mount_failures(pod, volume)[0]
	some [kind, name, key] in array.concat(_named(event.message), _keyless(event.message, volume))
]

# Of a key the kubelet names the volume only.
_keyless(text, volume) := [[_kinds[found[1]], name, found[2]] |
	some found in regex.find_all_string_submatch_n(`references non-existent (config|secret) key: ([^\s,\]]+)`, text, 4)
	name := _with_key(volume, _kinds[found[1]], found[2])
]

_has_just_begun(pod) if seen.ago(pod.status.startTime) <= data.config.diagnosis.patienceMinutes * 60

# The latest comes first. What is older than all else that is said of the pod is over.
_mount_failures(pod, volume) := array.reverse([event |
	events := seen.events_of(pod)
	some event in events
	event.reason == "FailedMount"
	startswith(event.message, concat("", ["MountVolume.SetUp failed for volume \"", volume.name, "\""]))
	seen.ago(event.last) - seen.ago(events[count(events) - 1].last) < 600
])

# Pods that have a node, and no container yet.
_stuck := [pod |
	some pod in seen.pods
	pod.status.phase == "Pending"
	pod.spec.nodeName
	not pod.metadata.deletionTimestamp
	every one in containers.all {
		_has_not_begun(one, pod)
	}
]

_has_not_begun(one, pod) if seen.key_of(one.pod) != seen.key_of(pod)

_has_not_begun(one, _) if object.get(one.waiting, "reason", "") in {"ContainerCreating", "PodInitializing"}

# The sources of a volume: {kind, name, items, optional}.
_sources(volume) := [{
	"kind": kind,
	"name": name,
	"items": object.get(source, "items", []),
	"optional": object.get(source, "optional", false),
} |
	some part in array.concat([volume], object.get(volume, ["projected", "sources"], []))
	some [field, kind, path] in [
		["configMap", "ConfigMap", "name"],
		["secret", "Secret", "secretName"],
		["secret", "Secret", "name"],
	]
	source := part[field]
	name := source[path]
]

# The source that a key is missing in: one that asks for it, or the only one.
_with_key(volume, kind, key) := array.concat(
	[source.name | some source in _sources(volume); source.kind == kind; some item in source.items; item.key == key],
	[source.name | some source in _sources(volume); source.kind == kind],
)[0]

# A subPath that its ConfigMap has no key for is made a directory.
_of_sub_paths := [{
	"pod": failed.one.pod,
	"container": failed.one.name,
	"role": failed.one.role,
	"kind": "ConfigMap",
	"name": source.name,
	"key": mount.subPath,
	"reason": concat("", ["subPath of volume ", findings.word(mount.name)]),
	"evidence": [failed.evidence],
} |
	some failed in creating.failed
	some [mount, source] in _sub_paths(failed)
	not mount.subPath in _keys(failed.one.pod, source.name)
]

_lacks_sub_path(failed) if {
	some [mount, source] in _sub_paths(failed)
	not mount.subPath in _keys(failed.one.pod, source.name)
}

_sub_paths(failed) := [[mount, source] |
	failed.how == "mount"
	mount := _mount(failed.one, _mount_path(failed.text))
	some volume in failed.one.pod.spec.volumes
	volume.name == mount.name
	some source in _sources(volume)
	source.kind == "ConfigMap"
]

_mount_path(text) := regex.find_all_string_submatch_n(`to rootfs at \\?"([^"\\]+)`, text, 1)[0][1]

_mount(one, path) := [mount | some mount in object.get(one.spec, "volumeMounts", []); mount.mountPath == path][0]

# A pod that waits and does not say what for lacks what is not there.
_of_silence := [{
	"pod": silent.pod,
	"container": "",
	"kind": "ConfigMap",
	"name": silent.name,
	"key": key,
	"reason": concat("", ["for volume ", findings.word(silent.volume)]),
	"evidence": [findings.field(silent.pod, concat("", ["spec.volumes[", silent.volume, "].configMap.name"]), silent.name)],
} |
	some silent in _silent
	some key in array.concat(_absent(silent), _lacking(silent))
]

_absent(silent) := ["" | seen.absent(_ask(silent.pod, silent.name).id)]

_lacking(silent) := [item.key |
	keys := _keys(silent.pod, silent.name)
	some item in silent.items
	not item.key in keys
]

_silent := [{"pod": pod, "volume": volume.name, "name": source.name, "items": source.items} |
	some pod in _stuck
	seen.ago(object.get(pod, ["status", "startTime"], "")) > 60
	every volume in object.get(pod, ["spec", "volumes"], []) {
		count(_mount_failures(pod, volume)) == 0
	}
	some volume in object.get(pod, ["spec", "volumes"], [])
	some source in _sources(volume)
	source.kind == "ConfigMap"
	source.optional == false
]

# What is worth a look although nobody names it.
_doubts := array.concat(array.slice(_silent, 0, 4), [{"pod": failed.one.pod, "name": source.name} |
	some failed in creating.failed
	some [_, source] in _sub_paths(failed)
])

_ask(pod, name) := asks.get("v1/ConfigMap", seen.namespace_of(pod), name)

# The keys of a ConfigMap. Undefined when it was not seen.
_keys(pod, name) := {key | some part in ["data", "binaryData"]; some key in _names(object.get(data_, part, []))} if {
	data_ := seen.observed(_ask(pod, name).id).data
	data_.metadata
}

_names(part) := part if is_array(part)

else := object.keys(part)

_is_there(need) if {
	need.kind == "ConfigMap"
	_keys(need.pod, need.name)
	need.key == ""
}

_is_there(need) if {
	need.kind == "ConfigMap"
	need.key in _keys(need.pod, need.name)
}

_about(need) := {
	"object": need.pod,
	"container": need.container,
	"fold": concat(" ", [need.kind, need.name, need.key]),
	"values": {"name": need.name, "key": need.key, "namespace": seen.namespace_of(need.pod)},
	"words": _words(need),
	"evidence": need.evidence,
	"next": _back(need).next,
}

_words(need) := {"who": _who(need), "reason": need.reason, "back": _back(need).words}

_who(need) := concat(" ", ["Pods of", _owner(need)]) if need.container == ""

else := concat(" ", [need.role, findings.word(need.container), "of", _owner(need)])

_owner(need) := findings.said(related.root(seen.key_of(need.pod)))

_has(need) := _listed(sort([key | some key in keys]), need) if {
	keys := _keys(need.pod, need.name)
}

else := "its keys were not seen"

_listed(keys, need) := concat("", ["it has ", findings.word(keys), _near_key(need)]) if count(keys) > 0

else := "it has no keys"

_near_key(need) := concat("", [", of which ", findings.word(near), " is nearest"]) if {
	keys := _keys(need.pod, need.name)
	count(keys) > 1
	near := alike.nearest(need.key, keys)
}

else := ""

_near_name(need) := concat("", [" There is ConfigMap ", findings.word(near), "."]) if {
	near := alike.nearest(need.name, {item.metadata.name | some item in seen.few("config maps", seen.namespace_of(need.pod)).data.items})
}

else := ""

# The way back: to the latest revision that asked for no such thing.
_back(need) := {
	"words": $", or roll back to revision {before.revision}, which does not ask for it",
	"next": earlier.back(before),
} if {
	before := [before | some before in earlier.before(need.pod); not _asks_for(before.spec, need)][0]
}

else := {"words": "", "next": null}

_asks_for(spec, need) if {
	some volume in object.get(spec, "volumes", [])
	some source in _sources(volume)
	_is(source, need)
	_has_item(source.items, need.key)
}

_asks_for(spec, need) if {
	some one in array.concat(object.get(spec, "containers", []), object.get(spec, "initContainers", []))
	some variable in object.get(one, "env", [])
	some [field, kind] in [["configMapKeyRef", "ConfigMap"], ["secretKeyRef", "Secret"]]
	reference := variable.valueFrom[field]
	_is({"kind": kind, "name": reference.name}, need)
	need.key in {"", reference.key}
}

_asks_for(spec, need) if {
	some one in array.concat(object.get(spec, "containers", []), object.get(spec, "initContainers", []))
	some source in object.get(one, "envFrom", [])
	some [field, kind] in [["configMapRef", "ConfigMap"], ["secretRef", "Secret"]]
	_is({"kind": kind, "name": source[field].name}, need)
	need.key == ""
}

_is(source, need) if {
	source.kind == need.kind
	source.name == need.name
}

_has_item(_, "") := true

_has_item(items, key) if {
	key != ""
	some item in items
	item.key == key
}
