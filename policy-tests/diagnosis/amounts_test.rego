# METADATA
# title: Amounts as Kubernetes writes them
package policy_tests.diagnosis.amounts

import data.lib.amounts

# As it is written, and in thousandths.
_amounts := [
	["250m", 250],
	["2", 2000],
	[2, 2000],
	["0.5", 500],
	["1Ki", 1024000],
	["1k", 1000000],
	["2Gi", 2147483648000],
]

test_an_amount_is_counted_in_thousandths if {
	every pair in _amounts { amounts.milli(pair[0]) == pair[1] }
}

test_what_is_no_amount_has_no_number if {
	not amounts.milli("many")
	not amounts.milli("-1")
	not amounts.milli(null)
}

# A resource, how much of it, and how people write that.
_said := [
	["cpu", "2", "2"],
	["cpu", "1500m", "1500m"],
	["memory", "512", "512"],
	["memory", "512Mi", "512Mi"],
	["memory", "64Gi", "64Gi"],
	["memory", "1500Mi", "1500Mi"],
	["memory", "32386744Ki", "30.9Gi"],
	["hugepages-2Mi", "4Mi", "4Mi"],
	["ephemeral-storage", "10Gi", "10Gi"],
	["nvidia.com/gpu", "2", "2"],
]

test_an_amount_is_said_as_people_write_it if {
	every row in _said { amounts.said(row[0], amounts.milli(row[1])) == row[2] }
}
