# METADATA
# title: What is missed, and what is looked at for it
package policy_tests.diagnosis.dependencies

import data.diagnosis.dependencies
import data.diagnosis.logs
import data.lib.backing
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_web := shop.pod("web-1", {"status": {"containerStatuses": [shop.crashed("app", 1, "Error")]}})

_db := shop.pod_of("StatefulSet", "shop-db", "shop-db-0", {"status": {"containerStatuses": [
	shop.crashed("postgres", 1, "Error"),
	shop.running("exporter", true),
]}})

_service := shop.one("Service", "shop-db", {"spec": {
	"clusterIP": "10.96.0.7",
	"selector": {"app": "shop-db"},
	"ports": [{"port": 5432}],
}})

_slice := shop.one("EndpointSlice", "shop-db-abc", {
	"metadata": {"labels": {"kubernetes.io/service-name": "shop-db"}},
	"endpoints": [{"conditions": {"ready": false}}, {"conditions": {"ready": true}}],
})

_seen(line, objects) := shop.also(world.around(shop.deployment("web", {}), array.concat([_web], objects)), array.concat(
	[world.list("services", "Service", [one | some one in objects; one.kind == "Service"])],
	[world.log(_web, "app", "before", [line]) | line != ""],
))

_refused := "dial tcp 10.96.0.7:5432: connect: connection refused"

test_logs_and_what_is_unwell_beside_are_asked_for if {
	wants := logs.asks | dependencies.asks with input as _seen("", [])
	shop.ids(wants) == {"log/shop/web-1/app/before", "log/shop/web-1/app/now", "few/unwell pods/shop"}
}

test_what_concerns_the_target_and_waits_is_asked_for_first if {
	restarted := object.union(object.remove(shop.crashed("app", 1, "Error"), ["state"]), {"state": {"running": {"startedAt": shop.a_moment_ago}}})
	pods := [
		shop.pod("web-1", {"status": {"containerStatuses": [restarted]}}),
		shop.pod("web-2", {"status": {"containerStatuses": [shop.crashed("app", 1, "Error")]}}),
		shop.pod_of("StatefulSet", "aside", "aside-0", {"status": {"containerStatuses": [shop.crashed("app", 1, "Error")]}}),
	]
	wants := logs.asks with input as world.around(shop.deployment("web", {}), pods)
		with data.config.diagnosis.logs as 3
	shop.ids(wants) == {"log/shop/web-1/app/before", "log/shop/web-2/app/before", "log/shop/web-2/app/now"}
}

test_of_a_job_the_services_are_asked_for if {
	pod := shop.pod_of("Job", "load", "load-1", {"status": {"containerStatuses": [shop.ended("app", 1, "Error")]}})
	wants := dependencies.asks with input as world.around(shop.one("Job", "load", {}), [pod])
	"list/services/shop" in shop.ids(wants)
}

test_no_more_logs_are_asked_for_than_config_has if {
	pods := [shop.pod_of("StatefulSet", $"app{number}", $"app{number}-0", {"status": {"containerStatuses": [shop.crashed("app", 1, "Error")]}}) |
		some number in numbers.range(1, 9)
	]
	wants := logs.asks with input as world.within(pods)
	count(wants) == data.config.diagnosis.logs
}

test_another_pod_is_asked_for_where_the_first_have_no_log if {
	pods := [shop.pod($"web-{number}", {"status": {"containerStatuses": [shop.crashed("app", 1, "Error")]}}) |
		some number in numbers.range(1, 3)
	]
	none := [object.union(world.log(pods[at], "app", when, []), {"outcome": "fault", "fault": {"code": "CLUSTER_REFUSED", "remedy": ""}}) |
		some at in [0, 1]
		some when in ["before", "now"]
	]
	seen := shop.also(world.around(shop.deployment("web", {}), pods), none)
	wants := logs.asks with input as seen
	"log/shop/web-3/app/before" in shop.ids(wants)
}

test_what_stands_behind_the_service_that_is_missed_is_asked_for if {
	few := world.few("unwell pods", "Pod", [object.filter(_db, ["metadata", "status"])])
	seen := shop.also(_seen(_refused, [_service]), [few])
	wants := dependencies.asks with input as seen
	{
		"get/Pod/shop/shop-db-0",
		"list/slices of shop-db/shop",
		"log/shop/shop-db-0/postgres/before",
		"log/shop/shop-db-0/postgres/now",
	} - shop.ids(wants) == set()
}

test_what_should_have_made_its_pods_is_asked_for_where_none_is_unwell if {
	wants := dependencies.asks with input as _seen(_refused, [_service])
	{"list/Deployment behind shop-db/shop", "list/StatefulSet behind shop-db/shop"} - shop.ids(wants) == set()
}

test_a_service_whose_slices_were_asked_for_matters if {
	none := world.list("slices of shop-db", "EndpointSlice", [])
	backing.services["Service/shop/shop-db"] with input as shop.also(_seen(_refused, [_service]), [none])
	not backing.services["Service/shop/shop-db"] with input as _seen(_refused, [_service])
}

test_a_service_of_another_namespace_is_asked_for if {
	wants := dependencies.asks with input as _seen("dial tcp: lookup ledger.bank on 10.96.0.10:53: no such host", [_service])
	"get/Service/bank/ledger" in shop.ids(wants)
}

test_what_is_wrong_behind_the_service_explains_who_misses_it if {
	found := shop.by_code(dependencies.finding) with input as _seen(_refused, [_service, _slice])
	found.connection_refused.needs == ["Service/shop/shop-db"]
	"EndpointSlice shop/shop-db-abc: endpoints = 2, of which 1 ready" in found.connection_refused.evidence
}

test_a_program_that_hangs_says_what_it_waits_for if {
	pod := shop.pod("web-1", {
		"spec": {"initContainers": [{"name": "wait"}]},
		"status": {
			"phase": "Pending",
			"initContainerStatuses": [shop.running("wait", false)],
			"containerStatuses": [shop.waiting("app", "PodInitializing", "")],
		},
	})
	seen := shop.also(world.around(shop.deployment("web", {}), [pod, _service]), [
		world.list("services", "Service", [_service]),
		world.log(pod, "wait", "now", ["waiting for shop-db:5432", "waiting for shop-db:5432"]),
	])
	found := shop.by_code(dependencies.finding) with input as seen
	contains(found.waits_for.title, "Init container wait of Deployment shop/web does not come to its end: it waits for shop-db:5432")
	"Pod/shop/web-1/app" in found.waits_for.reaches
}

test_the_nearest_names_of_services_are_offered if {
	found := shop.by_code(dependencies.finding) with input as _seen("Error: getaddrinfo ENOTFOUND shop-database", [_service])
	contains(found.no_such_service.remedy, "; there is shop-db.")
}

test_a_name_is_not_called_missing_where_services_were_not_seen_whole if {
	seen := world.around(shop.deployment("web", {}), [_web])
	all := shop.also(seen, [world.log(_web, "app", "before", ["Error: getaddrinfo ENOTFOUND shop-database"])])
	found := shop.by_code(dependencies.finding) with input as all
	object.keys(found) == {"name_unresolved"}
}

_unready := shop.pod("web-1", {"status": {"containerStatuses": [shop.running("app", false)]}})

_said(events, text) := shop.also(
	world.around(shop.deployment("web", {}), array.concat([_unready], events)),
	[world.log(_unready, "app", "now", split(text, "\n"))],
)

_lost := "ERROR db: dial tcp 10.1.2.3:5432: connect: connection refused"

test_a_program_that_is_not_ready_says_why if {
	shop.ids(logs.asks) == {"log/shop/web-1/app/now"} with input as world.around(shop.deployment("web", {}), [_unready])
	found := shop.by_code(dependencies.finding) with input as _said([], _lost)
	contains(found.connection_refused.title, "is not ready: 10.1.2.3:5432 refuses")
}

test_a_probe_that_asks_for_the_wrong_thing_is_not_the_fault_of_the_program[note] if {
	some note, [message, text] in {
		"404": ["Readiness probe failed: HTTP probe failed with statuscode: 404", _lost],
		"refused": ["Readiness probe failed: dial tcp 10.1.1.1:8081: connect: connection refused", concat("\n", ["listening on :8080", _lost])],
	}
	event := world.event(_unready, "Unhealthy", message, 9)
	count(dependencies.finding) == 0 with input as _said([event], text)
}

test_a_program_that_does_not_listen_yet_may_say_why if {
	event := world.event(_unready, "Unhealthy", "Readiness probe failed: dial tcp 10.1.1.1:8080: connect: connection refused", 9)
	shop.by_code(dependencies.finding).connection_refused with input as _said([event], _lost)
}
