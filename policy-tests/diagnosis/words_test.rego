# METADATA
# title: Small words of concerns, one by one
package policy_tests.diagnosis.words

import data.diagnosis.logs
import data.diagnosis.nodes
import data.diagnosis.probes
import data.lib.hosts
import data.lib.likeness

_pod := {"kind": "Pod", "metadata": {"name": "web-1", "namespace": "shop"}}

test_a_host_with_svc_means_the_service_of_its_namespace if {
	hosts.service("ledger-db.payments.svc.cluster.local:5432", _pod) == "Service/payments/ledger-db"
	not hosts.service("db.example.com:5432", _pod)
}

test_names_that_end_alike_are_alike if likeness.alike("webapp", "bebapp")

test_an_answer_of_400_without_tls_is_a_status if {
	probes._meaning(402, {}) == "status"
	probes._meaning(400, {"message": "HTTP probe failed with statuscode: 400"}) == "status"
}

test_a_pod_is_lost_with_its_node_where_it_says_so[name] if {
	some name, pod in {
		"deleted": {"metadata": {"deletionTimestamp": "2026-01-17T09:00:00Z"}},
		"unknown": {"status": {"phase": "Unknown"}},
		"lost": {"status": {"reason": "NodeLost"}},
	}
	nodes._is_lost(pod)
}

test_a_place_is_a_path_or_else_a_setting if {
	contains(logs._place({"words": {"setting": "server.port"}}), "server.port")
}
