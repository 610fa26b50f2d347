# METADATA
# title: To whom an object belongs that names no owner
package policy_tests.diagnosis.adoption

import data.lib.adoption

_seen := {
	"Deployment": {"Deployment/shop/web": _of("Deployment", "web", {"spec": {"selector": {"matchLabels": {"app": "web"}}}})},
	"ReplicaSet": {"ReplicaSet/shop/web-7d9f": _of("ReplicaSet", "web-7d9f", {"spec": {"selector": {"matchLabels": {"app": "web"}}}})},
	"CronJob": {"CronJob/shop/report": _of("CronJob", "report", {})},
}

_of(kind, name, more) := object.union({"kind": kind, "metadata": {"name": name, "namespace": "shop"}}, more)

_owner(one) := [concat("/", [owner.kind, owner.name]) |
	some owner in object.get(adoption.adopted(one, _seen), ["metadata", "ownerReferences"], [])
]

_pod(name, labels) := _of("Pod", name, {"metadata": {"labels": labels}})

test_a_pod_belongs_to_who_selects_it if {
	_owner(_pod("web-7d9f-x2x7p", {"app": "web"})) == ["ReplicaSet/web-7d9f"]
	_owner(_pod("web-of-another-name", {"app": "web"})) == ["Deployment/web"]
	_owner(_pod("other", {"app": "other"})) == []
}

test_a_pod_of_a_job_says_so_by_its_label if {
	_owner(_pod("a", {"job-name": "import"})) == ["Job/import"]
	_owner(_pod("a", {"batch.kubernetes.io/job-name": "import"})) == ["Job/import"]
}

test_a_set_belongs_to_the_deployment_that_it_is_named_after if {
	_owner(_of("ReplicaSet", "web-1", {"spec": {"template": {"metadata": {"labels": {"app": "web"}}}}})) == ["Deployment/web"]
	_owner(_of("ReplicaSet", "web-1", {"spec": {"selector": {"matchLabels": {"app": "web"}}}})) == ["Deployment/web"]
	_owner(_of("ReplicaSet", "web-1", {"metadata": {"labels": {"app": "web"}}})) == ["Deployment/web"]
	_owner(_of("ReplicaSet", "web-api-1", {"metadata": {"labels": {"app": "web"}}})) == []
}

test_a_job_belongs_to_the_cron_job_that_it_is_named_after if {
	_owner(_of("Job", "report-29588160", {})) == ["CronJob/report"]
	_owner(_of("Job", "report-once", {})) == []
}

test_who_names_an_owner_keeps_it if {
	owned := {"metadata": {"ownerReferences": [{"kind": "StatefulSet", "name": "db"}]}}
	_owner(object.union(_pod("db-0", {"app": "web"}), owned)) == ["StatefulSet/db"]
}

test_nobody_owns_what_is_in_another_namespace if {
	_owner(object.union(_pod("web-1", {"app": "web"}), {"metadata": {"namespace": "other"}})) == []
}
