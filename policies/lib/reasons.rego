# METADATA
# title: Reasons
# description: >-
#   Makes a reason out of the METADATA of the rule that gives it, so that no prose is built in policy. Knows no guard.
package lib.reasons

# METADATA
# title: The reason that a rule's METADATA describes
# description: >-
#   Call it as reasons.of(rego.metadata.rule(), subject). A rule without a code still gives a reason, so that a
#   forgotten line never turns a refusal into silence. firm is true where custom.shadow is "never". risk is what an
#   approver is told of it: low, medium or high.
of(rule, subject) := {
	"code": object.get(rule, ["custom", "code"], "unnamed"),
	"message": object.get(rule, "title", "Refused by a rule without a title."),
	"remedy": object.get(rule, ["custom", "remedy"], "Ask the operator: the policy names no remedy."),
	"subject": subject,
	"risk": object.get(rule, ["custom", "risk"], "medium"),
	"firm": object.get(rule, ["custom", "shadow"], "") == "never",
}
