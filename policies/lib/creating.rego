# METADATA
# title: Creating
# description: >-
#   Containers that the kubelet cannot create or start, and which of its reasons it gives. What a program does once it runs
#   is not told here. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.creating

import data.lib.containers
import data.lib.findings

# METADATA
# title: Containers that are not created
# description: >-
#   {one, text, how, evidence}: the container, the kubelet's words, which of its reasons they give ("other" when it is none
#   that is known here), and the line that shows them.
failed := [{
	"one": one,
	"text": said.text,
	"how": _how(said.text),
	"evidence": findings.field(one.pod, concat(".", [one.path, said.field]), findings.ends(said.text)),
} |
	some one in containers.all
	not one.pod.metadata.deletionTimestamp
	said := _said(one)
]

_said(one) := {"field": "state.waiting.message", "text": object.get(one.waiting, "message", "")} if {
	one.waiting.reason in {"CreateContainerConfigError", "CreateContainerError", "RunContainerError"}
}

else := {"field": "ended.message", "text": one.ended.message} if {
	one.ended.reason in {"StartError", "ContainerCannotRun"}
	not one.running.startedAt
}

_how(text) := array.concat(
	[how |
		some [how, form] in _forms
		regex.match(form, text)
	],
	["other"],
)[0]

# The words of kubelets and container runtimes. The first that fits tells most.
_forms := [
	["key", `couldn't find key \S+ in (ConfigMap|Secret) `],
	["object", `(configmap|secret) "[^"]+" not found`],
	["root", `image will run as root`],
	["user", `has non-numeric user`],
	["nobody", `unable to find user|no matching entries in passwd file|no users found`],
	["zero", `runAsUser breaks non-root policy`],
	["apparmor", `(?i)apparmor`],
	["seccomp", `(?i)seccomp`],
	["mount", `(?i)not a directory.*(mount|directory onto a file)|(mount|directory onto a file).*not a directory`],
	["stuck", `failed to reserve container name|is already in use by|context deadline exceeded|DeadlineExceeded`],
]
