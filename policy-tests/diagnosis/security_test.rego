# METADATA
# title: What a node refuses of what containers and pods want to be
package policy_tests.diagnosis.security

import data.diagnosis.security
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_web := shop.deployment("web", {})

_pod(status) := shop.pod("web-6d4b75cb6d-aaaaa", {"status": object.union({"phase": "Pending"}, status)})

_waits(reason, message) := _pod({"containerStatuses": [shop.waiting("app", reason, message)]})

_found(objects) := found if {
	found := security.finding with input as world.around(_web, objects)
}

_codes(objects) := world.codes(_found(objects))

_only(objects) := [finding | some finding in _found(objects)][0]

_config(message) := _waits("CreateContainerConfigError", message)

test_a_user_that_is_or_may_be_root_is_refused_in_three_ways if {
	_codes([_config("container has runAsNonRoot and image will run as root (pod: \"web\", container: app)")]) == ["run_as_root"]
	finding := _only([_config("container has runAsNonRoot and image has non-numeric user (www-data), cannot verify user is non-root")])
	finding.code == "run_as_named_user"
	contains(finding.title, "the user www-data of image registry.example.com/web:1.4.2 is a name")
	_codes([_config("container's runAsUser breaks non-root policy (pod: \"web\", container: app)")]) == ["run_as_user_zero"]
}

test_the_settings_that_forbid_it_are_evidence if {
	pod := object.union(_config("image will run as root"), {"spec": {
		"securityContext": {"runAsNonRoot": true},
		"containers": [{"name": "app", "image": "web:1", "securityContext": {"runAsUser": 0}}],
	}})
	evidence := concat("\n", _only([pod]).evidence)
	contains(evidence, "image will run as root")
	contains(evidence, "spec.securityContext = runAsNonRoot true")
	contains(evidence, "securityContext of the container = runAsUser 0")
}

test_profiles_that_a_node_does_not_have_are_named if {
	seccomp := _only([_waits("CreateContainerError", "cannot load seccomp profile \"/var/lib/kubelet/seccomp/a/b.json\": no such file or directory")])
	contains(seccomp.title, "seccomp profile a/b.json is not on Node node-a (CreateContainerError)")
	armor := _only([_waits("CreateContainerError", "failed to generate apparmor spec opts: apparmor profile not found web-lock")])
	contains(armor.title, "AppArmor profile web-lock is not loaded on Node node-a")
	contains(_only([_waits("CreateContainerError", "apparmor failed")]).title, "(see the evidence)")
	contains(_only([_waits("CreateContainerError", "seccomp failed")]).title, "(see the evidence)")
}

_refused(reason, message) := _pod({"phase": "Failed", "reason": reason, "message": message, "startTime": shop.five_minutes_ago})

test_pods_that_a_node_refused_lately_say_what_for if {
	sysctl := _only([_refused("SysctlForbidden", "forbidden sysctl: \"net.core.somaxconn\" not allowlisted")])
	contains(sysctl.title, "was refused by Node node-a: it sets sysctl net.core.somaxconn")
	armor := _only([_refused("AppArmor", "Cannot enforce AppArmor: profile \"web-lock\" is not loaded")])
	contains(armor.title, "AppArmor profile web-lock is not loaded there")
	old := object.union(_refused("AppArmor", "profile \"web-lock\" is not loaded"), {"status": {"startTime": shop.last_week}})
	_codes([old]) == []
	_codes([_refused("Evicted", "disk")]) == []
}

test_what_is_created_is_not_refused if {
	_codes([_pod({"phase": "Running", "containerStatuses": [shop.running("app", true)]})]) == []
	_codes([_config("configmap \"web\" not found")]) == []
	going := {"metadata": {"deletionTimestamp": shop.a_moment_ago}}
	_codes([object.union(_config("image will run as root"), going)]) == []
}

test_a_user_that_the_image_does_not_have_is_named if {
	finding := _only([_waits("CreateContainerError", "unable to find user deploy: no matching entries in passwd file")])
	finding.code == "user_unknown"
	contains(finding.title, "has no user deploy (CreateContainerError)")
	contains(_only([_waits("CreateContainerError", "mount callback failed: no users found")]).title, "(see the evidence)")
}
