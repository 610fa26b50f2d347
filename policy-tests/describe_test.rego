# METADATA
# title: One object and what is around it
package policy_tests.describe

import data.lib.happenings
import data.lib.references
import data.lib.tree
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world
import data.tools.describe

_after(observations) := world.planning({"kind": "deploy", "name": "web", "namespace": "shop"}, observations)

_plan(observations) := plan if {
	plan := describe.plan with input as _after(observations)
}

_blocks(observations) := answer.blocks if {
	answer := describe.answer with input as _after(observations)
}

_ids(plan) := {request.id | some request in plan.requests}

_request(plan, id) := request if {
	some request in plan.requests
	request.id == id
}

_text(observations) := concat("\n", [block.text | some block in _blocks(observations)])

_quote(observations, title) := block.quote if {
	some block in _blocks(observations)
	block.title == title
}

_web := shop.deployment("web", {})

_list(name, kind, items) := world.list(name, kind, items)

# --- What is asked

test_the_object_is_looked_at_first if _ids(_plan([])) == {"kind", "object"}

test_an_object_that_is_not_there_is_looked_for if {
	_ids(_plan([world.absent("object", "Deployment", "web")])) == {"names", "namesakes"}
}

test_then_what_is_around_it if {
	plan := _plan([world.object_(_web)])
	plan.more
	_ids(plan) == {
		"list/events/shop",
		"list/owned 1 all apps/v1/ReplicaSet/shop",
		"few/referring services/shop",
		"few/referring budgets/shop",
		"few/referring scalers/shop",
	}
	_request(plan, "list/owned 1 all apps/v1/ReplicaSet/shop").selector.labels == "app=web"
	_request(plan, "list/events/shop").selector.fields == "involvedObject.kind=Deployment,involvedObject.name=web"
}

test_without_selectors_everything_is_chosen_by_conditions if {
	plan := describe.plan with input as _after([world.object_(_web)])
		with data.config.selectors as {"labels": false, "fields": false}
	every request in plan.requests { not request.selector }
	_request(plan, "list/events/shop").where == [[
		{"path": "involvedObject.kind", "is": ["Deployment"]},
		{"path": "involvedObject.name", "is": ["web"]},
	]]
}

test_laps_and_requests_come_to_an_end if {
	at_the_end := shop.in_lap(_after([world.object_(_web)]), 5)
	plan := describe.plan with input as at_the_end
	plan == {"requests": [], "answer": true}
	few := describe.plan with input as _after([world.object_(_web)]) with data.config.diagnosis.requests as 3
	count(few.requests) == 2
	few.requests[0].id == "list/events/shop"
}

# --- What happened

_event(reason, message, more) := object.union(world.event(_web, reason, message, 1), more)

_happened(events) := lines if {
	lines := happenings.lines with input as _after([world.object_(_web), _list("events", "Event", events)])
}

test_events_that_say_the_same_are_one_line if {
	_happened([
		_event("Slow", "it is slow", {"metadata": {"name": "a"}, "count": 3}),
		_event("Slow", "it is slow", {
			"metadata": {"name": "b"},
			"firstTimestamp": "2026-01-17T08:00:00Z",
			"lastTimestamp": "2026-01-17T08:30:00Z",
		}),
		_event("Scaled", "up", {"metadata": {"name": "c"}, "type": "Normal", "firstTimestamp": "2026-01-17T09:59:00Z"}),
		_event("Other", "of a pod", {"metadata": {"name": "d"}, "involvedObject": {"kind": "Pod"}}),
		_event("Odd", "when", {"metadata": {"name": "e"}, "firstTimestamp": "once", "lastTimestamp": "once"}),
	]) == [
		"Warning Odd, once: when",
		"Warning Slow x4, 2026-01-17T08:00:00Z to 2026-01-17T09:59:00Z (60s ago): it is slow",
		"Normal Scaled, 2026-01-17T09:59:00Z (60s ago): up",
	]
}

test_events_of_what_is_in_no_namespace_stand_in_an_open_one if {
	wants := happenings.wants with input as _after([world.object_(shop.one("Node", "node-a", {}))])
	[want.request.namespace | some want in wants] == ["default"]
}

# --- Owners

_pod := shop.pod("web-1", {"metadata": {"ownerReferences": [
	{"apiVersion": "v1", "kind": "Other", "name": "other"},
	{"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web-6d", "controller": true},
]}})

_set := shop.one("ReplicaSet", "web-6d", {
	"metadata": {"ownerReferences": [{"apiVersion": "example.com/v1", "kind": "Shop", "name": "books"}]},
	"spec": {"replicas": 1},
})

_tree(observations) := lines if {
	lines := tree.lines with input as _after(observations)
}

_tree_wants(observations) := {want.request.id: want.request | some want in wants} if {
	wants := tree.wants with input as _after(observations)
}

_owner(step, one) := object.union(world.got(one), {"id": $"owner {step}"})

_kind_of_owner(namespaced) := object.union(world.object_(_pod), {"id": "kind of owner 2", "data": {"namespaced": namespaced}})

_shop := {"kind": "Deployment", "metadata": {"name": "books", "ownerReferences": [{"apiVersion": "v1", "kind": "Top", "name": "top"}]}}

test_the_owner_that_controls_it_is_read if {
	wants := _tree_wants([world.object_(_pod)])
	wants["owner 1"].kind == "apps/v1/ReplicaSet"
	wants["owner 1"].namespace == "shop"
}

test_of_other_kinds_it_is_asked_first_what_they_are if {
	wants := _tree_wants([world.object_(_pod), _owner(1, _set)])
	wants["kind of owner 2"].name == "example.com~v1~Shop"
	wants["kind of owner 2"].optional
	not wants["owner 2"]
}

test_an_owner_is_read_where_its_kind_lives if {
	within := _tree_wants([world.object_(_pod), _owner(1, _set), _kind_of_owner(true)])
	within["owner 2"].namespace == "shop"
	above := _tree_wants([world.object_(_pod), _owner(1, _set), _kind_of_owner(false)])
	above["owner 2"].namespace == ""
}

test_owners_stand_above if {
	_tree([world.object_(_pod), _owner(1, _set), _owner(2, _shop)]) == [
		"Top top",
		"  Shop books",
		"    ReplicaSet web-6d: 0 of 1 ready",
		"      Pod web-1: Running, 0 of 1 ready, on node-a",
	]
}

test_an_owner_that_is_gone_is_told if {
	gone := object.union(world.absent("owner 1", "ReplicaSet", "web-6d"), {})
	_tree([world.object_(_pod), gone])[0] == "ReplicaSet web-6d is not there"
}

test_an_owner_that_was_not_seen_is_only_named if {
	_tree([world.object_(_pod), world.denied("owner 1", "ReplicaSet", "web-6d")])[0] == "ReplicaSet web-6d"
}

test_what_has_neither_owners_nor_anything_has_no_tree if _tree([world.object_(shop.one("ConfigMap", "settings", {}))]) == []

# --- What it owns

_below(owner, one) := object.union(one, {"metadata": {"ownerReferences": [{"kind": owner.kind, "name": owner.metadata.name}]}})

_new := _below(_web, shop.one("ReplicaSet", "web-2", {"spec": {"replicas": 1}, "status": {"replicas": 1, "readyReplicas": 0}}))

_old := _below(_web, shop.one("ReplicaSet", "web-1", {"spec": {"replicas": 1}, "status": {"replicas": 1, "readyReplicas": 1}}))

_idle := _below(_web, shop.one("ReplicaSet", "web-0", {"spec": {"replicas": 0}, "status": {"replicas": 0}}))

_foreign := _below(shop.deployment("other", {}), shop.one("ReplicaSet", "other-1", {"spec": {"replicas": 1}}))

_sets := _list("owned 1 all apps/v1/ReplicaSet", "ReplicaSet", [_old, _new, _idle, _foreign])

_unwell_pod := _below(_new, shop.pod("web-2-a", {"status": {"phase": "Pending"}}))

_well_pod := _below(_old, shop.pod("web-1-a", {"status": {"containerStatuses": [shop.running("app", true)]}}))

_unwell_pods := _list("owned 2 unwell v1/Pod", "Pod", [_unwell_pod])

_all_pods := object.union(_list("owned 2 all v1/Pod", "Pod", [_well_pod, _unwell_pod]), {"truncated": true})

test_of_its_sets_the_pods_are_asked_for if {
	wants := _tree_wants([world.object_(_web), _sets])
	all := wants["list/owned 2 all v1/Pod/shop"]
	all.where == [[
		{"path": "metadata.ownerReferences[*].kind", "is": ["ReplicaSet"]},
		{"path": "metadata.ownerReferences[*].name", "is": ["web-1", "web-2"]},
	]]
	every conditions in wants["list/owned 2 unwell v1/Pod/shop"].where { array.slice(conditions, 0, 2) == all.where[0] }
}

test_what_it_owns_stands_below_unwell_ones_first if {
	_tree([world.object_(_web), _sets, _unwell_pods, _all_pods]) == [
		"Deployment web: 3 of 3 ready",
		"  ReplicaSet web-2: 0 of 1 ready",
		"    Pod web-2-a: Pending, 0 of 1 ready, on node-a",
		"  ReplicaSet web-1: 1 of 1 ready",
		"    Pod web-1-a: Running, 1 of 1 ready, on node-a",
	]
}

test_that_there_are_more_is_told_with_the_call_that_shows_them if {
	text := _text([world.object_(_web), _sets, _unwell_pods, _all_pods])
	contains(text, `It owns more than is shown: list {"kind":"pod","labelSelector":"app=web","namespace":"shop"}.`)
	contains(text, `Not well: 2 of what it owns; why: diagnose {"kind":"deployment","name":"web","namespace":"shop"}.`)
}

_cron := shop.one("CronJob", "nightly", {"spec": {"schedule": "5 1 * * *"}})

_custom := object.union(world.object_(_cron), {"request": {"group": "example.com", "kind": "Shop", "resource": "shops"}})

test_of_a_custom_resource_the_usual_kinds_are_asked_for if {
	wants := _tree_wants([_custom])
	wants["list/owned 1 all apps/v1/Deployment/shop"]
	wants["list/owned 1 all v1/ConfigMap/shop"]
	not wants["list/owned 1 all v1/ConfigMap/shop"].selector
}

test_of_jobs_the_latest_are_asked_for if {
	wants := _tree_wants([world.object_(_cron)])
	wants["list/owned 1 all batch/v1/Job/shop"].options.sortBy == "-metadata.creationTimestamp"
}

test_three_steps_down if {
	shop_ := object.union(_web, {"kind": "Shop", "metadata": {"name": "nightly"}})
	books := _below(shop_, shop.deployment("books", {}))
	set := _below(books, shop.one("ReplicaSet", "books-1", {"spec": {"replicas": 1}}))
	pod := _below(set, shop.pod("books-1-a", {}))
	seen := [
		_custom,
		_list("owned 1 all apps/v1/Deployment", "Deployment", [books]),
		_list("owned 2 all apps/v1/ReplicaSet", "ReplicaSet", [set]),
		_list("owned 3 all v1/Pod", "Pod", [pod]),
	]
	count(_tree(seen)) == 4
	_tree_wants(seen)["list/owned 3 all v1/Pod/shop"]
	contains(_text([object.union(one, {"truncated": true}) | some one in seen]), `list {"kind":"deployment","namespace":"shop"}`)
}

test_what_is_in_no_namespace_owns_nothing_here if {
	_tree_wants([world.object_(shop.one("Node", "node-a", {}))]) == {}
}

# --- What it refers to

_spec := {
	"serviceAccountName": "web",
	"priorityClassName": "high",
	"imagePullSecrets": [{"name": "registry"}],
	"containers": [{
		"name": "app",
		"envFrom": [{"configMapRef": {"name": "flags", "optional": true}}, {"secretRef": {"name": "keys"}}],
		"env": [
			{"name": "A", "valueFrom": {"configMapKeyRef": {"name": "settings", "key": "a"}}},
			{"name": "B", "valueFrom": {"secretKeyRef": {"name": "keys", "key": "b"}}},
			{"name": "C"},
		],
	}],
	"initContainers": [{"name": "first", "envFrom": [{"configMapRef": {"name": "settings"}}]}],
	"volumes": [
		{"name": "a", "configMap": {"name": "settings"}},
		{"name": "b", "secret": {"secretName": "certificate"}},
		{"name": "c", "persistentVolumeClaim": {"claimName": "data"}},
		{"name": "d", "projected": {"sources": [{"configMap": {"name": "roots"}}, {"secret": {"name": "token"}}]}},
		{"name": "e", "emptyDir": {}},
	],
}

_needy := shop.deployment("web", {"spec": {"template": {"spec": _spec}}})

_asked(observations) := {want.request.id: want.request | some want in wants} if {
	wants := references.wants with input as _after(observations)
}

_to(observations) := lines if {
	lines := references.to_lines with input as _after(observations)
}

_from(observations) := lines if {
	lines := references.from_lines with input as _after(observations)
}

_there(kind, names) := world.few(concat(" ", ["referred", kind]), kind, [{"metadata": {"name": name}} | some name in names])

test_what_it_refers_to_is_told_by_name if {
	_to([world.object_(_needy)]) == [
		"ConfigMap flags (environment)",
		"ConfigMap roots (volume)",
		"ConfigMap settings (environment, volume)",
		"PersistentVolumeClaim data (volume)",
		"PriorityClass high (priority)",
		"Secret certificate (volume)",
		"Secret keys (environment)",
		"Secret registry (to pull images)",
		"Secret token (volume)",
		"ServiceAccount web (account)",
	]
}

test_secrets_and_accounts_are_not_looked_up if {
	wants := _asked([world.object_(_needy)])
	{id | some id, _ in wants; startswith(id, "few/referred")} == {
		"few/referred ConfigMap/shop",
		"few/referred PersistentVolumeClaim/shop",
		"few/referred PriorityClass/",
	}
	wants["few/referred ConfigMap/shop"].where == [[{"path": "metadata.name", "is": ["flags", "roots", "settings"]}]]
	wants["few/referred ConfigMap/shop"].options.view == "metadata"
}

test_what_is_missing_stands_first if {
	seen := [world.object_(_needy), _there("ConfigMap", ["roots"])]
	array.slice(_to(seen), 0, 3) == [
		"ConfigMap flags (environment): not there, and optional",
		"ConfigMap settings (environment, volume): not there",
		"ConfigMap roots (volume)",
	]
	contains(_text(seen), "It refers to something that is not there.")
}

test_what_is_optional_may_be_missing if {
	text := _text([world.object_(_needy), _there("ConfigMap", ["roots", "settings"])])
	not contains(text, "It refers to something")
}

test_of_a_list_that_was_cut_nothing_is_missing if {
	cut := object.union(_there("ConfigMap", ["roots"]), {"truncated": true})
	not contains(concat("\n", _to([world.object_(_needy), cut])), "not there")
}

_referring := {
	"ConfigMap": [],
	"Pod": ["Node node-a (where it runs)"],
	"StatefulSet": ["Service db (names its pods)"],
	"HorizontalPodAutoscaler": ["Deployment web (what it scales)"],
	"PersistentVolumeClaim": ["PersistentVolume pv-1 (volume)", "StorageClass fast (class)"],
	"PersistentVolume": ["StorageClass fast (class)"],
	"Ingress": ["IngressClass public (class)", "Secret certificate (certificate)", "Service web (backend)"],
}

_of_kind(kind) := shop.one(kind, "it", {"spec": {
	"nodeName": "node-a",
	"serviceName": "db",
	"scaleTargetRef": {"kind": "Deployment", "name": "web"},
	"volumeName": "pv-1",
	"storageClassName": "fast",
	"ingressClassName": "public",
	"tls": [{"secretName": "certificate"}, {"hosts": ["a"]}],
	"defaultBackend": {"service": {"name": "web"}},
}})

test_each_kind_refers_in_its_own_way[kind] if {
	some kind, lines in _referring
	_to([world.object_(_of_kind(kind))]) == lines
}

# --- What refers to it

_found(name, kind, items) := world.few(concat(" ", ["referring", name]), kind, items)

_services := _found("services", "Service", [shop.service("web", "web"), shop.service("other", "other"), shop.one("Service", "none", {})])

_budgets := _found("budgets", "PodDisruptionBudget", [
	shop.one("PodDisruptionBudget", "web", {"spec": {"selector": {"matchLabels": {"app": "web"}}}}),
	shop.one("PodDisruptionBudget", "other", {"spec": {"selector": {"matchLabels": {"app": "other"}}}}),
])

_scalers := _found("scalers", "HorizontalPodAutoscaler", [shop.one("HorizontalPodAutoscaler", "web", {"spec": {"minReplicas": 2, "maxReplicas": 4}})])

_ingresses := _found("ingresses", "Ingress", [shop.one("Ingress", "shop", {"spec": {"ingressClassName": "public"}})])

test_of_its_services_the_ingresses_are_asked_for if {
	wants := _asked([world.object_(_web), _services])
	wants["few/referring ingresses/shop"].where[0] == [{
		"path": "spec.rules[*].http.paths[*].backend.service.name",
		"is": ["web"],
	}]
}

test_who_sends_to_it_guards_it_and_scales_it if {
	_from([world.object_(_web), _services, _budgets, _scalers, _ingresses]) == [
		"HorizontalPodAutoscaler web: min 2, max 4",
		"Ingress shop: class public",
		"PodDisruptionBudget web",
		"Service web: 80→8080",
	]
}

test_a_pod_is_known_by_its_own_labels if {
	_from([world.object_(shop.pod("web-1", {})), _services]) == ["Service web: 80→8080"]
}

_target(kind, name, more) := object.union(
	world.object_(shop.one(kind, name, more)),
	{"request": {"kind": kind, "resource": concat("", [lower(kind), "s"])}},
)

_settings := _target("ConfigMap", "settings", {})

test_users_are_asked_for_wherever_pods_come_from if {
	wants := _asked([_settings])
	wants["few/referring users pods/shop"].kind == "pods"
	paths := {condition.path | some [condition] in wants["few/referring users cronjobs.batch/shop"].where}
	"spec.jobTemplate.spec.template.spec.volumes[*].configMap.name" in paths
	"spec.jobTemplate.spec.template.spec.initContainers[*].env[*].valueFrom.configMapKeyRef.name" in paths
}

test_users_of_an_account_are_found_by_its_name if {
	account := object.union(_target("ConfigMap", "web", {}), {"request": {"kind": "ServiceAccount", "resource": "serviceaccounts"}})
	wants := _asked([account])
	wants["few/referring users deployments.apps/shop"].where == [[{"path": "spec.template.spec.serviceAccountName", "is": ["web"]}]]
}

test_pods_of_workloads_that_use_it_are_not_told_again if {
	bare := shop.one("Pod", "bare", {"spec": {"containers": [{"name": "a"}]}, "status": {"phase": "Running"}})
	pods := _found("users pods", "Pod", [shop.pod("web-1", {}), bare])
	workloads := _found("users deployments.apps", "Deployment", [_web])
	_from([_settings, pods, workloads]) == ["Deployment web: 3 of 3 ready", "Pod bare: Running, 0 of 1 ready"]
}

test_pods_that_mount_a_claim_are_all_told if {
	pods := _found("users pods", "Pod", [shop.pod("web-1", {})])
	claim := _target("PersistentVolumeClaim", "data", {})
	_from([claim, pods]) == ["Pod web-1: Running, 0 of 1 ready, on node-a"]
	_asked([claim])["few/referring users pods/shop"].where == [[{
		"path": "spec.volumes[*].persistentVolumeClaim.claimName",
		"is": ["data"],
	}]]
}

test_what_is_in_a_namespace_says_in_which if {
	volume := _target("PersistentVolume", "pv-1", {})
	claims := object.union(
		_found("claims", "PersistentVolumeClaim", [shop.one("PersistentVolumeClaim", "data", {"status": {"phase": "Bound"}})]),
		{"id": "few/referring claims/"},
	)
	_from([volume, claims]) == ["PersistentVolumeClaim data: Bound in shop"]
}

_asking := {
	"Service": "few/referring sets/shop",
	"StorageClass": "few/referring claims/",
	"IngressClass": "few/referring ingresses/",
	"Namespace": "few/referring quotas/it",
}

test_each_kind_is_referred_to_in_its_own_way[kind] if {
	some kind, id in _asking
	_asked([world.object_(shop.one(kind, "it", {}))])[id]
}

test_that_not_all_was_looked_through_is_told if {
	contains(_text([world.object_(_web), object.union(_services, {"truncated": true})]), "Not all that may refer to it was looked through.")
}

# --- Its pods

_service := world.object_(shop.service("web", "web"))

_pods(name, namespace, items) := object.union(world.few(name, "Pod", items), {"id": concat("", ["few/", name, "/", namespace])})

test_pods_of_a_service_are_counted_and_those_unwell_told if {
	seen := [
		_service,
		_pods("all pods", "shop", [shop.pod("web-1", {}), shop.pod("web-2", {})]),
		_pods("unwell pods", "shop", [shop.pod("web-1", {"status": {"phase": "Pending"}}), shop.pod("web-2", {})]),
	]
	_quote(seen, "Pods that it sends to: 2; the unwell ones") == ["Pod web-1: Pending, 0 of 1 ready, on node-a"]
	contains(_text(seen), `Not well; why: diagnose {"kind":"service","name":"web","namespace":"shop"}.`)
}

test_a_service_without_pods_is_not_well if {
	text := _text([_service, _pods("all pods", "shop", []), _pods("unwell pods", "shop", [])])
	contains(text, "Not well; why:")
	contains(text, "Pods that it sends to: none.")
}

test_pods_are_selected_by_labels_or_by_conditions if {
	wants := _asked([_service])
	wants["few/all pods/shop"].selector.labels == "app=web"
	wants["few/all pods/shop"].where == [[{"path": `metadata.labels["app"]`, "is": ["web"]}]]
	closed := references.wants with input as _after([_service]) with data.config.selectors as {"labels": false, "fields": false}
	every want in closed { not want.request.selector }
}

test_a_service_that_selects_nothing_has_no_pods if {
	not _asked([world.object_(shop.one("Service", "outside", {"spec": {}}))])["few/all pods/shop"]
}

test_pods_on_a_node_are_counted if {
	node := world.object_(shop.one("Node", "node-a", {}))
	_asked([node])["few/all pods/"].selector.fields == "spec.nodeName=node-a"
	seen := [
		node,
		object.union(_pods("all pods", "", [shop.pod("web-1", {})]), {"truncated": true}),
		_pods("unwell pods", "", [shop.pod("web-1", {"status": {"phase": "Failed"}})]),
	]
	_quote(seen, "Pods on it: more than 1; the unwell ones") == ["Pod web-1: Failed, 0 of 1 ready, on node-a in shop"]
	not contains(_text(seen), "Not well")
}

# --- The answer

test_the_answer_holds_what_matters_in_its_order if {
	bad := shop.deployment("web", {
		"metadata": {
			"creationTimestamp": "2026-01-15T10:00:00Z",
			"deletionTimestamp": "2026-01-17T09:00:00Z",
			"finalizers": ["example.com/wait"],
		},
		"status": {"conditions": [
			{"type": "Available", "status": "False", "reason": "TooFew"},
			{"type": "Odd", "status": "False", "reason": "do as I say"},
			{"type": "Plain", "status": "False"},
		]},
	})
	blocks := _blocks([world.object_(bad), _list("events", "Event", [_event("Slow", "it is slow", {})])])
	blocks[0].text == concat(" ", [
		"Deployment shop/web, made 2d ago.",
		"Not as it should be: Available=False (TooFew), Odd=False, Plain=False.",
		"It is being deleted since 2026-01-17T09:00:00Z, and waits for its finalizers: example.com/wait.",
		`Not well; why: diagnose {"kind":"deployment","name":"web","namespace":"shop"}.`,
	])
	[title | some block in blocks; title := block.title] == ["Conditions, in order of concern", "Events"]
	blocks[2].more == `To see them: events {"kind":"deployment","name":"web","namespace":"shop"}`
	blocks[3].observation == "object"
	blocks[3].show.next == {"tool": "get", "arguments": {"kind": "deploy", "name": "web", "namespace": "shop"}, "cursor": "fields"}
	count(blocks) == 4
}

test_without_finalizers_nothing_is_waited_for if {
	going := shop.deployment("web", {"metadata": {"deletionTimestamp": "2026-01-17T09:00:00Z"}})
	contains(_text([world.object_(going)]), "It is being deleted since 2026-01-17T09:00:00Z.")
}

test_a_namespace_is_told_with_the_call_that_looks_into_it if {
	contains(_text([world.object_(shop.one("Namespace", "shop", {}))]), `What is unwell in it: diagnose {"namespace":"shop"}.`)
}

test_what_was_not_seen_is_told if {
	unseen := [world.denied("list/events/shop", "Event", ""), world.denied("few/referring services/shop", "Service", "")]
	contains(_text(array.concat([world.object_(_web)], unseen)), "Not seen, so not told: events (not_granted); services (not_granted).")
}

test_what_needed_a_second_look_is_shown_from_there if {
	again := object.union(world.object_(_web), {"id": "object again"})
	some block in _blocks([world.denied("object", "Deployment", "web"), again])
	block.observation == "object again"
}

test_a_dump_without_a_date_has_no_age if {
	_blocks([world.object_({"kind": "ConfigMap", "metadata": {"name": "settings", "namespace": "shop"}})])[0].text == "ConfigMap shop/settings."
}
