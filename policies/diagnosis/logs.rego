# METADATA
# title: "Diagnosis: logs"
# description: >-
#   What a program that fails, or is not ready, says is wrong with itself or with what it was given. Only where the
#   cluster's own state shows that it fails, and does not say why.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.logs

import data.lib.asks
import data.lib.containers
import data.lib.earlier
import data.lib.findings
import data.lib.logs
import data.lib.related
import data.lib.seen
import data.lib.tales

# METADATA
# title: The logs of what fails
# description: Of each container and workload one or two pods; what concerns the target first.
asks contains asks.want(2, request) if some request in array.slice(_requests, 0, data.config.diagnosis.logs)

_requests := [entry[4] |
	some entry in sort({[_far(one), at, place, order, request] |
		some members in _groups
		some at, one in array.slice(members, 0, 2)
		some order, when in array.slice(logs.moments(one), 0, 2 - at)
		place := one.key
		request := asks.log(one.pod, one.name, when)
	})
]

_groups := [[logs.subjects[at] | some [_, _, at] in sort(members)] | some _, members in _members]

# By their place: a dump may hold two of one name.
_members[group] contains [_rank(one), one.key, at] if {
	some at, one in logs.subjects
	group := concat(" ", [containers.group(one), $"{one.fails}"])
	not _has_no_log(one)
}

# Asked for, and none there: another pod may have one.
_has_no_log(one) if {
	every when in logs.moments(one) { seen.observed(seen.log_id(one.pod, one.name, when)).outcome == "fault" }
}

_rank(one) := 0 if one.waiting.reason

else := 1

_far(one) := 0 if seen.target.key in related.reaches(seen.key_of(one.pod))

else := 1

# METADATA
# title: The revisions before, where they work and this one does not
asks contains earlier.ask(one.pod) if {
	some one in containers.failed
	containers.has_elder(one)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its program runs out of the memory that it gives itself ({what}); the limit is {limit}."
# description: The heap has a size of its own, which is below the limit of the container; the kernel did not end it.
# custom:
#   code: heap_exhausted
#   stage: memory
#   weight: 88
#   remedy: Give its heap more memory (-Xmx or -XX:MaxRAMPercentage; --max-old-space-size), with the limit above it; or find what grows.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"what": _heap(lower(tale.line)), "limit": containers.limit(tale.one, "memory")},
	"evidence": _sizes(tale.one),
})) if {
	some tale in tales.of("heap")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: it gets no more memory from the kernel (Cannot allocate memory); the limit is {limit}."
# description: A limit of the process, or of the node, is reached before that of the container.
# custom:
#   code: no_memory
#   stage: memory
#   weight: 85
#   remedy: Raise the memory limit of {container}, or let it ask for less; see how much is free on its node.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"limit": containers.limit(tale.one, "memory")},
	"evidence": _sizes(tale.one),
})) if {
	some tale in tales.of("memory")
}

# METADATA
# title: "Processes of {container} of {owner} are killed, most likely for want of memory (SIGKILL; limit {limit}); the container itself {lives}."
# description: The kernel may end one process of a container and leave its first one; such an end is in no state.
# custom:
#   code: child_killed
#   stage: memory
#   weight: 88
#   remedy: Raise the memory limit of {container}, or let it run fewer or smaller worker processes.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"limit": containers.limit(tale.one, "memory"), "lives": _life(tale.one)},
})) if {
	some tale in tales.of("child_killed")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: it cannot start another thread or process."
# description: The number of processes is limited by the node (podPidsLimit), or memory is short.
# custom:
#   code: no_thread
#   stage: memory
#   weight: 84
#   remedy: Find what starts so many threads, or have the limit of processes of the node raised.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {})) if {
	some tale in tales.of("threads")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: no space is left where it writes{path}{volume} (No space left on device)."
# description: A volume, or the disk of the node, is full.
# custom:
#   code: disk_full
#   stage: program
#   weight: 90
#   remedy: Free space there or enlarge the volume; a claim grows by its spec.resources.requests.storage where its class allows it.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"path": tales.after(", ", tales.named(tale, "path")), "volume": tales.after(", on claim ", _claims(tale))},
	"evidence": array.concat(_mounts(tale.one), [findings.field(claim, "status.capacity", claim.status.capacity) |
		some name in _claims(tale)
		claim := seen.objects("PersistentVolumeClaim")[seen.key("PersistentVolumeClaim", seen.namespace_of(tale.one.pod), name)]
	]),
})) if {
	some tale in tales.of("disk_full")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: it and what it works with do not go together in their versions (incompatible version)."
# description: Data, a server or a library is of another version than the program can work with.
# custom:
#   code: version_mismatch
#   stage: program
#   weight: 88
#   remedy: Use the version that the evidence asks for, or migrate the data as the program's documentation says; a rollback of the image may do.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"evidence": _mounts(tale.one)})) if {
	some tale in tales.of("version")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: data that it reads is damaged (corrupt)."
# description: A file is not what the program wrote; a crash, a full disk or a fault of the storage may have done it.
# custom:
#   code: data_corrupt
#   stage: program
#   weight: 89
#   remedy: Have a person copy the volume first; then repair the file with the program's own tool, restore a backup, or let a replica build it anew.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"evidence": _mounts(tale.one)})) if {
	some tale in tales.of("corrupt")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its license is not valid, or is not there (license)."
# description: The program does not run without one.
# custom:
#   code: license_invalid
#   stage: program
#   weight: 87
#   remedy: Have a person renew the license, and put it where the program reads it.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {})) if {
	some tale in tales.of("license")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its data belongs to another cluster or node than the one it joins (cluster ID mismatch)."
# description: The identity that is kept in its volume is not the one of the cluster that it finds.
# custom:
#   code: identity_mismatch
#   stage: program
#   weight: 87
#   remedy: Check that it joins the right cluster and has its own volume; only data that may be lost is emptied.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"evidence": _mounts(tale.one)})) if {
	some tale in tales.of("identity")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its own threads wait for each other (deadlock)."
# description: Each holds what another one waits for, so that none goes on.
# custom:
#   code: deadlock
#   stage: program
#   weight: 88
#   remedy: Correct the order of the locks in the program, or roll back to the version before; a restart helps for a while.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {})) if {
	some tale in tales.of("deadlock")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: it has too many files open, or watches too many."
# description: "The number of open files and of watches (inotify) is limited, the latter for a whole node."
# custom:
#   code: too_many_files
#   stage: program
#   weight: 83
#   remedy: Find what is not closed, or have the limit raised (nofile; fs.inotify.max_user_instances and max_user_watches of the node).
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {})) if {
	some tale in tales.of("files")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: it writes to{path} a file system that is read-only."
# description: The root of the container (readOnlyRootFilesystem), or a mount, cannot be written to.
# custom:
#   code: read_only
#   stage: program
#   weight: 86
#   remedy: Mount an emptyDir where it writes, let it write elsewhere, or take the mount's readOnly away.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"path": tales.after(" ", [concat("", [findings.word(path), ","]) | some path in tales.named(tale, "path")])},
	"evidence": array.concat(_security(tale.one), _mounts(tale.one)),
})) if {
	some tale in tales.of("read_only")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: it may not listen on port {port} (permission denied)."
# description: Ports below 1024 need a privilege (NET_BIND_SERVICE), which a user other than root does not have.
# custom:
#   code: port_forbidden
#   stage: program
#   weight: 87
#   remedy: Let it listen on a port from 1024 on, and point the Service's targetPort there; or add the capability NET_BIND_SERVICE.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"values": {"port": tale.words.port},
	"evidence": _security(tale.one),
})) if {
	some tale in tales.of("permission")
	_is_about_a_port(tale)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: it may not use{path} (permission denied)."
# description: The user that it runs as has no right to that file, folder or call.
# custom:
#   code: permission_denied
#   stage: program
#   weight: 86
#   remedy: Give that user the right (securityContext runAsUser and fsGroup, the rights in the image), or let it use another place.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"path": _path(tale, " what it needs")},
	"evidence": array.concat(_security(tale.one), _mounts(tale.one)),
})) if {
	some tale in tales.of("permission")
	not _is_about_a_port(tale)
	not _is_a_command(tale)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: it may not execute{path} (permission denied)."
# description: A shell gives exit code 126 for a file that is there, and may not be executed.
# custom:
#   code: not_executable
#   stage: program
#   weight: 86
#   remedy: Make it executable in the image (chmod +x), or on a ConfigMap's volume by defaultMode 0755; or call it by its interpreter.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"path": _path(tale, " a command of it")},
	"evidence": array.concat(_mounts(tale.one), _commands(tale.one)),
})) if {
	some tale in tales.of("permission")
	_is_a_command(tale)
}

_is_a_command(tale) if {
	tale.one.fails
	tale.one.ended.exitCode == 126
}

# METADATA
# title: "{role} {container} of {owner} {fails}: port {port} is in use already{by} (address already in use)."
# description: Containers of a pod share their ports; with hostNetwork they share those of the node.
# custom:
#   code: port_in_use
#   stage: program
#   weight: 87
#   remedy: Give one of them another port.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"port": port, "by": tales.after(", by container ", _listeners(tale, port))},
	"evidence": _ports(tale.one),
})) if {
	some tale in tales.of("port_in_use")
	port := _port(tale)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: it does not find {module}, which its image should hold."
# description: A module, a class, a library or an archive is missing, or stands elsewhere.
# custom:
#   code: module_missing
#   stage: program
#   weight: 85
#   remedy: Build the image with it, or correct the command or the path that leads there; roll back if an image before it works.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"values": {"module": _module(tale)}})) if {
	some tale in tales.of("module")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its program is built for another kind of processor than that of its node{arch} (exec format error)."
# description: An image is built for one architecture or several; or a script lacks its first line (#!).
# custom:
#   code: exec_format
#   stage: program
#   weight: 90
#   remedy: Use an image that is built for the architecture of the node, or keep the pod on nodes of the other one (nodeSelector kubernetes.io/arch).
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"arch": tales.after(", ", containers.architecture(tale.one))},
})) if {
	some tale in tales.of("format")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its program does not know the argument{flag}."
# description: The arguments of the container are not those that this version of the program takes.
# custom:
#   code: unknown_flag
#   stage: program
#   weight: 86
#   remedy: Correct args (or command) of {container}; compare them with what this version of the program takes.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"flag": tales.after(" ", tales.named(tale, "flag"))},
	"evidence": _commands(tale.one),
})) if {
	some tale in tales.of("flag")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its image holds no command{command} (not found)."
# description: A script calls what is not there, or not in its PATH.
# custom:
#   code: command_unknown
#   stage: program
#   weight: 86
#   remedy: Add the command to the image, or correct its name in command, args or the script.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"command": tales.after(" ", tales.named(tale, "command"))},
	"evidence": _commands(tale.one),
})) if {
	some tale in tales.of("command")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: the environment variable {variable} is missing."
# description: The program wants it, and its container does not have it, or has it empty.
# custom:
#   code: variable_missing
#   stage: program
#   weight: 87
#   remedy: Set {variable} for {container}, in env or from a ConfigMap or Secret.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"values": {"variable": tale.words.variable},
	"evidence": _variables(tale.one),
})) if {
	some tale in tales.of("variable")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: there is no file{path} (no such file or directory)."
# description: It is not in the image, nor in a volume that is mounted.
# custom:
#   code: file_missing
#   stage: program
#   weight: 86
#   remedy: Mount the ConfigMap, Secret or volume that holds it, or correct the path; in a script, its first line (#!) may name what is missing.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"path": _path(tale, " that it needs")},
	"evidence": array.concat(_mounts(tale.one), _commands(tale.one)),
})) if {
	some tale in tales.of("file")
	not _lacking(tale)
}

# METADATA
# title: "{role} {container} of {owner} {fails}: there is no file {path} (no such file or directory); ConfigMap {map}, which is mounted there, has {keys}."
# description: Each key of a ConfigMap becomes a file of its volume; a key of another name, another file.
# custom:
#   code: file_not_in_configmap
#   stage: program
#   weight: 89
#   remedy: Name the key of ConfigMap {map} as the program wants its file, or give the program the name that there is.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"values": {"path": tale.words.path, "map": map.metadata.name, "keys": _keys(map)},
	"evidence": array.concat([findings.field(map, "data", _keys(map))], _mounts(tale.one)),
})) if {
	some tale in tales.of("file")
	map := _lacking(tale)
}

# METADATA
# title: The ConfigMap that is mounted where a file is missed
# description: Its keys are shown, what they hold is not.
asks contains asks.want(3, asks.get("v1/ConfigMap", seen.namespace_of(tale.one.pod), name)) if {
	some tale in tales.of("file")
	name := _mapped(tale)
}

_mapped(tale) := [volume.configMap.name |
	some mount in tale.one.spec.volumeMounts
	startswith(tale.words.path, concat("", [trim_right(mount.mountPath, "/"), "/"]))
	some volume in tale.one.pod.spec.volumes
	volume.name == mount.name
	not volume.configMap.items
][0]

_lacking(tale) := map if {
	map := seen.objects("ConfigMap")[seen.key("ConfigMap", seen.namespace_of(tale.one.pod), _mapped(tale))]
	not array.reverse(split(tale.words.path, "/"))[0] in _keys(map)
}

# The names of keys, in place of the map that holds them.
_keys(map) := sort([key | some part in ["data", "binaryData"]; some key in map[part]])

# METADATA
# title: "{role} {container} of {owner} {fails}: it cannot read its configuration{place}."
# description: A file, or a value, has not the form that the program wants.
# custom:
#   code: bad_configuration
#   stage: program
#   weight: 85
#   remedy: Correct what the evidence names, in the ConfigMap or Secret it comes from, and restart.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"place": _place(tale)},
	"evidence": _mounts(tale.one),
})) if {
	some tale in tales.of("config")
}

# METADATA
# title: "{role} {container} of {owner} {fails}: its program breaks off with an unhandled error{error}."
# description: A panic, an exception or a fault of the program itself.
# custom:
#   code: unhandled_error
#   stage: program
#   weight: 83
#   remedy: Correct the program, or roll back to the version before; the evidence shows where it breaks off.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {
	"words": {"error": tales.after(": ", tales.named(tale, "error"))},
})) if {
	some tale in tales.of("panic")
}

# METADATA
# title: "{role} {container} of {owner} {fails}; its log tells of {kind}."
# description: A kind of line that the operator added under data.config.diagnosis.says.
# custom:
#   code: log_tells
#   stage: program
#   weight: 82
#   remedy: Read the line in the evidence.
finding contains findings.of(rego.metadata.rule(), tales.about(tale, {"values": {"kind": tale.kind}, "fold": tale.kind})) if {
	some tale in logs.told
	not tale.kind in logs.kinds
}

# Where it stands, or what it is called.
_place(tale) := tales.after(", at ", [concat(":", place)]) if {
	place := array.concat(tales.named(tale, "path"), tales.named(tale, "place"))
	count(place) > 0
}

else := tales.after(", at ", tales.named(tale, "setting"))

_life(one) := containers.fails(one) if one.fails

else := "lives"

_module(tale) := array.concat(tales.named(tale, "module"), ["something"])[0]

_port(tale) := array.concat([findings.word(port) | some port in tales.named(tale, "port")], ["that it wants"])[0]

_path(tale, otherwise) := array.concat([tales.after(" ", [path]) | some path in tales.named(tale, "path")], [otherwise])[0]

_heap(low) := [said |
	some [words, said] in [
		["java heap space", "Java heap space"],
		["gc overhead limit", "GC overhead limit exceeded"],
		["metaspace", "Metaspace"],
		["heap out of memory", "JavaScript heap out of memory"],
		["javascript heap", "JavaScript heap out of memory"],
		["allowed memory size", "memory_limit of PHP"],
		["outofmemoryerror", "out of memory"],
		["memoryerror", "MemoryError"],
		["", "out of memory"],
	]
	contains(low, words)
][0]

_is_about_a_port(tale) if {
	to_number(tale.words.port) < 1024
	some word in ["bind", "listen", "socket", "0.0.0.0:", ":::", "[::]:"]
	contains(lower(tale.line), word)
}

# The claims that are mounted at, or above, the path of the line; of a container with one claim, that one.
_claims(tale) := [name |
	some mount in object.get(tale.one.spec, "volumeMounts", [])
	_is_below(tale, mount.mountPath)
	name := _claim(tale.one.pod, mount.name)
]

_is_below(tale, _) if {
	not _is_absolute(tale)
	count([1 | some mount in tale.one.spec.volumeMounts; _claim(tale.one.pod, mount.name)]) == 1
}

_is_below(tale, folder) if startswith(tale.words.path, folder)

_is_absolute(tale) if startswith(tale.words.path, "/")

_claim(pod, volume) := [one.persistentVolumeClaim.claimName | some one in pod.spec.volumes; one.name == volume][0]

_mounts(one) := [_of_spec(one, "volumeMounts", mounts) |
	mounts := [concat(" ", array.concat([mount.mountPath, "from", mount.name], ["(read-only)" | mount.readOnly])) |
		some mount in object.get(one.spec, "volumeMounts", [])
	]
	count(mounts) > 0
]

_security(one) := array.concat(
	[_of_spec(one, "securityContext", object.filter(one.spec.securityContext, _identity)) | one.spec.securityContext],
	[findings.field(one.pod, "spec.securityContext", object.filter(one.pod.spec.securityContext, _identity)) |
		one.pod.spec.securityContext != {}
	],
)

_identity := ["runAsUser", "runAsGroup", "runAsNonRoot", "fsGroup", "readOnlyRootFilesystem"]

_sizes(one) := array.concat(
	[_of_spec(one, "resources.limits", one.spec.resources.limits) | one.spec.resources.limits],
	_commands(one),
)

_commands(one) := [_of_spec(one, field, one.spec[field]) | some field in ["command", "args"]; one.spec[field]]

_variables(one) := array.concat(
	[_of_spec(one, "env", names) |
		names := [variable.name | some variable in object.get(one.spec, "env", [])]
		count(names) > 0
	],
	[_of_spec(one, "envFrom", names) |
		names := [concat(" ", [kind, from[field].name]) |
			some from in object.get(one.spec, "envFrom", [])
			some field, kind in {"configMapRef": "ConfigMap", "secretRef": "Secret"}
		]
		count(names) > 0
	],
)

_ports(one) := [_of_spec(other, "ports", [port.containerPort | some port in other.spec.ports]) |
	some other in containers.all
	seen.key_of(other.pod) == seen.key_of(one.pod)
	other.spec.ports
]

_listeners(tale, port) := [other.name |
	some other in containers.all
	seen.key_of(other.pod) == seen.key_of(tale.one.pod)
	other.name != tale.one.name
	some one in other.spec.ports
	$"{one.containerPort}" == port
]

_of_spec(one, field, value) := findings.field(one.pod, concat(".", [one.place, field]), value)
