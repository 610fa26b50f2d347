# METADATA
# title: Kinds that no concern knows are described
package policy_tests.diagnosis.strange

import data.policy_tests.diagnosis.world
import data.tools.diagnose

_map := {"kind": "ConfigMap", "metadata": {"name": "web", "namespace": "shop"}, "data": ["COLOUR"]}

test_a_kind_without_a_diagnosis_is_described_and_the_answer_says_so if {
	answer := diagnose.answer with input as world.around(_map, [])
	answer.blocks[0].text == "There is no diagnosis for this kind (ConfigMap); this is what describe says."
	count(answer.blocks) > 1
}

test_it_is_planned_as_a_description if {
	plan := diagnose.plan with input as world.around(_map, [])
	plan.answer
}
