# METADATA
# title: What a change needs, who must agree to it, and how its paths are written
package policy_tests.writes

import data.lib.writes
import data.main

_patch := {"verb": "patch", "group": "apps", "kind": "Deployment", "resource": "deployments", "name": "web"}

_asked(overlay) := object.union(object.union(data.cases.base, {"request": _patch}), overlay)

_change(pattern, path, from, to) := {"pattern": pattern, "path": path, "op": "replace", "from": from, "to": to}

_known(changes) := {"facts": {"live": {"kind": "Deployment"}, "dryRun": {"kind": "Deployment"}, "changes": changes}}

_scaled(from, to) := _known([_change("spec.replicas", ["spec", "replicas"], from, to)])

_decision(overlay) := decision if {
	decision := main.decision with input as _asked(overlay)
}

test_a_change_is_tried_before_it_is_judged if _decision({}).needs == ["dry_run", "live"]

test_a_change_is_tried_once if _decision(_scaled(1, 2)).needs == []

test_a_dry_run_says_what_it_would_change if {
	_decision({"request": {"options": {"dryRun": true}}}).needs == ["dry_run", "live"]
}

test_a_read_needs_no_facts if {
	decision := main.decision with input as data.cases.base
		with data.config.writes.access as true
		with data.config.writes.offLabels as {"portcullis.dev/writes": ["off"]}
	decision.needs == []
}

test_the_cluster_is_asked_where_the_operator_says_so if {
	decision := main.decision with input as _asked(_scaled(1, 2)) with data.config.writes.access as true
	decision.needs == ["access"]
}

test_what_the_cluster_may_refuse_is_not_tried_before_it_says_so if {
	first := main.decision with input as _asked({}) with data.config.writes.access as true
	first.needs == ["access"]
	then := main.decision with input as _asked({"facts": {"access": {"allowed": true, "reason": ""}}})
		with data.config.writes.access as true
	then.needs == ["dry_run", "live"]
}

test_the_namespace_is_looked_at_where_its_labels_count if {
	decision := main.decision with input as _asked(_scaled(1, 2))
		with data.config.writes.offLabels as {"portcullis.dev/writes": ["off"]}
	decision.needs == ["namespace"]
}

test_what_is_not_granted_is_not_tried if _decision({"request": {"resource": "widgets"}}).needs == []

test_a_change_without_facts_is_never_allowed if {
	vote := {
		"id": "a1", "digest": "d", "verdict": "approve", "approver": "bob", "groups": [], "method": "page",
		"at": data.cases.base.now.unix, "requestedAt": data.cases.base.now.unix, "requester": "alice@example.com",
		"used": false, "superseded": false,
	}
	decision := _decision({"approval": {"digest": "d"}, "approvals": [vote]})
	decision.effect == "deny"
	[reason.code | some reason in decision.reasons] == ["changes_unknown"]
}

test_risk[name] if {
	some name, [changes, risk] in {
		"a restart": [[_change(data.config.writes.restart[0], ["spec"], "a", "b")], "low"],
		"more replicas": [[_change("spec.replicas", ["spec", "replicas"], 1, 2)], "medium"],
		"no replicas": [[_change("spec.replicas", ["spec", "replicas"], 1, 0)], "high"],
	}
	_decision(_known(changes)).approval.risk == risk
}

test_a_delete_is_of_high_risk if _decision({"request": {
	"verb": "delete",
	"group": "",
	"kind": "Pod",
	"resource": "pods",
}}).approval.risk == "high"

test_a_reason_that_names_no_risk_is_no_small_matter if {
	reason := {"code": "custom", "message": "No.", "remedy": "Go.", "subject": ""}
	decision := main.decision with input as data.cases.base with data.guards as {"mine": {"approve": {reason}}}
	decision.approval.risk == "medium"
}

test_usual_terms if _decision({}).approval == {
	"methods": ["page", "cli"],
	"approvers": [],
	"quorum": 1,
	"requestWithinSeconds": 3600,
	"useWithinSeconds": 900,
	"waitSeconds": 0,
	"risk": "medium",
	"notRequester": false,
}

_for_all := {
	"verbs": ["*"],
	"apiGroups": ["*"],
	"resources": ["deployments"],
	"namespaces": ["*"],
	"clusterLabels": {"env": ["test"]},
}

test_the_strictest_of_all_terms_that_fit if {
	decision := main.decision with input as _asked({})
		with data.config.approval.stricter as [
			object.union(_for_all, {"quorum": 2, "methods": ["cli", "kubernetes"], "useWithinSeconds": 1000}),
			object.union(_for_all, {"quorum": 3, "approvers": ["group:leads"], "useWithinSeconds": 60}),
			object.union(_for_all, {"quorum": 9, "namespaces": ["other"]}),
		]
	decision.approval == {
		"methods": ["cli"],
		"approvers": ["group:leads"],
		"quorum": 3,
		"requestWithinSeconds": 3600,
		"useWithinSeconds": 60,
		"waitSeconds": 0,
		"risk": "medium",
		"notRequester": false,
	}
}

test_stricter_terms_may_leave_everyone_in if {
	decision := main.decision with input as _asked({}) with data.config.approval.stricter as [_for_all]
	decision.approval.approvers == []
}

test_stricter_terms_of_a_kind_bind_its_subresources if {
	decision := main.decision with input as _asked({"request": {"subresource": "scale"}})
		with data.config.approval.stricter as [
			object.union(_for_all, {"quorum": 2}),
			object.union(_for_all, {"quorum": 3, "resources": ["deployments/scale"]}),
		]
	decision.approval.quorum == 3
}

test_stricter_terms_are_not_for_reading if {
	decision := main.decision with input as data.cases.base
		with data.config.approval.stricter as [object.union(_for_all, {"resources": ["*"], "quorum": 2})]
	decision.approval.quorum == 1
}

test_path_is_spelled[wanted] if {
	some wanted, path in {
		"": [],
		"spec.replicas": ["spec", "replicas"],
		"spec.template.spec.containers[name=web].image": ["spec", "template", "spec", "containers", "name=web", "image"],
		`metadata.annotations["a.b/c"]`: ["metadata", "annotations", "a.b/c"],
		`metadata.finalizers["a/b"]`: ["metadata", "finalizers", `"a/b"`],
		"spec.rules[0].host": ["spec", "rules", 0, "host"],
	}
	writes.spelled(path) == wanted
}

test_text_covers[pattern] if {
	some pattern in ["data", "data.a", `data["a.b"]`, "data[*]", "data.a.b"]
	writes.covered(["other", "data"], pattern)
}

test_text_does_not_cover[pattern] if {
	some pattern in ["", "dat", "dataset", "data-x", "x.data"]
	not writes.covered(["other", "data"], pattern)
}

_writing := {"apply", "delete", "scale"}

_shown(config) := {tool.name | some tool in tools} & _writing if {
	card := {"card": {"hints": {"readOnly": false}}}
	tools := main.catalog.tools with data.tools as {name: card | some name in _writing}
		with data.config as object.union(data.config, config)
}

test_tools_that_change_something_are_shown if _shown({}) == _writing

test_tools_that_change_something_are_hidden_under[preset] if {
	some preset in ["read-only", "strict"]
	_shown(data.config.presets[preset]) == set()
}

test_delete_is_hidden_under_no_delete if _shown(data.config.presets["no-delete"]) == {"apply", "scale"}

test_tools_are_hidden_whose_verbs_are_not_granted if {
	_shown({"grants": [{"verbs": ["create"], "apiGroups": ["*"], "resources": ["*"], "namespaces": ["*"]}]}) == {"apply"}
}

# The version of an object is what preconditions are made of: known to the gate, and to nobody else.
test_no_list_lets_the_version_of_an_object_out if {
	lists := array.concat([data.config.fields.common], [list | some list in data.config.fields.read])
	every list in lists {
		every path in list {
			not contains(path, "resourceVersion")
			not path in ["metadata", "metadata.*", "{metadata,spec,status}"]
		}
	}
}

test_one_annotation_can_be_read_and_the_others_cannot if {
	every kind in ["deployments.apps", "replicasets.apps"] {
		[path | some path in data.config.fields.read[kind]; startswith(path, "metadata.")] == [`metadata.annotations["deployment.kubernetes.io/revision"]`]
	}
}

test_the_log_hides_what_was_looked_up if {
	every fact in ["live", "dryRun", "changes", "namespace"] {
		concat("/", ["/input/facts", fact]) in data.config.log.mask
	}
}

test_a_group_of_the_configuration_is_told_with_its_members if {
	decision := _decision({}) with data.config.approval.approvers as ["group:oncall", "group:sre", "eve"]
		with data.config.approval.groups as {"oncall": ["bob", "carol"]}
	decision.approval.approvers == ["bob", "carol", "eve", "group:oncall", "group:sre"]
}

test_that_who_asks_does_not_count_is_told if {
	decision := _decision({}) with data.config.approval.notRequester as true
	decision.approval.notRequester
}
