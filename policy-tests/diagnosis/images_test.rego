# METADATA
# title: What images make of what kubelets and registries say
package policy_tests.diagnosis.images

import data.diagnosis.images
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_image := "registry.example.com/web:1.4.2"

_pod(name, node, status) := shop.pod(name, {"spec": {"nodeName": node}, "status": {"phase": "Pending", "containerStatuses": [status]}})

_waits(reason, message) := _pod("web-6d4b75cb6d-aaaaa", "node-a", shop.waiting("app", reason, message))

_web := shop.deployment("web", {})

_found(objects) := found if {
	found := images.finding with input as world.around(_web, objects)
}

_codes(objects) := world.codes(_found(objects))

_only(objects) := [finding | some finding in _found(objects)][0]

_asked(objects) := asked if {
	asked := images.asks with input as world.around(_web, objects)
}

# What is said of an image that does not come, and the code of what is found.
_sayings := [
	["image_missing", "failed to resolve reference \"registry.example.com/web:1.4.2\": registry.example.com/web:1.4.2: not found"],
	["image_missing", "manifest for registry.example.com/web:1.4.2 not found: manifest unknown: manifest unknown"],
	["image_denied", "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed"],
	["image_denied", "denied: Permission \"artifactregistry.repositories.downloadArtifacts\" denied on resource (or it may not exist)"],
	["image_unauthorized", "failed to fetch anonymous token: unexpected status: 401 Unauthorized"],
	["image_unauthorized", "unexpected status from HEAD request to https://registry.example.com/v2/web/manifests/1.4.2: 403 Forbidden"],
	["image_registry_unknown", "failed to do request: dial tcp: lookup registry.example.com on 10.96.0.10:53: no such host"],
	["image_registry_unreachable", "failed to do request: dial tcp 10.0.0.7:443: connect: connection refused"],
	["image_registry_unreachable", "proxyconnect tcp: EOF"],
	["image_registry_unreachable", "proxyconnect tcp: dial tcp: lookup proxy.example.com on 10.0.0.2:53: no such host"],
	["image_registry_certificate", "tls: failed to verify certificate: x509: certificate has expired or is not yet valid"],
	["image_registry_certificate", "x509: certificate is valid for a.example.com, not registry.example.com"],
	["image_registry_plain", "http: server gave HTTP response to HTTPS client"],
	["image_rate_limit", "429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit."],
	["image_registry_error", "unexpected status from GET request to https://registry.example.com/v2/: 503 Service Unavailable"],
	["image_platform", "no match for platform in manifest: not found"],
	["image_disk_full", "write /var/lib/containerd/opt/model.bin: no space left on device: unknown"],
	["image_short_name", "short-name \"web\" did not resolve to an alias and no unqualified-search registries are defined"],
	["image_pull_failed", "something new"],
]

test_each_saying_has_its_code if {
	every pair in _sayings { _codes([_waits("ErrImagePull", pair[1])]) == [pair[0]] }
}

test_the_reason_alone_tells_when_it_is_no_matter_of_a_registry if {
	_codes([_waits("InvalidImageName", "couldn't parse image name")]) == ["image_name_invalid"]
	_codes([_waits("ErrImageNeverPull", "is not present with pull policy of Never")]) == ["image_never_pulled"]
	_codes([_waits("SignatureValidationFailed", "not found")]) == ["image_signature"]
}

test_what_is_not_waited_for_is_no_finding if {
	_codes([_pod("web-6d4b75cb6d-aaaaa", "node-a", shop.running("app", true))]) == []
	_codes([_waits("CrashLoopBackOff", "back-off")]) == []
	going := {"metadata": {"deletionTimestamp": shop.a_moment_ago}}
	_codes([object.union(_waits("ErrImagePull", "not found"), going)]) == []
}

test_the_name_of_an_image_says_nothing_of_why_it_does_not_come if {
	named := shop.waiting("app", "ErrImagePull", "failed to pull \"registry.example.com/unauthorized:1\": something new")
	pod := object.union(_pod("web-6d4b75cb6d-aaaaa", "node-a", named), {"spec": {"containers": [{
		"name": "app",
		"image": "registry.example.com/unauthorized:1",
	}]}})
	_codes([pod]) == ["image_pull_failed"]
}

_failed(pod, message) := object.union(world.event(pod, "Failed", concat("", ["Failed to pull image \"", _image, "\": ", message]), 6), {
	"involvedObject": {"kind": "Pod", "name": pod.metadata.name, "namespace": "shop", "fieldPath": "spec.containers{app}"},
})

test_a_kubelet_that_only_waits_has_said_why_in_an_event if {
	pod := _waits("ImagePullBackOff", concat("", ["Back-off pulling image \"", _image, "\""]))
	_codes([pod, _failed(pod, "manifest unknown")]) == ["image_missing"]
	contains(_only([pod, _failed(pod, "manifest unknown")]).evidence[0], "manifest unknown")
	_codes([pod]) == ["image_pull_failed"]
}

test_of_a_long_message_the_end_is_shown if {
	long := concat("", [concat("", ["failed to pull and unpack image " | some _ in numbers.range(1, 12)]), "manifest unknown"])
	evidence := _only([_waits("ErrImagePull", long)]).evidence[0]
	contains(evidence, "failed to pull and unpack")
	contains(evidence, "manifest unknown")
	count(evidence) < 281
}

_secret(pod, names) := world.event(
	pod, "FailedToRetrieveImagePullSecret", concat("", [
		"Unable to retrieve some image pull secrets (",
		names,
		"); attempting to pull the image may not succeed.",
	]),
	70,
)

_with_secrets(message) := object.union(_waits("ErrImagePull", message), {"spec": {"imagePullSecrets": [{"name": "pull-a"}, {"name": "pull-b"}]}})

test_a_missing_pull_secret_is_named_where_the_registry_asks_for_one if {
	pod := _with_secrets("401 Unauthorized")
	finding := _only([pod, _secret(pod, "pull-a, pull-b")])
	finding.code == "image_pull_secret_missing"
	contains(finding.title, "pull-a")
	_codes([_with_secrets("manifest unknown"), _secret(pod, "pull-a")]) == ["image_missing"]
	_codes([pod, _secret(pod, "other")]) == ["image_unauthorized"]
}

test_the_pull_secrets_that_are_set_are_said if {
	contains(_only([_with_secrets("401 Unauthorized")]).title, "its imagePullSecrets are pull-a, pull-b")
	contains(_only([_waits("ErrImagePull", "401 Unauthorized")]).title, "no imagePullSecrets are set")
}

test_hosts_and_addresses_come_out_of_the_words if {
	contains(_only([_waits("ErrImagePull", "lookup auth.example.com on 10.0.0.2:53: no such host")]).title, "no such host auth.example.com")
	contains(_only([_waits("ErrImagePull", "dial tcp 10.0.0.7:443: i/o timeout")]).title, "at 10.0.0.7:443: no answer (i/o timeout)")
	contains(_only([_waits("ErrImagePull", "proxyconnect tcp: EOF")]).title, "at registry.example.com: the proxy on the way there does not answer")
	contains(_only([_waits("ErrImagePull", "https://registry-1.docker.io/v2: 429 Too Many Requests")]).title, "registry registry-1.docker.io refuses")
	contains(_only([_waits("ErrImagePull", "x509: certificate signed by unknown authority")]).title, "an authority that the node does not know")
}

test_an_image_that_names_no_registry_is_of_docker_io if {
	pod := object.union(_waits("ErrImagePull", "x509: unknown"), {"spec": {"containers": [{"name": "app", "image": "acme/web:1"}]}})
	contains(_only([pod]).title, "registry docker.io is not accepted")
}

test_a_node_is_named_where_others_run_the_image if {
	well := _pod("web-6d4b75cb6d-bbbbb", "node-b", shop.running("app", true))
	finding := _only([_waits("ErrImagePull", "manifest unknown"), well])
	contains(finding.title, "cannot start on Node node-a: image")
	contains(finding.remedy, "Other nodes run this image")
	beside := _pod("web-6d4b75cb6d-bbbbb", "node-a", shop.running("app", true))
	contains(_only([_waits("ErrImagePull", "manifest unknown"), beside]).title, "cannot start: image")
}

_set(hash, revision, image) := shop.one("ReplicaSet", concat("-", ["web", hash]), {
	"metadata": {
		"annotations": {"deployment.kubernetes.io/revision": revision},
		"ownerReferences": [{"kind": "Deployment", "name": "web"}],
	},
	"spec": {"template": {"spec": {"containers": [{"name": "app", "image": image}]}}},
})

test_the_way_back_is_the_latest_revision_with_another_image if {
	finding := _only([
		_waits("ErrImagePull", "manifest unknown"),
		_set("6d4b75cb6d", "12", _image),
		_set("a", "9", "registry.example.com/web:1.3.0"),
		_set("b", "10", "registry.example.com/web:1.4.0"),
		_set("c", "11", _image),
	])
	contains(finding.remedy, "roll back to revision 10, which had registry.example.com/web:1.4.0")
	finding.next.tool == "rollback"
	finding.next.arguments == {"kind": "deployment", "name": "web", "namespace": "shop", "toRevision": 10}
	finding.next.check == {"verb": "patch", "kind": "deployment", "name": "web", "namespace": "shop"}
}

test_what_is_not_of_the_latest_revision_is_not_rolled_back if {
	finding := _only([
		_waits("ErrImagePull", "manifest unknown"),
		_set("6d4b75cb6d", "12", _image),
		_set("a", "9", "registry.example.com/web:1.3.0"),
		_set("b", "13", "registry.example.com/web:1.5.0"),
	])
	finding.next == null
}

_history(name, revision, image) := shop.one("ControllerRevision", name, {
	"metadata": {"ownerReferences": [{"kind": "StatefulSet", "name": "db"}]},
	"revision": revision,
	"data": {"spec": {"template": {"spec": {"initContainers": [{"name": "app", "image": image}]}}}},
})

test_a_stateful_set_goes_back_to_a_controller_revision if {
	pod := object.union(
		shop.pod_of("StatefulSet", "db", "db-2", {"status": {"containerStatuses": [shop.waiting("app", "ErrImagePull", "manifest unknown")]}}),
		{"metadata": {"labels": {"controller-revision-hash": "db-5f"}}},
	)
	finding := _only([pod, _history("db-5f", 3, _image), _history("db-4e", 2, "registry.example.com/web:1.3.0")])
	finding.next.arguments == {"kind": "statefulset", "name": "db", "namespace": "shop", "toRevision": 2}
}

test_the_revisions_are_asked_for_where_they_were_not_seen if {
	shop.ids(_asked([_waits("ErrImagePull", "manifest unknown")])) == {"list/revisions of web/shop"}
	shop.ids(_asked([_pod("web-1", "node-a", shop.running("app", true))])) == set()
}

test_the_revisions_are_not_asked_for_again if {
	seen := shop.also(world.around(_web, [_waits("ErrImagePull", "manifest unknown")]), [world.list("sets", "ReplicaSet", [])])
	asked := images.asks with input as seen
	count(asked) == 0
}

_pulling(pod, reason, last) := object.union(world.event(pod, reason, "Pulling image", 1), {
	"metadata": {"name": concat(".", [reason, last])},
	"lastTimestamp": last,
	"involvedObject": {"kind": "Pod", "name": pod.metadata.name, "namespace": "shop", "fieldPath": "spec.containers{app}"},
})

test_a_pull_that_takes_long_is_said if {
	pod := _waits("ContainerCreating", "")
	_codes([pod, _pulling(pod, "Pulling", shop.an_hour_ago)]) == ["image_slow"]
	contains(_only([pod, _pulling(pod, "Pulling", shop.an_hour_ago)]).title, "has waited 60 minutes for image")
	_codes([pod, _pulling(pod, "Pulling", shop.a_moment_ago)]) == []
	_codes([pod, _pulling(pod, "Pulling", shop.an_hour_ago), _pulling(pod, "Pulled", shop.five_minutes_ago)]) == []
}
