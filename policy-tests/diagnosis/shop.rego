# METADATA
# title: Objects of a small shop
# description: >-
#   Objects with few fields, for tests; see world for what a diagnosis has seen of them. More of an object is laid over what
#   it has: pod("web-1", {"status": {"phase": "Pending"}}). Everything is in namespace shop.
package policy_tests.diagnosis.shop

# METADATA
# title: Moments, as world's clock has them
a_moment_ago := "2026-01-17T09:59:50Z"

# METADATA
# title: Shorter than patience
five_minutes_ago := "2026-01-17T09:55:00Z"

# METADATA
# title: Longer than patience, and no longer recent
an_hour_ago := "2026-01-17T09:00:00Z"

# METADATA
# title: Long ago
last_week := "2026-01-10T10:00:00Z"

# METADATA
# title: More observations, behind those of a planning document
also(planning, observations) := object.union(planning, {"observations": array.concat(planning.observations, observations)})

# METADATA
# title: The same in another lap
in_lap(planning, lap) := object.union(planning, {"call": {"lap": lap}})

# METADATA
# title: An object of any kind
one(kind, name, more) := object.union({"kind": kind, "metadata": _metadata(kind, name)}, more)

# METADATA
# title: A running pod of Deployment web
# description: With one container, app; status.containerStatuses is yours to say.
pod(name, more) := object.union(
	{
		"kind": "Pod",
		"metadata": object.union(_metadata("Pod", name), {
			"labels": {"app": "web", "pod-template-hash": "6d4b75cb6d"},
			"ownerReferences": [{"kind": "ReplicaSet", "name": "web-6d4b75cb6d"}],
		}),
		"spec": {"nodeName": "node-a", "containers": [{"name": "app", "image": "registry.example.com/web:1.4.2"}]},
		"status": {"phase": "Running"},
	},
	more,
)

# METADATA
# title: A pod of another owner
pod_of(kind, owner, name, more) := object.union(
	pod(name, {"metadata": {"labels": {"app": owner}, "ownerReferences": [{"kind": kind, "name": owner}]}}),
	more,
)

# METADATA
# title: Deployment with three replicas, all there
deployment(name, more) := object.union(
	{
		"kind": "Deployment",
		"metadata": object.union(_metadata("Deployment", name), {"generation": 1}),
		"spec": {
			"replicas": 3,
			"selector": {"matchLabels": {"app": name}},
			"template": {"metadata": {"labels": {"app": name}}},
		},
		"status": {
			"observedGeneration": 1,
			"replicas": 3,
			"updatedReplicas": 3,
			"readyReplicas": 3,
			"availableReplicas": 3,
			"conditions": [
				{"type": "Available", "status": "True", "reason": "MinimumReplicasAvailable"},
				{"type": "Progressing", "status": "True", "reason": "NewReplicaSetAvailable"},
			],
		},
	},
	more,
)

# METADATA
# title: A service that sends port 80 to pods with label app
service(name, app) := one("Service", name, {"spec": {"selector": {"app": app}, "ports": [{"port": 80, "targetPort": 8080}]}})

# METADATA
# title: The status of a container that waits
waiting(name, reason, message) := {
	"name": name,
	"ready": false,
	"restartCount": 0,
	"state": {"waiting": {"reason": reason, "message": message}},
}

# METADATA
# title: The status of a container that ended, and waits for its next start
crashed(name, exit, reason) := {
	"name": name,
	"ready": false,
	"restartCount": 7,
	"state": {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 5m0s restarting failed container"}},
	"lastState": {"terminated": {
		"exitCode": exit,
		"reason": reason,
		"startedAt": five_minutes_ago,
		"finishedAt": five_minutes_ago,
	}},
}

# METADATA
# title: The status of a container that runs
running(name, ready) := {
	"name": name,
	"ready": ready,
	"started": true,
	"restartCount": 0,
	"state": {"running": {"startedAt": an_hour_ago}},
}

# METADATA
# title: The status of a container that ended for good
ended(name, exit, reason) := {
	"name": name,
	"ready": false,
	"restartCount": 0,
	"state": {"terminated": {
		"exitCode": exit,
		"reason": reason,
		"startedAt": an_hour_ago,
		"finishedAt": five_minutes_ago,
	}},
}

# METADATA
# title: A condition of an object
condition(type, status, reason) := {"type": type, "status": status, "reason": reason, "lastTransitionTime": an_hour_ago}

# METADATA
# title: Findings by their code
# description: Of several under one code, the first.
by_code(findings) := {code: found[0] |
	some code in {finding.code | some finding in findings}
	found := sort([finding | some finding in findings; finding.code == code])
}

# METADATA
# title: The ids of what is asked for
ids(wants) := {want.request.id | some want in wants}

_metadata(kind, name) := {"name": name, "creationTimestamp": last_week} if kind in _clusterwide

else := {"name": name, "namespace": "shop", "creationTimestamp": last_week}

_clusterwide := {"Node", "Namespace", "PersistentVolume", "StorageClass"}
