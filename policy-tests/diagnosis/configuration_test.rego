# METADATA
# title: What is missed of what containers are started with
package policy_tests.diagnosis.configuration

import data.diagnosis.configuration
import data.lib.alike
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_web := shop.deployment("web", {})

_pod(more) := object.union(shop.pod("web-6d4b75cb6d-aaaaa", {"status": {"phase": "Pending", "startTime": shop.an_hour_ago}}), more)

_waits(reason, message) := _pod({"status": {"containerStatuses": [shop.waiting("app", reason, message)]}})

_lacks(message) := _waits("CreateContainerConfigError", message)

_seeing(objects, more) := shop.also(world.around(_web, objects), more)

_found(objects, more) := found if {
	found := configuration.finding with input as _seeing(objects, more)
}

_codes(objects, more) := world.codes(_found(objects, more))

_only(objects, more) := [finding | some finding in _found(objects, more)][0]

_asked(objects, more) := shop.ids(asked) if {
	asked := configuration.asks with input as _seeing(objects, more)
}

_no_map := "configmap \"web-conf\" not found"

_no_key := "couldn't find key DB_HOST in ConfigMap shop/web-conf"

_map(keys) := world.got({"kind": "ConfigMap", "metadata": {"name": "web-conf", "namespace": "shop"}, "data": keys})

_absent := world.absent("get/ConfigMap/shop/web-conf", "ConfigMap", "web-conf")

test_a_config_map_that_is_not_there_is_named if {
	finding := _only([_lacks(_no_map)], [_absent])
	finding.code == "config_map_missing"
	contains(finding.title, "app of Deployment shop/web cannot start: ConfigMap web-conf does not exist in namespace shop (CreateContainerConfigError).")
	finding.next == null
}

test_the_name_that_was_meant_is_said if {
	names := [{"metadata": {"name": name}} | some name in ["wed-conf", "other"]]
	finding := _only([_lacks(_no_map)], [_absent, world.few("config maps", "ConfigMap", names)])
	endswith(finding.title, " There is ConfigMap wed-conf.")
}

test_a_key_that_is_not_there_is_said_with_those_that_are if {
	finding := _only([_lacks(_no_key)], [_map(["DB-HOST", "LEVEL"])])
	finding.code == "config_map_key_missing"
	contains(finding.title, "has no key DB_HOST (CreateContainerConfigError); it has DB-HOST, LEVEL, of which DB-HOST is nearest.")
	contains(_only([_lacks(_no_key)], [_map([])]).title, "it has no keys")
	contains(_only([_lacks(_no_key)], [_map({"LEVEL": ""})]).title, "it has LEVEL.")
	contains(_only([_lacks(_no_key)], []).title, "its keys were not seen")
}

test_what_has_come_by_now_is_not_missing if {
	_codes([_lacks(_no_map)], [_map(["LEVEL"])]) == ["config_map_there_now"]
	_codes([_lacks(_no_key)], [_map(["DB_HOST"])]) == ["config_map_there_now"]
}

test_of_secrets_the_kubelet_is_believed if {
	_codes([_lacks("secret \"web-db\" not found")], []) == ["secret_missing"]
	_codes([_lacks("couldn't find key password in Secret shop/web-db")], []) == ["secret_key_missing"]
	_asked([_lacks("secret \"web-db\" not found")], []) == {"list/revisions of web/shop"}
}

test_a_config_map_is_asked_for_and_its_kind_when_it_is_not_there if {
	asked := _asked([_lacks(_no_map)], [])
	"get/ConfigMap/shop/web-conf" in asked
	not "few/config maps/shop" in asked
	"few/config maps/shop" in _asked([_lacks(_no_map)], [_absent])
}

_set(hash, revision, spec) := shop.one("ReplicaSet", concat("-", ["web", hash]), {
	"metadata": {
		"annotations": {"deployment.kubernetes.io/revision": revision},
		"ownerReferences": [{"kind": "Deployment", "name": "web"}],
	},
	"spec": {"template": {"spec": spec}},
})

_with(spec) := object.union({"containers": []}, spec)

_variable(field, name, key) := {"containers": [{"name": "app", "env": [{"name": "A", "valueFrom": {field: {"name": name, "key": key}}}]}]}

_from(field, name) := {"initContainers": [{"name": "app", "envFrom": [{field: {"name": name}}]}]}

_volume(source) := {"volumes": [object.union({"name": "conf"}, source)]}

# What a revision before looked like, what is missing, and whether that revision is a way back.
_ways := [
	[{}, _no_map, true],
	[_variable("configMapKeyRef", "web-conf", "DB_HOST"), _no_map, false],
	[_variable("configMapKeyRef", "web-conf", "DB_HOST"), _no_key, false],
	[_variable("configMapKeyRef", "web-conf", "LEVEL"), _no_key, true],
	[_variable("secretKeyRef", "web-conf", "DB_HOST"), _no_key, true],
	[_from("configMapRef", "web-conf"), _no_map, false],
	[_from("configMapRef", "web-conf"), _no_key, true],
	[_from("secretRef", "web-db"), "secret \"web-db\" not found", false],
	[_volume({"configMap": {"name": "web-conf"}}), _no_map, false],
	[_volume({"configMap": {"name": "web-conf", "items": [{"key": "DB_HOST"}]}}), _no_key, false],
	[_volume({"configMap": {"name": "web-conf", "items": [{"key": "LEVEL"}]}}), _no_key, true],
	[_volume({"secret": {"secretName": "web-db"}}), "secret \"web-db\" not found", false],
]

test_a_revision_that_does_not_ask_for_it_is_a_way_back if {
	every way in _ways {
		finding := _only([_lacks(way[1]), _set("6d4b75cb6d", "4", {}), _set("a", "3", _with(way[0]))], [])
		contains(finding.remedy, "roll back to revision 3") == way[2]
	}
}

_creating(source) := object.union(_waits("ContainerCreating", ""), {"spec": _volume(source)})

_mount(pod, message) := world.event(pod, "FailedMount", concat("", ["MountVolume.SetUp failed for volume \"conf\" : ", message]), 9)

test_a_volume_that_is_not_mounted_lacks_what_the_kubelet_says if {
	pod := _creating({"configMap": {"name": "web-conf"}})
	finding := _only([pod, _mount(pod, _no_map)], [_absent])
	finding.code == "config_map_missing"
	startswith(finding.title, "Pods of Deployment shop/web cannot start: ConfigMap web-conf does not exist")
	contains(finding.title, "(FailedMount of volume conf)")
	_codes([pod, _mount(pod, "secret \"web-tls\" not found")], []) == ["secret_missing"]
}

test_a_key_of_a_volume_is_looked_for_in_its_source if {
	pod := _creating({"configMap": {"name": "web-conf"}})
	finding := _only([pod, _mount(pod, "configmap references non-existent config key: a.yaml")], [_map(["b.yml"])])
	contains(finding.title, "ConfigMap web-conf has no key a.yaml")
	secret := _creating({"secret": {"secretName": "web-tls"}})
	contains(_only([secret, _mount(secret, "references non-existent secret key: tls.crt")], []).title, "Secret web-tls has no key tls.crt")
}

test_of_several_sources_the_one_that_asks_for_the_key_lacks_it if {
	pod := _creating({"projected": {"sources": [
		{"configMap": {"name": "other"}},
		{"configMap": {"name": "web-conf", "items": [{"key": "a.yaml"}]}},
		{"secret": {"name": "web-tls"}},
	]}})
	finding := _only([pod, _mount(pod, "configmap references non-existent config key: a.yaml")], [])
	contains(finding.title, "ConfigMap web-conf has no key a.yaml")
}

test_an_account_that_is_gone_gives_no_token if {
	pod := _creating({"projected": {"sources": []}})
	finding := _only([pod, _mount(pod, "failed to fetch token: serviceaccounts \"web\" not found")], [])
	finding.code == "service_account_gone"
	contains(finding.title, "ServiceAccount web does not exist")
}

test_a_pod_that_waits_and_does_not_say_what_for_lacks_what_is_not_there if {
	pod := _creating({"configMap": {"name": "web-conf"}})
	_asked([pod], []) == {"get/ConfigMap/shop/web-conf"}
	contains(_only([pod], [_absent]).title, "ConfigMap web-conf does not exist in namespace shop (for volume conf)")
	_codes([pod], [_map([])]) == []
	_asked([_creating({"configMap": {"name": "web-conf", "optional": true}})], []) == set()
	_asked([object.union(pod, {"status": {"startTime": shop.a_moment_ago}})], []) == set()
}

test_a_pod_that_runs_or_goes_or_has_no_node_lacks_nothing if {
	pod := _creating({"configMap": {"name": "web-conf"}})
	events := [_mount(pod, _no_map)]
	_codes(array.concat([object.union(pod, {"metadata": {"deletionTimestamp": shop.a_moment_ago}})], events), []) == []
	_codes(array.concat([object.union(pod, {"status": {"containerStatuses": [shop.running("app", true)]}})], events), []) == []
	_codes(array.concat([shop.pod("web-6d4b75cb6d-aaaaa", {"status": {"phase": "Running"}})], events), []) == []
}

test_one_pod_that_runs_does_not_speak_for_another if {
	pod := _creating({"configMap": {"name": "web-conf"}})
	other := shop.pod("web-6d4b75cb6d-bbbbb", {"status": {"containerStatuses": [shop.running("app", true)]}})
	_codes([pod, other, _mount(pod, _no_map)], []) == ["config_map_missing"]
}

_onto := "error mounting \"/var/lib/kubelet/pods/9a/volume-subpaths/conf/app/0\" to rootfs at \"/etc/web.yaml\": not a directory: Are you trying to mount a directory onto a file (or vice-versa)?"

_mounted(source) := object.union(_waits("RunContainerError", _onto), {"spec": {
	"containers": [{
		"name": "app",
		"image": "web:1",
		"volumeMounts": [{"name": "conf", "mountPath": "/etc/web.yaml", "subPath": "web.yaml"}],
	}],
	"volumes": [object.union({"name": "conf"}, source)],
}})

test_a_sub_path_that_is_no_key_is_what_is_missing if {
	pod := _mounted({"configMap": {"name": "web-conf"}})
	_asked([pod], []) == {"get/ConfigMap/shop/web-conf"}
	finding := _only([pod], [_map(["web.yml"])])
	contains(finding.title, "ConfigMap web-conf has no key web.yaml (subPath of volume conf)")
	_codes([pod], [_map(["web.yaml"])]) == ["mount_not_a_directory"]
	_codes([pod], []) == ["mount_not_a_directory"]
}

test_a_mount_that_does_not_fit_is_said_with_its_path if {
	finding := _only([_mounted({"emptyDir": {}})], [])
	contains(finding.title, "at /etc/web.yaml a file is mounted onto a directory, or a directory onto a file (subPath web.yaml)")
}

test_what_ended_before_it_ran_says_why_in_its_state if {
	pod := _pod({"status": {"containerStatuses": [object.union(shop.crashed("app", 128, "StartError"), {"lastState": {"terminated": {"message": _onto}}})]}})
	_codes([object.union(pod, {"spec": _mounted({"emptyDir": {}}).spec})], []) == ["mount_not_a_directory"]
}

test_other_reasons_that_nothing_is_created_have_their_codes if {
	_codes([_waits("CreateContainerError", "failed to generate spec: no command specified")], []) == []
	_codes([_waits("CreateContainerError", "failed to reserve container name \"web_app_0\": name is reserved")], []) == ["runtime_stuck"]
	_codes([_waits("CreateContainerError", "something new")], []) == ["not_created"]
	_codes([_waits("RunContainerError", "something new")], []) == []
	_codes([_lacks("container has runAsNonRoot and image will run as root")], []) == []
}

_names(pod, last) := object.union(
	world.event(
		pod,
		"InvalidEnvironmentVariableNames",
		"Keys [a-b, c d] from the EnvFrom configMap shop/web-conf were skipped since they are considered invalid environment variable names.",
		3,
	),
	{"lastTimestamp": last},
)

test_variables_that_were_left_out_are_named_where_the_container_fails if {
	pod := _pod({"status": {"phase": "Running", "containerStatuses": [shop.crashed("app", 1, "Error")]}})
	finding := _only([pod, _names(pod, shop.five_minutes_ago)], [])
	finding.code == "variable_names"
	contains(finding.title, "runs without a-b, (see the evidence): keys of shop/web-conf")
	_codes([pod, _names(pod, shop.an_hour_ago)], []) == []
	well := _pod({"status": {"phase": "Running", "containerStatuses": [shop.running("app", true)]}})
	_codes([well, _names(well, shop.five_minutes_ago)], []) == []
}

test_a_word_stands_for_another_only_when_it_is_near if {
	alike.nearest("cart-confg", {"card-config", "cart-config"}) == "cart-config"
	alike.nearest("app.yml", ["app.yaml", "other"]) == "app.yaml"
	alike.nearest("config", {"web-config-2", "web-config"}) == "web-config"
	alike.nearest("web-config-old", {"web-config"}) == "web-config"
	not alike.nearest("accounts-config", {"contacts-config"})
	not alike.nearest("abc", {"xyz"})
}

test_a_key_that_a_waiting_pod_asks_for_and_is_not_there_is_missing if {
	pod := _creating({"configMap": {"name": "web-conf", "items": [{"key": "a.yaml"}, {"key": "b.yaml"}]}})
	finding := _only([pod], [_map(["b.yaml"])])
	finding.code == "config_map_key_missing"
	contains(finding.title, "has no key a.yaml (for volume conf)")
}

test_what_was_said_long_before_the_rest_is_over if {
	pod := _creating({"secret": {"secretName": "web-tls"}})
	old := object.union(_mount(pod, "secret \"web-tls\" not found"), {"lastTimestamp": shop.an_hour_ago})
	_codes([pod, old], []) == ["secret_missing"]
	later := world.event(pod, "FailedCreatePodSandBox", "Failed to create pod sandbox", 40)
	_codes([pod, old, later], []) == []
}

test_a_volume_of_configuration_that_stays_empty_is_said if {
	every source in [
		{"configMap": {"name": "web-conf", "optional": true}},
		{"secret": {"secretName": "web-tls"}},
		{"projected": {"sources": []}},
		{"downwardAPI": {}},
		{"csi": {"driver": "secrets-store.csi.k8s.io"}},
	] {
		pod := _creating(source)
		_codes([pod, _mount(pod, "failed to sync secret cache: timed out waiting for the condition")], []) == ["volume_not_filled"]
	}
	claim := _creating({"persistentVolumeClaim": {"claimName": "data"}})
	_codes([claim, _mount(claim, "mount failed")], []) == []
	pod := _creating({"csi": {"driver": "secrets-store.csi.k8s.io"}})
	text := "rpc error: failed to get secretproviderclass shop/vault, error: SecretProviderClass.secrets-store.csi.x-k8s.io \"vault\" not found"
	contains(_only([pod, _mount(pod, text)], []).title, "volume conf is not filled; SecretProviderClass vault does not exist (FailedMount)")
	young := object.union(pod, {"status": {"startTime": shop.five_minutes_ago}})
	_codes([young, _mount(young, text)], []) == []
	_codes([pod, object.union(_mount(pod, text), {"count": 1})], []) == []
}
