# METADATA
# title: What the tools that write plan and say
package policy_tests.write_tools

import data.lib.rollouts
import data.main

_planning(tool, arguments, observations) := {
	"version": "portcullis.planning/v1",
	"call": {"id": "call-1", "tool": tool, "arguments": arguments, "lap": 1, "transport": "cli"},
	"subject": {"id": "alice@example.com", "groups": [], "claims": {}, "agent": "", "verified": true},
	"cluster": {"name": "demo", "labels": {}},
	"observations": observations,
	"now": {"unix": 1, "rfc3339": "", "weekday": "Mon", "minuteOfDay": 1},
	"waited": false,
}

_plan(tool, arguments, observations) := plan if {
	plan := main.plan with input as _planning(tool, arguments, observations)
}

_blocks(tool, arguments, observations) := answer.blocks if {
	answer := main.answer with input as _planning(tool, arguments, observations)
}

_saw(id, request, data_) := {"id": id, "lap": 1, "outcome": "ok", "request": request, "data": data_}

_codes(plan) := [reason.code | some reason in plan.refuse]

_subjects(plan) := [reason.subject | some reason in plan.refuse]

_web := {"kind": "deploy", "name": "web", "namespace": "shop"}

_with(own) := object.union(_web, own)

_is(group, kind) := {"verb": "get", "group": group, "kind": kind, "namespace": "shop", "name": "web"}

_deployment(spec) := _saw("object", _is("apps", "Deployment"), {"metadata": {"name": "web"}, "spec": spec})

_of(group, kind, spec) := _saw("object", _is(group, kind), {"metadata": {"name": "web"}, "spec": spec})

# Cards

_write_tools := ["apply", "delete", "restart", "rollback", "scale", "set_image"]

_reading := ["approvals", "diff"]

test_every_tool_that_writes_says_so if {
	every name in _write_tools {
		data.tools[name].card.hints.readOnly == false
		data.tools[name].card.hints.destructive
		data.tools[name].card.hints.openWorld == false
	}
	{name | some name in _write_tools; data.tools[name].card.hints.idempotent} == {"apply", "scale", "set_image"}
}

test_diff_and_approvals_only_read if {
	every name in _reading {
		data.tools[name].card.hints == {"readOnly": true, "destructive": false, "idempotent": true, "openWorld": false}
	}
}

test_every_card_that_writes_is_closed_and_bounded if {
	every name in array.concat(_write_tools, _reading) {
		data.tools[name].card.arguments.additionalProperties == false
		every argument in data.tools[name].card.arguments.properties { _is_bounded(argument) }
	}
}

_is_bounded(argument) if {
	argument.maxLength
	argument.pattern
}

_is_bounded(argument) if argument.maximum

_is_bounded(argument) if argument.enum

_is_bounded(argument) if argument.type == "boolean"

test_every_example_is_planned if {
	every name in array.concat(_write_tools, _reading) {
		every example in data.tools[name].card.examples { is_array(_plan(name, example, []).requests) }
	}
}

test_every_change_can_be_explained if {
	every name in _write_tools { data.tools[name].card.arguments.properties.reason.maxLength == 200 }
}

test_that_a_person_agreed_cannot_be_said_where_nobody_counts_it if {
	every name in _write_tools {
		not data.tools[name].card.arguments.properties.approved with data.config.approval.methods as ["page"]
	}
}

test_that_a_person_agreed_can_be_said_where_it_counts if {
	every name in _write_tools {
		card := data.tools[name].card with data.config.approval.methods as ["argument"]
		card.arguments.properties.approved.type == "boolean"
	}
}

test_a_plan_carries_what_the_caller_says_to_the_approver if {
	plan := _plan("scale", _with({"replicas": 5, "reason": "load", "approved": true}), [_deployment({"replicas": 3})])
	plan.reason == "load"
	plan.approved
}

# Scale

_scale := _with({"replicas": 5})

test_scale_first_looks_at_the_object_and_at_autoscalers if {
	plan := _plan("scale", _scale, [])
	plan.more
	[look, autoscalers] := plan.requests
	look == {
		"id": "object",
		"verb": "get",
		"kind": "deploy",
		"name": "web",
		"namespace": "shop",
		"options": {"view": "object", "fields": ["metadata.name", "spec.replicas"]},
		"show": {"as": "none"},
	}
	autoscalers.kind == "horizontalpodautoscalers.autoscaling"
	autoscalers.optional
}

test_scale_then_patches_the_replicas if {
	_plan("scale", _scale, [_deployment({"replicas": 3})]) == {"requests": [{
		"id": "scale",
		"verb": "patch",
		"kind": "deploy",
		"name": "web",
		"namespace": "shop",
		"options": {"patch": "strategic"},
		"body": {"spec": {"replicas": 5}},
		"show": {"as": "changes"},
	}]}
}

_autoscaler(target) := _saw("autoscalers", {}, {"items": [{"metadata": {"name": "web-hpa"}, "spec": {"scaleTargetRef": target}}]})

test_scale_of_what_is_autoscaled_is_refused if {
	seen := _autoscaler({"apiVersion": "apps/v1", "kind": "Deployment", "name": "web"})
	plan := _plan("scale", _scale, [_deployment({"replicas": 3}), seen])
	_codes(plan) == ["autoscaled"]
	_subjects(plan) == ["web-hpa"]
	plan.requests == []
}

test_an_autoscaler_of_something_else_refuses_nothing[name] if {
	some name, target in {
		"another name": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "api"},
		"another kind": {"apiVersion": "apps/v1", "kind": "StatefulSet", "name": "web"},
		"another group": {"apiVersion": "example.com/v1", "kind": "Deployment", "name": "web"},
		"the core group": {"apiVersion": "v1", "kind": "Deployment", "name": "web"},
	}
	plan := _plan("scale", _scale, [_deployment({"replicas": 3}), _autoscaler(target)])
	[request.id | some request in plan.requests] == ["scale"]
}

test_scale_of_what_has_no_replicas_is_refused if {
	plan := _plan("scale", _scale, [_of("apps", "DaemonSet", {"updateStrategy": {}})])
	_codes(plan) == ["not_scalable"]
	_subjects(plan) == ["DaemonSet"]
}

test_a_workload_without_a_running_replica_can_be_scaled if {
	not _plan("scale", _scale, [_deployment({"replicas": 0})]).refuse
}

# A refusal of a tool has the form of a reason.
test_a_refusal_has_code_message_remedy_and_subject if {
	[reason] := _plan("scale", _scale, [_of("", "Pod", {})]).refuse
	object.keys(reason) == {"code", "message", "remedy", "subject"}
	every text in reason { text != "" }
}

# Set image

_image := _with({"image": "registry.example.com/web:2"})

_two := {"template": {"spec": {
	"containers": [{"name": "app"}, {"name": "proxy"}],
	"initContainers": [{"name": "init"}],
}}}

_patched(request) := [request.options.patch, request.body]

test_set_image_first_looks_at_the_containers if {
	plan := _plan("set_image", _image, [])
	plan.more
	plan.requests[0].options.fields == [
		"metadata.name",
		"spec.jobTemplate.spec.template.spec.containers[*].name",
		"spec.jobTemplate.spec.template.spec.initContainers[*].name",
		"spec.template.spec.containers[*].name",
		"spec.template.spec.initContainers[*].name",
		"spec.containers[*].name",
		"spec.initContainers[*].name",
	]
}

test_set_image_of_one_container if {
	[request] := _plan("set_image", object.union(_image, {"container": "proxy"}), [_deployment(_two)]).requests
	_patched(request) == ["strategic", {"spec": {"template": {"spec": {"containers": [{
		"name": "proxy",
		"image": "registry.example.com/web:2",
	}]}}}}]
}

test_set_image_of_an_init_container if {
	[request] := _plan("set_image", object.union(_image, {"container": "init"}), [_deployment(_two)]).requests
	request.body.spec.template.spec.initContainers[0].name == "init"
}

test_set_image_of_the_only_container_need_not_name_it if {
	pod := {"containers": [{"name": "app"}], "initContainers": [{"name": "init"}]}
	[request] := _plan("set_image", _image, [_of("", "Pod", pod)]).requests
	request.body == {"spec": {"containers": [{"name": "app", "image": "registry.example.com/web:2"}]}}
}

test_set_image_of_a_cron_job if {
	spec := {"jobTemplate": {"spec": {"template": {"spec": {"containers": [{"name": "app"}]}}}}}
	[request] := _plan("set_image", _image, [_of("batch", "CronJob", spec)]).requests
	request.body.spec.jobTemplate.spec.template.spec.containers[0].name == "app"
}

test_set_image_of_an_unknown_container_is_refused if {
	plan := _plan("set_image", object.union(_image, {"container": "wbe"}), [_deployment(_two)])
	_codes(plan) == ["container_unknown"]
	_subjects(plan) == ["app, proxy, init"]
}

test_set_image_of_several_containers_must_name_one if {
	plan := _plan("set_image", _image, [_deployment(_two)])
	_codes(plan) == ["container_required"]
	_subjects(plan) == ["app, proxy, init"]
}

test_set_image_of_what_has_no_containers_is_refused if {
	_codes(_plan("set_image", _image, [_of("", "Service", {"ports": []})])) == ["no_containers"]
}

# Restart

test_restart_first_looks_at_the_object if {
	plan := _plan("restart", _web, [])
	plan.more
	plan.requests[0].options.fields == ["metadata.name", "spec.paused"]
}

test_restart_stamps_the_template_when_it_is_sent if {
	[request] := _plan("restart", _web, [_deployment({})]).requests
	request.options == {
		"patch": "strategic",
		"stamp": ["/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt"],
	}
	request.body.spec.template.metadata.annotations == {"kubectl.kubernetes.io/restartedAt": "(time of sending)"}
}

test_restart_of_what_cannot_be_is_refused[name] if {
	some name, [group, kind, remedy] in {
		"a pod": ["", "Pod", "delete the pod"],
		"a job": ["batch", "Job", "Restart a Deployment"],
		"a kind of the same name": ["example.com", "Deployment", "Restart a Deployment"],
	}
	plan := _plan("restart", _web, [_of(group, kind, {})])
	_codes(plan) == ["not_restartable"]
	contains(plan.refuse[0].remedy, remedy)
}

test_restart_of_what_is_paused_is_refused if {
	_codes(_plan("restart", _web, [_deployment({"paused": true})])) == ["paused"]
}

# Rollback

_selected := {"selector": {"matchLabels": {"app": "web"}}}

_set(name, owner, revision) := {
	"metadata": {
		"name": name,
		"ownerReferences": [{"kind": "Deployment", "name": owner}],
		"annotations": {"deployment.kubernetes.io/revision": revision},
	},
	"spec": {},
}

_sets := _saw("history", {}, {"items": [
	_set("web-c", "web", "10"),
	_set("web-a", "web", "2"),
	_set("web-b", "web", "9"),
	_set("api-a", "api", "3"),
	_set("web-x", "web", "none"),
]})

_held := _saw("revision", {}, {"metadata": {"name": "web-b"}})

test_rollback_first_looks_at_the_object if {
	plan := _plan("rollback", _web, [])
	plan.more
	plan.requests[0].options.fields == ["metadata.name", "spec.paused", "spec.selector"]
}

test_rollback_then_looks_for_its_replica_sets if {
	plan := _plan("rollback", _web, [_deployment(_selected)])
	plan.more
	[request] := plan.requests
	[request.kind, request.verb, request.namespace] == ["replicasets.apps", "list", "shop"]
	request.selector == {"labels": "app=web"}
	"metadata.annotations[\"deployment.kubernetes.io/revision\"]" in request.options.fields
}

test_rollback_then_has_the_one_before_held if {
	plan := _plan("rollback", _web, [_deployment(_selected), _sets])
	plan.more
	[request] := plan.requests
	[request.verb, request.name, request.hold, request.show.as] == ["get", "web-b", true, "none"]
}

test_rollback_to_a_revision_has_that_one_held if {
	_plan("rollback", _with({"toRevision": 2}), [_deployment(_selected), _sets]).requests[0].name == "web-a"
}

test_rollback_to_revision_0_is_to_the_one_before if {
	_plan("rollback", _with({"toRevision": 0}), [_deployment(_selected), _sets]).requests[0].name == "web-b"
}

test_rollback_then_takes_the_template_from_there if {
	[request] := _plan("rollback", _web, [_deployment(_selected), _sets, _held]).requests
	request.options.patch == "json"
	request.body == {"operations": [{"op": "replace", "path": "/spec/template", "value": {}}]}
	request.takes == {
		"observation": "revision",
		"from": "/spec/template",
		"to": "/operations/0/value",
		"without": ["/metadata/labels/pod-template-hash"],
	}
}

_stateful := _of("apps", "StatefulSet", _selected)

_kept := _saw("history", {}, {"items": [
	{"metadata": {"name": "web-1", "ownerReferences": [{"kind": "StatefulSet", "name": "web"}]}, "revision": 1},
	{"metadata": {"name": "web-2", "ownerReferences": [{"kind": "StatefulSet", "name": "web"}]}, "revision": 2},
]})

test_rollback_of_other_workloads_looks_for_controller_revisions if {
	[request] := _plan("rollback", _web, [_stateful]).requests
	request.kind == "controllerrevisions.apps"
	"revision" in request.options.fields
}

test_rollback_of_other_workloads_takes_the_whole_patch if {
	_plan("rollback", _web, [_stateful, _kept]).requests[0].name == "web-1"
	[request] := _plan("rollback", _web, [_stateful, _kept, _held]).requests
	_patched(request) == ["strategic", {}]
	request.takes == {"observation": "revision", "from": "/data", "to": ""}
}

test_rollback_to_an_unknown_revision_is_refused if {
	plan := _plan("rollback", _with({"toRevision": 7}), [_deployment(_selected), _sets])
	_codes(plan) == ["revision_unknown"]
	_subjects(plan) == ["2, 9, 10"]
}

test_rollback_without_an_earlier_revision_is_refused if {
	only := _saw("history", {}, {"items": [_set("web-a", "web", "1")]})
	plan := _plan("rollback", _web, [_deployment(_selected), only])
	_codes(plan) == ["no_revisions"]
	_subjects(plan) == ["web"]
}

test_rollback_to_the_current_revision_is_refused if {
	_codes(_plan("rollback", _with({"toRevision": 10}), [_deployment(_selected), _sets])) == ["revision_current"]
}

test_rollback_of_what_is_paused_is_refused if {
	_codes(_plan("rollback", _web, [_deployment(object.union(_selected, {"paused": true}))])) == ["paused"]
}

test_rollback_of_what_keeps_no_revisions_is_refused if {
	plan := _plan("rollback", _web, [_of("batch", "Job", _selected)])
	_codes(plan) == ["no_revisions"]
	_subjects(plan) == ["Job"]
}

_selectors := {
	"labels, in order": [{"matchLabels": {"b": "2", "a": "1"}}, "a=1,b=2"],
	"expressions": [
		{"matchExpressions": [
			{"key": "a", "operator": "In", "values": ["1", "2"]},
			{"key": "b", "operator": "NotIn", "values": ["3"]},
			{"key": "c", "operator": "Exists"},
			{"key": "d", "operator": "DoesNotExist"},
		]},
		"a in (1,2),b notin (3),c,!d",
	],
	"nothing": [{}, ""],
}

test_a_selector_is_written_as_a_list_takes_it[name] if {
	some name, [selector, text] in _selectors
	rollouts.selection(selector) == text
}

# Delete

test_delete_is_one_request if {
	own := {"propagationPolicy": "Orphan", "gracePeriodSeconds": 0, "uid": "u-1", "reason": "broken"}
	_plan("delete", _with(own), []) == {
		"requests": [{
			"id": "delete",
			"verb": "delete",
			"kind": "deploy",
			"name": "web",
			"namespace": "shop",
			"options": {"propagationPolicy": "Orphan", "gracePeriodSeconds": 0, "uid": "u-1"},
			"show": {"as": "changes"},
		}],
		"reason": "broken",
	}
}

test_delete_leaves_the_rest_to_the_server if {
	_plan("delete", {"kind": "node", "name": "n-1"}, []).requests[0].options == {}
}

# Approvals

test_approvals_lists_the_subjects_own if {
	[request] := _plan("approvals", {}, []).requests
	request.kind == "approvalrequests.approvals.portcullis"
	request.selector.fields == "spec.requester=alice@example.com"
	request.options.sortBy == "-status.requestedAt"
	[column.title | some column in request.show.columns][0] == "ID"
}

test_approvals_of_one_state if {
	[request] := _plan("approvals", {"state": "used"}, []).requests
	request.selector.fields == "spec.requester=alice@example.com,status.state=used"
}

# Apply and diff

_object(kind, name) := {"apiVersion": "v1", "kind": kind, "metadata": {"name": name}}

_placed(object_, namespace) := object.union(object_, {"metadata": {"namespace": namespace}})

_config_map := _placed(_object("ConfigMap", "web"), "shop")

_workload := {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "shop"}}

_apply(documents) := _plan("apply", {"manifest": documents}, [])

test_apply_is_one_request_for_each_object if {
	_apply([_config_map, _workload]) == {"requests": [
		{
			"id": "apply-1",
			"verb": "patch",
			"kind": "v1/ConfigMap",
			"namespace": "shop",
			"name": "web",
			"options": {"patch": "apply"},
			"body": _config_map,
			"show": {"as": "changes"},
		},
		{
			"id": "apply-2",
			"verb": "patch",
			"kind": "apps/v1/Deployment",
			"namespace": "shop",
			"name": "web",
			"options": {"patch": "apply"},
			"body": _workload,
			"show": {"as": "changes"},
		},
	]}
}

test_apply_makes_first_what_others_live_in if {
	plan := _apply([_config_map, _object("Namespace", "shop"), _placed(_object("ConfigMap", "b"), "shop")])
	[request.id | some request in plan.requests] == ["apply-2", "apply-1", "apply-3"]
}

test_apply_opens_a_list if {
	list := {"apiVersion": "v1", "kind": "List", "metadata": {"resourceVersion": ""}, "items": [_config_map, _workload]}
	plan := _apply([list, _placed(_object("ConfigMap", "b"), "shop")])
	[request.kind | some request in plan.requests] == ["v1/ConfigMap", "apps/v1/Deployment", "v1/ConfigMap"]
	[request.id | some request in plan.requests] == ["apply-1", "apply-2", "apply-3"]
}

_both := {"manifest": [_object("ConfigMap", "web"), _object("Namespace", "other")], "namespace": "shop"}

test_apply_first_asks_which_kinds_have_a_namespace if {
	plan := _plan("apply", _both, [])
	plan.more
	[[request.id, request.name, request.optional] | some request in plan.requests] == [
		["kind-1", "v1~ConfigMap", true],
		["kind-2", "v1~Namespace", true],
	]
}

test_apply_asks_for_no_kind_that_need_not_be_known if {
	plan := _plan("apply", {"manifest": [_config_map], "namespace": "shop"}, [])
	[request.id | some request in plan.requests] == ["apply-1"]
}

test_apply_uses_the_namespace_of_the_call_where_there_is_one if {
	seen := [_saw("kind-1", {}, {"namespaced": true}), _saw("kind-2", {}, {"namespaced": false})]
	plan := _plan("apply", _both, seen)
	{request.kind: request.namespace | some request in plan.requests} == {"v1/ConfigMap": "shop", "v1/Namespace": ""}
}

test_apply_takes_unknown_kinds_to_have_a_namespace if {
	seen := [{"id": "kind-1", "lap": 1, "outcome": "denied", "data": null}]
	plan := _plan("apply", {"manifest": [_object("Widget", "w")], "namespace": "shop"}, seen)
	plan.requests[0].namespace == "shop"
}

test_diff_is_the_same_as_a_dry_run if {
	arguments := {"manifest": [_config_map, _workload]}
	applied := _plan("apply", arguments, [])
	plan := _plan("diff", arguments, [])
	[object.remove(request, ["options"]) | some request in plan.requests] == [object.remove(request, ["options"]) |
		some request in applied.requests
	]
	every request in plan.requests { request.options == {"patch": "apply", "dryRun": true} }
}

_manifests := {
	"nothing": [[], "manifest_empty", ""],
	"no apiVersion": [[object.remove(_config_map, ["apiVersion"])], "manifest_incomplete", "document 1: apiVersion"],
	"no kind": [[_config_map, object.remove(_workload, ["kind"])], "manifest_incomplete", "document 2: kind"],
	"no name": [
		[object.union(object.remove(_config_map, ["metadata"]), {"metadata": {"namespace": "shop"}})],
		"manifest_incomplete",
		"document 1: metadata.name",
	],
	"a name that is a number": [[_placed(_object("ConfigMap", 7), "shop")], "manifest_incomplete", "document 1: metadata.name"],
	"a namespace that is a number": [[_placed(_config_map, 7)], "manifest_incomplete", "document 1: metadata.namespace"],
	"a kind with a blank": [[_placed(_object("Config Map", "a"), "shop")], "manifest_incomplete", "document 1: kind"],
	"an item of a list without a kind": [
		[{"apiVersion": "v1", "kind": "List", "items": [_workload, object.remove(_config_map, ["kind"])]}],
		"manifest_incomplete",
		"document 1, item 2: kind",
	],
	"a list without items": [[{"apiVersion": "v1", "kind": "List"}], "manifest_incomplete", "document 1: metadata.name"],
	"a generated name": [
		[{"apiVersion": "v1", "kind": "Pod", "metadata": {"generateName": "web-", "namespace": "shop"}}],
		"generate_name",
		"document 1",
	],
	"a status": [[object.union(_workload, {"status": {}})], "server_field", "document 1: status"],
	"several of the server's fields": [
		[object.union(_workload, {"status": {}, "metadata": {"uid": "u"}})],
		"server_field",
		"document 1: status, metadata.uid",
	],
	"a uid": [[object.union(_workload, {"metadata": {"uid": "u"}})], "server_field", "document 1: metadata.uid"],
	"a moment of creation that is null": [
		[object.union(_workload, {"metadata": {"creationTimestamp": null}})],
		"server_field",
		"document 1: metadata.creationTimestamp",
	],
	"an object twice": [[_config_map, _workload, _config_map], "object_twice", "document 1 and document 3"],
	"an object twice in two versions": [
		[_workload, object.union(_workload, {"apiVersion": "apps/v1beta1"})],
		"object_twice",
		"document 1 and document 2",
	],
}

test_apply_of_what_makes_no_sense_is_refused[name] if {
	some name, [documents, code, subject] in _manifests
	plan := _apply(documents)
	[plan.requests, _codes(plan), _subjects(plan)] == [[], [code], [subject]]
}

test_diff_of_what_makes_no_sense_is_refused[name] if {
	some name, [documents, code, _] in _manifests
	_codes(_plan("diff", {"manifest": documents}, [])) == [code]
}

test_apply_of_what_is_no_object_is_refused if {
	plan := _apply(["text", 7])
	{code | some code in _codes(plan)} == {"manifest_incomplete"}
	"document 2: apiVersion, kind, metadata.name" in _subjects(plan)
}

test_apply_of_what_was_not_parsed_is_refused if _codes(_plan("apply", {"manifest": "a: b"}, [])) == ["manifest_empty"]

test_apply_of_too_many_objects_is_refused if {
	documents := [_placed(_object("ConfigMap", $"c-{number}"), "shop") | some number in numbers.range(1, 4)]
	plan := _apply(documents) with data.config.writes.manifest.objects as 3
	_codes(plan) == ["too_many_objects"]
	_subjects(plan) == ["4 of at most 3"]
}

test_apply_refuses_no_more_than_a_plan_may_say if {
	documents := [object.remove(_object("ConfigMap", $"c-{number}"), ["apiVersion"]) | some number in numbers.range(1, 40)]
	count(_apply(documents).refuse) == 16
}

test_apply_into_two_namespaces_is_refused if {
	plan := _plan("apply", {"manifest": [_config_map], "namespace": "other"}, [])
	_codes(plan) == ["namespace_differs"]
	_subjects(plan) == ["document 1"]
}

test_an_object_twice_by_way_of_the_namespace_of_the_call_is_refused if {
	arguments := {"manifest": [_config_map, _object("ConfigMap", "web")], "namespace": "shop"}
	_codes(_plan("apply", arguments, [])) == ["object_twice"]
}

test_objects_of_one_name_in_two_namespaces_are_two if {
	count(_apply([_config_map, _placed(_object("ConfigMap", "web"), "other")]).requests) == 2
}

# Waiting

_waiting := _with({"replicas": 5, "wait": true})

_patch_seen := _saw("scale", object.union(_is("apps", "Deployment"), {"verb": "patch"}), {"changes": []})

_rollout(kind, workload) := _saw("rollout", _is("apps", kind), workload)

_status(generation, status) := {
	"metadata": {"generation": generation},
	"spec": {"replicas": 5, "selector": {"matchLabels": {"app": "web"}}},
	"status": object.union({"observedGeneration": 2}, status),
}

_half := _status(2, {"updatedReplicas": 3})

_whole := _status(2, {"updatedReplicas": 5, "replicas": 5, "availableReplicas": 5})

_stuck := _status(2, {"conditions": [{"type": "Progressing", "reason": "ProgressDeadlineExceeded"}]})

_so_far(workload) := [_deployment({"replicas": 3}), _patch_seen, _rollout("Deployment", workload)]

test_wait_plans_again_after_the_change if {
	plan := _plan("scale", _waiting, [_deployment({"replicas": 3})])
	[[request.id | some request in plan.requests], plan.more] == [["scale"], true]
}

test_wait_then_looks_at_the_rollout if {
	plan := _plan("scale", _waiting, [_deployment({"replicas": 3}), _patch_seen])
	[request] := plan.requests
	[request.id, request.verb, request.kind, request.optional, plan.more] == ["rollout", "get", "deploy", true, true]
	not plan.again
}

test_wait_looks_again_while_the_rollout_goes_on if {
	plan := _plan("scale", _waiting, _so_far(_half))
	plan.again == {
		"afterSeconds": 2,
		"withinSeconds": data.config.writes.waitSeconds,
		"progress": "3 of 5 replicas are updated",
	}
	[request.id | some request in plan.requests] == ["rollout"]
}

_ends := {
	"complete": _so_far(_whole),
	"failed": _so_far(_stuck),
	"not to be seen": [
		_deployment({"replicas": 3}),
		_patch_seen,
		{"id": "rollout", "lap": 3, "outcome": "fault", "request": _is("apps", "Deployment"), "data": null},
	],
}

test_wait_ends_with_an_answer[name] if {
	some name, observations in _ends
	_plan("scale", _waiting, observations) == {"requests": [], "answer": true}
}

test_wait_ends_with_its_time if {
	planning := object.union(_planning("scale", _waiting, _so_far(_half)), {"waited": true})
	plan := main.plan with input as planning
	plan == {"requests": [], "answer": true}
}

test_wait_shows_the_change_and_says_that_all_is_well if {
	_blocks("scale", _waiting, _so_far(_whole)) == [
		{"observation": "scale", "show": {"as": "changes"}},
		{"text": "Rolled out: all of 5 replicas are updated and available."},
	]
}

test_wait_says_what_failed_and_where_to_look if {
	[_, said, evidence] := _blocks("scale", _waiting, _so_far(_stuck))
	startswith(said.text, "The rollout failed: no progress was made within its deadline (ProgressDeadlineExceeded). To look: ")
	contains(said.text, `list {"kind":"pods","labelSelector":"app=web","namespace":"shop"}`)
	contains(said.text, `events {"namespace":"shop","type":"Warning"}`)
	evidence == {"observation": "rollout", "show": {"as": "yaml"}}
}

test_wait_says_what_is_not_finished if {
	[_, said, evidence] := _blocks("scale", _waiting, _so_far(_half)) with data.config.writes.waitSeconds as 60
	startswith(said.text, "Not rolled out after 60 seconds: 3 of 5 replicas are updated. To look: list ")
	evidence.observation == "rollout"
}

test_wait_says_what_cannot_be_seen if {
	[_, said] := _blocks("scale", _waiting, _ends["not to be seen"])
	said.text == "The rollout cannot be followed: the object cannot be read."
}

test_there_is_nothing_to_wait_for_where_nothing_rolls_out if {
	arguments := object.union(_image, {"wait": true})
	plan := _plan("set_image", arguments, [_of("", "Pod", {"containers": [{"name": "app"}]})])
	plan.answer
	not plan.more
	[_, said] := _blocks("set_image", arguments, [_of("", "Pod", {"containers": [{"name": "app"}]})])
	said.text == "There is no rollout to wait for."
}

test_every_workload_can_be_waited_for if {
	plan := _plan("restart", _with({"wait": true}), [_of("apps", "DaemonSet", {})])
	plan.more
	_blocks("restart", _web, [])[0].observation == "restart"
	_blocks("rollback", _web, [])[0].observation == "rollback"
}

_applying := {"manifest": [_config_map, _workload], "wait": true}

_applied := [_saw("apply-1", {}, {"changes": []}), _saw("apply-2", {}, {"changes": []})]

test_apply_waits_for_its_one_workload if {
	_plan("apply", _applying, []).more
	[request] := _plan("apply", _applying, _applied).requests
	[request.id, request.kind, request.namespace, request.name] == ["rollout", "apps/v1/Deployment", "shop", "web"]
}

test_apply_shows_every_change if {
	observations := array.concat(_applied, [_rollout("Deployment", _whole)])
	[object.get(block, "observation", "") | some block in _blocks("apply", _applying, observations)] == ["apply-1", "apply-2", ""]
}

test_apply_waits_for_none_of_several_workloads if {
	arguments := {"manifest": [_workload, _placed(_workload, "other")], "wait": true}
	_plan("apply", arguments, []).answer
}

# Rollouts

_states := {
	"a deployment not taken up yet": ["Deployment", _status(3, {}), "going", "the change has not been taken up yet"],
	"a deployment past its deadline": ["Deployment", _stuck, "failed", "no progress was made within its deadline (ProgressDeadlineExceeded)"],
	"a deployment half updated": ["Deployment", _half, "going", "3 of 5 replicas are updated"],
	"a deployment with old pods": ["Deployment", _status(2, {"updatedReplicas": 5, "replicas": 7}), "going", "2 old pods are still there"],
	"a deployment not yet available": [
		"Deployment",
		_status(2, {"updatedReplicas": 5, "replicas": 5, "availableReplicas": 4}),
		"going",
		"4 of 5 replicas are available",
	],
	"a deployment that is complete": ["Deployment", _whole, "done", "all of 5 replicas are updated and available"],
	"a deployment that progresses": [
		"Deployment",
		_status(2, {"conditions": [{"type": "Progressing", "reason": "ReplicaSetUpdated"}, {"type": "Available", "reason": "x"}]}),
		"going",
		"0 of 5 replicas are updated",
	],
	"a workload that says nothing of itself": ["Deployment", {}, "going", "0 of 1 replicas are updated"],
	"a stateful set not taken up yet": ["StatefulSet", _status(3, {}), "going", "the change has not been taken up yet"],
	"a stateful set half ready": ["StatefulSet", _status(2, {"readyReplicas": 2}), "going", "2 of 5 pods are ready"],
	"a stateful set with old pods": ["StatefulSet", _status(2, {"readyReplicas": 5, "replicas": 6}), "going", "1 old pods are still there"],
	"a stateful set half updated": ["StatefulSet", _ready(5, {}, 3), "going", "3 of 5 pods are updated"],
	"a stateful set up to its partition": [
		"StatefulSet",
		_ready(5, {"rollingUpdate": {"partition": 2}}, 3),
		"done",
		"3 of 5 pods are updated, as its partition has it",
	],
	"a stateful set not yet at its partition": [
		"StatefulSet",
		_ready(5, {"rollingUpdate": {"partition": 2}}, 1),
		"going",
		"1 of 3 pods are updated",
	],
	"a stateful set wholly behind its partition": [
		"StatefulSet",
		_ready(5, {"rollingUpdate": {"partition": 9}}, 0),
		"done",
		"0 of 5 pods are updated, as its partition has it",
	],
	"a stateful set updated by hand": [
		"StatefulSet",
		_ready(5, {"type": "OnDelete"}, 0),
		"done",
		"all of 5 pods are there; each takes up a new template when it is deleted (OnDelete)",
	],
	"a stateful set that is complete": ["StatefulSet", _ready(5, {}, 5), "done", "all of 5 pods are updated and ready"],
	"a daemon set half updated": ["DaemonSet", _daemon(1, 4, {}), "going", "1 of 4 pods are updated"],
	"a daemon set not yet available": ["DaemonSet", _daemon(4, 3, {}), "going", "3 of 4 pods are available"],
	"a daemon set that is complete": ["DaemonSet", _daemon(4, 4, {}), "done", "all of 4 pods are updated and available"],
	"a daemon set updated by hand": [
		"DaemonSet",
		_daemon(0, 4, {"type": "OnDelete"}),
		"done",
		"all of 4 pods are there; each takes up a new template when it is deleted (OnDelete)",
	],
	"a daemon set updated by hand, not yet there": ["DaemonSet", _daemon(0, 2, {"type": "OnDelete"}), "going", "2 of 4 pods are available"],
}

_ready(count_, strategy, updated) := object.union(
	_status(2, {"readyReplicas": count_, "replicas": count_, "updatedReplicas": updated}),
	{"spec": {"updateStrategy": strategy}},
)

_daemon(updated, available, strategy) := object.union(
	_status(2, {"desiredNumberScheduled": 4, "updatedNumberScheduled": updated, "numberAvailable": available}),
	{"spec": {"updateStrategy": strategy}},
)

test_a_rollout_is_judged_by_its_status[name] if {
	some name, [kind, workload, state, words] in _states
	rollouts.state(kind, workload) == {"is": state, "words": words}
}

test_nothing_else_rolls_out if {
	not rollouts.known("batch", "Job")
	not rollouts.known("example.com", "Deployment")
	not rollouts.state("Job", {})
}
