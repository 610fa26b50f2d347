# METADATA
# title: Nodes, claims and volumes
# description: Objects with few fields, for tests; more of an object is laid over what it has.
package policy_tests.diagnosis.places

import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

# METADATA
# title: A node that is ready and has 4 cpus and 16Gi
node(name, more) := shop.one("Node", name, object.union(
	{
		"metadata": {"labels": {"kubernetes.io/hostname": name}},
		"spec": {},
		"status": {
			"allocatable": {"cpu": "4", "memory": "16Gi", "pods": "110"},
			"conditions": [{"type": "Ready", "status": "True", "reason": "KubeletReady"}],
		},
	},
	more,
))

# METADATA
# title: The node of the control plane
control := node("cp-1", {"spec": {"taints": [{"key": "node-role.kubernetes.io/control-plane", "effect": "NoSchedule"}]}})

# METADATA
# title: The observation of all nodes there are
all_nodes(nodes) := object.union(world.list("nodes", "Node", nodes), {"id": "list/nodes/"})

# METADATA
# title: The observation of all classes there are
all_classes(classes) := object.union(world.list("classes", "StorageClass", classes), {"id": "list/classes/"})

# METADATA
# title: The observation of all volumes there are
all_volumes(volumes) := object.union(world.list("volumes", "PersistentVolume", volumes), {"id": "list/volumes/"})

# METADATA
# title: A pod of Deployment web that no node takes
pending(name, message, more) := shop.pod(name, object.union(
	{
		"metadata": {"creationTimestamp": shop.an_hour_ago},
		"spec": {"nodeName": "", "containers": [{
			"name": "app",
			"resources": {"requests": {"cpu": "500m", "memory": "1Gi"}},
		}]},
		"status": {"phase": "Pending", "conditions": [{
			"type": "PodScheduled",
			"status": "False",
			"reason": "Unschedulable",
			"message": message,
		}]},
	},
	more,
))

# METADATA
# title: A pod of Deployment web that has a node and waits for its volumes
starting(name, more) := shop.pod(name, object.union(
	{
		"metadata": {"creationTimestamp": shop.an_hour_ago},
		"spec": {"nodeName": "node-a"},
		"status": {
			"phase": "Pending",
			"containerStatuses": [{"name": "app", "state": {"waiting": {"reason": "ContainerCreating"}}}],
		},
	},
	more,
))

# METADATA
# title: The spec of a pod that uses a claim
using(name) := {"spec": {"volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": name}}]}}

# METADATA
# title: A claim that has no volume
claim(name, more) := shop.one("PersistentVolumeClaim", name, object.union(
	{
		"metadata": {"creationTimestamp": shop.an_hour_ago},
		"spec": {"accessModes": ["ReadWriteOnce"], "storageClassName": "fast", "resources": {"requests": {"storage": "10Gi"}}},
		"status": {"phase": "Pending"},
	},
	more,
))

# METADATA
# title: A volume of 10Gi
volume(name, more) := shop.one("PersistentVolume", name, object.union(
	{
		"spec": {"accessModes": ["ReadWriteOnce"], "storageClassName": "fast", "capacity": {"storage": "10Gi"}},
		"status": {"phase": "Available"},
	},
	more,
))

# METADATA
# title: A class
class(name, more) := shop.one("StorageClass", name, object.union(
	{"provisioner": "csi.example.com", "volumeBindingMode": "Immediate"},
	more,
))
