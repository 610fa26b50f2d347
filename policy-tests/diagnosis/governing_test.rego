# METADATA
# title: Services of StatefulSets
package policy_tests.diagnosis.governing

import data.diagnosis.governing
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_set := shop.one("StatefulSet", "db", {"spec": {"serviceName": "peers", "selector": {"matchLabels": {"app": "db"}}}})

_pod := shop.pod_of("StatefulSet", "db", "db-1", {"status": {"containerStatuses": [shop.crashed("app", 1, "Error")]}})

_lost := "dial tcp: lookup db-0.peers: no such host"

_says(line, objects) := shop.also(world.around(_set, array.concat([_pod], objects)), [world.log(_pod, "app", "before", [line])])

_found(planning) := shop.by_code(found) if {
	found := governing.finding with input as planning
}

_service(more) := shop.one("Service", "peers", {"spec": object.union({"selector": {"app": "db"}, "ports": [{"port": 80}]}, more)})

_slice(ready) := shop.one("EndpointSlice", "peers-x", {
	"metadata": {"labels": {"kubernetes.io/service-name": "peers"}},
	"endpoints": [{"conditions": {"ready": ready}}],
})

test_the_service_is_asked_for_once_a_name_does_not_resolve if {
	wants := governing.asks with input as _says(_lost, [])
	shop.ids(wants) == {"get/Service/shop/peers"}
}

test_another_name_is_no_matter_of_it if {
	wants := governing.asks with input as _says("dial tcp: lookup mail-0.example: no such host", [])
	wants == set()
}

test_a_service_that_does_not_exist_gives_no_names if {
	found := _found(shop.also(_says(_lost, []), [world.absent("get/Service/shop/peers", "Service", "peers")]))
	contains(found.governing_service_missing.title, "names Service peers as its serviceName, which does not exist")
	"Pod/shop/db-1" in found.governing_service_missing.reaches
}

test_a_service_with_an_address_gives_no_names if {
	object.keys(_found(_says(_lost, [_service({"clusterIP": "10.96.1.1"})]))) == {"governing_service_address"}
}

test_a_headless_service_names_what_is_ready if {
	objects := [_service({"clusterIP": "None"}), _slice(false)]
	object.keys(_found(_says(_lost, objects))) == {"governing_service_unpublished"}
	_found(_says(_lost, [_service({"clusterIP": "None"}), _slice(true)])) == {}
	_found(_says(_lost, [_service({"clusterIP": "None", "publishNotReadyAddresses": true}), _slice(false)])) == {}
}
