# METADATA
# title: The entry points
# description: >-
#   catalog, plan, decision and answer. Every file under tools and guards takes part; none is named here. Those of
#   guards/write are asked of changes only, so that reading does not pay for them. Deny over approve over allow, and both
#   of the latter need a grant. What enough people agreed to is no longer to be approved.
# schemas:
#   - data.config: schema.config
package main

import data.lib.approvals
import data.lib.grants
import data.lib.reasons
import data.lib.writes

# METADATA
# title: What this subject may use
# entrypoint: true
# schemas:
#   - input: schema.planning
catalog := {
	"tools": [object.union({"name": name}, data.tools[name].card) | some name in _shown],
	"prompts": data.config.prompts,
	"instructions": trim_space(data.config.instructions),
}

# METADATA
# title: The requests that the called tool wants
# entrypoint: true
# schemas:
#   - input: schema.planning
plan := data.tools[input.call.tool].plan

# METADATA
# title: What the called tool says at the end
# entrypoint: true
# schemas:
#   - input: schema.planning
answer := data.tools[input.call.tool].answer

# METADATA
# title: What is to be done with one request
# entrypoint: true
# schemas:
#   - input: schema.input
decision := {
	"effect": _effect,
	"reasons": sort(_reasons),
	"needs": sort(_needs),
	"obligations": sort(_obligations),
	"approval": _approval,
	"shadow": sort([_plain(reason) | some reason in _softened]),
}

_effect := "deny" if count(_denials) > 0

else := "approve" if {
	_granted
	count(_approvals) > 0
	not approvals.enough
}

else := "allow" if _granted

else := "deny"

# METADATA
# schemas:
#   - input: schema.input
_granted if grants.granted(input.request)

_reasons := array.concat([_plain(reason) | some reason in _denials], _unexplained) if _effect == "deny"

else := [_plain(reason) | some reason in _approvals] if _effect == "approve"

else := []

# METADATA
# title: No rule allows this.
# custom:
#   code: not_allowed
#   remedy: Ask the operator; the policy refuses what it has no rule for.
_unexplained := [_plain(reasons.of(rego.metadata.rule(), ""))] if count(_denials) == 0

else := []

_denials contains reason if {
	some reason in _refusals
	not _soft(reason)
}

_softened contains reason if {
	some reason in _refusals
	_soft(reason)
}

# A reason is only watched, not enforced, where the operator lists its code and its rule does not forbid that.
_soft(reason) if {
	reason.code in data.config.shadow.codes
	not reason.firm
}

_plain(reason) := object.filter(reason, ["code", "message", "remedy", "subject"])

_refusals contains reason if some reason in data.guards[_].deny

_refusals contains reason if {
	writes.write
	some reason in data.guards.write[_].deny
}

# METADATA
# title: The policy asks for something that this server cannot do.
# schemas:
#   - input: schema.input
# custom:
#   code: obligation_unsupported
#   remedy: "Tell the operator: the policy and the server do not fit."
#   shadow: never
_refusals contains reasons.of(rego.metadata.rule(), obligation.type) if {
	some obligation in _obligations
	not obligation.type in input.obligationsSupported
}

_approvals contains reason if some reason in data.guards[_].approve

_approvals contains reason if {
	writes.write
	some reason in data.guards.write[_].approve
}

_approval := object.union(approvals.terms, {"risk": _risk}) if count(_approvals) > 0

# Where no person is asked, no way to say yes is taken.
else := {
	"methods": [],
	"notRequester": false,
	"approvers": [],
	"quorum": 1,
	"requestWithinSeconds": 1,
	"useWithinSeconds": 1,
	"waitSeconds": 0,
	"risk": "low",
}

# The highest of what is asked for. Whatever is not said to be low, is not.
_risk := "high" if {
	some reason in _approvals
	reason.risk == "high"
}

else := "low" if {
	every reason in _approvals { reason.risk == "low" }
}

else := "medium"

_obligations contains obligation if some obligation in data.guards[_].oblige

_obligations contains obligation if {
	writes.write
	some obligation in data.guards.write[_].oblige
}

# What is refused for want of a grant is not looked up.
_needs contains need if {
	_granted
	some need in data.guards[_].needs
}

_needs contains need if {
	_granted
	writes.write
	some need in data.guards.write[_].needs
}

_shown := sort([name |
	data.tools[name].card
	not name in _hidden
])

_hidden contains name if some name in data.guards[_].hide

_hidden contains name if some name in data.guards.write[_].hide
