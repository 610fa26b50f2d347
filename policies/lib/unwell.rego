# METADATA
# title: Unwell
# description: >-
#   Which objects of a kind are worth a close look, as conditions of a list: the gate counts the others and leaves them
#   out, so that a namespace of thousands costs as much as one of ten. Knows no finding.
package lib.unwell

# METADATA
# title: Conditions by kind
# description: Any of them will do. A kind that is not here is looked at whole.
where := {
	"Pod": array.concat(
		[
			[{"path": "status.phase", "not": ["Running", "Succeeded"]}],
			[{"path": "metadata.deletionTimestamp"}],
			[{"path": "spec.schedulingGates[*].name"}],
			[
				{"path": "status.phase", "is": ["Running"]},
				{"path": "status.containerStatuses[*].ready", "is": ["false"]},
			],
			[
				{"path": "status.phase", "is": ["Running"]},
				{"path": "status.conditions[*].status", "is": ["False", "Unknown"]},
			],
		],
		[condition |
			some list in ["containerStatuses", "initContainerStatuses"]
			some condition in [
				[{"path": $"status.{list}[*].state.waiting.reason"}],
				[{"path": $"status.{list}[*].state.terminated.exitCode", "not": ["0"]}],
				[{"path": $"status.{list}[*].lastState.terminated.exitCode"}],
			]
		],
	),
	"PersistentVolumeClaim": [
		[{"path": "status.phase", "not": ["Bound"]}],
		[{"path": "metadata.deletionTimestamp"}],
		[{"path": "status.conditions[*].type"}],
	],
	"Node": [
		[{"path": "status.conditions[*].type", "is": ["Ready"]}, {"path": "status.conditions[*].status", "is": ["Unknown"]}],
		[{"path": "status.conditions[*].reason", "is": [
			"KubeletNotReady",
			"NodeStatusUnknown",
			"KubeletHasDiskPressure",
			"KubeletHasInsufficientMemory",
			"KubeletHasInsufficientPID",
			"NoRouteCreated",
		]}],
		[{"path": "spec.unschedulable", "is": ["true"]}],
		[{"path": "spec.taints[*].effect"}],
	],
	"Namespace": [[{"path": "status.phase", "is": ["Terminating"]}]],
	"Job": [
		[{"path": "status.failed"}],
		[{"path": "status.active"}],
		[{"path": "status.conditions[*].type", "is": ["Failed", "Suspended", "FailureTarget"]}],
		[{"path": "spec.suspend", "is": ["true"]}],
	],
	"PodDisruptionBudget": [[{"path": "status.disruptionsAllowed", "is": ["0"]}]],
}
