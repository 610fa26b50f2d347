# METADATA
# title: What a diagnosis says
package policy_tests.diagnosis.telling

import data.lib.telling
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_one(code, at, more) := object.union(
	{
		"code": code,
		"stage": 3,
		"weight": 50,
		"symptom": false,
		"quiet": false,
		"title": concat("", [code, " of ", at, "."]),
		"remedy": concat("", ["Mend ", code, "."]),
		"root": at,
		"at": at,
		"reaches": [at],
		"needs": [],
		"fold": code,
		"evidence": [concat(" ", [code, "seen"])],
		"next": null,
	},
	more,
)

_blocks(planning, found) := blocks if {
	blocks := telling.blocks with input as planning with data.diagnosis as {"any": {"finding": found}}
}

# Blocks as one text.
_said(planning, found) := concat("\n", array.concat(
	[block.text | some block in _blocks(planning, found); block.text],
	[line | some block in _blocks(planning, found); some line in block.quote],
))

_web := shop.deployment("web", {})

_here := "Deployment/shop/web"

_around := world.around(_web, [])

test_the_cause_stands_first_with_its_evidence_and_what_to_do if {
	[first, evidence, cure, last] := _blocks(_around, {_one("crash", _here, {})})
	first.text == "crash of Deployment/shop/web."
	evidence == {"title": "Evidence", "quote": ["crash seen"]}
	cure.text == "What to do: Mend crash."
	last.text == `More of it: describe {"kind":"deployment","name":"web","namespace":"shop"}`
}

test_what_it_explains_is_said if {
	found := {_one("crash", _here, {}), _one("missing", _here, {"stage": 5})}
	contains(_said(_around, found), "It explains: missing of Deployment/shop/web.")
}

test_many_of_one_are_counted if {
	found := {_one("crash", at, {"title": "web crashes.", "root": "Deployment/shop/web"}) | some at in ["Pod/shop/web-1", "Pod/shop/web-2"]}
	contains(_said(world.within([]), found), "web crashes. (2 of these)")
}

test_many_whose_title_names_no_workload_are_counted_with_it if {
	found := {_one("crash", at, {"title": "It crashes.", "root": "Deployment/shop/web"}) | some at in ["Pod/shop/a", "Pod/shop/b"]}
	contains(_said(world.within([]), found), "It crashes. (2 of these, of Deployment shop/web)")
}

test_many_of_which_only_some_were_looked_at_are_at_least_so_many if {
	found := {_one("crash", at, {"title": "web crashes.", "root": "Deployment/shop/web"}) | some at in ["Pod/shop/web-1", "Pod/shop/web-2"]}
	listed := object.union(world.list("pods", "Pod", [shop.pod("web-1", {})]), {"truncated": true, "data": {"others": 40}})
	said := _said(shop.also(world.within([]), [listed]), found)
	contains(said, "(at least 2 of these)")
	contains(said, "Not all were looked at: pods (the first 1).")
}

test_what_has_the_name_of_its_workload_is_told_apart if {
	budget := shop.one("PodDisruptionBudget", "web", {})
	at := "PodDisruptionBudget/shop/web"
	found := {_one("crash", "Pod/shop/web-1", {"title": "Pod shop/web-1 crashes.", "reaches": ["Pod/shop/web-1", at]})}
	contains(_said(world.around(budget, []), found), "crashes. This is what keeps PodDisruptionBudget shop/web from letting pods go.")
	pod := {_one("crash", "Pod/shop/web-1", {"title": "Pod shop/web-1 crashes.", "root": _here, "reaches": ["Pod/shop/web-1", _here]})}
	not contains(_said(_around, pod), "This is what keeps")
	itself := {_one("crash", _here, {"title": "Deployment shop/web crashes."})}
	not contains(_said(_around, itself), "This is what keeps")
}

test_that_a_secret_of_an_ingress_was_not_looked_at_is_said if {
	ingress := shop.one("Ingress", "web", {"spec": {"tls": [{"secretName": "web-cert"}]}})
	endswith(_said(world.around(ingress, []), set()), "Not looked at, since Secrets are closed: whether Secret web-cert is there.")
}

test_a_cause_that_lies_far_says_what_it_keeps_from_working if {
	found := {_one("node", "Node//node-a", {"reaches": ["Node//node-a", _here]})}
	contains(_said(_around, found), "node of Node//node-a. This is what keeps Deployment shop/web from working.")
}

test_a_symptom_that_nothing_explains_is_no_known_cause if {
	found := {_one("missing", _here, {"symptom": true})}
	contains(_said(_around, found), "No known cause fits; the evidence is in order of concern.")
}

test_a_symptom_says_so_where_not_all_could_be_read if {
	found := {_one("missing", _here, {"symptom": true})}
	contains(_said(shop.also(_around, [world.denied("list/pods/shop", "Pod", "")]), found), "What causes it could not be read;")
}

_next := {"tool": "scale", "arguments": {"kind": "deployment", "name": "web", "replicas": 1}, "check": {"verb": "patch", "name": "web"}}

_checked(decision) := shop.also(_around, [object.union(
	world.got(_web),
	{"id": "check zero", "data": object.union({"reasons": [], "approval": {"approvers": [], "methods": []}}, decision)},
)])

_cured(decision) := _said(_checked(decision), {_one("zero", _here, {"next": _next})})

test_the_next_call_is_written_out if {
	said := _said(_around, {_one("zero", _here, {"next": _next})})
	contains(said, `Next call: scale {"kind":"deployment","name":"web","replicas":1}.`)
}

test_what_the_policy_would_say_stands_behind_it if {
	contains(_cured({"effect": "allow"}), `(the policy allows it).`)
	contains(_cured({"effect": "deny", "reasons": [{"code": "not_granted"}]}), `(the policy refuses it: not_granted).`)
	contains(_cured({"effect": "approve"}), `(the policy asks a person for it).`)
}

test_whose_yes_it_needs_and_how_is_said if {
	said := _cured({"effect": "approve", "approval": {"approvers": ["bob", "group:sre"], "methods": ["page", "cli"]}})
	contains(said, "(the policy asks a person for it: one of bob, group:sre, by page or cli).")
}

test_the_cure_is_checked_as_a_request_that_is_not_sent if {
	check := telling.check with input as _around with data.diagnosis as {"any": {"finding": {_one("zero", _here, {"next": _next})}}}
	check.id == "check zero"
	check.execute == false
	check.verb == "patch"
}

test_nothing_is_checked_where_no_call_changes_anything if {
	not telling.check with input as _around with data.diagnosis as {"any": {"finding": {_one("crash", _here, {})}}}
}

test_other_causes_follow_with_what_to_do_and_a_call_that_looks_closer if {
	found := {_one("crash", _here, {}), _one("image", "Deployment/shop/api", {"weight": 40})}
	said := _said(_around, found)
	contains(said, "Also wrong, apart from that:\n- image of Deployment/shop/api. Mend image.")
	contains(said, `More of one of them: diagnose {"kind":"deployment","name":"api","namespace":"shop"}`)
}

test_another_cause_at_the_target_is_not_diagnosed_again if {
	found := {_one("crash", _here, {}), _one("image", _here, {"weight": 40})}
	contains(_said(_around, found), `More of it: describe {"kind":"deployment","name":"web","namespace":"shop"}`)
}

test_what_was_looked_at_without_a_target_can_be_looked_at_closer if {
	found := {_one("crash", _here, {}), _one("image", "Deployment/shop/api", {"weight": 40})}
	said := _said(world.planning({}, []), found)
	contains(said, `More of one of them: diagnose {"kind":"deployment","name":"api","namespace":"shop"}`)
}

_many := {_one($"code-{at}", $"Deployment/shop/web-{at}", {"evidence": [$"line {line}" | some line in numbers.range(1, 8)]}) |
	some at in numbers.range(10, 69)
}

test_what_does_not_fit_is_counted_with_the_call_that_shows_it if {
	said := _said(world.within([]), _many) with data.config.diagnosis.tokens as 400
	contains(said, "Left out: evidence (2).")
	regex.match(`[45][0-9] more findings did not fit\. To see them: diagnose \{"namespace":"shop","skip":[0-9]+\}`, said)
	not contains(said, "More of")
}

_skipping(number) := object.union(world.within([]), {"call": {"arguments": {"namespace": "shop", "skip": number}}})

test_those_that_were_told_are_skipped if {
	[first] := [block.text | some at, block in _blocks(_skipping(59), _many); at == 0]
	first == "code-69 of Deployment/shop/web-69."
	not contains(_said(_skipping(59), _many), "did not fit")
}

test_behind_the_last_there_are_no_more if {
	_said(_skipping(60), _many) == "There are no more than 60 findings."
}

test_symptoms_that_are_too_many_are_counted if {
	found := {_one("crash", _here, {})} | {_one($"effect-{at}", _here, {"stage": 5}) | some at in numbers.range(1, 7)}
	contains(_said(_around, found), "Left out: symptoms (2).")
}

test_nothing_wrong_says_what_was_looked_at if {
	pods := object.union(world.list("pods of web", "Pod", [shop.pod("web-1", {})]), {"data": {"others": 4}})
	some_ := world.list("some pods of web", "Pod", [shop.pod("web-1", {}), shop.pod("web-2", {})])
	_said(shop.also(_around, [pods, some_]), set()) == "Nothing is wrong with Deployment shop/web, as far as could be seen. Looked at: Deployment 1, Pod 5."
}

test_nothing_wrong_in_a_namespace_or_anywhere if {
	_said(world.planning({}, []), set()) == "Nothing is wrong with what can be seen of all namespaces, as far as could be seen."
	kind := object.union(world.got(shop.one("Pod", "pods", {})), {"id": "kind", "data": {"kind": "Pod"}, "request": {"kind": "APIResource"}})
	contains(_said(world.planning({"kind": "pod"}, [kind]), set()), "any Pod of what can be seen of all namespaces")
}

test_what_somebody_chose_is_said_before_nothing_else_is_wrong if {
	said := _said(_around, {_one("zero", _here, {"quiet": true})})
	startswith(said, "zero of Deployment/shop/web. Mend zero.\n\nOtherwise nothing is wrong with Deployment shop/web")
}

test_what_was_not_seen_is_named_by_reason if {
	refused := [world.denied($"list/{kind}/shop", kind, "") | some kind in ["Pod", "Service", "Event"]]
	failed := [object.union(world.absent("get/x", "PersistentVolumeClaim", "data"), {"fault": {"code": "CLUSTER_TIMEOUT"}})]
	said := _said(shop.also(_around, array.concat(refused, failed)), set())
	contains(said, "as far as could be seen; some of it could not.")
	contains(said, "Not seen, so not judged: persistentvolumeclaims data (CLUSTER_TIMEOUT); events, pods, services (not_granted).")
}

test_of_many_that_were_not_seen_some_are_named if {
	refused := [world.denied($"get/{at}", "Pod", $"web-{at}") | some at in numbers.range(1, 9)]
	contains(_said(shop.also(_around, refused), set()), "pods web-7 and 2 more (not_granted)")
}

_no_log(when) := object.union(
	world.denied(concat("/", ["log/shop/web-1/app", when]), "Pod", "web-1"),
	{"request": {"subresource": "log"}},
)

test_a_log_that_was_not_seen_is_named if {
	contains(_said(shop.also(_around, [_no_log("before")]), set()), "pods/log web-1 (not_granted)")
}

test_nobody_misses_one_log_of_a_container_where_the_other_was_seen if {
	seen := world.log(shop.pod("web-1", {}), "app", "before", ["line"])
	not contains(_said(shop.also(_around, [seen, _no_log("now")]), set()), "Not seen")
	also := world.log(shop.pod("web-1", {}), "app", "now", ["line"])
	not contains(_said(shop.also(_around, [also, _no_log("before")]), set()), "Not seen")
}

_alone(observation) := world.planning(
	{"kind": "Deployment", "name": "web", "namespace": "shop"},
	[object.union(observation, {"id": "object"})],
)

test_of_what_is_not_there_nothing_is_said if {
	_said(_alone(world.absent("object", "Deployment", "web")), set()) == "There is no Deployment shop/web."
}

test_of_what_could_not_be_read_nothing_is_known if {
	refused := object.union(
		world.denied("object", "Deployment", "web"),
		{"reasons": [{"code": "not_granted", "message": "", "remedy": "Ask.", "subject": ""}]},
	)
	said := _said(_alone(refused), set())
	said == "Deployment shop/web could not be read (not_granted), so nothing is known of it. What to do: Ask."
	failed := object.union(world.absent("object", "Deployment", "web"), {"fault": {"code": "CLUSTER_TIMEOUT", "remedy": "Wait."}})
	contains(_said(_alone(failed), set()), "(CLUSTER_TIMEOUT), so nothing is known of it. What to do: Wait.")
}
