# METADATA
# title: Noise
# description: >-
#   What of an object nobody misses who wants to know what it is: bookkeeping, what is told elsewhere, and what the API server
#   fills in by itself. Knows no tool.
# schemas:
#   - data.config: schema.config
package lib.noise

# METADATA
# title: JSON pointers of what can be left out
pointers(object_) := array.concat(_always, sort(((_usual(object_) | _filled(object_)) | (_mounted(object_) | _protocols(object_)))))

# Its name, its owners and its conditions are told beside it.
_always := [
	"/apiVersion",
	"/kind",
	"/metadata/annotations",
	"/metadata/creationTimestamp",
	"/metadata/generation",
	"/metadata/name",
	"/metadata/namespace",
	"/metadata/ownerReferences",
	"/metadata/uid",
	"/status/conditions",
	"/status/nodeInfo/architecture",
	"/status/nodeInfo/bootID",
	"/status/nodeInfo/kubeProxyVersion",
	"/status/nodeInfo/machineID",
	"/status/nodeInfo/operatingSystem",
	"/status/nodeInfo/systemUUID",
	"/status/observedGeneration",
]

# Where a kind keeps the spec of its pods.
_places := {split(path, ".") | some path in data.config.workload.templates}

_usual(object_) := {_pointer(array.concat(place, [field])) |
	some place in _places
	some field, value in {
		"restartPolicy": "Always",
		"schedulerName": "default-scheduler",
		"securityContext": {},
		"terminationGracePeriodSeconds": 30,
	}
	object.get(object_, array.concat(place, [field]), null) == value
} | {pointer |
	some [path, value] in [
		[["spec", "progressDeadlineSeconds"], 600],
		[["spec", "revisionHistoryLimit"], 10],
		[["spec", "strategy"], {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": "25%", "maxUnavailable": "25%"}}],
		[["spec", "template", "metadata"], {"labels": object.get(object_, ["spec", "selector", "matchLabels"], {})}],
	]
	object.get(object_, path, null) == value
	pointer := _pointer(path)
}

# Of each container.
_filled(object_) := {pointer |
	some place in _places
	some list in ["containers", "initContainers"]
	some at, container in object.get(object_, array.concat(place, [list]), [])
	some [path, value] in _fillings
	object.get(container, path, null) == value
	pointer := _pointer(array.concat(place, array.concat([list, $"{at}"], path)))
} | {pointer |
	some list in ["containerStatuses", "initContainerStatuses"]
	some at, _ in object.get(object_, ["status", list], [])
	some field in ["image", "imageID"]
	pointer := _pointer(["status", list, $"{at}", field])
}

# A port is of TCP, unless it says otherwise.
_protocols(object_) := {pointer |
	some at, port in object_.spec.ports
	port.protocol == "TCP"
	pointer := _pointer(["spec", "ports", $"{at}", "protocol"])
} | {pointer |
	some place in _places
	some at, container in object.get(object_, array.concat(place, ["containers"]), [])
	some number, port in object.get(container, "ports", [])
	port.protocol == "TCP"
	pointer := _pointer(array.concat(place, ["containers", $"{at}", "ports", $"{number}", "protocol"]))
}

_fillings := array.concat(
	[[["imagePullPolicy"], "IfNotPresent"]],
	[[[probe, field], value] |
		some probe in ["livenessProbe", "readinessProbe", "startupProbe"]
		some field, value in {"timeoutSeconds": 1, "periodSeconds": 10, "failureThreshold": 3}
	],
)

# What every pod is given to speak with the API server.
_mounted(object_) := ({_pointer(["spec", "volumes", $"{at}"]) |
	some at, volume in object_.spec.volumes
	startswith(volume.name, "kube-api-access-")
} | {pointer |
	some list in ["containers", "initContainers"]
	some at, container in object.get(object_, ["spec", list], [])
	some place, mount in object.get(container, "volumeMounts", [])
	startswith(mount.name, "kube-api-access-")
	pointer := _pointer(["spec", list, $"{at}", "volumeMounts", $"{place}"])
}) | {"/spec/tolerations" |
	count(object_.spec.tolerations) == 2
	every one in object_.spec.tolerations { one.key in ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"] }
}

_pointer(keys) := concat("", [part | some key in keys; part := concat("", ["/", strings.replace_n({"/": "~1", "~": "~0"}, key)])])
