# METADATA
# title: "Diagnosis: crashes"
# description: >-
#   Containers that end when they should run, or cannot be started: who ended them and why, as far as the cluster's own
#   state says it. What a liveness probe ended is told by the probes; what the program says itself, by its log.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.crashes

import data.lib.asks
import data.lib.containers
import data.lib.findings
import data.lib.logs
import data.lib.seen

# METADATA
# title: "{role} {container} of {owner} is killed for using more memory than its limit of {limit} (OOMKilled)."
# description: The kernel ends a process that goes beyond the memory limit of its container.
# custom:
#   code: memory_limit
#   stage: memory
#   weight: 90
#   remedy: Raise the memory limit of {container} (resources.limits.memory), or find what grows in it.
finding contains findings.of(rego.metadata.rule(), _about(one, {
	"words": {"limit": containers.limit(one, "memory")},
	"evidence": _sizes(one),
})) if {
	some one in _killed_for_memory
	one.ended.exitCode == 137
	not _heap(one)
	containers.limit(one, "memory") != containers.unlimited
}

# METADATA
# title: "{role} {container} of {owner} is killed for want of memory (OOMKilled); it has no memory limit of its own."
# description: Without a limit it shares what its pod or its node has, and the kernel takes who uses most.
# custom:
#   code: memory_of_node
#   stage: memory
#   weight: 90
#   remedy: Give {container} a memory request and a limit that fit what it needs, and see what else uses the memory of node {node}.
finding contains findings.of(rego.metadata.rule(), _about(one, {
	"values": {"node": object.get(one.pod, ["spec", "nodeName"], "unknown")},
	"evidence": _sizes(one),
})) if {
	some one in _killed_for_memory
	one.ended.exitCode == 137
	containers.limit(one, "memory") == containers.unlimited
}

# METADATA
# title: "{role} {container} of {owner} is killed for using more memory than its limit of {limit} (OOMKilled); its own settings allow it a heap of {heap}."
# description: A heap of that size leaves no room for what a program needs besides, such as threads, classes and buffers.
# custom:
#   code: heap_above_limit
#   stage: memory
#   weight: 91
#   remedy: Make the heap a good deal smaller than the memory limit (three quarters of it), or raise the limit above the heap.
finding contains findings.of(rego.metadata.rule(), _about(one, {
	"values": {"heap": heap},
	"words": {"limit": containers.limit(one, "memory")},
	"evidence": _sizes(one),
})) if {
	some one in _killed_for_memory
	heap := _heap(one)
}

# METADATA
# title: "A process of {role} {container} of {owner} is killed for want of memory (limit {limit}), and the container ends with exit code {exit} (OOMKilled)."
# description: The kernel took one process of the container, not its first one, which ended afterwards.
# custom:
#   code: memory_limit_child
#   stage: memory
#   weight: 90
#   remedy: Raise the memory limit of {container} (resources.limits.memory), or let it run fewer or smaller processes.
finding contains findings.of(rego.metadata.rule(), _about(one, {
	"values": {"exit": one.ended.exitCode},
	"words": {"limit": containers.limit(one, "memory")},
	"evidence": _sizes(one),
})) if {
	some one in _killed_for_memory
	one.ended.exitCode != 137
	not _heap(one)
}

_killed_for_memory := [one | some one in containers.failed; one.ended.reason == "OOMKilled"]

# A heap that its own arguments allow, where it does not fit well into the limit.
_heap(one) := setting[0] if {
	limit := units.parse_bytes(one.spec.resources.limits.memory)
	some setting in _heaps(one)
	units.parse_bytes(setting[1]) * 5 > limit * 4
}

_heaps(one) := [[found[0], concat("", [found[1], upper(unit), "iB"])] |
	text := concat(" ", array.concat(
		array.concat(object.get(one.spec, "command", []), object.get(one.spec, "args", [])),
		[line | some when in logs.moments(one); some line in seen.log(one.pod, one.name, when); startswith(line, _announced)],
	))
	some found in regex.find_all_string_submatch_n(`-Xmx(\d+)([kKmMgG])|--max-old-space-size=(\d+)()`, text, -1)
	unit := array.concat([letter | letter := found[2]; letter != ""], ["m"])[0]
	found[1] != ""
]

# A JVM says at its start which options it takes from its environment, whose values nobody else sees.
_announced := "Picked up "

# METADATA
# title: The log of a JVM that takes options from its environment
asks contains asks.want(3, asks.log(one.pod, one.name, when)) if {
	one := [one | some one in _killed_for_memory; _takes_options(one)][0]
	some when in logs.moments(one)
}

_takes_options(one) if {
	some variable in one.spec.env
	variable.name in {"JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"}
}

# METADATA
# title: "Node {node} runs out of memory, and its kernel killed {role} {container} of {owner} (exit code 137, {reason})."
# description: Not the limit of the container was reached but the memory of the node was gone.
# custom:
#   code: node_out_of_memory
#   stage: node
#   weight: 88
#   remedy: Give the pods of that node memory requests that fit what they use, and {container} a limit; move what uses most.
finding contains findings.of(rego.metadata.rule(), _about(one, {
	"values": {"node": event.name, "reason": event.reason},
	"evidence": [findings.event(event)],
})) if {
	some one in _ended_by_signal(137)
	event := _out_of_memory(one)
}

# METADATA
# title: "{role} {container} of {owner} is killed from outside (exit code 137, SIGKILL), and the cluster does not say by whom."
# description: Not for its memory limit (no OOMKilled), and no event tells of a probe; a child that was killed, or somebody on the node.
# custom:
#   code: killed
#   stage: crash
#   weight: 78
#   remedy: See how much memory it uses against its limit, and what the log of the node's kernel says at that time.
finding contains findings.of(rego.metadata.rule(), _about(one, {"evidence": _sizes(one)})) if {
	some one in _ended_by_signal(137)
	not _out_of_memory(one)
}

# METADATA
# title: "{role} {container} of {owner} ends because it is told to (exit code 143, SIGTERM), and the cluster does not say by whom."
# description: No event tells of a probe; another process in the pod, or somebody on the node, sent it.
# custom:
#   code: terminated
#   stage: crash
#   weight: 76
#   remedy: See what in the pod, or on the node, sends SIGTERM; look at its probes, which may have ended it unseen.
finding contains findings.of(rego.metadata.rule(), _about(one, {})) if {
	some one in _ended_by_signal(143)
}

# METADATA
# title: "{role} {container} of {owner} is ended by the kernel for a fault of its program (exit code {exit}, {signal})."
# description: The program itself did what it must not; its machine code, a library, or an assertion.
# custom:
#   code: fault
#   stage: crash
#   weight: 84
#   remedy: Correct the program, or roll back to the image before; with the same image on another node, see whether processor and libraries fit.
finding contains findings.of(rego.metadata.rule(), _about(one, {
	"values": {"exit": one.ended.exitCode},
	"words": {"signal": _signals[_exit(one)]},
	"evidence": _said(one),
})) if {
	some one in _untold
	one.ended.exitCode in containers.faults
}

_exit(one) := $"{one.ended.exitCode}"

_signals := {
	"132": "SIGILL: an instruction that the processor does not know",
	"134": "SIGABRT: it aborted itself",
	"135": "SIGBUS: an address that cannot be",
	"136": "SIGFPE: arithmetic that cannot be",
	"139": "SIGSEGV: segmentation fault",
}

# METADATA
# title: "{role} {container} of {owner} cannot be started: its image holds no {command} ({said})."
# description: The command of the container, or of the image, names a program that is not there or not in its PATH.
# custom:
#   code: command_missing
#   stage: program
#   weight: 92
#   remedy: Correct command (or args) of {container}, or use an image that holds it.
finding contains findings.of(rego.metadata.rule(), _about(start.one, {
	"values": {"command": start.command},
	"words": {"said": _not_found(start.message)},
	"evidence": _commands(start.one),
})) if {
	some start in _starts
	start.how == "missing"
}

# METADATA
# title: "{role} {container} of {owner} cannot be started: {command} may not be executed (permission denied)."
# description: The file is there, without the right to be executed by the user that it runs as.
# custom:
#   code: command_denied
#   stage: program
#   weight: 92
#   remedy: Make it executable in the image (chmod +x), or on a ConfigMap's volume by defaultMode 0755; or run it by its interpreter.
finding contains findings.of(rego.metadata.rule(), _about(start.one, {
	"values": {"command": start.command},
	"evidence": _commands(start.one),
})) if {
	some start in _starts
	start.how == "denied"
}

# METADATA
# title: "{role} {container} of {owner} cannot be started: {command} is built for another kind of processor, or is no program (exec format error)."
# description: An image is built for one architecture or several; a script needs a first line (#!).
# custom:
#   code: command_format
#   stage: program
#   weight: 92
#   remedy: Use an image that is built for the architecture of the node{arch}, or begin the script with its interpreter (#!).
finding contains findings.of(rego.metadata.rule(), _about(start.one, {
	"values": {"command": start.command},
	"words": {"arch": concat("", [concat("", [", ", findings.word(arch)]) | some arch in containers.architecture(start.one)])},
	"evidence": _commands(start.one),
})) if {
	some start in _starts
	start.how == "format"
}

# METADATA
# title: "{role} {container} of {owner} cannot be started: {command} is a folder (is a directory)."
# description: A mount over a file, or a wrong path.
# custom:
#   code: command_folder
#   stage: program
#   weight: 90
#   remedy: Correct command of {container}; see that no volume is mounted where the program should be.
finding contains findings.of(rego.metadata.rule(), _about(start.one, {
	"values": {"command": start.command},
	"evidence": _commands(start.one),
})) if {
	some start in _starts
	start.how == "directory"
}

# METADATA
# title: "{role} {container} of {owner} cannot be started: neither it nor its image says what to run (no command specified)."
# description: The image has no entry point.
# custom:
#   code: command_none
#   stage: program
#   weight: 90
#   remedy: Set command of {container}, or use an image with an entry point.
finding contains findings.of(rego.metadata.rule(), _about(start.one, {})) if {
	some start in _starts
	start.how == "none"
}

# METADATA
# title: "{role} {container} of {owner} cannot be started by the container runtime ({reason})."
# description: What it says stands in the evidence.
# custom:
#   code: start_failed
#   stage: program
#   weight: 86
#   remedy: Read the message in the evidence and correct what it names.
finding contains findings.of(rego.metadata.rule(), _about(start.one, {
	"values": {"reason": start.reason},
	"evidence": _commands(start.one),
})) if {
	some start in _starts
	start.how in {"other", ""}
	not contains(start.message, "mount a directory onto a file")
}

# What could not be started, by the words of the runtime.
_starts := [{"one": one, "how": how, "command": command, "reason": reason, "message": message} |
	some one in containers.failed
	some [reason, message] in [_refusal(one)]
	how := containers.starts_badly(message)
	command := _command(one, message)
]

_not_found(message) := "executable file not found" if contains(message, "executable file")

else := "no such file or directory"

_refusal(one) := [one.ended.reason, object.get(one.ended, "message", "")] if {
	one.ended.reason in {"StartError", "ContainerCannotRun"}
}

else := [one.waiting.reason, object.get(one.waiting, "message", "")] if {
	one.waiting.reason in {"RunContainerError", "StartError", "CreateContainerError"}
}

_command(one, message) := array.concat(
	[found[0][1] |
		some form in [`exec: "([^"]+)"`, "executable file `([^`]+)`", `exec: ([^\s:"]+)`, `exec ([^\s:"]+): exec format`]
		found := regex.find_all_string_submatch_n(form, message, 1)
		count(found) > 0
	],
	array.concat([command | command := one.spec.command[0]], ["its command"]),
)[0]

# METADATA
# title: "{role} {container} of {owner} ends with exit code 127: a command that it, or its script, calls is not there (not found)."
# description: A shell gives that exit code for a command that it does not find.
# custom:
#   code: exit_not_found
#   stage: crash
#   weight: 84
#   remedy: Correct command and args of {container}, or add the command to its image.
finding contains findings.of(rego.metadata.rule(), _about(one, {"evidence": array.concat(_said(one), _commands(one))})) if {
	some one in _untold
	one.ended.exitCode == 127
}

# METADATA
# title: "{role} {container} of {owner} ends with exit code 126: a command that it, or its script, calls cannot be executed (permission denied)."
# description: A shell gives that exit code for a file that is no program, or that it may not execute.
# custom:
#   code: exit_not_executable
#   stage: crash
#   weight: 84
#   remedy: Make the file executable (chmod +x; defaultMode 0755 on a ConfigMap's volume), or call it by its interpreter.
finding contains findings.of(rego.metadata.rule(), _about(one, {"evidence": array.concat(_said(one), _commands(one))})) if {
	some one in _untold
	one.ended.exitCode == 126
}

# METADATA
# title: "{role} {container} of {owner} does its work and ends (exit code 0, Completed), and is started again each time."
# description: A container that should serve must not come to its end; with restartPolicy Always it is started again.
# custom:
#   code: completes
#   stage: crash
#   weight: 82
#   remedy: Let its command stay in the foreground; what has an end belongs into a Job or CronJob.
finding contains findings.of(rego.metadata.rule(), _about(one, {"evidence": array.concat(_said(one), _commands(one))})) if {
	some one in _untold
	one.ended.exitCode == 0
}

# METADATA
# title: "{role} {container} of {owner} is ended each time because its postStart hook fails (FailedPostStartHook)."
# description: A container whose postStart hook does not come to a good end is killed.
# custom:
#   code: hook_failed
#   stage: program
#   weight: 90
#   remedy: Correct the command of lifecycle.postStart of {container}, or do that work in an init container.
finding contains findings.of(rego.metadata.rule(), _about(one, {})) if {
	some one in containers.failed
	_hook_fails(one)
	not one.key in logs.telling
}

_hook_fails(one) if containers.hooked(one)

_hook_fails(one) if one.waiting.reason == "PostStartHookError"

# METADATA
# title: "{role} {container} of {owner} was lost with what ran on node {node} (exit code {exit}, {reason})."
# description: The node was restarted or reset, and nobody saw the container end.
# custom:
#   code: lost
#   stage: node
#   weight: 70
#   remedy: See why node {node} restarted; if the container starts again and stays, nothing else is to do.
finding contains findings.of(rego.metadata.rule(), _about(one, {"values": {
	"node": object.get(one.pod, ["spec", "nodeName"], "unknown"),
	"exit": one.ended.exitCode,
	"reason": one.ended.reason,
}})) if {
	some one in containers.failed
	one.ended.reason in {"ContainerStatusUnknown", "Unknown"}
}

# METADATA
# title: "{role} {container} of {owner} {fails}; its log names no known reason."
# description: The program ends by itself.
# custom:
#   code: crash
#   stage: crash
#   weight: 80
#   remedy: "{first}Read what it says before it ends, in the evidence or in its whole log."
finding contains findings.of(rego.metadata.rule(), _about(one, {
	"words": {"fails": containers.fails(one), "first": _first(one)},
	"said": _said(one),
	"next": _next(one),
})) if {
	some one in _unknown
	logs.last(one)
}

# METADATA
# title: "{role} {container} of {owner} {fails}; its log was not seen, or is empty."
# description: The program ends by itself.
# custom:
#   code: crash_unseen
#   stage: crash
#   weight: 79
#   remedy: "{first}Read its log."
finding contains findings.of(rego.metadata.rule(), _about(one, {
	"words": {"fails": containers.fails(one), "first": _first(one)},
	"next": _next(one),
})) if {
	some one in _unknown
	not logs.last(one)
}

# Neither its state nor its log says why.
_untold := [one |
	some one in containers.failed
	not containers.is_explained(one)
	not one.key in logs.telling
	not _hook_fails(one)
]

_unknown := [one |
	some one in _untold
	exit := object.get(one.ended, "exitCode", -1)
	not exit in {0, 126, 127, 137, 143}
	not exit in containers.faults
	object.get(one.ended, "reason", "") != "Unknown"
]

_ended_by_signal(exit) := [one | some one in _untold; one.ended.exitCode == exit]

_about(one, more) := object.union(object.union({"next": containers.cure(one)}, object.remove(more, ["said"])), {
	"object": one.pod,
	"container": one.name,
	"words": object.union({"role": one.role}, object.get(more, "words", {})),
	"reaches": containers.held(one),
	"evidence": array.concat(
		array.concat(object.get(more, "said", []), array.slice(containers.state(one), 0, 1)),
		array.concat(
			object.get(more, "evidence", []),
			array.concat(array.slice(containers.state(one), 1, 9), containers.warnings(one)),
		),
	),
})

_sizes(one) := [findings.field(one.pod, concat(".", [one.place, "resources"]), concat("; ", sizes)) |
	sizes := [concat(" ", [part, findings.words(map)]) |
		some part in ["limits", "requests"]
		map := one.spec.resources[part]
	]
	count(sizes) > 0
]

_commands(one) := [findings.field(one.pod, concat(".", [one.place, field]), one.spec[field]) |
	some field in ["command", "args"]
	one.spec[field]
]

# The last lines that it said, without those that speak to a model.
_said(one) := [findings.log(one.pod, one.name, last.when, line) |
	last := logs.telling_lines(one)
	some line in last.lines
]

_first(one) := "Return to the revision before, whose pods are ready. " if containers.has_elder(one)

else := ""

# Back to what worked, or a closer look.
_next(one) := containers.cure(one) if containers.has_elder(one)

else := _reading(one)

_reading(one) := {
	"tool": "logs",
	"arguments": {
		"pod": one.pod.metadata.name,
		"namespace": seen.namespace_of(one.pod),
		"container": one.name,
		"previous": containers.started_again(one),
	},
	"check": {
		"verb": "get",
		"kind": "v1/Pod",
		"subresource": "log",
		"namespace": seen.namespace_of(one.pod),
		"name": one.pod.metadata.name,
	},
}

# METADATA
# title: What the node says, where a container was killed and nobody says by whom
asks contains asks.want(4, asks.list(concat(" ", ["events of node", node]), "v1/Event", "default", {
	"where": [[{"path": "involvedObject.kind", "is": ["Node"]}, {"path": "involvedObject.name", "is": [node]}]],
	"options": {"view": "object", "limit": data.config.diagnosis.objects, "sortBy": "-lastTimestamp"},
})) if {
	some one in _ended_by_signal(137)
	node := one.pod.spec.nodeName
}

_out_of_memory(one) := [event |
	some event in seen.events
	event.kind == "Node"
	event.name == one.pod.spec.nodeName
	event.reason in {"SystemOOM", "OOMKilling"}
	abs(seen.ago(event.last) - seen.ago(one.ended.finishedAt)) < 300
][0]

# METADATA
# title: The node of a program that may be built for another one
asks contains asks.want(4, asks.get("v1/Node", "", one.pod.spec.nodeName)) if {
	some one in containers.failed
	_may_not_fit(one)
	one.pod.spec.nodeName
}

_may_not_fit(one) if one.ended.exitCode == 255

_may_not_fit(one) if containers.starts_badly(object.get(one.ended, "message", "")) == "format"

_may_not_fit(one) if one.key in _speaking_of_format

_speaking_of_format := {tale.one.key | some tale in logs.told; tale.kind == "format"}
