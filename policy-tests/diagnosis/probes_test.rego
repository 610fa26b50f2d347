# METADATA
# title: What probes do to containers, and what is wrong with them
package policy_tests.diagnosis.probes

import data.diagnosis.probes
import data.lib.containers
import data.lib.listening
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_web := shop.deployment("web", {})

_found(objects, more) := found if {
	found := probes.finding with input as shop.also(world.around(_web, objects), more)
}

_codes(objects) := world.codes(_found(objects, []))

_only(objects, more) := [finding | some finding in _found(objects, more)][0]

_asked(objects) := shop.ids(asked) if {
	asked := probes.asks with input as world.around(_web, objects)
}

_http := {"httpGet": {"path": "/ready", "port": 8080}}

_container(spec) := object.union({"name": "app", "image": "registry.example.com/web:1.4.2"}, spec)

_pod(name, spec, status) := shop.pod(concat("-", ["web-6d4b75cb6d", name]), {
	"spec": {"containers": [_container(spec)]},
	"status": {"podIP": "10.0.0.7", "containerStatuses": [status]},
})

_unready(probe) := _pod("aaaaa", {"readinessProbe": probe}, shop.running("app", false))

_about(pod) := {"involvedObject": {
	"kind": "Pod",
	"name": pod.metadata.name,
	"namespace": "shop",
	"fieldPath": "spec.containers{app}",
}}

_event(pod, reason, message) := object.union(world.event(pod, reason, message, 9), _about(pod))

_fails(pod, message) := _event(pod, "Unhealthy", concat("", ["Readiness probe failed: ", message]))

_refused := "Get \"http://10.0.0.7:8080/ready\": dial tcp 10.0.0.7:8080: connect: connection refused"

_slow := "Get \"http://10.0.0.7:8080/ready\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)"

# What the kubelet says of a readiness probe over HTTP, and the code of what is found.
_sayings := [
	["probe_refused", _refused],
	["probe_timeout", _slow],
	["probe_path", "HTTP probe failed with statuscode: 404"],
	["probe_credentials", "HTTP probe failed with statuscode: 401"],
	["probe_credentials", "HTTP probe failed with statuscode: 403"],
	["probe_unwell", "HTTP probe failed with statuscode: 503"],
	["probe_status", "HTTP probe failed with statuscode: 400"],
	["probe_status", "HTTP probe failed with statuscode: 418"],
	["probe_wants_http", "Get \"https://10.0.0.7:8080/ready\": http: server gave HTTP response to HTTPS client"],
	["probe_wants_https", "Get \"http://10.0.0.7:8080/ready\": net/http: HTTP/1.x transport connection broken: malformed HTTP response"],
	["probe_fails", "Get \"http://10.0.0.7:8080/ready\": EOF"],
]

test_each_saying_of_the_kubelet_has_its_code if {
	every pair in _sayings {
		pod := _unready(_http)
		_codes([pod, _fails(pod, pair[1])]) == [pair[0]]
	}
}

_of_grpc := [
	["probe_no_health_service", "error: this server does not implement the grpc health protocol (grpc.health.v1.Health)"],
	["probe_unwell", "service unhealthy (responded with \"NOT_SERVING\")"],
	["probe_timeout", "timeout: failed to connect service \"10.0.0.7:9000\" within 1s"],
]

test_each_saying_of_a_grpc_probe_has_its_code if {
	every pair in _of_grpc {
		pod := _unready({"grpc": {"port": 9000}})
		_codes([pod, _fails(pod, pair[1])]) == [pair[0]]
		contains(_only([pod, _fails(pod, pair[1])], []).title, "gRPC health check on port 9000")
	}
}

_of_commands := [
	["probe_command_missing", "OCI runtime exec failed: exec: \"curl\": executable file not found in $PATH: unknown"],
	["probe_command_missing", "exec failed: unable to start container process: exec: \"/ok.sh\": stat /ok.sh: no such file or directory"],
	["probe_command_denied", "exec failed: unable to start container process: exec: \"/ok.sh\": permission denied"],
	["probe_timeout", "command \"curl localhost\" timed out"],
	["probe_command_fails", "connection refused"],
]

test_each_saying_of_a_command_has_its_code if {
	every pair in _of_commands {
		pod := _unready({"exec": {"command": ["curl", "localhost"]}})
		_codes([pod, _fails(pod, pair[1])]) == [pair[0]]
		contains(_only([pod, _fails(pod, pair[1])], []).title, "command curl")
	}
}

test_a_probe_of_tcp_says_its_port if {
	pod := _unready({"tcpSocket": {"port": 5432}})
	contains(_only([pod, _fails(pod, "dial tcp 10.0.0.7:5432: i/o timeout")], []).title, "TCP connection to port 5432")
}

test_without_an_event_only_the_state_speaks if {
	_codes([_unready(_http)]) == ["probe_unseen"]
	_codes([_unready({"exec": {}})]) == ["probe_unseen"]
	finding := _only([_unready(_http)], [])
	contains(finding.title, "runs but is not ready: its readiness probe, GET /ready on port 8080, has not succeeded")
	finding.next.tool == "logs"
	finding.next.arguments.previous == false
}

test_events_of_before_its_start_and_those_of_others_say_nothing if {
	pod := _unready(_http)
	old := object.union(_fails(pod, _refused), {"lastTimestamp": shop.last_week})
	other := object.union(_fails(pod, _refused), {"involvedObject": {"fieldPath": "spec.containers{other}"}})
	_codes([pod, old]) == ["probe_unseen"]
	_codes([pod, other]) == ["probe_unseen"]
	first := object.union(_fails(pod, _refused), {"lastTimestamp": shop.an_hour_ago})
	_codes([pod, first]) == ["probe_refused"]
}

test_what_is_ready_or_young_or_goes_is_no_finding if {
	ready := _pod("aaaaa", {"readinessProbe": _http}, shop.running("app", true))
	_codes([ready, _fails(ready, _refused)]) == []
	young := _pod("aaaaa", {"readinessProbe": _http}, object.union(shop.running("app", false), {"state": {"running": {"startedAt": shop.a_moment_ago}}}))
	_codes([young, _fails(young, _refused)]) == []
	patient := _unready(object.union(_http, {"initialDelaySeconds": 7200}))
	_codes([patient, _fails(patient, _refused)]) == []
	going := object.union(_unready(_http), {"metadata": {"deletionTimestamp": shop.a_moment_ago}})
	_codes([going, _fails(going, _refused)]) == []
	starting := _pod("aaaaa", {"readinessProbe": _http, "startupProbe": _http}, object.union(shop.running("app", false), {
		"started": false,
		"state": {"running": {"startedAt": shop.five_minutes_ago}},
	}))
	_codes([starting, _fails(starting, _refused)]) == []
	_codes([_pod("aaaaa", {}, shop.running("app", false))]) == []
}

test_a_container_that_is_up_by_its_startup_probe_is_asked_whether_it_is_ready if {
	pod := _pod("aaaaa", {"readinessProbe": _http, "startupProbe": _http}, shop.running("app", false))
	_codes([pod, _fails(pod, _refused)]) == ["probe_refused"]
}

# Ports

test_a_port_by_a_name_that_the_container_does_not_have if {
	spec := {"readinessProbe": {"httpGet": {"path": "/ready", "port": "web"}}, "ports": [{"name": "http", "containerPort": 8080}]}
	pod := _pod("aaaaa", spec, shop.running("app", false))
	finding := _only([pod], [])
	finding.code == "probe_port_unknown"
	contains(finding.title, "asks port web, which the container does not name")
}

test_a_port_by_its_name_or_as_a_text_is_known if {
	spec := {"readinessProbe": {"httpGet": {"port": "http"}}, "ports": [{"name": "http", "containerPort": 8080}]}
	pod := _pod("aaaaa", spec, shop.running("app", false))
	_codes([pod, _fails(pod, _refused)]) == ["probe_refused"]
	text := _unready({"httpGet": {"port": "8080"}})
	_codes([text, _fails(text, _refused)]) == ["probe_refused"]
}

test_the_ports_of_the_container_are_said_where_the_probe_asks_another_one if {
	pod := _pod("aaaaa", {"readinessProbe": _http, "ports": [{"name": "http", "containerPort": 3000}]}, shop.running("app", false))
	finding := _only([pod, _fails(pod, _refused)], [])
	contains(finding.title, "is refused (connection refused); its containerPorts are 3000.")
	contains(concat("\n", finding.evidence), "spec.containers[app].ports = [3000 http]")
}

_says(pod, line) := world.log(pod, "app", "now", [line])

test_a_program_that_listens_elsewhere_is_asked_at_the_wrong_port if {
	pod := _unready(_http)
	finding := _only([pod, _fails(pod, _refused)], [_says(pod, "listening on 0.0.0.0:3000")])
	finding.code == "probe_wrong_port"
	contains(finding.title, "is refused (connection refused), and the program listens on port 3000")
	contains(concat("\n", finding.evidence), "listening on 0.0.0.0:3000")
}

test_without_an_event_the_log_may_tell_where_it_listens if {
	pod := _unready(_http)
	contains(_only([pod], [_says(pod, "listening on 0.0.0.0:3000")]).title, "has not succeeded, and the program listens on port 3000")
	_only([pod], [_says(pod, "listening on localhost:8080")]).code == "probe_local_only"
	_only([pod], [_says(pod, "listening on :8080")]).code == "probe_unseen"
	host := _unready({"httpGet": {"port": 8080, "host": "localhost"}})
	_codes([host]) == ["probe_host"]
}

test_a_program_that_listens_on_localhost_is_not_reached if {
	pod := _unready(_http)
	_only([pod, _fails(pod, _refused)], [_says(pod, "listening on 127.0.0.1:8080")]).code == "probe_local_only"
	_only([pod, _fails(pod, _refused)], [_says(pod, "listening on 0.0.0.0:8080")]).code == "probe_refused"
}

test_a_host_in_a_probe_is_asked_instead_of_the_pod if {
	pod := _unready({"httpGet": {"port": 8080, "host": "127.0.0.1"}})
	contains(_only([pod, _fails(pod, _refused)], []).title, "asks host 127.0.0.1 instead of the pod")
	own := _unready({"httpGet": {"port": 8080, "host": "10.0.0.7"}})
	_codes([own, _fails(own, _refused)]) == ["probe_refused"]
	tcp := _unready({"tcpSocket": {"port": 8080, "host": "localhost"}})
	_codes([tcp, _fails(tcp, _refused)]) == ["probe_host"]
}

test_plain_http_on_a_port_of_tls_wants_https if {
	known := _unready({"httpGet": {"port": 8443}})
	_codes([known, _fails(known, "HTTP probe failed with statuscode: 400")]) == ["probe_wants_https"]
	plain := _unready(_http)
	said := _says(plain, "http: TLS handshake error from 10.0.0.1:1: client sent an HTTP request to an HTTPS server")
	_only([plain, _fails(plain, "HTTP probe failed with statuscode: 400")], [said]).code == "probe_wants_https"
	named := _pod("aaaaa", {"readinessProbe": _http, "ports": [{"name": "https", "containerPort": 8080}]}, shop.running("app", false))
	_codes([named, _fails(named, "HTTP probe failed with statuscode: 400")]) == ["probe_wants_https"]
}

# Killed

_ended(seconds_ago, from, exit) := {
	"ready": false,
	"restartCount": 7,
	"lastState": {"terminated": {
		"exitCode": exit,
		"reason": "Error",
		"startedAt": from,
		"finishedAt": seconds_ago,
	}},
}

_dead(spec, from) := _pod("aaaaa", spec, object.union(shop.crashed("app", 137, "Error"), _ended("2026-01-17T09:59:00Z", from, 137)))

_kills(pod, type) := object.union(
	_event(pod, "Killing", concat("", ["Container app failed ", type, " probe, will be restarted"])),
	{"type": "Normal"},
)

_dies(pod, type, message) := object.union(_event(pod, "Unhealthy", concat("", [type, " probe failed: ", message])), {
	"metadata": {"name": concat("", ["web.", type])},
})

_long := "2026-01-17T09:30:00Z"

_short := "2026-01-17T09:58:20Z"

test_a_liveness_probe_that_kills_is_named_with_the_exit_code if {
	pod := _dead({"livenessProbe": _http}, _long)
	finding := _only([pod, _kills(pod, "liveness"), _dies(pod, "Liveness", _slow)], [])
	finding.code == "probe_timeout"
	contains(finding.title, "Container app of Deployment shop/web is killed and started again (exit code 137): its liveness probe, GET /ready on port 8080, gets no answer within 1 s")
	finding.next.arguments.previous
}

test_what_is_killed_as_early_as_can_be_was_not_up if {
	pod := _dead({"livenessProbe": _http}, _short)
	objects := [pod, _kills(pod, "liveness"), _dies(pod, "Liveness", _refused)]
	finding := _only(objects, [])
	finding.code == "probe_too_early"
	contains(finding.title, "is killed before it is up (exit code 137): its liveness probe, GET /ready on port 8080, allows 30 s from the start")
	not contains(finding.title, "another took")
	well := object.union(_pod("bbbbb", {"livenessProbe": _http}, shop.running("app", true)), {"status": {"conditions": [{
		"type": "Ready",
		"status": "True",
		"lastTransitionTime": "2026-01-17T09:01:15Z",
	}]}})
	contains(_only(array.concat(objects, [well]), []).title, "is not up by then: another took 75 s")
}

test_behind_a_startup_probe_liveness_is_not_too_early if {
	pod := _dead({"livenessProbe": _http, "startupProbe": _http}, _short)
	_codes([pod, _kills(pod, "liveness"), _dies(pod, "Liveness", _refused)]) == ["probe_refused"]
}

test_a_startup_probe_that_is_too_short_is_too_early_whatever_it_gets if {
	pod := _dead({"startupProbe": _http}, _short)
	every message in [_refused, "HTTP probe failed with statuscode: 503"] {
		_codes([pod, _kills(pod, "startup"), _dies(pod, "Startup", message)]) == ["probe_too_early"]
	}
	grpc := _dead({"startupProbe": {"grpc": {"port": 9000}}}, _short)
	_codes([grpc, _kills(grpc, "startup"), _dies(grpc, "Startup", "NOT_SERVING")]) == ["probe_too_early"]
	_codes([pod, _kills(pod, "startup"), _dies(pod, "Startup", "HTTP probe failed with statuscode: 404")]) == ["probe_path"]
}

test_a_program_that_is_up_elsewhere_is_not_too_early if {
	pod := _dead({"livenessProbe": _http}, _short)
	log := world.log(pod, "app", "before", ["Tomcat started on port 3000 (http)"])
	finding := _only([pod, _kills(pod, "liveness"), _dies(pod, "Liveness", _refused)], [log])
	finding.code == "probe_wrong_port"
}

test_a_program_that_listens_and_does_not_answer_is_up if {
	pod := _dead({"livenessProbe": _http}, _short)
	log := world.log(pod, "app", "before", ["listening on 0.0.0.0:8080"])
	objects := [pod, _kills(pod, "liveness"), _dies(pod, "Liveness", _slow)]
	_only(objects, [log]).code == "probe_timeout"
	_only(objects, []).code == "probe_too_early"
}

test_without_any_event_a_probe_may_have_ended_it if {
	pod := _dead({"livenessProbe": _http}, _long)
	finding := _only([pod], [])
	finding.code == "probe_may_kill"
	contains(finding.title, "is ended from outside (exit code 137), most likely by its liveness probe, GET /ready on port 8080")
	contains(_only([_dead({"livenessProbe": _http, "startupProbe": _http}, _long)], []).title, "by its startup probe")
	_codes([_dead({}, _long)]) == []
	oom := _pod("aaaaa", {"livenessProbe": _http}, shop.crashed("app", 137, "OOMKilled"))
	_codes([oom]) == []
	_codes([pod, _event(pod, "BackOff", "Back-off restarting failed container")]) == []
}

test_where_only_warnings_were_seen_several_of_them_before_the_end_are_a_kill if {
	pod := _dead({"livenessProbe": _http}, _long)
	_codes([pod, _dies(pod, "Liveness", _slow)]) == ["probe_timeout"]
	_codes([pod, object.union(_dies(pod, "Liveness", _slow), {"count": 2})]) == []
	_codes([pod, object.union(_dies(pod, "Liveness", _slow), {"lastTimestamp": shop.five_minutes_ago})]) == []
	oom := object.union(pod, {"status": {"containerStatuses": [object.union(shop.crashed("app", 137, "OOMKilled"), {})]}})
	_codes([oom, _dies(oom, "Liveness", _slow)]) == []
}

test_a_kill_without_a_word_of_its_probe_is_told_by_the_state if {
	pod := _dead({"livenessProbe": _http}, _long)
	_codes([pod, _kills(pod, "liveness")]) == ["probe_unseen"]
}

_back_up(restarts) := object.union(shop.running("app", true), {
	"restartCount": restarts,
	"state": {"running": {"startedAt": "2026-01-17T09:59:01Z"}},
	"lastState": {"terminated": {"exitCode": 143, "startedAt": _long, "finishedAt": "2026-01-17T09:59:00Z"}},
})

test_what_is_up_again_is_killed_only_when_that_happens_often if {
	often := _pod("aaaaa", {"livenessProbe": _http}, _back_up(7))
	_codes([often, _kills(often, "liveness"), _dies(often, "Liveness", _slow)]) == ["probe_timeout"]
	once := _pod("aaaaa", {"livenessProbe": _http}, _back_up(1))
	_codes([once, _kills(once, "liveness"), _dies(once, "Liveness", _slow)]) == []
}

test_a_kill_of_long_ago_is_over_unless_it_waits_for_its_next_start if {
	pod := _dead({"livenessProbe": _http}, _long)
	old := object.union(_kills(pod, "liveness"), {"lastTimestamp": shop.an_hour_ago})
	_codes([pod, old]) == []
	ended := {"lastState": {"terminated": {"exitCode": 137, "reason": "Error", "startedAt": shop.last_week, "finishedAt": shop.an_hour_ago}}}
	waits := _pod("aaaaa", {"livenessProbe": _http}, object.union(shop.crashed("app", 137, "Error"), ended))
	_codes([waits, old]) == ["probe_unseen"]
	runs := _pod("aaaaa", {"livenessProbe": _http}, object.union(shop.running("app", false), ended))
	_codes([runs, old]) == []
}

test_a_container_that_is_being_killed_has_no_end_yet if {
	pod := _pod("aaaaa", {"livenessProbe": _http}, shop.running("app", false))
	finding := _only([pod, _kills(pod, "liveness"), _dies(pod, "Liveness", "HTTP probe failed with statuscode: 500")], [])
	contains(finding.title, "is killed and started again: its liveness probe")
}

# What is asked for

test_logs_are_asked_where_nobody_answers if {
	pod := _unready(_http)
	_asked([pod, _fails(pod, _refused)]) == {"log/shop/web-6d4b75cb6d-aaaaa/app/now", "list/revisions of web/shop"}
	_asked([pod, _fails(pod, "HTTP probe failed with statuscode: 404")]) == {"list/revisions of web/shop"}
	"log/shop/web-6d4b75cb6d-aaaaa/app/now" in _asked([pod, _fails(pod, "HTTP probe failed with statuscode: 400")])
	dead := _dead({"livenessProbe": _http}, _long)
	"log/shop/web-6d4b75cb6d-aaaaa/app/before" in _asked([dead, _kills(dead, "liveness"), _dies(dead, "Liveness", _slow)])
	dying := _pod("aaaaa", {"livenessProbe": _http}, shop.running("app", false))
	"log/shop/web-6d4b75cb6d-aaaaa/app/now" in _asked([dying, _kills(dying, "liveness"), _dies(dying, "Liveness", _slow)])
}

_set(hash, revision, spec, ready) := shop.one("ReplicaSet", concat("-", ["web", hash]), {
	"metadata": {
		"annotations": {"deployment.kubernetes.io/revision": revision},
		"ownerReferences": [{"kind": "Deployment", "name": "web"}],
	},
	"spec": {"template": {"spec": {"containers": [_container(spec)]}}},
	"status": {"readyReplicas": ready},
})

test_the_way_back_had_another_probe_or_serves_with_another_image if {
	pod := _unready(_http)
	objects := [pod, _fails(pod, "HTTP probe failed with statuscode: 503"), _set("6d4b75cb6d", "5", {"readinessProbe": _http}, 0)]
	probe := _only(array.concat(objects, [_set("a", "4", {}, 0)]), [])
	endswith(probe.remedy, "or roll back to revision 4, which had another readiness probe.")
	probe.next.tool == "rollback"
	other := {"readinessProbe": _http, "image": "registry.example.com/web:1.4.1"}
	image := _only(array.concat(objects, [_set("a", "4", other, 2)]), [])
	endswith(image.remedy, "or roll back to revision 4, which had image registry.example.com/web:1.4.1.")
	gone := _only(array.concat(objects, [_set("a", "4", other, 0)]), [])
	gone.next.tool == "logs"
	plain := _only([pod, _fails(pod, "HTTP probe failed with statuscode: 404")], [])
	plain.next == null
}

# What takes its time

test_a_start_that_takes_long_is_said_while_its_probe_allows_it if {
	pod := _pod("aaaaa", {"startupProbe": object.union(_http, {"failureThreshold": 900})}, object.union(shop.running("app", false), {"started": false}))
	finding := _only([pod, _event(pod, "Unhealthy", "Startup probe failed: dial tcp")], [])
	finding.code == "still_starting"
	contains(finding.title, "has been starting for 60 minutes: its startup probe, GET /ready on port 8080, has not succeeded, and allows 9000 s in all")
	count(finding.evidence) == 1
}

test_pods_that_are_ready_wait_to_be_available if {
	web := shop.deployment("web", {"spec": {"minReadySeconds": 300}, "status": {"availableReplicas": 1}})
	found := probes.finding with input as world.around(web, [])
	finding := [finding | some finding in found][0]
	finding.code == "min_ready_seconds"
	contains(finding.title, "Deployment shop/web: 2 of its pods are ready, but count as available only 300 s after that")
	finding.quiet
}

# Where a program says that it listens

_lines := [
	["listening on 0.0.0.0:8080", [8080, false]],
	["{\"ts\":\"2026-01-17T22:07:51Z\",\"pid\":17,\"msg\":\"listening\",\"addr\":\":8080\"}", [8080, false]],
	["level=info msg=listening addr=:9090 time=2026-01-17T22:07:51.310Z", [9090, false]],
	["Server listening at http://127.0.0.1:3000", [3000, true]],
	["Listening on http://[::]:3000", [3000, false]],
	["Listening on tcp://[::1]:3000", [3000, true]],
	["Tomcat started on port(s): 8443 (https)", [8443, false]],
	["server listening on 5000", [5000, false]],
	["server started on http://web.example.com:8000/", [8000, false]],
]

test_a_port_is_told_from_other_numbers if {
	pod := _unready(_http)
	every pair in _lines {
		places := {[place.port, place.local] |
			some one in containers.all
			some place in listening.places(one)
		} with input as shop.also(world.around(_web, [pod]), [_says(pod, pair[0])])
		places == {pair[1]}
	}
}

test_what_another_of_its_kind_says_counts if {
	pod := _unready(_http)
	other := _pod("bbbbb", {"readinessProbe": _http}, shop.running("app", false))
	finding := _only([pod, other, _fails(pod, _refused), _fails(other, _refused)], [_says(other, "listening on :3000")])
	finding.code == "probe_wrong_port"
	quiet := _only([pod, _fails(pod, _refused)], [_says(pod, "took 20 ms on :3000")])
	quiet.code == "probe_refused"
}

test_a_probe_may_have_ended_what_does_not_say_how_it_ended if {
	pod := _pod("aaaaa", {"livenessProbe": _http}, shop.waiting("app", "CrashLoopBackOff", "back-off"))
	_codes([pod, _dies(pod, "Liveness", _refused)]) == ["probe_refused"]
	_codes([pod, object.remove(_dies(pod, "Liveness", _refused), ["count"])]) == ["probe_refused"]
}

test_a_probe_that_a_dump_leaves_out_is_told_by_the_event if {
	pod := _pod("aaaaa", {}, shop.running("app", false))
	contains(_only([pod, _fails(pod, _slow)], []).title, "its readiness probe, GET /ready on port 8080, gets no answer within 1 s")
	contains(_only([pod, _fails(pod, "dial tcp 10.0.0.7:8080: connect: connection refused")], []).title, "TCP connection to port 8080")
	_codes([pod, _fails(pod, "command failed")]) == []
}
