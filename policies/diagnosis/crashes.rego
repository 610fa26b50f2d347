# METADATA
# title: "Diagnosis: crashes"
# description: Containers that end when they should run, and who ended them.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.crashes

import data.lib.asks
import data.lib.containers
import data.lib.findings

# The log before the restart tells most.
# METADATA
# title: The logs of what failed
asks contains asks.want(2, asks.log(one.pod, one.name, when)) if {
	some one in containers.failed
	some when in containers.tellings(one)
}

# METADATA
# title: "{container} of {owner} is killed for using more memory than its limit of {limit} (OOMKilled)."
# description: The kernel ends a process that goes beyond the memory limit of its container.
# custom:
#   code: memory_limit
#   stage: memory
#   weight: 90
#   remedy: Raise the memory limit of {container}, or find what grows in it.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.pod,
	"container": one.name,
	"values": {"limit": object.get(one.spec, ["resources", "limits", "memory"], "unknown")},
	"evidence": containers.evidence(one),
}) if {
	some one in containers.failed
	one.ended.reason == "OOMKilled"
}

# METADATA
# title: "{container} of {owner} ends again and again, with exit code {exit}."
# description: The program ends by itself.
# custom:
#   code: crash
#   stage: crash
#   weight: 80
#   remedy: Read what it says before it ends.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.pod,
	"container": one.name,
	"values": {"exit": one.ended.exitCode},
	"evidence": containers.evidence(one),
}) if {
	some one in containers.failed
	one.ended.exitCode
	one.ended.reason != "OOMKilled"
}
