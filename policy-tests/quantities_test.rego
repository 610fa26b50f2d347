# METADATA
# title: Amounts of cpu and memory
package policy_tests.quantities

import data.lib.quantities

_numbers := {
	"250m": 0.25,
	"156340928n": 0.156340928,
	"500u": 0.0005,
	"1.5": 1.5,
	"2": 2,
	"512Mi": 536870912,
	"129M": 129000000,
	"128974848000m": 128974848,
	"3k": 3000,
}

test_a_quantity_is_a_number[text] if {
	some text, number in _numbers
	difference := quantities.number(text) - number
	difference < 0.0000001
	difference > -0.0000001
}

test_a_number_is_a_quantity if quantities.number(2) == 2

test_what_is_no_quantity_is_no_number if {
	not quantities.number("much")
	not quantities.number("12 apples")
	not quantities.number("")
}

test_percents_are_whole if {
	quantities.percent(1, 3) == 33
	quantities.percent(480, 512) == 93
	quantities.percent(0, 512) == 0
	quantities.percent(512, 512) == 100
	quantities.percent(1879, 1000) == 187
	quantities.percent(1000000, 1) == 999
	quantities.percent(1, 0) == 0
}

test_amounts_are_said_as_people_read_them if {
	quantities.said("cpu", 0.156340928) == "156m"
	quantities.said("memory", 536870912) == "512Mi"
	quantities.said("memory", 2048000) == "2000Ki"
}
